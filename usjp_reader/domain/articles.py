"""Files, records, articles and the rows that lists show of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import UNDATED, Dated, Status

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Period, TimeMention
    from usjp_reader.domain.entities import Mention
    from usjp_reader.domain.messages import Message
    from usjp_reader.domain.spans import Span
    from usjp_reader.domain.texts import DerivedText, Line, Readings, TextVersion


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One metadata field: its value and where the value comes from."""

    value: str
    status: Status = Status.STATED


CSL_FIELDS = (
    "type",
    "title",
    "original-title",
    "reviewed-title",
    "author",
    "editor",
    "translator",
    "interviewer",
    "recipient",
    "container-title",
    "volume-title",
    "publisher",
    "publisher-place",
    "original-publisher",
    "authority",
    "edition",
    "volume",
    "issue",
    "section",
    "page",
    "page-first",
    "number-of-pages",
    "event-title",
    "event-place",
    "event-date",
    "original-date",
    "available-date",
    "submitted",
    "URL",
    "DOI",
    "ISSN",
    "ISBN",
    "source",
    "call-number",
    "accessed",
    "archive",
    "archive_collection",
    "archive_location",
    "archive-place",
    "collection-title",
    "collection-number",
    "number",
    "language",
    "medium",
    "genre",
    "abstract",
    "keyword",
    "note",
    "citation-key",
)
"""CSL 1.0.2 variables that an article may carry, and `type`, the CSL type of the item.

Names of one role are joined by "; ". `source` is the agency or the database; `archive_location` the
accession number in a database, or box and folder in an archive; `number` a reference code; `genre`
is "specimen" for the starter corpus. Dates other than that of publication stand as they were
written; the date of publication is `Container.published`.
"""

SPECIMEN = "specimen"
"""The genre of the made-up articles of the starter corpus."""
SPECIMEN_ROOT = "specimen"
"""The root of their locators: `specimen:NAME`."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The CSL fields of an article, each with its status; absent fields are unknown."""

    fields: tuple[tuple[str, FieldValue], ...] = ()

    @classmethod
    def of(cls, **values: FieldValue | None) -> Metadata:
        """Metadata from keyword arguments; `container_title` stands for `container-title`.

        Raises:
            ValueError: A field is not one of `CSL_FIELDS`.
        """
        named = {_csl_name(key): value for key, value in values.items() if value is not None}
        return cls(tuple((name, named[name]) for name in CSL_FIELDS if name in named))

    def get(self, name: str) -> str | None:
        """The value of a CSL field, or None."""
        found = self.field(name)
        return found.value if found else None

    def field(self, name: str) -> FieldValue | None:
        """The value of a CSL field with its status, or None."""
        return dict(self.fields).get(name)

    def updated(self, name: str, value: FieldValue | None) -> Metadata:
        """A copy in which one field has another value, or none."""
        named = dict(self.fields)
        named.pop(name, None)
        if value is not None:
            named[name] = value
        return Metadata(tuple((key, named[key]) for key in CSL_FIELDS if key in named))

    @property
    def title(self) -> str | None:
        """The title of the article."""
        return self.get("title")

    @property
    def publisher(self) -> str | None:
        """The newspaper, site or institution that published it; never a guess."""
        found = self.field("container-title") or self.field("publisher")
        return found.value if found and found.status is not Status.INFERRED else None

    @property
    def source(self) -> str | None:
        """What lists and filters call the source: the publisher, else the folder of the file."""
        return self.get("container-title") or self.get("publisher")

    @property
    def authors(self) -> tuple[str, ...]:
        """Names of the authors as printed."""
        value = self.get("author")
        return tuple(value.split("; ")) if value else ()

    @property
    def is_specimen(self) -> bool:
        """Whether this is one of the made-up articles of the starter corpus."""
        return self.get("genre") == SPECIMEN


def _csl_name(key: str) -> str:
    if key in CSL_FIELDS:
        return key
    hyphened = key.replace("_", "-")
    if hyphened in CSL_FIELDS:
        return hyphened
    raise ValueError(f"not a CSL field: {key}")


