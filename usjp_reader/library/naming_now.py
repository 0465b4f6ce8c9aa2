"""An article as it will be read in a moment, once the reader has said whom a name means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.overruling import overruled
from usjp_reader.domain.naming import Naming, Reach, WordsMean
from usjp_reader.knowledge.deriving import derived, name_key

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.spans import Span
    from usjp_reader.knowledge.base import KnowledgeBase


def named_now(
    article: Article,
    span: Span,
    entity: str,
    reach: Reach,
    places: tuple[tuple[Span, str], ...],
    knowledge: KnowledgeBase,
) -> Article:
    """The article with its mentions as the reader wants them.

    Args:
        article: As it was read.
        span: The words that were pointed at.
        entity: Whom they mean: an id, `NOBODY` or `NO_NAME`.
        reach: How far that is said.
        places: What was said of single places of the article: it is stronger.
        knowledge: The tables, with the reader's own entities.
    """
    if reach is Reach.HERE:
        naming = Naming(links=((span, entity),))
    else:
        words = WordsMean(name_key(span.of(article.version.text)), entity, reach)
        links = tuple((place, knowledge.resolve(meant)) for place, meant in places)
        naming = Naming(links=links, words=(words,))
    read = derived(article.version.text, article.lines, article.readings)
    mentions = overruled(article.mentions, article.version.text, read, naming, knowledge)
    return replace(article, mentions=mentions)
