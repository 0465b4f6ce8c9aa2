"""File formats: one module each. A reader turns the bytes of a file into its records."""

from __future__ import annotations

from itertools import takewhile
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from usjp_reader.domain.articles import Record
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.facsimiles import PICTURES
from usjp_reader.domain.told import NOTHING
from usjp_reader.intake.bibliographies import reading as bibliographies
from usjp_reader.intake.readers import (
    delimited,
    docx,
    eml,
    epub,
    feeds,
    html,
    json_files,
    json_records,
    markdown,
    members,
    mhtml,
    odt,
    pdf,
    rtf,
    scans,
    txt,
    vendor_exports,
    warc,
    zipped,
)
from usjp_reader.intake.readers.nesting import Nesting
from usjp_reader.intake.readers.sniffing import is_disguised, real_suffix
from usjp_reader.intake.readers.stated import with_container
from usjp_reader.intake.reading_files import MAX_BYTES, MAX_TABLE
from usjp_reader.intake.unread import reason_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from usjp_reader.domain.articles import Refused
    from usjp_reader.domain.told import Told
    from usjp_reader.intake.tables.records import Look

Reader: TypeAlias = "Callable[[str, bytes], tuple[Record | Refused, ...]]"

READERS: dict[str, Reader] = {
    ".txt": txt.read,
    ".text": txt.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    **dict.fromkeys((".html", ".htm", ".xhtml"), html.read),
    **dict.fromkeys((".mhtml", ".mht"), mhtml.read),
    ".pdf": pdf.read,
    ".doc": txt.read,  # what is left of them when Word's own format and all disguises are known
    **dict.fromkeys((".docx", ".docm", ".dotx"), docx.read),
    **dict.fromkeys((".odt", ".ott"), odt.read),
    ".rtf": rtf.read,
    ".epub": epub.read,
    **dict.fromkeys((".rss", ".atom", ".rdf", ".xml"), feeds.read),
    **dict.fromkeys((".warc", ".warc.gz"), warc.read),
}
"""Readers by lower-case suffix: a new format is one module and one line here."""

TellingReader: TypeAlias = "Callable[[str, bytes, Told], tuple[Record | Refused, ...]]"

TELLING_READERS: dict[str, TellingReader] = {
    ".csv": delimited.read,
    ".tsv": delimited.read,
    ".tab": delimited.read,
    ".json": json_files.read,
    ".jsonl": json_records.read,
    ".ndjson": json_records.read,
    **dict.fromkeys(bibliographies.SUFFIXES, bibliographies.read),
}
"""Readers that want to know what is said of the file elsewhere, such as what its columns mean."""

LOOKS: dict[str, Callable[[str, bytes], Look]] = {
    **dict.fromkeys((".csv", ".tsv", ".tab"), delimited.look),
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), json_records.look),
}
"""Those of them that read columns, which the reader may have to say the meaning of."""

MANY = frozenset(TELLING_READERS) | {".warc", ".warc.gz"}
"""Formats of which one file may be larger than one article."""

EXPORTED = frozenset({"", ".txt", ".text", ".rtf", ".docx", ".odt", ".pdf", ".html", ".htm"})
"""Documents as which newspaper databases export their articles, many of them in one."""

HoldingReader: TypeAlias = "Callable[[str, bytes, Told, Nesting], tuple[Record | Refused, ...]]"

HOLDING_READERS: dict[str, HoldingReader] = {".zip": zipped.read, ".eml": eml.read}
"""Readers of files that hold other files, each of which is read as if it stood alone."""

SUFFIXES = frozenset(READERS) | frozenset(TELLING_READERS) | frozenset(HOLDING_READERS)

_LARGE = frozenset(HOLDING_READERS) | {
    *(".pdf", ".epub", ".docx", ".docm", ".dotx", ".odt", ".ott", ".mhtml", ".mht")
}
MAX_LARGE = 200 * 2**20
"""Bytes of a file that may hold pictures, or many files."""

