"""The model of the list: every row counted, only what is looked at fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from usjp_reader.gui.articles.model import ROW, ArticleModel
from usjp_reader.gui.articles.pages import KEPT, PAGE, NoPages

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot


@pytest.fixture
def model(qtbot: QtBot) -> ArticleModel:
    return ArticleModel()


def test_it_is_a_sound_model(model: ArticleModel, qtmodeltester: ModelTester, source: type) -> None:
    model.set_pages(source(120))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_pages(NoPages())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_million_rows_cost_one_page(model: ArticleModel, source: type) -> None:
    rows = source(1_000_000)
    model.set_pages(rows)
    assert model.rowCount() == 1_000_000
    assert rows.asked == []
    assert model.index(999_999, 0).data(ROW).uid == "u999999"
    assert rows.asked == [(999_980, PAGE)]


def test_a_page_is_fetched_once(model: ArticleModel, source: type) -> None:
    rows = source(200)
    model.set_pages(rows)
    for number in (0, 1, PAGE - 1, PAGE, PAGE + 1, 0):
        model.article(number)
    assert rows.asked == [(0, PAGE), (PAGE, PAGE)]


def test_pages_not_used_for_long_are_forgotten(model: ArticleModel, source: type) -> None:
    rows = source(PAGE * (KEPT + 2))
    model.set_pages(rows)
    for page in range(KEPT + 1):
        model.article(page * PAGE)
    assert model.row_of("u0") is None
    assert model.row_of(f"u{KEPT * PAGE}") == KEPT * PAGE


def test_outside_the_list_there_is_nothing(model: ArticleModel, source: type) -> None:
    model.set_pages(source(3))
    assert model.article(-1) is None
    assert model.article(3) is None
    assert model.data(model.index(0, 1)) is None


def test_a_source_that_gives_fewer_rows_than_it_said_is_survived(
    model: ArticleModel, source: type
) -> None:
    class Short(source):  # type: ignore[misc]
        def rows(self, _offset: int, _limit: int) -> tuple[object, ...]:
            return ()

    model.set_pages(Short(10))
    assert model.index(4, 0).data() is None
    assert model.article(4) is None


def test_refreshing_a_row_fetches_it_anew(model: ArticleModel, source: type, qtbot: QtBot) -> None:
    rows = source(10)
    model.set_pages(rows)
    assert not model.article(3).is_starred  # type: ignore[union-attr]
    rows.starred.add("u3")
    with qtbot.waitSignal(model.dataChanged) as signal:
        model.refresh_row("u3")
    assert signal.args[0].row() == 3
    assert model.article(3).is_starred  # type: ignore[union-attr]
    with qtbot.assertNotEmitted(model.dataChanged):
        model.refresh_row("somewhere else")


def test_an_article_is_found_near_where_it_was(model: ArticleModel, source: type) -> None:
    model.set_pages(source(10_000))
    assert model.find("u520", near=510) == 520
    assert model.find("u19") == 19
    assert model.find("u9000") is None


def test_a_source_that_knows_is_asked(model: ArticleModel, finding_source: type) -> None:
    model.set_pages(finding_source(10_000))
    assert model.find("u9000") == 9000
    assert model.find("u10001") is None


def test_a_screen_reader_hears_what_is_painted(model: ArticleModel, source: type) -> None:
    rows = source(1)
    rows.starred.add("u0")
    model.set_pages(rows)
    index = model.index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "The islands change hands 😀, unread, starred, 15 May 1972 ≈, Harbor Chronicle, 5 minutes"
    )
    assert "/texts/islands.txt" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
