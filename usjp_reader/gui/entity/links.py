"""A row of links to the pages of other entities, behind words that say what they have in common."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from usjp_reader.gui.articles.plain import grouped, menu_text, plain_label, tooltip
from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.theme.applied import with_look

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW = 12
"""Links that are shown at first."""
MANY = 200
"""Links that are shown at most: more are not read but searched for."""
_LONGEST, _LONGEST_BESIDE = 60, 34
"""Letters of a name on a link, and of what stands beside it; the tooltip has them all."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the page of `entity`; `beside` stands behind its name in brackets."""

    entity: str
    name: str
    beside: str = ""


class LinkRow(QWidget):
    """Words and links, wrapped as words are; the rest unfolds."""

    followed = Signal(str)
    """The id of an entity whose page is wanted."""

    def __init__(self, words: str, links: Sequence[Link], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links = tuple(links)
        self._flow = FlowLayout(self, gap=3, row_gap=0)
        self._flow.addWidget(plain_label(words, "muted"))
        self._more = with_look(QPushButton(), "quiet")
        self._more.clicked.connect(self._show_rest)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._add(self._links[:FEW])
        if len(self._links) > FEW:
            count = grouped(len(self._links) - FEW)
            self._more.setText(self.tr("{count} more").format(count=count))
            self._flow.addWidget(self._more)

    @property
    def links(self) -> tuple[Link, ...]:
        """All links, also those that are still folded."""
        return self._links

    def _add(self, links: Sequence[Link]) -> None:
        for link in links:
            whole = f"{link.name} ({link.beside})" if link.beside else link.name
            beside = _short(link.beside, _LONGEST_BESIDE)
            name = _short(link.name, _LONGEST)
            words = f"{name} ({beside})" if beside else name
            button = with_look(QPushButton(menu_text(words)), "link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setToolTip(tooltip(whole if words != whole else ""))
            button.clicked.connect(partial(self._follow, link.entity))
            self._flow.addWidget(button)

    def _follow(self, entity: str, _checked: bool = False) -> None:
        self.followed.emit(entity)

    def _show_rest(self) -> None:
        self._flow.removeWidget(self._more)
        self._more.hide()
        self._add(self._links[FEW:MANY])
        left = len(self._links) - MANY
        if left > 0:
            words = self.tr("and {count} that are not shown").format(count=grouped(left))
            self._flow.addWidget(plain_label(words, "muted"))
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Be as wide as that and as tall as the links then need."""
        # A scroll area asks nobody for a height at a width: the rows would be squeezed.
        self._flow.invalidate()
        self.setFixedHeight(max(1, self._flow.heightForWidth(width)))


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
