"""Which names an article's reader sees marked, where they begin and end, and whom they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from usjp_reader.analysis.entities import find_candidates, link
from usjp_reader.analysis.entities.overruling import _Spans
from usjp_reader.config.messages import said
from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import Candidate, EntityType, Mention
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import Line, LineKind
from usjp_reader.knowledge import base
from usjp_reader.knowledge.deriving import derived

KNOWLEDGE = base.load()


def lines_of(text: str, kind: LineKind = LineKind.BODY) -> list[Line]:
    lines: list[Line] = []
    at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            lines.append(Line(number, Span(at, at + len(line)), kind, "test"))
        at += len(line) + 1
    return lines


def candidates_in(text: str, language: str = "en") -> tuple[Candidate, ...]:
    lines = lines_of(text)
    return find_candidates(text, lines, derived(text, lines), KNOWLEDGE, language)


def mentions_in(text: str, day: str | None = None, language: str = "en") -> tuple[Mention, ...]:
    days = Days(date.fromisoformat(day), date.fromisoformat(day)) if day else None
    return link(candidates_in(text, language), days, text, KNOWLEDGE)


def named(text: str, day: str | None = None, language: str = "en") -> dict[str, str | None]:
    return {mention.text: mention.entity for mention in mentions_in(text, day, language)}


def only(text: str, day: str | None = None, language: str = "en") -> Mention:
    (mention,) = (one for one in mentions_in(text, day, language) if one.type is EntityType.PERSON)
    return mention


@pytest.mark.parametrize(
    ("text", "day", "person"),
    [
        ("Prime Minister Fukuda spoke.", "1977-03-21", "person/takeo-fukuda"),
        ("Prime Minister Fukuda spoke.", "2007-11-16", "person/yasuo-fukuda"),
        ("Secretary Perry spoke.", "1996-04-12", "person/william-j-perry"),
        ("Commodore Perry landed.", "1996-04-12", "person/matthew-c-perry"),
        ("Ambassador Kennedy spoke.", "2014-04-24", "person/caroline-kennedy"),
        ("President Kennedy was shot in 1963.", "2014-04-24", "person/john-f-kennedy"),
        ("Former Prime Minister Tanaka was arrested.", "1976-07-27", "person/kakuei-tanaka"),
        ("General MacArthur spoke.", "1951-04-12", "person/douglas-macarthur"),
    ],
)
def test_office_and_date_choose_among_people_of_one_surname(
    text: str, day: str, person: str
) -> None:
    assert only(text, day).entity == person


@pytest.mark.parametrize(
    ("text", "day", "person"),
    [
        ("福田首相は帰国した。", "1977-03-22", "person/takeo-fukuda"),
        ("福田首相は帰国した。", "2008-03-22", "person/yasuo-fukuda"),
        ("菅首相は述べた。", "2010-09-22", "person/naoto-kan"),
        ("菅首相は述べた。", "2021-01-22", "person/yoshihide-suga"),
        ("オバマ米大統領は述べた。", "2009-02-24", "person/barack-obama"),
        ("麻生太郎首相は述べた。", "2009-02-24", "person/taro-aso"),
        ("ジョセフ・バイデン大統領は述べた。", "2021-04-16", "person/joe-biden"),
    ],
)
def test_office_and_date_choose_in_japanese_too(text: str, day: str, person: str) -> None:
    assert only(text, day, "ja").entity == person


def test_without_a_date_neither_of_two_prime_ministers_is_taken_and_both_are_named() -> None:
    mention = only("Prime Minister Fukuda spoke.")
    assert mention.entity is None
    assert mention.doubtful
    assert "Takeo Fukuda" in said(mention.why)
    assert "Yasuo Fukuda" in said(mention.why)


def test_the_card_tells_by_which_office_and_from_when_to_when() -> None:
    why = said(only("Prime Minister Fukuda spoke.", "1977-03-21").why)
    assert "Prime Minister of Japan" in why
    assert "1976-12-24" in why
    assert "1978-12-07" in why


def test_fuller_name_decides_for_surnames_and_is_quoted() -> None:
    first, second = mentions_in("Shinzo Abe spoke. Later Abe left.", "2014-04-24")
    assert (first.text, second.text) == ("Shinzo Abe", "Abe")
    assert second.entity == "person/shinzo-abe"
    assert "Shinzo Abe" in said(second.why)


def test_fuller_name_later_in_the_article_decides_for_a_title_in_capitals() -> None:
    text = "OBAMA WANTS TO STRENGTHEN TIES\nPresident Barack Obama told us so."
    assert named(text, "2009-11-13")["OBAMA"] == "person/barack-obama"


def test_two_people_of_one_surname_are_told_apart_by_mr_and_mrs() -> None:
    text = "Bill Clinton spoke. Hillary Clinton listened. Mr. Clinton sat. Mrs. Clinton rose."
    people = [mention.entity for mention in mentions_in(text, "1998-04-24")]
    assert people == ["person/bill-clinton", "person/hillary-clinton"] * 2


def test_bare_surname_of_two_people_in_the_article_is_doubtful() -> None:
    text = "Bill Clinton spoke. Hillary Clinton listened. Clinton said no."
    assert mentions_in(text, "1998-04-24")[-1].doubtful


def test_surnames_that_are_plain_words_are_no_names_without_support() -> None:
    assert named("The bush was green. White paint. May we? In may.", "2004-04-05") == {}
    assert named("Tanaka lives here.", "2004-04-05") == {}


def test_people_who_were_not_born_yet_are_not_meant() -> None:
    mention = only("President Barack Obama spoke.", "1950-01-01")
    assert mention.entity is None


def test_span_is_the_name_alone_without_title_or_possessive() -> None:
    text = "President Barack Obama's aide met Mr. Kerry, Japan's friend."
    found = named(text, "2014-04-24")
    assert {"Barack Obama", "Japan"} <= set(found)
    assert not [words for words in found if "President" in words or "'" in words]


def test_administration_is_an_organisation_that_is_not_the_person() -> None:
    (mention,) = mentions_in("The Obama administration agreed.", "2014-04-24")
    assert (mention.text, mention.type, mention.entity) == (
        "Obama administration",
        EntityType.ORG,
        None,
    )


def test_cabinet_in_japanese_is_an_organisation() -> None:
    (mention,) = mentions_in("佐藤内閣は総辞職した。", "1972-07-06", "ja")
    assert (mention.text, mention.type) == ("佐藤内閣", EntityType.ORG)


def test_countries_are_places_as_adjectives_but_not_inside_the_names_of_organisations() -> None:
    found = named("U.S. troops met the Democratic Party of Japan.", "2010-04-05")
    assert found == {
        "U.S.": "place/united-states",
        "Democratic Party of Japan": "org/democratic-party-of-japan",
    }


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("He works at the Wharf Policy Institute in town.", "Wharf Policy Institute", "ORG"),
        ("She leads the University of Northern Harbors.", "University of Northern Harbors", "ORG"),
        ("They signed the Harbor Fisheries Agreement.", "Harbor Fisheries Agreement", "LAW"),
        ("They met at the Rockingham Hotel.", "Rockingham Hotel", "FAC"),
        ("The People's Harbor Party won.", "People's Harbor Party", "ORG"),
    ],
)
def test_organisations_agreements_and_buildings_are_known_by_their_form(
    text: str, words: str, kind: str
) -> None:
    assert [(one.text, one.type) for one in mentions_in(text, "1990-01-01")] == [
        (words, EntityType(kind))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“He is wrong,” said Tomoaki Larkmoor, a specialist. Larkmoor left.",
        "Sen. Thea Larkmoor objected. Larkmoor left.",
        "Thea Larkmoor, professor of history, agreed. Larkmoor left.",
    ],
)
def test_unknown_people_are_persons_and_so_are_their_later_surnames(text: str) -> None:
    found = [one for one in mentions_in(text, "1990-01-01") if one.type is EntityType.PERSON]
    assert [one.text.split(" ")[-1] for one in found] == ["Larkmoor", "Larkmoor"]
    assert {one.entity for one in found} == {None}
    assert found[0].text in said(found[1].why)


def test_korean_names_are_shortened_to_the_first_word() -> None:
    found = mentions_in("Park Geun-hye spoke, and then Park left.", "2014-03-25")
    assert [one.text for one in found] == ["Park Geun-hye", "Park"]


def test_capitals_speak_for_governments_only_where_they_act() -> None:
    text = (
        "Beijing claims the islands. He lives in Tokyo. Tokyo and Washington agreed."
        " A trip to Washington."
    )
    spoken = [(one.text, one.stands_for) for one in mentions_in(text, "2012-09-20")]
    assert spoken == [
        ("Beijing", "org/government-of-china"),
        ("Tokyo", None),
        ("Tokyo", "org/government-of-japan"),
        ("Washington", "org/government-of-the-united-states"),
        ("Washington", None),
    ]


def test_single_characters_stand_for_countries_only_in_words_made_of_them() -> None:
    found = mentions_in("日米両国は訪米の日程を、27日の日曜日に中で決めた。", "2009-02-24", "ja")
    assert [(one.text, one.entity) for one in found] == [
        ("日", "place/japan"),
        ("米", "place/united-states"),
        ("米", "place/united-states"),
    ]


def test_katakana_names_are_not_found_inside_longer_words() -> None:
    assert named("ネクタイとタイムを買った。", "2009-02-24", "ja") == {}


def test_unknown_japanese_people_are_known_by_their_titles() -> None:
    text = "😀被爆者の𠮷田重夫さんは泣いた。坪井さんも泣いた。"
    people = [o.text for o in mentions_in(text, "2016-05-27", "ja") if o.type is EntityType.PERSON]
    assert people == ["𠮷田重夫", "坪井"]


def test_titles_beside_names_are_kept_for_dating() -> None:
    (candidate,) = (
        one for one in candidates_in("U.S. President Bill Clinton spoke.") if one.offices
    )
    assert candidate.offices == ("office/president-of-the-united-states",)
    assert candidate.title == Span(0, 14)
    assert candidate.entities == ("person/bill-clinton",)


def test_names_broken_over_lines_keep_the_words_of_the_source() -> None:
    text = (
        "It was said last night that the treaty between Japan and the United\n"
        "States will be signed on the nineteenth of the month by the Japa-\n"
        "nese prime minister, who is expected to fly to the city of Washing-\n"
        "ton with the foreign minister and a large party of his officials."
    )
    found = [one.text for one in mentions_in(text, "1960-01-19")]
    assert found == ["Japan", "United\nStates", "Japa-\nnese", "Washing-\nton"]


def test_the_agreement_of_the_time_is_meant() -> None:
    text = "The U.S.-Japan Security Treaty was discussed."
    assert set(named(text, "1955-01-19").values()) == {"agreement/security-treaty-1951"}
    assert set(named(text, "1985-01-19").values()) == {"agreement/security-treaty-1960"}


def test_only_content_is_read() -> None:
    text = "Barack Obama spoke.\nCopyright Shinzo Abe"
    first, second = lines_of(text)
    lines = [first, Line(second.number, second.span, LineKind.COPYRIGHT, "test")]
    found = find_candidates(text, lines, derived(text, lines), KNOWLEDGE, "en")
    assert [one.text for one in found] == ["Barack Obama"]


WORDS = st.sampled_from(
    [
        *("Obama", "Fukuda", "President", "Prime Minister", "the", "of", "and", "U.S.", "Japan"),
        *(
            "Tokyo",
            "said",
            "Mr.",
            "Clinton",
            "Bill",
            "Hillary",
            "Washington",
            "日米",
            "首相",
            "福田",
        ),
        *(
            "オバマ",
            "大統領",
            "東京都",
            "😀",
            "𠮷田さん",
            "University",
            "Treaty",
            ",",
            ".",
            "’s",
            "-",
        ),
        *("JAPAN", "-\n", "\n", "U.S.S.", "administration", "内閣", "訪米中の", "\u00a0"),
    ]
)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=40), st.booleans())
def test_mentions_stand_in_order_never_overlap_and_say_what_stands_there(
    words: list[str], japanese: bool
) -> None:
    text = ("" if japanese else " ").join(words)
    end = 0
    for mention in mentions_in(text, "2009-11-13", "ja" if japanese else "en"):
        assert mention.span.start >= end
        assert mention.text == mention.span.of(text)
        assert said(mention.why)
        end = mention.span.end


_SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda at: Span(at[0], at[0] + at[1])),
    max_size=12,
)


@given(_SPANS, _SPANS)
def test_places_are_compared_with_their_neighbours_as_with_all_others(
    spans: list[Span], asked: list[Span]
) -> None:
    known = _Spans(spans)
    for one in asked:
        assert known.meets(one) == any(one.overlaps(other) for other in spans)
        longer = any(other != one and other.contains(one) for other in spans)
        assert known.holds_within_longer(one) == longer
