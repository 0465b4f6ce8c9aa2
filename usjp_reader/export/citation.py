"""Citations as plain notes, worded by the templates in `resources/citations/`.

Names and titles stay as printed. A date that is only inferred says so.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.citing import unconfirmed
from usjp_reader.domain.dates import Edtf, Precision, Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from usjp_reader.domain.articles import Article, Metadata
    from usjp_reader.domain.dates import Dated
    from usjp_reader.domain.spans import Span

_JAPANESE = re.compile(r"[\u3040-\u30ff]")
_PAGES = re.compile(r"\d\s*[-–,]\s*\d")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation ready to be printed.

    Attributes:
        text: One line, without markup.
        unconfirmed: Names of what it prints that neither the source nor the reader states.
    """

    text: str
    unconfirmed: tuple[str, ...] = ()

    @property
    def is_unconfirmed(self) -> bool:
        """Whether it rests on anything that is only inferred."""
        return bool(self.unconfirmed)


def cite(article: Article, span: Span | None = None) -> Citation:
    """The citation of an article, or of the page or pages that `span` of it stands on."""
    page = page_of(article, span) if span else None
    return citation(article.metadata, article.published, page)


def citation(metadata: Metadata, published: Dated, page: str | None = None) -> Citation:
    """The citation of what `metadata` describes; `page` replaces the page of the whole."""
    style = _style(_language(metadata))
    parts = list(_parts(style, metadata, published, page))
    text = _joined(style, parts)
    if metadata.is_specimen:
        text = f"{text} {style['words']['specimen']}."
    return Citation(text, unconfirmed(metadata, published))


def dated(published: Dated, language: str = "en") -> str:
    """A date in words: `24 February 2009`, `[24 February 2009, inferred]`, `n.d.`."""
    return _dated(_style(language)["dates"], published)


def page_of(article: Article, span: Span) -> str | None:
    """The label of the page, or "4–5", that `span` stands on; None where pages are unknown."""
    first = article.version.page_at(span.start)
    last = article.version.page_at(max(span.start, span.end - 1))
    if first is None or last is None:
        return first or last
    return first if first == last else f"{first}–{last}"


@cache
def _style(language: str) -> dict[str, Any]:
    return read_toml(resource("citations", f"{language}.toml"))


def _language(metadata: Metadata) -> str:
    """The language to cite in: that of the article, for which there is a template."""
    stated = metadata.get("language")
    if stated:
        return "ja" if stated.lower().startswith("ja") else "en"
    return "ja" if _JAPANESE.search(metadata.title or "") else "en"


def _parts(
    style: dict[str, Any], metadata: Metadata, published: Dated, page: str | None
) -> Iterator[str]:
    """The parts that are known, in the order of the template."""
    values = {name: field.value for name, field in metadata.fields}
    values["container-title"] = metadata.publisher or ""
    values["author"] = _names(style, metadata.authors)
    values["date"] = _dated(style["dates"], published)
    pages = page or values.get("page", "")
    values["page"], values["pages"] = ("", pages) if _PAGES.search(pages) else (pages, "")
    values["accessed"] = _accessed(style, values.get("accessed", ""))
    for name, template in style["parts"].items():
        if values.get(name):
            yield template.format(_one_line(values[name]))


def _names(style: dict[str, Any], authors: tuple[str, ...]) -> str:
    if len(authors) < 3:
        return str(style["names"]["two"]).join(authors)
    first = str(style["names"]["many"]).join(authors[:-1])
    return str(style["names"]["last"]).join((first, authors[-1]))


def _dated(words: dict[str, Any], published: Dated) -> str:
    if published.value is None:
        return str(words["unknown"])
    text = _edtf(words, published.value)
    inferred = published.status is Status.INFERRED
    return str(words["inferred"].format(date=text)) if inferred else text


def _accessed(style: dict[str, Any], value: str) -> str:
    """The day of access in words where it is a date, else as it is."""
    try:
        return _edtf(style["dates"], Edtf.parse(value[:10])) if value else ""
    except ValueError:
        return value


def _edtf(words: dict[str, Any], value: Edtf) -> str:
    if value.precision is Precision.INTERVAL:
        low, _, high = value.value.partition("/")
        text = _interval(words, Edtf.parse(low), Edtf.parse(high))
    else:
        text = _in_words(words, value.days.earliest, value.precision)
    return str(words["approximate"].format(date=text)) if value.approximate else text


def _interval(words: dict[str, Any], low: Edtf, high: Edtf) -> str:
    """Both ends; the year is said once where it is one year and the days are known."""
    last = _in_words(words, high.days.latest, high.precision)
    first = _in_words(words, low.days.earliest, low.precision)
    year = words["year"].format(year=high.days.latest.year)
    if low.days.earliest.year == high.days.latest.year and low.precision is not Precision.YEAR:
        first = first.removeprefix(year) if last.startswith(year) else first
        first = first.removesuffix(f" {year}") if last.endswith(f" {year}") else first
        if last.startswith(year):  # the year stands first, so it is the second that goes without
            first, last = year + first, last.removeprefix(year)
    return str(words["interval"].format(first=first, last=last))


def _in_words(words: dict[str, Any], day: date, precision: Precision) -> str:
    month = words["months"][day.month - 1]
    return str(words[precision.value].format(year=day.year, month=month, day=day.day))


def _joined(style: dict[str, Any], parts: list[str]) -> str:
    """The parts in one line; English puts the comma inside the closing quotation mark."""
    text = parts[0]
    for part in parts[1:]:
        closing = text.endswith("”") and style["words"]["comma_inside_quotes"]
        bare = text.rstrip("”’\"'")
        if closing and bare and bare[-1] in "?!.,…":
            text += style["join_after_mark"] + part
        elif closing:
            text = f"{text[:-1]},” {part}"
        else:
            text += style["join"] + part
    if text.endswith("”") and style["words"]["comma_inside_quotes"]:
        return text if text[-2:-1] in "?!.…" else f"{text[:-1]}.”"
    return text if text.endswith(style["end"]) else text + style["end"]


def _one_line(value: str) -> str:
    """A value without line breaks and control characters, otherwise as printed."""
    shown = (char for char in value if unicodedata.category(char) != "Cc" or char.isspace())
    return " ".join("".join(shown).split())
