"""Works out what clues to lines are worth from articles whose answers are known.

    python -m tests.quality.weigh_lines [--check] [--also FOLDER]

A clue is worth something everywhere, and something more or less in each zone; both are drawn to
what their author believed, and leave it only as far as the articles ask. `--check` writes
nothing: articles are left out eight by eight, and it says what weights that did not know them make
of them. Only the seen half and the pages of the unit tests are read.
"""

from __future__ import annotations

import argparse
import json
import math
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from tests.quality.figures import Matches
from tests.quality.score import QUALITY, known_articles
from tests.quality.weigh import UNIT_PAGES
from usjp_reader.config.resources import read_toml, resource
from usjp_reader.intake.cleaning.labelling import first_look, looked_at
from usjp_reader.intake.cleaning.line_clues import (
    ZONES,
    LinePage,
    is_content,
    line_clues,
    line_numbers,
)
from usjp_reader.intake.cleaning.line_measures import MEASURES
from usjp_reader.intake.cleaning.makers import authors_of
from usjp_reader.intake.cleaning.second_look import is_settled_wrongly
from usjp_reader.intake.readers import read_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.quality.weigh import Clues, Known

    Cuts = dict[str, list[float]]

PULL = 9.0
STEPS, RATE = 60, 0.3
FOLDS = 8
LEAST = 0.005
SHARES = (0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9)
"""Measures are cut where so many of the lines in doubt lie below."""


@dataclass(frozen=True)
class Doubt:
    """A unit that was settled by its place.

    Attributes:
        zone: Where it stands.
        clues: Their names.
        numbers: Its measures, in the order of `MEASURES`.
        rows: How many rows it has.
        right: How many of them belong to the article.
        decided: What the rules said.
        follows: Whether it is a paragraph below a paragraph.
    """

    zone: str
    clues: tuple[str, ...]
    numbers: list[float]
    rows: int
    right: int
    decided: bool
    follows: bool

    def names(self, cuts: Cuts) -> Iterator[str]:
        """The clues, and the cuts that its measures exceed, everywhere and in this zone."""
        exceeded = (
            step_name(measure, at)
            for measure, number in zip(MEASURES, self.numbers, strict=True)
            for at in range(bisect_left(cuts[measure], number))
        )
        for name in (*self.clues, *exceeded):
            yield name
            yield f"{self.zone}: {name}"


def step_name(measure: str, at: int) -> str:
    """What it is called that a measure exceeds one of its cuts."""
    return f"{measure} > {at}"


def cuts_of(known: list[Page]) -> Cuts:
    """Where each measure is cut, so that each step holds a share of the lines in doubt."""
    cuts = {}
    for at, measure in enumerate(MEASURES):
        numbers = sorted(one.numbers[at] for page in known for one in page.doubts)
        cut = {round(numbers[int(len(numbers) * share)], 3) for share in SHARES}
        cuts[measure] = sorted(cut)
    return cuts


@dataclass
class Page:
    """The doubtful units of an article, and the count of the others."""

    doubts: list[Doubt] = field(default_factory=list)
    sure: Matches = field(default_factory=Matches)


def pages(articles: Iterable[Known]) -> Iterator[Page]:
    """What the rules leave to be weighed in each article."""
    for name, data, gold in articles:
        (record,) = read_records(name, data)
        if record.container.form:
            continue
        units = looked_at(record.version.text, record.container)
        head = first_look(units, record.container)
        around, content = LinePage.of(units, head, authors_of(units)), set(gold["content_lines"])
        page = Page()
        for at, unit in enumerate(units):
            right = sum(row.number in content for row in unit.rows)
            if at > (-1 if head.title is None else head.title) and around.is_doubtful(at):
                clues = tuple(line_clues(around, at))
                numbers, rows = line_numbers(around, at), len(unit.rows)
                zone, decided = around.zone(at), is_content(unit)
                follows = around.follows(at)
                page.doubts.append(Doubt(zone, clues, numbers, rows, right, decided, follows))
            else:
                _count(page.sure, is_content(unit), right, len(unit.rows))
        yield page


def _count(tally: Matches, decided: bool, right: int, rows: int) -> None:
    if decided:
        tally.right += right
        tally.wrong += rows - right
    else:
        tally.missed += right


