"""The words of a passage as they go into somebody's own text."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.knowledge.wrapping import Join, joins

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.spans import Span
    from usjp_reader.domain.texts import Line

SIC = "[sic]"
LEFT_OUT = "[…]"
"""Stands for page furniture inside a passage."""


class Wording(StrEnum):
    """How words are quoted that were misread and corrected."""

    PRINTED = "printed"
    """As they stand in the text."""
    READ = "read"
    """As they are to be read."""
    SIC = "sic"
    """As they stand in the text, marked with [sic]."""


def as_quoted(article: Article, span: Span, wording: Wording = Wording.PRINTED) -> str:
    """The words in `span`, character by character as printed but for corrected ones.

    Line breaks that are only wraps are undone; lines of page furniture between words of the article
    become `[…]`. A passage that is nothing but furniture is quoted as it is.

    Raises:
        ValueError: The span reaches beyond the text.
    """
    text = article.version.text
    if span.end > len(text):
        raise ValueError(f"beyond the text: {span}")
    touched = [line for line in article.lines if line.span.overlaps(span)]
    if "\n" not in span.of(text) or not any(line.is_content for line in touched):
        return _worded(article, span, wording)
    return _stitched(article, span, [line for line in touched if line.is_content], wording)


def _stitched(article: Article, span: Span, content: list[Line], wording: Wording) -> str:
    """The content lines of a passage, each joined to the next as it should be read."""
    text, wraps = article.version.text, _joins(article)
    quoted = _words(article, content[0], span, wording)
    for before, line in pairwise(content):
        words = _words(article, line, span, wording)
        join = wraps.get(before.number, Join.BREAK)
        if any(before.number < other.number < line.number for other in article.lines):
            quoted = f"{quoted}\n{LEFT_OUT}\n{words}"
        elif join is Join.BREAK:
            quoted += text[before.span.end : line.span.start] + words
        else:
            quoted = _unwrapped(quoted, join) + words.lstrip()
    return quoted


def _words(article: Article, line: Line, span: Span, wording: Wording) -> str:
    part = line.span.clipped(span)
    return _worded(article, part, wording) if part else ""


def _worded(article: Article, part: Span, wording: Wording) -> str:
    """A stretch of one line; words that were corrected as it is asked, if all of them is in it."""
    text = article.version.text
    inside = [(span, read) for span, read in article.readings if part.contains(span)]
    if wording is Wording.PRINTED or not inside:
        return part.of(text)
    words, at = "", part.start
    for span, read in inside:
        new = read if wording is Wording.READ else f"{span.of(text)} {SIC}"
        words += text[at : span.start] + new
        at = span.end
    return words + text[at : part.end]


def _unwrapped(quoted: str, join: Join) -> str:
    """What stands before a wrap, with what the wrap stood for."""
    quoted = quoted.rstrip()
    return quoted[:-1] if join is Join.DEHYPHENATED else quoted + join.value


def _joins(article: Article) -> dict[int, Join]:
    """What joins each content line, by number, to the next."""
    content = [line for line in article.lines if line.is_content]
    found = joins(article.version.text, content)
    return {line.number: join for line, join in zip(content, found, strict=False)}
