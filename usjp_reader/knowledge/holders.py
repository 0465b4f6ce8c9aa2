"""Holders of posts that the knowledge base does not know: whom a title and a name mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from usjp_reader.config.resources import read_table, resource
from usjp_reader.domain.dates import Days
from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever a title with a name may mean.

    Attributes:
        name: The name in full, or the words where several people are meant.
        terms: When the post was held by one of them, in order.
    """

    name: str
    terms: tuple[Days, ...]


class Holders:
    """All titles with names of the table, ready to be looked for."""

    def __init__(self) -> None:
        known: dict[str, list[tuple[str, Days]]] = {}
        for row in read_table(resource("dating", "holders.tsv")):
            last = date.fromisoformat(row["to"]) if row["to"] else date.max
            days = Days(date.fromisoformat(row["from"]), last)
            for text in _texts(row):
                known.setdefault(text, []).append((row["name"], days))
        self._known = {text: _holder(text, found) for text, found in known.items()}
        self._texts = list(self._known)
        self._automaton = AhoCorasick(
            self._texts,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def found_in(self, text: str) -> Iterator[tuple[Span, Holder]]:
        """The titles with names in a text, in order."""
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            before, after = text[max(0, start - 1) : start], text[end : end + 1]
            if not (_is_latin(before) or _is_latin(after)):
                yield Span(start, end), self._known[self._texts[index]]


def _texts(row: dict[str, str]) -> Iterator[str]:
    """Treasury Secretary James Baker, Treasury Secretary Baker, ベーカー財務長官."""
    for title in filter(None, row["titles"].split("|")):
        for name in (row["name"], row["surname"]):
            yield f"{title} {name}"
        yield f"{row['name']}, the {title[0].lower()}{title[1:]}"
    for title in filter(None, row["titles_ja"].split("|")):
        yield title if row["surname_ja"] in title else f"{row['surname_ja']}{title}"


def _holder(text: str, found: list[tuple[str, Days]]) -> Holder:
    names = dict.fromkeys(name for name, _ in found)
    terms = tuple(sorted(days for _, days in found))
    return Holder(next(iter(names)) if len(names) == 1 else text, terms)


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u0250"


@cache
def holders() -> Holders:
    """The table that the program ships; read once."""
    return Holders()
