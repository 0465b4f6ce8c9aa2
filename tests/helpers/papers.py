"""Articles of two made-up papers, with the lines that each of them prints around every article."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "Delegates, Talks and Minutes of Two Governments"
FOOT = "What stands here was written by readers and was not asked for."
_GOODS = ("silk", "rice", "chips", "steel", "cotton", "beef", "cars", "ships", "bonds", "fish")
_PARAGRAPHS = (
    "The delegates of the two governments met on day {day} in the long hall by the water, and the"
    " talks about {good} went on until the lamps were lit, with nothing agreed.",
    "Nobody in the {good} trade had expected more, said a clerk who had kept the minutes of session"
    " {day} and who asked not to be named in the paper.",
)


def harbor(number: int) -> str:
    """An article of a paper that prints `HEAD` above and `FOOT` below each."""
    return f"{HEAD}\n\n{comet(number)}\n{FOOT}\n"


def comet(number: int) -> str:
    """An article of a paper that prints nothing around its articles."""
    chance = random.Random(number)
    goods = chance.sample(_GOODS, 4)
    told = [
        _PARAGRAPHS[at % 2].format(day=chance.randint(1, 10_000), good=good)
        for at, good in enumerate(goods)
    ]
    return "\n\n".join((f"Talks on {goods[0]} go into week {number}", *told)) + "\n"


def write(folder: Path, number: int, text: str) -> Path:
    """One article as a file; the folder is its source."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{number}.txt"
    path.write_text(text, encoding="utf-8")
    return path
