"""Two versions of one story side by side, scrolled together; N and P go through the differences."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from usjp_reader.gui.articles.dates import date_words
from usjp_reader.gui.articles.plain import one_line, plain_label
from usjp_reader.gui.stories.side import SideView
from usjp_reader.gui.theme.applied import with_look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from usjp_reader.domain.articles import Article
    from usjp_reader.gui.reader.values import TextLook
    from usjp_reader.gui.theme.themes import Theme
    from usjp_reader.reading.comparing import Comparison


class CompareDialog(QDialog):
    """The left version's own words are struck out, the right one's underlined."""

    def __init__(self, theme: Theme, look: TextLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, look
        self._comparison: Comparison | None = None
        self._at = -1
        self.left = SideView(self.tr("Left version"), is_left=True)
        self.right = SideView(self.tr("Right version"), is_left=False)
        self._heads = (plain_label("", wraps=True), plain_label("", wraps=True))
        self._said: QLabel = plain_label("", "muted")
        self._previous = QPushButton(self.tr("Previous difference"))
        self._next = QPushButton(self.tr("Next difference"))
        self._lay_out()
        self.left.moved.connect(partial(self._follow, from_left=True))
        self.right.moved.connect(partial(self._follow, from_left=False))
        self._next.clicked.connect(partial(self.step, 1))
        self._previous.clicked.connect(partial(self.step, -1))
        for key, step in (("N", 1), ("P", -1), ("F3", 1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(key), self, partial(self.step, step))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Two versions of one story"))
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        for head, view in zip(self._heads, (self.left, self.right), strict=True):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
            head.setContentsMargins(22, 8, 12, 0)
            column.addWidget(head)
            column.addWidget(view, 1)
            sides.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 0, 16, 12)
        foot.addWidget(self._said, 1)
        for button, key in ((self._previous, "p"), (self._next, "n")):
            button.setAutoDefault(False)
            button.setToolTip(f"{button.text()} ({key})")
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(sides, 1)
        whole.addLayout(foot)
        self.resize(1080, 720)

    def show_comparison(self, left: Article, right: Article, comparison: Comparison) -> None:
        """Show two versions."""
        self._comparison, self._at = comparison, -1
        for head, article in zip(self._heads, (left, right), strict=True):
            head.setText(_head(article))
            with_look(head, "muted")
        self.left.show_side(comparison.left, self._theme, self._look)
        self.right.show_side(comparison.right, self._theme, self._look)
        self._tell()
        for button in (self._previous, self._next):
            button.setEnabled(bool(comparison.differences))

    def step(self, by: int) -> None:
        """Go to the next or the previous difference, around the end."""
        found = self._comparison
        if found is None or not found.differences:
            return
        count = len(found.differences)
        self._at = (self._at + by) % count if self._at >= 0 else (0 if by > 0 else count - 1)
        one = found.differences[self._at]
        for view, span in ((self.left, one.left), (self.right, one.right)):
            view.show_span(span)
        self._tell()

    def _tell(self) -> None:
        found = self._comparison
        if found is None:
            return
        shared = self.tr("{n} % of the shorter version stands in both").format(
            n=round(found.shared * 100)
        )
        count = len(found.differences)
        if not count:
            words = self.tr("The words are the same")
        elif self._at < 0:
            words = (
                self.tr("1 difference")
                if count == 1
                else self.tr("{n} differences").format(n=count)
            )
        else:
            words = self.tr("Difference {at} of {n}").format(at=self._at + 1, n=count)
        self._said.setText(f"{words} · {shared}")

    def _follow(self, *, from_left: bool) -> None:
        """Let the other side show the same part of the story."""
        if self._comparison is None:
            return
        source, other = (self.left, self.right) if from_left else (self.right, self.left)
        other.scroll_to_top(self._comparison.opposite(source.top, from_left=from_left))


def _head(article: Article) -> str:
    about = article.metadata
    language = about.get("language") or "en"
    parts = (about.source or "", date_words(article.published, language), about.title or "")
    return " · ".join(one_line(part) for part in parts if part)
