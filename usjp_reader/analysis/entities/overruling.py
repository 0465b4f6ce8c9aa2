"""What the reader said of names, laid over the mentions that were found."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.matcher import is_whole
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message
from usjp_reader.domain.naming import NO_NAME, NOBODY, Reach
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.deriving import name_key
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from usjp_reader.domain.naming import Naming
    from usjp_reader.domain.texts import DerivedText
    from usjp_reader.knowledge.base import KnowledgeBase

_NOT_KNOWN = frozenset({NOBODY, NO_NAME})


def overruled(
    mentions: Sequence[Mention],
    text: str,
    read: DerivedText,
    naming: Naming,
    knowledge: KnowledgeBase,
) -> tuple[Mention, ...]:
    """The mentions of an article by the reader's word, in order and without overlaps.

    A name of the reader's that lies within a longer mention is part of it and is left to it.

    Args:
        mentions: What was found.
        text: The source text.
        read: What is derived from it.
        naming: What the reader said of this text.
        knowledge: The tables.
    """
    if not naming:
        return tuple(mentions)
    types = _Types(naming, knowledge)
    links = [_link(span, entity, mentions, text, types) for span, entity in naming.links]
    told = _Spans(span for span, _ in naming.links)
    rest = [one for one in mentions if not told.meets(one.span)]
    found = [one for one in _of_words(rest, text, read, naming, types) if not told.meets(one.span)]
    merged, hidden = dict(naming.merged), frozenset(naming.hidden)
    current = (_current(one, merged) for one in [*filter(None, links), *found])
    return tuple(
        sorted((one for one in current if one.entity not in hidden), key=lambda one: one.span)
    )


class _Types:
    """The types of entities, the reader's own among them."""

    def __init__(self, naming: Naming, knowledge: KnowledgeBase) -> None:
        self._own = dict(naming.types)
        self._knowledge = knowledge

    def of(self, entity: str) -> EntityType | None:
        """The type of an entity; None for one that is gone."""
        if entity in self._own:
            return self._own[entity]
        known = self._knowledge.entity(entity)
        return known.type if known else None


class _Spans:
    """Spans by their place: a long text has thousands, and each is asked of the others."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._ends = list(accumulate((span.end for span in self._spans), max))

    def meets(self, span: Span) -> bool:
        """Whether one of them overlaps `span`."""
        return next(self._overlapping(span), None) is not None

    def holds_within_longer(self, span: Span) -> bool:
        """Whether one of them holds `span` and more."""
        return any(one != span and one.contains(span) for one in self._overlapping(span))

    def _overlapping(self, span: Span) -> Iterator[Span]:
        for at in range(bisect_left(self._starts, span.end) - 1, -1, -1):
            if self._ends[at] <= span.start:
                return
            if self._spans[at].overlaps(span):
                yield self._spans[at]


def _link(
    span: Span, entity: str, mentions: Sequence[Mention], text: str, types: _Types
) -> Mention | None:
    """What the reader said of one place; None where no name is."""
    if entity == NO_NAME:
        return None
    before = next((one.type for one in mentions if one.span.overlaps(span)), EntityType.PERSON)
    kind = before if entity == NOBODY else types.of(entity)
    if kind is None:
        return None
    return Mention(span, span.of(text), kind, entity or None, _said(Reach.HERE))


def _of_words(
    mentions: Sequence[Mention], text: str, read: DerivedText, naming: Naming, types: _Types
) -> Iterator[Mention]:
    """Mentions with what the reader said of their words, and further ones that the words are."""
    if not naming.words:
        yield from mentions
        return
    said = {one.key: one for one in reversed(naming.words)}
    meant = {key: one for key, one in said.items() if one.entity not in _NOT_KNOWN}
    own = [
        Mention(span, span.of(text), kind, meant[key].entity, _said(meant[key].reach))
        for key, span in _standing(meant, read)
        if (kind := types.of(meant[key].entity))
    ]
    present = _Spans(one.span for one in mentions)
    kept = [one for one in own if not present.holds_within_longer(one.span)]
    spans = _Spans(one.span for one in kept)
    yield from kept
    for mention in mentions:
        if spans.meets(mention.span):
            continue
        word = said.get(name_key(mention.text))
        if word is None or word.entity not in _NOT_KNOWN:
            yield mention
        elif word.entity == NOBODY:
            yield replace(
                mention, entity=None, stands_for=None, doubtful=False, why=_said(word.reach)
            )


def _standing(keys: Iterable[str], read: DerivedText) -> Iterator[tuple[str, Span]]:
    """Where words stand in the derived text, as spans of the source; the longest of several."""
    wanted = sorted(keys, key=lambda key: (-len(key), key))
    if not wanted:
        return
    pattern = "|".join(r"\s+".join(map(re.escape, key.split(" "))) for key in wanted)
    for match in re.finditer(pattern, folded(read.text)):
        if is_whole(read.text, *match.span()):
            yield " ".join(match[0].split()), read.to_source(Span(*match.span()))


def _current(mention: Mention, merged: dict[str, str]) -> Mention:
    if mention.entity is None or mention.entity not in merged:
        return mention
    return replace(mention, entity=merged[mention.entity])


def _said(reach: Reach) -> Message:
    return Message(f"analysis.reader_said_{reach.value}")
