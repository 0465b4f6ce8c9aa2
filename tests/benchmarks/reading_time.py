"""How long the stages of reading take with ordinary articles of 5 KB, by name.

The two articles in `ordinary/` are made up: a page of running text with the usual furniture around
it, one in English and one in Japanese. Each stage is timed inside the pipeline, best of many runs.
The furniture stays from run to run, as in the articles of one source; every paragraph is another
one each time, for nothing that was remembered of it should help.
"""

from __future__ import annotations

import random
import re
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.loading import answering, pipeline
from usjp_reader.loading.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ORDINARY = Path(__file__).parent / "ordinary"
REPEATS = 60
"""The machine may be shared: the best of so many runs says what the work takes."""

_READING = ("cleaning", "times", "dating")
_IN_PIPELINE = {
    "_labelled": "cleaning",
    "expressions_in": "times",
    "date_article": "dating",
    "derived": "derived text",
    "find_candidates": "mentions",
    "link": "mentions",
    "times": "told times",
    "periods": "periods",
}
_AFTERWARDS = {
    "traces": "repeated lines",
    "shingles": "stories",
    "sample": "stories",
    "keys": "facets",
    "_to_save": "packing",
}
_WHOLE = "all of reading"
_LONGEST_FURNITURE = 60
_PLACE = re.compile(r"(?<=[a-z] )(?:the|a) |の(?=[一-龠]{2})")
_PLAIN = ("river ", "winter ", "paper ", "garden ", "window ", "market ", "harbor ", "season ")
_WORDS = {"the ": _PLAIN, "a ": _PLAIN, "の": tuple("川町冬窓紙色庭春")}
"""What may stand behind such words, whatever follows."""


def reading_time() -> Iterator[str]:
    """One line for each article: cleaning plus dating, their parts, and all other stages."""
    for path in sorted(ORDINARY.glob("*.txt")):
        data = path.read_bytes()
        best = _best(data)
        reading = {name: best.pop(name) for name in _READING}
        best["packing"] -= best["stories"] + best["facets"]  # they are called while packing
        whole = best.pop(_WHOLE)
        rest = whole - sum(reading.values()) - sum(best.values())
        yield (
            f"cleaning plus dating of 5 KB ({path.stem}, {len(data)} bytes):"
            f" {_ms(sum(reading.values()))} ({_listed(reading)});"
            f" remaining stages: {_listed({**best, 'else': rest})}; in all {_ms(whole)}"
        )


def _best(data: bytes) -> dict[str, float]:
    """The shortest time of each stage, in seconds."""
    best: dict[str, float] = {}
    knowledge, chance = base.load(), random.Random(1853)
    for _ in range(REPEATS):
        (record,) = read_records("a.txt", _another(data.decode(), chance).encode())
        taken: dict[str, float] = {}
        with _timed(taken):
            started = time.perf_counter()
            answering.answer(Job("a.txt", records=(record,)), knowledge)
            taken[_WHOLE] = time.perf_counter() - started
        for name, seconds in taken.items():
            best[name] = min(seconds, best.get(name, seconds))
    return best


def _another(text: str, chance: random.Random) -> str:
    """The same article with a few other words in every paragraph."""
    return "\n".join(
        _PLACE.sub(lambda found: found.group() + chance.choice(_WORDS[found.group()]), line)
        if len(line) > _LONGEST_FURNITURE
        else line
        for line in text.split("\n")
    )


@contextmanager
def _timed(taken: dict[str, float]) -> Iterator[None]:
    """Have the stages add their seconds to `taken` for a while."""
    with ExitStack() as stack:
        for module, names in ((pipeline, _IN_PIPELINE), (answering, _AFTERWARDS)):
            for name, shown in names.items():
                stage = _Stage(getattr(module, name), shown, taken)
                stack.enter_context(mock.patch.object(module, name, stage))
        yield


class _Stage:
    """A function that notes how long it takes."""

    def __init__(self, stage: Callable[..., Any], shown: str, taken: dict[str, float]) -> None:
        self._stage, self._shown, self._taken = stage, shown, taken

    def __call__(self, *args: object, **named: object) -> object:
        started = time.perf_counter()
        result = self._stage(*args, **named)
        self._taken[self._shown] = self._taken.get(self._shown, 0.0) + time.perf_counter() - started
        return result


def _listed(seconds: dict[str, float]) -> str:
    return ", ".join(f"{name} {_ms(value)}" for name, value in seconds.items())


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


if __name__ == "__main__":
    for line in reading_time():
        sys.stdout.write(f"{line}\n")
