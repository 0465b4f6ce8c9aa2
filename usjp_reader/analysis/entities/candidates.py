"""What may be a name in an article, before its date is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from usjp_reader.analysis.entities import japanese, unknown
from usjp_reader.analysis.entities.joining import Place, is_word, joined
from usjp_reader.analysis.entities.kin import relatives
from usjp_reader.analysis.entities.matcher import Hit, is_whole, matcher, words_of
from usjp_reader.analysis.entities.misread import misread_names
from usjp_reader.analysis.entities.surnames import surname_of
from usjp_reader.analysis.entities.titles import titles
from usjp_reader.analysis.entities.words import english
from usjp_reader.domain.entities import Candidate, EntityType
from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from usjp_reader.analysis.entities.found import Found
    from usjp_reader.domain.texts import DerivedText, Line
    from usjp_reader.knowledge.base import KnowledgeBase

_BARE = frozenset({"surname", "given"})
_KANJI = re.compile(r"[\u3005\u3400-\u4dbf\u4e00-\u9fff]")
_CJK = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_EVENT_DAY = re.compile(r"[a-z] \d\d?$")
_YEAR = re.compile(r",? \d{4}")
_MISTER = re.compile("氏(?![族名])|さん")
_OF_POST = re.compile(r"\b(?:Ministers?|Secretary|Secretaries|Commissioner) (?:for|of) $")
_SHIPS = ("丸", " Maru")
"""How a ship's name ends, by which the tables call what befell her."""
_RANKS = ("元帥", "提督")
_DEALING = re.compile("[対訪駐在来渡離滞]")
_TITLE_ENDS = frozenset(["首相", "外相", "大臣", "長官", "総理", "大使", "知事", "教授"])
_LOCATIVE = re.compile(r"\b(?:in|to|from|at|near|of|for|off|around|outside) $")


def find_candidates(
    text: str,
    lines: Sequence[Line],
    derived: DerivedText,
    knowledge: KnowledgeBase,
    language: str,
) -> tuple[Candidate, ...]:
    """What may be a name in the content of an article, in order and without overlaps.

    Args:
        text: The source text.
        lines: All its lines; only content is looked at, but any may tell of a scan.
        derived: The derived text, made from the two.
        knowledge: The tables.
        language: `en` or `ja`.
    """
    derived, guessed = _as_guessed(text, lines, derived, knowledge)
    read = derived.text
    readings = _READINGS.setdefault(knowledge, {})
    hits = matcher(knowledge).hits(read)
    if any(", " in hit.name for hit in hits):
        hits = [part for hit in hits for part in _town_and_state(hit, knowledge)]
    known = [place for hit in hits if (place := _place(read, hit, knowledge, readings))]
    found: Iterable[Found] = unknown.unknown_names(read) if language != "ja" else ()
    if not read.isascii() and _CJK.search(read):
        known = _with_countries(read, known)
        known = [_as_titled(read, place) for place in known if not _is_of_title(read, place)]
        found = [*found, *japanese.unknown_names(read)]
    places = joined(read, known, list(found))
    places = _with_later_surnames(read, places)
    places = _with_relatives(read, places, knowledge)
    found_here = [_candidate(text, derived, place, knowledge) for place in places]
    return _marked(found_here, places, guessed) if guessed else tuple(found_here)


def _as_guessed(
    text: str, lines: Sequence[Line], derived: DerivedText, knowledge: KnowledgeBase
) -> tuple[DerivedText, list[Span]]:
    """The derived text with the misread words of names as they should be; where they then stand."""
    found = [
        one
        for one in misread_names(derived.text, text, lines, knowledge)
        if derived.is_divisible_at(one.span.start) and derived.is_divisible_at(one.span.end)
    ]
    if not found:
        return derived, []
    spans, moved = [], 0
    for one in found:
        start = one.span.start + moved
        spans.append(Span(start, start + len(one.read)))
        moved += len(one.read) - len(one.span)
    return derived.respelled([(one.span, one.read) for one in found]), spans


def _marked(
    candidates: list[Candidate], places: list[Place], guessed: list[Span]
) -> tuple[Candidate, ...]:
    """The candidates, those that rest on our reading of a misread word marked so."""
    return tuple(
        replace(one, is_guess=True)
        if any(span.start < place.end and place.start < span.end for span in guessed)
        else one
        for one, place in zip(candidates, places, strict=True)
    )


