"""One field of the details: its words, a line to type into, its status, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QToolButton

from usjp_reader.config.messages import explained
from usjp_reader.domain.dates import Edtf
from usjp_reader.domain.errors import BadValueError
from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.details.fields import words_of
from usjp_reader.gui.details.origins import origin_words, status_words
from usjp_reader.gui.details.values import UNKNOWN, Common
from usjp_reader.gui.icons import icon
from usjp_reader.gui.reader.dates import edtf_words
from usjp_reader.gui.theme.applied import with_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QGridLayout, QWidget

    from usjp_reader.domain.origins import FoundField
    from usjp_reader.gui.details.fields import FieldSpec

STATUS_WIDTH = 78


class FieldRow(QObject):
    """The widgets of one field, in two rows of the grid that all fields share."""

    changed = Signal()
    """Something was typed, or taken back."""

    def __init__(self, spec: FieldSpec, grid: QGridLayout, ink: str) -> None:
        """Make the widgets at the end of `grid`; icons are drawn in `ink`."""
        super().__init__()
        self.spec = spec
        self._state = UNKNOWN
        self._found: FoundField | None = None
        self._is_back, self._shown_where = False, False
        self._label = plain_label(words_of(spec), "muted")
        self.line = QLineEdit()
        self.line.setAccessibleName(words_of(spec))
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self.is_valid)
        self._status = with_look(QPushButton(), "quiet")
        self._status.setFixedWidth(STATUS_WIDTH)
        self._status.setAutoDefault(False)
        self._status.setCursor(Qt.CursorShape.PointingHandCursor)
        self._status.clicked.connect(self._on_where)
        self._back = with_look(QToolButton(), "flat")
        self._back.setIcon(icon("undo", ink))
        self._back.setIconSize(QSize(14, 14))
        self._back.setToolTip(self.tr("Back to what was found"))
        self._back.setAccessibleName(
            self.tr("{field}: back to what was found").format(field=words_of(spec))
        )
        self._back.clicked.connect(self._on_back)
        self._note = plain_label("", "muted", wraps=True)
        self._place(grid)

    def _place(self, grid: QGridLayout) -> None:
        row = grid.rowCount()
        grid.addWidget(self._label, row, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.line, row, 1)
        grid.addWidget(self._status, row, 2)
        grid.addWidget(self._back, row, 3)
        grid.addWidget(self._note, row + 1, 1, 1, 3)
        self._note.hide()

    # -- what is shown ---------------------------------------------------------------------------

    def show_state(self, state: Common) -> None:
        """Show what the field is in the articles; what was typed before is forgotten."""
        self._state, self._is_back = state, False
        self.line.setText(self._worded(state.value))
        self.line.setPlaceholderText(self.tr("(several values)") if state.differs else "")
        self.line.setCursorPosition(0)
        self._refresh()

    def show_found(self, found: FoundField | None) -> None:
        """Remember what the program finds of it, should anybody ask."""
        self._found = found
        if self._shown_where:
            self._tell_where()

    def offer(self, values: Sequence[str]) -> None:
        """Offer values while the reader types."""
        completer = QCompleter(values, self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)

    def set_fixed(self) -> None:
        """Let nothing be said of it."""
        self.line.setReadOnly(True)
        self._back.hide()

    @property
    def is_filled(self) -> bool:
        """Whether anything is known of it, in any of the articles."""
        return self._state != UNKNOWN

    def set_visible(self, visible: bool) -> None:
        """Show or hide the whole row."""
        widgets: tuple[QWidget, ...] = (self._label, self.line, self._status)
        for widget in widgets:
            widget.setVisible(visible)
        self._back.setVisible(visible and self._state.is_said and not self.line.isReadOnly())
        self._note.setVisible(visible and bool(self._note.text()))

    # -- what the reader says --------------------------------------------------------------------

    @property
    def is_touched(self) -> bool:
        """Whether the reader says anything of it."""
        if self.line.isReadOnly():
            return False
        return self._is_back or self.line.text().strip() != self._worded(self._state.value)

    @property
    def said(self) -> str | None:
        """What the reader says of it; None is what the program finds."""
        return None if self._is_back else self.line.text().strip()

    def is_valid(self) -> bool:
        """Whether what was typed can be kept; says in place what is wrong."""
        if not self.is_touched or self.said is None:
            return True
        try:
            _checked(self.spec.name, self.said)
        except BadValueError as error:
            self._say(explained(error), is_wrong=True)
            return False
        self._say("")
        return True

    def _on_edited(self) -> None:
        self._is_back = False
        self._say("")
        self._refresh()
        self.changed.emit()

    def _on_back(self) -> None:
        self.line.setText(self._worded(self._found.field.value) if self._found else "")
        self._is_back = True
        self._say(self.tr("What the program finds."))
        self._refresh()
        self.changed.emit()

    def _on_where(self) -> None:
        self._shown_where = not self._shown_where
        if self._shown_where:
            self._tell_where()
        else:
            self._say("")

    def _tell_where(self) -> None:
        found = self._worded(self._found.field.value) if self._found else ""
        self._say(origin_words(self._state, self._found, found))

    # -- parts -----------------------------------------------------------------------------------

    def _refresh(self) -> None:
        words = status_words(self._state)
        if self._is_back:
            words = self.tr("as found")
        elif self.is_touched:
            words = self.tr("yours")
        self._status.setText(words)
        self._status.setAccessibleName(
            self.tr("{field}, {status}: where it comes from").format(
                field=words_of(self.spec), status=words or self.tr("unknown")
            )
        )
        self._status.setEnabled(bool(words))
        self._back.setVisible(self._state.is_said and not self._is_back)
        strong = self.line.font()
        strong.setBold(self.is_touched)
        self.line.setFont(strong)

    def _worded(self, value: str) -> str:
        """A value as the window words it: dates as people write them."""
        if self.spec.name not in _dates():
            return value
        try:
            return edtf_words(Edtf.parse(value)) if value else ""
        except ValueError:
            return value

    def _say(self, words: str, *, is_wrong: bool = False) -> None:
        self._note.setText(words)
        with_look(self._note, "warning" if is_wrong else "muted")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        self._note.setVisible(bool(words) and not self.line.isHidden())


def _checked(name: str, value: str) -> str:
    from usjp_reader.library.field_values import checked  # noqa: PLC0415 - the library is open

    return checked(name, value)


def _dates() -> frozenset[str]:
    from usjp_reader.library.field_values import DATES  # noqa: PLC0415 - the library is open

    return DATES
