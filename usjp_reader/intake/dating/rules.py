"""How often each rule of dating is right, by table, and what follows for its weight."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache

from usjp_reader.config.resources import read_toml, resource

_STATED = 1.6


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of dating.

    Attributes:
        id: Stable name, such as `dateline-day`.
        right: How often the days that it allows hold the day of publication, 0.5 to 1.
        family: Rules that speak of the same thing: two of one family are hardly surer than one.
        states: Whether the page itself gives the date by it.
        solid: Whether it is as good as a statement: the name of the file, the address of the page.
        weight: What it costs not to believe it: the logarithm of its odds. What the page says of
            itself is not overthrown by what its text tells of.
    """

    id: str
    right: float
    family: str
    states: bool
    solid: bool
    weight: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        weight = math.log(self.right / (1 - self.right)) * (_STATED if self.states else 1)
        object.__setattr__(self, "weight", weight)


def rule_named(name: str) -> Rule:
    """The rule of that name."""
    return rules()[name]


@cache
def rules() -> dict[str, Rule]:
    """The table that the program ships, read once."""
    table = read_toml(resource("dating", "rules.toml"))
    return {
        name: Rule(
            name,
            float(row["right"]),
            str(row.get("family", name)),
            bool(row.get("states", False)),
            bool(row.get("solid", False)) or bool(row.get("states", False)),
        )
        for name, row in table.items()
    }
