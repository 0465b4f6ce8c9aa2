"""The menu of the right mouse button in the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from usjp_reader.domain.passages import Colour
from usjp_reader.gui.articles.plain import menu_text
from usjp_reader.gui.reader.line_choices import choices
from usjp_reader.gui.reader.line_words import rule_name, shortened
from usjp_reader.gui.theme.marks import colour_word

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from usjp_reader.domain.corrections import LineReach
    from usjp_reader.domain.texts import Line
    from usjp_reader.gui.reader.lines import Lines
    from usjp_reader.gui.reader.pane import ReaderPane


translate = QCoreApplication.translate


def reader_menu(pane: ReaderPane, position: int | None = None) -> QMenu:
    """What may be done with the selection, or else with the chosen passage, and with lines.

    Args:
        pane: The reader pane.
        position: The code point that was pointed at; None for the caret.
    """
    menu = LinesMenu(pane)
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
    menu.offer(pane.lines, pane.lines.meant(position))
    _offer_word(menu, pane, position)
    _offer_name(menu, pane, position)
    if menu.actions():
        menu.addSeparator()
    furniture = menu.addAction(translate("ReaderMenu", "Show page furniture"))
    furniture.setCheckable(True)
    furniture.setChecked(pane.view.is_furniture_shown)
    furniture.toggled.connect(pane.show_furniture)
    return menu


def _offer_word(menu: QMenu, pane: ReaderPane, position: int | None) -> None:
    """Offer to correct the words that are meant, where there are any."""
    span = pane.misread.meant(position)
    if span is not None:
        if menu.actions():
            menu.addSeparator()
        printed = shortened(span.of(pane.view.marks.document.text))
        words = translate("ReaderMenu", "Correct misread word “{word}”…").format(word=printed)
        menu.addAction(menu_text(words), partial(pane.misread.open, span))


def _offer_name(menu: QMenu, pane: ReaderPane, position: int | None) -> None:
    """Offer to name what is selected, or to correct the name that is meant."""
    span = pane.naming.meant(position)
    if span is None:
        return
    if pane.selected_span() is not None:
        words = translate("ReaderMenu", "Name this…")
    else:
        name = shortened(span.of(pane.view.marks.document.text))
        words = translate("ReaderMenu", "Correct name “{name}”…").format(name=name)
    menu.addAction(menu_text(words), partial(pane.naming.open, span))
    mention = pane.naming.mention_of(span)
    if mention is not None and mention.entity is not None:
        words = translate("ReaderMenu", "Page of “{name}”").format(name=shortened(mention.text))
        menu.addAction(menu_text(words), partial(pane.page_requested.emit, mention.entity))


class LinesMenu(QMenu):
    """A menu that also offers what can be said of some lines."""

    def __init__(self, parent: ReaderPane) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._offered: list[QAction] = []

    def offer(self, lines: Lines, meant: tuple[Line, ...]) -> None:
        """Offer what can be said of the lines that are meant, and ask how far it reaches."""
        if not meant:
            return
        self._lines = meant
        if self.actions():
            self.addSeparator()
        rules = dict.fromkeys(line.rule for line in meant if not line.is_content)
        if rules:
            caught = translate("ReaderMenu", "Page furniture: {rules}")
            words = caught.format(rules=", ".join(map(rule_name, rules)))
            self.addAction(menu_text(words)).setEnabled(False)
        for choice in choices(meant):
            tell = partial(lines.tell, meant, choice.kind, choice.of_source)
            self._offered.append(self.addAction(menu_text(choice.words), tell))
        lines.reach_arrived.connect(self._on_reach)
        lines.reach_wanted.emit(meant)

    def _on_reach(self, lines: tuple[Line, ...], reach: LineReach) -> None:
        """Say in the open menu in how many articles such lines stand."""
        if lines == self._lines:
            for action, choice in zip(self._offered, choices(lines, reach), strict=True):
                action.setText(menu_text(choice.words))
