"""Made-up pages whose lines are led by the letter of their kind; above `===` what the page says.

title: Toyota to build a plant
publisher: The Bluegrass Herald
===
X|News Sports Obituaries
T|Toyota to build a plant
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import CONTENT_KINDS, LineKind

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {
    "T": LineKind.TITLE,
    "S": LineKind.STANDFIRST,
    "H": LineKind.SUBHEADING,
    "Y": LineKind.BYLINE,
    "D": LineKind.DATELINE,
    "B": LineKind.BODY,
    "P": LineKind.CAPTION,
    "R": LineKind.CREDIT,
    "C": LineKind.COPYRIGHT,
    "M": LineKind.COMMENT,
    "X": LineKind.BOILERPLATE,
    "A": LineKind.AD,
}


@dataclass(frozen=True)
class Page:
    """A made-up page: its text, the kind of each line by number, what it says of itself."""

    text: str
    kinds: dict[int, LineKind]
    says: dict[str, str]

    @property
    def content_lines(self) -> list[int]:
        """The numbers of the lines that belong to the article."""
        return [number for number, kind in self.kinds.items() if kind in CONTENT_KINDS]


def page(path: Path) -> Page:
    """Read one page."""
    head, _, body = path.read_text(encoding="utf-8").partition("===\n")
    lines, kinds = [], {}
    for number, line in enumerate(body.split("\n"), 1):
        if line[1:2] == "|":
            kinds[number] = KINDS[line[0]]
        lines.append(line[2:] if line[1:2] == "|" else line)
    says = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    return Page("\n".join(lines), kinds, says)