def fitted(known: list[Page], beliefs: Clues, cuts: Cuts) -> Clues:
    """What each clue is worth everywhere, and in each zone, near to what was believed."""
    numbers = {name: at for at, name in enumerate(beliefs)}
    doubts = []
    for one in (one for page in known for one in page.doubts):
        ids = [numbers.setdefault(name, len(numbers)) for name in one.names(cuts)]
        doubts.append((ids, one.right * 2 > one.rows, math.sqrt(one.rows)))
    believed = [beliefs.get(name, 0.0) for name in numbers]
    weights, moved = believed[:], [1e-6] * len(believed)
    for _ in range(STEPS):
        slopes = [-PULL * (weight - one) for weight, one in zip(weights, believed, strict=True)]
        for ids, is_right, counts in doubts:
            worth = sum([weights[at] for at in ids])
            slope = counts * (is_right - 1 / (1 + math.exp(-max(-30.0, min(30.0, worth)))))
            for at in ids:
                slopes[at] += slope
        for at, slope in enumerate(
            slopes
        ):  # steps that shrink where the ground was steep (Adagrad)
            moved[at] += slope * slope
            weights[at] += RATE * slope / math.sqrt(moved[at])
    return dict(zip(numbers, weights, strict=True))


def checked(known: list[Page], beliefs: Clues) -> tuple[Matches, Matches]:
    """What the rules alone make of all articles, and what weights make that did not know them."""
    alone, weighed = Matches(), Matches()
    for fold in range(FOLDS):
        others = [page for at, page in enumerate(known) if at % FOLDS != fold]
        cuts = cuts_of(others)
        weights = fitted(others, beliefs, cuts)
        for page in known[fold::FOLDS]:
            for tally in (alone, weighed):
                tally.right += page.sure.right
                tally.wrong += page.sure.wrong
                tally.missed += page.sure.missed
            for one in page.doubts:
                worth = sum(weights.get(name, 0.0) for name in one.names(cuts))
                is_turned = is_settled_wrongly(worth, decided=one.decided, follows=one.follows)
                _count(alone, one.decided, one.right, one.rows)
                _count(weighed, one.decided != is_turned, one.right, one.rows)
    return alone, weighed


def write(path: Path, weights: Clues, cuts: Cuts) -> None:
    """Put weights in place of those that the table holds: in each zone, both sums together."""
    text = path.read_text(encoding="utf-8").partition("[cuts]\n")[0]
    rows = [f'"{measure}" = {json.dumps(cut)}' for measure, cut in cuts.items()]
    text += "[cuts]\n" + "\n".join(rows) + "\n\n"
    steps = {step_name(measure, at) for measure, cut in cuts.items() for at in range(len(cut))}
    names = sorted({_everywhere(name) for name in weights} - steps)
    for zone in ZONES:

        def worth(name: str, zone: str = zone) -> float:
            return weights.get(name, 0.0) + weights.get(f"{zone}: {name}", 0.0)

        rows = [f'"{name}" = {worth(name):.2f}' for name in names if abs(worth(name)) >= LEAST]
        text += f"[{zone}]\n" + "\n".join(rows) + f"\n\n[{zone}.steps]\n"
        for measure, cut in cuts.items():
            single = [worth(step_name(measure, at)) for at in range(len(cut))]
            summed = ", ".join(f"{one:.2f}" for one in (0.0, *accumulate(single)))
            text += f'"{measure}" = [{summed}]\n'
        text += "\n"
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


def _everywhere(name: str) -> str:
    zone, _, rest = name.partition(": ")
    return rest if zone in ZONES else name


def main() -> None:
    """Weigh, and write or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--also", type=Path, help="another half that may be studied")
    asked = parser.parse_args()
    halves = [QUALITY / "seen", *([asked.also] if asked.also else [])]
    articles = {one[0]: one for half in halves for one in known_articles(half, UNIT_PAGES)}
    known = list(pages(articles.values()))
    path = resource("cleaning", "line-clues.toml")
    beliefs = read_toml(path)["beliefs"]
    if asked.check:
        for name, tally in zip(("rules alone", "weighed"), checked(known, beliefs), strict=True):
            print(f"{name}: F1 {tally.f1:.4f}", tally.right, tally.wrong, tally.missed)  # noqa: T201
    else:
        cuts = cuts_of(known)
        write(path, fitted(known, beliefs, cuts), cuts)


if __name__ == "__main__":
    main()
