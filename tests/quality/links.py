"""Compares whom the program takes names to mean with the answers of a careful human.

Two halves, as in `score.py`: a half holds `links/cases.tsv`, one to three sentences each with one
name in question, and `links/articles/`, whole articles in which every name is marked like this:
``⟦Aso|PERSON|Taro Aso⟧``, with ``-`` for whoever stands in no work of reference. Whoever wrote them
had not seen the tables: what they call somebody whom the tables call otherwise is in
`canonical.tsv`.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tests.quality.figures import Answers, Matches
from tests.quality.score import QUALITY, count
from usjp_reader.domain.articles import Container, Record
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import TextVersion
from usjp_reader.intake.normalising import NORMALISER
from usjp_reader.knowledge import base
from usjp_reader.loading.pipeline import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from usjp_reader.domain.articles import Analysed
    from usjp_reader.domain.entities import Mention
    from usjp_reader.knowledge.base import KnowledgeBase

NONE, UNDECIDED, UNKNOWN = "NONE", "UNDECIDED", "-"
_MARK = re.compile(r"⟦([^|⟧]+)\|([A-Z]+)\|([^⟧]+)⟧")
_PUBLISHED = re.compile(r"published: *(\S*)\n+")


@dataclass(frozen=True, slots=True)
class Case:
    """A name in question.

    Attributes:
        published: An EDTF value, or "" where the day is not known.
        nth: Which occurrence of the words is meant, from 1.
        expected: The usual English name of whoever is meant, `NONE` or `UNDECIDED`.
        kind: What decides: office, fuller, family, neighbour, spelling, renamed, negative …
    """

    text: str
    published: str
    words: str
    nth: int
    expected: str
    type: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with its names: span, type, and the usual English name or `UNKNOWN`."""

    name: str
    published: str
    text: str
    names: tuple[tuple[Span, str, str], ...]


@dataclass
class LinkScores:
    """All figures of one half.

    Attributes:
        cases: By kind.
        absent: Names of those meant whom the tables do not hold.
        mentions: Exact span and type, in whole articles.
        links: Of the mentions that were found and mean somebody in the tables.
        articles: How many there are.
    """

    cases: dict[str, Answers] = field(default_factory=lambda: defaultdict(Answers))
    absent: list[str] = field(default_factory=list)
    mentions: Matches = field(default_factory=Matches)
    links: Answers = field(default_factory=Answers)
    by_type: dict[str, Matches] = field(default_factory=lambda: defaultdict(Matches))
    articles: int = 0


def cases(path: Path) -> Iterator[Case]:
    """The cases of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Case(**{**row, "nth": int(row["nth"])})  # type: ignore[arg-type]


def marked(path: Path) -> Marked:
    """An article whose names are marked."""
    whole = path.read_text(encoding="utf-8")
    head = _PUBLISHED.match(whole)
    body = whole[head.end() :] if head else whole
    text, names, at = "", [], 0
    for match in _MARK.finditer(body):
        text += body[at : match.start()]
        words, kind, canonical = match.groups()
        names.append((Span(len(text), len(text) + len(words)), kind, canonical))
        text, at = text + words, match.end()
    return Marked(path.name, head.group(1) if head else "", text + body[at:], tuple(names))


def scored(half: Path) -> LinkScores:
    """Compare everything that a half holds with its answers."""
    scores, knowledge = LinkScores(), base.load()
    for case in cases(half / "cases.tsv"):
        _compare_case(case, knowledge, scores)
    for path in sorted((half / "articles").glob("*.txt")):
        _compare_article(marked(path), knowledge, scores)
    return scores


def analysed(
    text: str, published: str, knowledge: KnowledgeBase, *, second_recogniser: bool = False
) -> Analysed:
    """What the program makes of a text whose day of publication is stated, if it is known."""
    record = Record(
        "", TextVersion.of(text, NORMALISER, "test"), Container(published=published or None)
    )
    return analyse(record, "case.txt", knowledge, second_recogniser=second_recogniser)


def ids_of(canonical: str, knowledge: KnowledgeBase) -> frozenset[str]:
    """The ids that somebody may have who bears this name in full; none if the tables lack them."""
    if canonical in _called_otherwise():
        return frozenset({knowledge.resolve(_called_otherwise()[canonical])})
    rows = knowledge.named(canonical) or knowledge.named(canonical.removeprefix("The "))
    full = [row for row in rows if row.kind not in ("surname", "given")] or rows
    return frozenset(knowledge.resolve(row.entity) for row in full)


@cache
def _called_otherwise() -> dict[str, str]:
    """Ids of those whom the writers of the answers call otherwise than the tables do."""
    with (QUALITY / "canonical.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["canonical"]: row["id"] for row in rows}


def place(text: str, words: str, nth: int) -> Span:
    """The n-th place of some words.

    Raises:
        ValueError: They do not stand there so often.
    """
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def _compare_case(case: Case, knowledge: KnowledgeBase, scores: LinkScores) -> None:
    span = place(case.text, case.words, case.nth)
    found = [
        one
        for one in analysed(case.text, case.published, knowledge).mentions
        if one.span.overlaps(span)
    ]
    got = next((one.entity for one in found if one.entity), None)
    wanted = ids_of(case.expected, knowledge)
    if case.expected in (NONE, UNDECIDED):
        is_right = got is None
    else:
        # How far a name reaches is asked in whole articles; here, whom it means.
        holding = [one.entity for one in found if one.span.contains(span)]
        is_right = bool(holding) and holding[0] in wanted
        if not wanted:
            scores.absent.append(case.expected)
    why = found[0].why.key if found else "no mention"
    what = f"{got}, not {case.expected}: {case.words} {case.published}: {case.text} [{why}]"
    scores.cases[case.kind].add(what, right=is_right)


def _compare_article(article: Marked, knowledge: KnowledgeBase, scores: LinkScores) -> None:
    scores.articles += 1
    mentions = analysed(article.text, article.published, knowledge).mentions
    found = {(one.span, one.type.value): one for one in mentions}
    wanted = {(span, kind): canonical for span, kind, canonical in article.names}
    count(
        scores.mentions,
        article.name,
        set(found),
        set(wanted),
        lambda key: f"{key[0].of(article.text)} {key[1]} at {key[0].start}",
    )
    for kind in {kind for _, kind in [*found, *wanted]}:
        count(
            scores.by_type[kind],
            article.name,
            {key for key in found if key[1] == kind},
            {key for key in wanted if key[1] == kind},
            str,
        )
    for key, canonical in wanted.items():
        if key in found and canonical != UNKNOWN:
            _compare_link(article, found[key], canonical, knowledge, scores)


def _compare_link(
    article: Marked,
    mention: Mention,
    canonical: str,
    knowledge: KnowledgeBase,
    scores: LinkScores,
) -> None:
    ids = ids_of(canonical, knowledge)
    if not ids:
        scores.absent.append(canonical)
        return
    what = f"{article.name}: {mention.text}: {mention.entity}, not {canonical} [{mention.why.key}]"
    scores.links.add(what, right=mention.entity in ids)
