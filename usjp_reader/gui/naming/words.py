"""Entities, and what was said of names, in the words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from usjp_reader.config.messages import said
from usjp_reader.domain.naming import NO_NAME, NOBODY, Reach
from usjp_reader.gui.articles.plain import articles_words, grouped
from usjp_reader.gui.reader.line_words import shortened
from usjp_reader.gui.theme.marks import type_word
from usjp_reader.gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Days
    from usjp_reader.library.name_choices import NameChoice

translate = QCoreApplication.translate

_FIRST_YEAR, _LAST_YEAR = 1, 9999
"""The years by which days say that they are open."""

_WHERE = {
    Reach.HERE: QT_TRANSLATE_NOOP("Naming", "at this place"),
    Reach.ARTICLE: QT_TRANSLATE_NOOP("Naming", "in this article"),
    Reach.EVERYWHERE: QT_TRANSLATE_NOOP("Naming", "in every article"),
}


def years_words(choice: NameChoice) -> str:
    """When somebody lived or something was, else when an office was held: "1901–1975"."""
    if choice.life is not None:
        return _years(choice.life)
    if choice.service is not None:
        return translate("Naming", "in office {years}").format(years=_years(choice.service))
    return ""


def _years(days: Days) -> str:
    first, last = days.earliest.year, days.latest.year
    if first == last:
        return str(first)
    begin = "" if first <= _FIRST_YEAR else str(first)
    return f"{begin}–{'' if last >= _LAST_YEAR else last}"


def about_words(choice: NameChoice) -> str:
    """What somebody was on the date of the article, and who that is."""
    heading = said(choice.heading) if choice.heading else ""
    parts = (type_word(choice.type), heading, choice.description)
    return " · ".join(part for part in parts if part)


def everywhere_words(articles: int | None) -> str:
    """The choice of every article, with how many there are once that is counted."""
    if articles is None:
        return translate("Naming", "Every article")
    return translate("Naming", "Every article ({n})").format(n=grouped(articles))


def stands_words(articles: int) -> str:
    """In how many articles the words stand, as a sentence."""
    words = translate("Naming", "The words stand in {articles}.")
    return words.format(articles=articles_words(articles))


def meant_words(words: str, entity: str | None, label: str, reach: Reach) -> str:
    """What was done, for the status line.

    Args:
        words: The words of the text.
        entity: An id, `NOBODY`, `NO_NAME`, or None where the word was taken back.
        label: What the entity is called.
        reach: How far it was said.
    """
    if entity is None:
        done = translate("Naming", "“{words}” is what the program finds again.")
    elif entity == NOBODY:
        done = translate("Naming", "“{words}” is nobody known {where}.")
    elif entity == NO_NAME:
        done = translate("Naming", "“{words}” is no name {where}.")
    else:
        done = translate("Naming", "“{words}” means {label} {where}.")
    where = translate("Naming", _WHERE[reach])
    told = done.format(words=shortened(words), label=label, where=where)
    return told + translate("Naming", " Ctrl+Z takes it back.")


def entry_note(words: str, reach: Reach) -> str:
    """What becomes of a new entry for some words, below its form."""
    if reach is Reach.EVERYWHERE:
        told = translate("Naming", "“{words}” and its other names mean it in every article.")
    else:
        told = translate(
            "Naming", "“{words}” means it {where}; its other names mean it in every article."
        )
    return told.format(words=shortened(words), where=translate("Naming", _WHERE[reach]))


def written_words(name: str, written: int, told: int) -> str:
    """What went into a file for a colleague, as sentences."""
    words = translate("Naming", "{name}: {n} of {of} written.")
    done = words.format(name=name, n=grouped(written), of=grouped(told))
    if written == told:
        return done
    return done + translate("Naming", " What is said of one place or article alone stays here.")


def taken_words(taken: int, known: int, unknown: int) -> str:
    """What became of a colleague's file, as sentences."""
    done = [translate("Naming", "{n} taken over.").format(n=grouped(taken))]
    if known:
        words = translate("Naming", "Of {n} you had said something yourself, which stays.")
        done.append(words.format(n=grouped(known)))
    if unknown:
        words = translate("Naming", "{n} about entries that this library does not have: left out.")
        done.append(words.format(n=grouped(unknown)))
    return " ".join(done)
