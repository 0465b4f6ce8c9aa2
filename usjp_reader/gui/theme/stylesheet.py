"""The one stylesheet: thin chrome, built from the roles of a theme. Font sizes are not set here."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from usjp_reader.config.resources import resource

if TYPE_CHECKING:
    from usjp_reader.gui.theme.themes import Theme

# Widgets ask for a look by the dynamic property "look" (see `with_look`), never by a sheet of
# their own: a sheet on one widget costs every widget below it its palette.
_SHEET = Template("""
QMainWindow::separator, QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QToolTip { background: $raised; color: $ink; border: 1px solid $outline; padding: 4px 6px; }

QPushButton, QToolButton {
  background: $raised; color: $ink; border: 1px solid $outline; border-radius: 6px;
  padding: 4px 11px;
}
QToolButton { padding: 4px 7px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked, QPushButton:checked {
  background: $selection;
}
QPushButton:focus, QToolButton:focus { border: 1px solid $accent; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: transparent; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:disabled { background: transparent; color: $muted; border-color: $outline; }
QToolButton::menu-indicator { image: none; }

*[look="flat"] { background: transparent; border: 1px solid transparent; padding: 3px 6px; }
*[look="flat"]:hover { background: $hover; }
*[look="flat"]:checked { background: $selection; }
*[look="flat"]:focus { border: 1px solid $accent; }
*[look="link"] {
  background: transparent; border: 1px solid transparent; color: $accent; padding: 1px 3px;
  border-radius: 4px; text-align: left;
}
*[look="link"]:hover { text-decoration: underline; }
*[look="link"]:focus { border: 1px solid $accent; }
*[look="quiet"] {
  background: transparent; border: 1px solid transparent; color: $muted; padding: 0 1px;
  border-radius: 4px;
}
*[look="quiet"]:hover { color: $ink; text-decoration: underline; }
*[look="quiet"]:focus { border-color: $accent; }
*[look="dashed"] {
  background: transparent; border: 1px dashed $muted; color: $muted; padding: 0 5px;
  border-radius: 4px;
}
*[look="dashed"]:hover, *[look="dashed"]:focus { color: $ink; border-color: $accent; }
*[look="fold"] {
  background: transparent; border: 1px dashed $outline; color: $muted; border-radius: 4px;
  padding: 2px 9px; text-align: left;
}
*[look="fold"]:hover, *[look="fold"]:focus { color: $ink; border-color: $accent; }
*[look="chip"] {
  background: $chip; border: 1px solid transparent; border-radius: 10px; padding: 2px 9px;
}
*[look="chip"]:hover, *[look="chip"]:focus { border-color: $accent; }
*[look="badge"] {
  background: transparent; color: $warning; border: 1px solid $warning; border-radius: 4px;
  padding: 1px 6px;
}
*[look="muted"] { color: $muted; }
*[look="warning"] { color: $warning; }
*[look="heading"] { color: $muted; }
*[look="sidebar"] { background: $sidebar; }
*[look="paper"] { background: $paper; }
*[look="bar"] { background: $window; border: none; border-bottom: 1px solid $line; }
*[look="card"] { background: $raised; border: 1px solid $outline; border-radius: 8px; }

QLineEdit, QPlainTextEdit, QSpinBox, QComboBox, QDateEdit {
  background: $paper; color: $ink; border: 1px solid $outline; border-radius: 6px;
  padding: 3px 7px; selection-background-color: $marked; selection-color: $ink;
}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus { border-color: $accent; }
QComboBox { padding-right: 22px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QTextEdit { background: $paper; color: $ink; border: none; }

QTableView, QListView, QTreeView {
  background: $window; border: none; outline: none; gridline-color: $line;
  selection-background-color: $selection; selection-color: $ink;
}
QHeaderView::section {
  background: $window; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: 4px 8px;
}
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: $window; }
QTabBar::tab {
  background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
  padding: 6px 4px; margin: 0 8px;
}
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:hover, QTabBar::tab:focus { color: $ink; }

QMenuBar { background: $window; border: none; border-bottom: 1px solid $line; padding: 1px 6px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $raised; border: 1px solid $outline; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QToolBar { background: $window; border: none; border-bottom: 1px solid $line; spacing: 8px;
  padding: 6px 12px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QProgressBar { background: $chip; border: none; border-radius: 3px; height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $outline; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }
""")


def stylesheet_of(theme: Theme) -> str:
    """The stylesheet of the whole application under `theme`."""
    ground = "dark" if theme.is_dark else "light"
    arrow = resource("icons", f"arrow-on-{ground}.svg").as_posix()
    return _SHEET.substitute(asdict(theme), arrow=arrow)
