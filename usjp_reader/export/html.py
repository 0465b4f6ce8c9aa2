"""Passages as one web page that loads nothing."""

from __future__ import annotations

import html
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from usjp_reader.config.messages import said
from usjp_reader.domain.messages import Message
from usjp_reader.domain.passages import Colour, PassageState
from usjp_reader.export.rows import Tally
from usjp_reader.reading.formatting import CONTENT_POLICY
from usjp_reader.reading.styles import LightStyle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.export.rows import ExportRow


def write(rows: Iterable[ExportRow], out: TextIO) -> Tally:
    """Write the page; rows of one article that follow each other share a heading."""
    tally = Tally()
    title = html.escape(said(Message("export.page_title")))
    out.write(
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_POLICY}">\n'
        f"<title>{title}</title>\n<style>\n{_css()}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    )
    for _, group in groupby(tally.counting(rows), key=lambda row: row.article.uid):
        first, *others = group
        heading = first.article.metadata.title or said(Message("export.untitled"))
        out.write(f"<h2>{html.escape(heading)}</h2>\n")
        for row in (first, *others):
            out.write(_passage(row))
    out.write(f"<hr>\n<p>{html.escape(said(tally.message))}</p>\n</body>\n</html>\n")
    return tally


def _passage(row: ExportRow) -> str:
    passage = row.passage
    parts = [
        f'<blockquote id="{html.escape(passage.id)}" class="{passage.colour}">'
        f"<p>{html.escape(row.quoted)}</p>\n"
        f"<footer>— <cite>{html.escape(row.citation.text)}</cite></footer></blockquote>"
    ]
    if passage.state is not PassageState.ANCHORED:
        state = said(Message(f"export.state_{passage.state}"))
        parts.append(f'<p class="state">{html.escape(state)}</p>')
    if passage.note:
        parts.append(f'<p class="note">{html.escape(passage.note)}</p>')
    if passage.tags:
        tags = " ".join(f"#{html.escape(tag)}" for tag in passage.tags)
        parts.append(f'<p class="tags">{tags}</p>')
    return "\n".join(parts) + "\n"


def _css() -> str:
    palette = LightStyle.palette
    rules = [
        f"body {{ background: {palette.paper}; color: {palette.ink}; max-width: 42em; "
        "margin: 2em auto; line-height: 1.5; font-family: serif; }",
        "blockquote p, .note { white-space: pre-wrap; }",
        "blockquote { padding: .5em 1em; margin: 1em 0; }",
        f"footer, .state, .tags {{ color: {palette.muted}; }}",
    ]
    rules += [f".{colour} {{ background: {palette.passages[colour]}; }}" for colour in Colour]
    return "\n".join(rules)
