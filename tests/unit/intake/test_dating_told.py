"""What a text tells of visits, offices and deaths dates it where nothing states the date."""

from __future__ import annotations

import pytest

from usjp_reader.domain.dates import Edtf
from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.knowledge.happenings import institutions
from usjp_reader.loading.pipeline import analyse


def dated(text: str) -> str | None:
    (record,) = read_records("article.txt", text.encode("utf-8"))
    value = analyse(record, "article.txt", base.load()).published.value
    return value.days.edtf if value else None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "TOKYO—Masayoshi Ohira, who likes to read, goes to Washington early next month on "
            "the first trip abroad he has made. He will find President Carter a polite host.",
            "1979-04",
        ),
        (
            "When Japan’s prime minister, Yoshiro Mori, sits down at the White House with "
            "President Bush next week, there will be papers between them.",
            "2001-03-11/2001-03-18",
        ),
        (
            "When President Clinton met Prime Minister Hashimoto in Santa Monica last month, "
            "he spoke of bases.",
            "1996-03",
        ),
        (
            "昨年11月に着任したケネディ大使は、"
            "来月日本を訪問するオバマ大統領に宛てたカードを見せた。",
            "2014-03",
        ),
    ],
)
def test_a_visit_that_is_weeks_off_dates_the_text(text: str, days: str) -> None:
    assert dated(text) == days


def test_a_visit_that_was_called_off_dates_nothing() -> None:
    text = "President Eisenhower was to have visited Japan next week, said Prime Minister Kishi."
    assert dated(text) == "1957-01-31/1960-07-19"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Keizo Obuchi was elected prime minister by the Diet yesterday.", "1998-07-31"),
        (
            "Masayoshi Ohira has hardly left Tokyo since he became Prime Minister in December.",
            "1979-01-01/1979-11-02",
        ),
        ("先月発足した岸田内閣は、予算の組み替えを急ぐ。", "2021-11"),
        (
            "ケネディ大使は公邸に客を招いた。大使は、昨年11月に着任して間もなく被災地を訪れた。",
            "2014",
        ),
    ],
)
def test_how_long_ago_somebody_took_office_dates_the_text(text: str, days: str) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Mike Mansfield, who stayed in Tokyo longer than any other American ambassador, died "
            "Friday at Walter Reed. He was 98.",
            "2001-10-05/2001-10-06",
        ),
        (
            "The news of the death of Prime Minister Ohira reached Washington last night.",
            "1980-06-13",
        ),
        ("吉田茂元首相が20日、大磯の自宅で死去した。", "1967-10-20"),
    ],
)
def test_the_death_of_somebody_known_dates_the_text(text: str, days: str) -> None:
    assert dated(text) == days


SITE = "Rust & Rivet\nHome | Business | Sports | Subscribe\nNov. 21, 2026\nBusiness\n\n"


def test_the_day_of_the_copy_above_a_page_is_not_that_of_its_article() -> None:
    text = (
        SITE + "Mon Valley splits over blocked steel deal\n\nBy Alicia Brandt\n\n"
        "BRADDOCK, Pa. — President Joe Biden forbade a Japanese company to buy the one that "
        "made this valley. President-elect Donald Trump has said that he would do the same.\n\n"
        "Prime Minister Shigeru Ishiba had written to Mr. Biden to plead for the deal.\n\n"
        "© 2026 Rust & Rivet LLC\n"
    )
    found = dated(text)
    assert found is not None
    assert "2024-11-06" <= found <= "2025-01-20"


def test_a_page_that_has_lost_its_date_has_none() -> None:
    text = (
        SITE + "Host family\n\nCarly Niemann\n\n"
        "This post was migrated from our old website. The original publication date is not "
        "available.\n\nMy host mother had two questions about the United States, and she asked "
        "them on the first night. She had made croquettes, and I ate nine of them.\n"
    )
    assert dated(text) is None


def test_an_event_that_is_to_come_bounds_the_text_from_above() -> None:
    text = (
        "米海兵隊は、オスプレイを10月にも沖縄の普天間飛行場に配備することを計画している。"
        "野田首相は米国に説明を求めた。オスプレイの訓練は本市の上空でも行われる。"
    )
    found = dated(text)
    assert found is not None
    assert found.endswith("/2012-10-01")


def test_a_hundred_and_fifty_years_ago_this_month_counts_from_what_the_sentence_tells() -> None:
    text = (
        "One hundred and fifty years ago this month, in a hall built for the purpose on a beach "
        "at Yokohama, a naval officer born a mile from our front door signed the "
        "first treaty between the United States and Japan."
    )
    assert dated(text) == "2004-03"


@pytest.mark.parametrize("word", ["to-day", "today"])
def test_older_papers_write_to_day(word: str) -> None:
    text = f"The Ambassadors from Japan were {word} received by the President, Mr. Buchanan."
    assert dated(text) == "1860-05-17"


def test_a_text_that_leaves_many_days_is_less_sure_than_one_that_leaves_few() -> None:
    def sure(text: str) -> float:
        (record,) = read_records("article.txt", text.encode("utf-8"))
        return analyse(record, "article.txt", base.load()).published.confidence

    few = sure("Keizo Obuchi was elected prime minister by the Diet yesterday.")
    many = sure("Prime Minister Noda has invited students from American campuses to Tohoku.")
    assert many <= 0.5 < few


def test_a_day_that_belongs_to_a_name_is_not_news_of_that_day() -> None:
    text = (
        "The joint statement of April 27 lets some 9,000 Marines leave Okinawa.\n\n"
        "For years the governments spoke of one package. It has been undone.\n"
    )
    assert dated(text) != "2012-04-27/2012-04-28"


def test_last_autumn_is_the_last_one_and_not_that_of_last_year() -> None:
    text = (
        "When the Emperor and Empress of Japan came to America last autumn, President Ford gave a "
        "dinner.\n"
    )
    found = dated(text)
    assert found is not None
    assert found.startswith("1975-12-01/")
    assert found <= "1975-12-01/1976-11-30"


def test_a_text_that_names_what_was_called_so_more_than_once_is_of_one_of_these_times() -> None:
    told = "The ships were back before anybody had been told that they had left the bay at all."
    often = {one.name: one for one in institutions() if len(one.days) > 1}
    assert "Imperial Headquarters" in often
    for one in often.values():
        found = dated(f"The bay\n\n{one.name} said that nothing was known of it.\n\n{told}\n")
        days = Edtf.parse(found).days if found else None
        assert days is None or any(days.intersection(each) for each in one.days), one.name
