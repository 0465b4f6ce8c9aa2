"""Prints how well articles are cleaned, titled, dated and linked, one half of the set at a time.

    python -m tests.benchmarks.quality_reading [--half seen|aside] [--verbose]

Each share comes with n and its 95 % Wilson interval. Of the half that is put aside only totals are
printed, so that no rule is ever written for it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.quality.score import QUALITY, Scores, scored

HALVES = ("seen", "aside")


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
        if (asked.at / half).is_dir():
            report(half, scored(asked.at / half), verbose=asked.verbose and half == "seen")
        else:
            say(f"{half}: there is no folder {asked.at / half}")


def report(half: str, scores: Scores, *, verbose: bool) -> None:
    """One line a figure, then the table of confidence."""
    say(f"{half}: {scores.articles} articles and pages")
    rows: tuple[tuple[str, object, list[str]], ...] = (
        ("content lines", scores.lines, scores.lines.details),
        ("kinds of lines", scores.kinds, scores.kinds.details),
        ("titles", scores.titles, scores.titles.details),
        ("titles of heads", scores.titles_of_heads, scores.titles_of_heads.details),
        ("publisher right or silent", scores.publishers, scores.publishers.details),
        ("publisher named", scores.named, []),
        ("dates of articles", scores.dates, scores.dates.details),
        ("dates wrong while sure", scores.claims, scores.claims.details),
        ("short date cases", scores.short_dates, scores.short_dates.details),
        ("mentions", scores.mentions, scores.mentions.details),
        ("links", scores.links, scores.links.details),
    )
    for name, figure, details in rows:
        say(f"  {name:26} {figure}")
        for detail in details if verbose else ():
            say(f"      {detail}")
    say("  lines and titles by the manner of articles:")
    for name, group in sorted(scores.groups.items()):
        say(f"    {name:26} {group}")
    say("  confidence in dates:")
    for line in scores.claims.table():
        say(f"    {line}")


def say(words: str) -> None:
    """One line of the report."""
    print(words)  # noqa: T201 - the report is the output


if __name__ == "__main__":
    main()
