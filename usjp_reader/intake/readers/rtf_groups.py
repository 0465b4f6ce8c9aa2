"""Groups of rich text that striprtf passes over or should not read: notes, struck-out words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACES = re.compile(r"\\[\\{}]|[{}]")
_HEAD = re.compile(r"\{(?:\\[a-z]{1,32}-?\d{0,9}\s?){1,40}")
_UNSEEN = re.compile(r"\\(?:deleted|v)(?![a-z0-9])")
_CELL = re.compile(r"\\(?:nest)?cell(?![a-z])")
_NOTE = re.compile(r"\\footnote(?![a-z])")


def rearranged(markup: str) -> str:
    """Rich text without hidden and struck-out words, its notes at the end, tabs between cells."""
    markup = _CELL.sub(r"\\tab", markup)
    if not _UNSEEN.search(markup) and not _NOTE.search(markup):
        return markup
    out: list[str] = []
    notes: list[str] = []
    start = 0
    for begin, end, is_note in _groups(markup):
        out.append(markup[start:begin])
        if is_note:
            notes.append(markup[begin:end])
            out.append(f"[{len(notes)}]")
        start = end
    body = "".join((*out, markup[start:])).rstrip("\0\r\n ").removesuffix("}")
    tail = (f"\\par\n[{n}] {_NOTE.sub('', note)}" for n, note in enumerate(notes, 1))
    return f"{body}{''.join(tail)}}}"


def _groups(markup: str) -> Iterator[tuple[int, int, bool]]:
    """The outermost groups that are notes or not to be seen: begin, end, whether it is a note."""
    depth, inside, begin, is_note = 0, 0, 0, False
    for found in _BRACES.finditer(markup):
        brace = found.group()
        if brace == "{":
            depth += 1
            head = _HEAD.match(markup, found.start()) if not inside else None
            if head and (_NOTE.search(head[0]) or _UNSEEN.search(head[0])):
                inside, begin, is_note = depth, found.start(), bool(_NOTE.search(head[0]))
        elif brace == "}":
            if inside == depth:
                yield begin, found.end(), is_note
                inside = 0
            depth = max(0, depth - 1)
