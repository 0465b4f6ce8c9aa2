"""Names that spaCy finds where the tables and rules found none. Only used where it is switched on.

It adds and never takes away: what it finds is doubtful, and says by which model it was found.
"""

from __future__ import annotations

import logging
import os
import re
import threading
from bisect import bisect_left
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from usjp_reader.analysis.entities.found import Found
from usjp_reader.analysis.entities.matcher import is_whole, matcher
from usjp_reader.analysis.entities.words import english
from usjp_reader.config.language_model import LanguageModel, language_model
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message
from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Name
    from usjp_reader.domain.texts import DerivedText
    from usjp_reader.knowledge.base import KnowledgeBase

log = logging.getLogger(__name__)

SECOND = "1"
"""Version of the rules here."""

MOST = 500_000
"""Code points: a longer text would take spaCy more than ten seconds, and is left to the tables."""

_AT_ONCE = 4_000
"""Code points that spaCy is given at once: it holds three kilobytes of memory for each."""
_NOT_NEEDED = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")
"""Parts of a model that do not help to find names."""
_TYPES = {kind.value: kind for kind in EntityType}
_BARE = frozenset({"surname", "given"})
_FOUND = "analysis.second_"
_BEFORE = re.compile(r"(?:[^\w\s]+|\s+|(?:[Tt]he|THE|[Aa]n?)\s+)+")
_AFTER = re.compile(r"(?:['’][sS]?|[^\w\s.)]+|\s+)+$")
_FIRST_WORD = re.compile(r"(\S+)\s+")
_LATIN_NAME = re.compile(r"(?=.*[A-Z])(?=(?:.*?[^\W\d_]){2})[^\n\u3005-\u9fff\uf900-\uffee]+")

_USING = threading.Lock()
"""spaCy's table of words is one for all threads, and is cleared after each article."""


class _Entity(Protocol):
    start_char: int
    end_char: int
    label_: str


class _Doc(Protocol):
    ents: Sequence[_Entity]


class _Pipeline(Protocol):
    def __call__(self, text: str) -> _Doc: ...

    def memory_zone(self) -> AbstractContextManager[object]: ...


def added(
    mentions: Sequence[Mention],
    text: str,
    read: DerivedText,
    days: Days | None,
    knowledge: KnowledgeBase,
) -> tuple[Mention, ...]:
    """The mentions of an English article with those that spaCy finds where there are none.

    Args:
        mentions: What was found, in order and without overlaps.
        text: The source text.
        read: What is derived from it.
        days: When the article was published, as closely as is known, or None.
        knowledge: The tables.

    Returns:
        All mentions in order, without overlaps; the same ones where no model can be used.
    """
    model = usable()
    if model is None:
        return tuple(mentions)
    starts = [one.span.start for one in mentions]
    more: list[Mention] = []
    for one in found(read.text):
        span = read.to_source(Span(one.start, one.end))
        before = bisect_left(starts, span.end)
        if before == 0 or mentions[before - 1].span.end <= span.start:
            words = read.text[one.start : one.end]
            more.append(_mention(span, text, words, one.type, days, knowledge, model))
    return tuple(sorted([*mentions, *more], key=lambda one: one.span))


def found(text: str) -> list[Found]:
    """The names that spaCy finds in a derived text, cut to the words that are the name."""
    cut = (_cut(text, one) for one in as_said(text))
    return [one for one in cut if one is not None]


def as_said(text: str) -> list[Found]:
    """The names of our types that spaCy finds in a text, as it says them, in order."""
    model = usable()
    pipeline = _pipeline(model) if model else None
    if pipeline is None or len(text) > MOST:
        return []
    said: list[Found] = []
    with _USING, pipeline.memory_zone():
        for at, piece in _pieces(text):
            said += [
                Found(at + one.start_char, at + one.end_char, _TYPES[one.label_])
                for one in pipeline(piece).ents
                if one.label_ in _TYPES
            ]
    return said


def usable() -> LanguageModel | None:
    """The model that is installed and can be used; loads it where that was not done yet."""
    model = language_model()
    if model is None:
        return None
    with _USING:
        return model if _pipeline(model) is not None else None


def found_by(mention: Mention) -> str | None:
    """The model by which the second recogniser found a mention; None where others found it."""
    if not mention.why.key.startswith(_FOUND):
        return None
    return f"spaCy, {mention.why.params['model']}"


@cache
def _pipeline(model: LanguageModel) -> _Pipeline | None:
    """The model, loaded once a process; None where it is installed and cannot be loaded."""
    # Worker processes may not use much address space, of which each thread of OpenBLAS takes some.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        spacy = import_module("spacy")
        return cast("_Pipeline", spacy.load(model.package, exclude=_NOT_NEEDED))
    except (ImportError, OSError, ValueError) as error:
        log.error(
            "spaCy's model %s cannot be loaded (%s): names are found without it", model, error
        )
        return None


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text in pieces that end with a line, else with a word; each with where it begins."""
    at = 0
    while at < len(text):
        end = min(at + _AT_ONCE, len(text))
        if end < len(text):
            cuts = (text.rfind(sign, at, end) + 1 for sign in "\n ")
            end = next((cut for cut in cuts if cut > at), end)
        yield at, text[at:end]
        at = end


def _cut(text: str, said: Found) -> Found | None:
    """The name alone, without article, title, quotes or possessive; None where none is left."""
    start, end = said.start, said.end
    if before := _BEFORE.match(text, start, end):
        start = before.end()
    end -= len(after[0]) if (after := _AFTER.search(text[start:end])) else 0
    while said.type is EntityType.PERSON and (first := _FIRST_WORD.match(text, start, end)):
        if first[1] not in english().honorifics:
            break
        start = first.end()
    if not _LATIN_NAME.fullmatch(text, start, end) or not is_whole(text, start, end):
        return None
    if text[start:end] in _no_names():
        return None
    return Found(start, end, said.type)


@cache
def _no_names() -> frozenset[str]:
    """Words that stand in names and titles and are none by themselves: "State", "Commodore"."""
    words = english()
    return words.not_persons | words.honorifics | words.function_words | words.plain_upper


def _mention(
    span: Span,
    text: str,
    words: str,
    kind: EntityType,
    days: Days | None,
    knowledge: KnowledgeBase,
    model: LanguageModel,
) -> Mention:
    """A doubtful mention; linked where the words are the name of one entity alone."""
    is_person = kind is EntityType.PERSON
    meant = {
        knowledge.resolve(name.entity)
        for name in matcher(knowledge).named(words)
        if _fits(name, days, knowledge, is_person=is_person)
    }
    entity = knowledge.entity(meant.pop()) if len(meant) == 1 else None
    if entity is None:
        why = Message("analysis.second_unlinked", {"model": str(model)})
        return Mention(span, span.of(text), kind, None, why, doubtful=True)
    name = knowledge.label(entity.id) or words
    why = Message("analysis.second_linked", {"model": str(model), "name": name})
    return Mention(span, span.of(text), entity.type, entity.id, why, doubtful=True)


def _fits(name: Name, days: Days | None, knowledge: KnowledgeBase, *, is_person: bool) -> bool:
    """Whether a name is clear by itself, and it and what it names are of the type and the date."""
    entity = knowledge.entity(name.entity)
    if entity is None or name.needs_context or name.kind in _BARE:
        return False
    if (entity.type is EntityType.PERSON) is not is_person:
        return False
    if days is None:
        return True
    has_begun = entity.existence is None or entity.existence.earliest <= days.latest
    return has_begun and (name.period is None or name.period.intersection(days) is not None)
