"""What fields of one or many articles have in common, as values. No widgets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.corrections import PUBLISHED
from usjp_reader.domain.dates import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from usjp_reader.domain.articles import Metadata
    from usjp_reader.domain.dates import Dated


@dataclass(frozen=True, slots=True)
class Common:
    """One field of some articles.

    Attributes:
        value: The value that all of them have, "" for none; meaningless when they differ.
        status: The status that all of them have; None when they differ or it is unknown.
        differs: Whether their values differ.
        is_said: Whether the reader said something of any of them.
    """

    value: str = ""
    status: Status | None = None
    differs: bool = False
    is_said: bool = False


UNKNOWN = Common()


def common(
    described: Iterable[tuple[Metadata, Dated]], said: Collection[str] = ()
) -> dict[str, Common]:
    """What the fields of some articles have in common, by name; unknown ones are left out.

    Args:
        described: Metadata and date of each.
        said: Names of the fields that the reader said something of, in any of them.
    """
    found: dict[str, Counter[tuple[str, Status]]] = {}
    articles = 0
    for metadata, published in described:
        articles += 1
        for name, field in metadata.fields:
            found.setdefault(name, Counter())[field.value, field.status] += 1
        if published.value is not None:
            key = published.value.value, published.status
            found.setdefault(PUBLISHED, Counter())[key] += 1
    empty = {name: Common("", Status.CONFIRMED, is_said=True) for name in said}
    return empty | {
        name: _common(values, articles, is_said=name in said) for name, values in found.items()
    }


def _common(values: Counter[tuple[str, Status]], articles: int, *, is_said: bool) -> Common:
    if values.total() < articles or len({value for value, _ in values}) > 1:
        return Common(differs=True, is_said=is_said)
    statuses = {status for _, status in values}
    status = next(iter(statuses)) if len(statuses) == 1 else None
    return Common(next(iter(values))[0], status, is_said=is_said)
