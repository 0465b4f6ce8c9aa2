"""One facet of the sidebar: its commonest values, what is chosen, and a way to find the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton

from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.queries import Facet, FacetChoice, FacetCount
from usjp_reader.gui.filters.block import Block, link_button
from usjp_reader.gui.filters.choices import facet_word
from usjp_reader.gui.filters.line_view import LineView
from usjp_reader.gui.filters.values import Line, Mark
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

FEW = 8
"""Values shown at first."""
MANY = 200
"""Values shown at most; whoever wants more than that finds by typing."""

_TYPES = {
    Facet.PERSON: EntityType.PERSON,
    Facet.ORG: EntityType.ORG,
    Facet.PLACE: EntityType.GPE,
    Facet.LAW: EntityType.LAW,
    Facet.EVENT: EntityType.EVENT,
    Facet.NORP: EntityType.NORP,
}


class _FindEdit(QLineEdit):
    """A text box that Escape closes."""

    closed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the box."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


class FacetBlock(Block):
    """A heading with "find", the lines, and "more"."""

    toggled = Signal(object, bool)
    """A `FacetChoice` and whether it is to be excluded."""

    page_requested = Signal(object)
    """A `FacetChoice`, of whose entity the page is wanted."""

    def __init__(self, facet: Facet, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(facet_word(facet), theme, parent)
        self.facet = facet
        self._values: tuple[FacetCount, ...] = ()
        self._chosen: tuple[FacetChoice, ...] = ()
        self._names: dict[str, FacetCount] = {}
        self._shows_many = False
        self._find = self._made_find()
        self._find.hide()
        has_pages = facet in _TYPES
        self.view = LineView(facet_word(facet), theme, self, can_exclude=True, has_pages=has_pages)
        self.view.toggled.connect(self.toggled)
        self.view.page_requested.connect(self.page_requested)
        self._more = link_button("", self)
        self._more.clicked.connect(self._on_more)
        self._edit = _FindEdit(self)
        self._edit.setPlaceholderText(self.tr("Find in {facet}").format(facet=facet_word(facet)))
        self._edit.setAccessibleName(self._edit.placeholderText())
        self._edit.textChanged.connect(self._fill)
        self._edit.closed.connect(self._close_find)
        self._edit.hide()
        for part in (self._edit, self.view, self._more):
            self.body.addWidget(part)
        self.body.setAlignment(self._more, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def _made_find(self) -> QToolButton:
        button = link_button(self.tr("find"), self)
        button.setAccessibleName(self.tr("Find in {facet}").format(facet=facet_word(self.facet)))
        button.clicked.connect(self._open_find)
        self.add_link(button)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        super().set_theme(theme)
        if hasattr(self, "view"):
            self.view.set_theme(theme)

    def set_values(self, values: tuple[FacetCount, ...], chosen: tuple[FacetChoice, ...]) -> None:
        """Show the counts of all values, the commonest first, and what is chosen of them."""
        self._values, self._chosen = values, chosen
        wanted = {choice.value for choice in chosen}
        self._names.update({value.value: value for value in values if value.value in wanted})
        self._fill()
        self._find.setVisible(len(values) > FEW or not self._edit.isHidden())
        self.setVisible(bool(values or chosen))

    def find_values(self, words: str) -> None:
        """Show the values whose name holds `words`."""
        self._open_find()
        self._edit.setText(words)

    def _open_find(self) -> None:
        self.set_open(True)
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close_find(self) -> None:
        self._edit.clear()
        self._edit.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        self._shows_many = not self._shows_many
        self._fill()

    def _fill(self) -> None:
        words = self._edit.text().strip().casefold()
        matching = self._matching(words) if words else self._values
        limit = MANY if self._shows_many or words else FEW
        chosen = [] if words else self._chosen_lines()
        on_top = {line.key for line in chosen}
        marks = {FacetChoice(c.facet, c.value): _mark(c) for c in self._chosen}
        shown = list(chosen)
        for value in matching[: limit + len(on_top)]:
            line = self._line(value, marks.get(FacetChoice(self.facet, value.value), Mark.OFF))
            if line.key not in on_top and len(shown) < max(limit, len(chosen)):
                shown.append(line)
        self.view.set_lines(tuple(shown))
        self._word_more(len(matching) - len(shown), bool(words))

    def _matching(self, words: str) -> tuple[FacetCount, ...]:
        return tuple(value for value in self._values if words in value.label.casefold())

    def _chosen_lines(self) -> list[Line]:
        counted = {value.value: value for value in self._values} if self._chosen else {}
        lines = []
        for choice in self._chosen:
            known = counted.get(choice.value) or self._remembered(choice.value)
            lines.append(self._line(known, _mark(choice)))
        return lines

    def _remembered(self, value: str) -> FacetCount:
        known = self._names.get(value)
        return FacetCount(value, known.label if known else value, 0, known.type if known else "")

    def _line(self, value: FacetCount, mark: Mark) -> Line:
        told = value.label
        if mark is Mark.OFF:
            told += "\n" + self.tr("Click: only with this. Ctrl or Alt and click: without it.")
        return Line(
            FacetChoice(self.facet, value.value),
            value.label,
            value.count,
            mark=mark,
            square=self._type_of(value),
            told=told,
        )

    def _type_of(self, value: FacetCount) -> EntityType | None:
        usual = _TYPES.get(self.facet)
        if usual is None or not value.type:
            return usual
        return EntityType(value.type)

    def _word_more(self, hidden: int, is_finding: bool) -> None:
        if is_finding:
            words = self._words_found(hidden)
        elif self._shows_many and (hidden or len(self._values) > FEW):
            words = self._words_fewer(hidden)
        else:
            words = self.tr("{n} more").format(n=f"{hidden:,}") if hidden > 0 else ""
        self._more.setText(words)
        self._more.setEnabled(not is_finding)
        self._more.setVisible(bool(words))

    def _words_fewer(self, hidden: int) -> str:
        if hidden <= 0:
            return self.tr("fewer")
        one = hidden == 1
        words = (
            self.tr("fewer (1 other: use find)") if one else self.tr("fewer ({n} others: use find)")
        )
        return words.format(n=f"{hidden:,}")

    def _words_found(self, hidden: int) -> str:
        if hidden > 0:
            words = (
                self.tr("1 other: type more") if hidden == 1 else self.tr("{n} others: type more")
            )
            return words.format(n=f"{hidden:,}")
        return "" if self.view.lines else self.tr("No such name here")


def _mark(choice: FacetChoice) -> Mark:
    return Mark.UNWANTED if choice.excluded else Mark.WANTED
