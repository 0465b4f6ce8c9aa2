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
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 4_000
_LONGEST_VALUE = 300
"""Characters in the cell of a table that holds values rather than columns of the page."""


def paragraphs(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml's elements
    """The lines of a body: paragraphs with a blank one between, rows of tables with tabs."""
    stack: list[Any] = list(reversed(root))
    while stack:
        element = stack.pop()
        if element is None:  # the end of a table
            yield ""
        elif element.tag == f"{_W}p":
            yield text_of(element)
            yield ""
        elif element.tag == f"{_W}tr" and not _is_layout(element):
            yield "\t".join(" ".join(_cell(cell)) for cell in element.iter(f"{_W}tc"))
        elif element.tag not in _PASSED:
            stack += [None] if element.tag == f"{_W}tbl" else []
            stack.extend(reversed(element))


def notes(root: Any) -> Iterator[str]:  # noqa: ANN401
    """Footnotes or endnotes, one a line; separators are none."""
    for note in root:
        if note.get(f"{_W}type") is None:
            text = " ".join(text_of(paragraph) for paragraph in note.iter(f"{_W}p")).strip()
            if text:
                yield f"[{note.get(f'{_W}id')}] {text}"


def tell_apart(body: Any, footnotes: Any, endnotes: Any) -> None:  # noqa: ANN401
    """Give endnotes Roman numbers where footnotes have the same ones, as Word prints them.

    Both are numbered from 1, so that [1] in the text would point at two notes.

    Args:
        body: The body of the document; its references are changed.
        footnotes: The root of the footnotes.
        endnotes: The root of the endnotes, which are changed.
    """
    shared = _numbers(footnotes) & _numbers(endnotes)
    if not shared:
        return
    for element in (*body.iter(f"{_W}endnoteReference"), *endnotes.iter(f"{_W}endnote")):
        number = element.get(f"{_W}id") or ""
        if number.isdecimal() and 0 < int(number) < _MOST_ROMAN:
            element.set(f"{_W}id", roman(int(number)))


def roman(number: int) -> str:
    """A number from 1 in small Roman numerals."""
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _numbers(root: Any) -> set[str | None]:  # noqa: ANN401
    """The numbers of notes; separators are none."""
    return {note.get(f"{_W}id") for note in root if note.get(f"{_W}type") is None}


def text_of(paragraph: Any) -> str:  # noqa: ANN401
    """The words of a paragraph as they would be printed with all changes accepted."""
    words: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag in _PASSED:
            continue
        words.append("\n" if _is_boxed(element, paragraph) else _own(element))
        stack.extend(reversed(element))
    return "".join(words)


def _is_boxed(element: Any, paragraph: Any) -> bool:  # noqa: ANN401
    """Whether a paragraph lies in another one, as those of text boxes do."""
    return element.tag == f"{_W}p" and element is not paragraph


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


def _is_layout(row: Any) -> bool:  # noqa: ANN401
    """Whether a table only places things side by side: a cell holds a table, or a long text."""
    return any(
        next(cell.iter(f"{_W}tbl"), None) is not None or sum(map(len, _cell(cell))) > _LONGEST_VALUE
        for cell in row.iter(f"{_W}tc")
    )


def _cell(cell: Any) -> list[str]:  # noqa: ANN401
    words = (text_of(paragraph).strip() for paragraph in cell.iter(f"{_W}p"))
    return [one.replace("\n", " ") for one in words if one]
