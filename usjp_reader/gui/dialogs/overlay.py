"""A card over the window while something loads that nothing can be done without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from usjp_reader.gui.dialogs.frame import small_label
from usjp_reader.gui.dialogs.progress_view import ProgressView
from usjp_reader.gui.theme.applied import with_look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from usjp_reader.domain.progress import Progress

_CARD_WIDTH = 420


class LoadingOverlay(QWidget):
    """Covers its parent, grows with it, and can be cancelled."""

    cancelled = Signal()

    def __init__(self, parent: QWidget, heading: str = "", words: str = "") -> None:
        super().__init__(parent)
        heading = heading or self.tr("Loading the starter library of specimens…")
        words = words or self.tr(
            "Short articles made up for this program, to try everything with. "
            "They are kept apart from yours."
        )
        self._progress = ProgressView(heading)
        self._progress.cancelled.connect(self.cancelled)
        card = with_look(QFrame(), "card")
        card.setFixedWidth(_CARD_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 20, 24, 18)
        inside.setSpacing(12)
        inside.addWidget(self._progress)
        inside.addWidget(small_label(words, self))
        layout = QGridLayout(self)
        layout.addWidget(card, 0, 0, Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        parent.installEventFilter(self)
        self.resize(parent.size())
        self.raise_()

    def on_progress(self, progress: Progress) -> None:
        """Show how far the loading has come."""
        self._progress.on_progress(progress)

    def finish(self) -> None:
        """Go away for good."""
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the parent."""
        if isinstance(watched, QWidget) and event.type() is QEvent.Type.Resize:
            self.resize(watched.size())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels; no other key reaches what lies below."""
        if event.key() == Qt.Key.Key_Escape and not self._progress.is_stopping:
            self._progress.cancel()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fade what lies below."""
        ground = QColor(self.palette().window().color())
        ground.setAlphaF(0.82)
        QPainter(self).fillRect(self.rect(), ground)
