"""Prints how well articles that the rules have not seen are cleaned, dated and linked.

    python -m tests.quality.score [--verbose]

The articles and their answers in `tests/quality/articles` were written by someone who had not seen
the rules. Each figure comes with n and a 95 % Wilson interval.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.dates import Days, Edtf
from usjp_reader.domain.spans import Span
from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.loading.pipeline import analyse

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Analysed

HERE = Path(__file__).parent


@dataclass
class Score:
    """Right, missed and wrong answers of one kind."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    details: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.missed + self.wrong)

    def line(self, name: str) -> str:
        """The score as one line."""
        asked = self.right + self.missed
        low, high = wilson(self.right, asked)
        return (
            f"{name:22} F1 {self.f1:.3f}  recall {self.right}/{asked} ({low:.2f}–{high:.2f})"
            f"  wrong {self.wrong}"
        )


def wilson(right: int, asked: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share."""
    if not asked:
        return 0.0, 1.0
    z, share = 1.96, right / asked
    middle = share + z * z / (2 * asked)
    spread = z * math.sqrt(share * (1 - share) / asked + z * z / (4 * asked * asked))
    return (middle - spread) / (1 + z * z / asked), (middle + spread) / (1 + z * z / asked)


@dataclass
class Scores:
    """All figures of one run."""

    lines: Score = field(default_factory=Score)
    titles: Score = field(default_factory=Score)
    mentions: Score = field(default_factory=Score)
    links: Score = field(default_factory=Score)
    dates: Score = field(default_factory=Score)


def scored(folder: Path = HERE / "articles") -> Scores:
    """Compare every article in `folder` with its answers."""
    scores, knowledge = Scores(), base.load()
    for answers in sorted(folder.glob("*.gold.json")):
        source = next(
            p
            for p in folder.glob(answers.name.removesuffix(".gold.json") + ".*")
            if not p.name.endswith(".gold.json")
        )
        (record,) = read_records(source.name, source.read_bytes())
        compare(
            source.name,
            analyse(record, "article.txt", knowledge),
            json.loads(answers.read_text(encoding="utf-8")),
            scores,
        )
    return scores


def compare(name: str, analysed: Analysed, gold: dict[str, Any], scores: Scores) -> None:
    """Count one article."""
    text = analysed.version.text
    ours = {line.number for line in analysed.lines if line.is_content}
    wanted = set(gold["content_lines"])
    count(scores.lines, name, ours, wanted, lambda n: text.splitlines()[n - 1][:60])
    title = {analysed.metadata.title} - {None}
    count(scores.titles, name, title, {gold["title"]} - {None}, str)
    marked = answers_of(text, gold)
    optional = {span for span, _ in answers_of(text, gold, "optional_entities")}
    found = {(m.span, m.type.value): m for m in analysed.mentions if m.span not in optional}
    count(scores.mentions, name, set(found), set(marked), lambda key: f"{key[0].of(text)} {key[1]}")
    for key, entity in marked.items():
        if entity and key in found:
            got = found[key].entity
            if got == entity:
                scores.links.right += 1
            else:
                scores.links.missed += 1
                scores.links.details.append(f"{name}: {key[0].of(text)}: {got}, not {entity}")
    value = analysed.published.value.value if analysed.published.value else None
    accepted = [gold["published"]["value"], *gold["published"].get("accept", [])]
    if days_of(value) in map(days_of, accepted):
        scores.dates.right += 1
    else:
        scores.dates.missed += 1
        scores.dates.details.append(f"{name}: {value}, not {accepted}")


def days_of(value: str | None) -> Days | None:
    """What a value means: two spellings of the same days are the same answer."""
    return Edtf.parse(value).days if value else None


def answers_of(
    text: str, gold: dict[str, Any], key: str = "entities"
) -> dict[tuple[Span, str], str | None]:
    """The mentions that a human marked, with their entities; a name may cross a line break."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found: dict[tuple[Span, str], str | None] = {}
    for mention in gold.get(key, []):
        at = starts[mention["line"] - 1] - 1
        for _ in range(mention.get("nth", 1)):
            at = text.index(mention["text"], at + 1)
        span = Span(at, at + len(mention["text"]))
        found[span, mention["type"]] = mention.get("id")
    return found


def count(score: Score, name: str, ours: set[Any], wanted: set[Any], shown: Any) -> None:  # noqa: ANN401
    """Add one comparison of two sets to a score."""
    score.right += len(ours & wanted)
    score.missed += len(wanted - ours)
    score.wrong += len(ours - wanted)
    score.details += [f"{name}: missed {shown(key)}" for key in sorted(wanted - ours)]
    score.details += [f"{name}: wrong  {shown(key)}" for key in sorted(ours - wanted)]


def dated_cases(path: Path = HERE / "dates.tsv") -> Score:
    """The short date cases: text and anchor against the date a careful human would give."""
    score, knowledge = Score(), base.load()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = row["text"].replace("\\n", "\n")
            (record,) = read_records("case.txt", text.encode("utf-8"))
            value = analyse(record, "case.txt", knowledge).published.value
            got = value.value if value else ""
            if row["anchor"]:
                continue
            if days_of(got) == days_of(row["expected"]):
                score.right += 1
            else:
                score.missed += 1
                score.details.append(f"{got or 'none'}, not {row['expected'] or 'none'}: {text}")
    return score


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="every difference")
    verbose = parser.parse_args().verbose
    scores = scored()
    rows = [
        ("content lines", scores.lines),
        ("titles", scores.titles),
        ("mentions", scores.mentions),
        ("links", scores.links),
        ("dates of articles", scores.dates),
        ("short date cases", dated_cases()),
    ]
    for name, score in rows:
        print(score.line(name))  # noqa: T201 - the figures are the output
        for detail in score.details if verbose else ():
            print(f"    {detail}")  # noqa: T201


if __name__ == "__main__":
    main()
