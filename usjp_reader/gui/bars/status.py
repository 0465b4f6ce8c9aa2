"""The status line: the library at the left, work under way, whether all is saved at the right."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from usjp_reader.gui.articles.plain import ElidedLabel, articles_words, grouped, plain_label
from usjp_reader.gui.icons import icon
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from usjp_reader.domain.progress import Progress


class Saved(Enum):
    """Whether the reader's work is on the disk."""

    ALL = "all"
    SAVING = "saving"
    FAILED = "failed"


class StatusLine(QWidget):
    """One line for `QStatusBar.addWidget(line, 1)`."""

    cancelled = Signal()
    """The reader wants the work under way to stop."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = plain_label("", "muted")
        self._note = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(140, 6)
        self._stop = with_look(QToolButton(), "flat")
        self._stop.setIconSize(QSize(12, 12))
        self._stop.setToolTip(self.tr("Stop"))
        self._stop.setAccessibleName(self.tr("Stop the work under way"))
        self._stop.clicked.connect(self.cancelled)
        self._saved = plain_label("", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 1, 12, 1)
        layout.setSpacing(12)
        layout.addWidget(self._library)
        layout.addWidget(self._note, 1)
        for part in (self._bar, self._stop, self._saved):
            layout.addWidget(part)
        self.set_theme(theme)
        self.set_saved(Saved.ALL)
        self.work_ended()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self._stop.setIcon(icon("close", theme.muted, 12))

    def set_library(self, articles: int, with_passages: int, name: str = "") -> None:
        """Say what the library holds."""
        passages = self.tr("{n} with passages").format(n=grouped(with_passages))
        parts = (name, articles_words(articles), passages)
        self._library.setText(" · ".join(part for part in parts if part))

    def set_note(self, words: str) -> None:
        """Say something in passing; "" for nothing."""
        self._note.set_text(words)

    def set_saved(self, saved: Saved) -> None:
        """Say whether the reader's work is on the disk."""
        words = {
            Saved.ALL: self.tr("All changes saved"),
            Saved.SAVING: self.tr("Saving…"),
            Saved.FAILED: self.tr("Not saved"),
        }
        self._saved.setText(words[saved])
        with_look(self._saved, "badge" if saved is Saved.FAILED else "muted")
        self._saved.style().unpolish(self._saved)
        self._saved.style().polish(self._saved)

    def on_progress(self, progress: Progress) -> None:
        """Show how far the work under way has come."""
        self._bar.setRange(0, progress.total or 0)
        self._bar.setValue(progress.done)
        self._note.set_text(progress.item)
        self._bar.show()
        self._stop.show()

    def work_ended(self) -> None:
        """No work is under way."""
        self._note.set_text("")
        self._bar.hide()
        self._stop.hide()
