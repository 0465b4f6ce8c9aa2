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
from tests.quality import beside
from tests.quality.figures import Answers
from tests.quality.links import LinkScores, scored
from tests.quality.score import QUALITY
from usjp_reader.analysis.entities.second_recogniser import usable


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
            is_verbose = asked.verbose and half == "seen"
            report(half, scored(folder), verbose=is_verbose)
            report_beside(folder, verbose=is_verbose)
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


def report_beside(folder: Path, *, verbose: bool) -> None:
    """What spaCy finds in the English articles, one line a figure, where it is installed."""
    model = usable()
    if model is None:
        say("  spaCy is not installed: pip install '.[nlp]' to see what it finds")
        return
    scores = beside.scored(folder)
    say(f"  {scores.articles} English articles with spaCy, {model}")
    say(f"    {'mentions, spaCy as it says':26} {scores.as_said}")
    say(f"    {'spaCy cut by our rules':26} {scores.cut}")
    say(f"    {'tables and rules':26} {scores.alone}")
    say(f"    {'both':26} {scores.both}")
    say(f"    {'added by spaCy, right':26} {scores.added}")
    _tell(scores.added.details, verbose=verbose)
    say(f"    {'of these linked, right':26} {scores.links}")
    _tell(scores.links.details, verbose=verbose)


def _tell(details: list[str], *, verbose: bool) -> None:
    for detail in details if verbose else ():
        say(f"      {detail}")


if __name__ == "__main__":
    main()
