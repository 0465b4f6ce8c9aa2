"""Works out what clues to lines are worth from articles whose answers are known.

    python -m tests.quality.weigh_lines [--check] [--also FOLDER]

A clue is worth something everywhere, and something more or less in each zone; both are drawn to
what their author believed, and leave it only as far as the articles ask. `--check` writes
nothing: articles are left out eight by eight, and it says what weights that did not know them make
of them. Only the seen half and the pages of the unit tests are read.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.quality.figures import Matches
from tests.quality.score import QUALITY, known_articles
from tests.quality.weigh import UNIT_PAGES
from usjp_reader.config.resources import read_toml, resource
from usjp_reader.intake.cleaning.labelling import first_look, looked_at
from usjp_reader.intake.cleaning.line_clues import ZONES, LinePage, is_content, line_clues
from usjp_reader.intake.cleaning.makers import authors_of
from usjp_reader.intake.readers import read_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.quality.weigh import Clues, Known

PULL = 1.0
STEPS, RATE = 120, 0.3
FOLDS = 8
ENOUGH = 0.2
LEAST = 0.03


@dataclass(frozen=True)
class Doubt:
    """A unit that was settled by its place.

    Attributes:
        zone: Where it stands.
        clues: Their names.
        rows: How many rows it has.
        right: How many of them belong to the article.
        decided: What the rules said.
    """

    zone: str
    clues: tuple[str, ...]
    rows: int
    right: int
    decided: bool

    def names(self) -> Iterator[str]:
        """The clues, everywhere and in this zone."""
        for name in self.clues:
            yield name
            yield f"{self.zone}: {name}"


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
                rows = len(unit.rows)
                page.doubts.append(Doubt(around.zone(at), clues, rows, right, is_content(unit)))
            else:
                _count(page.sure, is_content(unit), right, len(unit.rows))
        yield page


def _count(tally: Matches, decided: bool, right: int, rows: int) -> None:
    if decided:
        tally.right += right
        tally.wrong += rows - right
    else:
        tally.missed += right


def fitted(known: list[Page], beliefs: Clues) -> Clues:
    """What each clue is worth everywhere, and in each zone, near to what was believed."""
    weights, moved = defaultdict[str, float](float), defaultdict[str, float](float)
    weights.update(beliefs)
    doubts = [
        (list(one.names()), one.right * 2 > one.rows, math.sqrt(one.rows))
        for page in known
        for one in page.doubts
    ]
    for _ in range(STEPS):
        slopes = defaultdict[str, float](float)
        for name, weight in weights.items():
            slopes[name] = -PULL * (weight - beliefs.get(name, 0.0))
        for names, is_right, counts in doubts:
            worth = sum(weights[name] for name in names)
            slope = counts * (is_right - 1 / (1 + math.exp(-max(-30.0, min(30.0, worth)))))
            for name in names:
                slopes[name] += slope
        for name, slope in slopes.items():  # steps that shrink where the ground was steep (Adagrad)
            moved[name] += slope * slope
            weights[name] += RATE * slope / (math.sqrt(moved[name]) + 1e-6)
    return dict(weights)


def checked(known: list[Page], beliefs: Clues) -> tuple[Matches, Matches]:
    """What the rules alone make of all articles, and what weights make that did not know them."""
    alone, weighed = Matches(), Matches()
    for fold in range(FOLDS):
        weights = fitted([page for at, page in enumerate(known) if at % FOLDS != fold], beliefs)
        for page in known[fold::FOLDS]:
            for tally in (alone, weighed):
                tally.right += page.sure.right
                tally.wrong += page.sure.wrong
                tally.missed += page.sure.missed
            for one in page.doubts:
                worth = sum(weights.get(name, 0.0) for name in one.names())
                is_turned = (worth < -ENOUGH) if one.decided else (worth > ENOUGH)
                _count(alone, one.decided, one.right, one.rows)
                _count(weighed, one.decided != is_turned, one.right, one.rows)
    return alone, weighed


def write(path: Path, weights: Clues) -> None:
    """Put weights in place of those that the table holds: in each zone, both sums together."""
    text = path.read_text(encoding="utf-8").partition("[head]\n")[0]
    names = sorted({_everywhere(name) for name in weights})
    for zone in ZONES:
        worth = {
            name: weights.get(name, 0.0) + weights.get(f"{zone}: {name}", 0.0) for name in names
        }
        rows = [f'"{name}" = {one:.2f}' for name, one in worth.items() if abs(one) >= LEAST]
        text += f"[{zone}]\n" + "\n".join(rows) + "\n\n"
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
        write(path, fitted(known, beliefs))


if __name__ == "__main__":
    main()
