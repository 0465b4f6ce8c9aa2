"""What times an article talks about: main ones, and those in passing, with their sentences."""

from __future__ import annotations

from datetime import date

from tests.helpers.builders import lines_of
from usjp_reader.analysis.periods import periods
from usjp_reader.analysis.times import times
from usjp_reader.domain.dates import Days, Period
from usjp_reader.knowledge.deriving import derived
from usjp_reader.knowledge.happenings import wordings
from usjp_reader.knowledge.times import expressions_in

OCCUPATION = """The occupier

Japan surrendered on September 2, 1945. By 1947 the general spoke of peace. In June 1950 war broke
out in Korea.

On September 8, 1951 the delegates signed. It took effect on April 28, 1952. Perry came in 1853.
"""


def about(text: str, published: str | None = None) -> tuple[Period, ...]:
    day = date.fromisoformat(published) if published else None
    days = Days(day, day) if day else None
    read = derived(text, lines_of(text))
    found = times(text, read, expressions_in(read.text), days, ())
    return periods(read, found, wordings().found_in(read.text), days)


def test_the_main_period_holds_the_times_that_belong_together() -> None:
    main, *others = about(OCCUPATION)
    assert main.is_main
    assert main.days == Days(date(1945, 8, 15), date(1952, 4, 28))
    assert [one.days.earliest.year for one in others] == [1853]
    assert not others[0].is_main


def test_every_period_lists_its_sentences() -> None:
    main, other = about(OCCUPATION)
    assert [span.of(OCCUPATION) for span in other.passages] == ["Perry came in 1853."]
    assert len(main.passages) == 5
    assert main.passages[0].of(OCCUPATION) == "Japan surrendered on September 2, 1945."


def test_news_talks_about_its_own_day_and_touches_the_past() -> None:
    text = (
        "Title\n\nThe ministers met on Friday. They had met last week.\n\n"
        "The treaty of peace dates from 1951.\n"
    )
    main, past = about(text, "2013-02-22")
    assert main.is_main
    assert main.days == Days(date(2013, 2, 11), date(2013, 2, 22))
    assert (past.days.earliest.year, past.is_main) == (1951, False)


def test_an_article_that_names_no_time_talks_about_its_own_day() -> None:
    (only,) = about("Title\n\nThe ministers met and spoke of steel.\n", "2013-02-22")
    assert (only.is_main, only.passages) == (True, ())


def test_an_essay_on_the_past_does_not_talk_about_the_day_it_was_printed() -> None:
    found = about(OCCUPATION, "2013-02-22")
    assert [one.days.earliest.year for one in found if one.is_main] == [1945]


def test_a_century_is_no_period() -> None:
    assert about("Title\n\nIn the nineteenth century all was quiet.\n") == ()


def test_a_known_event_is_a_time() -> None:
    (only,) = about("Title\n\nThe dollar fell after the Plaza accord.\n")
    assert only.days == Days(date(1985, 9, 22), date(1985, 9, 22))
