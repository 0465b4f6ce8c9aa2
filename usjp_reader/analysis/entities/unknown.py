"""English names that no table holds, by their form: capitals and what stands beside them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from usjp_reader.analysis.entities.found import Found
from usjp_reader.analysis.entities.surnames import is_family_first
from usjp_reader.analysis.entities.words import english
from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

_OWNED = r"(?:People|Women|Children|Citizen|Workers|Farmers)['’]s?(?= [A-Z])"
_WORD = rf"(?:{_OWNED}|[A-Z][\w&.-]*[\w.]|[A-Z]\b\.?)"
_LINK = r"(?:,? and | (?:of|for|on|in|&) (?:the )?)"
_LISTED = rf", (?={_WORD}(?:, {_WORD})*,? and )"
_RUN = re.compile(
    rf"(?<![\w'’.-]){_WORD}(?:(?:{_LINK}| ){_WORD}|{_LISTED}{_WORD})*(?: of (?:1[789]|20)\d\d)?"
)
"""Capitalised words in a row, with the small words that may stand between them."""
_LORD = re.compile(r"[A-Z][\w'’]+,? [A-Z][a-z]+(?:[- ]no[- ][Kk]ami)\b")
"""A name with a lord's title, as the press of the 1860s wrote it: "Muragaki Awadsi-no-Kami"."""
_UNIT = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th|d)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth"
    r"|Tenth|Eleventh|Twelfth|Fifteenth|Nineteenth|Twentieth|Twenty-\w+) (?:[A-Z][\w-]+ ){0,3}?"
    r"(?:Division|Regiment|Infantry|Cavalry|Army|Fleet|Corps|Marines|Battalion|Brigade|Wing"
    r"|Squadron|Air Force|Combat Team|Marine Expeditionary (?:Unit|Force))\b"
    r"(?: (?:Regiment|Division|Battalion|Brigade|Group))?"
)
"""A unit of an army by its number."""
_ROUTE = re.compile(r"\b(?:Route|Highway|Interstate) \d{1,3}\b|\bU\.S\. (?:Route|Highway) \d+\b")
_MOUNT = re.compile(
    r"\b(?:Cape|Mount|Mt\.|Lake|Gulf of|Bay of|Strait of|Straits of|Sea of|Isle of) [A-Z]\w+"
)
_BASE = re.compile(r"\b(?:Camp|Fort|Ft\.) [A-Z]\w+\b(?! (?:and|of) the)")
_STATE = re.compile(
    r", ((?:Va|Pa|Neb|Mass|N\.Y|N\.J|N\.H|N\.C|S\.C|R\.I|Conn|Ill|Ind|Mich|Minn|Wis|Wash"
    r"|Ore|Tex|Fla|Ga|Tenn|Ky|Ala|Ariz|Nev|Colo|Md|Okla|Kan|Ark|Mont|Wyo|Calif|Cal)\.)"
)
_UNITS = (
    "Division Regiment Infantry Cavalry Army Fleet Corps Marine Battalion Brigade Wing Squadron"
    " Force Combat"
)
_SHAPES = (
    (("-no-", " no Kami"), _LORD, EntityType.PERSON),
    (tuple(_UNITS.split()), _UNIT, EntityType.ORG),
    (("Route ", "Highway ", "Interstate "), _ROUTE, EntityType.FAC),
    (
        ("Cape ", "Mount ", "Mt. ", "Lake ", "Gulf of", "Bay of", "Strait", "Sea of", "Isle of"),
        _MOUNT,
        EntityType.LOC,
    ),
    (("Camp ", "Fort ", "Ft. "), _BASE, EntityType.FAC),
    ((".",), _STATE, EntityType.GPE),
)
"""Words without which a pattern is not looked for, the pattern, and what it finds."""
_TOKEN = re.compile(r"\S+")
_LINKS = frozenset({"of", "for", "and", "on", "the", "in", "&", "to"})
_ROLE_AFTER = re.compile(
    r",(?: \d\d,)? (?:an?|the|\w+['’]s|who|president|head|[a-z-]+ [a-z-]+|[a-z]+)\b"
)
_IN_HEADLINES = (EntityType.LAW, EntityType.EVENT)
_ON = frozenset(
    {
        "Council",
        "Committee",
        "Commission",
        "Conference",
        "Panel",
        "Treaty",
        "Convention",
        "Agreement",
        "Institute",
        "Center",
    }
)
"""What may be "on" something by name."""
_KIN = re.compile(
    r"\b(?:uncle|aunt|brother|sister|husband|wife|son|daughter|father|mother|cousin|grandfather) $"
)
_DATELINE = re.compile(
    r"^[A-Z](?:[A-Z., ]{2,30}|[A-Z][^\n(]{2,70},[^\n(]{3,12}) \(([A-Z]{2,6})\)", re.MULTILINE
)
_CHAMBER = re.compile(r"[RDI](?<!\w.)-([A-Z][a-z]+\.)")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.)+|(?:Jr|Sr|St|Co|Corp|Inc|Ltd|Mt|Ft)\.")
_INITIAL = re.compile(r"[A-Z]\.")


