"""The visible words of a piece of HTML, such as a note or the content of a feed. Not of a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import islice

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5"
        " h6 header hr li main nav ol p pre section table td th tr ul",
    )
)
_HIDDEN = frozenset({"script", "style", "template", "noscript", "head", "title"})
_TAG = re.compile(
    r"<(?:/?(?:p|br|div|span|a|em|strong|b|i|h[1-6]|ul|ol|li|blockquote|img|figure|table)\b[^<>]{0,2000}/?)>",
    re.IGNORECASE,
)
_LARGEST = 5 * 2**20
"""Characters; more is no piece of an article."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def is_markup(text: str) -> bool:
    """Whether a text is HTML rather than words in which a tag is spoken of."""
    if "<" not in text or len(text) > _LARGEST:
        return False
    tags = len(list(islice(_TAG.finditer(text), 2)))
    return tags > 1 or (tags == 1 and text.lstrip().startswith("<"))


def text_of(markup: str) -> str:
    """The visible words, one paragraph a line, blank lines between paragraphs."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[list[str]] = [[]]
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin a line at a block."""
        self._hidden += tag in _HIDDEN
        if tag in _BLOCKS:
            self._lines.append([])

    def handle_endtag(self, tag: str) -> None:
        """End a line at the end of a block."""
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        if tag in _BLOCKS:
            self._lines.append([])

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._hidden:
            self._lines[-1].append(data)

    def text(self) -> str:
        """All lines that show something."""
        lines = (_BLANKS.sub(" ", "".join(parts)).strip() for parts in self._lines)
        return "\n\n".join(line for line in lines if line)
