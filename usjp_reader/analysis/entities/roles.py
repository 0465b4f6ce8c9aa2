"""Titles beside a surname that are no post of the tables: "Mayor Inamine", 浅沼委員長.

Whoever bears the surname, lived then and is described by that calling is probably meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource

if TYPE_CHECKING:
    from usjp_reader.domain.entities import Candidate
    from usjp_reader.knowledge.base import KnowledgeBase


_BEFORE, _AFTER = 32, 8
"""Code points before and after a name in which a title may stand."""


@dataclass(frozen=True, slots=True)
class _Roles:
    """All titles, the longest first, and the words of descriptions by title."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    words: dict[str, frozenset[str]]
    strict: frozenset[str]


def is_somebody_else(
    person: str, candidate: Candidate, text: str, knowledge: KnowledgeBase
) -> bool:
    """Whether a calling stands beside a name that somebody of the tables never had."""
    is_strict = _title_beside(candidate, text) in _roles().strict
    return is_strict and has_role(person, candidate, text, knowledge) is None


def has_role(person: str, candidate: Candidate, text: str, knowledge: KnowledgeBase) -> str | None:
    """The title beside a name that somebody's description bears out, or None.

    Args:
        person: An id.
        candidate: The name.
        text: The source text.
        knowledge: The tables.
    """
    title = _title_beside(candidate, text)
    entity = knowledge.entity(person)
    if not title or entity is None:
        return None
    description = entity.description.lower()
    return title if any(word in description for word in _roles().words[title]) else None


def _title_beside(candidate: Candidate, text: str) -> str:
    start, end = candidate.span.start, candidate.span.end
    return _title_between(text[max(0, start - _BEFORE) : start], text[end : end + _AFTER])


@lru_cache(maxsize=1024)
def _title_between(before: str, after: str) -> str:
    """The title in the words around a name: each of its bearers asks for the same one."""
    known = _roles()
    found = known.before.search(before)
    if found:
        return found[1]
    follows = known.after.match(after)
    return follows[0] if follows else ""


@cache
def _roles() -> _Roles:
    words: dict[str, frozenset[str]] = {}
    strict: set[str] = set()
    for row in read_toml(resource("naming", "roles.toml"))["role"]:
        told = frozenset(_split(row["words"]))
        for title in (*_split(row["en"]), *_split(row["ja"])):
            words[title] = words.get(title, frozenset()) | told
            if row.get("strict"):
                strict.add(title)
    ordered = sorted(words, key=lambda title: (-len(title), title))
    latin = "|".join(re.escape(title) for title in ordered if title.isascii())
    japanese = "|".join(title for title in ordered if not title.isascii())
    return _Roles(
        re.compile(rf"(?<![\w.])({latin})\s+$"),
        re.compile(rf"(?:{japanese})"),
        words,
        frozenset(strict),
    )


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(";") if word.strip()]
