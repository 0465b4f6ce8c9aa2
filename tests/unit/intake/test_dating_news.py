"""How a text tells of the newest happening says how long ago that was."""

from __future__ import annotations

import pytest

from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.loading.pipeline import analyse


def dated(text: str) -> str | None:
    (record,) = read_records("article.txt", text.encode("utf-8"))
    value = analyse(record, "article.txt", base.load()).published.value
    return value.days.edtf if value else None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("東日本大震災から三カ月。島の人々は、いまも名前を言える。", "2011-06-08/2011-06-14"),
        ("東日本大震災の発生からきょうで一カ月になる。", "2011-04-11"),
        ("大平首相の急死から一週間。選挙戦は終盤に入った。", "1980-06-17/1980-06-21"),
        (
            "Nearly two weeks after the Ehime Maru was sunk, divers have not been let near her.",
            "2001-02-19/2001-02-23",
        ),
        (
            "安倍晋三元首相が奈良市で演説中に銃撃され、死去してから一年になる。",
            "2023-07-03/2023-07-18",
        ),
    ],
)
def test_what_weeks_and_months_are_counted_from_is_no_news(text: str, days: str) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Walter Mondale, who died at his home on Monday, has been praised this week for the "
            "vice presidency, which he changed.",
            "2021-04-20",
        ),
        (
            "週末にトロントで行われたG20首脳会議で、菅直人首相とオバマ大統領は会談した。",
            "2010-06-28/2010-07-03",
        ),
        (
            "今月一日、日米の閣僚は再編実施のための日米のロードマップをまとめた。",
            "2006-05-02/2006-05-31",
        ),
        (
            "先週土曜日、1995年の少女暴行に抗議する県民総決起大会に参加した。",
            "1995-10-22/1995-10-29",
        ),
    ],
)
def test_words_that_put_an_event_before_the_day_of_writing_leave_its_day_out(
    text: str, days: str
) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Next Friday, after the summit meeting at Ise-Shima is done, Barack Obama will go.",
            "2016-05-20/2016-05-26",
        ),
        (
            "大学は12日、講演会を開いた。今月下旬に就任後初めて来日するバイデン大統領と岸田首相"
            "との会談が見どころだという。",
            "2022-05-12",
        ),
        (
            "When Yoshihiko Noda sits down at the White House later this month, he will ask for "
            "little. President Obama will be his host.",
            "2012-04-01/2012-04-29",
        ),
    ],
)
def test_what_is_to_come_is_not_taken_for_what_was(text: str, days: str) -> None:
    assert dated(text) == days


def test_who_is_back_from_a_visit_was_there() -> None:
    text = (
        "TOKYO — Prime Minister Yasuhiro Nakasone came home from Washington this week to find "
        "his words of an unsinkable aircraft carrier there before him. He and President Reagan "
        "had agreed to call each other Ron and Yasu."
    )
    assert dated(text) == "1983-01-20/1983-01-23"


def test_a_title_at_the_beginning_of_a_paragraph_belongs_to_its_name() -> None:
    text = "No exemption\n\nPrime Minister Shigeru Ishiba spoke of steel, and nobody listened.\n"
    assert dated(text) == "2024-10-01/2025-10-21"


def test_whoever_did_something_when_news_broke_held_the_office_then() -> None:
    text = "When President Obama spoke on Friday, Prime Minister Naoto Kan was in the hall."
    found = dated(text)
    assert found is not None
    assert "2010-06-08" <= found <= "2011-09-02"


def test_the_funeral_of_somebody_is_after_the_term() -> None:
    text = (
        "TOKYO — It is nearly a month since the world stood in the sleet for the funeral of "
        "Emperor Hirohito. President Bush, who came last month, bowed once. Prime Minister "
        "Noboru Takeshita gave him twenty minutes."
    )
    assert dated(text) == "1989-03-10/1989-03-24"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "They have landed\n\n"
            "GINOWAN, Okinawa — Six of them came in on Monday from the east, tilting their rotors "
            "as they turned, over the houses. The Ospreys are at Futenma now.\n\n"
            "Prime Minister Yoshihiko Noda's government says they are safe. The mayor says that he "
            "has run out of words.\n",
            "2012-10-02/2012-10-07",
        ),
        (
            "Waiting for seven\n\n"
            "HIROSHIMA, Japan — The manhole covers are sealed, the lockers at the station are "
            "taped. Next week the leaders of seven rich democracies come to the city of Prime "
            "Minister Fumio Kishida's family.\n\n"
            "President Biden may yet stay at home; there is the debt ceiling.\n",
            "2023-05-07/2023-05-14",
        ),
    ],
)
def test_the_words_of_an_opening_say_which_event_it_is_about(text: str, days: str) -> None:
    assert dated(text) == days


