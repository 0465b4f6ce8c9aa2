"""A heading of the sidebar that folds what stands below it, with room for a link at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from usjp_reader.gui.articles.plain import menu_text
from usjp_reader.gui.icons import pixmap
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_ARROW = 12


def heading_font(font: QFont) -> QFont:
    """Small, spaced capitals for headings."""
    small = scaled(font, 0.84, QFont.Weight.DemiBold)
    small.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    small.setCapitalization(QFont.Capitalization.AllUppercase)
    return small


def link_button(words: str, parent: QWidget | None = None) -> QToolButton:
    """A button that looks like a link."""
    button = QToolButton(parent)
    button.setText(words)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return with_look(button, "link")


class ShortenedButton(QToolButton):
    """A link whose words are shortened where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        with_look(self, "link")

    def set_words(self, words: str) -> None:
        """Show other words, with an arrow that says that there is a menu."""
        self._words = words
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all words."""
        hint = super().sizeHint()
        whole = self.fontMetrics().horizontalAdvance(f"{self._words} ▾")
        shown = self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(hint.width() + whole - shown + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(48, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - metrics.horizontalAdvance(" ▾") - 12
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 30))
        self.setText(f"{menu_text(shown)} ▾")


class HeadingButton(QAbstractButton):
    """A small muted heading with an arrow that says whether what is below it is folded."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._is_open = theme, True
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_open(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self._theme = theme
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Turn the arrow."""
        self._is_open = is_open
        self.setAccessibleDescription(self.tr("shown") if is_open else self.tr("folded"))
        self.update()

    def sizeHint(self) -> QSize:
        """Arrow and words."""
        metrics = QFontMetricsF(heading_font(self.font()))
        width = metrics.horizontalAdvance(self.text()) + _ARROW + 16
        return QSize(round(width), round(metrics.height() * 1.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint arrow and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._theme.ink if self.underMouse() else self._theme.muted
        name = "chevron-down" if self._is_open else "chevron-right"
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        arrow = pixmap(name, ink, _ARROW, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(5, round((self.height() - _ARROW) / 2)), arrow)
        painter.setFont(heading_font(self.font()))
        painter.setPen(QColor(ink))
        words = box.adjusted(_ARROW + 9, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 1.2))
            painter.drawRoundedRect(box, 4, 4)


class Block(QWidget):
    """Heading and body; `body` is where the parts of the block are laid out."""

    folded = Signal(bool)
    """The reader folded the block, or opened it."""

    def __init__(self, title: str, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_open = True
        self._inside = QWidget(self)
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(2)
        self._heading = HeadingButton(title, theme, self)
        self._heading.clicked.connect(self._on_clicked)
        self._top = QHBoxLayout()
        self._top.setContentsMargins(0, 0, 4, 0)
        self._top.setSpacing(4)
        self._top.addWidget(self._heading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._top)
        layout.addWidget(self._inside)
        self.set_theme(theme)

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self._is_open

    def set_open(self, is_open: bool) -> None:
        """Show or fold the body."""
        self._is_open = is_open
        self._inside.setVisible(is_open)
        self._heading.set_open(is_open)

    def add_link(self, button: QToolButton) -> None:
        """Put a link at the right of the heading."""
        self._top.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self._heading.set_theme(theme)

    def _on_clicked(self) -> None:
        self.set_open(not self._is_open)
        self.folded.emit(not self._is_open)
