"""Everything the reader can do to passages, as changes to be committed. Nothing is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.messages import Message
from usjp_reader.domain.passages import Anchor, PassageState, normalised_tag
from usjp_reader.domain.spans import Span
from usjp_reader.passages.values import NOUN, to_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from usjp_reader.domain.passages import Colour, Passage
    from usjp_reader.domain.texts import TextVersion
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


def resize(
    passage: Passage, version: TextVersion, span: Span, at: datetime, by: str = ""
) -> Change:
    """Let a passage cover `span` of `version`, which also gives an orphan its place.

    Raises:
        ValueError: The span is empty or reaches beyond the text.
    """
    anchor = Anchor.in_text(version.text, version.sha, span)
    new = passage.changed(at, anchor=anchor, state=PassageState.ANCHORED)
    return _edit("passage.resize", [(passage, new)], at, by)


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


def merge(passages: Sequence[Passage], version: TextVersion, at: datetime, by: str = "") -> Change:
    """Make one passage of several of one article; the first (by position) stays, with its colour.

    It covers everything from the first start to the last end and holds every note and tag.

    Raises:
        ValueError: There are fewer than two, or they are not all anchored in `version`.
    """
    ordered = sorted(passages, key=lambda passage: (passage.anchor.span, passage.created))
    if len(ordered) < 2 or any(one.anchor.text_sha != version.sha for one in ordered):
        raise ValueError("only passages of one text can be merged")
    first, *others = ordered
    end = max(passage.anchor.span.end for passage in ordered)
    anchor = Anchor.in_text(version.text, version.sha, Span(first.anchor.span.start, end))
    notes = dict.fromkeys(passage.note for passage in ordered if passage.note)
    tags = _tags([tag for passage in ordered for tag in passage.tags], set())
    new = first.changed(at, anchor=anchor, note="\n\n".join(notes), tags=tags)
    gone = (ItemChange(NOUN, passage.id, to_values(passage), None) for passage in others)
    kept = ItemChange(NOUN, first.id, to_values(first), to_values(new))
    return Change("passage.merge", (kept, *gone), at, by)


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
    return Message(f"passages.action_{change.action.partition('.')[2]}")
