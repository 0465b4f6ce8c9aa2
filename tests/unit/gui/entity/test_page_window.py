"""The page of an entity: what it says, what it draws, where its links lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from usjp_reader.domain.articles import ArticleRow, Snippet
from usjp_reader.domain.dates import Dated, Days, Edtf
from usjp_reader.domain.entities import EntityType, Name
from usjp_reader.domain.entity_pages import (
    Companion,
    EntityPage,
    MentionInContext,
    MentionLines,
    OfficeTerm,
    Related,
    RelationGroup,
)
from usjp_reader.domain.queries import Facet
from usjp_reader.domain.spans import Span
from usjp_reader.gui.entity.links import FEW, Link, LinkRow
from usjp_reader.gui.entity.window import EntityWindow
from usjp_reader.gui.entity.words import existence_words, period_words
from usjp_reader.gui.theme.marks import mark_colours
from usjp_reader.gui.theme.themes import DARK, HIGH_CONTRAST, LIGHT, Theme
from usjp_reader.knowledge import base
from usjp_reader.knowledge.entity_pages import entity_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PM, FOREIGN = "office/prime-minister-of-japan", "office/foreign"
SATO = EntityPage(
    id="person/eisaku-sato",
    type=EntityType.PERSON,
    name="Eisaku Sato",
    name_ja="佐藤栄作",
    is_disputed=False,
    is_own=False,
    description="Prime minister",
    qid=None,
    since="1901-03-27",
    until="1975-06-03",
    names=(
        Name("person/eisaku-sato", "Eisaku Sato", "en", "Latn", "full"),
        Name("person/eisaku-sato", "佐藤栄作", "ja", "Jpan", "full"),
    ),
    offices=(
        OfficeTerm(
            PM,
            "Prime Minister",
            Days(date(1964, 11, 9), date(1972, 7, 7)),
            predecessor=Related("person/hayato-ikeda", "Hayato Ikeda"),
        ),
        OfficeTerm(FOREIGN, "Foreign Minister", Days(date(1968, 1, 1), date(1970, 1, 1)), True),
    ),
    relations=(
        RelationGroup("member-of", False, (Related("org/ldp", "Liberal & Democratic", None),)),
    ),
    articles=3,
    per_year=((1969, 1), (1972, 1)),
    companions=(
        Companion("place/okinawa", "Okinawa", Facet.PLACE, 3),
        Companion("person/richard-nixon", "Richard Nixon", Facet.PERSON, 2),
    ),
)


@pytest.fixture
def window(qtbot: QtBot) -> EntityWindow:
    made = EntityWindow(LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def a_line(number: int) -> MentionInContext:
    row = ArticleRow(
        uid=f"{number:032}",
        title=f"Title {number}",
        publisher="Harbor Chronicle",
        published=Dated(Edtf.parse("1969-11-21")),
        language="en",
        words=100,
        minutes=1,
        snippet=Snippet(""),
    )
    return MentionInContext(row, Span(4, 8), "Prime Minister ", "Sato", " said that 😀")


def buttons(window: EntityWindow) -> dict[str, QPushButton]:
    found = window.about.findChildren(QPushButton)
    return {button.text(): button for button in found if not button.isHidden()}


def test_it_says_who_somebody_was_and_claims_no_more_than_the_tables(window: EntityWindow) -> None:
    window.show_page(SATO, can_go_back=False)
    words = window.head.words()
    assert "PERSON · 3 ARTICLES" in words
    assert "佐藤栄作" in words
    assert "Born 27 March 1901, died 3 June 1975, according to the program's tables" in words
    assert "disputed" not in words
    assert window.about.shown_sections() == ["offices", "articles", "relations", "company", "names"]
    assert window.tabs.tabText(1) == "All mentions · 3 articles"


@pytest.mark.parametrize(
    ("type_", "since", "until", "said"),
    [
        (EntityType.PERSON, "1942", "", "Born 1942, no death entered"),
        (EntityType.PERSON, "", "1868~", "Died about 1868"),
        (EntityType.ORG, "1954-07", "", "From July 1954, no end entered"),
        (EntityType.ORG, "", "1945", "Until 1945"),
        (EntityType.EVENT, "1951-09-08", "1951-09-08", "8 September 1951"),
        (EntityType.ORG, "1886", "1945", "1886 – 1945"),
        (EntityType.ORG, "", "", ""),
    ],
)
def test_existence_in_words(type_: EntityType, since: str, until: str, said: str) -> None:
    words = existence_words(replace(SATO, type=type_, since=since, until=until))
    assert words == (f"{said}, according to the program's tables" if said else "")


def test_periods_claim_no_end_that_is_not_entered() -> None:
    assert period_words(None) == ""
    assert period_words(Days(date(1955, 1, 1), date.max)) == "from 1955"
    assert period_words(Days(date.min, date(1868, 1, 1))) == "until 1868"
    assert period_words(Days(date(1950, 2, 1), date(1950, 8, 1))) == "1950"


def test_what_is_not_known_takes_no_room(window: EntityWindow) -> None:
    bare = replace(SATO, offices=(), relations=(), companions=(), articles=0, per_year=())
    window.show_page(bare, can_go_back=False)
    assert window.about.shown_sections() == ["names"]
    assert window.about.timeline.isHidden()
    assert not window.head.filter.isEnabled()
    window.show_page(SATO, can_go_back=False)
    assert "offices" in window.about.shown_sections()


def test_a_disputed_name_is_said_to_be_so(window: EntityWindow) -> None:
    disputed = next(one for one in base.load().entities() if not (one.label_en or one.label_ja))
    page = entity_page(disputed.id, base.load())
    window.show_page(page, can_go_back=False)
    assert "all names stand in alphabetical order" in window.head.words()
    table = window.about.names.names
    shown = [table.index(row, 0).data() for row in range(table.rowCount())]
    assert shown == [name.text for name in page.names]


def test_links_lead_to_other_pages(window: EntityWindow, qtbot: QtBot) -> None:
    window.show_page(SATO, can_go_back=False)
    with qtbot.waitSignal(window.followed) as followed:
        buttons(window)["Liberal && Democratic"].click()
    assert followed.args == ["org/ldp"]
    with qtbot.waitSignal(window.followed) as followed:
        buttons(window)["Okinawa (3)"].click()
    assert followed.args == ["place/okinawa"]
    with qtbot.waitSignal(window.followed) as followed:
        buttons(window)["Hayato Ikeda (Prime Minister)"].click()
    assert followed.args == ["person/hayato-ikeda"]


def test_many_links_are_folded_until_they_are_wanted(qtbot: QtBot) -> None:
    links = [Link(f"place/{n}", f"Place {n}") for n in range(FEW + 30)]
    row = LinkRow("Parts", links)
    qtbot.addWidget(row)
    row.fit(500)
    before = row.height()
    more = next(b for b in row.findChildren(QPushButton) if b.text() == "30 more")
    more.click()
    row.fit(500)
    names = [button.text() for button in row.findChildren(QPushButton) if not button.isHidden()]
    assert f"Place {FEW + 29}" in names
    assert row.height() > before


def colours_at(window: EntityWindow, term: OfficeTerm, row: int) -> set[str]:
    """The colours in the middle of a bar."""
    line = window.about.timeline
    image = line.grab().toImage()
    ratio = image.devicePixelRatio()
    first = 8 + line.axis.share(term.days.earliest) * (line.width() - 16)
    last = 8 + line.axis.share(term.days.latest) * (line.width() - 16)
    heights = [y for y in range(line.height()) if line.lane_at(y) is line.lanes[row]]
    y = heights[-1] - 9 - 4  # the middle of the bar, above the gap
    return {
        QColor(image.pixel(round(x * ratio), round(y * ratio))).name()
        for x in range(round(first) + 3, round(last) - 3)
    }


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda theme: theme.name)
def test_terms_are_drawn_as_bars_and_acting_ones_hatched(
    window: EntityWindow, qtbot: QtBot, theme: Theme
) -> None:
    window.set_theme(theme)
    window.show_page(SATO, can_go_back=False)
    window.about.resize(560, 500)
    qtbot.wait(20)
    bar = mark_colours(theme).entities[EntityType.PERSON].name()
    assert colours_at(window, SATO.offices[0], 0) == {bar}
    hatched = colours_at(window, SATO.offices[1], 1)
    assert bar in hatched
    assert len(hatched) > 1


def test_the_open_article_is_a_line_that_says_its_date(window: EntityWindow) -> None:
    window.show_page(SATO, can_go_back=False)
    line = window.about.timeline
    tall = line.height()
    window.show_article(Dated(Edtf.parse("1969-11")))
    assert line.article_words() == "open article, Nov 1969"
    assert line.height() > tall
    window.show_article(Dated(Edtf.parse("2009-02-24")))
    assert line.article_words() == "open article, 24 Feb 2009 →"
    window.show_article(Dated(None))
    assert line.article_words() == ""


def test_mentions_are_asked_for_by_the_part_and_once(window: EntityWindow, qtbot: QtBot) -> None:
    wanted: list[int] = []
    window.mentions_wanted.connect(wanted.append)
    window.show_page(SATO, can_go_back=False)
    window.show_mentions()
    qtbot.waitUntil(lambda: wanted == [0])
    window.add_mentions(MentionLines(tuple(a_line(n) for n in range(60)), 40))
    assert window.mentions.mentions.rowCount() == 60
    window.mentions.scrollToBottom()
    qtbot.waitUntil(lambda: wanted == [0, 40])
    window.add_mentions(MentionLines((a_line(99),), None))
    window.mentions.scrollToBottom()
    qtbot.wait(20)
    assert wanted == [0, 40]
    assert window.mentions.mentions.is_whole


def test_a_click_or_enter_opens_a_mention(window: EntityWindow, qtbot: QtBot) -> None:
    window.show_page(SATO, can_go_back=False)
    window.show_mentions()
    window.add_mentions(MentionLines((a_line(1), a_line(2)), None))
    qtbot.wait(20)
    index = window.mentions.mentions.index(1, 0)
    place = window.mentions.visualRect(index).center()
    with qtbot.waitSignal(window.mention_opened) as opened:
        QTest.mouseClick(window.mentions.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [a_line(2)]
    with qtbot.waitSignal(window.mention_opened):
        QTest.keyClick(window.mentions, Qt.Key.Key_Return)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Title 2" in spoken
    assert "Prime Minister Sato said" in spoken
