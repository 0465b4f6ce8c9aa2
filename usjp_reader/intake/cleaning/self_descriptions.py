"""Lines by which an issue, a publication or a page speaks of itself. It decides nothing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.intake.cleaning.needed_words import Sieve, needed_words

_LONGEST = 200


def names_issue(text: str) -> bool:
    """Whether a line gives the number, volume, price or postal permit of an issue."""
    return _says("issue", text)


def describes_publication(text: str) -> bool:
    """Whether a line says what a publication is, who makes it or how one gets it."""
    return _says("publication", text)


def describes_page(text: str) -> bool:
    """Whether a line speaks of the page that it stands on."""
    return _says("page", text)


def names_field(text: str) -> bool:
    """Whether a line is the name of a field of a form or a memorandum, with its value below."""
    return _says("field", text)


def names_house(text: str) -> bool:
    """Whether a line is called as offices, institutes, firms and museums are."""
    return _says("house", text)


def asks_readers(text: str) -> bool:
    """Whether a line asks its readers to do something, or says when and by whom it is on air."""
    return _says("asking", text)


def names_place(text: str) -> bool:
    """Whether a line is a place as letters and offices give theirs ("Washington, D.C.")."""
    return _says("place", text)


def names_section(text: str) -> bool:
    """Whether a line is what sections, series and kinds of texts are called."""
    return _says("section", text)


def _says(what: str, text: str) -> bool:
    return len(text) <= _LONGEST and what in _told(text)


@lru_cache(maxsize=4096)  # lines are asked again beside each of their neighbours
def _told(text: str) -> frozenset[str]:
    """All that a line says, by the names of the tables."""
    openings, anywhere, sieve = _patterns()
    told = {what for what, pattern in openings if pattern.match(text)}
    for at in sieve.fitting([text.casefold()])[0]:
        what, pattern = anywhere[at]
        if what not in told and pattern.search(text):
            told.add(what)
    return frozenset(told)


_Named = tuple[str, re.Pattern[str]]


@cache
def _patterns() -> tuple[list[_Named], list[_Named], Sieve]:
    """What is looked for at the beginning of a line only, what anywhere, and where to try that."""
    tables = read_toml(resource("cleaning", "self-descriptions.toml"))
    openings = {what: [one for one in all_ if one[0] == "^"] for what, all_ in tables.items()}
    anywhere = [(what, one) for what, all_ in tables.items() for one in all_ if one[0] != "^"]
    return (
        [(what, _any(patterns)) for what, patterns in openings.items() if patterns],
        [(what, _any([one])) for what, one in anywhere],
        Sieve([needed_words(one) for _, one in anywhere]),
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