_JAPANESE = re.compile(
    r"(?:(?:[kgsznhbpmr]y?|sh|ch|ts|[tdjfyw])?[aiueoāīūēō]|n(?![aiueoy])"
    r"|[kstp](?=[kstpc][aiueohs]))+",
    re.IGNORECASE,
)


class _Token(NamedTuple):
    start: int
    end: int
    text: str


def unknown_names(text: str) -> Iterator[Found]:
    """Likely names in `text`; tables and overlaps are not looked at."""
    for match in _DATELINE.finditer(text):
        yield Found(match.start(1), match.end(1), EntityType.ORG)
    for match in _CHAMBER.finditer(text):
        yield Found(match.start(1), match.end(1), EntityType.GPE)
    for signs, pattern, kind in _SHAPES:
        for match in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            yield Found(*match.span(match.lastindex or 0), kind)
    for match in _RUN.finditer(text):
        if " " not in match.group() and match.group() not in english().given_names:
            continue
        tokens = _tokens(match)
        while tokens and (tokens[0].text in english().function_words or tokens[0].text in _LINKS):
            del tokens[0]
        if tokens:
            yield from _in_run(text, tokens)


def _tokens(match: re.Match[str]) -> list[_Token]:
    tokens = []
    for token in _TOKEN.finditer(match.group()):
        words = token.group()
        stripped = words.rstrip(",")
        if stripped.endswith(".") and not _keeps_point(stripped):
            stripped = stripped.rstrip(".")
        start = match.start() + token.start()
        tokens.append(_Token(start, start + len(stripped), stripped))
        if stripped != words and tokens and words.endswith("."):
            tokens.append(_Token(start + len(stripped), start + len(stripped), "."))
    return tokens


def _keeps_point(word: str) -> bool:
    """Whether the point belongs to a word: "Mr.", "U.S."."""
    return word in english().honorifics or _ABBREVIATION.fullmatch(word) is not None


def _in_run(text: str, tokens: list[_Token]) -> Iterator[Found]:
    """Split a run at full stops, then at the words that end a name."""
    part: list[_Token] = []
    for token in [*tokens, _Token(0, 0, ".")]:
        if token.text != ".":
            part.append(token)
            continue
        while part and part[0].text in english().function_words:
            del part[0]
        if part:
            yield from _in_part(text, part)
        part = []


def _in_part(text: str, tokens: list[_Token]) -> Iterator[Found]:
    kinds = _kinds()
    is_told = any(token.text in kinds for token in tokens)
    at = 0
    while at < len(tokens):
        found = _first_of(text, tokens, at) if is_told else _person(text, tokens, at)
        if found is None:
            at += 1
            continue
        yield found
        while at < len(tokens) and tokens[at].start < found.end:
            at += 1


def _first_of(text: str, tokens: list[_Token], at: int) -> Found | None:
    if tokens[at].text in english().given_names:
        return _person(text, tokens, at) or _institution(text, tokens, at)
    return _institution(text, tokens, at) or _person(text, tokens, at)


@cache
def _kinds() -> dict[str, EntityType]:
    words = english()
    return {
        **dict.fromkeys(words.locations, EntityType.LOC),
        **dict.fromkeys(words.lands, EntityType.GPE),
        **dict.fromkeys(words.facilities, EntityType.FAC),
        **dict.fromkeys(words.events, EntityType.EVENT),
        **dict.fromkeys(words.laws, EntityType.LAW),
        **dict.fromkeys(words.organisations, EntityType.ORG),
    }


def _institution(text: str, tokens: list[_Token], at: int) -> Found | None:
    """A name that begins at `at` and holds a word such as "University" or "Treaty"."""
    if tokens[at].text in _LINKS or _is_title(tokens[at].text):
        return None
    end, kind = _extent(tokens, at)
    if end < 0 or (end + 1 < len(tokens) and _is_title(tokens[end + 1].text)):
        return None
    if kind in _IN_HEADLINES and end - at > 1 and _is_headline(text, tokens[at].start):
        return None
    return Found(tokens[at].start, tokens[end].end, kind)


