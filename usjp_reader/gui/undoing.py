"""Says in the menu what "Undo" and "Redo" would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from usjp_reader.config.messages import said
from usjp_reader.gui.actions import worded
from usjp_reader.passages.editing import action_called

if TYPE_CHECKING:
    from usjp_reader.gui.actions import Actions
    from usjp_reader.gui.session import Session


class UndoWords(QObject):
    """Words the two actions of the menu whenever it opens."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session)
        self._session = session
        self._actions = actions
        actions.menu("edit").aboutToShow.connect(self._word)

    def _word(self) -> None:
        work = self._session.library.work if self._session.has_library else None
        undo = self.tr("Undo: {what}"), work.undoable if work else None
        redo = self.tr("Redo: {what}"), work.redoable if work else None
        for name, (words, change) in {"undo": undo, "redo": redo}.items():
            plain = worded("Undo" if name == "undo" else "Redo")
            told = words.format(what=said(action_called(change))) if change else plain
            self._actions[name].setText(told.replace("&", "&&"))
