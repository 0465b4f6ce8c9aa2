"""What one reader said of names everywhere, a colleague can take over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.libraries import opened
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.errors import BadValueError
from usjp_reader.domain.naming import NO_NAME, LinkRule, OwnEntity
from usjp_reader.library.naming_exchange import TakenOver, as_json, take_over

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from usjp_reader.library import Library

FATHER, SON = "person/takeo-fukuda", "person/yasuo-fukuda"


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Library]:
    with opened(tmp_path / "mine") as found:
        yield found


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Library]:
    with opened(tmp_path / "theirs") as found:
        _, change = found.naming.enter(EntityType.PERSON, "Otokichi Yamabe", "山部音吉", "A baker")
        change.result()
        found.naming.mean_words("Mr. Bread", NO_NAME).result()
        found.naming.merge(FATHER, SON).result()
        found.naming.hide("place/japan").result()
        yield found


def taken(library: Library, data: str) -> TakenOver:
    knowledge = library.knowledge()
    return take_over(data.encode(), library.naming, lambda one: knowledge.entity(one) is not None)


def test_everything_that_was_said_everywhere_arrives_with_its_ids_authors_and_times(
    mine: Library, theirs: Library
) -> None:
    result = taken(mine, as_json(theirs.naming.said()))
    assert result == TakenOver(taken=6, known=0, unknown=0)
    assert {(one.key, one.said, one.creator, one.modified) for one in mine.naming.said()} == {
        (one.key, one.said, one.creator, one.modified) for one in theirs.naming.said()
    }


def test_taking_over_is_one_change_and_a_second_time_adds_nothing(
    mine: Library, theirs: Library
) -> None:
    data = as_json(theirs.naming.said())
    taken(mine, data)
    assert taken(mine, data) == TakenOver(taken=0, known=6, unknown=0)
    undone = mine.work.undo()
    assert undone is not None
    undone.result()
    assert mine.naming.said() == ()


def test_the_readers_own_word_stays(mine: Library, theirs: Library) -> None:
    mine.naming.mean_words("Mr. Bread", FATHER).result()
    assert taken(mine, as_json(theirs.naming.said())).known == 1
    (rule,) = [one.said for one in mine.naming.said() if isinstance(one.said, LinkRule)]
    assert rule.entity == FATHER


def test_what_is_about_nobody_here_is_left_out_and_counted(mine: Library, theirs: Library) -> None:
    whole: dict[str, Any] = json.loads(as_json(theirs.naming.said()))
    whole["entities"] = []
    result = taken(mine, json.dumps(whole))
    assert result.unknown == len(whole["names"]) == 2
    assert not any(isinstance(one.said, OwnEntity) for one in mine.naming.said())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"[1, 2]",
        b'{"format": "other"}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
)
def test_another_file_is_refused_in_one_sentence(mine: Library, data: bytes) -> None:
    with pytest.raises(BadValueError, match="no_names_file"):
        take_over(data, mine.naming, lambda _: True)


@pytest.mark.parametrize(
    "section",
    [
        {"entities": [{"id": "person/x", "type": "PERSON"}]},
        {"entities": "x"},
        {"names": [{"entity": FATHER, "text": " ", "language": "en", "modified": ""}]},
        {"words": [{}]},
        {"merged": [3]},
    ],
)
def test_of_a_damaged_file_nothing_is_taken_over(mine: Library, section: dict[str, Any]) -> None:
    data = json.dumps({"format": "usjp-reader-names", "version": 1, **section}).encode()
    with pytest.raises(BadValueError, match="names_broken"):
        take_over(data, mine.naming, lambda _: True)
    assert mine.naming.said() == ()


def test_a_file_of_a_newer_version_says_that_it_is_newer(mine: Library) -> None:
    with pytest.raises(BadValueError, match="names_newer"):
        take_over(b'{"format": "usjp-reader-names", "version": 2}', mine.naming, lambda _: True)


def a_file(**sections: list[dict[str, str]]) -> str:
    who = {"creator": "Hana", "modified": "2026-11-02T10:00:00+00:00"}
    rows = {name: [{**row, **who} for row in section] for name, section in sections.items()}
    return json.dumps({"format": "usjp-reader-names", "version": 1, **rows})


def test_what_a_file_says_twice_is_taken_over_once(mine: Library) -> None:
    words = [{"text": "Mr. Bread", "entity": FATHER}, {"text": "mr. bread", "entity": SON}]
    assert taken(mine, a_file(words=words)) == TakenOver(taken=1, known=1, unknown=0)
    (told,) = mine.naming.said()
    assert told.said == LinkRule("", "Mr. Bread", FATHER)


def test_merges_that_lead_in_a_circle_do_not_change_the_names_of_two_people(mine: Library) -> None:
    third = "person/george-washington"
    circle = [
        {"old": FATHER, "new": SON},
        {"old": SON, "new": third},
        {"old": third, "new": FATHER},
    ]
    assert taken(mine, a_file(merged=circle)) == TakenOver(taken=2, known=1, unknown=0)
    assert {mine.knowledge().resolve(one) for one in (FATHER, SON, third)} == {third}


def test_a_merge_that_runs_against_the_readers_own_is_not_taken_over(mine: Library) -> None:
    mine.naming.merge(FATHER, SON).result()
    against = a_file(merged=[{"old": SON, "new": FATHER}])
    assert taken(mine, against) == TakenOver(taken=0, known=1, unknown=0)
    assert mine.knowledge().resolve(FATHER) == SON


def test_half_a_character_is_refused_in_one_sentence(mine: Library) -> None:
    with pytest.raises(BadValueError, match="half_character"):
        taken(mine, a_file(words=[{"text": "Mr. \ud83d", "entity": FATHER}]))
    assert mine.naming.said() == ()
