"""Choosing years by dragging and by keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from usjp_reader.domain.dates import Days
from usjp_reader.gui.filters.histogram import Histogram
from usjp_reader.gui.theme.themes import DARK

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

YEARS = tuple((year, year - 1959) for year in range(1960, 1970))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def histogram(qtbot: QtBot) -> Histogram:
    shown = Histogram()
    qtbot.addWidget(shown)
    shown.resize(200, 60)
    shown.set_years(YEARS, 7, (1960, 1969))
    shown.show()
    return shown


@pytest.fixture
def brushed(histogram: Histogram) -> list[Days | None]:
    told: list[Days | None] = []
    histogram.years_brushed.connect(told.append)
    return told


def years(first: int, last: int) -> Days:
    return Days(date(first, 1, 1), date(last, 12, 31))


def drag(qtbot: QtBot, histogram: Histogram, start: int, end: int) -> None:
    QTest.mousePress(histogram, LEFT, pos=QPoint(start, 20))
    QTest.mouseMove(histogram, QPoint(end, 20))
    QTest.mouseRelease(histogram, LEFT, pos=QPoint(end, 20))


def test_dragging_either_way_chooses_years(
    histogram: Histogram, brushed: list[Days | None], qtbot: QtBot
) -> None:
    drag(qtbot, histogram, 45, 105)
    drag(qtbot, histogram, 190, 150)
    assert brushed == [years(1962, 1965), years(1967, 1969)]
    assert not histogram.grab().isNull()


def test_a_click_chooses_one_year_and_a_second_takes_it_back(
    histogram: Histogram, brushed: list[Days | None], qtbot: QtBot
) -> None:
    for _ in range(2):
        QTest.mouseClick(histogram, LEFT, pos=QPoint(25, 20))
    assert brushed == [years(1961, 1961), None]


def test_keys_do_all_that_the_mouse_does(
    histogram: Histogram, brushed: list[Days | None], qtbot: QtBot
) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    assert "1961: 2 articles" in histogram.accessibleDescription()
    QTest.keyClick(histogram, Qt.Key.Key_Right, shift)
    QTest.keyClick(histogram, Qt.Key.Key_Return)
    assert brushed == [years(1961, 1962)]
    QTest.keyClick(histogram, Qt.Key.Key_Left)
    QTest.keyClick(histogram, Qt.Key.Key_Escape)
    assert brushed == [years(1961, 1962)]
    QTest.keyClick(histogram, Qt.Key.Key_Escape)
    assert brushed == [years(1961, 1962), None]


def test_it_describes_itself(histogram: Histogram) -> None:
    histogram.set_chosen(years(1962, 1965))
    said = histogram.accessibleDescription()
    assert "1960 to 1969." in said
    assert "Most in 1969: 10." in said
    assert "7 more span several years." in said
    assert "Chosen: 1962–1965." in said


def test_a_bar_tells_its_years_and_what_is_left_out(histogram: Histogram, qtbot: QtBot) -> None:
    place = QPoint(5, 20)
    histogram.event(QHelpEvent(QEvent.Type.ToolTip, place, histogram.mapToGlobal(place)))
    assert "1960: 1 article" in QToolTip.text()
    assert "the date spans years: 7 articles" in QToolTip.text()
    QToolTip.hideText()


def test_without_years_nothing_can_be_chosen(
    histogram: Histogram, brushed: list[Days | None], qtbot: QtBot
) -> None:
    histogram.set_years((), 0, None)
    histogram.set_theme(DARK)
    QTest.mouseClick(histogram, LEFT, pos=QPoint(25, 20))
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    assert brushed == []
    assert histogram.accessibleDescription() == "No article has a year."
    assert not histogram.grab().isNull()
