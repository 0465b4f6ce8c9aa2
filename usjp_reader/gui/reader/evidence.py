"""What the date of an article rests on: one entry a reason; a click jumps to the words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from usjp_reader.config.messages import said
from usjp_reader.domain.corrections import READER_RULE
from usjp_reader.domain.dates import Dated, Edtf, Evidence, Where
from usjp_reader.gui.reader.date_editor import DateEditor
from usjp_reader.gui.reader.date_sentences import lead_words, sureness_words
from usjp_reader.gui.reader.dates import date_words, edtf_words
from usjp_reader.gui.reader.floating import FloatingCard, plain_label
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.messages import Message
    from usjp_reader.domain.spans import Span

WIDTH = 400
MOST_HEIGHT = 420
MOST_WORDS = 160

_DAY = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b", re.ASCII)


class EvidenceCard(FloatingCard):
    """Lists the evidence of a date."""

    jumped = Signal(object)
    """A `Span` of the text is to be shown."""
    said = Signal(object)
    """What the reader says of the date, as `DateEditor.said`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = plain_label()
        self._title.setFont(scaled(self.font(), 1.0, QFont.Weight.DemiBold))
        self._lead = plain_label("muted")
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("What the date rests on"))
        self._list.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(4)
        column.addWidget(self._list)
        self.editor = DateEditor()
        self.editor.said.connect(self._on_said)
        self.editor.changed.connect(self.fit_again)
        column.addSpacing(6)
        column.addWidget(self.editor)
        column.addStretch(1)

    def show_evidence(self, dated: Dated) -> None:
        """Fill it; `show_beside` brings it up."""
        width = self.width_at_most(WIDTH)
        self.setFixedWidth(width)
        word = sureness_words(dated)
        self._title.setText(f"{date_words(dated)} · {word}" if word else date_words(dated))
        self._lead.setText(lead_words(dated))
        self.editor.show_date(dated)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        found = [one for one in dated.evidence if one.rule != READER_RULE]
        against = [one for one in found if one.against]
        self._add(column, "", [one for one in found if not one.against])
        self._add(column, self.tr("What does not fit"), against)
        column.addStretch(1)
        self._list.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._list.setVisible(bool(found))
        wanted = column.heightForWidth(width - 40) if found else 0
        self._list.setFixedHeight(min(MOST_HEIGHT, max(0, wanted)))

    def _add(self, column: QVBoxLayout, heading: str, found: Sequence[Evidence]) -> None:
        if not found:
            return
        if heading:
            label = plain_label()
            label.setFont(scaled(self.font(), 1.0, QFont.Weight.DemiBold))
            label.setText(heading)
            column.addWidget(label)
        for evidence in found:
            column.addWidget(self._entry(evidence))

    def _entry(self, evidence: Evidence) -> QWidget:
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        why = plain_label()
        why.setText(said(_with_dates_in_words(evidence.why)))
        column.addWidget(why)
        if evidence.text:
            quote = plain_label("muted")
            quote.setText(f"“{_shortened(evidence.text)}”")
            column.addWidget(quote)
        place = plain_label("muted")
        place.setText(f"{self._where(evidence.where)} → {_said_date(evidence.says)}")
        column.addWidget(place)
        if evidence.span is not None:
            column.addWidget(self._jump(evidence.span), 0, Qt.AlignmentFlag.AlignLeft)
        return entry

    def _jump(self, span: Span) -> QPushButton:
        button = with_look(QPushButton(self.tr("Show in the text")), "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setProperty("span", (span.start, span.end))
        button.clicked.connect(lambda: self.jumped.emit(span))
        return button

    def _where(self, where: Where) -> str:
        return {
            Where.TEXT: self.tr("in the text"),
            Where.FILENAME: self.tr("in the name of the file"),
            Where.URL: self.tr("in the web address"),
            Where.METADATA: self.tr("in the metadata"),
        }[where]

    def _on_said(self, value: str | None) -> None:
        self.dismiss()
        self.said.emit(value)

    def focus_first(self) -> None:
        """Put the focus on its first link, or on itself."""
        button = self._list.findChild(QPushButton)
        (button or self).setFocus(Qt.FocusReason.OtherFocusReason)


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= MOST_WORDS else flat[: MOST_WORDS - 1].rstrip() + "…"


def _with_dates_in_words(why: Message) -> Message:
    """The sentence with "15 May 1972" for 1972-05-15, but for the words that it quotes."""
    params = {
        name: _DAY.sub(lambda found: _said_date(found.group()), value)
        if isinstance(value, str) and name != "text"
        else value
        for name, value in why.params.items()
    }
    return replace(why, params=params)


def _said_date(value: str) -> str:
    try:
        return edtf_words(Edtf.parse(value))
    except ValueError:
        return value
