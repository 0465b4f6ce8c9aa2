"""Words in a row that stay whole where there is room, and readable where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from usjp_reader.gui.articles.plain import menu_text, tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class WrappingLabel(QLabel):
    """Plain text that wants one line, and takes more of them where its row is too narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """As wide as its words on one line; a wrapping label would ask for a square."""
        margins = self.contentsMargins()
        frame = 2 * self.frameWidth() + 2 * self.margin()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 1
        height = self.fontMetrics().height()
        return QSize(
            width + frame + margins.left() + margins.right(),
            height + frame + margins.top() + margins.bottom(),
        )

    def minimumSizeHint(self) -> QSize:
        """It never forces its row to be wide."""
        return QSize(0, self.sizeHint().height())


class FittingButton(QPushButton):
    """A button whose words end in an ellipsis where there is no room; its tooltip has them all."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """All words, shown or not."""
        return self._words

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as all words want it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = menu_text(self._words)
        size = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, option.text)
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, size, self)

    def minimumSizeHint(self) -> QSize:
        """It never forces its row to be wide."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        edges = self.sizeHint().width() - metrics.horizontalAdvance(self._words)
        room = max(self.width() - edges, 0)
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if self.width() >= self.sizeHint().width():
            shown = self._words
        self.setText(menu_text(shown))
        self.setToolTip("" if shown == self._words else tooltip(self._words))
