"""What the columns of a table mean: a choice for each field, above the first rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from usjp_reader.gui.articles.plain import one_line
from usjp_reader.gui.dialogs.columns_model import ColumnsModel
from usjp_reader.gui.dialogs.frame import framed, row_of, small_label
from usjp_reader.gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS = (
    ("text", QT_TRANSLATE_NOOP("Columns", "Text")),
    ("title", QT_TRANSLATE_NOOP("Columns", "Title")),
    ("published", QT_TRANSLATE_NOOP("Columns", "Date")),
    ("author", QT_TRANSLATE_NOOP("Columns", "Author")),
    ("container-title", QT_TRANSLATE_NOOP("Columns", "Newspaper")),
    ("URL", QT_TRANSLATE_NOOP("Columns", "Address")),
    ("section", QT_TRANSLATE_NOOP("Columns", "Section")),
    ("page", QT_TRANSLATE_NOOP("Columns", "Page")),
    ("language", QT_TRANSLATE_NOOP("Columns", "Language")),
    ("id", QT_TRANSLATE_NOOP("Columns", "Number")),
)
_SIZE = QSize(820, 560)
_WIDEST = 42
"""Characters that a column of the preview shows."""


class ColumnsDialog(QDialog):
    """Asks which column holds the text of the articles, and which hold what is said of them."""

    explained = Signal(object)
    """The column of each field, as a dictionary, when the reader goes on."""

    def __init__(
        self,
        name: str,
        columns: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
        fields: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            name: The table, as the reader knows it.
            columns: Names of its columns.
            rows: Its first rows.
            fields: The column of each field as far as it is known.
            parent: The window.
        """
        super().__init__(parent)
        heading = self.tr("What do the columns mean?")
        layout = framed(self, self.tr("Columns of a table"), heading)
        layout.addWidget(small_label(one_line(name), self))
        self._columns = columns
        self._model = ColumnsModel(columns, rows, self)
        self._choices = {field: self._choice(field) for field, _ in _FIELDS}
        self._go = QPushButton(self.tr("Import"))
        self._note = small_label("", self)
        layout.addLayout(self._form())
        layout.addWidget(self._preview(), 1)
        layout.addWidget(self._note)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._go.setDefault(True)
        self._go.clicked.connect(self._on_go)
        layout.addLayout(row_of(cancel, self._go))
        self._show({**fields, "text": fields.get("text") or _longest(columns, rows)})
        self.resize(_SIZE)

    @property
    def fields(self) -> dict[str, str]:
        """The column of each field that has one."""
        return {
            field: str(choice.currentData())
            for field, choice in self._choices.items()
            if choice.currentIndex() > 0
        }

    @property
    def note(self) -> str:
        """What is said below the table."""
        return self._note.text()

    def choose(self, field: str, column: str) -> None:
        """Choose as the reader would; "" is no column."""
        choice = self._choices[field]
        choice.setCurrentIndex(max(0, choice.findData(column)) if column else 0)

    # -- parts -----------------------------------------------------------------------------------

    def _choice(self, field: str) -> QComboBox:
        choice = QComboBox()
        choice.addItem(self.tr("None"), "")
        for column in self._columns:
            choice.addItem(one_line(column)[:_WIDEST], column)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(18)
        choice.setMaxVisibleItems(16)
        choice.setAccessibleName(_words(field))
        choice.currentIndexChanged.connect(self._refresh)
        return choice

    def _form(self) -> QHBoxLayout:
        """Two columns of fields: those that a citation needs at the left."""
        row = QHBoxLayout()
        row.setSpacing(28)
        half = (len(_FIELDS) + 1) // 2
        for part in (_FIELDS[:half], _FIELDS[half:]):
            form = QFormLayout()
            form.setHorizontalSpacing(16)
            form.setVerticalSpacing(8)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            for field, _ in part:
                form.addRow(_words(field), self._choices[field])
            row.addLayout(form, 1)
        return row

    def _preview(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setAccessibleName(self.tr("First rows of the table"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = table.horizontalHeader(), table.verticalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setMaximumSectionSize(QFontMetrics(self.font()).averageCharWidth() * _WIDEST)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setStretchLastSection(True)
        down.hide()
        down.setDefaultSectionSize(round(QFontMetrics(self.font()).height() * 1.5))
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.resizeColumnsToContents()
        return table

    def _show(self, fields: Mapping[str, str]) -> None:
        for field, column in fields.items():
            if field in self._choices:
                self.choose(field, column)
        self._refresh()

    def _refresh(self) -> None:
        fields = self.fields
        meanings: dict[str, list[str]] = {}
        for field, column in fields.items():
            meanings.setdefault(column, []).append(_words(field))
        self._model.show_meanings({name: ", ".join(all_) for name, all_ in meanings.items()})
        self._go.setEnabled("text" in fields)
        self._note.setText(self._noted(fields))

    def _noted(self, fields: Mapping[str, str]) -> str:
        if "text" not in fields:
            return self.tr("Please say which column holds the text of the articles.")
        return self.tr(
            "What you say is remembered for every table with the same columns. "
            "Columns without a meaning are kept aside."
        )

    def _on_go(self) -> None:
        fields = self.fields
        if "text" in fields:
            self.accept()
            self.explained.emit(fields)


def _words(field: str) -> str:
    """What the window calls a field."""
    return QCoreApplication.translate("Columns", dict(_FIELDS)[field])


def _longest(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """The column with most words in the first rows; "" where nothing is long."""
    sizes = [sum(len(row[at]) for row in rows) for at in range(len(columns))]
    best = max(range(len(columns)), key=sizes.__getitem__, default=None)
    is_long = best is not None and rows and sizes[best] >= 40 * len(rows)
    return columns[best] if best is not None and is_long else ""
