"""Merged and hidden entities are so in every article, whatever words mean them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import article_titled
from tests.unit.library.test_naming import (
    FATHER,
    FIRST,
    SECOND,
    SON,
    found_with,
    library,
    linked,
    place,
    source,
)

if TYPE_CHECKING:
    from usjp_reader.library import Library

__all__ = ["library", "source"]

OTHER = "person/george-washington"
BAKER = "Otokichi\nYamabe"
REACHES = ("here", "article", "everywhere")


def say_that_the_baker_is(library: Library, entity: str, reach: str) -> None:
    article = article_titled(library, SECOND)
    if reach == "here":
        library.naming.mean_here(article, place(article, BAKER), entity).result()
        return
    of = article if reach == "article" else None
    library.naming.mean_words("Otokichi Yamabe", entity, of).result()


@pytest.mark.parametrize("reach", REACHES)
def test_words_of_the_readers_mean_the_other_entity_once_theirs_is_merged(
    library: Library, reach: str
) -> None:
    say_that_the_baker_is(library, OTHER, reach)
    assert linked(library, SECOND, BAKER) == [OTHER]
    library.naming.merge(OTHER, SON).result()
    assert linked(library, SECOND, BAKER) == [SON]
    undone = library.work.undo()
    assert undone is not None
    undone.result()
    assert linked(library, SECOND, BAKER) == [OTHER]


@pytest.mark.parametrize("reach", REACHES)
def test_words_of_the_readers_are_hidden_with_the_entity_they_mean(
    library: Library, reach: str
) -> None:
    say_that_the_baker_is(library, OTHER, reach)
    assert linked(library, SECOND, BAKER) == [OTHER]
    library.naming.hide(OTHER).result()
    assert linked(library, SECOND, BAKER) == []
    library.naming.hide(OTHER, hidden=False).result()
    assert linked(library, SECOND, BAKER) == [OTHER]


def test_who_is_one_with_a_hidden_entity_is_hidden_too(library: Library) -> None:
    library.naming.merge(FATHER, OTHER).result()
    library.naming.hide(OTHER).result()
    assert linked(library, FIRST, "Takeo Fukuda") == []
    assert found_with(library, FATHER) == set()


def test_hiding_an_old_id_hides_the_entity_it_was_merged_into(library: Library) -> None:
    library.naming.merge(FATHER, OTHER).result()
    library.naming.hide(FATHER).result()
    assert linked(library, FIRST, "Takeo Fukuda") == []
