"""How far long work has come: a bar, a count, what is being worked on, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from usjp_reader.gui.articles.plain import ElidedLabel, grouped
from usjp_reader.gui.dialogs.frame import heading_label, small_label

if TYPE_CHECKING:
    from usjp_reader.domain.progress import Progress


class ProgressView(QWidget):
    """Shows `Progress`; knows nothing of the work."""

    cancelled = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading_label(heading, self)
        self._count = small_label("", self)
        self._item = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(heading)
        self._stop = QPushButton(self.tr("Cancel"))
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self._heading, self._bar, self._item):
            layout.addWidget(part)
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(self._stop)
        layout.addLayout(below)
        layout.addStretch(1)

    @property
    def is_stopping(self) -> bool:
        """Whether the reader asked for an end."""
        return not self._stop.isEnabled()

    @property
    def words(self) -> str:
        """What is said below the bar."""
        return self._count.text()

    def start(self, heading: str = "") -> None:
        """Begin anew, before anything is counted."""
        if heading:
            self._heading.setText(heading)
        self._bar.setRange(0, 0)
        self._count.setText("")
        self._item.set_text("")
        self._stop.setEnabled(True)

    def on_progress(self, progress: Progress) -> None:
        """Show how far the work has come."""
        total = progress.total or 0
        self._bar.setRange(0, total)
        self._bar.setValue(min(progress.done, total))
        self._item.set_text(progress.item)
        if not self.is_stopping:
            self._count.setText(self._counted(progress))

    def _counted(self, progress: Progress) -> str:
        if progress.total is None:
            return self.tr("{n} so far").format(n=grouped(progress.done))
        return self.tr("{n} of {total}").format(
            n=grouped(progress.done), total=grouped(progress.total)
        )

    def cancel(self) -> None:
        """Ask for an end, as the button does."""
        self._stop.setEnabled(False)
        self._count.setText(self.tr("Stopping after this file…"))
        self.cancelled.emit()
