"""Articles whose names are marked in the text, for the tests of this folder.

`[Aso|PERSON:person/taro-aso]` is a mention with its entity, `[Tokyo|GPE:…>org/…]` one that also
says whom a capital speaks for. An article begins with `=== DATE LANGUAGE`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities import find_candidates, link
from usjp_reader.domain.dates import Edtf
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import Line, LineKind
from usjp_reader.knowledge.base import KnowledgeBase, load
from usjp_reader.knowledge.deriving import derived

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.domain.entities import Mention

_MARK = re.compile(r"\[([^\]|]+)\|([A-Z]+)(?::([^\]>]+))?(?:>([^\]]+))?\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """What a careful reader marked: type, entity, and whom a capital speaks for."""

    type: str
    entity: str | None
    stands_for: str | None


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with the answers."""

    date: str
    language: str
    text: str
    marks: dict[Span, Marked]


def read_marked(path: Path) -> list[MarkedArticle]:
    parts = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_article(part) for part in parts]


def _article(part: str) -> MarkedArticle:
    head, _, body = part.partition("\n")
    date, language = head.split()
    text, marks = unmarked(body)
    return MarkedArticle(date, language, text, marks)


def unmarked(body: str) -> tuple[str, dict[Span, Marked]]:
    text, marks, at = "", {}, 0
    for match in _MARK.finditer(body):
        text += body[at : match.start()]
        span = Span(len(text), len(text) + len(match[1]))
        marks[span] = Marked(match[2], match[3], match[4])
        text, at = text + match[1], match.end()
    return text + body[at:], marks


def lines_of(text: str, furniture: tuple[int, ...] = ()) -> tuple[Line, ...]:
    lines: list[Line] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            kind = LineKind.BOILERPLATE if number in furniture else LineKind.BODY
            lines.append(Line(number, Span(start, start + len(line)), kind, "test"))
        start += len(line) + 1
    return tuple(lines)


def mentions_in(
    text: str,
    date: str | None = None,
    language: str = "en",
    furniture: tuple[int, ...] = (),
    knowledge: KnowledgeBase | None = None,
) -> tuple[Mention, ...]:
    knowledge = knowledge or load()
    lines = lines_of(text, furniture)
    days = Edtf.parse(date).days if date else None
    read = derived(text, lines)
    candidates = find_candidates(text, lines, read, knowledge, language)
    return link(candidates, days, text, knowledge)


def named(mentions: tuple[Mention, ...]) -> list[tuple[str, str, str | None]]:
    return [(mention.text, mention.type.value, mention.entity) for mention in mentions]
