"""What the reader pane shows of one article: the whole text as runs, and what is folded away."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from usjp_reader.domain.entities import with_described
from usjp_reader.domain.spans import Span, merged
from usjp_reader.reading.overlay import Layers, Run, overlay

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pygments.token import _TokenType

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.entities import EntityType, Mention
    from usjp_reader.domain.passages import Passage
    from usjp_reader.domain.texts import Line, PageLabel, Readings


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines of page furniture that follow each other, empty lines between them aside.

    Attributes:
        span: From the start of the first line to the end of the last.
        lines: How many lines are hidden, empty ones not counted.
        rules: Ids of the rules that caught them, each once, in order.
    """

    span: Span
    lines: int
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReaderDocument:
    """An article ready to be painted; positions are code points of `text`.

    Attributes:
        runs: Cover `text` exactly once, in order; mentions of hidden types are not in them.
        mentions: All mentions, hidden types included.
        passages: Those whose place in this text is known, by position.
        hits: Sorted and disjoint.
        lines: The lines that are not empty, with the rule that labelled each.
        readings: Misread words and what they really say, in order.
        pages: Where printed pages begin, and what they are called.
    """

    text: str
    runs: tuple[Run, ...]
    folds: tuple[Fold, ...]
    mentions: tuple[Mention, ...]
    passages: tuple[Passage, ...]
    hits: tuple[Span, ...]
    lines: tuple[Line, ...] = ()
    readings: Readings = ()
    pages: tuple[PageLabel, ...] = ()

    def tokens(self) -> Iterator[tuple[int, _TokenType, str]]:
        """The runs as Pygments sees them: position, type, text."""
        for run in self.runs:
            yield run.span.start, run.token, run.span.of(self.text)


def compose(
    article: Article,
    passages: Sequence[Passage] = (),
    hits: Sequence[Span] = (),
    hidden: frozenset[EntityType] = frozenset(),
    described: Sequence[Mention] = (),
) -> ReaderDocument:
    """Lay everything known of an article over its text.

    Args:
        article: The article, with its lines and mentions.
        passages: Passages of the article; those anchored in another text version are left out.
        hits: Search hits in the text.
        hidden: Types of mentions that the reader switched off.
        described: Descriptions that mean somebody, where these are to be shown as well.
    """
    text = article.version.text
    placed = _placed(passages, article.version.sha)
    found = merged(hits)
    mentions = with_described(article.mentions, described)
    shown = [mention for mention in mentions if mention.type not in hidden]
    runs = overlay(len(text), Layers(article.lines, shown, placed, found))
    folds = tuple(_folds(article.lines))
    return ReaderDocument(
        text,
        runs,
        folds,
        mentions,
        placed,
        found,
        article.lines,
        article.readings,
        article.version.pages,
    )


def _placed(passages: Sequence[Passage], sha: str) -> tuple[Passage, ...]:
    here = (passage for passage in passages if passage.anchor.text_sha == sha)
    return tuple(sorted(here, key=lambda passage: (passage.anchor.span, passage.id)))


def _folds(lines: Sequence[Line]) -> Iterator[Fold]:
    for is_content, group in groupby(lines, key=lambda line: line.is_content):
        if not is_content:
            hidden = list(group)
            rules = tuple(dict.fromkeys(line.rule for line in hidden))
            yield Fold(Span(hidden[0].span.start, hidden[-1].span.end), len(hidden), rules)
