"""What the reader said of names, and which of it concerns one text.

It concerns a text if its words stand there: those of a rule, a name of the reader's, any name of an
entity that was merged or hidden.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from usjp_reader.domain.naming import (
    HiddenEntity,
    LinkRule,
    Merge,
    Naming,
    OwnEntity,
    OwnName,
    Reach,
    WordsMean,
)
from usjp_reader.knowledge.deriving import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from usjp_reader.domain.corrections import Correction
    from usjp_reader.domain.entities import EntityType


@dataclass(frozen=True, slots=True)
class _Said:
    """One thing that was said everywhere, under one of the words that call it up."""

    words: WordsMean | None = None
    merged: tuple[str, str] | None = None
    hidden: str = ""


class NamingBook:
    """What the reader said of words, entities and names; what is said of places is not here."""

    def __init__(
        self,
        said: Iterable[Correction] = (),
        names_of: Callable[[str], Iterable[str]] = lambda _: (),
    ) -> None:
        """Make the book.

        Args:
            said: All corrections; those of other sorts are passed over.
            names_of: Gives all names of an entity that the program knows.
        """
        said = tuple(said)
        self._types = {one.id: one.type for one in said if isinstance(one, OwnEntity)}
        self._into = {one.old: one.new for one in said if isinstance(one, Merge)}
        self._hidden = frozenset(one.entity for one in said if isinstance(one, HiddenEntity))
        self._of_article: defaultdict[str, list[WordsMean]] = defaultdict(list)
        self._everywhere: defaultdict[str, list[_Said]] = defaultdict(list)
        own: defaultdict[str, list[str]] = defaultdict(list)
        for one in said:
            if isinstance(one, LinkRule):
                self._add_rule(one)
            elif isinstance(one, OwnName):
                own[one.entity].append(one.text)
        for entity, texts in own.items():
            for key in filter(None, map(name_key, texts)):
                if not any(other.words for other in self._everywhere.get(key, ())):
                    words = WordsMean(key, self.merged_into(entity), Reach.EVERYWHERE)
                    self._everywhere[key].append(_Said(words))
        for one in said:
            if isinstance(one, Merge):
                merged = (one.old, self.merged_into(one.old))
                self._call_up(_Said(merged=merged), [*names_of(one.old), *own[one.old]])
            elif isinstance(one, HiddenEntity):
                self._call_up(_Said(hidden=one.entity), [*names_of(one.entity), *own[one.entity]])
        self._keys = list(self._everywhere)
        self._automaton = (
            AhoCorasick(
                self._keys,
                matchkind=MatchKind.Standard,
                implementation=Implementation.ContiguousNFA,
            )
            if self._keys
            else None
        )

    def __bool__(self) -> bool:
        return bool(self._of_article or self._everywhere)

    @property
    def keys(self) -> tuple[str, ...]:
        """All folded words that call up what is said everywhere."""
        return tuple(self._keys)

    @property
    def articles(self) -> frozenset[str]:
        """The uids of the articles in which words mean something by the reader's word."""
        return frozenset(self._of_article)

    def merged_into(self, entity: str) -> str:
        """The entity that one is now, at the end of the chain of merges."""
        seen = {entity}
        while (new := self._into.get(entity)) and new not in seen:
            seen.add(new)
            entity = new
        return entity

    def type_of(self, entity: str) -> EntityType | None:
        """The type of an entity of the reader's own."""
        return self._types.get(entity)

    def present(self, entity: str) -> str:
        """What an entity is now, for a fingerprint: another one, or hidden."""
        now = self.merged_into(entity)
        return f"{now} hidden" if now in self._hidden else now

    def hidden_among(self, entities: Iterable[str]) -> tuple[str, ...]:
        """Those of some entities that are hidden, each once."""
        return tuple(dict.fromkeys(one for one in entities if one in self._hidden))

    def parts(self, uid: str, text: str) -> list[str]:
        """What a fingerprint of all that concerns a text is made of."""
        own = [
            f"{uid}:{one.key}={self.present(one.entity)}" for one in self._of_article.get(uid, ())
        ]
        said = self._called_up(text)
        types = {self._types.get(one.words.entity, "") for one in said if one.words}
        return [*own, *map(self._part, said), *sorted(filter(None, types))]

    def of_text(self, uid: str, text: str) -> Naming:
        """What concerns a text; the places are added by who knows them."""
        said = self._called_up(text)
        words = (*self._of_article.get(uid, ()), *(one.words for one in said if one.words))
        merged = tuple(one.merged for one in said if one.merged)
        meant = (*(one.entity for one in words), *(new for _, new in merged))
        return Naming(
            words=words,
            types=tuple(
                (one.entity, self._types[one.entity]) for one in words if one.entity in self._types
            ),
            merged=merged,
            hidden=(*(one.hidden for one in said if one.hidden), *self.hidden_among(meant)),
        )

    def _part(self, said: _Said) -> str:
        """What a fingerprint has of one thing that was said everywhere."""
        if said.words is not None:
            return f"{said.words.key}={self.present(said.words.entity)}"
        if said.merged is not None:
            return f"{said.merged[0]}>{self.present(said.merged[1])}"
        return f"hidden:{said.hidden}"

    def _add_rule(self, rule: LinkRule) -> None:
        key = name_key(rule.text)
        if not key:
            return
        entity = self.merged_into(rule.entity)
        if rule.article:
            self._of_article[rule.article].append(WordsMean(key, entity, Reach.ARTICLE))
        else:
            self._everywhere[key].append(_Said(WordsMean(key, entity, Reach.EVERYWHERE)))

    def _call_up(self, said: _Said, names: Iterable[str]) -> None:
        for key in {name_key(name) for name in names} - {""}:
            self._everywhere[key].append(said)

    def _called_up(self, text: str) -> list[_Said]:
        """What is said everywhere of words that stand in a text, each once, in a fixed order."""
        if self._automaton is None or not text:
            return []
        found = self._automaton.find_matches_as_indexes(name_key(text), overlapping=True)
        keys = sorted({index for index, _, _ in found})
        return list(dict.fromkeys(said for at in keys for said in self._everywhere[self._keys[at]]))