def _extent(tokens: list[_Token], at: int) -> tuple[int, EntityType]:
    """The last token of an institution's name that begins at `at`, or -1, and its type."""
    kinds = _kinds()
    end, kind = -1, EntityType.ORG
    for index in range(at, len(tokens)):
        word = tokens[index].text
        if _ends(word, is_named=end >= 0) and index > at:
            break
        if word in kinds and (index > at or _has_tail(tokens, index)):
            end, kind = index, kinds[word]
            if _has_tail(tokens, index):
                end = _tail_end(tokens, index)
                is_of_fame = tokens[end].text == "Fame"
                return end, EntityType.ORG if is_of_fame else kind
    return end, kind


def _ends(word: str, *, is_named: bool) -> bool:
    """Whether a word cannot stand inside an institution's name; `is_named`: its kind was told."""
    if word in _LINKS:
        return is_named or word not in {"and", "&"}
    return word in english().function_words or _is_title(word)


def _is_headline(text: str, at: int) -> bool:
    """Whether nearly every word of the line has a capital, so that capitals mean nothing."""
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]
    words = [word for word in line.split() if len(word) > 4]
    return len(words) > 3 and not any(word[0].islower() for word in words)


def _has_tail(tokens: list[_Token], index: int) -> bool:
    """Whether "of", "for" or "on" with a name follows: "Committee on Foreign Relations"."""
    if index + 2 >= len(tokens) or tokens[index].text in english().lands:
        return False
    link, following = tokens[index + 1].text, tokens[index + 2].text
    if following in english().function_words or not (following[0].isupper() or following.isdigit()):
        is_linked = link in {"of", "for"} or (link == "on" and tokens[index].text in _ON)
        return following == "the" and is_linked and index + 3 < len(tokens)
    return link in {"of", "for"} or (link == "on" and tokens[index].text in _ON)


def _tail_end(tokens: list[_Token], index: int) -> int:
    end = index + 1
    for at in range(index + 2, len(tokens)):
        word = tokens[at].text
        if (
            word in {"in", "on", "to"}
            or _is_title(word)
            or word in english().function_words - {"The"}
        ):
            break
        if word not in _LINKS:
            end = at
    return end


def _is_title(word: str) -> bool:
    return word in english().honorifics


def _person(text: str, tokens: list[_Token], at: int) -> Found | None:
    """Two or three capitalised words that begin at `at` and look like somebody's name."""
    words = english()
    if is_family_first([token.text for token in tokens[at : at + 2]]):
        return Found(tokens[at].start, tokens[at + 1].end, EntityType.PERSON)
    names: list[_Token] = []
    for token in tokens[at : at + 4]:
        if token.text in _LINKS or token.text in words.not_persons:
            break
        if token.text in words.function_words or (token.text.isupper() and len(token.text) > 2):
            break
        names.append(token)
    if not names or _is_title(names[0].text):
        return None
    titled = at > 0 and _is_title(tokens[at - 1].text)
    if len(names) == 1 and (titled or _is_kin(text, names[0])):
        alone = len(names[0].text) > 2 and names[0].text.isalpha()
        return Found(names[0].start, names[0].end, EntityType.PERSON) if alone else None
    if not 2 <= len(names) <= 4 or _INITIAL.fullmatch(names[-1].text):
        return None
    likely = (
        names[0].text in words.given_names
        or titled
        or _is_japanese(names[0].text, names[1].text)
        or _is_said(text, names)
    )
    if not likely:
        return None
    return Found(names[0].start, names[-1].end, EntityType.PERSON)


@cache
def _given_ends() -> tuple[str, ...]:
    return tuple(english().given_ends)


def _is_japanese(given: str, surname: str) -> bool:
    """Whether two words sound like a Japanese name, the given name first: "Tetsuzo Watanabe"."""
    if len(given) < 5 or len(surname) < 3 or not given.endswith(_given_ends()):
        return False
    return bool(_JAPANESE.fullmatch(given) and _JAPANESE.fullmatch(surname))


def _is_kin(text: str, name: _Token) -> bool:
    """Whether "my uncle" or the like stands before a given name."""
    return (
        name.text in english().given_names
        and _KIN.search(text, max(0, name.start - 12), name.start) is not None
    )


def _is_said(text: str, names: list[_Token]) -> bool:
    """Whether a verb of saying or a role stands right beside the words."""
    words = english()
    before = text[max(0, names[0].start - 24) : names[0].start].split()
    after = text[names[-1].end : names[-1].end + 60]
    if before and (before[-1] in words.saying or before[-1].lower() in words.roles):
        return True
    following = after.lstrip(" ,").split()
    if following and following[0].strip(",.") in words.saying and after[:1] in " ,":
        return True
    match = _ROLE_AFTER.match(after)
    return match is not None and any(w.strip(",.;") in words.roles for w in after.split()[:7])
