"""The words of a Word document's XML (ECMA-376, WordprocessingML), part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PASSED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}instrText"})
"""What was struck out, moved away, or is there a second time for older programs."""
_BREAKS = frozenset({f"{_W}br", f"{_W}cr"})


def paragraphs(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml's elements
    """The lines of a body: paragraphs with a blank one between, rows of tables with tabs."""
    for child in root:
        if child.tag == f"{_W}p":
            yield text_of(child)
            yield ""
        elif child.tag == f"{_W}tbl":
            yield from _rows(child)
            yield ""
        elif child.tag == f"{_W}sdt":
            for content in child.iter(f"{_W}sdtContent"):
                yield from paragraphs(content)
                break


def notes(root: Any) -> Iterator[str]:  # noqa: ANN401
    """Footnotes or endnotes, one a line; separators are none."""
    for note in root:
        if note.get(f"{_W}type") is None:
            text = " ".join(text_of(paragraph) for paragraph in note.iter(f"{_W}p")).strip()
            if text:
                yield f"[{note.get(f'{_W}id')}] {text}"


def text_of(paragraph: Any) -> str:  # noqa: ANN401
    """The words of a paragraph as they would be printed with all changes accepted."""
    words: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag in _PASSED:
            continue
        words.append(_own(element))
        stack.extend(reversed(element))
    return "".join(words)


def _own(element: Any) -> str:  # noqa: ANN401
    tag = element.tag
    if tag == f"{_W}t":
        return element.text or ""
    if tag == f"{_W}tab":
        return "\t" if element.getparent().tag == f"{_W}r" else ""
    if tag in _BREAKS:
        return "\f" if element.get(f"{_W}type") == "page" else "\n"
    if tag == f"{_W}noBreakHyphen":
        return "-"
    if tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
        return f"[{element.get(f'{_W}id')}]"
    return ""


def _rows(table: Any) -> Iterator[str]:  # noqa: ANN401
    for row in table.iter(f"{_W}tr"):
        cells = [
            " ".join(text_of(paragraph).strip() for paragraph in cell.iter(f"{_W}p")).strip()
            for cell in row.iter(f"{_W}tc")
        ]
        yield "\t".join(cells)
