"""A `QPalette` from a theme. Fusion draws every control from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from usjp_reader.gui.theme.themes import Theme

_Role = QPalette.ColorRole

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (_Role.Window, "window"),
    (_Role.WindowText, "ink"),
    (_Role.Base, "paper"),
    (_Role.AlternateBase, "sidebar"),
    (_Role.Text, "ink"),
    (_Role.PlaceholderText, "muted"),
    (_Role.Button, "raised"),
    (_Role.ButtonText, "ink"),
    (_Role.ToolTipBase, "raised"),
    (_Role.ToolTipText, "ink"),
    (_Role.Highlight, "marked"),
    (_Role.HighlightedText, "ink"),
    (_Role.Link, "accent"),
    (_Role.LinkVisited, "accent"),
    (_Role.BrightText, "warning"),
    (_Role.Light, "raised"),
    (_Role.Midlight, "hover"),
    (_Role.Mid, "outline"),
    (_Role.Dark, "outline"),
    (_Role.Shadow, "line"),
    (_Role.Accent, "accent"),
)


def palette_of(theme: Theme) -> QPalette:
    """The palette in which every control of the window is drawn."""
    palette = QPalette()
    for role, name in _ROLES:
        palette.setColor(role, QColor(getattr(theme, name)))
    faded = QColor(theme.muted)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette
