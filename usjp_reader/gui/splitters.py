"""Splitters and columns of the window, and the sizes that are remembered of them."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QMainWindow


def splitter(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    """Parts beside or below one another, with a hairline between that can be dragged."""
    made = QSplitter(orientation)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(1)
    for part in parts:
        made.addWidget(part)
    return made


def column(*parts: QWidget) -> QWidget:
    """Parts one below the other; the last one takes the room that is left."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part, 1 if part is parts[-1] else 0)
    return made


def set_sizes(of: QSplitter, sizes: object, usual: tuple[int, ...]) -> None:
    """Give a splitter the sizes that were remembered, or its usual ones."""
    known = isinstance(sizes, list) and len(sizes) == len(usual)
    of.setSizes([int(size) for size in sizes] if known else list(usual))  # type: ignore[attr-defined]


def geometry_of(window: QMainWindow) -> str:
    """Place and size of a window, as the settings keep it."""
    return base64.b64encode(bytes(window.saveGeometry().data())).decode("ascii")


def set_geometry(window: QMainWindow, state: Mapping[str, object]) -> None:
    """Put a window where it was, if that is remembered."""
    window.resize(1400, 880)
    kept = state.get("geometry")
    if isinstance(kept, str):
        window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
