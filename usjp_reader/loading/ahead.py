"""Work begun ahead of the piece that is waited for, so that workers never wait; in order."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from usjp_reader.domain.progress import CancelToken

MUCH = 2**20
"""Bytes in all that take one process a second or more, two hundred articles: worth a worker."""
LEAST_BYTES = 4096
"""What the shortest article, or one of unknown length, counts for."""
_MOST, _MOST_BYTES = 256, 32 * 2**20
"""How much is begun ahead: workers go on while one piece is waited for, and memory is bounded."""
_AT_ONCE = 8
"""How much is begun before the next piece is waited for: the first one should come soon."""


class Pending(Protocol):
    """A piece of work that may be begun before it is waited for."""

    @property
    def size(self) -> int:
        """Bytes that it holds in memory."""

    def begin(self) -> None:
        """Have it done; whoever waits for it calls this too, and it is begun once."""

    def drop(self) -> None:
        """Have it not done after all, if that is still possible."""


_P = TypeVar("_P", bound=Pending)


def in_order(pieces: Iterable[_P], cancel: CancelToken, *, is_much: bool) -> Iterator[_P]:
    """Each of `pieces`, to be waited for; later ones are begun meanwhile.

    Args:
        pieces: The work, in order.
        cancel: Ends it between two pieces.
        is_much: Whether to begin anything ahead.
    """
    rest, window, held = iter(pieces), deque[tuple[_P, int]](), 0
    try:
        while not cancel.is_cancelled:
            for piece in islice(rest, _room(len(window), held) if is_much else 1):
                if is_much:
                    piece.begin()
                window.append((piece, piece.size))
                held += piece.size
            if not window:
                return
            piece, size = window.popleft()
            held -= size
            yield piece
    finally:
        for piece, _ in window:
            piece.drop()


def _room(begun: int, held: int) -> int:
    """How many more may be begun now, by the number of those that are and the bytes they hold."""
    is_full = begun >= _MOST or (begun > 0 and held >= _MOST_BYTES)
    return 0 if is_full else _AT_ONCE
