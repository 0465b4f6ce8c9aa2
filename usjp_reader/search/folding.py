"""Stories in a result: how many there are, and only the first version of each where it is asked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pyroaring import BitMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from usjp_reader.search.index import Index


def versions(index: Index, ids: BitMap) -> Mapping[int, int]:
    """How many of these articles print the story that each of them prints, by row id.

    Articles that alone print theirs are left out.
    """
    shared = ids & index.grouped
    counts = Counter(index.stories[row_id] for row_id in shared)
    return {row_id: counts[index.stories[row_id]] for row_id in shared}


def story_count(ids: BitMap, printed: Mapping[int, int]) -> int:
    """How many stories these articles tell, by what `versions` says of them."""
    # Each of n versions counts as the n-th part of its story.
    stories = sum(times // count for count, times in Counter(printed.values()).items())
    return len(ids) - len(printed) + stories


def later_versions(index: Index, ordered: Iterable[int]) -> BitMap:
    """Those of some articles, given in their order, before which their story stood already."""
    seen: set[int] = set()
    later = BitMap()
    for row_id in ordered:
        story = index.stories[row_id]
        if story in seen:
            later.add(row_id)
        seen.add(story)
    return later
