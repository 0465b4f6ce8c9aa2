"""The search box: what is typed is told after a moment; others say what of it they understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QInputMethodEvent, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from usjp_reader.gui.articles.plain import plain_label, tooltip
from usjp_reader.gui.icons import icon
from usjp_reader.gui.text_offsets import TextOffsets
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from usjp_reader.domain.spans import Span

WAIT = 120
"""Milliseconds without a key before the words are told."""


class SearchBox(QLineEdit):
    """One line with a lens, a hint at the key that leads to it, and a cross."""

    words_changed = Signal(str)
    """What stands in the box: after a moment's rest, or at once on Return."""
    left = Signal()
    """Escape in an empty box, or the arrow down: to the list."""

    def __init__(
        self,
        theme: Theme = LIGHT,
        key: str = "Ctrl+K",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._told = ""
        self._theme = theme
        self._is_composing = False
        self._spans: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._tell)
        leading = QLineEdit.ActionPosition.LeadingPosition
        self._lens = self.addAction(icon("search", theme.muted), leading)
        self._cross = self._made_cross()
        self._hint = self._made_hint(key)
        self._prepare()
        self.set_theme(theme)

    def _prepare(self) -> None:
        self.setPlaceholderText(self.tr("Search words, “phrases”, prefix*, -without"))
        self.setAccessibleName(self.tr("Search the library"))
        self.setMinimumWidth(180)
        self.setMaxLength(10_000)
        self.setMinimumHeight(30)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._arrange)
        self.returnPressed.connect(self._tell)

    def _made_cross(self) -> QAction:
        action = self.addAction(
            icon("close", self._theme.muted), QLineEdit.ActionPosition.TrailingPosition
        )
        action.setToolTip(self.tr("Clear the search"))
        action.triggered.connect(self.clear_words)
        action.setVisible(False)
        return action

    def _made_hint(self, key: str) -> QLabel:
        words = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        label = plain_label(words, "key-hint")
        label.setParent(self)
        label.setFont(scaled(self.font(), 0.85))
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return with_look(label, "muted")

    # -- what is shown ---------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Wide enough for a query of some words."""
        return QSize(460, super().sizeHint().height())

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self._theme = theme
        self._lens.setIcon(icon("search", theme.muted))
        self._cross.setIcon(icon("close", theme.muted))
        self._colour()

    def set_words(self, words: str) -> None:
        """Show other words without telling them; words being typed are left alone."""
        self._told = words
        if not (self.hasFocus() and self._timer.isActive()):
            self._timer.stop()
            if words != self.text():
                self.setText(words)

    def set_understood(
        self, names: tuple[Span, ...] = (), problems: tuple[Span, ...] = (), why: str = ""
    ) -> None:
        """Colour what was understood as a name of a field, and underline what was not understood.

        Args:
            names: Code points of the words shown: `person:`, `AND` …
            problems: Code points of what was not understood.
            why: What to say about the problems.
        """
        self._spans = (names, problems)
        self.setToolTip(tooltip(why))
        self.setAccessibleDescription(why)
        self._colour()

    def clear_words(self) -> None:
        """Empty the box and tell it at once."""
        self.clear()
        self._tell()

    # -- what the reader does --------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the box, then leaves it; the arrow down goes to the list."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear_words()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self._tell()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by key, all words are selected: to be replaced or kept."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.selectAll()
        self._arrange()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the hint again."""
        super().focusOutEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hint at the right."""
        super().resizeEvent(event)
        self._arrange()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Colours wait while an input method composes Japanese."""
        super().inputMethodEvent(event)
        self._is_composing = bool(event.preeditString())

    def _on_edited(self, _text: str) -> None:
        if self._spans != ((), ()):
            self.set_understood()
        self._timer.start()

    def _tell(self) -> None:
        self._timer.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.words_changed.emit(self._told)

    def _arrange(self, _text: str = "") -> None:
        self._cross.setVisible(bool(self.text()))
        self._hint.setVisible(not self.text() and not self.hasFocus())
        self._hint.adjustSize()
        self._hint.move(
            self.width() - self._hint.width() - 12, (self.height() - self._hint.height()) // 2
        )

    def _colour(self) -> None:
        """Colour parts of the text: a text box takes formats only as an input method gives them."""
        if self._is_composing:
            return
        offsets = TextOffsets(self.text())
        attributes = []
        for spans, look in zip(self._spans, self._looks(), strict=True):
            for span in spans:
                start, end = offsets.units(span)
                attributes.append(
                    QInputMethodEvent.Attribute(
                        QInputMethodEvent.AttributeType.TextFormat,
                        start - self.cursorPosition(),
                        end - start,
                        look,
                    )
                )
        QCoreApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def _looks(self) -> tuple[QTextCharFormat, QTextCharFormat]:
        name, problem = QTextCharFormat(), QTextCharFormat()
        name.setForeground(QColor(self._theme.accent))
        name.setFontWeight(600)
        problem.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        problem.setUnderlineColor(QColor(self._theme.warning))
        return name, problem

    def changeEvent(self, event: QEvent) -> None:
        """The hint is smaller than the words."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_hint"):
            self._hint.setFont(scaled(self.font(), 0.85))
            self._arrange()
