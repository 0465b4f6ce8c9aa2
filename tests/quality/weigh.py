"""Works out what clues are worth from articles whose answers are known.

    python -m tests.quality.weigh [--check] [--also FOLDER]

A clue's weight is drawn to what its author believed and leaves it only as far as the articles ask.
`--check` writes nothing: it leaves each article out in turn and says how often the others, weighed
without it, give the right title. Only the seen half and the pages of the unit tests are read.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.quality.figures import share
from tests.quality.score import QUALITY, known_articles
from usjp_reader.config.resources import read_toml, resource
from usjp_reader.intake.cleaning.heads import running_text
from usjp_reader.intake.cleaning.labelling import looked_at
from usjp_reader.intake.cleaning.rows import bare
from usjp_reader.intake.cleaning.title_clues import NO_TITLE, title_page
from usjp_reader.intake.cleaning.titles import all_clues, may_be_title
from usjp_reader.intake.readers import read_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from usjp_reader.intake.cleaning.rows import Unit

Clues = dict[str, float]
Known = tuple[str, bytes, dict[str, Any]]

UNIT_PAGES = QUALITY.parent / "unit" / "intake" / "pages"


@dataclass
class Choices:
    """Articles as choices between candidates for their titles; the first is "no title"."""

    table: str = "title-clues.toml"
    pull: float = 0.8
    steps: int = 250
    known: list[tuple[str, list[Clues], int]] = field(default_factory=list)

    def read(self, articles: Iterable[Known]) -> None:
        """Add articles."""
        for name, data, gold in articles:
            (record,) = read_records(name, data)
            units = looked_at(record.version.text, record.container)
            proses = running_text(units)
            if not proses:
                continue
            page = title_page(units, proses)
            last = proses[min(2, len(proses) - 1)]
            candidates = [at for at in range(last) if may_be_title(units, at, proses[0])]
            right = _right(candidates, units, gold)
            if right is not None:
                clues = [NO_TITLE, *(all_clues(page, at) for at in candidates)]
                self.known.append((name, clues, right))

    def slopes(self, weights: Clues, left_out: set[int]) -> Iterator[tuple[Clues, float]]:
        """How far each candidate's chance is off."""
        for number, (_, candidates, right) in enumerate(self.known):
            if number not in left_out:
                chances = _chances([_sum(one, weights) for one in candidates])
                for at, chance in enumerate(chances):
                    yield candidates[at], (at == right) - chance

    def check(self, beliefs: Clues) -> str:
        """How many of the articles would go right if they had not been known."""
        wrong = []
        for number, (name, candidates, right) in enumerate(self.known):
            weights = fitted(self, beliefs, {number})
            sums = [_sum(one, weights) for one in candidates]
            if sums.index(max(sums)) != right:
                wrong.append(name)
        right = len(self.known) - len(wrong)
        return f"{share(right, len(self.known))} {' '.join(wrong)}"


def fitted(task: Choices, beliefs: Clues, left_out: set[int]) -> Clues:
    """The weights that fit what is known best, near to what was believed."""
    weights, moved = dict(beliefs), dict[str, float]()
    for step in range(task.steps):
        slopes: Clues = {n: -task.pull * (w - beliefs.get(n, 0.0)) for n, w in weights.items()}
        for clues, off in task.slopes(weights, left_out):
            for name, value in clues.items():
                slopes[name] = slopes.get(name, 0.0) + off * value
        for name, slope in slopes.items():  # steps that shrink where the ground was steep (Adagrad)
            moved[name] = moved.get(name, 0.0) + slope * slope
            weights[name] = weights.get(name, 0.0) + 0.3 * slope / (math.sqrt(moved[name]) + 1e-6)
        if step and max(map(abs, slopes.values())) < 0.01:
            break
    return weights


def _sum(clues: Clues, weights: Clues) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in clues.items())


def _chances(sums: list[float]) -> list[float]:
    odds = [math.exp(one - max(sums)) for one in sums]
    return [one / sum(odds) for one in odds]


def _right(candidates: list[int], units: list[Unit], gold: dict[str, Any]) -> int | None:
    if gold["title"] is None:
        return 0
    title = bare(gold["title"])
    for number, at in enumerate(candidates, 1):
        own = bare(units[at].text)
        if title in own or (len(own) > 5 and title.startswith(own)):
            return number
    return None


def write(path: Path, weights: Clues) -> None:
    """Put the weights in place of those that the table holds."""
    head, mark, _ = path.read_text(encoding="utf-8").partition("[weights]\n")
    lines = [f'"{name}" = {weight:.2f}' for name, weight in sorted(weights.items())]
    path.write_text(head + mark + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Weigh, and write or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--also", type=Path, help="another half that may be studied")
    asked = parser.parse_args()
    task = Choices()
    halves = [QUALITY / "seen", *([asked.also] if asked.also else [])]
    articles = {one[0]: one for half in halves for one in known_articles(half, UNIT_PAGES)}
    task.read(articles.values())
    path = resource("cleaning", task.table)
    beliefs = read_toml(path)["beliefs"]
    if asked.check:
        print(task.check(beliefs))  # noqa: T201
    else:
        write(path, fitted(task, beliefs, set()))


if __name__ == "__main__":
    main()
