"""Given names of relatives: "his father, Shigeru", 長男、太郎氏. Whose they are is asked later."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from usjp_reader.analysis.entities.words import english, japanese
from usjp_reader.domain.entities import EntityType
from usjp_reader.knowledge.folding import folded, is_kanji

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from usjp_reader.knowledge.base import KnowledgeBase

_GIVEN_NAME = re.compile(r",?\s+([A-Z][a-zāēīōū]+)(?![\w’'-]*\s+[A-Z])")
_WHOSE = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose)|['’]s)(?:\s+\w+)?$")
_LINK_JA = re.compile(r"(?:である|[のは、で])?")
_NAME_JA = re.compile(
    r"([\u3005\u3400-\u9fff]{1,4}?|[\u3041-\u30ff]{2,6}?)(?=氏|さん|夫人|[はがも、])"
)
_SPOUSE_JA = re.compile(r"[\u3005\u3400-\u9fff]{2,4}(?=夫人)")
_FAMILY = frozenset({"child-of", "grandchild-of", "sibling-of", "spouse-of"})
_REACH_JA = 30
"""How many characters after the word for a relative the name may stand."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A given name at a place of a text, in its code points, and the ids of all who bear it."""

    start: int
    end: int
    entities: tuple[str, ...]


def relatives(text: str, knowledge: KnowledgeBase) -> Iterator[Relative]:
    """The given names of relatives in a text that people of the tables bear."""
    given = _given_names(knowledge)
    for _, start, end in _words_of_kinship().find_matches_as_indexes(text):
        if text[start] != " ":
            yield from _japanese(text, end, given)
            continue
        match = _GIVEN_NAME.match(text, end)
        ids = given.get(folded(match[1])) if match else None
        if match and ids and _WHOSE.search(text, max(0, start - 24), start):
            yield Relative(match.start(1), match.end(1), ids)
    for match in _SPOUSE_JA.finditer(text) if "夫人" in text else ():
        ids = given.get(match[0])
        if ids:
            yield Relative(match.start(), match.end(), ids)


@cache
def _words_of_kinship() -> AhoCorasick:
    """All words, the English ones behind a blank; a pattern of them takes ten times as long."""
    return AhoCorasick(
        [*(f" {word}" for word in sorted(english().kinship)), *sorted(japanese().kinship)],
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
    )


def _japanese(text: str, start: int, given: dict[str, tuple[str, ...]]) -> Iterator[Relative]:
    link = _LINK_JA.match(text, start)
    start = link.end() if link else start
    stop = text.find("。", start)
    end = min(start + _REACH_JA, stop if stop >= 0 else len(text))
    for match in _NAME_JA.finditer(text, start, end + 1):
        words = match[1]
        for cut in range(len(words) - 1):  # the longest name that ends the run
            ids = given.get(words[cut:])
            if ids:
                yield Relative(match.start(1) + cut, match.end(1), ids)
                return


_GIVEN: WeakKeyDictionary[KnowledgeBase, dict[str, tuple[str, ...]]] = WeakKeyDictionary()


def _given_names(knowledge: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Ids by given name: the first word of the label, and what follows the surname in kanji."""
    found = _GIVEN.get(knowledge)
    if found is None:
        names: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for person in knowledge.entities():
            if person.type is EntityType.PERSON:
                for name in _given_of(person.id, person.label_en, person.label_ja, knowledge):
                    names[name][person.id] = None
        found = _GIVEN[knowledge] = {name: tuple(ids) for name, ids in names.items()}
    return found


def _given_of(person: str, label_en: str, label_ja: str, knowledge: KnowledgeBase) -> Iterator[str]:
    words = label_en.split()
    if len(words) > 1:
        yield folded(words[0])
    if "・" in label_ja:
        yield label_ja.partition("・")[0]
    elif label_ja and is_kanji(label_ja[0]):
        for name in knowledge.names_of(person):
            if name.kind == "surname" and label_ja.startswith(name.text) and name.text != label_ja:
                yield label_ja[len(name.text) :]
                return


_ELDER = re.compile(r"\b([Ee]lder|[Oo]lder|[Ss]enior|[Yy]ounger)\s+$")


def generation(text: str, start: int, people: tuple[str, ...], knowledge: KnowledgeBase) -> str:
    """Whom "the elder" or "the younger" before a surname means, where two of a family bear it.

    Args:
        text: The source text.
        start: Where the surname begins.
        people: Ids of those who may be meant.
        knowledge: The tables.

    Returns:
        An id, or "" where the words say nothing.
    """
    match = _ELDER.search(text, max(0, start - 12), start)
    if match is None:
        return ""
    pairs = {
        (one, row.object)
        for one in people
        for row in knowledge.relations_of(one)
        if row.relation == "child-of" and row.object in people
    }
    if len(pairs) != 1:
        return ""
    child, parent = pairs.pop()
    return child if match[1].lower() == "younger" else parent


def relative_of(
    people: Sequence[str], clear: Collection[str], knowledge: KnowledgeBase
) -> tuple[str, str] | None:
    """Who of some people is of the family of somebody in the article, and of whom.

    Args:
        people: Ids of those who may be meant.
        clear: Ids of those who are clearly mentioned.
        knowledge: The tables.

    Returns:
        Both ids; None where nobody or more than one is of their families by name.
    """
    named: dict[str, str] = {}
    for person in people:
        if person in clear:
            continue
        family = _surnames_of(person, knowledge)
        for other in sorted(clear):
            if _are_related(person, other, knowledge):
                return person, other
            if family & _surnames_of(other, knowledge):
                named[person] = other
    return next(iter(named.items())) if len(named) == 1 else None


def _surnames_of(person: str, knowledge: KnowledgeBase) -> frozenset[str]:
    return frozenset(
        folded(name.text) for name in knowledge.names_of(person) if name.kind == "surname"
    )


def _are_related(one: str, other: str, knowledge: KnowledgeBase) -> bool:
    return any(
        row.object == there and row.relation in _FAMILY
        for here, there in ((one, other), (other, one))
        for row in knowledge.relations_of(here)
    )
