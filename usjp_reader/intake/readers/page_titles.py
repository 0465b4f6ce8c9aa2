"""The title of a page: what its metadata, or its window, and its text have in common."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

from usjp_reader.intake.readers.making import one_line
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SEPARATOR = re.compile(r"\s+[|\-–—:•·»«>/＞｜]+\s+|\s*(?:[|｜«»]|::|：)\s*|(?<=\w):\s+")
_HEADINGS = ("h1", "h2", "h3")
_LEAST_HEADING, _LEAST_LINE = 3, 8
"""Letters, kanji twice; a shorter line is a menu item or the name of a section."""
_TEXT = 120
"""Characters of the first paragraph that is surely text: the title stands above it."""
_MOST_PARTS = 8
_LONGEST = 400


def titled(root: Any, lines: Sequence[str], stated: str = "") -> str:  # noqa: ANN401 - lxml's
    """The title of a page without the name of its site, or "" where the page does not show it.

    Args:
        root: The root element of an lxml tree of HTML.
        lines: The lines that the page shows.
        stated: The title that its metadata state, or "": then it is that of the window.
    """
    element = next(root.iter("title"), None)
    window = element.text or "" if element is not None else ""
    whole = one_line(stated or window)[:_LONGEST]
    wanted = _parts(whole)
    if not wanted or any(_key(line) == _key(whole) for line in lines):
        return whole
    blocks = ((one.tag != "p", "".join(one.itertext())) for one in root.iter("p", *_HEADINGS))
    found = _last_above_text(blocks, wanted, _LEAST_HEADING)
    found = found or _last_above_text(((True, line) for line in lines), wanted, _LEAST_LINE)
    return found or one_line(stated)


def _parts(whole: str) -> frozenset[str]:
    """The keys of the parts of a <title>, and of parts that follow one another."""
    cuts = [(0, 0), *(found.span() for found in _SEPARATOR.finditer(whole))]
    cuts = [*cuts[:_MOST_PARTS], (len(whole), len(whole))]
    return frozenset(_key(whole[start[1] : end[0]]) for start, end in combinations(cuts, 2)) - {""}


def _last_above_text(shown: Iterable[tuple[bool, str]], wanted: frozenset[str], least: int) -> str:
    """The line nearest to the text that is part of the <title>: the name of the site is above it.

    Args:
        shown: What the page shows, in order, each with whether it may be the title.
        wanted: Keys of the parts of the <title>.
        least: Fewer letters are not enough.
    """
    last = ""
    for may_be, words in shown:
        key = _key(words) if may_be and len(words) <= _LONGEST else ""
        if key in wanted and len(key) + sum(char > "\u2fff" for char in key) >= least:
            last = one_line(words)
        elif last and len(words) + sum(char > "\u2fff" for char in words) >= _TEXT:
            break
    return last


def _key(line: str) -> str:
    return re.sub(r"[\W_]+", "", folded(line))
