"""Puts a theme on the application, and asks the system which one it would like."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleFactory

from usjp_reader.gui.theme.fonts import chrome_font
from usjp_reader.gui.theme.palette import palette_of
from usjp_reader.gui.theme.stylesheet import stylesheet_of
from usjp_reader.gui.theme.themes import DARK, HIGH_CONTRAST, LIGHT, THEMES, Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

_W = TypeVar("_W", bound="QWidget")


def apply(app: QApplication, theme: Theme) -> None:
    """Draw the whole application in `theme`; may be called again at any time."""
    if app.style().objectName().lower() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette_of(theme))
    app.setFont(chrome_font())
    app.setStyleSheet(stylesheet_of(theme))


def system_theme(app: QApplication) -> Theme:
    """What the system asks for; light where it does not say."""
    hints = app.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # Qt 6.10
    if accessibility is not None:
        preference = accessibility().contrastPreference()
        if preference == Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def theme_named(name: str, app: QApplication) -> Theme:
    """The theme that the settings call `name`; `system` and unknown names ask the system."""
    return THEMES.get(name) or system_theme(app)


def with_look(widget: _W, look: str) -> _W:
    """Give `widget` one of the looks of the stylesheet; returns it."""
    widget.setProperty("look", look)
    return widget
