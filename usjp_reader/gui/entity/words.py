"""What the page of an entity says in words: existence, terms, kinds of names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from usjp_reader.domain.dates import Edtf
from usjp_reader.domain.entities import EntityType
from usjp_reader.gui.reader.dates import day_words, edtf_words
from usjp_reader.gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entity_pages import EntityPage, OfficeTerm

translate = QCoreApplication.translate

_KINDS = {
    "full": QT_TRANSLATE_NOOP("EntityPage", "full name"),
    "short": QT_TRANSLATE_NOOP("EntityPage", "short form"),
    "surname": QT_TRANSLATE_NOOP("EntityPage", "surname"),
    "given": QT_TRANSLATE_NOOP("EntityPage", "given name"),
    "abbreviation": QT_TRANSLATE_NOOP("EntityPage", "abbreviation"),
    "former": QT_TRANSLATE_NOOP("EntityPage", "former name"),
    "variant": QT_TRANSLATE_NOOP("EntityPage", "other spelling"),
}
_LANGUAGES = {
    "en": QT_TRANSLATE_NOOP("EntityPage", "English"),
    "ja": QT_TRANSLATE_NOOP("EntityPage", "Japanese"),
}


def kind_word(kind: str) -> str:
    """What a kind of names is called."""
    return translate("EntityPage", _KINDS[kind]) if kind in _KINDS else kind


def language_word(language: str) -> str:
    """What a language is called."""
    return translate("EntityPage", _LANGUAGES[language]) if language in _LANGUAGES else language


def existence_words(page: EntityPage) -> str:
    """When something existed, as the tables say it, which name no source here; "" if they do not.

    It claims no more than they say: a missing end is no end that is known, not a present state.
    """
    if not (page.since or page.until):
        return ""
    said = _life(page) if page.type is EntityType.PERSON else _duration(page)
    return translate("EntityPage", "{said}, according to the program's tables").format(said=said)


def _life(page: EntityPage) -> str:
    if not page.until:
        return translate("EntityPage", "Born {day}, no death entered").format(day=_day(page.since))
    died = translate("EntityPage", "died {day}").format(day=_day(page.until))
    if not page.since:
        return died[:1].upper() + died[1:]
    born = translate("EntityPage", "Born {day}").format(day=_day(page.since))
    return f"{born}, {died}"


def _duration(page: EntityPage) -> str:
    if page.since == page.until:
        return _day(page.since)
    if not page.until:
        return translate("EntityPage", "From {day}, no end entered").format(day=_day(page.since))
    if not page.since:
        return translate("EntityPage", "Until {day}").format(day=_day(page.until))
    return f"{_day(page.since)} – {_day(page.until)}"


def _day(value: str) -> str:
    return edtf_words(Edtf.parse(value))


def term_words(term: OfficeTerm) -> str:
    """From when to when somebody held an office."""
    first, last = term.days.earliest, term.days.latest
    begin = "" if first == date.min else day_words(first)
    if term.is_current and last == date.max:
        words = translate("EntityPage", "since {day}").format(day=begin)
    else:
        words = f"{begin or '…'} – {'…' if last == date.max else day_words(last)}"
    return translate("EntityPage", "{days}, acting").format(days=words) if term.is_acting else words


def terms_words(terms: Sequence[OfficeTerm]) -> str:
    """The terms in one office: to the day where there is one, in years where there are more."""
    if len(terms) == 1:
        return term_words(terms[0])
    return ", ".join(_years(term) for term in terms)


def _years(term: OfficeTerm) -> str:
    words = period_words(term.days)
    return translate("EntityPage", "{days} acting").format(days=words) if term.is_acting else words


def period_words(days: Days | None) -> str:
    """The years from the first to the last day; "" is always.

    An end that the tables do not tell is left out: what ended long ago may have none there.
    """
    if days is None:
        return ""
    first, last = str(days.earliest.year), str(days.latest.year)
    if days.latest == date.max:
        return translate("EntityPage", "from {year}").format(year=first)
    if days.earliest == date.min:
        return translate("EntityPage", "until {year}").format(year=last)
    return first if first == last else f"{first}–{last}"
