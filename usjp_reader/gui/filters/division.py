"""What a division of time says of itself: who claims it, why, and on what each era rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from usjp_reader.domain.dates import Days
from usjp_reader.domain.eras import PeriodisationKind
from usjp_reader.gui.articles.dates import days_words
from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.filters.choices import era_years
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QFont

    from usjp_reader.domain.eras import Era, Periodisation


def kind_words(kind: PeriodisationKind) -> str:
    """Whether a division interprets or records, in one word."""
    if kind is PeriodisationKind.INTERPRETS:
        return QCoreApplication.translate("Division", "interprets")
    return QCoreApplication.translate("Division", "records")


def kind_sentence(kind: PeriodisationKind) -> str:
    """What it means that a division interprets or records."""
    if kind is PeriodisationKind.INTERPRETS:
        return QCoreApplication.translate(
            "Division", "A reading of history: others draw these lines elsewhere."
        )
    return QCoreApplication.translate(
        "Division", "A record of who governed or of what the calendar said."
    )


def division_told(division: Periodisation) -> str:
    """What a tooltip says of a division, plain."""
    claimed = QCoreApplication.translate("Division", "Claimed by {who}.")
    return "\n".join(
        (kind_sentence(division.kind), claimed.format(who=division.claimed_by), division.why)
    )


def era_told(era: Era) -> str:
    """What a tooltip says of an era, plain."""
    lines = [f"{era.name()} · {bounds_words(era)}"]
    if era.start_event:
        begins = QCoreApplication.translate("Division", "Begins: {event}.")
        lines.append(begins.format(event=era.start_event))
    if era.end_event:
        ends = QCoreApplication.translate("Division", "Ends: {event}.")
        lines.append(ends.format(event=era.end_event))
    if era.shared_start:
        lines.append(
            QCoreApplication.translate(
                "Division", "The day it begins also belongs to the era before."
            )
        )
    lines += [era.note] if era.note else []
    return "\n".join(lines)


def bounds_words(era: Era) -> str:
    """The bounds of an era to the day, the end as the first day of what follows."""
    if era.start is None and era.end is None:
        return era_years(era)
    if era.end is None:
        return QCoreApplication.translate("Division", "since {day}").format(day=_day(era.start))
    if era.start is None:
        return QCoreApplication.translate("Division", "until {day}").format(day=_day(era.end))
    return f"{_day(era.start)} – {_day(era.end)}"


def _day(day: date | None) -> str:
    return days_words(Days(day, day)) if day else ""


class DivisionDialog(QDialog):
    """All a division says of itself."""

    def __init__(self, division: Periodisation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About this division"))
        self.resize(620, 560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(8)
        name = plain_label(division.name(), wraps=True)
        name.setFont(scaled(self.font(), 1.3))
        layout.addWidget(name)
        for words in division_told(division).split("\n"):
            layout.addWidget(plain_label(words, wraps=True))
        layout.addWidget(self._eras(division), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _eras(self, division: Periodisation) -> QScrollArea:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 8, 12, 8)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        small = scaled(self.font(), 0.93)
        row = 0
        for era in division.eras:
            row = _add_era(grid, row, era, small)
        grid.setRowStretch(row, 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area


def _add_era(grid: QGridLayout, row: int, era: Era, small: QFont) -> int:
    """Add the lines of an era; the row after them."""
    top = Qt.AlignmentFlag.AlignTop
    bounds = plain_label(bounds_words(era), "muted")
    bounds.setFont(small)
    grid.addWidget(bounds, row, 0, top)
    name = f"{era.name()} · {era.name('ja')}" if era.name("ja") != era.name() else era.name()
    if era.parallel:
        name = QCoreApplication.translate("Division", "{era} (beside the others)").format(era=name)
    grid.addWidget(plain_label(name, wraps=True), row, 1, top)
    row += 1
    for words in _grounds(era):
        label = plain_label(words, "muted", wraps=True)
        label.setFont(small)
        grid.addWidget(label, row, 1, top)
        row += 1
    grid.setRowMinimumHeight(row, 8)
    return row + 1


def _grounds(era: Era) -> list[str]:
    words = [f"{era.start_event} ({era.start_place})" if era.start_place else era.start_event]
    words.append(era.note)
    if era.authority:
        source = QCoreApplication.translate("Division", "Checked in: {source}")
        words.append(source.format(source=era.authority))
    return [word for word in words if word]
