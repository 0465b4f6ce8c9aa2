"""In how many articles of a source some lines stand, before anything is said of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.corrections import LineReach
from usjp_reader.knowledge.folding import folded, line_key
from usjp_reader.store.corpus import articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.store.corpus.database import CorpusDatabase


def line_reach(
    corpus: CorpusDatabase, source: str, lines: Sequence[str], cancel: CancelToken
) -> LineReach:
    """How far it reaches to say of some lines what they are in all articles of a source.

    Args:
        corpus: The corpus.
        source: The source's key.
        lines: The lines as they stand in a text.
        cancel: Looked at between articles; what was counted until then comes back.
    """
    keys = frozenset(key for key in map(line_key, lines) if key)
    # Most articles are settled by their first glance: either a line of the same letters stands in
    # them, or not even the longest word of one.
    exact = tuple(f"\n{line}\n" for line in lines)
    rarest = tuple(max(key.split(), key=len) for key in keys)
    count, seen = 0, 0
    with corpus.reading() as connection:
        for _, text in articles.texts_of_source(connection, source):
            if cancel.is_cancelled:
                break
            seen += 1
            count += _stands(f"\n{text}\n", exact, rarest, keys)
    return LineReach(source, count, seen)


def _stands(
    text: str, exact: tuple[str, ...], rarest: tuple[str, ...], keys: frozenset[str]
) -> bool:
    if any(line in text for line in exact):
        return True
    plain = folded(text)
    if not any(word in plain for word in rarest):
        return False
    return any(line_key(line) in keys for line in text.split("\n"))
