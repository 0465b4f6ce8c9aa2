"""Prints how well names are found and linked, one half of the set at a time.

    python -m tests.benchmarks.quality_linking [--half seen|aside] [--verbose]

Each share comes with n and its 95 % Wilson interval. Of the half that is put aside only totals are
printed. Where spaCy and its small English model are installed (extra `nlp`), its mentions in the
English articles are counted in the same run.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from tests.benchmarks.quality_reading import HALVES, say
from tests.quality.figures import Answers
from tests.quality.links import LinkScores, scored
from tests.quality.score import QUALITY


def main(arguments: list[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="only this half")
    parser.add_argument("--verbose", action="store_true", help="every difference of the seen half")
    parser.add_argument(
        "--at", type=Path, default=QUALITY, help="the folder that holds the two halves"
    )
    asked = parser.parse_args(arguments)
    if asked.verbose and asked.half == "aside":
        parser.error("the half that is put aside is never printed in detail")
    for half in [asked.half] if asked.half else HALVES:
        folder = asked.at / half / "links"
        if folder.is_dir():
            report(half, scored(folder), verbose=asked.verbose and half == "seen")
        else:
            say(f"{half}: there is no folder {folder}")


def report(half: str, scores: LinkScores, *, verbose: bool) -> None:
    """One line a figure."""
    asked = Answers(
        sum(one.right for one in scores.cases.values()),
        sum(one.asked for one in scores.cases.values()),
    )
    say(f"{half}: {asked.asked} cases, {scores.articles} articles")
    say(f"  {'ambiguous cases':26} {asked}")
    for kind, answers in sorted(scores.cases.items()):
        say(f"    {kind:24} {answers}")
        _tell(answers.details, verbose=verbose)
    say(f"  {'mentions':26} {scores.mentions}")
    _tell(scores.mentions.details, verbose=verbose)
    for kind, matches in sorted(scores.by_type.items()):
        say(f"    {kind:24} {matches}")
    say(f"  {'links of the known':26} {scores.links}")
    _tell(scores.links.details, verbose=verbose)
    absent = Counter(scores.absent)
    say(f"  {'meant, not in the tables':26} {len(absent)}")
    _tell([f"{name} ({times})" for name, times in absent.most_common()], verbose=verbose)


def _tell(details: list[str], *, verbose: bool) -> None:
    for detail in details if verbose else ():
        say(f"      {detail}")


if __name__ == "__main__":
    main()
