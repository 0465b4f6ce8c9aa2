"""A number between two bounds as a slider with its value in words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from usjp_reader.gui.articles.plain import plain_label


class NumberSlider(QWidget):
    """Arrow keys go by one step."""

    value_changed = Signal(int)

    def __init__(self, least: int, most: int, unit: str, name: str, step: int = 1) -> None:
        super().__init__()
        self._unit, self._step = unit, step
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(least // step, most // step)
        self._slider.setPageStep(5)
        self._slider.setAccessibleName(name)
        self._slider.valueChanged.connect(self._on_moved)
        self._label = plain_label("", "muted")
        self._label.setMinimumWidth(self.fontMetrics().horizontalAdvance(f"000{unit}") + 6)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(12)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._label)
        self.setFocusProxy(self._slider)

    @property
    def value(self) -> int:
        """The number."""
        return self._slider.value() * self._step

    def set_value(self, value: int) -> None:
        """Show another number, rounded to a step and brought within the bounds."""
        self._slider.setValue(round(value / self._step))
        self._say()

    def _on_moved(self) -> None:
        self._say()
        self.value_changed.emit(self.value)

    def _say(self) -> None:
        self._label.setText(f"{self.value}{self._unit}")
        self._slider.setAccessibleDescription(self._label.text())
