"""The visible text of an HTML tree, block by block: all of it, whatever it is.

What is furniture in it is for cleaning to say. The tree is walked without recursion, for pages may
be nested deeper than Python calls.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from usjp_reader.intake.html_tree import elements

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_BREAKS = 2
_LONGEST_VALUE = 300
"""Line breaks, and characters, in the cell of a table that holds values rather than columns."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")


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
    if element.tag in elements()["hidden"] or element.get("hidden") is not None:
        return True
    return bool(_UNSEEN.search(element.get("style") or ""))


def _is_layout(row: Any) -> bool:  # noqa: ANN401
    """Whether a table only places things side by side: one cell holds lines or a long text."""
    return any(_is_column(cell) for cell in row if cell.tag in elements()["cells"])


def _is_column(cell: Any) -> bool:  # noqa: ANN401
    known = elements()
    blocks, breaks, length = 0, 0, len(cell.text or "")
    for inner in cell.iterdescendants():
        if inner.tag in known["columns"]:
            return True
        length += len(inner.text or "") + len(inner.tail or "")
        breaks += inner.tag == "br"
        blocks += inner.tag in known["paragraphs"] and not len(inner)
        if blocks > 1 or breaks > _MOST_BREAKS or length > _LONGEST_VALUE:
            return True
    return False


class _Writer:
    """Collects words into lines, and lines into paragraphs."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[str] = []
        self._pre = 0
        self._row: Any = None  # the row of a table of values that is being written

    def open(self, element: Any) -> None:  # noqa: ANN401
        """An element begins."""
        tag = element.tag
        self._break(tag)
        if tag == "tr" and self._row is None and not _is_layout(element):
            self._row = element
        elif tag in elements()["cells"]:
            self._begin_cell()
        elif tag == "rt":
            self._words.append("《")
        self._pre += tag == "pre"
        self._add(element.text)

    def close(self, element: Any) -> None:  # noqa: ANN401
        """An element ends; what follows it belongs to the one around it."""
        tag = element.tag
        if tag == "rt":
            self._words.append("》")
        if element is self._row:
            self._row = None
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

    def _begin_cell(self) -> None:
        """Cells of a table of values stand beside one another; a page in columns is read down."""
        if self._row is None:
            self._end_line()
            self._lines.append("")
        elif any(word.strip() for word in self._words):
            self._words.append("\t")

    def _break(self, tag: str) -> None:
        known = elements()
        is_paragraph = tag in known["paragraphs"]
        if not is_paragraph and tag not in known["lines"]:
            return
        if self._row is not None:
            self._words.append(" ")
            return
        self._end_line()
        if is_paragraph:
            self._lines.append("")

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
