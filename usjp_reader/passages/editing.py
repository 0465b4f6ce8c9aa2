"""Everything the reader can do to passages, as changes to be committed. Nothing is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.messages import Message
from usjp_reader.domain.passages import PassageState, normalised_tag
from usjp_reader.passages.values import NOUN, to_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from usjp_reader.domain.passages import Colour, Passage
    from usjp_reader.passages.anchoring import Placed


def mark(passages: Sequence[Passage], at: datetime, by: str = "") -> Change:
    """Passages that were not there before: one marked by hand, or many imported."""
    items = (ItemChange(NOUN, passage.id, None, to_values(passage)) for passage in passages)
    return Change("passage.mark", tuple(items), at, by)


def unmark(passages: Sequence[Passage], at: datetime, by: str = "") -> Change:
    """Take passages away; the log keeps them."""
    items = (ItemChange(NOUN, passage.id, to_values(passage), None) for passage in passages)
    return Change("passage.unmark", tuple(items), at, by)


def recolour(passages: Sequence[Passage], colour: Colour, at: datetime, by: str = "") -> Change:
    """Give passages another colour; those that have it already are no part of the change."""
    pairs = [(passage, passage.changed(at, colour=colour)) for passage in passages]
    return _edit("passage.recolour", pairs, at, by)


def annotate(passage: Passage, note: str, at: datetime, by: str = "") -> Change:
    """Replace the note of a passage."""
    return _edit("passage.annotate", [(passage, passage.changed(at, note=note))], at, by)


def retag(
    passages: Sequence[Passage],
    add: Iterable[str],
    remove: Iterable[str],
    at: datetime,
    by: str = "",
) -> Change:
    """Add tags and take tags away; new ones stand last."""
    added = [tag for tag in map(normalised_tag, add) if tag]
    removed = {normalised_tag(tag) for tag in remove}
    pairs = [
        (passage, passage.changed(at, tags=_tags([*passage.tags, *added], removed)))
        for passage in passages
    ]
    return _edit("passage.retag", pairs, at, by)


def reanchor(found: Sequence[tuple[Passage, Placed]], at: datetime, by: str = "") -> Change:
    """Record where passages were found in a newer text; one without a place keeps its old one."""
    pairs = [
        (passage, passage.changed(at, anchor=placed.anchor or passage.anchor, state=placed.state))
        for passage, placed in found
    ]
    return _edit("passage.reanchor", pairs, at, by)


def confirm(passages: Sequence[Passage], at: datetime, by: str = "") -> Change:
    """Accept the proposed places of passages that were to be checked."""
    pairs = [
        (passage, passage.changed(at, state=PassageState.MOVED))
        for passage in passages
        if passage.state is PassageState.CHECK
    ]
    return _edit("passage.confirm", pairs, at, by)


def _tags(tags: Iterable[str], without: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for tag in tags if tag not in without))


def _edit(action: str, pairs: Sequence[tuple[Passage, Passage]], at: datetime, by: str) -> Change:
    """A change of the passages that differ by more than the time of the change."""
    items = (
        ItemChange(NOUN, old.id, to_values(old), to_values(new))
        for old, new in pairs
        if old.changed(new.modified) != new
    )
    return Change(action, tuple(items), at, by)


def spoken(change: Change) -> Message:
    """What a change of the reader's work is called, as in "Undone: Change colour"."""
    return action_called(change.action)


def action_called(action: str) -> Message:
    """What a kind of change is called, by its name in the log."""
    return Message(f"passages.action_{action.partition('.')[2]}")
