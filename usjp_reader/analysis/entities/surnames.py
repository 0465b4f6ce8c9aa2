"""Which part of a full name is the surname that later stands for it."""

from __future__ import annotations

import re
from functools import lru_cache

from usjp_reader.analysis.entities import japanese
from usjp_reader.analysis.entities.words import english

_HYPHENATED = re.compile(r"[A-Z][a-z]+-[a-z]+")
_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?$| I{2,3}$")


@lru_cache(maxsize=4096)
def surname_of(name: str) -> str:
    """The surname of a full name, or the name itself where it is a single word."""
    if name[:1] >= "\u3400" and " " not in name:
        return japanese.surname_of(name)
    words = _SUFFIX.sub("", name).split(" ")
    if is_family_first(words):
        return words[0]
    return words[-1].split("・")[-1]


def is_family_first(words: list[str]) -> bool:
    """Whether words are a Korean or Chinese name: "Park Geun-hye", "Deng Xiaoping"."""
    if len(words) not in (2, 3) or words[0] not in english().family_first:
        return False
    return len(words) == 3 or _HYPHENATED.fullmatch(words[1]) is not None
