"""People that no table holds, known by what stands around their names. English only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.found import Found
from usjp_reader.analysis.entities.words import (
    FUNCTION_WORDS,
    GIVEN_NAMES,
    HONORIFICS,
    NOT_PERSONS,
    ROLES,
    SAYING,
)
from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from usjp_reader.analysis.entities.patterns import Words

_INITIAL = re.compile(r"(?:[A-Z]\.)+")
_NEXT_WORDS = re.compile(r" ([a-z]+)(?: ([a-z]+))?")
_LAST_WORD = re.compile(r"([\w-]+) $")
_APPOSITION = re.compile(
    r", (?:(?:an?|the|who|whose|aged?|[\w-]+['’]s) |\d\d[,;. ])?((?:[\w'’.-]+ ){0,6}[\w'’-]+)"
)
_KANJI = "\u2e80"
_WORD_BEFORE = re.compile(r"(?<![\w.])([A-Z][\w'’-]*)(?: [A-Z]\.)? $")
_WORD_AFTER = re.compile(r" ([A-Z][a-z]+)(?![\w-])")
_OF_SOMETHING = re.compile(r",? (?:of|at|from|with) [^.;:\n]{3,70}?,? ([a-z]+)(?= [^.]{2}|:|,)")
_HARD_WORDS = NOT_PERSONS | FUNCTION_WORDS


def person_in(text: str, run: Words, given_names: frozenset[str]) -> Found | None:
    """The person that a run of capitalised words names, if enough speaks for one.

    Args:
        text: The text of the run.
        run: Capitalised words that no table and no pattern explained.
        given_names: Given names that the tables hold.
    """
    first, last = _without_titles(run), len(run.words)
    titled = first > 0
    words = run.words[first:last]
    if not 1 <= len(words) <= 4 or any(_is_hard(word) for word in words[:-1]):
        return None
    if words[-1].endswith(".") and words[-1] not in ("Jr.", "Sr."):
        return None
    start, end = run.starts[first], run.end(last - 1)
    if _is_hard(words[-1]) and not _is_plain_surname(text, words, start, end):
        return None
    title = (run.starts[0], start - 1) if titled else None
    titled = titled and (len(words) > 1 or run.words[first - 1] in HONORIFICS)
    if _is_person(text, words, start, end, titled, given_names):
        return Found(start, end, EntityType.PERSON, title=title)
    return None


def later_mentions(text: str, people: Iterable[Found]) -> Iterator[Found]:
    """Surnames alone, anywhere in the text, of people who are named in full in it."""
    seen: dict[str, Found] = {}
    for person in people:
        words = [
            word for word in text[person.start : person.end].split() if word not in ("Jr.", "Sr.")
        ]
        if len(words) > 1 and words[-1] < _KANJI and len(words[-1]) > 1:
            seen.setdefault(words[-1], person)
    for surname, person in seen.items():
        for match in re.finditer(re.escape(surname), text):
            if _is_whole(text, match.start(), match.end()):
                yield Found(match.start(), match.end(), EntityType.PERSON, person.names)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a word by itself, not a part of another or of an address."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if before.isalnum() or before in ("@", "/", ".", "_"):
        return False
    return not (after[:1].isalnum() or after[:1] in ("@", "_") or re.match(r"-[a-z]", after))


def given_name_before(
    text: str, body: str, start: int, given_names: frozenset[str], titles: frozenset[str]
) -> int | None:
    """Where a given name begins that stands right before a surname, or None.

    "Akie Abe" names somebody else than "Abe"; "President Abe" and "When Abe" do not.

    Args:
        text: The derived text.
        body: The same with its headlines blanked out.
        start: Where the surname begins.
        given_names: Given names that the tables hold.
        titles: Words that titles end with, in lower case.
    """
    match = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if match is None:
        return None
    word, at = match.group(1), match.start(1)
    if word in HONORIFICS or word.lower() in titles or word.lower() in ROLES:
        return None
    if word in GIVEN_NAMES or word in given_names:
        return at
    if word in _HARD_WORDS or word in SAYING or len(word) < 3 or body[at] == " ":
        return None
    inside = body[at - 2 : at]
    return at if len(inside) == 2 and (inside[0].islower() or inside[0] == ",") else None


def surname_after(text: str, item: Found, given_names: frozenset[str]) -> int | None:
    """Where the name ends that a find only begins: "Christopher Johnstone", "Abe Hitoshi"."""
    match = _WORD_AFTER.match(text, item.end)
    if match is None:
        return None
    first, word = text[item.start : item.end], match.group(1)
    if word in _HARD_WORDS or word in HONORIFICS:
        return None
    if first in GIVEN_NAMES or (word in given_names and word not in GIVEN_NAMES):
        return match.end(1)
    return None


def _without_titles(run: Words) -> int:
    """How many of the words are titles: "Deputy Secretary", "Mr.", "Majority Leader"."""
    for last in range(len(run.words) - 2, 0, -1):
        word = run.words[last]
        if word in GIVEN_NAMES:
            continue
        if word in HONORIFICS or word.lower() in ROLES:
            if not any(before in GIVEN_NAMES for before in run.words[:last]):
                return last + 1
            break
    at = 0
    while at < len(run.words) - 1 and (
        run.words[at] in HONORIFICS
        or run.words[at].lower() in ROLES
        or (
            run.words[at] in NOT_PERSONS
            and any(w in HONORIFICS for w in run.words[at + 1 : at + 4])
        )
    ):
        if run.words[at] in GIVEN_NAMES and at > 0:
            break
        at += 1
    return at


def _is_person(
    text: str,
    words: tuple[str, ...],
    start: int,
    end: int,
    titled: bool,
    given_names: frozenset[str],
) -> bool:
    if titled:
        return len(words[-1]) > (1 if len(words) > 1 else 2)
    if len(words) < 2:
        return False
    if words[0] in GIVEN_NAMES or words[0] in given_names:
        return True
    if any(_INITIAL.fullmatch(word) for word in words[:-1]):
        return True
    return (
        _says(text, start, end)
        or _says_of(text, end)
        or _has_role(text, start, end)
        or _is_set_off(text, start, end)
    )


def _is_hard(word: str) -> bool:
    """Whether a word does not occur in names of people, in capitals or not."""
    return word in _HARD_WORDS or (word.isupper() and word.capitalize() in _HARD_WORDS)


def _is_plain_surname(text: str, words: tuple[str, ...], start: int, end: int) -> bool:
    """Whether a word that mostly is none ends a name: "said John Park, a senior researcher"."""
    if len(words) < 2 or words[0] not in GIVEN_NAMES or words[-1] in FUNCTION_WORDS:
        return False
    return _says(text, start, end) or _has_role(text, start, end)


def _says(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying follows, or stands right before."""
    after = _NEXT_WORDS.match(text, end)
    if after and (
        after.group(1) in SAYING
        or (after.group(2) in SAYING and after.group(1) in ("also", "has", "later", "then"))
    ):
        return True
    before = _LAST_WORD.search(text[max(0, start - 14) : start])
    return before is not None and before.group(1) in SAYING


def _is_set_off(text: str, start: int, end: int) -> bool:
    """Whether commas set the name off after a noun for a person: "a professor, X, had"."""
    if text[end : end + 1] != ",":
        return False
    before = text[max(0, start - 60) : start]
    if not before.endswith(", "):
        return False
    clause = re.split(r"[.;!?\n,]", before[:-2])[-1]
    return any(word in ROLES for word in clause.lower().split())


def _says_of(text: str, end: int) -> bool:
    """Whether "of the …" and then a verb of saying follows."""
    match = _OF_SOMETHING.match(text, end)
    return match is not None and match.group(1) in SAYING


def _has_role(text: str, start: int, end: int) -> bool:
    """Whether the name stands beside a noun for a person: "professor X", "X, a senior analyst"."""
    before = _LAST_WORD.search(text[max(0, start - 20) : start])
    if before and before.group(1).lower() in ROLES:
        return True
    after = _APPOSITION.match(text, end)
    if after is None:
        return False
    words = re.findall(r"[\w-]+", after.group(1))
    return any(word.lower() in ROLES for word in words) and not after.group(1)[:1].isupper()
