"""What was said of names, each thing as one row of words. Reads the library; for any thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from usjp_reader.domain.naming import (
    NO_NAME,
    NOBODY,
    HiddenEntity,
    LinkCorrection,
    LinkRule,
    Merge,
    OwnEntity,
    OwnName,
)
from usjp_reader.gui.articles.plain import one_line
from usjp_reader.gui.reader.dates import day_words
from usjp_reader.gui.reader.line_words import shortened
from usjp_reader.gui.theme.marks import type_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from usjp_reader.domain.articles import ArticleRow
    from usjp_reader.library import Library
    from usjp_reader.library.naming import Told

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ToldRow:
    """One thing that was said; each field of words is one line.

    Attributes:
        told: As the library has it.
        article: The uid of the article that it is about alone, or "".
        what: What was said.
        whom: Whom it is about.
        where: How far it reaches.
        when: The day on which it was said.
        by: Who said it.
    """

    told: Told
    article: str
    what: str
    whom: str
    where: str
    when: str
    by: str

    @property
    def words(self) -> tuple[str, ...]:
        """The cells in their order."""
        return self.what, self.whom, self.where, self.when, self.by


def told_rows(library: Library) -> tuple[ToldRow, ...]:
    """Everything that was said of names, the latest first."""
    told = library.naming.said()
    heads = library.headings({uid for one in told if (uid := _article(one))})
    merged = {one.said.old for one in told if isinstance(one.said, Merge)}
    words = _Words(library, heads, merged)
    return tuple([words.row(one) for one in told])


class _Words:
    """Labels of entities and titles of articles."""

    def __init__(
        self, library: Library, heads: Mapping[str, ArticleRow], merged: Iterable[str]
    ) -> None:
        self._library = library
        self._heads = heads
        gone = frozenset(merged)
        self._merged = {
            one.id: one.label_en or one.label_ja
            for one in library.knowledge().entities()
            if one.id in gone
        }

    def row(self, told: Told) -> ToldRow:
        """One thing in words."""
        what, whom = self._said(told)
        article = _article(told)
        where = self._where(told, article)
        parts = (what, whom, where, _day(told.modified), told.creator)
        return ToldRow(told, article, *map(one_line, parts))

    def _said(self, told: Told) -> tuple[str, str]:
        said = told.said
        match said:
            case LinkCorrection():
                return self._means(said.anchor.exact), self._whom(said.entity)
            case LinkRule():
                return self._means(said.text), self._whom(said.entity)
            case OwnEntity():
                whom = f"{self._whom(said.id)} ({type_word(said.type)})"
                return translate("Naming", "Entered"), whom
            case OwnName():
                words = translate("Naming", "“{name}” is a name of")
                return words.format(name=shortened(said.text)), self._whom(said.entity)
            case Merge():
                words = translate("Naming", "{name} is the same as")
                old = self._merged.get(said.old) or said.old
                return words.format(name=shortened(old)), self._whom(said.new)
            case HiddenEntity():
                return translate("Naming", "Hidden"), self._whom(said.entity)

    def _means(self, words: str) -> str:
        return translate("Naming", "“{words}” means").format(words=shortened(words))

    def _whom(self, entity: str) -> str:
        if entity == NOBODY:
            return translate("Naming", "Nobody known")
        if entity == NO_NAME:
            return translate("Naming", "Not a name")
        return self._library.label(entity)

    def _where(self, told: Told, article: str) -> str:
        if not article:
            return translate("Naming", "Every article")
        head = self._heads.get(article)
        title = (head.title if head else "") or translate("Naming", "Untitled")
        if isinstance(told.said, LinkCorrection):
            return translate("Naming", "One place in “{title}”").format(title=title)
        return f"“{title}”"


def _article(told: Told) -> str:
    return told.said.article if isinstance(told.said, LinkCorrection | LinkRule) else ""


def _day(time: str) -> str:
    """The day of an ISO 8601 time; a colleague's file may hold anything."""
    try:
        return day_words(datetime.fromisoformat(time).astimezone().date())
    except (ValueError, OverflowError):
        return time
