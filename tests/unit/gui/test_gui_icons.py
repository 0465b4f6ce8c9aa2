"""Icons are drawn in the colour that was asked for, at the size that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from usjp_reader.config.resources import listed
from usjp_reader.domain.errors import ResourceError
from usjp_reader.gui.icons import icon, pixmap

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NAMES = [path.stem for path in listed("icons", ".svg") if not path.stem.startswith("arrow-on")]


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_shows_something_in_its_colour(qtbot: QtBot, name: str) -> None:
    picture = pixmap(name, "#ff0000", 24).toImage()
    drawn = [
        QColor(picture.pixelColor(x, y))
        for x in range(24)
        for y in range(24)
        if picture.pixelColor(x, y).alpha() > 200
    ]
    assert len(drawn) > 8
    assert all(colour.red() > 200 and colour.blue() < 60 for colour in drawn)


def test_a_dense_screen_gets_twice_the_pixels(qtbot: QtBot) -> None:
    picture = pixmap("star", "#000000", 18, 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (36, 2.0)


def test_an_icon_is_drawn_only_once(qtbot: QtBot) -> None:
    assert icon("tag", "#123456") is icon("tag", "#123456")


def test_an_icon_that_does_not_exist_is_our_mistake(qtbot: QtBot) -> None:
    with pytest.raises(ResourceError):
        icon("unicorn", "#000000")
