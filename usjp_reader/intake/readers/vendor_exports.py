"""The text exports of newspaper databases: many articles a file, each with what the vendor states.

The source text of a record is its part of the export, line by line as it stands there; only a label
that announces the text, and stood before its first words, is put on a line of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Container, FieldValue, Metadata, Record, Refused
from usjp_reader.domain.messages import Message
from usjp_reader.domain.texts import TextVersion
from usjp_reader.intake.exports.splitting import lay_out, split, vendor_of, with_labels_apart
from usjp_reader.intake.exports.vendors import ASIDE, INFO, PUBLISHED, YEAR, language_codes
from usjp_reader.intake.normalising import NORMALISER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.intake.exports.laid import Laid
    from usjp_reader.intake.exports.vendors import Vendor

_LONGEST, _LONGEST_INFO = 10_000, 400
_NOT_CSL = frozenset({PUBLISHED, YEAR, INFO, ASIDE, "type", "language", "title"})
_INFO = re.compile(
    r"(?P<title>[^;\[]+?)(?:;(?P<place>[^\[]*))?(?:\[[^\]]*\])?\s*"
    r"(?P<date>\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{4}|\d{4})?"
    r"(?:: (?P<page>[^:]{1,30}?)\.?)?"
)


def records(text: str, notes: tuple[str, ...] = ()) -> tuple[Record | Refused, ...] | None:
    """The records of a vendor's export, or None when the text is none.

    Args:
        text: The whole source text of the file.
        notes: What was mended when it was decoded.
    """
    vendor = vendor_of(text)
    if vendor is None:
        return None
    lines = text.split("\n")
    parts = split(lines, vendor)
    found = [
        _record(str(number), with_labels_apart([lines[at] for at in part], vendor), vendor, notes)
        for number, part in enumerate(parts.records, 1)
    ]
    if not any(isinstance(one, Record) for one in found):
        return (_unsplit(text, vendor, notes), *found)
    if not parts.is_whole:
        first = next(at for at, one in enumerate(found) if isinstance(one, Record))
        found[first] = _noted(found[first], "intake.note_export_doubtful")
    return (*found, *_missing(len(found), parts.stated, vendor))


def _record(
    member: str, lines: Sequence[str], vendor: Vendor, notes: tuple[str, ...]
) -> Record | Refused:
    laid = lay_out(lines, vendor)
    if not laid.has_text:
        title = laid.get("title") or "?"
        return Refused(member, Message("intake.export_no_text", {"title": title[:120]}))
    version = TextVersion.of("\n".join(lines) + "\n", NORMALISER, f"{vendor.id}-1")
    return Record(member, version, _container(laid, vendor), notes)


def _unsplit(text: str, vendor: Vendor, notes: tuple[str, ...]) -> Record:
    """The whole file as one article: it looks like an export, and no record was found in it."""
    version = TextVersion.of(text, NORMALISER, f"{vendor.id}-1")
    return Record("", version, Container(), ("intake.note_export_unsplit", *notes))


def _noted(record: Record | Refused, note: str) -> Record | Refused:
    if isinstance(record, Refused):
        return record
    return Record(record.member, record.version, record.container, (note, *record.notes))


def _missing(found: int, stated: int | None, vendor: Vendor) -> tuple[Refused, ...]:
    if stated is None or stated <= found:
        return ()
    params: dict[str, str | int | float] = {"vendor": vendor.name, "stated": stated, "found": found}
    return (Refused(f"{found + 1}–{stated}", Message("intake.export_cut", params)),)


def _container(laid: Laid, vendor: Vendor) -> Container:
    values = {
        name: value[:_LONGEST]
        for name, _, value in reversed(laid.fields)  # the first of several counts
        if value and name not in _NOT_CSL
    }
    values.pop("text", None)
    values.pop("summary", None)
    values |= _named(laid, vendor)
    info = _INFO.fullmatch((laid.get(INFO) or "")[:_LONGEST_INFO])
    if info:
        values.setdefault("container-title", (info["title"] or "").strip())
        values.setdefault("page", info["page"] or "")
    metadata = Metadata()
    for name, value in values.items():
        if value:
            metadata = metadata.updated(name, FieldValue(value))
    published = laid.get(PUBLISHED) or (info["date"] if info else None) or laid.get(YEAR)
    aside = tuple((label, value) for name, label, value in laid.fields if name == ASIDE and value)
    return Container(metadata, published, aside, vendor.id)


def _named(laid: Laid, vendor: Vendor) -> dict[str, str]:
    """The fields whose values are words of the vendor's own."""
    language = (laid.get("language") or "").split(";")[0].strip()
    author = re.sub(r"^(?:[Bb]y|BY)[: ] *", "", laid.get("author") or "")
    return {
        "title": laid.get("title") or "",
        "author": author,
        "language": language_codes().get(language.lower(), ""),
        "type": vendor.types.get((laid.get("type") or "").lower(), "article-newspaper"),
        "archive": vendor.name,
        "source": laid.get("source") or vendor.name,
        "archive_location": (laid.get("archive_location") or "").rpartition(" ")[2],
    }
