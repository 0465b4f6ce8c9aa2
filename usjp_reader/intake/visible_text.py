"""The visible text of an HTML tree, block by block: all of it, whatever it is.

What is furniture in it is for cleaning to say. The tree is walked without recursion, for pages may
be nested deeper than Python calls.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from usjp_reader.config.resources import read_toml, resource

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@cache
def _elements() -> dict[str, frozenset[str]]:
    """Names of elements by what they do to the text."""
    table = read_toml(resource("web", "elements.toml"))
    return {kind: frozenset(map(str, names)) for kind, names in table.items()}


def visible_text(root: Any) -> str:  # noqa: ANN401 - lxml's elements
    """The text of a page: a line a block, a blank line between paragraphs, tabs between cells.

    Args:
        root: The root element of an lxml tree of HTML.
    """
    writer = _Writer()
    for kind, element in _walk(root):
        if kind == "start":
            writer.open(element)
        elif kind == "end":
            writer.close(element)
        else:
            writer.pass_over(element)
    return writer.text()


def _walk(root: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """Every element that is seen, at its start and its end, and those that are passed over."""
    stack: list[tuple[str, Any]] = [("start", root)]
    while stack:
        kind, element = stack.pop()
        if kind == "start" and _is_hidden(element):
            yield "over", element
            continue
        yield kind, element
        if kind == "start":
            stack.append(("end", element))
            stack.extend(("start", child) for child in reversed(element))


def _is_hidden(element: Any) -> bool:  # noqa: ANN401
    if not isinstance(element.tag, str):  # a comment or an instruction
        return True
    if element.tag in _elements()["hidden"] or element.get("hidden") is not None:
        return True
    return bool(_UNSEEN.search(element.get("style") or ""))


class _Writer:
    """Collects words into lines, and lines into paragraphs."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[str] = []
        self._pre = 0

    def open(self, element: Any) -> None:  # noqa: ANN401
        """An element begins."""
        tag = element.tag
        self._break(tag)
        if tag in _elements()["cells"] and any(word.strip() for word in self._words):
            self._words.append("\t")
        elif tag == "rt":
            self._words.append("《")
        self._pre += tag == "pre"
        self._add(element.text)

    def close(self, element: Any) -> None:  # noqa: ANN401
        """An element ends; what follows it belongs to the one around it."""
        tag = element.tag
        if tag == "rt":
            self._words.append("》")
        self._break(tag)
        self._pre -= tag == "pre"
        self._add(element.tail)

    def pass_over(self, element: Any) -> None:  # noqa: ANN401
        """An element that is not seen; what follows it is."""
        self._add(element.tail)

    def text(self) -> str:
        """All lines; never two blank ones in a row."""
        self._end_line()
        out: list[str] = []
        for line in self._lines:
            if line or (out and out[-1]):
                out.append(line)
        while out and not out[-1]:
            out.pop()
        return "\n".join(out) + "\n" if out else ""

    def _break(self, tag: str) -> None:
        if tag in _elements()["paragraphs"]:
            self._end_line()
            self._lines.append("")
        elif tag in _elements()["lines"]:
            self._end_line()

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not self._pre:
            self._words.append(_BLANKS.sub(" ", text))
            return
        first, *rest = text.split("\n")
        self._words.append(first)
        for line in rest:
            self._end_line()
            self._words.append(line)

    def _end_line(self) -> None:
        line = "".join(self._words)
        self._words.clear()
        line = line.rstrip(" ") if self._pre else _squeezed(line)
        if line:
            self._lines.append(line)


def _squeezed(line: str) -> str:
    cells = [_BLANKS.sub(" ", cell).strip(" ") for cell in line.split("\t")]
    return "\t".join(cells).strip("\t ")
