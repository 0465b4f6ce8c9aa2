"""Title, publisher, agency, authors and dateline of a labelled page. It labels no line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.credits import (
    Opening,
    agency_in,
    authors_in,
    copyright_holder,
    opening,
    people_in,
    sources,
)
from usjp_reader.intake.cleaning.date_lines import PLACE_DATE_LINE
from usjp_reader.intake.cleaning.publishers import publisher_of
from usjp_reader.intake.cleaning.titles import bare_title
from usjp_reader.knowledge.letters import bare

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Metadata
    from usjp_reader.intake.cleaning.heads import Head
    from usjp_reader.intake.cleaning.rows import Unit


@dataclass(frozen=True, slots=True)
class Makers:
    """What the page says of itself; see `Labelled`."""

    title: str | None
    publisher: str | None
    agency: str | None
    authors: tuple[str, ...]
    dateline: str | None


def makers_of(units: list[Unit], head: Head, stated: Metadata) -> Makers:
    """Read title and makers off a labelled page; what the container states comes first."""
    title, site = _title(units, head)
    first = _opening(units)
    publisher = stated.publisher or publisher_of(units, head, site)
    return Makers(
        stated.title or title,
        publisher,
        first.agency or _agency(units),
        stated.authors or authors_of(units) or ((first.author,) if first.author else ()),
        first.dateline or _lone_dateline(units),
    )


def _title(units: list[Unit], head: Head) -> tuple[str | None, str | None]:
    if head.title is None:
        return None, None
    parts = [units[head.title].text]
    parts += [unit.text for unit in units if unit.rule == "title-continued"]
    text = ("" if units[head.title].is_cjk else " ").join(parts)
    known = {bare(unit.text) for unit in units if unit.rule in ("title-again", "masthead")}
    return bare_title(text, known, sources().bare_publishers)


def _opening(units: list[Unit]) -> Opening:
    """The opening of the first paragraph, with an agency credited at the end of the text."""
    bodies = [unit for unit in units if unit.kind is LineKind.BODY]
    if not bodies:
        return Opening()
    first, last = opening(bodies[0].text), opening(bodies[-1].text)
    if first == Opening() and len(bodies) > 1:
        first = opening(bodies[1].text)
    return Opening(first.dateline, first.agency or last.agency, first.author)


def _lone_dateline(units: list[Unit]) -> str | None:
    for unit in units:
        if unit.kind is LineKind.DATELINE and PLACE_DATE_LINE.match(unit.text):
            return unit.text
    return None


def _agency(units: list[Unit]) -> str | None:
    known = sources()
    for unit in units:
        if unit.kind is LineKind.COPYRIGHT:
            holder = copyright_holder(unit.text)
            if holder and (agency := agency_in(holder)):
                return agency
        if unit.kind in (LineKind.BYLINE, LineKind.CREDIT):
            tail = re.split(r"[|,/（(＝=]|\bBy\b", unit.text)
            for part in (unit.text, *tail):
                if agency := known.agency(part.strip("•·-—– ")):
                    return agency
    return None


def authors_of(units: list[Unit]) -> tuple[str, ...]:
    """The people named in bylines that are settled."""
    names: list[str] = []
    for unit in units:
        if unit.kind is LineKind.BYLINE:
            is_plain = unit.rule in ("author-box", "name-below-title")
            names += people_in(unit.text) if is_plain else authors_in(unit.text)
    return tuple(dict.fromkeys(names))
