"""HTML to an lxml tree that holds all of its text, however deep it is nested.

libxml2 stops in silence at 256 nested elements and leaves out all that follows. Such a page is
flattened first: elements that lie too deep become line breaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from usjp_reader.config.resources import read_toml, resource

DEEPEST = 60
"""Nested elements that are kept. Rows and cells come in between and are not counted: they may end
without a tag. Four times as many are what libxml2 bears."""
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})(?=[\s/>])[^<>]{0,4000}>")


@dataclass(frozen=True, slots=True)
class Tree:
    """A page as a tree.

    Attributes:
        root: Its root element, of lxml.
        is_flattened: Whether elements that lay too deep were taken out, and their text left in.
    """

    root: Any
    is_flattened: bool = False


@cache
def elements() -> dict[str, frozenset[str]]:
    """Names of elements by what they do to the text."""
    table = read_toml(resource("web", "elements.toml"))
    return {kind: frozenset(map(str, names)) for kind, names in table.items()}


def tree_of(markup: str) -> Tree | None:
    """The tree of a page or of a piece of one; None where nothing is in it, or not all can be read.

    Args:
        markup: Decoded HTML, without an XML declaration.
    """
    root, is_whole = _parsed(markup)
    if is_whole:
        return None if root is None else Tree(root)
    root, is_whole = _parsed(_flattened(markup))
    return Tree(root, is_flattened=True) if is_whole and root is not None else None


def _parsed(markup: str) -> tuple[Any, bool]:
    """The root, or None, and whether libxml2 read to the end."""
    from lxml import etree, html  # noqa: PLC0415 - 30 ms that other formats never need

    parser = html.HTMLParser(no_network=True)
    try:
        root = html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, ValueError):
        root = None
    return root, all(entry.level < etree.ErrorLevels.FATAL for entry in parser.error_log)


def _flattened(markup: str) -> str:
    """The same text with no element in more than `DEEPEST` others."""
    depth = 0
    known = elements()
    uncounted = known["hidden"] | known["unclosed"]
    blocks = known["paragraphs"] | known["lines"]

    def kept(found: re.Match[str]) -> str:
        nonlocal depth
        is_end, tag = bool(found.group(1)), found.group(2).lower()
        if tag in uncounted:
            return found.group()
        depth = max(0, depth - 1) if is_end else depth + 1
        if depth + is_end <= DEEPEST:
            return found.group()
        return "<br>" if tag in blocks else ""

    return _TAG.sub(kept, markup)
