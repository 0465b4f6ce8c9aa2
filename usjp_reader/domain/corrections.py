"""What the reader corrected: a field, the kind of a line, a misread word, a name. Values only.

Corrections never change a source text. They are laid over what the program finds, each time that it
reads the text again, and so hold through every later import.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from usjp_reader.domain.naming import NAMING_NOUNS, NOTHING_NAMED, Naming, NamingCorrection

if TYPE_CHECKING:
    from usjp_reader.domain.passages import Anchor
    from usjp_reader.domain.spans import Span
    from usjp_reader.domain.texts import LineKind, Readings

NOUNS = ("field", "line", "line_rule", "reading", *NAMING_NOUNS)
"""What corrections are called in the change log."""

PUBLISHED = "published"
"""The name of the date among the fields that can be corrected; the others are CSL variables."""

READER_RULE = "reader"
"""The rule of a date that the reader gave."""

LINE_RULE, SOURCE_RULE = "reader-line", "reader-source"
"""The rules by which the reader decides: for one line, or for all such lines of a source."""

REPEATED_RULE = "repeated-in-source"
"""The rule of a line that stands in many articles of its source."""


@dataclass(frozen=True, slots=True)
class FieldCorrection:
    """What a field of an article is, by the reader.

    Attributes:
        name: One of `CSL_FIELDS`, or `PUBLISHED`.
        value: The value (an EDTF value for a date); "" when the article has none.
    """

    article: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class LineCorrection:
    """What one line of an article is, by the reader; anchored as passages are."""

    id: str
    article: str
    anchor: Anchor
    kind: LineKind


@dataclass(frozen=True, slots=True)
class LineRule:
    """What every such line of one source is, by the reader.

    Attributes:
        source: The source's key: its host, its publisher, or its folder.
        line: The folded line.
    """

    source: str
    line: str
    kind: LineKind


@dataclass(frozen=True, slots=True)
class ReadingCorrection:
    """A word that was misread when the page was scanned: what stands there, and what it says."""

    id: str
    article: str
    anchor: Anchor
    read_as: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """Everything that is laid over what one text shows by itself, with positions in this text.

    Attributes:
        fields: Names and values of fields; "" takes a field away.
        lines: Spans of whole lines and what they are.
        rules: Folded lines and what each line is that folds to them.
        readings: Spans of misread words and what they say.
        repeated: Folded lines of this text that stand in many articles of its source: the one thing
            here that other texts say and not the reader, who is heard after them.
        naming: Whom its names mean.
    """

    fields: tuple[tuple[str, str], ...] = ()
    lines: tuple[tuple[Span, LineKind], ...] = ()
    rules: tuple[tuple[str, LineKind], ...] = ()
    readings: Readings = ()
    repeated: tuple[str, ...] = ()
    naming: Naming = NOTHING_NAMED

    def __bool__(self) -> bool:
        return bool(
            self.fields or self.lines or self.rules or self.readings or self.repeated or self.naming
        )

    def field(self, name: str) -> str | None:
        """The corrected value of a field, or None where the reader said nothing of it."""
        return dict(self.fields).get(name)


@dataclass(frozen=True, slots=True)
class LineReach:
    """How far it reaches to say of some lines what they are in all articles of their source.

    Attributes:
        source: The source's key.
        articles: In how many of its articles one of the lines stands.
        of: How many articles it has.
    """

    source: str
    articles: int
    of: int = 0


Correction: TypeAlias = (
    FieldCorrection | LineCorrection | LineRule | ReadingCorrection | NamingCorrection
)

UNCORRECTED = Corrections()


def fingerprint(parts: list[str]) -> str:
    """A short name for a set of corrections: "" for none, the same for the same ones."""
    if not parts:
        return ""
    return hashlib.sha256("\x1f".join(sorted(parts)).encode("utf-8")).hexdigest()[:16]
