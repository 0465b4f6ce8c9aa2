"""When an article was published: stated, or inferred with reasons that a historian can check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.intake.terms import SmallTerms, candidates_in
from usjp_reader.config.messages import said
from usjp_reader.domain.articles import Container, FieldValue, Metadata
from usjp_reader.domain.dates import Dated, Days, Precision, Status, Where
from usjp_reader.domain.entities import Candidate, Entity, EntityType
from usjp_reader.domain.spans import Span
from usjp_reader.intake.cleaning import label
from usjp_reader.intake.dating import Reading, date_article
from usjp_reader.intake.normalising import normalised
from usjp_reader.knowledge.deriving import derived
from usjp_reader.knowledge.happenings import wordings
from usjp_reader.knowledge.times import expressions_in

TODAY = date(2026, 11, 22)
FILLER = (
    "\n\nThe two sides said that the alliance was strong and that they would work together on every "
    "problem that the region might bring.\n\nOfficials added that nothing else had been decided.\n"
)


def dated(
    text: str,
    name: str = "article.txt",
    container: Container | None = None,
    terms: SmallTerms | None = None,
    extra: tuple[Candidate, ...] = (),
) -> Dated:
    text = normalised(text)
    container = container or Container()
    labelled = label(text, container)
    candidates = sorted([*candidates_in(text), *extra], key=lambda one: one.span)
    read = derived(text, labelled.lines)
    times = expressions_in(read.text)
    named = wordings().found_in(read.text)
    reading = Reading(text, labelled.lines, read, times, named, candidates)
    return date_article(reading, container, name, terms or SmallTerms(), TODAY)


def value(found: Dated) -> str | None:
    return found.value.value if found.value else None


@dataclass(frozen=True)
class Case:
    """A text, the day it states, and the rule by which that is seen."""

    text: str
    day: str
    rule: str


# ruff: noqa: E501  (a page and its date on one line are easier to compare)
STATED = [
    Case("A heading of some length\n\nPublished: Feb. 24, 2009 5:30 PM EST" + FILLER, "2009-02-24", "published-line"),
    Case("A heading of some length\n\nPublished 3 March 2011 | Updated 5 March 2011" + FILLER, "2011-03-03", "published-line"),
    Case("A heading of some length\n\nLast updated: 5 March 2011" + FILLER, "2011-03-05", "updated-line"),
    Case("A heading of some length\n\nBy Ann Lee\n\nFebruary 24, 2009" + FILLER, "2009-02-24", "date-line"),
    Case("The Daily Planet, Saturday, May 5, 1951\n\nA heading of some length" + FILLER, "1951-05-05", "date-line"),
    Case("A heading of some length\n\nWASHINGTON, Feb. 24, 2009 (AP) — The two leaders met for an hour in the White House." + FILLER, "2009-02-24", "dateline-day"),
    Case("A heading of some length\n\nYOKOHAMA, Friday, March 31, 1854. -- The United States and Japan have a treaty at last." + FILLER, "1854-03-31", "dateline-day"),
    Case("首相、米大統領と会談へ\n\n2013年2月22日 05時00分\n\n　首相は二十二日、大統領と会談する。両首脳は同盟の強化で一致する見通しだ。\n", "2013-02-22", "date-line"),
    Case("首相、米大統領と会談へ\n平成25年2月22日（金）\n\n　首相は二十二日、大統領と会談する。両首脳は同盟の強化で一致する見通しだ。\n", "2013-02-22", "date-line"),
    Case("A heading of some length\n\nTokyo, March 18, 1954—7 p.m." + FILLER, "1954-03-18", "date-line"),
    Case("BC-Japan-Cars\nA heading of some length" + FILLER + "\nAP-NY-06-28-95 1847EDT\n", "1995-06-28", "wire-date"),
]  # fmt: skip


@pytest.mark.parametrize("case", STATED, ids=lambda case: f"{case.rule}-{case.day}")
def test_a_date_that_the_page_gives_is_stated(case: Case) -> None:
    found = dated(case.text)
    assert value(found) == case.day
    assert found.status is Status.STATED
    assert found.confidence > 0.7
    assert found.evidence[0].rule == case.rule


def test_the_container_comes_before_the_page() -> None:
    text = "A heading of some length\n\nPublished: Feb. 24, 2009" + FILLER
    found = dated(text, container=Container(published="2009-02-23T10:00:00Z"))
    assert value(found) == "2009-02-23"
    assert found.evidence[0].where is Where.METADATA


TALKS = "Okinawa and the treaty\n\nThe two sides met again and agreed on little." + FILLER


def handed(published: str, **fields: str) -> Container:
    values = {name: FieldValue(value) for name, value in fields.items()}
    return Container(Metadata.of(**values), published)


def test_figures_of_two_readings_are_not_taken_month_first_without_doubt() -> None:
    found = dated(TALKS, container=handed("01/05/1972"))
    assert [days.edtf for days in found.ranges] == ["1972-01-05", "1972-05-01"]
    assert found.confidence < 0.8


@pytest.mark.parametrize(
    ("fields", "text", "day"),
    [
        ({"publisher_place": "London"}, TALKS, "1972-05-01"),
        ({"URL": "https://www.gazette.example.co.uk/1"}, TALKS, "1972-05-01"),
        ({"publisher_place": "Chicago"}, TALKS, "1972-01-05"),
        ({}, TALKS.replace("treaty", "centre of labour"), "1972-05-01"),
        ({}, TALKS.replace("treaty", "labor center"), "1972-01-05"),
    ],
)
def test_the_country_of_the_source_settles_how_figures_are_read(
    fields: dict[str, str], text: str, day: str
) -> None:
    found = dated(text, container=handed("01/05/1972", **fields))
    assert (value(found), found.ranges) == (day, ())
    assert found.confidence > 0.9


@pytest.mark.parametrize(
    ("container", "rule"),
    [
        (Container(aside=(("modified", "2009-02-24T09:00:00Z"),)), "changed-until"),
        (Container(aside=(("archived", "2009-02-24"),)), "saved-until"),
        (Container(Metadata.of(accessed=FieldValue("2009-02-24"))), "saved-until"),
        (Container(aside=(("made", "2009-01-24"),)), "made-until"),
    ],
)
def test_a_copy_is_no_older_than_what_it_is_a_copy_of(container: Container, rule: str) -> None:
    alone = dated("A heading of some length" + FILLER, container=container)
    assert value(alone) is None
    assert [evidence.rule for evidence in alone.evidence] == [rule]
    assert "{" not in said(alone.evidence[0].why)
    year = dated("A heading of some length" + FILLER, "abe-2009.txt", container)
    assert year.value is not None
    assert year.value.days.latest == date(2009, 2, 24)


def test_other_dates_of_a_container_say_nothing() -> None:
    container = Container(aside=(("created", "2009-02-24"), ("modified", "no date")))
    assert dated("A heading of some length" + FILLER, container=container).evidence == ()


def test_a_month_in_the_container_is_a_month() -> None:
    found = dated("A heading" + FILLER, container=Container(published="March 2011"))
    assert value(found) == "2011-03"
    assert found.precision is Precision.MONTH


@pytest.mark.parametrize(
    ("name", "expected", "precision"),
    [
        ("2013-02-22-abe.txt", "2013-02-22", Precision.DAY),
        ("20130222_abe.txt", "2013-02-22", Precision.DAY),
        ("papers/1951/09/x.txt", "1951", Precision.YEAR),
        ("2013年02月22日.txt", "2013-02-22", Precision.DAY),
        ("abe-2013.txt", "2013", Precision.YEAR),
        ("000_749e1622cd2e8ed8.txt", None, Precision.UNKNOWN),
        ("a2013b.txt", None, Precision.UNKNOWN),
    ],
)
def test_a_date_in_the_name_of_the_file(
    name: str, expected: str | None, precision: Precision
) -> None:
    found = dated("A heading of some length" + FILLER, name)
    assert value(found) == expected
    assert found.precision is precision
    if expected:
        assert found.status is Status.INFERRED
        assert found.evidence[0].where is Where.FILENAME


def test_a_date_in_the_address_of_the_page() -> None:
    address = FieldValue("https://example.com/news/2009/02/24/aso")
    found = dated("A heading" + FILLER, container=Container(Metadata.of(URL=address)))
    assert value(found) == "2009-02-24"
    assert found.evidence[0].where is Where.URL


def test_terms_of_office_of_two_people_narrow_the_date() -> None:
    found = dated(
        "President Barack Obama told Prime Minister Taro Aso that ties were strong." + FILLER
    )
    assert value(found) == "2009-01-20/2009-09-16"
    assert {one.rule for one in found.evidence} == {"term-of-office"}
    assert "rests on a name" in said(found.evidence[0].why)


def test_both_terms_of_one_person_are_thought_of() -> None:
    assert (
        value(dated("Prime Minister Shinzo Abe spoke in Tokyo about the bases." + FILLER))
        == "2006-09-26/2020-09-16"
    )
    both = "Prime Minister Shinzo Abe met President Barack Obama to speak about the bases."
    assert value(dated(both + FILLER)) == "2012-12-26/2017-01-20"


def test_the_date_chooses_between_two_people_of_one_name() -> None:
    found = dated("President Bush praised Prime Minister Junichiro Koizumi for his help." + FILLER)
    assert value(found) == "2001-04-26/2006-09-26"


def test_a_former_prime_minister_was_followed() -> None:
    text = (
        "President Barack Obama met former Prime Minister Junichiro Koizumi at a dinner." + FILLER
    )
    assert value(dated(text)) == "2009-01-20/2017-01-20"
    text = "安倍晋三首相は二十二日、小泉純一郎元首相と会い、日米関係について意見を交わした。\n"
    assert value(dated(text)) == "2006-09-26/2020-09-16"


def test_people_of_the_past_do_not_date_an_article_of_today() -> None:
    text = (
        "President Barack Obama spoke of the treaty on Tuesday in Washington.\n\n"
        "President Eisenhower cancelled his own trip to Tokyo in June 1960 after riots." + FILLER
    )
    assert value(dated(text)) == "2009-01-20/2017-01-20"


def test_events_talked_about_are_not_the_date() -> None:
    text = (
        "Japan is the only large nation that has not signed the 1980 convention.\n\n"
        "Okinawa was returned in 1972. The treaty was revised on June 23, 1960." + FILLER
    )
    found = dated(text)
    assert found.value is None
    assert found.confidence == 0


def test_the_latest_past_event_is_the_earliest_day() -> None:
    text = (
        "It remains to be seen what will come of the landslide victory in the August 30, 2009 "
        "elections. The economy declined by 0.7% in 2008 and is projected to decline by 6.2% by the "
        "end of 2009, officials said in the capital." + FILLER
    )
    found = dated(text)
    assert value(found) == "2009-08-30/2009-12-31"
    assert [one.rule for one in found.evidence] == ["past-mention", "coming-mention"]


def test_the_earliest_comment_is_hardly_younger_than_the_article() -> None:
    text = (
        "A heading of some length"
        + FILLER
        + "\n© 2013 AFP\n\n"
        + (
            "  • 2\n\n    gaijinfo Feb. 22, 2013 - 07:59AM JST that the bases will stay where they are.\n\n"
            "  • 5\n\n    someone Feb. 23, 2013 - 09:34AM JST I do not believe a word of it, sorry.\n"
        )
    )
    found = dated(text)
    assert value(found) == "2013-02-22"
    assert found.status is Status.INFERRED
    assert found.evidence[0].rule == "comment-day"


def test_the_copyright_line_gives_a_year() -> None:
    found = dated("A heading of some length" + FILLER + "\n© 2013 AFP\n")
    assert value(found) == "2013"
    assert found.precision is Precision.YEAR


def test_a_dateline_without_a_year_is_resolved_by_the_terms() -> None:
    text = (
        "Treaty in force\n\nTOKYO, March 4 (AP) — Prime Minister Taro Aso said that he will stay."
        + FILLER
    )
    found = dated(text)
    assert value(found) == "2009-03-04"
    assert found.evidence[-1].rule == "month-day"


def test_a_weekday_chooses_the_year() -> None:
    text = (
        "A heading\n\nTOKYO, Tuesday, June 7 (UPI) — Prime Minister Nobusuke Kishi said that he will stay."
        + FILLER
    )
    assert value(dated(text)) in ("1960-06-07", "1957-02-25/1960-07-19")


def test_a_meeting_of_two_leaders_on_a_tuesday() -> None:
    text = (
        "President Barack Obama told Prime Minister Taro Aso on Tuesday that ties were strong."
        + FILLER
    )
    found = dated(text)
    assert value(found) == "2009-02-24"
    assert "Washington" in said(found.evidence[-1].why)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sixty years ago today, on April 28, 1952, the peace treaty took effect in Tokyo.",
            "2012-04-28",
        ),
        (
            "Tomorrow, Sept. 8, 1951, the delegates will line up to sign the treaty of peace.",
            "1951-09-07",
        ),
        ("The 60th anniversary of the security treaty of 1951 was marked in the capital.", "2011"),
        ("戦後七十年を迎えた今年、首相は談話を出す。各国が注目している。", "2015"),
        ("Pacific Defense Monthly, Oct. 1987", "1987-10"),
        ("Accessed 2 May 2014", None),
    ],
)
def test_reckoning_from_what_is_said(text: str, expected: str | None) -> None:
    assert value(dated(text)) == expected


def test_a_known_event_is_not_older_than_the_article_that_tells_of_it() -> None:
    text = "NEW YORK — The ministers signed the Quay Accord on Sunday, President Barack Obama was told."
    at = text.index("Quay Accord")
    event = Candidate(Span(at, at + 11), "Quay Accord", EntityType.EVENT, ("event/x",))
    days = Days(date(2011, 9, 22), date(2011, 9, 22))
    entity = Entity("event/x", EntityType.EVENT, "Quay Accord", "", existence=days)
    found = dated(text + FILLER, terms=SmallTerms({"event/x": entity}), extra=(event,))
    assert found.value is not None
    assert found.value.days.earliest == date(2011, 9, 22)
    assert {one.rule for one in found.evidence} & {"event", "event-related", "recent-told"}


def test_nothing_is_dated_in_the_future_unless_it_says_so() -> None:
    assert value(dated("A heading" + FILLER, "2031-01-01.txt")) is None


def test_spans_hold_the_words_they_rest_on() -> None:
    text = "𠮷😀\n\nA heading of some length\n\nPublished: Feb. 24, 2009" + FILLER
    (evidence, *_) = dated(text).evidence
    assert evidence.span is not None
    assert evidence.span.of(text) == evidence.text == "Feb. 24, 2009"


TELLING = st.sampled_from(
    ["President Barack Obama", "Prime Minister Taro Aso", "on Tuesday", "in 2006", "since 1955", "will",
     "TOKYO, Feb. 3 —", "© 2013 AFP", "Published: May 5, 2010", "2月22日", "平成25年", "\n", "\n\n", "said",
     "former Prime Minister Junichiro Koizumi", "by the end of 2030", "𠮷", "Feb. 30, 2010", "today", "."]
)  # fmt: skip


@given(st.lists(TELLING, max_size=25))
def test_any_text_is_dated_or_not_and_every_reason_has_a_sentence(parts: list[str]) -> None:
    found = dated(" ".join(parts))
    assert 0 <= found.confidence <= 1
    for evidence in found.evidence:
        assert said(evidence.why).endswith((".", "”", evidence.text))
    if found.value and found.status is Status.INFERRED:
        assert date(1800, 1, 1) <= found.value.days.earliest
        assert found.value.days.latest <= TODAY