@dataclass(frozen=True, slots=True)
class Container:
    """What the container of a record states about it: front matter, HTTP headers, export fields."""

    metadata: Metadata = field(default_factory=Metadata)
    published: str | None = None
    """As the container words it, not yet read as a date."""
    aside: tuple[tuple[str, str], ...] = ()
    """What it states besides, for which there is no field: (name, value) as written."""
    form: str = ""
    """The table in `resources/exports/` by which lines of the text are fields, or ""."""
    main: tuple[int, ...] = ()
    """Numbers of lines that an extractor takes for the article itself: a hint, no more."""
    facsimile: tuple[str, ...] = ()
    """Paths from its folder to the files that show its pages, in order; one PDF, or pictures."""


@dataclass(frozen=True, slots=True)
class Record:
    """One article in a source file, before it is read.

    Attributes:
        member: Which part of the file, or "" when the file is one article.
        version: The normalised text.
        container: What the file states about it.
        notes: Message keys of what was repaired or cut on the way in, for the report.
    """

    member: str
    version: TextVersion
    container: Container = field(default_factory=Container)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A record of a file that could not be read, while others of the file can.

    Attributes:
        member: Which part of the file.
        reason: What is wrong with it.
    """

    member: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Locator:
    """Where an article came from: a root folder, a path inside it, a member inside the file.

    `root` is the id of a root (its place on this machine is in the settings, never in the library),
    or `SPECIMEN_ROOT`.
    """

    root: str
    path: str
    member: str = ""

    def __str__(self) -> str:
        tail = f"#{self.member}" if self.member else ""
        return f"{self.root}:{self.path}{tail}"


@dataclass(frozen=True, slots=True)
class Analysed:
    """Everything stage one knows of one record: a pure function of its text and container.

    Attributes:
        lines: The lines that are not empty, in order.
        dateline: The words of the dateline, if the text has one.
        agency: The news agency, if one is credited.
        readings: Misread words that the reader corrected; the text itself stays as printed.
        about: What times it talks about, main ones first.
    """

    version: TextVersion
    metadata: Metadata
    published: Dated
    lines: tuple[Line, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeMention, ...]
    derived: DerivedText
    dateline: str | None = None
    agency: str | None = None
    readings: Readings = ()
    about: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A lineage of source texts with one set of metadata, as the store gives it back."""

    uid: str
    version: TextVersion
    metadata: Metadata
    published: Dated
    lines: tuple[Line, ...]
    mentions: tuple[Mention, ...]
    locators: tuple[Locator, ...] = ()
    dateline: str | None = None
    agency: str | None = None
    words: int = 0
    readings: Readings = ()
    about: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of text with the hits in it; spans count from the start of `text`."""

    text: str
    hits: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article.

    Attributes:
        minutes: Reading time, at least 1.
        source_file: Where it came from, as the reader knows it.
        is_unconfirmed: Whether its citation rests on something that is only inferred.
        versions: How many articles of the list print this story, itself included.
    """

    uid: str
    title: str
    publisher: str
    published: Dated = UNDATED
    language: str = "en"
    words: int = 0
    minutes: int = 1
    snippet: Snippet = field(default_factory=lambda: Snippet(""))
    source_file: str = ""
    is_unread: bool = True
    is_starred: bool = False
    has_passages: bool = False
    is_specimen: bool = False
    is_unconfirmed: bool = False
    versions: int = 1


def article_uid(first_text_sha: str, publisher: str | None, published: str | None) -> str:
    """The id of an article for ever: its first text with what its container states.

    Args:
        first_text_sha: Name of the first text version of the lineage.
        publisher: As the container states it, or None.
        published: EDTF value as the container states it, or None.
    """
    parts = "\x1f".join((first_text_sha, publisher or "", published or ""))
    return hashlib.sha256(parts.encode("utf-8")).hexdigest()[:32]