def _town_and_state(hit: Hit, knowledge: KnowledgeBase) -> list[Hit]:
    """A town with its state are two names: "Austin, Texas"; only together they tell which town."""
    town, comma, state = hit.name.partition(", ")
    is_place = bool(comma) and all(name.entity.startswith("place/") for name in hit.names)
    if not is_place or hit.end - hit.start != len(hit.name):
        return [hit]
    of_state = matcher(knowledge).named(state)
    if not of_state or not hit.names:
        return [hit]
    middle = hit.start + len(town)
    return [hit._replace(end=middle), Hit(middle + len(comma), hit.end, state, of_state)]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the rows of one name say together."""

    type: EntityType
    entities: tuple[str, ...]
    is_bare: bool
    is_unsure: bool
    title_length: int


_READINGS: WeakKeyDictionary[KnowledgeBase, dict[str, _Reading | None]] = WeakKeyDictionary()


def _place(
    text: str, hit: Hit, knowledge: KnowledgeBase, readings: dict[str, _Reading | None]
) -> Place | None:
    if not hit.names:
        return Place(hit.start, hit.end, hit.type) if hit.type else None
    if hit.name not in readings:
        readings[hit.name] = _reading(hit, knowledge)
    read = readings[hit.name]
    if read is None or not _may_stand(text, hit, read):
        return None
    start = hit.start + read.title_length
    if ", " in hit.name and hit.end - hit.start < len(hit.name):
        return Place(start, hit.end, read.type, read.entities, says=hit.name)
    place = Place(start, hit.end, read.type, read.entities, read.is_bare, read.is_unsure)
    if read.type is EntityType.PERSON and hit.name.endswith(_RANKS):
        return place._replace(end=hit.end - 2, says=hit.name)
    return place


def _reading(hit: Hit, knowledge: KnowledgeBase) -> _Reading | None:
    names = sorted(hit.names, key=lambda name: name.needs_context)
    ids = tuple(dict.fromkeys(knowledge.resolve(name.entity) for name in names))
    entity = knowledge.entity(ids[0])
    if entity is None:
        return None
    bare = all(name.kind in _BARE for name in names)
    unsure = all(name.needs_context for name in names)
    length = _title_length(hit.name) if entity.type is EntityType.PERSON else 0
    return _Reading(entity.type, ids, bare, unsure, length)


def _may_stand(text: str, hit: Hit, read: _Reading) -> bool:
    """Whether the words around allow the name here."""
    if read.type is EntityType.EVENT and hit.name.endswith(_SHIPS):
        return False
    if not _CJK.match(text, hit.start):
        if read.type is EntityType.ORG and _OF_POST.search(text, max(0, hit.start - 24), hit.start):
            return False
        day = _EVENT_DAY.search(hit.name) is not None
        return not (day and _YEAR.match(text, hit.end))
    if read.is_bare:
        return _is_free(text, hit)
    return hit.end - hit.start > 1


def _title_length(name: str) -> int:
    """How many characters of a name in the tables are a title: "Emperor Akihito"."""
    first, _, rest = name.partition(" ")
    return len(first) + 1 if rest and first.title() in english().honorifics else 0


def _is_free(text: str, hit: Hit) -> bool:
    """Whether a surname in kanji is not the part of a longer word."""
    if hit.start and _KANJI.match(text, hit.start - 1) and not _ends_title(text, hit.start):
        return False
    after = text[hit.end : hit.end + 5]
    if not _KANJI.match(after):
        return True
    return after.startswith(japanese.title_starts())


def _ends_title(text: str, at: int) -> bool:
    return text[max(0, at - 2) : at] in _TITLE_ENDS


def _with_countries(text: str, known: list[Place]) -> list[Place]:
    taken = {
        at
        for place in known
        for at in range(place.start, place.end)
        if not place.is_bare and not _is_short_organisation(text, place)
    }
    extra = [
        Place(at, at + 1, EntityType.GPE, (person,))
        for at, person in japanese.countries(text)
        if at not in taken
    ]
    starts = {place.start for place in extra}
    kept = [p for p in known if not starts.intersection(range(p.start, p.end))]
    return sorted([*kept, *extra], key=lambda place: place.start)


def _is_short_organisation(text: str, place: Place) -> bool:
    """Whether two characters such as 日大 rather belong to the words around them (駐日大使)."""
    is_short = place.type is EntityType.ORG and place.end - place.start == 2
    return (
        is_short
        and text[place.end - 1] != "軍"
        and _DEALING.match(text, place.start - 1) is not None
    )


def _is_of_title(text: str, place: Place) -> bool:
    """Whether a body is rather the first part of a longer word: 防衛庁長官, 参院選, 駐日大使."""
    if place.type is not EntityType.ORG or not place.start:
        return False
    if _is_short_organisation(text, place):
        return True
    after_name = _CJK.match(text, place.start - 1) is not None
    return text.startswith("選", place.end) or (after_name and text.startswith("長官", place.end))


def _as_titled(text: str, place: Place) -> Place:
    """A place before 氏 or さん is a person of that name."""
    if place.type not in (EntityType.GPE, EntityType.LOC) or not _MISTER.match(text, place.end):
        return place
    people = tuple(one for one in place.entities if one.startswith("person/"))
    return Place(place.start, place.end, EntityType.PERSON, people, is_bare=True)


def _with_later_surnames(text: str, places: list[Place]) -> list[Place]:
    """Add the bare surnames of people that the tables do not know."""
    surnames = {surname_of(text[p.start : p.end]) for p in places if _is_unknown_person(p)}
    surnames = {name for name in surnames if len(name) > 1 or _KANJI.match(name)}
    surnames |= {name.upper() for name in surnames}
    places = [_as_surname(text, p, surnames) for p in places]
    if not surnames:
        return places
    taken = [False] * (len(text) + 1)
    for place in places:
        taken[place.start : place.end] = [True] * (place.end - place.start)
    extra = [
        one
        for name in surnames
        for one in _places_of(text, name)
        if not any(taken[one.start : one.end])
    ]
    return sorted([*places, *extra], key=lambda place: place.start)


def _with_relatives(text: str, places: list[Place], knowledge: KnowledgeBase) -> list[Place]:
    """Add the given names of relatives of somebody, in place of strangers of one word."""
    extra = []
    for one in relatives(text, knowledge):
        inside = [p for p in places if p.start < one.end and one.start < p.end]
        if all(not p.entities and p.start >= one.start and p.end <= one.end for p in inside):
            places = [p for p in places if p not in inside]
            extra.append(
                Place(
                    one.start,
                    one.end,
                    EntityType.PERSON,
                    one.entities,
                    is_bare=True,
                    is_relative=True,
                )
            )
    return sorted([*places, *extra], key=lambda place: place.start) if extra else places


def _places_of(text: str, name: str) -> Iterator[Place]:
    """Where a surname stands as a whole word that is not the first part of another name."""
    at = text.find(name)
    while at >= 0:
        one = Place(at, at + len(name), EntityType.PERSON, (), is_bare=True)
        kanji = _KANJI.match(name) is not None
        clear = is_whole(text, at, one.end) and not (kanji and at and _KANJI.match(text, at - 1))
        if clear and not is_word(text, one) and (not kanji or _is_titled_ja(text, one.end)):
            yield one
        at = text.find(name, one.end)


def _as_surname(text: str, place: Place, surnames: set[str]) -> Place:
    """A place whose name somebody in the article bears, where it does not stand like a place."""
    if place.type is not EntityType.GPE or text[place.start : place.end] not in surnames:
        return place
    if _LOCATIVE.search(text, max(0, place.start - 12), place.start):
        return place
    return Place(place.start, place.end, EntityType.PERSON, (), is_bare=True)


def _is_titled_ja(text: str, end: int) -> bool:
    after = text[end : end + 4]
    return not _KANJI.match(after) or after.startswith(japanese.title_starts())


def _is_unknown_person(place: Place) -> bool:
    return place.type is EntityType.PERSON and not place.entities


@lru_cache(maxsize=8192)
def _has_person(entities: tuple[str, ...]) -> bool:
    return any(one.startswith("person/") for one in entities)


def _candidate(
    text: str, derived: DerivedText, place: Place, knowledge: KnowledgeBase
) -> Candidate:
    span = derived.to_source(Span(place.start, place.end))
    printed, says = span.of(text), place.says or derived.text[place.start : place.end]
    read_as = "" if says in (printed, words_of(printed)) else says
    base = Candidate(
        span,
        printed,
        place.type,
        place.entities,
        read_as=read_as,
        is_relative=place.is_relative,
        is_titled=place.is_titled,
    )
    if place.type is not EntityType.PERSON and not _has_person(place.entities):
        return base
    beside = titles(knowledge)
    title = beside.before(derived.text, place.start) or beside.after(derived.text, place.end)
    if title is None:
        return base
    where = derived.to_source(Span(title.start, title.end))
    ids = [person for person in place.entities if person.startswith("person/")]
    return replace(
        base,
        type=EntityType.PERSON,
        entities=tuple(ids),
        offices=title.offices,
        title=where,
    )
