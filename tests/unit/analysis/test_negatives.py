"""Words that look like somebody well known but are somebody or something else stay unlinked."""

from __future__ import annotations

import pytest

from tests.unit.analysis.test_naming import mentions_in, named


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rice from Arkansas was unloaded at Kobe on Monday.", "2006-06-21"),
        ("Snow closed the airfield at Misawa.", "2005-02-02"),
        ("The farmer bought a Bush hog mower.", "2004-05-04"),
        ("The buyers made a stop in Clinton, Iowa.", "1998-08-05"),
        ("The letter came from Kerry, on the Irish coast.", "2014-03-18"),
        ("Sato, a 17-year-old pitcher, struck out eleven.", "1969-08-16"),
        ("Kishi, 43, drives a taxi in Naha.", "1958-08-16"),
    ],
)
def test_a_surname_of_somebody_in_office_is_nobody_where_it_stands_otherwise(
    text: str, day: str
) -> None:
    assert not any(one and one.startswith("person/") for one in named(text, day).values())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("船が岸を離れると、花嫁たちは手を振った。", "1957-06-20"),
        ("基地の向こうには深い森が広がる。", "2000-11-03"),
        ("石橋をたたいて渡るような慎重さだ。", "1957-01-25"),
        ("食堂を営む田中さん(45)は嘆く。", "1972-10-08"),
        ("店ではカレーとライスを出す。", "2006-03-11"),
    ],
)
def test_so_are_japanese_surnames_without_a_title(text: str, day: str) -> None:
    found = named(text, day, "ja").values()
    assert not any(one and one.startswith("person/") for one in found)


@pytest.mark.parametrize(
    ("text", "day", "person"),
    [
        ("Rice said the talks would go on.", "2006-06-21", "person/condoleezza-rice"),
        ("The minister wrote to Rice in March.", "2006-06-21", "person/condoleezza-rice"),
        ("In the evening Sato met the press.", "1969-08-16", "person/eisaku-sato"),
    ],
)
def test_who_is_in_office_is_meant_where_a_person_may_stand(
    text: str, day: str, person: str
) -> None:
    assert person in named(text, day).values()


@pytest.mark.parametrize(
    ("text", "day", "language", "words", "person"),
    [
        (
            "Taro Aso took office, as his grandfather, Shigeru, had done.",
            "2008-09-25",
            "en",
            "Shigeru",
            "person/shigeru-yoshida",
        ),
        (
            "Nobusuke Kishi fell in 1960. His younger brother, Eisaku, rules now.",
            "1968-11-28",
            "en",
            "Eisaku",
            "person/eisaku-sato",
        ),
        (
            "河野洋平元外相の長男、太郎氏が外相に就いた。",
            "2017-08-05",
            "ja",
            "太郎",
            "person/taro-kono",
        ),
        (
            "小泉純一郎元首相の次男で米国に学んだ進次郎氏が防衛相になった。",
            "2025-10-22",
            "ja",
            "進次郎",
            "person/shinjiro-koizumi",
        ),
    ],
)
def test_the_given_name_of_a_relative_is_found_by_the_family(
    text: str, day: str, language: str, words: str, person: str
) -> None:
    assert named(text, day, language)[words] == person


def test_a_relative_of_whom_nobody_knows_is_not_guessed() -> None:
    found = named("Taro Aso came with his brother, Eisaku, and his uncle, Kenzaburo.", "2008-09-25")
    assert found.get("Eisaku") is None
    assert found.get("Kenzaburo") is None


def test_elder_and_younger_tell_father_and_son_apart() -> None:
    text = "The elder Bush fell ill in Tokyo; the younger Bush went to Kyoto."
    found = [one.entity for one in mentions_in(text, "2009-05-01") if one.text == "Bush"]
    assert found == ["person/george-h-w-bush", "person/george-w-bush"]
