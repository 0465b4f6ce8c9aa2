"""Line icons of ours, tinted: `resources/icons/*.svg` with `currentColor` put in."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from usjp_reader.config.resources import resource

SIZE = 18
"""The side of an icon in the chrome, in device-independent pixels."""

_DENSITIES = (1.0, 2.0)


@cache
def icon(name: str, colour: str, size: int = SIZE) -> QIcon:
    """The icon `name` drawn in `colour` (`#rrggbb`), sharp on usual and on dense screens.

    Raises:
        ResourceError: There is no icon of that name.
    """
    made = QIcon()
    for density in _DENSITIES:
        made.addPixmap(pixmap(name, colour, size, density))
    return made


@cache
def pixmap(name: str, colour: str, size: int = SIZE, density: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` device-independent pixels for a screen of that density.

    Raises:
        ResourceError: There is no icon of that name.
    """
    drawing = QSvgRenderer(QByteArray(_tinted(name, colour)))
    side = round(size * density)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture


def _tinted(name: str, colour: str) -> bytes:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return drawing.replace("currentColor", colour).encode("utf-8")
