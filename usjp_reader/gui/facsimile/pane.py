"""Shows one page of a facsimile at a time: page by page, larger and smaller, or as wide."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.icons import icon
from usjp_reader.gui.theme.applied import with_look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from usjp_reader.gui.theme.themes import Theme

_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_FIT = _ZOOMS.index(1.0)
_SETTLE = 150
"""Milliseconds without a change of size until a page is drawn anew."""


class FacsimilePane(QWidget):
    """One page; PageUp and PageDown turn, Ctrl with + and - zooms where this pane has the focus."""

    page_wanted = Signal(int, int)
    """A page, counted from 0, is to be drawn so many pixels wide; answer with `show_page`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = self._page = 0
        self._zoom = _FIT
        self._resized = QTimer(self, singleShot=True, interval=_SETTLE)
        self._resized.timeout.connect(self._ask)
        self._said = plain_label("", "muted", wraps=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._where = plain_label("", "muted")
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._buttons: dict[str, QToolButton] = {}
        self._lay_out()
        self.set_theme(theme)
        self.say(self.tr("This article has no facsimile."))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 4, 8, 4)
        bar.addWidget(self._where, 1)
        for name, words, handler in (
            ("chevron-left", self.tr("Previous page"), partial(self.turn, -1)),
            ("chevron-right", self.tr("Next page"), partial(self.turn, 1)),
            ("minus", self.tr("Smaller"), partial(self.zoom, -1)),
            ("plus", self.tr("Larger"), partial(self.zoom, 1)),
        ):
            button = QToolButton()
            button.setAutoRaise(True)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(handler)
            self._buttons[name] = button
            bar.addWidget(button)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self._picture)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.tr("Facsimile"))
        self.area.installEventFilter(self)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.area, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._said)
        self._stack.addWidget(page)
        with_look(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(220)

    def set_theme(self, theme: Theme) -> None:
        """Draw the buttons in the ink of `theme`."""
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme.ink))

    # -- what is shown ---------------------------------------------------------------------------

    @property
    def words(self) -> str:
        """What the pane says: which page is shown, or why there is none."""
        return (self._where if self._stack.currentIndex() else self._said).text()

    @property
    def page(self) -> int:
        """The page that is shown, counted from 0."""
        return self._page

    def say(self, words: str) -> None:
        """Show a sentence in place of a page."""
        self._count = 0
        self._picture.clear()
        self._said.setText(words)
        self._stack.setCurrentIndex(0)

    def begin(self, count: int, page: int = 0) -> None:
        """Show another facsimile from `page` on; `count` is how many pages it seems to have."""
        self._count, self._page = max(count, 1), page
        self._resized.start()

    def show_page(self, image: QImage, page: int, count: int) -> None:
        """Show a page that was drawn."""
        if page != self._page or not self._count:
            return
        self._count = count
        ratio = self.devicePixelRatioF()
        pixels = QPixmap.fromImage(image)
        pixels.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixels)
        self._picture.setAccessibleName(self._place())
        self._where.setText(self._place())
        self._buttons["chevron-left"].setEnabled(page > 0)
        self._buttons["chevron-right"].setEnabled(page + 1 < count)
        self._stack.setCurrentIndex(1)

    def _place(self) -> str:
        return self.tr("Page {at} of {n}").format(at=self._page + 1, n=self._count)

    # -- what the reader does --------------------------------------------------------------------

    def turn_to(self, page: int) -> None:
        """Show a page, if it is another one."""
        if self._count and page != self._page and page >= 0:
            self._page = page
            self.area.verticalScrollBar().setValue(0)
            self._ask()

    def turn(self, by: int) -> None:
        """Show the next page, or the one before."""
        if 0 <= self._page + by < self._count:
            self.turn_to(self._page + by)

    def zoom(self, by: int) -> None:
        """Show the page larger or smaller; 0 makes it as wide as the pane."""
        self._zoom = min(max(self._zoom + by, 0), len(_ZOOMS) - 1) if by else _FIT
        self._ask()

    def _ask(self) -> None:
        if self._count and self.isVisible():
            room = self.width() - self.area.verticalScrollBar().sizeHint().width() - 8
            width = room * _ZOOMS[self._zoom]
            self.page_wanted.emit(self._page, max(50, round(width * self.devicePixelRatioF())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page anew once the pane stays at its size."""
        super().resizeEvent(event)
        self._resized.start()

    def showEvent(self, event: QEvent) -> None:
        """Draw the page that was chosen while nobody saw it."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._resized.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn pages and zoom by keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
            zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
            key = Qt.Key(event.key())
            if key in turns:
                self.turn(turns[key])
                return True
            if key in zooms:
                self.zoom(zooms[key])
                return True
        return super().eventFilter(watched, event)
