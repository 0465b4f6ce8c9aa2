"""Stretches of an article that may name somebody or something, before the date is known."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities import japanese
from usjp_reader.analysis.entities.context import Support
from usjp_reader.analysis.entities.found import Found, settled
from usjp_reader.analysis.entities.gazetteer import gazetteer
from usjp_reader.analysis.entities.patterns import Words, laws_by_number, named_by_head, sequences
from usjp_reader.analysis.entities.people import (
    given_name_before,
    later_mentions,
    person_in,
    surname_after,
)
from usjp_reader.analysis.entities.titles import titles
from usjp_reader.analysis.entities.words import GIVEN_NAMES
from usjp_reader.domain.entities import Candidate, EntityType
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from usjp_reader.domain.texts import DerivedText, Line
    from usjp_reader.knowledge.base import KnowledgeBase

_GOVERNMENT = re.compile(
    r" (?:administration|government|cabinet|Administration|Government|Cabinet)\b(?! [Mm]inister)"
)
_JAPANESE_GOVERNMENT = re.compile(r"(?:政権|内閣)(?!府|官房|総理)")
_TREASURY_PAPER = re.compile(r" (?:bond|bill|note|securit|yield)", re.IGNORECASE)
_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_CAPITALISED = re.compile(r"\b[^\W\d_]{4,}")
_HEADLINE = 160


def find_candidates(
    text: str,
    lines: Sequence[Line],  # noqa: ARG001 — content only is in the derived text already
    derived: DerivedText,
    knowledge: KnowledgeBase,
    language: str,
) -> tuple[Candidate, ...]:
    """What the content of an article may name, sorted, never overlapping.

    Args:
        text: The source text.
        lines: Its labelled lines.
        derived: What was derived from both.
        knowledge: Where names are looked up.
        language: Of the article, `en` or `ja`.
    """
    if not derived.text:
        return ()
    found = _Finder(derived.text, knowledge, language).found()
    return tuple(_candidates(text, derived, found))


def _candidates(text: str, derived: DerivedText, found: list[Found]) -> Iterator[Candidate]:
    """The finds in order, mapped back to the source text; most lie in one even piece."""
    pieces = iter(derived.pieces)
    piece = next(pieces)
    for item in found:
        while piece.derived.end <= item.start:
            piece = next(pieces)
        if item.end <= piece.derived.end and len(piece.derived) == len(piece.source):
            by = piece.source.start - piece.derived.start
            span = Span(item.start + by, item.end + by)
        else:
            span = derived.to_source(Span(item.start, item.end))
        title = derived.to_source(Span(*item.title)) if item.title else None
        words = text[span.start : span.end]
        yield Candidate(span, words, item.type, item.entities, item.offices, title)


class _Finder:
    """One pass over one derived text."""

    def __init__(self, text: str, knowledge: KnowledgeBase, language: str) -> None:
        self._text = text
        self._folded = folded(text)
        self._knowledge = knowledge
        self._titles = titles(knowledge)
        self._given_names = given_names(knowledge)
        self._is_japanese = language == "ja" or bool(_CJK.search(text))

    def found(self) -> list[Found]:
        """Everything that may be a name."""
        known = settled(self._known())
        body = self._body()
        runs = list(sequences(body))
        found = settled([*known, *self._by_pattern(known, runs)])
        found = settled([*self._with_given_names(found, body), *self._people(found, runs)])
        found = _with_room(found, later_mentions(self._text, self._named_in_full(found)))
        found = [self._titles.beside(self._text, self._folded, item) for item in found]
        support = Support(found, self._knowledge)
        return support.kept(self._text, [self._as_government(item) for item in found])

    def _named_in_full(self, found: list[Found]) -> Iterator[Found]:
        """People whose surname the tables would not find by itself."""
        for item in found:
            if item.type is EntityType.PERSON and not (item.names and item.is_partial):
                surname = self._text[item.start : item.end].rpartition(" ")[2]
                known = {name.entity for name in self._knowledge.named(surname)}
                if known.isdisjoint(item.entities):
                    yield item

    def _known(self) -> Iterator[Found]:
        """What the tables hold, without products named after an office."""
        found = gazetteer(self._knowledge).find(self._text, self._folded)
        if "treasury" not in self._folded:
            yield from found
            return
        for item in found:
            is_paper = item.type is EntityType.ORG and _TREASURY_PAPER.match(self._text, item.end)
            if not (is_paper and self._folded.endswith("treasury", 0, item.end)):
                yield item

    def _by_pattern(self, known: list[Found], runs: list[Words]) -> Iterator[Found]:
        """What no table holds but reads like the name of an organisation, a treaty or a war."""
        if self._is_japanese:
            yield from (_inheriting(item, known) for item in japanese.found_in(self._text))
        nationalities = frozenset(
            item.start for item in known if item.type in (EntityType.NORP, EntityType.GPE)
        )
        yield from laws_by_number(self._text)
        for run in runs:
            yield from (_inheriting(item, known) for item in self._in_run(run, nationalities))

    def _in_run(self, run: Words, nationalities: frozenset[int]) -> Iterator[Found]:
        while len(run.words) > 0:
            item, taken = named_by_head(self._text, run, nationalities)
            if item is not None:
                yield item
            if taken == 0:
                return
            run = run.rest(taken)

    def _people(self, found: list[Found], runs: list[Words]) -> Iterator[Found]:
        """People that no table holds."""
        starts = [item.start for item in found]
        for run in runs:
            for free in _free_runs(run, found, starts):
                person = person_in(self._text, free, self._given_names)
                if person is not None:
                    yield person

    def _with_given_names(self, found: list[Found], body: str) -> Iterator[Found]:
        """Surnames beside a given name that is not theirs are somebody else's."""
        covered = {at for item in found for at in (item.start, item.end - 1)}
        for item in found:
            yield item
            if not (item.is_partial and item.names):
                start = self._given_name_before_town(item)
                if start is not None and start not in covered:
                    yield Found(start, item.end, EntityType.PERSON)
                continue
            start = given_name_before(
                self._text, body, item.start, self._given_names, self._titles.last_words
            )
            if start is not None and start not in covered:
                yield Found(start, item.end, EntityType.PERSON)
                continue
            end = surname_after(self._text, item, self._given_names)
            if end is not None and end - 1 not in covered:
                yield Found(item.start, end, EntityType.PERSON)

    def _given_name_before_town(self, item: Found) -> int | None:
        """Where a person begins whose surname is the name of a town: "Mizuho Fukushima"."""
        if item.type is not EntityType.GPE or self._text[item.start - 1 : item.start] != " ":
            return None
        start = self._text.rfind(" ", 0, item.start - 1) + 1
        if self._text[start : item.start - 1] not in GIVEN_NAMES:
            return None
        relations = {
            row.relation for town in item.entities for row in self._knowledge.relations_of(town)
        }
        return start if not item.names or relations == {"part-of"} else None

    def _as_government(self, item: Found) -> Found:
        """A person's administration or cabinet is an organisation."""
        if item.type is not EntityType.PERSON:
            return item
        pattern = _JAPANESE_GOVERNMENT if self._text[item.end - 1] >= "\u2e80" else _GOVERNMENT
        match = pattern.match(self._text, item.end)
        if match is None or (item.title is not None and item.offices):
            return item
        return replace(item, end=match.end(), type=EntityType.ORG, names=(), title=None)

    def _body(self) -> str:
        """The text with its headlines blanked out: there, capitals say nothing."""
        return "\n".join(
            " " * len(part) if _is_headline(part) else part for part in self._text.split("\n")
        )


