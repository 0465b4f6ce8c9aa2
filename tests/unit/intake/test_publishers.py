"""A publisher is named only where the page says it; else the program is silent."""

from __future__ import annotations

import pytest

from usjp_reader.domain.articles import Container
from usjp_reader.intake.cleaning import label

TEXT = (
    "The two governments signed the agreement on Tuesday, and said that it would hold for years.",
    "Officials of the foreign ministry told reporters that the bases would be counted anew.",
    "The ambassador said that he had never seen a paper of so few words that cost so much.",
)


def publisher(head: str, foot: str = "", title: str = "Agreement on the bases is signed") -> str:
    text = "\n\n".join([*head.split("\n"), title, *TEXT, *foot.split("\n")]) + "\n"
    return label(text, Container()).publisher or ""


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        ("The Elm Ledger", "© 2024 The Elm Ledger Company", "The Elm Ledger"),
        ("Home", "© 1985 Bay Ridge Independent Co.", "Bay Ridge Independent"),
        ("MarketDesk", "© 2024 MarketDesk Media LLC. All rights reserved.", "MarketDesk"),
        ("Home", "© 2001 The Star, a division of Trade Wind Publishing Co.", "The Star"),
        ("Home", "© Copyright 2013 Carroll Sun-Gazette, 210 Court St.", "Carroll Sun-Gazette"),
        ("Home", "©2001, Harbor TV Inc. on behalf of Channel 6 News.", "Channel 6 News"),
        ("KVOR Radio", "Copyright KVOR. All rights reserved.", "KVOR"),
    ],
)
def test_a_copyright_line_names_the_paper_and_not_its_owner(
    head: str, foot: str, name: str
) -> None:
    assert publisher(head, foot) == name


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Home", "© 2024 Trade Wind Publishing"),
        ("Home", "© 2011 elmledger.example, all rights reserved."),
        ("Home", "© 2009 The Old Newspapers Archive"),
        ("Home", "Powered by © Blogger"),
        ("Home", "© Getty Images"),
        ("University News", "Print this page"),
        ("Top > Countries > Asia Pacific Region\nAsia Pacific Region", "To Asia Pacific Region"),
        ("A letter to friends of the islands", "© respective authors"),
    ],
)
def test_owners_keepers_sections_and_picture_houses_are_no_publishers(head: str, foot: str) -> None:
    assert publisher(head, foot) == ""


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        ("KOZA CROSSROADS   3", "About Koza Crossroads\nPrivacy policy", "Koza"),
        ("The Mitaka Slope Lantern", "Write to editor@mitakaslopelantern.example.", "The Mitaka"),
        ("山 陽 興 報", "發行所　岡山市　山陽興報社", "山陽興報"),
    ],
)
def test_a_name_at_the_head_that_the_page_repeats_is_the_publisher(
    head: str, foot: str, name: str
) -> None:
    assert publisher(head, foot).startswith(name)


def test_an_english_page_of_a_ministry_keeps_its_english_name() -> None:
    foot = "Copyright© Ministry of Foreign Affairs of Japan"
    assert publisher("Top", foot) == "Ministry of Foreign Affairs of Japan"


def test_what_owns_a_paper_of_its_name_is_not_the_paper() -> None:
    assert publisher("The Fulcrum", "©2024 Fulcrum Digital Partners") == "The Fulcrum"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("World Politics Today", "More in World Politics Today"),
        ("STRICTLY CONFIDENTIAL", "STRICTLY CONFIDENTIAL"),
        ("Home", "The White House"),
    ],
)
def test_sections_stamps_and_links_that_a_page_repeats_are_no_publishers(
    head: str, foot: str
) -> None:
    assert publisher(head, foot) == ""


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("NEWS BY TELEGRAPH.", "The Markets: see News by Telegraph, published every day."),
        ("Tokyo Dispatch", "About Tokyo Dispatch"),
        ("Submitted for the record", "About Submitted for the Record"),
        ("Reports", "An earlier version was published on August 31, 2009."),
        ("NewsHeap", "© NewsHeap. Headlines and texts belong to their publishers."),
        ("Home\nBy Nora Ashby", "© 2026 Nora Ashby"),
    ],
)
def test_columns_of_news_days_authors_and_disclaimers_are_no_publishers(
    head: str, foot: str
) -> None:
    assert publisher(head, foot) == ""


def test_an_embassy_is_named_in_the_language_of_its_page() -> None:
    text = "\n\n".join(
        [
            "米国大使館　東京・日本",
            "Embassy of the United States Tokyo, Japan",
            "大使、広島の式典に参列",
            "大使は本日、広島市で行われた平和記念式典に参列した。大使の参列はこれが初めてである。",
            "大使は式典の後、資料館を訪れ、被爆した人々の話に一時間あまり耳を傾けた。",
        ]
    )
    assert label(text, Container()).publisher == "米国大使館"


def test_a_firm_is_named_without_its_seat() -> None:
    foot = "Copyright 1873, HARROW, LANE & COMPANY, Boston."
    assert publisher("Home", foot) == "Harrow, Lane & Company"
