"""Works out what clues are worth from articles whose answers are known.

    python -m tests.quality.weigh [--check] [--also FOLDER]

A clue's weight is drawn to what its author believed and leaves it only as far as the articles ask.
`--check` writes nothing: it leaves a tenth of the articles out in turn and says how often the
others, weighed without them, give the right title. Only the seen half and the pages of the unit
tests are read.
"""

from __future__ import annotations

import argparse
import math
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.quality.figures import share
from tests.quality.heads import heads
from tests.quality.score import QUALITY, known_articles
from usjp_reader.config.resources import read_toml, resource
from usjp_reader.intake.cleaning.heads import running_text
from usjp_reader.intake.cleaning.labelling import looked_at
from usjp_reader.intake.cleaning.title_clues import (
    NO_TITLE,
    clues_of,
    joined_above,
    title_page,
    weighed,
    with_likely,
)
from usjp_reader.intake.cleaning.titles import candidates_for_title
from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge.letters import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from usjp_reader.intake.cleaning.rows import Unit

Clues = dict[str, float]
Known = tuple[str, bytes, dict[str, Any]]

PULL = 0.5
STEPS = 250
RATE = 0.3
FLAT = 0.02
PARTS = 10
UNIT_PAGES = QUALITY.parent / "unit" / "intake" / "pages"
UNIT_HEADS = QUALITY.parent / "unit" / "intake" / "titles"


@dataclass(frozen=True)
class Choice:
    """An article as a choice between the candidates for its title; the first is "no title"."""

    name: str
    clues: list[Clues]
    joined: list[list[int]]
    right: int

    def full(self, alone: Clues) -> list[Clues]:
        """The clues of all candidates, with what rests on the lines above."""
        return [NO_TITLE, *with_likely(self.clues[1:], self.joined, alone)]


def choices(articles: Iterable[Known]) -> Iterator[Choice]:
    """Every article whose title is among the candidates."""
    for name, data, gold in articles:
        (record,) = read_records(name, data)
        units = looked_at(record.version.text, record.container)
        proses = running_text(units)
        if not proses:
            continue
        page = title_page(units, proses)
        candidates = candidates_for_title(units, proses)
        right = _right(candidates, units, gold)
        if right is not None:
            clues = [NO_TITLE, *clues_of(page, candidates)]
            yield Choice(name, clues, joined_above(page, candidates), right)


def fitted(known: list[Choice], beliefs: Clues) -> tuple[Clues, Clues]:
    """The weights of lines alone, and those with what stands above, near to what was believed."""
    alone = _fitted([(one.clues, one.right) for one in known], beliefs)
    return alone, _fitted([(one.full(alone), one.right) for one in known], beliefs)


def _fitted(known: list[tuple[list[Clues], int]], beliefs: Clues) -> Clues:
    weights, moved = dict(beliefs), dict[str, float]()
    for step in range(STEPS):
        slopes: Clues = {n: -PULL * (w - beliefs.get(n, 0.0)) for n, w in weights.items()}
        for candidates, right in known:
            chances = _chances([weighed(one, weights) for one in candidates])
            for at, chance in enumerate(chances):
                for name, value in candidates[at].items():
                    slopes[name] = slopes.get(name, 0.0) + ((at == right) - chance) * value
        for name, slope in slopes.items():  # steps that shrink where the ground was steep (Adagrad)
            moved[name] = moved.get(name, 0.0) + slope * slope
            weights[name] = weights.get(name, 0.0) + RATE * slope / (math.sqrt(moved[name]) + 1e-6)
        if step and max(map(abs, slopes.values())) < FLAT:
            break
    return weights


def checked(known: list[Choice], beliefs: Clues) -> list[str]:
    """The articles that would go wrong if they, and a tenth of the others, had not been known."""
    wrong = []
    for part in range(PARTS):
        others = [one for one in known if _part(one) != part]
        alone, weights = fitted(others, beliefs)
        for choice in known:
            sums = [weighed(one, weights) for one in choice.full(alone)]
            if _part(choice) == part and sums.index(max(sums)) != choice.right:
                wrong.append(choice.name)
    return wrong


def _part(choice: Choice) -> int:
    """To which tenth an article belongs, on every machine and whatever is added later."""
    return zlib.crc32(choice.name.encode()) % PARTS


def _chances(sums: list[float]) -> list[float]:
    odds = [math.exp(one - max(sums)) for one in sums]
    return [one / sum(odds) for one in odds]


def _right(candidates: list[int], units: list[Unit], gold: dict[str, Any]) -> int | None:
    if gold["title"] is None:
        return 0
    title = bare(gold["title"])
    own = [bare(units[at].text) for at in candidates]
    begins = [len(one) > 5 and title.startswith(one) for one in own]
    for fits in ([one == title for one in own], [title in one for one in own], begins):
        if any(fits):
            return fits.index(True) + 1
    return None


def write(path: Path, tables: dict[str, Clues]) -> None:
    """Put weights in place of those that the table holds."""
    text = path.read_text(encoding="utf-8").partition("[alone]\n")[0]
    for title, weights in tables.items():
        rows = [f'"{name}" = {weight:.2f}' for name, weight in sorted(weights.items())]
        text += f"[{title}]\n" + "\n".join(rows) + "\n\n"
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


def main() -> None:
    """Weigh, and write or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--also", type=Path, help="another half that may be studied")
    asked = parser.parse_args()
    halves = [QUALITY / "seen", *([asked.also] if asked.also else [])]
    articles = {one[0]: one for half in halves for one in known_articles(half, UNIT_PAGES)}
    pages_known_by_title = [
        *heads(UNIT_HEADS),
        *(one for half in halves for one in heads(half / "heads")),
    ]
    known = list(choices([*articles.values(), *pages_known_by_title]))
    path = resource("cleaning", "title-clues.toml")
    beliefs = read_toml(path)["beliefs"]
    if asked.check:
        wrong = checked(known, beliefs)
        print(share(len(known) - len(wrong), len(known)), *wrong)  # noqa: T201
    else:
        alone, weights = fitted(known, beliefs)
        write(path, {"alone": alone, "weights": weights})


if __name__ == "__main__":
    main()
