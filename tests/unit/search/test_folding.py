"""Counts say articles and stories, and a folded list shows one version of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import imported, opened
from tests.helpers.wire import TEXTS, write
from usjp_reader.domain.queries import ArticleQuery, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.library import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("stories")
    with opened(folder / "lib") as found:
        imported(found, *(write(folder / "src", name) for name in TEXTS))
        yield found


def titles(library: Library, query: ArticleQuery) -> list[tuple[str, int]]:
    result = library.find(query)
    return [(row.title, row.versions) for row in library.rows(result, 0, 100)]


def test_a_result_counts_articles_and_stories(library: Library) -> None:
    result = library.find(ArticleQuery())
    assert (len(result), result.articles, result.stories) == (5, 5, 3)
    some = library.find(ArticleQuery(words="Honolulu"))
    assert (len(some), some.articles, some.stories) == (1, 1, 1)


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        (Sort.NEWEST, "Hope for the makers of chips"),
        (Sort.OLDEST, None),
        (Sort.LONGEST, "Chip talks on Monday"),
    ],
)
def test_a_folded_list_shows_the_first_version_in_its_order(
    library: Library, sort: Sort, first: str | None
) -> None:
    whole = titles(library, ArticleQuery(sort=sort))
    folded = titles(library, ArticleQuery(sort=sort, folded=True))
    assert len(folded) == 3
    shared = [title for title, versions in folded if versions == 3]
    assert len(shared) == 1
    assert shared[0] == next(title for title, versions in whole if versions == 3)
    assert first in (None, shared[0])
    assert folded == [one for one in whole if one in folded]


def test_folding_with_words_counts_only_what_was_found(library: Library) -> None:
    result = library.find(ArticleQuery(words="Kawasaki", sort=Sort.RELEVANCE, folded=True))
    assert result.articles == 4
    assert result.stories == len(result) == 2
    assert sorted(row.versions for row in library.rows(result, 0, 10)) == [1, 3]


def test_the_versions_of_an_article_are_named(library: Library) -> None:
    rows = library.rows(library.find(ArticleQuery()), 0, 10)
    by_title = {row.title: row.uid for row in rows}
    story = library.versions_of(by_title["Chip talks to begin"])
    assert set(story) == {
        by_title[title]
        for title in ("Chip talks on Monday", "Chip talks to begin", "Hope for the makers of chips")
    }
    assert library.versions_of(by_title["Negotiators to meet"]) == ()
