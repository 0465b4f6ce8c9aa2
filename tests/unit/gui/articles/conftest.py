"""Rows for lists, and a source that hands them out page by page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from usjp_reader.domain.articles import ArticleRow, Snippet
from usjp_reader.domain.dates import Dated, Edtf, Status
from usjp_reader.domain.spans import Span

ROW = ArticleRow(
    "u",
    "The islands change hands 😀",
    "Harbor Chronicle",
    Dated(Edtf.parse("1972-05-15"), 0.8, (), Status.INFERRED),
    minutes=5,
    snippet=Snippet("… 𠮷 Prime Minister Eisaku Sato told a hall …", (Span(20, 31),)),
    source_file="/texts/islands.txt",
)


class Source:
    """`count` rows called u0, u1, …; remembers which pages were asked for."""

    def __init__(self, count: int, first: int = 0) -> None:
        self.count, self.first = count, first
        self.asked: list[tuple[int, int]] = []
        self.starred: set[str] = set()
        self.row = ROW

    def __len__(self) -> int:
        return self.count

    def rows(self, offset: int, limit: int) -> tuple[ArticleRow, ...]:
        self.asked.append((offset, limit))
        uids = (f"u{number + self.first}" for number in range(self.count)[offset : offset + limit])
        return tuple(replace(self.row, uid=uid, is_starred=uid in self.starred) for uid in uids)


class FindingSource(Source):
    """A source that also says where an article stands."""

    def row_of(self, uid: str) -> int | None:
        row = int(uid[1:]) - self.first
        return row if 0 <= row < self.count else None


@pytest.fixture
def a_row() -> ArticleRow:
    return ROW


@pytest.fixture
def source() -> type[Source]:
    return Source


@pytest.fixture
def finding_source() -> type[FindingSource]:
    return FindingSource
