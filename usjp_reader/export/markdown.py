"""Passages as Markdown: a heading an article, its citation, and a quotation a passage."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from usjp_reader.config.messages import said
from usjp_reader.domain.messages import Message
from usjp_reader.domain.passages import PassageState
from usjp_reader.export.rows import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.export.rows import ExportRow

_MARKS = re.compile(
    r"[\\`*_{}\[\]<>#|~$&^]"  # mean something anywhere
    r"|^[ \t]*[-+=:]"  # at the start of a line: lists, rules, underlined headings
    r"|^[ \t]*\d{1,9}[.)]"
    r"|:(?=[a-z0-9_+-]+:)",  # :names: of emoji
    re.MULTILINE,
)
_INDENT = re.compile(r"^[ \t\u00a0]+", re.MULTILINE)


def write(rows: Iterable[ExportRow], out: TextIO) -> Tally:
    """Write the passages; rows of one article that follow each other share a heading."""
    tally = Tally()
    for _, group in groupby(tally.counting(rows), key=lambda row: row.article.uid):
        first, *others = group
        title = first.article.metadata.title or said(Message("export.untitled"))
        out.write(f"## {_line(title)}\n\n")
        for row in (first, *others):
            out.write(_passage(row))
    out.write(f"---\n\n{_line(said(tally.message))}\n")
    return tally


def escaped(text: str) -> str:
    """Text that CommonMark and GitHub show as it is; everything that would mean more is escaped."""
    return _MARKS.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"{match.group()[:-1]}\\{match.group()[-1]}"


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _passage(row: ExportRow) -> str:
    parts = [_quotation(row.quoted), f"> — {_line(row.citation.text)}"]
    text = "\n>\n".join(parts) + "\n\n"
    if row.passage.state is not PassageState.ANCHORED:
        text += f"*{_line(said(Message(f'export.state_{row.passage.state}')))}*\n\n"
    if row.passage.note:
        text += f"{_paragraphs(row.passage.note)}\n\n"
    if row.passage.tags:
        text += " ".join(f"\\#{_line(tag)}" for tag in row.passage.tags) + "\n\n"
    return text


def _quotation(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in _paragraphs(text).split("\n"))


def _paragraphs(text: str) -> str:
    """Escaped text in which each line break stays one: a backslash ends a line that goes on."""
    escaped_text = _INDENT.sub(_kept_blanks, escaped(text))
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", "\\\\\n", escaped_text)


def _kept_blanks(match: re.Match[str]) -> str:
    """Blanks at the start of a line would make code of it, or be dropped."""
    return "&nbsp;" * len(match.group().expandtabs(4))
