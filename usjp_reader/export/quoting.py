"""The words of a passage as they go into somebody's own text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.knowledge.wrapping import Join, joins

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.spans import Span
    from usjp_reader.domain.texts import Line

LEFT_OUT = "[…]"
"""Stands for page furniture inside a passage."""


def as_quoted(article: Article, span: Span) -> str:
    """The words in `span`, character by character as printed.

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
        return span.of(text)
    return _stitched(article, span, [line for line in touched if line.is_content])


def _stitched(article: Article, span: Span, content: list[Line]) -> str:
    """The content lines of a passage, each joined to the next as it should be read."""
    text, wraps = article.version.text, _joins(article)
    quoted = _words(text, content[0], span)
    for before, line in pairwise(content):
        words = _words(text, line, span)
        join = wraps.get(before.number, Join.BREAK)
        if any(before.number < other.number < line.number for other in article.lines):
            quoted = f"{quoted}\n{LEFT_OUT}\n{words}"
        elif join is Join.BREAK:
            quoted += text[before.span.end : line.span.start] + words
        else:
            quoted = _unwrapped(quoted, join) + words.lstrip()
    return quoted


def _words(text: str, line: Line, span: Span) -> str:
    part = line.span.clipped(span)
    return part.of(text) if part else ""


def _unwrapped(quoted: str, join: Join) -> str:
    """What stands before a wrap, with what the wrap stood for."""
    quoted = quoted.rstrip()
    return quoted[:-1] if join is Join.DEHYPHENATED else quoted + join.value


def _joins(article: Article) -> dict[int, Join]:
    """What joins each content line, by number, to the next."""
    content = [line for line in article.lines if line.is_content]
    found = joins(article.version.text, content)
    return {line.number: join for line, join in zip(content, found, strict=False)}
