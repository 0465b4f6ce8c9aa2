"""Stage two: the lines that repeat in a source are found after its articles were stored.

They are a function of the set of its texts, and so is what its articles are told of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from usjp_reader.domain.corrections import fingerprint
from usjp_reader.intake.cleaning.repetition import (
    MOST,
    keys_of,
    number_of,
    numbers_in,
    repeated,
    standing,
)
from usjp_reader.store.corpus import repetition, stories
from usjp_reader.store.corpus.repetition import RepeatedLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.store.connection import Connection
    from usjp_reader.store.corpus.database import CorpusDatabase

_SOURCES = 200
"""Sources whose lines are remembered while many articles are read again."""


class Repetition:
    """The lines that repeat in the sources of one corpus."""

    def __init__(self, corpus: CorpusDatabase) -> None:
        """Make it; nothing is read yet."""
        self._corpus = corpus
        self._known = lru_cache(maxsize=_SOURCES)(self._read)

    def count(self) -> tuple[str, ...]:
        """Count the lines of every source that has other texts than when this was done last.

        Returns:
            These sources, which stay due until `settled`.

        Raises:
            LibraryError: The library cannot be written.
        """
        with self._corpus.reading() as connection:
            due = repetition.due(connection)
        for source in due:
            with self._corpus.writing() as connection:
                found = _count(connection, source)
                if found != repetition.lines(connection, source):
                    repetition.set_lines(connection, source, found)
        self._known.cache_clear()
        return due

    def outdated(self, sources: Sequence[str]) -> tuple[str, ...]:
        """The articles of these sources that were told something else of their lines."""
        with self._corpus.reading() as connection:
            return tuple(
                uid
                for source in sources
                for uid in _told_otherwise(connection, source, self._known(source))
            )

    def stale(self) -> tuple[str, ...]:
        """The articles that are to be told something else of their lines; nothing is written."""
        with self._corpus.reading() as connection:
            found: list[str] = []
            for source in repetition.due(connection):
                known = {number_of(one.line): one.line for one in _count(connection, source)}
                found += _told_otherwise(connection, source, known)
            return tuple(found)

    def settled(self, sources: Sequence[str]) -> None:
        """Note that all articles of these sources know."""
        if sources:
            with self._corpus.writing() as connection:
                repetition.done(connection, sources)

    def told(self, uid: str) -> tuple[str, ...]:
        """Which of its lines an article is told of."""
        with self._corpus.reading() as connection:
            source, lines = repetition.trace(connection, uid)
        return standing(lines, self._known(source))

    def _read(self, source: str) -> dict[int, str]:
        with self._corpus.reading() as connection:
            return {number_of(one.line): one.line for one in repetition.lines(connection, source)}


def _told_otherwise(connection: Connection, source: str, known: dict[int, str]) -> Iterator[str]:
    """The articles of a source that were not told what they should be, by its repeated lines."""
    for one in repetition.traces(connection, source):
        if fingerprint([*standing(one.lines, known)]) != one.told:
            yield one.uid


def _count(connection: Connection, source: str) -> tuple[RepeatedLine, ...]:
    sample = list(repetition.traces(connection, source, MOST))
    found = {one.number: one for one in repeated([one.lines for one in sample])}
    known = {number_of(one.line): one.line for one in repetition.lines(connection, source)}
    words = {number: line for number, line in known.items() if number in found}
    for trace in sample:
        wanted = numbers_in(trace.lines) & (found.keys() - words.keys()) if found else frozenset()
        if wanted:
            text = stories.stored_text(connection, trace.uid).text
            words |= keys_of(text, wanted)
        if len(words) == len(found):
            break
    return tuple(
        sorted(
            (
                RepeatedLine(line, found[number].articles, found[number].of)
                for number, line in words.items()
            ),
            key=lambda one: one.line,
        )
    )
