"""Asks for one entity, or for two that are the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPushButton

from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.dialogs.frame import framed, row_of, small_label
from usjp_reader.gui.naming.picker import EntityPicker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from usjp_reader.gui.theme.themes import Theme
    from usjp_reader.library.name_choices import NameChoices

_WIDTH = 520


class ChoosingDialog(QDialog):
    """One picker for each entity that is asked for."""

    chosen = Signal(object)
    """The ids, a tuple in the order of the questions."""

    def __init__(
        self,
        title: str,
        note: str,
        questions: Sequence[str],
        go: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog; it finds nobody before `show_choices`.

        Args:
            title: What it is for.
            note: What will become of it.
            questions: What stands above each picker.
            go: What the button says that goes on.
            theme: In whose colours it is drawn.
            parent: The window.
        """
        super().__init__(parent)
        self._choices: NameChoices | None = None
        self.pickers = [EntityPicker() for _ in questions]
        self.go = QPushButton(go)
        layout = framed(self, title, title)
        layout.addWidget(small_label(note, self))
        for at, (question, picker) in enumerate(zip(questions, self.pickers, strict=True)):
            picker.set_theme(theme)
            picker.line.setAccessibleName(question)
            picker.typed.connect(partial(self._on_typed, picker))
            picker.chosen.connect(partial(self._on_chosen, at))
            picker.moved.connect(self._refresh)
            layout.addWidget(plain_label(question))
            layout.addWidget(picker)
            picker.begin(self.tr("Type the beginning of a name."))
        layout.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.go.setDefault(True)
        self.go.clicked.connect(self._on_go)
        layout.addLayout(row_of(cancel, self.go))
        self._refresh()
        self.resize(_WIDTH, self.sizeHint().height())
        self.pickers[0].line.setFocus()

    def show_choices(self, choices: NameChoices) -> None:
        """Let entities be found; what was typed until then is looked for now."""
        self._choices = choices
        for picker in self.pickers:
            if picker.line.text():
                self._on_typed(picker, picker.line.text())

    @property
    def marked(self) -> tuple[str, ...]:
        """The ids of the entities that are marked; "" where none is."""
        return tuple([picker.marked for picker in self.pickers])

    def _on_typed(self, picker: EntityPicker, words: str) -> None:
        if self._choices is None:
            return
        found = self._choices.typed(words, None) if words.strip() else ()
        nobody = self.tr("Nobody that is known is called so.")
        if not words.strip():
            nobody = self.tr("Type the beginning of a name.")
        picker.show_choices(found, nobody=nobody)

    def _on_chosen(self, at: int, _entity: str) -> None:
        """On to the next question, at last to the button."""
        following = self.pickers[at + 1 :]
        (following[0].line if following else self.go).setFocus()

    def _refresh(self) -> None:
        marked = self.marked
        self.go.setEnabled(all(marked) and len(set(marked)) == len(marked))

    def _on_go(self) -> None:
        self.accept()
        self.chosen.emit(self.marked)
