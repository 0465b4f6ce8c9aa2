"""Names that a scanner misread are found in texts that look scanned, and said to be a guess."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.analysis.marked import lines_of, mentions_in
from usjp_reader.analysis.entities import find_candidates, link
from usjp_reader.config.messages import said
from usjp_reader.domain.dates import Edtf
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind
from usjp_reader.knowledge.base import load
from usjp_reader.knowledge.deriving import derived
from usjp_reader.store.corpus.codec import _mention_from_json, _mention_to_json

SCANNED = "He said tbat thc talks went well. "


def linked(article: str, date: str, language: str = "en") -> dict[str, str | None]:
    return {m.text: m.entity for m in mentions_in(article, date, language) if m.doubtful}


@pytest.mark.parametrize(
    ("printed", "entity"),
    [
        ("Prime Minister Yosbida", "person/shigeru-yoshida"),
        ("Prirne Minister Yosbida", "person/shigeru-yoshida"),
        ("Shigeru Yoshicla", "person/shigeru-yoshida"),
        ("Dean Achcson", "person/dean-acheson"),
        ("General Douglas MacArtbnr", "person/douglas-macarthur"),
        ("Yokobarna", "place/yokohama"),
        ("the Ministry of Forcign Affairs", "org/foreign-ministry"),
        ("WASHlNGTON", "place/washington"),
        ("the Trcaty of San Francisco", "agreement/treaty-of-san-francisco"),
    ],
)
def test_a_misread_name_is_linked_but_doubtful(printed: str, entity: str) -> None:
    found = linked(f"{SCANNED}Yesterday {printed} was named again.", "1951-10-01")
    assert list(found.values()) == [entity]


def test_the_card_says_what_is_printed_and_what_was_read_and_why() -> None:
    text = f"{SCANNED}Prime Minister Yosbida spoke."
    (yoshida,) = mentions_in(text, "1951-10-01")
    assert yoshida.span == Span(text.index("Yosbida"), text.index(" spoke"))
    why = said(yoshida.why)
    assert "“Yosbida”" in why
    assert "“Yoshida”" in why
    assert "Prime Minister of Japan from" in why
    assert _mention_from_json(_mention_to_json(yoshida)) == yoshida


def test_later_surnames_point_at_a_misread_full_name() -> None:
    text = f"{SCANNED}Secretary Dean Achcson left. Mr. Acheson smiled, and so did Mr. Achesou."
    found = mentions_in(text, "1951-10-01")
    assert {m.entity for m in found} == {"person/dean-acheson"}
    assert [m.doubtful for m in found] == [True, False, True]


@pytest.mark.parametrize(
    ("printed", "entity"),
    [
        ("二ューヨーク", "place/new-york"),
        ("ニュ一ヨ一ク", "place/new-york"),
        ("山ロ県", "place/yamaguchi"),
        ("力リフォルニア", "place/california"),
    ],
)
def test_japanese_signs_of_one_shape(printed: str, entity: str) -> None:
    assert linked(f"一行は{printed}を訪れた。", "1951-10-01", "ja") == {printed: entity}


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Obara Yosbida-machi told the Diet of Achcson Park.",
        "They met in october and again im Dezember; Dean Achcson Park was closed.",
        f"{SCANNED}Mr. Nakano and Mr. Nakane met Mr. Kubota and Mr. Kuhata.",
        f"{SCANNED}The garter, the bouse and a dict of rice; Ohno met Obno.",
    ],
)
def test_clean_texts_and_names_of_others_stay_as_they_are(text: str) -> None:
    assert linked(text, "1951-10-01") == {}


def test_a_note_that_the_page_was_scanned_is_sign_enough() -> None:
    text = "Scanned from microfilm, reel 4.\nPrime Minister Yosbida spoke of the treaty."
    first, second = lines_of(text)
    note = replace(first, kind=LineKind.BOILERPLATE, rule="scan-note")
    for lines, found in (((note, second), "person/shigeru-yoshida"), ((second,), None)):
        read = derived(text, lines)
        names = find_candidates(text, lines, read, load(), "en")
        linked = [m.entity for m in link(names, Edtf.parse("1951-10-01").days, text, load())]
        assert [one for one in linked if one] == ([found] if found else [])


def test_particles_in_katakana_are_no_misread_kanji() -> None:
    assert linked("米国ニ於テ日本ノ使節ハ大統領ニ会見セリ。山口ニ至ル。", "1906", "ja") == {}


def test_a_word_that_the_reader_corrected_is_sure() -> None:
    text = f"{SCANNED}Dean Xchxson spoke."
    lines = lines_of(text)
    at = text.index("Xchxson")
    read = derived(text, lines, ((Span(at, at + 7), "Acheson"),))
    found = find_candidates(text, lines, read, load(), "en")
    days = Edtf.parse("1951-10-01").days
    (acheson,) = link(found, days, text, load())
    assert (acheson.text, acheson.entity) == ("Dean Xchxson", "person/dean-acheson")
    assert not acheson.doubtful
    assert said(acheson.why) == "Named in full: “Dean Acheson”."