def _is_headline(paragraph: str) -> bool:
    """Whether nearly every longer word has a capital, as in an English headline."""
    if len(paragraph) > _HEADLINE:
        return False
    words = _CAPITALISED.findall(paragraph)
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _free_runs(run: Words, found: list[Found], starts: list[int]) -> Iterator[Words]:
    """The stretches of a run that nothing found so far covers."""
    free: list[int] = []
    for index, start in enumerate(run.starts):
        at = bisect.bisect_right(starts, start) - 1
        if at >= 0 and found[at].end > start:
            if free:
                yield _picked(run, free)
            free = []
        else:
            free.append(index)
    if free:
        yield _picked(run, free)


def _picked(run: Words, indices: list[int]) -> Words:
    first, last = indices[0], indices[-1] + 1
    return Words(run.words[first:last], run.starts[first:last])


def _inheriting(item: Found, known: list[Found]) -> Found:
    """The find, with the names of the known one that it only makes longer."""
    for other in known:
        if other.start > item.end:
            break
        if other.type is not item.type or other.is_partial:
            continue
        if other.end == item.end and other.start >= item.start:
            return replace(item, names=other.names)
        if other.start == item.start and item.type is EntityType.GPE:
            return replace(item, names=other.names)
    return item


def _with_room(found: list[Found], more: Iterable[Found]) -> list[Found]:
    """Finds of both lists; of the second only those that overlap none of the first."""
    taken = sorted(found, key=lambda item: item.start)
    starts = [item.start for item in taken]
    kept = list(taken)
    for item in more:
        at = bisect.bisect_right(starts, item.start) - 1
        clear_before = at < 0 or taken[at].end <= item.start
        clear_after = at + 1 >= len(taken) or taken[at + 1].start >= item.end
        if clear_before and clear_after:
            kept.append(item)
    return settled(kept)


@lru_cache(maxsize=4)
def given_names(knowledge: KnowledgeBase) -> frozenset[str]:
    """The given names of the people in the tables, as spelt in English."""
    return frozenset(
        entity.label_en.split(" ")[0]
        for entity in knowledge.entities()
        if entity.type is EntityType.PERSON and " " in entity.label_en
    )
