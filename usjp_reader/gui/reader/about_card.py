"""What times an article talks about: each period with its sentences; a click goes to one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from usjp_reader.gui.articles.plain import menu_text
from usjp_reader.gui.reader.date_sentences import period_words
from usjp_reader.gui.reader.floating import FloatingCard, plain_label
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.dates import Period
    from usjp_reader.domain.spans import Span

WIDTH = 440
MOST_HEIGHT = 420
MOST_WORDS = 56
MOST_SENTENCES = 6


class AboutCard(FloatingCard):
    """Lists the periods of an article with the sentences that name them."""

    jumped = Signal(object)
    """A `Span` of the text is to be shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = plain_label()
        self._title.setFont(scaled(self.font(), 1.0, QFont.Weight.DemiBold))
        self._title.setText(self.tr("What it talks about"))
        self._lead = plain_label("muted")
        self._lead.setText(
            self.tr("Times that the text names. They are not its date and never cited.")
        )
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self._title.text())
        self._list.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(4)
        column.addWidget(self._list)

    def show_periods(self, periods: Sequence[Period], text: str) -> None:
        """Fill it; `show_beside` brings it up.

        Args:
            periods: What the article talks about, main ones first.
            text: The source text that their sentences stand in.
        """
        width = self.width_at_most(WIDTH)
        self.setFixedWidth(width)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(2)
        for period in periods:
            if period.passages:
                self._add(column, period, text)
        column.addStretch(1)
        self._list.setWidget(inner)
        inner.setAutoFillBackground(False)
        wanted = max(column.heightForWidth(width - 40), inner.sizeHint().height())
        self._list.setFixedHeight(min(MOST_HEIGHT, max(0, wanted)))

    def _add(self, column: QVBoxLayout, period: Period, text: str) -> None:
        words = period_words(period)
        heading = plain_label()
        if period.is_main:
            heading.setFont(scaled(self.font(), 1.0, QFont.Weight.DemiBold))
            heading.setText(words)
        else:
            heading.setText(self.tr("{period}, in passing").format(period=words))
        column.addWidget(heading)
        for span in period.passages[:MOST_SENTENCES]:
            column.addWidget(self._sentence(span, text), 0, Qt.AlignmentFlag.AlignLeft)
        more = len(period.passages) - MOST_SENTENCES
        if more > 0:
            rest = plain_label("muted")
            further = (
                self.tr("and 1 sentence more") if more == 1 else self.tr("and {n} sentences more")
            )
            rest.setText(further.format(n=more))
            column.addWidget(rest)
        column.addSpacing(8)

    def _sentence(self, span: Span, text: str) -> QPushButton:
        words = " ".join(span.of(text).split())
        short = words if len(words) <= MOST_WORDS else words[: MOST_WORDS - 1].rstrip() + "…"
        button = with_look(QPushButton(menu_text(short)), "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setProperty("span", (span.start, span.end))
        button.setAccessibleName(self.tr("Show in the text: {words}").format(words=words))
        button.clicked.connect(partial(self.jumped.emit, span))
        return button

    def focus_first(self) -> None:
        """Put the focus on its first sentence, or on itself."""
        button = self._list.findChild(QPushButton)
        (button or self).setFocus(Qt.FocusReason.OtherFocusReason)
