"""Which file is a bibliography, its items, and those of them that are articles themselves.

An item whose attachment is imported with it is no article of its own: the attachment is, and the
item says what it is. Of the others the summary is read, where there is one.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.messages import Message
from usjp_reader.domain.texts import TextVersion
from usjp_reader.domain.told import NOTHING
from usjp_reader.intake.bibliographies import bibtex, csl_json, ris, zotero
from usjp_reader.intake.decoding import decode
from usjp_reader.intake.normalising import NORMALISER, normalised
from usjp_reader.intake.reading_files import MAX_TABLE
from usjp_reader.intake.tables.records import cut

if TYPE_CHECKING:
    from usjp_reader.domain.told import Told
    from usjp_reader.intake.bibliographies.items import Item

SUFFIXES = frozenset({".ris", ".bib", ".bibtex", ".biblatex"})
"""Names of files that are bibliographies; a `.json` may be one."""
HEAD = 65_536
"""Bytes at the head of a `.json` by which it is told whether it may be a bibliography."""

_ZOTERO = re.compile(rb'"itemType"\s*:|Better BibTeX|BetterBibTeX|Better CSL')
_TYPE = re.compile(rb'"type"\s*:\s*"[a-z_-]+"')
_STATED = re.compile(rb'"(?:issued|container-title|author|citation-key)"\s*:')


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The items of one file, and those that could not be read."""

    items: tuple[Item, ...]
    refused: tuple[Refused, ...] = ()


def may_be_bibliography(name: str, head: bytes) -> bool:
    """Whether it is worth reading a file for its items.

    Args:
        name: Its name.
        head: Its first `HEAD` bytes.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix != ".json":
        return suffix in SUFFIXES
    is_csl = _TYPE.search(head) is not None and _STATED.search(head) is not None
    return is_csl or _ZOTERO.search(head) is not None


def bibliography(name: str, data: bytes) -> Bibliography | None:
    """The items of a file, or None when it is no bibliography.

    Raises:
        UnreadableFileError: It is no text, or the library that reads its format is not installed.
    """
    text = decode(data, MAX_TABLE).text
    suffix = PurePath(name).suffix.lower()
    if suffix == ".json":
        return _from_json(text)
    if ris.is_ris(text):
        return Bibliography(tuple(ris.items(text)))
    if bibtex.is_bibtex(text):
        return Bibliography(tuple(bibtex.items(text)), _broken(text))
    return None


def read(name: str, data: bytes, told: Told = NOTHING) -> tuple[Record | Refused, ...]:
    """The items of a bibliography that are articles themselves, and why others are not.

    Raises:
        UnreadableFileError: It is no bibliography.
    """
    found = bibliography(name, data)
    if found is None:
        raise UnreadableFileError("intake.not_bibliography")
    return records(found, told)


def records(found: Bibliography, told: Told) -> tuple[Record | Refused, ...]:
    """The items of a bibliography whose texts are in no other file."""
    taken = set(told.taken)
    seen: set[str] = set()
    parts: list[Record | Refused] = []
    for item in found.items:
        if item.key in seen:
            parts.append(Refused(item.key, Message("intake.item_twice", {"key": item.key})))
        elif item.key not in taken:
            parts.append(_record(item))
        seen.add(item.key)
    return cut([*parts, *found.refused])


def _record(item: Item) -> Record | Refused:
    if item.text:
        version = TextVersion.of(normalised(item.text) + "\n", NORMALISER, "bibliography-1")
        notes = ("intake.note_item_summary",) if item.files else ()
        return Record(item.key, version, item.container, notes)
    title = item.title[:120]
    if item.files:
        params = {"title": title, "file": item.files[0][-120:]}
        return Refused(item.key, Message("intake.item_file_missing", params))
    return Refused(item.key, Message("intake.item_no_text", {"title": title}))


def _from_json(text: str) -> Bibliography | None:
    try:
        value = json.loads(text.lstrip("\ufeff"), parse_int=str, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return None
    entries = value.get("items") if isinstance(value, dict) else value
    if not isinstance(entries, list) or not entries:
        return None
    if any(_is_zotero(entry) for entry in entries[:50]):
        return Bibliography(tuple(zotero.items(entries)))
    if all(csl_json.is_entry(entry) for entry in entries[:50]):
        return Bibliography(tuple(csl_json.items(entries)))
    return None


def _is_zotero(entry: object) -> bool:
    data = entry.get("data", entry) if isinstance(entry, dict) else None
    return isinstance(data, dict) and isinstance(data.get("itemType"), str)


def _broken(text: str) -> tuple[Refused, ...]:
    return tuple(
        Refused(f"line {line}", Message("intake.entry_broken", {"line": line, "why": why}))
        for line, why in bibtex.broken(text)
    )