PLAIN = frozenset(
    {".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson"}
)
"""Formats that the standard library reads. A parser of any other may hang, crash or eat memory over
a bad file: it runs in a process of its own."""


def suffix_of(name: str) -> str:
    """The end of a name by which its reader is chosen, in lower case."""
    lower = name.lower()
    return ".warc.gz" if lower.endswith(".warc.gz") else PurePath(lower).suffix


def _is_read(suffix: str) -> bool:
    return suffix in READERS or suffix in TELLING_READERS or suffix in HOLDING_READERS


def place_of(path: str, member: str) -> str:
    """The path by which a record is known: a file inside of an archive has a name of its own.

    Args:
        path: Of the file, with `/`.
        member: Which part of the file the record is.
    """
    if suffix_of(path) not in HOLDING_READERS:
        return path
    inner = takewhile(lambda name: _is_read(suffix_of(name)), member.split("#"))
    *archives, last = (path, *inner)
    return "/".join((*(str(PurePosixPath(one).with_suffix("")) for one in archives), last))


def is_untrusted(name: str, head: bytes = b"") -> bool:
    """Whether a file must be parsed where it can do no harm.

    Args:
        name: File name or path.
        head: How its content begins, for a suffix may lie.
    """
    suffix = suffix_of(name)
    if _is_read(suffix) and suffix not in PLAIN:
        return True
    return bool(head) and is_disguised(suffix, head)


def read_records(name: str, data: bytes) -> tuple[Record, ...]:
    """The articles in a file that can be read; see `read_parts`."""
    return tuple(part for part in read_parts(name, data) if isinstance(part, Record))


def read_parts(
    name: str, data: bytes, told: Told = NOTHING, place: Nesting | None = None
) -> tuple[Record | Refused, ...]:
    """The articles in a file, and those of its records that could not be read.

    Args:
        name: File name or path; its suffix chooses the reader unless the content shows that it
            lies; none means plain text.
        data: The whole content of the file.
        told: What is known of the file from elsewhere.
        place: Where it lies inside of another file; None where it stands by itself.

    Raises:
        UnreadableFileError: The format is not known, or nothing in the file can be read.
    """
    suffix = real_suffix(suffix_of(name), data)
    if suffix in PICTURES:
        parts: tuple[Record | Refused, ...] = scans.read(name, data)
    elif suffix in HOLDING_READERS:
        found = HOLDING_READERS[suffix](name, data, told, place or Nesting())
        parts = members.distinct(found) if place is None else found
    elif suffix in TELLING_READERS:
        parts = TELLING_READERS[suffix](name, data, told)
    elif suffix and suffix not in READERS:
        reason = reason_for(suffix)
        raise UnreadableFileError(reason.key, **reason.params)
    else:
        parts = taken_apart(suffix, READERS.get(suffix, txt.read)(name, data))
    return with_container(parts, told.container) if told.container else parts


def taken_apart(suffix: str, parts: tuple[Record | Refused, ...]) -> tuple[Record | Refused, ...]:
    """The articles of a document that is the export of a newspaper database; else the document.

    Args:
        suffix: The end of its name.
        parts: What its reader made of it.
    """
    if suffix in EXPORTED and len(parts) == 1 and isinstance(parts[0], Record):
        whole = parts[0]
        return vendor_exports.records(whole.version.text, whole.notes) or parts
    return parts


def is_table(name: str) -> bool:
    """Whether a file of this name holds rows or objects whose columns may have to be explained."""
    return suffix_of(name) in LOOKS


def look_at_table(name: str, data: bytes) -> Look | None:
    """The columns and first rows of a file that is a table or JSON; None of any other.

    Raises:
        UnreadableFileError: It should be one, and is none.
    """
    look = LOOKS.get(suffix_of(name))
    return look(name, data) if look else None


def most_bytes(name: str) -> int:
    """How large a file of this name may be: one of many articles may be larger than one article."""
    suffix = suffix_of(name)
    if suffix in _LARGE:
        return MAX_LARGE
    return MAX_TABLE if suffix in MANY else MAX_BYTES
