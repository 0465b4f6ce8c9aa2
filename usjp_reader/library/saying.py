"""What the reader says, as committed changes: for the verbs that correct the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.clock import now
from usjp_reader.domain.errors import BadValueError
from usjp_reader.library import correction_values as values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from concurrent.futures import Future

    from usjp_reader.domain.corrections import Correction
    from usjp_reader.domain.texts import TextVersion
    from usjp_reader.library.marking import Marking
    from usjp_reader.library.work import Work
    from usjp_reader.store.user.log import ArticleStub

_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character outside the basic plane: no database takes it."""


class Saying:
    """Makes changes of corrections and commits them."""

    def __init__(self, work: Work, marking: Marking) -> None:
        self._work = work
        self._marking = marking

    def item(
        self,
        noun: str,
        key: str,
        correction: Correction | None,
        by: tuple[str, str] | None = None,
    ) -> ItemChange | None:
        """The change from what is there to `correction`; None when nothing changes.

        Args:
            noun: What it is called in the change log.
            key: Its id.
            correction: What is said now; None takes it away.
            by: Who said it and when; None is the reader, now.

        Raises:
            BadValueError: It holds half a character, as a shell hands over what is no UTF-8.
        """
        before = self._work.correction_values(noun, key)
        after = None
        if correction is not None:
            creator, modified = by or (self._marking.creator, now().isoformat())
            who = {"creator": creator, "modified": modified}
            after = {**values.to_values(correction), **who}
            _require_whole_characters(after.values())
        is_same = before is not None and after is not None and _said(before) == _said(after)
        if is_same or (before is None and after is None):
            return None
        return ItemChange(noun, key, before, after)

    def write(
        self,
        action: str,
        items: Iterable[ItemChange | None],
        versions: tuple[TextVersion, ...] = (),
        stubs: tuple[ArticleStub, ...] = (),
    ) -> Future[Change]:
        """Commit what changes as one change.

        Args:
            action: What "Undo" calls it.
            items: Changes; None among them are passed over.
            versions: The texts whose places are pointed at, to be kept beside them.
            stubs: The articles that it is about.
        """
        changed = tuple(item for item in items if item is not None)
        change = Change(action, changed, now(), self._marking.creator)
        return self._work.commit(change, versions, stubs)


def _require_whole_characters(columns: Iterable[object]) -> None:
    for value in columns:
        if isinstance(value, str) and _HALF.search(value):
            shown = value.encode("ascii", "backslashreplace").decode("ascii")
            raise BadValueError("library.half_character", value=shown)


def _said(columns: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in columns.items() if name not in ("creator", "modified")}
