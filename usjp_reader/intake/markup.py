"""The visible words of a piece of HTML, such as a note or the content of a feed. Not of a page."""

from __future__ import annotations

import re
from itertools import islice

from usjp_reader.intake.html_tree import tree_of
from usjp_reader.intake.visible_text import visible_text

_TAG = re.compile(
    r"<(?:/?(?:p|br|div|span|a|em|strong|b|i|h[1-6]|ul|ol|li|blockquote|img|figure|table)\b"
    r"[^<>]{0,2000}/?)>",
    re.IGNORECASE,
)
_LARGEST = 5 * 2**20
"""Characters; more is no piece of an article."""


def is_markup(text: str) -> bool:
    """Whether a text is HTML rather than words in which a tag is spoken of."""
    if "<" not in text or len(text) > _LARGEST:
        return False
    tags = len(list(islice(_TAG.finditer(text), 2)))
    return tags > 1 or (tags == 1 and text.lstrip().startswith("<"))


def text_of(markup: str) -> str:
    """The visible words, blank lines between paragraphs."""
    tree = tree_of(f"<div>{markup}</div>")
    return visible_text(tree.root).strip() if tree else ""
