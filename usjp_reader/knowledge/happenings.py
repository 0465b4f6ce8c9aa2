"""Dated events and the names of institutions, by table, and finding the wordings that name them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from usjp_reader.config.resources import read_table, resource
from usjp_reader.domain.dates import Days, Edtf
from usjp_reader.domain.errors import ResourceError
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator


_NEAR = 220
_CLOSE = 80
"""So close words may stand to an event, whatever sentence they are in."""
_STOP = re.compile(
    r"(?<![ .][a-z])(?<!mr)(?<!st)(?<!gen)(?<!adm)(?<!sen)(?<!rep)(?<!gov)(?<!lt)(?<!col)(?<!dr)"
    r"[.!?][\"')]?\s|[。！？]|\n"
)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened on known days.

    Attributes:
        id: Stable name, such as `nuclear-test-3`.
        series: What it is one of, such as `nuclear-tests`, or "".
        days: When.
        name: What it is called in sentences.
        is_foreseen: Whether it was spoken of under its name long before: a treaty, a visit.
        known: The day on which it began to be spoken of, where the table says so.
    """

    id: str
    series: str
    days: Days
    name: str
    is_foreseen: bool = False
    known: date | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of text that names events of the table (one of them), or an institution.

    Attributes:
        span: Position in the text that was read.
        happenings: The events that may be meant, in order of time.
    """

    span: Span
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution, a party or a country under one of its names.

    Attributes:
        days: When it bore the name; in order, not overlapping.
    """

    name: str
    days: tuple[Days, ...]


@dataclass(frozen=True, slots=True)
class _Wording:
    """What a wording may mean, and words of which some must stand near it or in the text.

    Groups of words: one of each group.
    """

    meant: tuple[Happening, ...]
    near: tuple[tuple[str, ...], ...]
    company: tuple[tuple[str, ...], ...]

    @property
    def asked(self) -> int:
        """How many groups of words it asks for: one that asks for more says more."""
        return len(self.near) + len(self.company)


class Wordings:
    """All wordings of the table, ready to be looked for."""

    def __init__(self) -> None:
        self._wordings: dict[str, list[_Wording]] = {}
        known = happenings()
        by_series: dict[str, list[Happening]] = {}
        for one in known.values():
            by_series.setdefault(one.series, []).append(one)
        for row in read_table(resource("dating", "wordings.tsv")):
            ids = row["events"].split()
            meant = [one for name in ids for one in _meant(name, known, by_series)]
            order = tuple(sorted(meant, key=lambda one: one.days))
            wording = _Wording(order, _groups(row["near"]), _groups(row["with"]))
            self._wordings.setdefault(folded(row["text"]), []).append(wording)
        self._texts = list(self._wordings)
        self._automaton = _automaton(self._texts)

    def found_in(self, text: str) -> list[Named]:
        """The events that a text names, in order; of wordings inside one another the longest."""
        read = folded(text)
        found: list[Named] = []
        for index, start, end in self._automaton.find_matches_as_indexes(read, overlapping=True):
            if not _is_whole(read, start, end):
                continue
            fitting = [
                wording
                for wording in self._wordings[self._texts[index]]
                if _is_near(read, start, end, wording.near) and _holds(read, wording.company)
            ]
            closest = max((wording.asked for wording in fitting), default=0)
            meant = [
                happening
                for wording in fitting
                if wording.asked == closest
                for happening in wording.meant
            ]
            if meant:
                found.append(Named(Span(start, end), tuple(dict.fromkeys(meant))))
        return _longest(found)


def _longest(found: list[Named]) -> list[Named]:
    """Without those that stand inside a longer wording."""
    kept: list[Named] = []
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not (kept and kept[-1].span.contains(one.span)):
            kept.append(one)
    return kept


def _groups(written: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(folded(word) for word in group.split("|")) for group in written.split(" & ") if group
    )


def _holds(text: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    for group in groups:
        for word in group:
            if word in text:
                break
        else:
            return False
    return True


def _is_near(text: str, start: int, end: int, groups: tuple[tuple[str, ...], ...]) -> bool:
    if not groups:
        return True
    wide = text[max(0, start - _NEAR) : end + _NEAR]
    if not _holds(wide, groups):
        return False
    close = text[max(0, start - _CLOSE) : end + _CLOSE]
    return _holds(close, groups) or _holds(_around(text, start, end), groups)


def _around(text: str, start: int, end: int) -> str:
    """The sentence around a place, roughly: up to a full stop and a blank."""
    low = max(0, start - _NEAR)
    begins = [found.end() for found in _STOP.finditer(text, low, start)]
    stop = _STOP.search(text, end, min(len(text), end + _NEAR))
    return text[begins[-1] if begins else low : stop.start() if stop else end + _NEAR]


def _meant(
    name: str, known: dict[str, Happening], by_series: dict[str, list[Happening]]
) -> list[Happening]:
    if name in known:
        return [known[name]]
    if name in by_series:
        return by_series[name]
    raise ResourceError("config.resource_broken", name="dating/wordings.tsv", why=name)


def _automaton(texts: list[str]) -> AhoCorasick:
    return AhoCorasick(
        texts, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no Latin word is cut."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (_joins(before, text[start]) or _joins(text[end - 1], after))


def _joins(one: str, other: str) -> bool:
    return one.isalnum() and other.isalnum() and one < "\u0250" and other < "\u0250"


@cache
def happenings() -> dict[str, Happening]:
    """The events by id, in order of the table."""
    found: dict[str, Happening] = {}
    for row in read_table(resource("dating", "events.tsv")):
        days = Edtf.parse(f"{row['from']}/{row['to']}" if row["to"] else row["from"]).days
        foreseen = row["foreseen"]
        known = Edtf.parse(foreseen).days.earliest if foreseen not in ("", "1") else None
        found[row["id"]] = Happening(
            row["id"], row["series"], days, row["name"], bool(foreseen), known
        )
    return found


@cache
def wordings() -> Wordings:
    """The wordings that the program ships; read once."""
    return Wordings()


class Institutions:
    """The names of institutions that changed, ready to be looked for."""

    def __init__(self) -> None:
        self._known: dict[str, Institution] = {}
        for row in read_table(resource("dating", "institutions.tsv")):
            first = Edtf.parse(row["from"]).days.earliest if row["from"] else date.min
            last = Edtf.parse(row["to"]).days.latest if row["to"] else date.max
            for text in [row["name"], *row["also"].split("|")]:
                before = self._known[text].days if text in self._known else ()
                if text:  # rows may stand in any order, times may not
                    days = tuple(sorted((*before, Days(first, last))))
                    self._known[text] = Institution(row["name"], days)
        self._texts = list(self._known)
        self._automaton = _automaton(self._texts)

    def __iter__(self) -> Iterator[Institution]:
        """All of them, once for each of their names."""
        return iter(self._known.values())

    def found_in(self, text: str) -> Iterator[tuple[Span, Institution]]:
        """The institutions that a text names under names of a time, in order."""
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if _is_whole(text, start, end):
                yield Span(start, end), self._known[self._texts[index]]


@cache
def institutions() -> Institutions:
    """The institutions that the program ships; read once."""
    return Institutions()
