"""A date as somebody types it: 15 May 1972, about 1909, 1951 to 1952, 昭和47年5月15日, EDTF."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from usjp_reader.domain.clock import now
from usjp_reader.domain.dates import Days, Edtf
from usjp_reader.domain.errors import BadValueError
from usjp_reader.knowledge.times.finding import expressions_in
from usjp_reader.knowledge.times.handed import spellings
from usjp_reader.knowledge.times.japanese import japanese

if TYPE_CHECKING:
    from datetime import date

    from usjp_reader.knowledge.times.expressions import Expression

_ABOUT = re.compile(
    r"^(?:about|around|circa|approximately|approx\.?|ca\.?|c\.|c(?=\s|\d)|~|約|およそ)\s*",
    re.IGNORECASE,
)
_OR_SO = re.compile(r"\s*(?:\?|~|or so|頃|ごろ|ころ)$", re.IGNORECASE)
_RANGE = re.compile(
    r"^(?:(?:from|between)\s+)?(?P<first>.+?)"
    r"(?:\s+(?:to|and|until|till|or)\s+|\s*(?:–|—|/|〜|～|から)\s*|\s+-\s+)"
    r"(?P<last>.+?)(?:まで)?$",
    re.IGNORECASE,
)
_DAY = re.compile(r"^\d{1,2}(?:st|nd|rd|th)?\s+")
_AROUND = re.compile(r"(?:in|on|of|the|dated|[\s,.()（）]+)*", re.IGNORECASE)


def typed_date(words: str, today: date | None = None) -> Edtf:
    """The date that somebody means who types `words`.

    Args:
        words: An EDTF value, or a date as people write it.
        today: The last day that is possible; the present day unless told otherwise.

    Raises:
        BadValueError: They name no date, more than one, or one in the future.
    """
    words = " ".join(words.split())
    found = _edtf(words) or _one(words) or _range(words)
    if found is None:
        raise BadValueError("knowledge.date_not_understood", value=words)
    if found.days.earliest > (today or now().date()) + timedelta(days=1):
        raise BadValueError("knowledge.date_in_the_future", value=words)
    return found


def _edtf(words: str) -> Edtf | None:
    try:
        return Edtf.parse(words.replace(" ", ""))
    except ValueError:
        return None


def _one(words: str) -> Edtf | None:
    """A day, a month, a year, or what else one expression of time names."""
    bare = _OR_SO.sub("", _ABOUT.sub("", words))
    ways = (bare, bare.title(), bare.upper(), *spellings(bare))
    found = next(filter(None, map(_whole, ways)), None)
    if found is None:
        return None
    if found.days is None:
        raise BadValueError("knowledge.date_without_year", value=words)
    if found.others:
        raise BadValueError("knowledge.date_of_two_readings", value=words)
    return Edtf.parse(_about(found.days.edtf) if bare != words else found.days.edtf)


def _whole(words: str) -> Expression | None:
    """The one expression that `words` are, but for little words around it."""
    found = expressions_in(words) or list(japanese(words))
    if len(found) != 1:
        return None
    before, after = words[: found[0].span.start], words[found[0].span.end :]
    is_all = _AROUND.fullmatch(before) and _AROUND.fullmatch(after)
    return found[0] if is_all else None


def _range(words: str) -> Edtf | None:
    """Some day from one date to another."""
    match = _RANGE.match(words)
    if match is None:
        return None
    last = _edtf(match["last"]) or _one(match["last"])
    first = _start(match["first"], match["last"], last) if last else None
    if first is None or last is None:
        return None
    if first.days.earliest > last.days.latest:
        raise BadValueError("knowledge.date_backwards", value=words)
    if "/" in first.value or "/" in last.value:
        return Edtf.of(Days(first.days.earliest, last.days.latest))
    return Edtf.parse(f"{first.value}/{last.value}")


def _start(first: str, last: str, end: Edtf) -> Edtf | None:
    """The beginning of a range, which may leave to its end what both share: "1 to 5 May 1972"."""
    year = end.days.latest.year
    for words in (first, f"{first} {year}", _DAY.sub(f"{first} ", last, count=1)):
        try:
            found = _edtf(words) or _one(words)
        except BadValueError:  # it names no year as it stands
            continue
        if found is not None:
            return found
    return None


def _about(edtf: str) -> str:
    return "/".join(f"{part}~" for part in edtf.split("/"))
