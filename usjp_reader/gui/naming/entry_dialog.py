"""Somebody or something that the program does not know: what it is, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from usjp_reader.domain.entities import EntityType
from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.dialogs.frame import fit, framed, row_of, small_label
from usjp_reader.gui.theme.marks import LEGEND, type_word
from usjp_reader.knowledge.deriving import name_key

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDTH = 520


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed; `names` are further names by which it is to be found."""

    type: EntityType
    label_en: str
    label_ja: str
    names: tuple[str, ...]
    description: str


class EntryDialog(QDialog):
    """A form for one entry of the reader's own."""

    saved = Signal(object)
    """The `Entry`."""

    def __init__(
        self, entry: Entry, note: str = "", parent: QWidget | None = None, *, is_new: bool = True
    ) -> None:
        """Make the form.

        Args:
            entry: What stands in it at first.
            note: What becomes of it, in a sentence, or "".
            parent: The window.
            is_new: Whether nobody entered it yet.
        """
        super().__init__(parent)
        title = self.tr("New entry") if is_new else self.tr("Your entry")
        layout = framed(self, title, title)
        self.type = self._made_types(entry.type)
        self.label_en = self._line(entry.label_en, self.tr("English name"))
        self.label_ja = self._line(entry.label_ja, self.tr("Japanese name"))
        self.names = QPlainTextEdit("\n".join(entry.names))
        self.description = self._line(entry.description, self.tr("Who or what it is"))
        self._save = QPushButton(self.tr("Enter") if is_new else self.tr("Save"))
        self._wrong = plain_label("", "warning", wraps=True)
        layout.addLayout(self._made_form())
        if note:
            layout.addWidget(small_label(note, self))
        layout.addWidget(self._wrong)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._save.setDefault(True)
        self._save.clicked.connect(self._on_save)
        layout.addLayout(row_of(cancel, self._save))
        self._refresh()
        fit(self, WIDTH)
        (self.label_en if entry.label_en or not entry.label_ja else self.label_ja).setFocus()

    def _made_types(self, chosen: EntityType) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Type"))
        for kind in LEGEND:
            box.addItem(type_word(kind), kind)
        box.setCurrentIndex(LEGEND.index(chosen))
        return box

    def _line(self, words: str, name: str) -> QLineEdit:
        line = QLineEdit(words)
        line.setAccessibleName(name)
        line.setMaxLength(500)
        line.textChanged.connect(self._refresh)
        return line

    def _made_form(self) -> QFormLayout:
        self.names.setAccessibleName(self.tr("Further names, one a line"))
        self.names.setPlaceholderText(self.tr("Spellings and short names, one a line"))
        self.names.setTabChangesFocus(True)
        height = QFontMetrics(self.names.font()).lineSpacing()
        self.names.setFixedHeight(3 * height + 16)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Type"), self.type)
        form.addRow(self.tr("English name"), self.label_en)
        form.addRow(self.tr("Japanese name"), self.label_ja)
        form.addRow(self.tr("Further names"), self.names)
        form.addRow(self.tr("Description"), self.description)
        return form

    @property
    def entry(self) -> Entry:
        """What stands in the form."""
        names = (" ".join(line.split()) for line in self.names.toPlainText().splitlines())
        return Entry(
            EntityType(self.type.currentData()),
            " ".join(self.label_en.text().split()),
            " ".join(self.label_ja.text().split()),
            tuple(dict.fromkeys(name for name in names if name)),
            self.description.text().strip(),
        )

    @property
    def problem(self) -> str:
        """Why it cannot be saved as it stands, or ""."""
        entry = self.entry
        if not (_is_name(entry.label_en) or _is_name(entry.label_ja)):
            return self.tr("One of the two names is needed.")
        wrong = next((name for name in entry.names if not _is_name(name)), "")
        return self.tr("“{name}” is no name.").format(name=wrong) if wrong else ""

    def _refresh(self) -> None:
        is_named = bool(self.label_en.text().strip() or self.label_ja.text().strip())
        self._save.setEnabled(is_named)
        self._say("")

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _on_save(self) -> None:
        if self.problem:
            self._say(self.problem)
            return
        self.accept()
        self.saved.emit(self.entry)


def _is_name(words: str) -> bool:
    return any(map(str.isalnum, words))


def entry_called(words: str, kind: EntityType) -> Entry:
    """An empty form but for what is known: words of the text, in whichever script they are."""
    words = " ".join(words.split())
    is_japanese = not name_key(words).isascii()
    return Entry(kind, "" if is_japanese else words, words if is_japanese else "", (), "")
