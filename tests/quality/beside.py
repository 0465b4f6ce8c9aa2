"""What spaCy finds in the English annotated articles: by itself, and beside the tables and rules.

Its labels are those of OntoNotes 5, as ours are. But there a span holds an article ("the United
Nations") and a possessive, which ours do not; so it is counted as it says it, and cut to our rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.quality.figures import Answers, Matches
from tests.quality.links import UNKNOWN, analysed, ids_of, marked
from tests.quality.score import count
from usjp_reader.analysis.entities import second_recogniser
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge import base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.quality.links import Marked
    from usjp_reader.analysis.entities.found import Found
    from usjp_reader.domain.articles import Analysed
    from usjp_reader.domain.entities import Mention
    from usjp_reader.knowledge.base import KnowledgeBase


@dataclass
class Beside:
    """Mentions of the English articles of one half, exact span and type.

    Attributes:
        as_said: By spaCy alone, as it says them.
        cut: By spaCy alone, cut to the words that are the name by our rules.
        alone: By the tables and rules alone.
        both: By the tables and rules, and by spaCy where these found nothing.
        added: Of what spaCy added, what was right.
        links: Of what it added and linked, what was linked right.
    """

    articles: int = 0
    as_said: Matches = field(default_factory=Matches)
    cut: Matches = field(default_factory=Matches)
    alone: Matches = field(default_factory=Matches)
    both: Matches = field(default_factory=Matches)
    added: Answers = field(default_factory=Answers)
    links: Answers = field(default_factory=Answers)


def scored(half: Path) -> Beside:
    """Compare what is found in the English articles of a half with their answers."""
    scores, knowledge = Beside(), base.load()
    for path in sorted((half / "articles").glob("*.txt")):
        article = marked(path)
        alone = analysed(article.text, article.published, knowledge)
        if alone.metadata.get("language") != "ja":
            _compare(article, alone, knowledge, scores)
    return scores


def _compare(article: Marked, alone: Analysed, knowledge: KnowledgeBase, scores: Beside) -> None:
    both = analysed(article.text, article.published, knowledge, second_recogniser=True).mentions
    wanted = {(span, kind): canonical for span, kind, canonical in article.names}
    scores.articles += 1
    for matches, given in (
        (scores.as_said, _found(alone, second_recogniser.as_said)),
        (scores.cut, _found(alone, second_recogniser.found)),
        (scores.alone, _keys(alone.mentions)),
        (scores.both, _keys(both)),
    ):
        count(matches, article.name, given, set(wanted), str)
    for mention in both:
        if second_recogniser.found_by(mention):
            canonical = wanted.get((mention.span, mention.type.value))
            what = f"{article.name}: {mention.text} {mention.type} at {mention.span.start}"
            scores.added.add(what, right=canonical is not None)
            if mention.entity and canonical:
                is_right = canonical != UNKNOWN and mention.entity in ids_of(canonical, knowledge)
                scores.links.add(f"{what}: {mention.entity}, not {canonical}", right=is_right)


def _found(article: Analysed, find: Callable[[str], Iterable[Found]]) -> set[tuple[Span, str]]:
    read = article.derived
    return {(read.to_source(Span(one.start, one.end)), one.type.value) for one in find(read.text)}


def _keys(mentions: Iterable[Mention]) -> set[tuple[Span, str]]:
    return {(one.span, one.type.value) for one in mentions}
