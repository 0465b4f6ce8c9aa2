"""The settings a reader can change, each shown at once in the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from usjp_reader.config.language_model import ABSENT, language_model
from usjp_reader.config.messages import said
from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.dialogs.frame import fit, framed, row_of, small_label
from usjp_reader.gui.dialogs.number_slider import NumberSlider
from usjp_reader.gui.theme.fonts import text_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from usjp_reader.config.settings import Settings

SIZES, MEASURES, SPACINGS = (8, 40), (30, 120), (100, 220)
"""Least and most points, characters a line, and percent of line height."""

SAMPLE_HEIGHT = 110
"""Pixels kept for the sample, so that the dialog does not jump while sizes are tried."""


class SettingsDialog(QDialog):
    """Every change is told at once, to be judged by eye; Cancel tells the settings of before.

    But for the second recogniser, which has the library read again: that is told by Done.
    """

    changed = Signal(object)
    """The `Settings` as they are now."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = self._now = settings
        layout = framed(self, self.tr("Settings"), self.tr("Settings"))
        self._make_parts()
        self._show(settings)
        self._lay_out(layout)
        self._connect()
        self._show_sample()
        fit(self, 500)

    def _make_parts(self) -> None:
        self._theme = _choice(
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("high-contrast", self.tr("High contrast")),
        )
        families = [
            family for family in QFontDatabase.families() if not family.startswith((".", "@"))
        ]
        self._family = _choice(
            ("", self.tr("The usual serif")), *((family, family) for family in families)
        )
        self._family.setMaxVisibleItems(16)
        self._size = NumberSlider(*SIZES, self.tr(" pt"), self.tr("Size"))
        self._measure = NumberSlider(*MEASURES, self.tr(" characters"), self.tr("Line length"))
        self._spacing = NumberSlider(*SPACINGS, self.tr(" %"), self.tr("Line height"), 5)
        self._order = _choice(
            ("given-first", self.tr("Given name first: Taro Aso")),
            ("family-first", self.tr("Family name first: Aso Taro")),
        )
        self._creator = QLineEdit()
        self._creator.setPlaceholderText(self.tr("Nobody in particular"))
        self._recogniser = QCheckBox(self.tr("Let spaCy add names to English articles"))
        self._recogniser.setAccessibleDescription(self._on_recogniser())
        self._recogniser.setEnabled(language_model() is not None)
        self._sample = plain_label("", wraps=True)
        self._sample.setFixedHeight(SAMPLE_HEIGHT)
        self._sample.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._sample.setText(
            self.tr("At midnight, in heavy rain, Okinawa became a Japanese prefecture again.")
            + "\n沖縄は再び日本の県となった。"
        )

    def _lay_out(self, layout: QVBoxLayout) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Theme"), self._theme)
        form.addRow(self.tr("Font of the text"), self._family)
        form.addRow(self.tr("Size"), self._size)
        form.addRow(self.tr("Line length"), self._measure)
        form.addRow(self.tr("Line height"), self._spacing)
        form.addRow("", self._sample)
        form.addRow(self.tr("Names on cards"), self._order)
        form.addRow(self.tr("Your name"), self._creator)
        form.addRow("", small_label(self.tr("New passages and notes carry your name."), self))
        form.addRow(self.tr("Second recogniser"), self._recogniser)
        form.addRow("", small_label(self._on_recogniser(), self))
        layout.addLayout(form)
        layout.addStretch(1)
        cancel, close = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Done"))
        close.setDefault(True)
        cancel.clicked.connect(self.reject)
        close.clicked.connect(self.accept)
        layout.addLayout(row_of(cancel, close))

    def _on_recogniser(self) -> str:
        """What is said of the second recogniser: what it does, or how it is to be had."""
        model = language_model()
        if model is None:
            return said(ABSENT)
        return self.tr(
            "Found by the model {model} and drawn as doubtful. The library is read again for it."
        ).format(model=model)

    def _connect(self) -> None:
        for choice in (self._theme, self._family, self._order):
            choice.currentIndexChanged.connect(self._on_changed)
        for number in (self._size, self._measure, self._spacing):
            number.value_changed.connect(self._on_changed)
        self._creator.editingFinished.connect(self._on_changed)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._now

    def accept(self) -> None:
        """Keep what was changed."""
        self._on_changed()
        if self._recogniser.isChecked() != self._now.second_recogniser:
            self._now = replace(self._now, second_recogniser=self._recogniser.isChecked())
            self.changed.emit(self._now)
        super().accept()

    def reject(self) -> None:
        """Take back what was changed."""
        if self._now != self._before:
            self._now = self._before
            self.changed.emit(self._before)
        super().reject()

    def _show(self, settings: Settings) -> None:
        self._theme.setCurrentIndex(max(self._theme.findData(settings.theme), 0))
        self._family.setCurrentIndex(max(self._family.findData(settings.font_family), 0))
        self._size.set_value(settings.font_size)
        self._measure.set_value(settings.measure)
        self._spacing.set_value(settings.line_spacing)
        self._order.setCurrentIndex(max(self._order.findData(settings.name_order), 0))
        self._creator.setText(settings.creator)
        self._recogniser.setChecked(settings.second_recogniser)

    def _on_changed(self) -> None:
        now = replace(
            self._now,
            theme=str(self._theme.currentData()),
            font_family=str(self._family.currentData()),
            font_size=self._size.value,
            measure=self._measure.value,
            line_spacing=self._spacing.value,
            name_order=str(self._order.currentData()),
            creator=self._creator.text().strip(),
        )
        if now != self._now:
            self._now = now
            self._show_sample()
            self.changed.emit(now)

    def _show_sample(self) -> None:
        self._sample.setFont(text_font(self._now.font_family, self._now.font_size))


def _choice(*choices: tuple[str, str]) -> QComboBox:
    box = QComboBox()
    for value, words in choices:
        box.addItem(words, value)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(18)
    return box
