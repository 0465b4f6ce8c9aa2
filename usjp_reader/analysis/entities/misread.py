"""Names that a scanner misread: "Yosbida", "Bemard", 二ューヨーク. Only texts that look scanned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ahocorasick_rs import AhoCorasick, MatchKind

from usjp_reader.analysis.entities.matcher import marks_folded, matcher
from usjp_reader.analysis.entities.titles import titles
from usjp_reader.analysis.entities.words import misreadings
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.deriving import plain
from usjp_reader.knowledge.times.garbled import garbled_months

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from usjp_reader.domain.texts import Line
    from usjp_reader.knowledge.base import KnowledgeBase

_TOKEN = re.compile(r"[A-Za-z0-9|]{3,}")
_WORD = re.compile(r"[A-Za-z]{3,}")
_SCAN_NOTE = "scan-note"
_TELLS = re.compile(r"\b(?:scann|digiti[sz]|OCR\b|microfilm|machine[- ]read)", re.IGNORECASE)
_LONG = 6
"""Letters of a name below which one sign more or less makes it another name."""
_LONG_JA = 3
_TWICE = 7
"""Letters of a word from which on two of its signs may be misread."""
_MONTH = 5


@dataclass(frozen=True, slots=True)
class Misreading:
    """Words at a place of the derived text, in code points, and what they should be."""

    span: Span
    read: str


def misread_names(
    text: str, source: str, lines: Sequence[Line], knowledge: KnowledgeBase
) -> tuple[Misreading, ...]:
    """The misread words of names that the tables hold, in order and without overlaps.

    Args:
        text: The derived text of an article.
        source: The source text that it was made from.
        lines: The labelled lines of that.
        knowledge: The tables.
    """
    found: list[Misreading] = []
    if looks_scanned(text, source, lines):
        found.extend(_vocabulary(knowledge).misread(text))
    if not text.isascii() and _mixed_scripts().search(text):
        found.extend(_lookalikes(knowledge).misread(text))
    return tuple(_in_names(text, _disjoint(found), knowledge)) if found else ()


def respelled(text: str, misread: Iterable[Misreading]) -> str:
    """`text` with its misread words as they should be."""
    parts, at = [], 0
    for one in misread:
        parts += [text[at : one.span.start], one.read]
        at = one.span.end
    return "".join([*parts, text[at:]])


def looks_scanned(text: str, source: str, lines: Sequence[Line]) -> bool:
    """Whether one of the commonest words is misread, or a line tells of the scan."""
    return not _garbled_words().isdisjoint(text.split()) or any(
        _TELLS.search(line.span.of(source)) for line in lines if line.rule == _SCAN_NOTE
    )


def _confusions(word: str) -> Iterator[str]:
    """`word` with one of its signs, or two neighbours, taken for what looks like them."""
    for written, read in _pairs():
        at = word.find(written)
        while at >= 0:
            yield word[:at] + read + word[at + len(written) :]
            at = word.find(written, at + 1)


class _Vocabulary:
    """The words of all long names in Latin letters, by what one misread sign makes of them."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        names = [name.text for name in knowledge.all_names() if name.text.isascii()]
        titled = [row.text.title() for row in knowledge.office_titles() if row.text.isascii()]
        long = (name for name in [*names, *titled] if len(name) >= _LONG)
        words = {word for name in long for word in _WORD.findall(name)}
        self._words = words | {word.upper() for word in words}
        self._misread: dict[str, str] = {}
        for word in sorted(self._words):
            for garbled in _confusions(word):
                known = self._misread.setdefault(garbled, word)
                if known != word:
                    self._misread[garbled] = ""
        self._read: dict[str, str] = {}

    def misread(self, text: str) -> Iterator[Misreading]:
        """Words of `text` that are none of the vocabulary but look like one of it."""
        for token in _TOKEN.finditer(text):
            word = token.group()
            if word in self._words or word.isdigit():
                continue
            read = self._misread.get(word)
            if read is None and len(word) >= _TWICE and not word.islower():
                read = self._twice(word)
            if read:
                yield Misreading(Span(*token.span()), read)

    def _twice(self, word: str) -> str:
        """What a word with two misread signs should be; "" where that is not clear."""
        found = {self._misread.get(other, "") for other in _confusions(word)} - {""}
        return found.pop() if len(found) == 1 else ""


