"""Elements of a page that are marked as its date or its author."""

from __future__ import annotations

import re
from typing import Any

_CHANGED = re.compile(r"modif|updat|revis", re.IGNORECASE)
_PUBLISHED = re.compile(r"publish|posted|entry-date|pubdate|dateline|post-date", re.IGNORECASE)
_HEAD_PARAGRAPH = 120
"""Characters; the first paragraph so long is the text: above it stands the article's own date."""
_LONGEST_NAME = 80
_MOST_NAMES = 5


def marked(root: Any) -> dict[str, str]:  # noqa: ANN401 - lxml's elements
    """`time-published`, `time-header`, `time-modified` and `mark-author`, where the page has them.

    Args:
        root: The root element of its lxml tree.
    """
    found: dict[str, str] = {}
    for element in root.iter("time"):
        value = (element.get("datetime") or "").strip()
        if value and (kind := _kind(element)):
            found.setdefault(kind, value)
    header = _header_time(root)
    if header:
        found["time-header"] = header
    authors = _authors(root)
    if authors:
        found["mark-author"] = "; ".join(authors)
    return found


def _kind(element: Any) -> str:  # noqa: ANN401
    """What a <time> says that it is."""
    parent = element.getparent()
    own = f"{element.get('itemprop') or ''} {element.get('class') or ''}"
    around = "" if parent is None else str(parent.get("class") or "")
    for words in (own, around):
        if _CHANGED.search(words):
            return "time-modified"
        if _PUBLISHED.search(words):
            return "time-published"
    return "time-published" if "pubdate" in element.attrib else ""


def _header_time(root: Any) -> str:  # noqa: ANN401
    """The first <time> above the text of the article, if the page says where its article is."""
    scope = next(root.iter("article"), None)
    if scope is None:
        scope = next(root.iter("main"), None)
    for element in scope.iter("time", "p") if scope is not None else ():
        if element.tag == "p":
            if len("".join(element.itertext())) >= _HEAD_PARAGRAPH:
                return ""
        elif element.get("datetime") and _kind(element) != "time-modified":
            return str(element.get("datetime")).strip()
    return ""


def _authors(root: Any) -> list[str]:  # noqa: ANN401
    """Names in elements marked as the author; none where they are many, as in lists of articles."""
    elements = root.xpath('//*[@itemprop="author" or @rel="author"]')
    names = dict.fromkeys(_name(element) for element in elements[:50])
    names.pop("", None)
    return list(names) if len(names) <= _MOST_NAMES else []


def _name(element: Any) -> str:  # noqa: ANN401
    inner = element.xpath('.//*[@itemprop="name"]')
    words = " ".join("".join((inner[0] if inner else element).itertext()).split())
    return words if len(words) <= _LONGEST_NAME else ""
