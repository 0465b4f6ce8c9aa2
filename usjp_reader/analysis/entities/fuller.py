"""The clear mentions of people in an article, which bare surnames point back at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.offices import Reason
from usjp_reader.domain.messages import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE, _AFTER, _STRANGER_AFTER = 80, 50, 30
_TITLED = 12
"""Points by which a title alone is worth less than a full name."""
_RIVAL = 2
"""Points lost when somebody else of that name was mentioned in between."""


@dataclass(frozen=True, slots=True)
class Fuller:
    """A clear mention.

    Attributes:
        at: Where it begins in the source text.
        entity: Id of the person, or None for people without one.
        text: The words.
        surname: What the name is shortened to.
        is_full: Whether by full name rather than by title.
    """

    at: int
    entity: str | None
    text: str
    surname: str
    is_full: bool


class FullerNames:
    """The clear mentions of one article, in order."""

    def __init__(self, found: Sequence[Fuller]) -> None:
        self._by_entity: dict[str, list[Fuller]] = {}
        self._strangers: dict[str, list[Fuller]] = {}
        self._surnames: dict[str, set[str | None]] = {}
        for one in found:
            self._surnames.setdefault(one.surname, set()).add(one.entity or one.text)
            if one.entity:
                self._by_entity.setdefault(one.entity, []).append(one)
            else:
                self._strangers.setdefault(one.surname, []).append(one)
        self._last: dict[str, int] = {}

    @property
    def people(self) -> frozenset[str]:
        """The ids of all who are clearly mentioned."""
        return frozenset(self._by_entity)

    def seen(self, entity: str, at: int) -> None:
        """Remember that somebody was clearly mentioned here."""
        self._last[entity] = at

    def reason(self, entity: str, at: int) -> Reason | None:
        """The reason that a fuller name of this person gives to a surname at `at`."""
        found = [one for one in self._by_entity.get(entity, ()) if one.at != at]
        if not found:
            return None
        before = [one for one in found if one.at < at]
        nearest = before[-1] if before else found[0]
        best = next((one for one in reversed(before or found) if one.is_full), nearest)
        points = (_BEFORE if before else _AFTER) - (0 if best.is_full else _TITLED)
        if self._has_rival(nearest, entity, at):
            points -= _RIVAL
        return Reason(points, _why("fuller_name", best))

    def _has_rival(self, one: Fuller, entity: str, at: int) -> bool:
        """Whether somebody else of that surname was mentioned more recently."""
        if len(self._surnames[one.surname]) < 2:
            return False
        rivals = [other for other in self._surnames[one.surname] if other and other != entity]
        mine = max(self._last.get(entity, -1), one.at if one.at < at else -1)
        return any(self._last.get(rival, -1) > mine for rival in rivals)

    def stranger(self, words: str, at: int) -> Reason | None:
        """The reason to take a surname for somebody without an id."""
        found = self._strangers.get(words) or self._strangers.get(words.title())
        if not found or found[0].text == words:
            return None
        before = [one for one in found if one.at < at]
        points = _BEFORE if before else _STRANGER_AFTER
        return Reason(points, _why("unknown_surname", (before or found)[-1]))


def _why(key: str, one: Fuller) -> Message:
    return Message(f"analysis.{key}", {"fuller": one.text})
