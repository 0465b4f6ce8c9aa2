"""Stage two: articles that print one story are found after they were stored.

What a story is depends on the pairs of its articles alone, not on the order in which they came.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from usjp_reader.analysis.similarity import Printed, is_same_story, shingles
from usjp_reader.domain.progress import Progress
from usjp_reader.knowledge.deriving import derived
from usjp_reader.store.corpus import meta, stories

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.store.connection import Connection
    from usjp_reader.store.corpus.database import CorpusDatabase
    from usjp_reader.store.corpus.stories import Sketch

_BATCH = 200
"""Articles a transaction."""
_REMEMBERED = 500
"""Texts whose shingles are kept while their kin is looked for."""


def find_stories(corpus: CorpusDatabase, cancel: CancelToken) -> Generator[Progress, None, int]:
    """Look for the kin of every article that was stored since this was done last.

    Args:
        corpus: Where the articles are.
        cancel: Looked at between batches; the rest is looked at next time.

    Returns:
        How many articles were looked at.

    Raises:
        LibraryError: The library cannot be written; whole batches before that stay.
    """
    done = 0
    with corpus.reading() as connection:
        total = stories.pending_count(connection)
    while done < total and not cancel.is_cancelled:
        if done:
            yield Progress(done, total)
        with corpus.writing() as connection:
            batch = stories.pending(connection, _BATCH)
            if _look_at(connection, batch):
                meta.raise_by_one(connection, meta.REVISION)
        if not batch:
            break
        done += len(batch)
    return done


def _look_at(connection: Connection, batch: tuple[Sketch, ...]) -> bool:
    stories.make_findable(connection, batch)
    printed = lru_cache(maxsize=_REMEMBERED)(lambda uid: _printed(connection, uid))
    for sketch in batch:
        stories.join(connection, sketch, _kin(connection, sketch, printed))
    return stories.regroup(connection, (sketch.id for sketch in batch))


def _kin(connection: Connection, sketch: Sketch, printed: Callable[[str], Printed]) -> list[int]:
    found = stories.candidates(connection, sketch)
    if not found:
        return []
    own = printed(sketch.uid)
    return [number for number, uid in found if is_same_story(own, printed(uid))]


def _printed(connection: Connection, uid: str) -> Printed:
    stored = stories.stored_text(connection, uid)
    return Printed(shingles(derived(stored.text, stored.lines, stored.readings).text), stored.days)
