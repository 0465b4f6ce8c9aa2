"""Lines by which an issue, a publication or a page speaks of itself. It decides nothing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from usjp_reader.config.resources import read_toml, resource

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


def names_section(text: str) -> bool:
    """Whether a line is what sections, series and kinds of texts are called."""
    return _says("section", text)


@lru_cache(maxsize=4096)  # lines are asked again beside each of their neighbours
def _says(what: str, text: str) -> bool:
    return len(text) <= _LONGEST and _patterns()[what].search(text) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    tables = read_toml(resource("cleaning", "self-descriptions.toml"))
    return {
        what: re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
        for what, patterns in tables.items()
    }
