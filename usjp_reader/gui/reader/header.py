"""The head of an article: title, publisher, date with its "why?", era, length, specimen badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from usjp_reader.domain.dates import Status
from usjp_reader.gui.fitting import FittingButton, WrappingLabel
from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.reader.date_sentences import about_words
from usjp_reader.gui.reader.dates import dated_words
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled, text_font

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from usjp_reader.gui.reader.values import ReaderHeader, TextLook

TITLE_SCALE = 1.5


class HeaderWidget(QWidget):
    """Shows a `ReaderHeader`; all words are plain text."""

    why_requested = Signal()
    """The reader asks what the date rests on."""
    about_requested = Signal()
    """The reader asks what times the article talks about."""
    versions_requested = Signal()
    """The reader asks who else printed the story."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _plain_label()
        self._title.setWordWrap(True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._badge = with_look(_plain_label(), "badge")
        self._publisher = with_look(WrappingLabel(), "muted")
        self._date = FittingButton()
        self._date.setCursor(Qt.CursorShape.PointingHandCursor)
        self._date.clicked.connect(self.why_requested)
        self._rest = with_look(WrappingLabel(), "muted")
        self._about = with_look(FittingButton(), "quiet")
        self._about.setCursor(Qt.CursorShape.PointingHandCursor)
        self._about.clicked.connect(self.about_requested)
        self._versions = with_look(FittingButton(), "quiet")
        self._versions.setAccessibleName(self.tr("Other versions of this story"))
        self._versions.setCursor(Qt.CursorShape.PointingHandCursor)
        self._versions.clicked.connect(self.versions_requested)
        self._column = QVBoxLayout(self)
        self._arrange()

    def _arrange(self) -> None:
        byline = FlowLayout(gap=12, row_gap=5)
        for part in (
            self._badge,
            self._publisher,
            self._date,
            self._rest,
            self._about,
            self._versions,
        ):
            byline.addWidget(part)
        column = self._column
        column.setContentsMargins(0, 26, 0, 14)
        column.setSpacing(7)
        column.addWidget(self._title)
        column.addLayout(byline)

    def set_look(self, look: TextLook) -> None:
        """Set the title in the font of the text."""
        font: QFont = scaled(text_font(look.family, look.points), TITLE_SCALE)
        font.setBold(True)
        self._title.setFont(font)

    def show_header(self, header: ReaderHeader) -> None:
        """Show the head of another article."""
        self._title.setText(header.title)
        self._badge.setText(self.tr("Specimen, written 2026"))
        self._badge.setVisible(header.is_specimen)
        source = " · ".join(part for part in (header.publisher, *header.authors) if part)
        self._publisher.setText(source)
        self._publisher.setVisible(bool(source))
        self._show_date(header)
        rest = " · ".join([*header.eras, *self._length(header.words)])
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self._show_about(header)
        self._versions.hide()

    def _show_about(self, header: ReaderHeader) -> None:
        value = header.published.value
        words = about_words(header.about, value.days if value else None)
        self._about.set_words(words)
        self._about.setAccessibleName(self.tr("{words}. Show the sentences.").format(words=words))
        self._about.setVisible(bool(words))

    def show_versions(self, count: int, sources: tuple[str, ...]) -> None:
        """Say who else printed the story.

        Args:
            count: How many other articles print it.
            sources: What the first of them are called.
        """
        named = ", ".join(sources[:2]) or self.tr("{n} more").format(n=count)
        more = count - len(sources[:2])
        if sources and more > 0:
            named = self.tr("{names} and {n} more").format(names=named, n=more)
        self._versions.set_words(self.tr("Also printed by {names}").format(names=named))
        self._versions.setVisible(count > 0)

    def _show_date(self, header: ReaderHeader) -> None:
        dated = header.published
        is_sure = dated.status is Status.CONFIRMED or dated.is_stated
        self._date.set_words(dated_words(dated))
        self._date.setAccessibleName(
            self.tr("Date: {date}. Show what it rests on.").format(date=dated_words(dated))
        )
        with_look(self._date, "quiet" if is_sure else "dashed")
        self._date.style().polish(self._date)

    def _length(self, words: int) -> tuple[str, ...]:
        if not words:
            return ()
        length = self.tr("1 word") if words == 1 else self.tr("{count} words")
        return (length.format(count=f"{words:,}"),)

    def date_button(self) -> QPushButton:
        """What the evidence of the date is shown beside."""
        return self._date

    def about_button(self) -> QPushButton:
        """What the periods of the article are shown beside."""
        return self._about

    def height_at(self, width: int) -> int:
        """Pixels it needs at a width."""
        self._column.activate()
        return max(self._column.heightForWidth(width), self._column.minimumSize().height())


class EmptyPage(QWidget):
    """What is shown while no article is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = with_look(_plain_label(), "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setText(self.tr("Choose an article to read it here."))
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(words)
        column.addStretch(3)

    def minimumSizeHint(self) -> QSize:
        """It never forces the window to be wide."""
        return QSize(0, 0)


def _plain_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label
