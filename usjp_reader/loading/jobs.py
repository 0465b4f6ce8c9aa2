"""One source as a job: what is asked of whoever reads it, and what comes back. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Metadata
from usjp_reader.domain.corrections import UNCORRECTED
from usjp_reader.domain.told import NOTHING

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Container, Record, Refused
    from usjp_reader.domain.corrections import Corrections
    from usjp_reader.domain.facsimiles import PagePicture, PageWanted
    from usjp_reader.domain.messages import Message
    from usjp_reader.domain.told import Told
    from usjp_reader.intake.bibliographies.reading import Bibliography
    from usjp_reader.store.corpus.prepared import ArticleToSave


class Wanted(StrEnum):
    """What of a source is wanted."""

    ARTICLES = "articles"
    RECORDS = "records"
    """Its records as they are, in `Answer.rest`."""
    ITEMS = "items"
    """Its items, if it is a bibliography."""
    PICTURE = "picture"
    """One of its pages, drawn."""


@dataclass(frozen=True, slots=True)
class Job:
    """A source to be read.

    Attributes:
        path: Below its root, with `/`, or "" when it lies in no file. The suffix chooses the
            reader, the name may hold a date.
        label: What the root is called.
        data: The bytes of the file.
        records: Its records where they are known; `data` is not looked at then.
        names: Title and source that it keeps when it lies in no file that could give them.
        corrections: What the reader said of its text.
        told: What is known of the file from elsewhere.
        source_key: What its source is called when lines of one source are compared, or "" where
            that is yet to be found out.
        wanted: What of it is wanted.
        page: The page that is to be drawn.
        second_recogniser: Whether spaCy adds names to English texts, where it can be had.
    """

    path: str
    label: str = ""
    data: bytes = b""
    records: tuple[Record, ...] = ()
    names: Metadata = field(default_factory=Metadata)
    corrections: Corrections = UNCORRECTED
    told: Told = NOTHING
    source_key: str = ""
    wanted: Wanted = Wanted.ARTICLES
    page: PageWanted | None = None
    second_recogniser: bool = False

    @property
    def size(self) -> int:
        """About how many bytes it is."""
        return len(self.data) + sum(len(record.version.text) for record in self.records)


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record after all stages, ready to be stored.

    Attributes:
        member: Which part of the file it is.
        uid: The id of its article if it is a new one.
        source_key: What its source is called when lines of one source are compared.
        is_guessed: Whether its date was inferred.
    """

    member: str
    uid: str
    container: Container
    article: ArticleToSave
    source_key: str
    is_guessed: bool
    is_undated: bool

    @property
    def sha(self) -> str:
        """The name of its text."""
        return self.article.version.sha


@dataclass(frozen=True, slots=True)
class Answer:
    """What a job came to.

    Attributes:
        records: What was read, in order.
        rest: Records that are still to be analysed: a file of many articles is answered in parts.
        refused: Records that could not be read.
        reason: Why nothing could be read, or what was repaired or left out, or None.
        bibliography: Its items, where they were wanted and it is a bibliography.
        picture: One of its pages, where that was wanted.
    """

    records: tuple[ReadRecord, ...] = ()
    rest: tuple[Record, ...] = ()
    refused: tuple[Refused, ...] = ()
    reason: Message | None = None
    bibliography: Bibliography | None = None
    picture: PagePicture | None = None
