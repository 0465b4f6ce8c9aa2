"""An article for the terminal, for the browser and for other programs, through Pygments.

Passages and lists of articles are exported by `export/`, not here.
"""

from __future__ import annotations

import html
import io
import re
from itertools import groupby
from typing import TYPE_CHECKING

from pygments.formatters import HtmlFormatter, TerminalTrueColorFormatter
from pygments.token import STANDARD_TYPES, Token

from usjp_reader.domain.texts import LineKind
from usjp_reader.reading.styles import UNDERLINES, LightStyle, TerminalStyle
from usjp_reader.reading.tokens import entity_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pygments.style import Style
    from pygments.token import _TokenType

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.dates import Dated
    from usjp_reader.domain.entities import Mention
    from usjp_reader.reading.document import ReaderDocument

CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a page made of foreign text may load: its own colours and nothing else."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_ELEMENTS = {LineKind.TITLE: "h1", LineKind.SUBHEADING: "h2"}
_CSS_UNDERLINES = {"thick": "solid 3px", "dash-dot": "dashed 2px", "dash-dot-dot": "dotted 3px"}


def as_terminal(document: ReaderDocument, style: type[Style] = TerminalStyle) -> str:
    """The text with ANSI colours; control characters of the text are shown, never obeyed."""
    out = io.StringIO()
    tokens = ((token, _harmless(value)) for _, token, value in document.tokens())
    TerminalTrueColorFormatter(style=style).format(tokens, out)
    return out.getvalue()


def as_html(document: ReaderDocument, title: str, style: type[Style] = LightStyle) -> str:
    """A page that stands alone: headings and paragraphs by line, marks as spans with classes."""
    formatter = HtmlFormatter(nowrap=True, style=style)
    body = "\n".join(_lines(document, formatter))
    used = {run.token for run in document.runs}
    return (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_POLICY}">\n'
        f"<title>{html.escape(title)}</title>\n"
        f"<style>\n{_css(style, used)}\n</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def as_json(article: Article) -> dict[str, object]:
    """What the library knows of an article, ready for `json.dumps`; positions are code points."""
    return {
        "id": article.uid,
        "title": article.metadata.title,
        "publisher": article.metadata.publisher,
        "published": _dated(article.published),
        "metadata": {
            name: {"value": field.value, "status": field.status.value}
            for name, field in article.metadata.fields
        },
        "specimen": article.metadata.is_specimen,
        "words": article.words,
        "sources": [str(locator) for locator in article.locators],
        "text_sha": article.version.sha,
        "text": article.version.text,
        "lines": [
            {"number": line.number, "kind": line.kind.value, "rule": line.rule}
            for line in article.lines
        ],
        "entities": [_mention(mention) for mention in article.mentions],
    }


def _dated(published: Dated) -> dict[str, object]:
    return {
        "value": published.value.value if published.value else None,
        "precision": published.precision.value,
        "confidence": published.confidence,
        "status": published.status.value,
    }


def _mention(mention: Mention) -> dict[str, object]:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "type": mention.type.value,
        "id": mention.entity,
        "stands_for": mention.stands_for,
        "doubtful": mention.doubtful,
    }


def _lines(document: ReaderDocument, formatter: HtmlFormatter[str]) -> Iterator[str]:
    """One element for each line that is not empty; its runs are its content."""
    for kind, runs in groupby(document.runs, key=lambda run: run.kind):
        if kind is not None:
            out = io.StringIO()
            formatter.format(((run.token, run.span.of(document.text)) for run in runs), out)
            name = _ELEMENTS.get(kind, "p")
            yield f'<{name} class="{kind}">{out.getvalue().rstrip()}</{name}>'


def _css(style: type[Style], used: set[_TokenType]) -> str:
    """Rules for the page and for the types that stand on it."""
    ink = style.style_for_token(Token)["color"]
    page = f"body {{ background: {style.background_color}; color: #{ink}; }}"
    layout = "body { max-width: 42em; margin: 2em auto; line-height: 1.5; font-family: serif; }"
    return "\n".join([page, layout, *sorted(_rules(style, used))])


def _rules(style: type[Style], used: set[_TokenType]) -> Iterator[str]:
    for token in used:
        described = style.style_for_token(token)
        values = [f"color: #{described['color']}"] if described["color"] else []
        values += [f"background: #{described['bgcolor']}"] if described["bgcolor"] else []
        values += [f"outline: 1px solid #{described['border']}"] if described["border"] else []
        values += ["font-style: italic"] if described["italic"] else []
        values += _underline(token)
        if (name := STANDARD_TYPES.get(token)) and values:
            yield f".{name} {{ {'; '.join(values)}; }}"


def _underline(token: _TokenType) -> list[str]:
    of = entity_of(token)
    if of is None:
        return []
    line = UNDERLINES[of]
    return [f"text-decoration: underline {_CSS_UNDERLINES.get(line, line)}"]


def _harmless(text: str) -> str:
    """The text with its control characters, line breaks and tabs aside, made visible."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
