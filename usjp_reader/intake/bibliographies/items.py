"""One item of a bibliography: what it states, what text it holds itself, and its files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import CSL_FIELDS, Container, FieldValue, Metadata
from usjp_reader.intake.exports.vendors import language_codes
from usjp_reader.intake.markup import is_markup, text_of
from usjp_reader.intake.normalising import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Item:
    """One item.

    Attributes:
        key: Its citation key, else its number in the file, from 1.
        container: What it states.
        text: Its summary or its notes, or "".
        files: Paths of its attachments as they are written there.
    """

    key: str
    container: Container
    text: str = ""
    files: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its title, or its key."""
        return self.container.metadata.title or self.key


def item(
    number: int,
    values: Mapping[str, str],
    *,
    key: str = "",
    published: str = "",
    texts: Iterable[str] = (),
    files: Iterable[str] = (),
    aside: Iterable[tuple[str, str]] = (),
) -> Item:
    """Make an item.

    Args:
        number: Which one it is in the file, from 1.
        values: CSL variables; those we do not carry are kept aside.
        key: What it is called where it has no citation key.
        published: The day as it is written.
        texts: What text it holds itself, the best first; markup is taken out.
        files: Paths of attachments.
        aside: What else it states.
    """
    metadata, rest = Metadata(), list(aside)
    for name, value in values.items():
        written = _language(value) if name == "language" else value
        written = normalised(written).strip()[:_LONGEST]
        if written and name in CSL_FIELDS:
            metadata = metadata.updated(name, FieldValue(written))
        elif written:
            rest.append((name, written[:1_000]))
    text = next((found for one in texts if (found := plain(one))), "")
    container = Container(metadata, published.strip() or None, tuple(rest))
    return Item(values.get("citation-key") or key or str(number), container, text, tuple(files))


def plain(text: str) -> str:
    """Words without markup, for a summary or a note."""
    return (text_of(text) if is_markup(text) else text).strip()


def person(family: str, given: str) -> str:
    """A name as it is printed: the family name first where it is written in Japanese."""
    family, given = family.strip(), given.strip()
    if not family or not given:
        return family or given
    return f"{family} {given}" if _CJK.search(family) else f"{given} {family}"


def turned(name: str) -> str:
    """A name that is written `family, given` or `family, Jr., given`, as it is printed."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 2:
        return person(*parts)
    if len(parts) == 3:
        return f"{person(parts[0], parts[2])}, {parts[1]}"
    return name.strip()


def _language(written: str) -> str:
    return language_codes().get(written.strip().lower(), written)
