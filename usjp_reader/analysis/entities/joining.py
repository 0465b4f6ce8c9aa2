"""Joining known and likely names of a text, where they overlap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from usjp_reader.analysis.entities.words import english
from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from usjp_reader.analysis.entities.found import Found

_PART_OF_LONGER = frozenset({EntityType.GPE, EntityType.NORP, EntityType.LOC, EntityType.PERSON})
_WORD_AFTER = re.compile(r" ([A-Z][\w-]*)")
_GENERIC_BODIES = frozenset(
    {"Government", "Cabinet", "Administration", "Army", "Navy", "Parliament"}
)
_COURTS = frozenset({"District", "High", "Superior", "Appeals", "Circuit", "Municipal", "Family"})
"""Courts that are called after their town."""
_OF_NAME = re.compile(r" of [A-Z]")
_FIRM_ENDS = re.compile(r"(?: &| and)? (?:Co|Corp|Ltd|Inc|Company|Corporation|Sons|Brothers)\.?")
_GOVERNMENT = re.compile(r"(?:Administration|Government|Cabinet|White House)s?$")


class Place(NamedTuple):
    """A name at a place of the derived text."""

    start: int
    end: int
    type: EntityType
    entities: tuple[str, ...] = ()
    is_bare: bool = False
    is_unsure: bool = False
    is_relative: bool = False
    is_titled: bool = False
    says: str = ""

    @property
    def length(self) -> int:
        """How many code points the name has."""
        return self.end - self.start


def joined(text: str, known: list[Place], found: list[Found]) -> list[Place]:
    """Known and unknown names without overlaps."""
    out = [place for place in known if not is_word(text, place)]
    for one in found:
        inside = [p for p in out if p.start < one.end and one.start < p.end]
        if not inside and text.startswith("サミット", one.end - 4):
            continue
        new = Place(one.start, one.end, one.type)
        if len(inside) == 1 and _is_same(inside[0], new):
            out[out.index(inside[0])] = inside[0]._replace(is_titled=True)
            continue
        if inside:
            trimmed = _beside(text, new, inside)
            if trimmed is None:
                continue
            new = trimmed
            out = [p for p in out if not (p.start < new.end and new.start < p.end)]
        out.append(new)
    return sorted(out, key=lambda place: place.start)


def _is_same(known: Place, new: Place) -> bool:
    same = (known.start, known.end, known.type) == (new.start, new.end, new.type)
    return same and new.type in (EntityType.PERSON, EntityType.ORG)


def is_word(text: str, place: Place) -> bool:
    """Whether a surname is rather the first part of another name: "Ford Motor"."""
    if not place.is_bare:
        return False
    after = _WORD_AFTER.match(text, place.end)
    if after is None or _GOVERNMENT.match(after.group(1)):
        return False
    return after.group(1) in english().not_persons and after.group(1) != "White"


def _beside(text: str, new: Place, inside: list[Place]) -> Place | None:
    """What stays of a likely name when tables know parts of it; None when they know it better."""
    if new.type is EntityType.PERSON:
        return new if _is_fuller(text, new, inside) else None
    if any(p.end == new.end and p.start <= new.start for p in inside):
        return None
    if any(not _within(p, new) or not _may_be_part(text, p, new) for p in inside):
        return None
    first = inside[0]
    if first.start == new.start and _FIRM_ENDS.fullmatch(text, first.end, new.end):
        return new._replace(entities=first.entities)
    rest = text[first.end : new.end].lstrip()
    if first.type is EntityType.PERSON and _GOVERNMENT.fullmatch(rest):
        return None
    if first.start == new.start and rest in _GENERIC_BODIES and _is_land(first):
        return None
    if first.start == new.start and " " in rest and _is_government(rest) and _is_land(first):
        new = new._replace(start=new.end - len(rest))
        return _beside(text, new, inside[1:]) if inside[1:] else new
    return new


def _is_land(place: Place) -> bool:
    return place.type in (EntityType.GPE, EntityType.NORP)


def _is_fuller(text: str, new: Place, inside: list[Place]) -> bool:
    """Whether a likely full name holds a known surname, or ends like a place or a firm."""
    if any(p.start < new.start or p.end > new.end or p.length == new.length for p in inside):
        return False
    if all(p.is_bare for p in inside) or _is_family_of(new, inside):
        return True
    last = inside[-1]
    first_word = text[new.start : new.end].partition(" ")[0]
    one_word = " " not in text[last.start : last.end]
    return one_word and last.end == new.end and first_word in english().given_names


def _is_family_of(new: Place, inside: list[Place]) -> bool:
    """Whether a name in Japanese begins with a place, as many surnames do: 下田武三."""
    first = inside[0]
    is_land = first.type in (EntityType.GPE, EntityType.LOC)
    return (
        len(inside) == 1
        and is_land
        and first.start == new.start
        and first.length < 4
        and new.length < 6
    )


def _may_be_part(text: str, place: Place, other: Place) -> bool:
    """Whether a known name may be part of a longer one: "Navy Yard", "Senate Finance Committee"."""
    if place.type in _PART_OF_LONGER or place.is_unsure:
        return True
    if text.endswith("会", other.start, other.end) and other.type is EntityType.ORG:
        return True  # a committee on a treaty, a society of two countries
    if place.type is other.type is EntityType.LAW:
        return _OF_NAME.match(text, place.end, other.end) is not None
    if _FIRM_ENDS.fullmatch(text, place.end, other.end):
        return place.type is EntityType.ORG
    if place.type is not EntityType.ORG or other.type not in (EntityType.ORG, EntityType.FAC):
        return False
    rest, ahead = text[place.end : other.end], text[other.start : place.start]
    is_apart = rest.startswith((",", " and ", " &", " of ", " in ")) or ahead.endswith(
        (", ", "and ", "& ", "of ", "in ")
    )
    return place.end < other.end and not is_apart


def _within(place: Place, other: Place) -> bool:
    if place.type is EntityType.PERSON and not place.is_bare:
        return other.start < place.start and place.end < other.end
    return other.start <= place.start and place.end <= other.end


def _is_government(rest: str) -> bool:
    words = rest.split()
    bodies = english().government_bodies
    if words[-1] == "Court" and words[0] in _COURTS:
        return False
    return bool(words) and (words[0] in bodies or words[-1] in bodies)
