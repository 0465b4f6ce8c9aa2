"""What the reader said that columns mean, remembered for every table with the same columns."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.clock import now
from usjp_reader.intake.tables.columns import signature

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from usjp_reader.domain.changes import Scalar, Values
    from usjp_reader.library.work import Work
    from usjp_reader.store.user.owner import UserStore

MAPPED = "mapping.remember"
"""The change by which a mapping is remembered. It is no step of work that "Undo" would take back:
saying it anew replaces it."""

log = logging.getLogger(__name__)


class Mappings:
    """The mappings of one library."""

    def __init__(self, user: UserStore, work: Work, creator: str = "") -> None:
        """Make the book of mappings.

        Args:
            user: Where they are kept.
            work: Where new ones are committed.
            creator: The name that new ones carry.
        """
        self._user = user
        self._work = work
        self._creator = creator

    def known(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """(field, column) pairs by the signature of the tables they are for."""
        items = self._items()
        return tuple((key, columns) for key in items if (columns := _columns(key, items[key])))

    def of(self, columns: Sequence[str]) -> dict[str, str]:
        """The column of each field that was said for a table with these columns."""
        return dict(dict(self.known()).get(signature(columns), ()))

    def remember(self, columns: Sequence[str], fields: Mapping[str, str]) -> None:
        """Keep what the columns of such a table mean, until it is said anew.

        Args:
            columns: All columns of the table.
            fields: The column of each field.

        Raises:
            LibraryError: The disk could not be written.
        """
        key = signature(columns)
        at = now()
        after: dict[str, Scalar] = {
            "columns": json.dumps(list(columns), ensure_ascii=False),
            "fields": json.dumps(dict(fields), ensure_ascii=False),
            "creator": self._creator,
            "modified": at.isoformat(),
        }
        change = Change(MAPPED, (ItemChange("mapping", key, self._items().get(key), after),), at)
        self._work.commit(change).result()

    def _items(self) -> dict[str, Values]:
        return self._user.read(lambda log: log.items("mapping"))


def _columns(key: str, values: Values) -> tuple[tuple[str, str], ...]:
    try:
        fields = json.loads(str(values["fields"]))
        return tuple((str(field), str(column)) for field, column in fields.items())
    except (ValueError, AttributeError) as error:
        log.error("the mapping %s is damaged and is left out (%s)", key, error)
        return ()
