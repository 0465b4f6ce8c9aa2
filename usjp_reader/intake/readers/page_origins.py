"""Where a saved page came from and when it was saved, as browsers and archives write into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAVED_FROM = re.compile(r"\s*saved from url=\(\d{4}\)(https?://\S+)")
_SINGLE_FILE = re.compile(
    r"\s*Page saved with SingleFile\s+url:\s*(https?://\S+)"
    r"\s+saved date:\s*(?:\w{3} )?(\w{3}) (\d{1,2}) (\d{4})"
)
_ARCHIVED = re.compile(r"\s*FILE ARCHIVED ON [\d:]+ (\w{3}) (\d{1,2}), (\d{4})")
_WAYBACK = re.compile(
    r"https?://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)\d{0,6}(?:[a-z]{2}_)?/(https?:/.+)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MOST = 2_000
"""Comments that are looked at, and characters of each."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page came from; "" where it does not say.

    Attributes:
        address: The address that it had in the web.
        saved: The day on which somebody saved it.
        archived: The day on which a web archive took it.
        copy: The address of that archive's copy.
    """

    address: str = ""
    saved: str = ""
    archived: str = ""
    copy: str = ""


def origin_of(root: Any, address: str = "") -> Origin:  # noqa: ANN401 - lxml's elements
    """What a page says of its origin.

    Args:
        root: The root element of its lxml tree.
        address: Where its container or its metadata say that it came from, or "".
    """
    saved = archived = ""
    for comment in _comments(root):
        if found := _SINGLE_FILE.match(comment):
            address, saved = address or found[1], _day(found[4], found[2], found[3])
        elif found := _SAVED_FROM.match(comment):
            address = address or found[1]
        elif found := _ARCHIVED.match(comment):
            archived = _day(found[3], found[1], found[2])
    if copy := _WAYBACK.match(address):
        return Origin(copy[4], saved, "-".join(copy.groups()[:3]), address)
    return Origin(address, saved, archived)


def _comments(root: Any) -> Iterator[str]:  # noqa: ANN401
    from lxml import etree  # noqa: PLC0415 - only pages need it

    found = root.xpath("//comment()") + [
        node for node in root.itersiblings(preceding=True) if node.tag is etree.Comment
    ]
    ends = [*found[: _MOST // 2], *found[-_MOST // 2 :]]
    return ((node.text or "")[:_MOST] for node in ends)


def _day(year: str, month: str, day: str) -> str:
    name = month[:3].lower()
    return f"{year}-{_MONTHS.index(name) + 1:02d}-{int(day):02d}" if name in _MONTHS else ""
