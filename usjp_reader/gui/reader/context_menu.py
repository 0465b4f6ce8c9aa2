"""The menu of the right mouse button in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from usjp_reader.domain.passages import Colour
from usjp_reader.gui.theme.marks import colour_word

if TYPE_CHECKING:
    from usjp_reader.gui.reader.pane import ReaderPane


translate = QCoreApplication.translate


def reader_menu(pane: ReaderPane) -> QMenu:
    """What may be done with the selection, or else with the chosen passage."""
    menu = QMenu(pane)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    is_selected = pane.selected_span() is not None
    if is_selected:
        menu.addAction(translate("ReaderMenu", "Copy"), pane.view.copy)
    if is_selected or pane.chosen_passage:
        menu.addAction(translate("ReaderMenu", "Copy with citation"), pane.copy_with_citation)
        fresh, present = translate("ReaderMenu", "Highlight"), translate("ReaderMenu", "Colour")
        colours = menu.addMenu(fresh if is_selected else present)
        for colour in Colour:
            colours.addAction(colour_word(colour)).setData(colour)
        colours.triggered.connect(lambda chosen: pane.mark(Colour(chosen.data())))
        menu.addAction(translate("ReaderMenu", "Note…"), pane.request_note)
        menu.addAction(translate("ReaderMenu", "Tags…"), pane.request_tags)
    if pane.chosen_passage and not is_selected:
        menu.addSeparator()
        menu.addAction(translate("ReaderMenu", "Delete passage"), pane.delete_passage)
    if menu.actions():
        menu.addSeparator()
    furniture = menu.addAction(translate("ReaderMenu", "Show page furniture"))
    furniture.setCheckable(True)
    furniture.setChecked(pane.view.is_furniture_shown)
    furniture.toggled.connect(pane.show_furniture)
    return menu
