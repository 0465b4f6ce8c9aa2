"""Markers where page furniture is folded away: "▸ 6 lines of page furniture hidden (…)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton

from usjp_reader.domain.texts import LineKind
from usjp_reader.gui.articles.plain import tooltip
from usjp_reader.gui.reader.line_words import rule_name
from usjp_reader.gui.reader.text_view import MARKER_HEIGHT
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from usjp_reader.gui.reader.folding import FoldMark
    from usjp_reader.gui.reader.text_view import TextView

_GAP = 6
"""Left free above and below a marker, of the room that the text leaves for it."""


class FoldMarkers(QObject):
    """Keeps one button a marker and places them in the text."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._buttons: list[QPushButton] = []
        self._shown: tuple[FoldMark, ...] = ()
        self._tops: tuple[int, ...] = ()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The markers, top to bottom."""
        return tuple(self._buttons)

    def place(self) -> None:
        """Put each marker into the room that the text leaves for it."""
        if self._shown != self._view.folds:
            self._remake(self._view.folds)
        column = self._view.place
        tops: list[int] = []
        for mark, button in zip(self._shown, self._buttons, strict=True):
            tops.append(round(self._view.y_of_line(mark.line)) - MARKER_HEIGHT + _GAP)
            self._fit(button, self._words(mark), column.text)
        self._tops = tuple(tops)
        self.follow()

    def _fit(self, button: QPushButton, words: str, room: int) -> None:
        """Let a marker be as wide as its words, shortened where there is not the room."""
        edges = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(button.text())
        elide = Qt.TextElideMode.ElideRight
        button.setText(button.fontMetrics().elidedText(words, elide, room - edges))
        button.resize(min(room, button.sizeHint().width()), MARKER_HEIGHT - 2 * _GAP)

    def follow(self) -> None:
        """Keep the markers where they are in the text after it was scrolled."""
        scroll = self._view.verticalScrollBar().value()
        for button, top in zip(self._buttons, self._tops, strict=True):
            button.move(self._view.place.left, top - scroll)

    def _remake(self, folds: tuple[FoldMark, ...]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._shown = folds
        self._buttons = [self._button(mark) for mark in folds]

    def _button(self, mark: FoldMark) -> QPushButton:
        button = with_look(QPushButton(self._words(mark), self._view.viewport()), "fold")
        button.setFont(scaled(self._view.font(), 0.92))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        rules = ", ".join(map(rule_name, mark.rules))
        button.setToolTip(tooltip(self.tr("Caught by: {rules}").format(rules=rules)))
        button.clicked.connect(lambda: self._view.toggle_fold(mark))
        button.show()
        return button

    def _words(self, mark: FoldMark) -> str:
        what = ", ".join(dict.fromkeys(self._kind(kind) for kind in mark.kinds))
        if mark.is_open and mark.lines == 1:
            words = self.tr("▾ 1 line of page furniture ({what})")
        elif mark.is_open:
            words = self.tr("▾ {count} lines of page furniture ({what})")
        elif mark.lines == 1:
            words = self.tr("▸ 1 line of page furniture hidden ({what})")
        else:
            words = self.tr("▸ {count} lines of page furniture hidden ({what})")
        return words.format(count=mark.lines, what=what)

    def _kind(self, kind: LineKind) -> str:
        return {
            LineKind.BYLINE: self.tr("byline"),
            LineKind.DATELINE: self.tr("dateline"),
            LineKind.CREDIT: self.tr("credits"),
            LineKind.COPYRIGHT: self.tr("copyright"),
            LineKind.COMMENT: self.tr("comments"),
            LineKind.AD: self.tr("advertising"),
        }.get(kind, self.tr("navigation"))
