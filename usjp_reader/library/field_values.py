"""What the reader may say that a field is: put in order, or refused in one sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.articles import CSL_FIELDS, SPECIMEN
from usjp_reader.domain.corrections import PUBLISHED
from usjp_reader.domain.errors import BadValueError

if TYPE_CHECKING:
    from collections.abc import Callable

DATES = frozenset(
    {PUBLISHED, "original-date", "event-date", "available-date", "submitted", "accessed"}
)
"""Fields that hold a date; what the reader types there becomes an EDTF value."""
NAMES = frozenset({"author", "editor", "translator", "interviewer", "recipient"})
"""Fields that hold names, joined by "; "."""

_PAGE = r"[^\W_][\w.]{0,9}"
_PAGES = re.compile(rf"{_PAGE}(?:\s?[-–,;+]\s?{_PAGE}){{0,9}}")
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_ISSN = re.compile(r"(\d{4})-?(\d{3}[\dXx])", re.ASCII)
_ISBN = re.compile(r"[\d-]{9,16}[\dXx]", re.ASCII)


def checked(name: str, value: str) -> str:
    """The value of a field as it is kept; "" stays, and says that there is none.

    Args:
        name: A CSL field, or `published`.
        value: What the reader typed.

    Raises:
        BadValueError: There is no such field, or the value is none that it can have.
    """
    require(name)
    value = " ".join(value.split())
    if not value:
        return ""
    if name in DATES:
        return _date(value)
    if name in NAMES:
        return "; ".join(filter(None, map(str.strip, value.split(";"))))
    check = _CHECKS.get(name)
    return check(value) if check else value


def require(name: str) -> None:
    """Go on only if there is a field of that name.

    Raises:
        BadValueError: There is none.
    """
    if name != PUBLISHED and name not in CSL_FIELDS:
        raise BadValueError("library.no_field", field=name)


def _date(value: str) -> str:
    from usjp_reader.knowledge.times.typed import typed_date  # noqa: PLC0415 - slow to load

    return typed_date(value).value


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        is_address = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        is_address = False
    if not is_address or " " in value:
        raise BadValueError("library.no_url", value=value)
    return value


def _pages(value: str) -> str:
    if not _PAGES.fullmatch(value):
        raise BadValueError("library.no_page", value=value)
    return value


def _number(value: str) -> str:
    if not _NUMBER.fullmatch(value):
        raise BadValueError("library.no_number", value=value)
    return value


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise BadValueError("library.no_language", value=value)
    return value


def _doi(value: str) -> str:
    found = _DOI.fullmatch(value)
    if found is None:
        raise BadValueError("library.no_doi", value=value)
    return found[1]


def _issn(value: str) -> str:
    found = _ISSN.fullmatch(value)
    if found is None:
        raise BadValueError("library.no_issn", value=value)
    return f"{found[1]}-{found[2].upper()}"


def _isbn(value: str) -> str:
    if not _ISBN.fullmatch(value) or len(value.replace("-", "")) not in (10, 13):
        raise BadValueError("library.no_isbn", value=value)
    return value.upper()


def _type(value: str) -> str:
    if value not in item_types():
        raise BadValueError("library.no_type", value=value)
    return value


def _genre(value: str) -> str:
    if value.casefold() == SPECIMEN:
        raise BadValueError("library.genre_of_specimens", value=value)
    return value


@cache
def item_types() -> tuple[str, ...]:
    """The CSL types of items."""
    return tuple(map(str, read_toml(resource("citations", "types.toml"))["types"]))


_CHECKS: dict[str, Callable[[str], str]] = {
    "type": _type,
    "URL": _url,
    "DOI": _doi,
    "ISSN": _issn,
    "ISBN": _isbn,
    "page": _pages,
    "page-first": _pages,
    "number-of-pages": _number,
    "language": _language,
    "genre": _genre,
}
