"""An article as it will be read in a moment, once the reader has said whom a name means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.overruling import overruled
from usjp_reader.domain.naming import NOBODY, Naming, Reach, WordsMean
from usjp_reader.knowledge.deriving import derived, name_key

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.spans import Span
    from usjp_reader.knowledge.base import KnowledgeBase

_SAID_HERE = "analysis.reader_said_here"


def named_now(
    article: Article, span: Span, entity: str, reach: Reach, knowledge: KnowledgeBase
) -> Article:
    """The article with its mentions as the reader wants them.

    Args:
        article: As it was read.
        span: The words that were pointed at.
        entity: Whom they mean: an id, `NOBODY` or `NO_NAME`.
        reach: How far that is said.
        knowledge: The tables, with the reader's own entities.
    """
    if reach is Reach.HERE:
        naming = Naming(links=((span, entity),))
    else:
        words = WordsMean(name_key(span.of(article.version.text)), entity, reach)
        naming = Naming(links=_said_here(article), words=(words,))
    read = derived(article.version.text, article.lines, article.readings)
    mentions = overruled(article.mentions, article.version.text, read, naming, knowledge)
    return replace(article, mentions=mentions)


def _said_here(article: Article) -> tuple[tuple[Span, str], ...]:
    """What was said of single places: it is stronger."""
    return tuple(
        (one.span, one.entity or NOBODY) for one in article.mentions if one.why.key == _SAID_HERE
    )
