"""The fields that the details of an article show: their groups, their words, their order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from usjp_reader.gui.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field.

    Attributes:
        name: A CSL field, or `published`.
        text: What the window calls it, to be translated.
        is_common: Whether it is shown while it is empty; the others are a click away.
    """

    name: str
    text: str
    is_common: bool = False


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields under one heading."""

    text: str
    fields: tuple[FieldSpec, ...]


def words_of(spec: FieldSpec | FieldGroup) -> str:
    """What a field or a group is called in the language of the window."""
    return QCoreApplication.translate("Fields", spec.text)


GROUPS: tuple[FieldGroup, ...] = (
    FieldGroup(
        QT_TRANSLATE_NOOP("Fields", "Article"),
        (
            FieldSpec("title", QT_TRANSLATE_NOOP("Fields", "Title"), is_common=True),
            FieldSpec("author", QT_TRANSLATE_NOOP("Fields", "Authors"), is_common=True),
            FieldSpec("published", QT_TRANSLATE_NOOP("Fields", "Published"), is_common=True),
            FieldSpec("type", QT_TRANSLATE_NOOP("Fields", "Type"), is_common=True),
            FieldSpec("original-title", QT_TRANSLATE_NOOP("Fields", "Original title")),
            FieldSpec("reviewed-title", QT_TRANSLATE_NOOP("Fields", "Title reviewed")),
            FieldSpec("editor", QT_TRANSLATE_NOOP("Fields", "Editors")),
            FieldSpec("translator", QT_TRANSLATE_NOOP("Fields", "Translators")),
            FieldSpec("interviewer", QT_TRANSLATE_NOOP("Fields", "Interviewers")),
            FieldSpec("recipient", QT_TRANSLATE_NOOP("Fields", "Recipients")),
            FieldSpec("original-date", QT_TRANSLATE_NOOP("Fields", "First published")),
            FieldSpec("submitted", QT_TRANSLATE_NOOP("Fields", "Sent in")),
            FieldSpec("abstract", QT_TRANSLATE_NOOP("Fields", "Abstract")),
            FieldSpec("keyword", QT_TRANSLATE_NOOP("Fields", "Keywords")),
            FieldSpec("note", QT_TRANSLATE_NOOP("Fields", "Remark")),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Fields", "Where it appeared"),
        (
            FieldSpec(
                "container-title", QT_TRANSLATE_NOOP("Fields", "Newspaper or site"), is_common=True
            ),
            FieldSpec("publisher", QT_TRANSLATE_NOOP("Fields", "Publisher")),
            FieldSpec("publisher-place", QT_TRANSLATE_NOOP("Fields", "Place"), is_common=True),
            FieldSpec("edition", QT_TRANSLATE_NOOP("Fields", "Edition"), is_common=True),
            FieldSpec("section", QT_TRANSLATE_NOOP("Fields", "Section"), is_common=True),
            FieldSpec("page", QT_TRANSLATE_NOOP("Fields", "Pages"), is_common=True),
            FieldSpec("page-first", QT_TRANSLATE_NOOP("Fields", "First page")),
            FieldSpec("number-of-pages", QT_TRANSLATE_NOOP("Fields", "Number of pages")),
            FieldSpec("volume", QT_TRANSLATE_NOOP("Fields", "Volume")),
            FieldSpec("issue", QT_TRANSLATE_NOOP("Fields", "Issue")),
            FieldSpec("volume-title", QT_TRANSLATE_NOOP("Fields", "Title of the volume")),
            FieldSpec("original-publisher", QT_TRANSLATE_NOOP("Fields", "First publisher")),
            FieldSpec("authority", QT_TRANSLATE_NOOP("Fields", "Authority")),
            FieldSpec("event-title", QT_TRANSLATE_NOOP("Fields", "Event")),
            FieldSpec("event-place", QT_TRANSLATE_NOOP("Fields", "Place of the event")),
            FieldSpec("event-date", QT_TRANSLATE_NOOP("Fields", "Date of the event")),
            FieldSpec("ISSN", QT_TRANSLATE_NOOP("Fields", "ISSN")),
            FieldSpec("ISBN", QT_TRANSLATE_NOOP("Fields", "ISBN")),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Fields", "Archive and documents"),
        (
            FieldSpec("archive", QT_TRANSLATE_NOOP("Fields", "Archive"), is_common=True),
            FieldSpec("archive_collection", QT_TRANSLATE_NOOP("Fields", "Record group")),
            FieldSpec(
                "archive_location", QT_TRANSLATE_NOOP("Fields", "Box and folder"), is_common=True
            ),
            FieldSpec("number", QT_TRANSLATE_NOOP("Fields", "Reference code"), is_common=True),
            FieldSpec("call-number", QT_TRANSLATE_NOOP("Fields", "Call number")),
            FieldSpec("collection-title", QT_TRANSLATE_NOOP("Fields", "Series"), is_common=True),
            FieldSpec("collection-number", QT_TRANSLATE_NOOP("Fields", "Number in the series")),
            FieldSpec("archive-place", QT_TRANSLATE_NOOP("Fields", "Place of the archive")),
            FieldSpec("source", QT_TRANSLATE_NOOP("Fields", "Agency or database"), is_common=True),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Fields", "Web"),
        (
            FieldSpec("URL", QT_TRANSLATE_NOOP("Fields", "Web address"), is_common=True),
            FieldSpec("accessed", QT_TRANSLATE_NOOP("Fields", "Accessed"), is_common=True),
            FieldSpec("available-date", QT_TRANSLATE_NOOP("Fields", "Put online")),
            FieldSpec("DOI", QT_TRANSLATE_NOOP("Fields", "DOI")),
        ),
    ),
    FieldGroup(
        QT_TRANSLATE_NOOP("Fields", "Language and kind"),
        (
            FieldSpec("language", QT_TRANSLATE_NOOP("Fields", "Language"), is_common=True),
            FieldSpec("genre", QT_TRANSLATE_NOOP("Fields", "Kind of text")),
            FieldSpec("medium", QT_TRANSLATE_NOOP("Fields", "Medium")),
            FieldSpec("citation-key", QT_TRANSLATE_NOOP("Fields", "Citation key")),
        ),
    ),
)
