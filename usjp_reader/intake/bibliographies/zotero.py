"""Items of Zotero in its own JSON, as Better BibTeX and the Zotero API write them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.intake.bibliographies.items import Item, item, person
from usjp_reader.intake.tables.values import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NOT_ITEMS = frozenset({"attachment", "note", "annotation"})
_EXTRA = re.compile(r"^\s*([A-Za-z][\w -]{1,40}):[ \t]*(\S.*?)\s*$")
_PATH = ("path", "localPath", "filename")


def items(entries: Sequence[object]) -> Iterator[Item]:
    """The items among the members of an export."""
    for number, entry in enumerate(entries, 1):
        data = entry.get("data", entry) if isinstance(entry, dict) else None
        if isinstance(data, dict) and data.get("itemType") not in _NOT_ITEMS:
            yield _item(number, data)


def _item(number: int, entry: Mapping[str, Any]) -> Item:
    table = _table()
    values = {
        name: next((found for field in fields if (found := words(entry.get(field)))), "")
        for name, fields in table["fields"].items()
    }
    values |= _people(_list(entry.get("creators")), table["creators"])
    values["type"] = table["types"].get(words(entry.get("itemType")), "document")
    values["keyword"] = "; ".join(filter(None, map(_tag, _list(entry.get("tags")))))
    values["abstract"] = words(entry.get("abstractNote"))
    extra = _extra(entry.get("extra"))
    key = words(entry.get("citationKey") or entry.get("citekey"))
    values["citation-key"] = key or extra.pop("citation key", "")
    values["original-date"] = values["original-date"] or extra.pop("original date", "")
    return item(
        number,
        values,
        key=words(entry.get("itemKey") or entry.get("key")),
        published=words(entry.get("date")),
        texts=(str(entry.get("abstractNote") or ""), *map(_note, _list(entry.get("notes")))),
        files=[path for one in _list(entry.get("attachments")) if (path := _path(one))],
        aside=sorted(extra.items()),
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _people(creators: Sequence[object], roles: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for creator in creators:
        if not isinstance(creator, dict):
            continue
        role = roles.get(words(creator.get("creatorType")))
        name = words(creator.get("name")) or person(
            words(creator.get("lastName")), words(creator.get("firstName"))
        )
        if role and name:
            found.setdefault(role, []).append(name)
    return {role: "; ".join(names) for role, names in found.items()}


def _tag(tag: object) -> str:
    return words(tag.get("tag")) if isinstance(tag, dict) else words(str(tag))


def _note(note: object) -> str:
    return str(note.get("note") or "") if isinstance(note, dict) else str(note)


def _path(attachment: object) -> str:
    if not isinstance(attachment, dict):
        return ""
    return next((path for name in _PATH if (path := words(attachment.get(name)))), "")


def _extra(extra: object) -> dict[str, str]:
    """Zotero's field of lines `key: value`, for what it has no field for."""
    found = map(_EXTRA.match, str(extra or "").split("\n"))
    return {one[1].lower().replace("-", " "): one[2] for one in found if one}


@cache
def _table() -> dict[str, Any]:
    return read_toml(resource("bibliographies", "zotero.toml"))