class _Lookalikes:
    """Names in Japanese, by how they look when signs of the same shape are one."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        shapes = _shapes()
        names = {marks_folded(plain(name.text)) for name in knowledge.all_names()}
        names = {name for name in names if len(name) >= _LONG_JA and not name.isascii()}
        self._names: dict[str, str] = {}
        for name in sorted(names):
            if not shapes.keys().isdisjoint(map(ord, name)):
                self._names.setdefault(name.translate(shapes), name)
        self._looks = list(self._names)
        self._automaton = AhoCorasick(self._looks, matchkind=MatchKind.LeftmostLongest)

    def misread(self, text: str) -> Iterator[Misreading]:
        """Names whose signs were taken for others of the same shape."""
        shape = text.translate(_shapes())
        for index, start, end in self._automaton.find_matches_as_indexes(shape):
            name = self._names[self._looks[index]]
            if text[start:end] != name:
                yield Misreading(Span(start, end), name)


def _in_names(
    text: str, misread: Sequence[Misreading], knowledge: KnowledgeBase
) -> Iterator[Misreading]:
    """Those that stand in a long name of the tables, or in the title before one."""
    read = respelled(text, misread)
    spans = list(_name_spans(read, knowledge))
    moved = 0
    for one in misread:
        start = one.span.start + moved
        end = start + len(one.read)
        moved += len(one.read) - len(one.span)
        if any(span.start <= start and end <= span.end for span in spans):
            yield one


def _name_spans(read: str, knowledge: KnowledgeBase) -> Iterator[Span]:
    for hit in matcher(knowledge).hits(read):
        if not hit.names or hit.end - hit.start < (_LONG if hit.name.isascii() else _LONG_JA):
            continue
        title = titles(knowledge).before(read, hit.start)
        yield Span(title.start if title else hit.start, hit.end)


def _disjoint(found: list[Misreading]) -> list[Misreading]:
    kept: list[Misreading] = []
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    pairs = [tuple(pair.split()) for pair in misreadings().alike]
    return tuple([(a, b) for one, other in pairs for a, b in ((one, other), (other, one))])


@cache
def _garbled_words() -> frozenset[str]:
    """Misread forms of the commonest words and of the months; a small initial is no misreading."""
    known = misreadings()
    words = known.frequent | {word.capitalize() for word in known.frequent}
    garbled = {other for word in words if len(word) > 2 for other in _confusions(word)}
    months = {
        wrong
        for wrong, month in garbled_months().items()
        if len(wrong) >= _MONTH and wrong != month.lower()
    }
    return frozenset(garbled | months) - words - known.words


@cache
def _shapes() -> dict[int, str]:
    """For `str.translate`: signs of one shape become one; both members of each pair are keys."""
    pairs = misreadings().alike_ja
    return {ord(sign): pair[0] for pair in pairs for sign in pair}


@cache
def _mixed_scripts() -> re.Pattern[str]:
    """A sign beside those of another script than its own, which its twin would go with."""
    others = "".join(pair[1] for pair in misreadings().alike_ja)
    kana = "".join(pair[0] for pair in misreadings().alike_ja if pair[1] >= "\u4e00")
    katakana, kanji = "[\u30a1-\u30fa\u30fc]", "[\u4e00-\u9fff]"
    return re.compile(
        f"[{others}](?:(?<={katakana}.)|(?={katakana}))|[{kana}](?:(?<={kanji}.)|(?={kanji}))"
    )


_VOCABULARIES: WeakKeyDictionary[KnowledgeBase, _Vocabulary] = WeakKeyDictionary()
_LOOKALIKES: WeakKeyDictionary[KnowledgeBase, _Lookalikes] = WeakKeyDictionary()


def _vocabulary(knowledge: KnowledgeBase) -> _Vocabulary:
    found = _VOCABULARIES.get(knowledge)
    if found is None:
        found = _VOCABULARIES[knowledge] = _Vocabulary(knowledge)
    return found


def _lookalikes(knowledge: KnowledgeBase) -> _Lookalikes:
    found = _LOOKALIKES.get(knowledge)
    if found is None:
        found = _LOOKALIKES[knowledge] = _Lookalikes(knowledge)
    return found
