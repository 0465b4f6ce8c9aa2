"""In how many articles some words stand, before it is said whom they mean in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.matcher import is_whole
from usjp_reader.knowledge.deriving import name_key
from usjp_reader.search.standing import texts_with

if TYPE_CHECKING:
    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.store.corpus.database import CorpusDatabase


def name_reach(corpus: CorpusDatabase, words: str, cancel: CancelToken) -> int:
    """In how many articles of the library some words stand as a name.

    Args:
        corpus: The corpus.
        words: As they stand in a text; differences that names are folded by do not count.
        cancel: Looked at between articles; what was counted until then comes back.
    """
    key, count = name_key(words), 0
    if not key:
        return 0
    with corpus.reading() as connection:
        for _, _, text in texts_with(connection, (key,)):
            if cancel.is_cancelled:
                break
            count += _stands(key, name_key(text))
    return count


def _stands(key: str, text: str) -> bool:
    at = text.find(key)
    while at >= 0:
        if is_whole(text, at, at + len(key)):
            return True
        at = text.find(key, at + 1)
    return False
