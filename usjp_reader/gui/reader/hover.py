"""When the card of a mention comes and goes: timers only, so that the pane need not think of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from usjp_reader.domain.entities import Mention

COMES_AFTER, GOES_AFTER = 300, 250
"""Milliseconds. Long enough that a pointer on its way elsewhere brings nothing up."""


class Hover(QObject):
    """Turns "the pointer is on this mention" into "its card is wanted" and "it may go"."""

    wanted = Signal(object)
    """A `Mention` whose card is to be shown."""
    unwanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.mention: Mention | None = None
        self._comes = _timer(self, COMES_AFTER)
        self._goes = _timer(self, GOES_AFTER)
        self._comes.timeout.connect(self._on_comes)
        self._goes.timeout.connect(self._on_goes)

    def point_at(self, mention: Mention | None) -> None:
        """The pointer is on a mention, or on none."""
        if mention is None:
            self._comes.stop()
            if self.mention is not None and not self._goes.isActive():
                self._goes.start()
        elif mention is self.mention:
            self._goes.stop()
        else:
            self.mention = mention
            self._goes.stop()
            self._comes.start()

    def keep(self) -> None:
        """The pointer is on the card itself."""
        self._goes.stop()

    def leave(self) -> None:
        """The pointer left the card."""
        self._goes.start()

    def ask(self, mention: Mention) -> None:
        """Ask for a card at once: a click or a key."""
        self._comes.stop()
        self._goes.stop()
        self.mention = mention
        self.wanted.emit(mention)

    def forget(self) -> None:
        """No card is wanted any more."""
        self._comes.stop()
        self._goes.stop()
        self.mention = None

    def _on_comes(self) -> None:
        if self.mention is not None:
            self.wanted.emit(self.mention)

    def _on_goes(self) -> None:
        self.forget()
        self.unwanted.emit()


def _timer(parent: QObject, after: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after)
    return timer
