"""Everything written can be read: contrast in every theme, and the palette follows the theme."""

from __future__ import annotations

from dataclasses import fields
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.passages import Colour
from usjp_reader.gui.theme.applied import apply, system_theme, theme_named, with_look
from usjp_reader.gui.theme.fonts import chrome_font, scaled, text_font
from usjp_reader.gui.theme.marks import LEGEND, colour_word, mark_colours, type_word, type_words
from usjp_reader.gui.theme.stylesheet import stylesheet_of
from usjp_reader.gui.theme.themes import (
    DARK,
    GROUND_ROLES,
    HIGH_CONTRAST,
    LIGHT,
    TEXT_ROLES,
    THEMES,
    Theme,
    contrast,
)
from usjp_reader.reading.styles import STYLES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EVERY = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@EVERY
@pytest.mark.parametrize(("words", "ground"), list(product(TEXT_ROLES, GROUND_ROLES)))
def test_words_can_be_read_on_every_ground(theme: Theme, words: str, ground: str) -> None:
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= 4.5


@EVERY
def test_words_on_the_accent_and_selected_words_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.ink, theme.marked) >= 4.5


@EVERY
def test_ink_can_be_read_on_every_passage_and_hit(theme: Theme) -> None:
    colours = mark_colours(theme)
    for ground in (*colours.grounds.values(), colours.hit):
        assert contrast(theme.ink, ground.name()) >= 4.5


@EVERY
def test_bars_and_dots_stand_out_from_the_paper(theme: Theme) -> None:
    for edge in mark_colours(theme).edges.values():
        assert contrast(edge.name(), theme.paper) >= 1.8


@EVERY
def test_the_paper_is_the_paper_of_the_text(theme: Theme) -> None:
    assert STYLES[theme.name].palette.paper == theme.paper


@EVERY
def test_every_role_is_a_colour(theme: Theme) -> None:
    for role in fields(Theme):
        value = getattr(theme, role.name)
        if isinstance(value, str) and role.name != "name":
            assert QColor(value).isValid()


@EVERY
def test_the_stylesheet_knows_every_role_it_names(theme: Theme) -> None:
    assert "$" not in stylesheet_of(theme)
    assert theme.accent in stylesheet_of(theme)


def test_the_application_takes_on_a_theme_and_another_one(qapp: QApplication) -> None:
    for theme in (DARK, HIGH_CONTRAST, LIGHT):
        apply(qapp, theme)
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == theme.window
        assert qapp.palette().color(QPalette.ColorRole.Text).name() == theme.ink
    qapp.setStyleSheet("")


def test_a_system_that_does_not_say_gets_the_light_theme(qapp: QApplication) -> None:
    assert system_theme(qapp) is LIGHT
    assert theme_named("system", qapp) is LIGHT
    assert theme_named("dark", qapp) is DARK


def test_the_chrome_is_never_smaller_than_thirteen_pixels(qapp: QApplication) -> None:
    assert chrome_font().pointSizeF() >= 9.75


def test_the_text_has_fonts_for_japanese(qapp: QApplication) -> None:
    assert "Noto Serif CJK JP" in text_font().families()
    assert text_font("Georgia", 20).families()[0] == "Georgia"
    assert scaled(text_font(points=10), 1.5).pointSizeF() == 15


def test_a_look_stays_with_its_widget(qtbot: QtBot) -> None:
    button = with_look(QPushButton(), "link")
    qtbot.addWidget(button)
    assert button.property("look") == "link"


def test_every_type_and_colour_has_a_name_of_its_own() -> None:
    assert set(LEGEND) == set(EntityType)
    assert len({type_words(of) for of in EntityType}) == len(EntityType)
    assert len({type_word(of) for of in EntityType}) == len(EntityType)
    assert len({colour_word(colour) for colour in Colour}) == len(Colour)