def test_a_sentence_that_two_people_spoke_is_not_taken_for_an_event_of_their_time() -> None:
    text = "President Reagan and Prime Minister Nakasone are expected to speak by telephone."
    assert dated(text) == "1982-11-27/1987-11-06"


def test_a_day_with_that_of_japan_beside_it_is_that_of_the_place() -> None:
    text = (
        "菅義偉首相とバイデン米大統領は16日（日本時間17日）、ホワイトハウスで会談し、共同声明を発表した。\n\n"
        "首相は会談後の共同会見で「約束した」と述べた。\n"
    )
    assert dated(text) == "2021-04-17"


def test_a_day_that_a_note_puts_right_was_when_the_article_appeared() -> None:
    text = (
        "What the court said\n\n"
        "Governor Masahide Ota lost in the Supreme Court, and Prime Minister Ryutaro Hashimoto "
        "was polite about it. The leases will be signed in the governor's place.\n\n"
        "President Clinton had asked for nothing else when he came to Tokyo.\n\n"
        "Correction: An earlier version of this article misstated the day of a rally. It was held "
        "on July 14, 1997.\n"
    )
    found = dated(text)
    assert found is not None
    assert found >= "1997-07-14"


def test_the_own_day_of_a_page_counts_for_more_than_that_of_an_event() -> None:
    text = (
        "首相、バイデン氏との会談を振り返る\n\n5/2(日) 10:36配信\n\n"
        "菅義偉首相は、16日にホワイトハウスでバイデン大統領と初めて会談した時の思い出を記者団に語った。\n\n"
        "首相は「ハンバーガーは食べなかった」と笑った。\n"
    )
    assert dated(text) == "2021-05-02"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("昭和26年9月8日の調印から、きょうでちょうど六十年になる。", "2011-09-08"),
        ("サンフランシスコ講和条約の調印から、きょう八日でちょうど六十年になる。", "2011-09-08"),
        (
            "Fifty years to the day after the bombs fell on Pearl Harbor, President Bush stood at "
            "the Arizona Memorial this morning.",
            "1991-12-07",
        ),
    ],
)
def test_years_to_the_day_are_counted_from_the_day_itself(text: str, days: str) -> None:
    assert dated(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Last week Prime Minister Fumio Kishida made the first state visit by a Japanese "
            "leader in nine years and addressed a joint meeting of Congress.\n\n"
            "President Biden called it an upgrade. The visitor from Manila came that same "
            "Thursday.\n",
            "2024-04-14/2024-04-21",
        ),
        (
            "The White House announced this week that Barack Obama will go to Hiroshima.\n\n"
            "Prime Minister Shinzo Abe will stand next to him.\n",
            "2016-05-08/2016-05-15",
        ),
    ],
)
def test_a_week_belongs_to_what_it_is_said_of(text: str, days: str) -> None:
    found = dated(text)
    assert found is not None
    assert days.split("/", maxsplit=1)[0] <= found <= days


def test_the_month_after_next_month_is_named_in_the_next_sentence() -> None:
    text = (
        "Rain\n\n"
        "Prime Minister Tsutomu Hata has other cares than the weather over Tokyo.\n\n"
        "That ends next month. On the last day of July, the farmers say, it will be dry.\n"
    )
    assert dated(text) == "1994-06"


def test_last_week_in_the_sentence_before_is_said_of_the_news() -> None:
    text = (
        "CHICAGO — The beans come from Illinois. Last week President Nixon shut the door on "
        "them.\n\nHis embargo on soybeans is meant to make hamburger cheaper.\n"
    )
    assert dated(text) == "1973-07-01/1973-07-08"


TALKS = (
    "Prime Minister Shinzo Abe announced on Friday that Japan would join the talks on a "
    "Trans-Pacific Partnership.\n\nThe farmers were on the lawn.\n\nThey will be back.\n"
)


def test_a_column_tells_of_a_weekday_on_the_day_after_at_the_earliest() -> None:
    assert dated(TALKS) == "2013-03-16"


def test_a_dispatch_may_be_of_the_weekday_itself() -> None:
    assert dated("TOKYO (Reuters) - " + TALKS) == "2013-03-15/2013-03-16"


def test_somebody_who_is_soon_to_come_into_office_does_not_hold_it_yet() -> None:
    text = (
        "独立から三日目のメーデーは、血のメーデーになった。吉田首相は不快を隠さない。"
        "マーフィー大使の着任は近い。"
    )
    found = dated(text)
    assert found is not None
    assert found < "1952-05-09"
