"""Fenced front matter at the head of a text: `---` with `key: value`, or `+++` with TOML.

A small strict reading of ours: what is not plainly front matter is left to be article.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime

from usjp_reader.domain.articles import Container, FieldValue, Metadata

_FIELDS = {
    "title": "title",
    "headline": "title",
    "author": "author",
    "authors": "author",
    "by": "author",
    "byline": "author",
    "publisher": "publisher",
    "newspaper": "container-title",
    "publication": "container-title",
    "journal": "container-title",
    "container-title": "container-title",
    "site": "container-title",
    "website": "container-title",
    "sitename": "container-title",
    "source": "source",
    "database": "source",
    "url": "URL",
    "link": "URL",
    "canonical": "URL",
    "language": "language",
    "lang": "language",
    "edition": "edition",
    "section": "section",
    "page": "page",
    "pages": "page",
    "accessed": "accessed",
    "archive": "archive",
    "collection": "collection-title",
    "number": "number",
    "call-number": "call-number",
    "genre": "genre",
}
_DATES = ("date", "published", "pubdate", "publish-date", "published-at", "date-published")
_LONGEST = 200
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*)|)$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(\S.*)$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Front matter that was read.

    Attributes:
        lines: How many lines it takes at the head of the text, fences included.
        container: What it states.
    """

    lines: int
    container: Container


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of a source text, or None when it has none that is well formed."""
    fence = text[:3]
    if fence not in ("---", "+++"):
        return None
    head = text.split("\n", _LONGEST)[:_LONGEST]
    if head[0].rstrip() != fence:
        return None
    ends = ("---", "...") if fence == "---" else ("+++",)
    end = next((at for at, line in enumerate(head[1:], 1) if line.rstrip() in ends), None)
    if end is None:
        return None
    values = _pairs(head[1:end]) if fence == "---" else _toml(head[1:end])
    return FrontMatter(end + 1, _container(values)) if values else None


def _pairs(lines: list[str]) -> dict[str, list[str]] | None:
    """`key: value` lines, lists in brackets or with dashes; None when a line is anything else."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        item, pair = _ITEM.match(line), _PAIR.match(line)
        if item and key:
            values[key].append(_unquoted(item.group(1)))
        elif pair:
            key = _key(pair.group(1))
            values[key] = _values(pair.group(2) or "")
        elif line[0] in " \t" and key:  # a nested or folded value: not for us, but well formed
            continue
        else:
            return None
    return values


def _values(written: str) -> list[str]:
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return [_unquoted(part) for part in written[1:-1].split(",") if part.strip()]
    return [_unquoted(written)] if written else []


def _unquoted(written: str) -> str:
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1]
    return written


def _toml(lines: list[str]) -> dict[str, list[str]] | None:
    try:
        table = tomllib.loads("\n".join(lines))
    except ValueError:
        return None
    values: dict[str, list[str]] = {}
    for key, value in table.items():
        parts = value if isinstance(value, list) else [value]
        values[_key(key)] = [
            part.isoformat() if isinstance(part, date | datetime) else str(part)
            for part in parts
            if isinstance(part, str | int | float | date)
        ]
    return values


def _key(written: str) -> str:
    return written.strip().lower().replace("_", "-").replace(" ", "-")


def _container(values: dict[str, list[str]]) -> Container:
    metadata = Metadata()
    for key, name in _FIELDS.items():
        if values.get(key) and metadata.get(name) is None:
            metadata = metadata.updated(name, FieldValue("; ".join(values[key])))
    published = next((values[key][0] for key in _DATES if values.get(key)), None)
    return Container(metadata, published)
