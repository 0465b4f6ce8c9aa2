"""Hard-wrapped lines joined: the rows of a text as paragraphs, headings and scraps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.intake.cleaning.date_lines import is_date_line
from usjp_reader.intake.cleaning.headlines import is_cut_heading, is_headline
from usjp_reader.intake.cleaning.rows import PAGE_RULES, Unit, cjk_count, has_cjk, is_ended, rows_of

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Row

_MID_SENTENCE = 25
_NEVER_LAST = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "and",
        "that",
        "for",
        "with",
        "on",
        "by",
        "at",
        "from",
        "as",
        "is",
        "was",
        "were",
        "his",
        "her",
        "its",
        "their",
        "or",
        "but",
        "which",
        "who",
        "has",
        "have",
        "had",
        "be",
        "been",
        "this",
        "these",
        "those",
        "into",
        "than",
    ]
)
_NARROWEST = 8
_NEW_PARAGRAPH = "【■◆◇●○◎▼▽▲△□"
_SET_APART = re.compile(r"\S[ 　]{2,}\S|[|｜]")
_MOST_LATER = 60
_FEWEST_BROKEN = 3
_PAUSE = re.compile("[、。][^、。]")
_ISSUE_DAY = re.compile(
    r"^(?:[A-Z][\w.'’-]*,? ){1,4}(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day),? "
    r"(?:(?i:morning|evening|afternoon),? )?[A-Z][A-Za-z]{2,8}\.? \d{1,2},? \d{4}\b"
)
"""A place and a day, as the head of a newspaper gives them."""


def units_of(rows: list[Row]) -> list[Unit]:
    """The rows as units; rows already settled stand alone."""
    return units_and_width(rows)[0]


def units_and_width(rows: list[Row]) -> tuple[list[Unit], int]:
    """The same, with the width at which the text was wrapped, in characters; 0 if it was not."""
    width = _wrap_width(rows)
    opening = _opening(rows, width)
    units: list[list[Row]] = []
    for at, row in enumerate(rows):
        if at and _is_joined(units[-1], at, rows, width, opening):
            units[-1].append(row)
        else:
            units.append([row])
    return [_unit(group) for group in units], width


@dataclass(frozen=True, slots=True)
class TextUnits:
    """A text and its units by the text alone: nothing is said of their kinds."""

    text: str
    units: list[Unit]


_last = TextUnits("", [])


def units_alone(text: str) -> list[Unit]:
    """The units of a text by the text alone; what is said of their kinds means nothing.

    Those of the text that was labelled last are still known.
    """
    last = _last
    return last.units if last.text == text else units_of(rows_of(text))


def remember_alone(text: str, units: list[Unit]) -> None:
    """Keep the units of a text by the text alone: they are soon asked for again."""
    global _last  # noqa: PLW0603 - one value that is replaced as a whole
    _last = TextUnits(text, units)


def _is_joined(unit: list[Row], at: int, rows: list[Row], width: int, opening: int) -> bool:
    """Whether the row at a place belongs to the unit before it; most do plainly not."""
    row = rows[at]
    if not (row.text and unit[-1].text):
        return False  # nothing but signs without width
    if not row.gap and _runs_on(unit[-1], row, 0 if at <= opening else width):
        return True
    if not width and row.text.isascii():
        return False  # no headline either
    return is_headline(unit, row, rows[at + 1 : at + 1 + _MOST_LATER], width)


def _opening(rows: list[Row], width: int) -> int:
    """Where the first full lines of a Japanese column are: lines above are not cut by its width."""
    full = [len(row.span) for row in rows if width - 1 <= len(row.span) <= width + 1]
    if not width or not full or not has_cjk(rows[0].text + rows[-1].text):
        return 0
    least = width if sum(length >= width for length in full) >= 0.8 * len(full) else width - 1
    for at in range(len(rows) - 2):
        three = rows[at : at + 3]
        if any(row.gap or _stands_alone(row) for row in three[1:]):
            continue
        if len(three[0].span) >= least and all(len(r.span) >= width - 1 for r in three[1:]):
            return at
    return 0


def _unit(rows: list[Row]) -> Unit:
    text = rows[0].text
    cjk = cjk_count(text)
    is_cjk = cjk * 3 > len(text)
    if len(rows) > 1:
        text = ("" if is_cjk else " ").join(row.text for row in rows)
        cjk = cjk_count(text)
    words = (len(text) + 1) // 2 if is_cjk else text.count(" ") + 1 + cjk // 3
    return Unit(rows, text, words, is_cjk, is_ended(text))


def _wrap_width(rows: list[Row]) -> int:
    """The width at which the text was wrapped by hand or machine, or 0 if it was not."""
    rows = [row for row in rows if not _is_set_apart(row.text)]
    lengths = [len(row.text) for row in rows]
    inner = [
        len(row.text)
        for row, following in pairwise(rows)
        if not following.gap and not is_ended(row.text)
    ]
    if len(inner) < 4:
        return 0
    return _width_of_all(rows, lengths, inner) or _width_of_broken(rows, lengths)


def _width_of_broken(rows: list[Row], lengths: list[int]) -> int:
    """The width of the lines that break off within a sentence, below many short headlines, or 0."""
    broken = [len(row.text) for row, following in pairwise(rows) if _is_broken(row, following)]
    if len(broken) < _FEWEST_BROKEN:
        return 0
    broken.sort()
    width = broken[int(len(broken) * 0.8)]
    alike = sum(1 for length in broken if length > width * 0.78)
    wider = sum(1 for length in lengths if length > width * 1.35)
    is_even = alike >= len(broken) * 0.75 and wider <= len(rows) * 0.15
    return width if is_even and width <= 90 else 0


def _is_broken(row: Row, following: Row) -> bool:
    """Whether a sentence or a word plainly goes on in the next row."""
    if following.gap or is_ended(row.text) or len(row.text) < 12:
        return False
    if has_cjk(row.text):
        return bool(_PAUSE.search(row.text)) and not following.is_indented
    return len(row.text) >= 25 and following.text[:1].islower()


def _width_of_all(rows: list[Row], lengths: list[int], inner: list[int]) -> int:
    is_narrow = any(has_cjk(row.text) for row in rows[:40])
    if is_narrow and (grid := _grid(lengths)):
        return grid
    inner.sort()
    width = inner[int(len(inner) * 0.8)]
    if not (8 if is_narrow else 30) <= width <= 140:
        return 0
    wider = sum(1 for length in lengths if length > width * 1.35)
    alike = sum(1 for length in inner if length > width * 0.78)
    return width if wider <= len(rows) * 0.1 and alike >= len(inner) * 0.45 else 0


def _is_set_apart(text: str) -> bool:
    """Whether a row has cells; those without wide blanks are soon told."""
    may_be = "  " in text or "|" in text or "\u3000" in text or "｜" in text
    return may_be and _SET_APART.search(text) is not None


def _grid(lengths: list[int]) -> int:
    """The number of characters of a full line where many lines are full to the last, or 0."""
    longest = sorted(lengths)[int(len(lengths) * 0.85)]
    full = sum(1 for length in lengths if longest - 1 <= length <= longest)
    wider = sum(1 for length in lengths if length > longest * 1.35)
    if longest < _NARROWEST or full < 4:
        return 0
    return longest if full >= len(lengths) * 0.25 and wider <= len(lengths) * 0.1 else 0


def _runs_on(row: Row, following: Row, width: int) -> bool:
    """Whether the break between two rows is only where the line was full."""
    if following.gap or _stands_alone(row) or _stands_alone(following):
        return False
    if _is_short_furniture(row, width) or _is_short_furniture(following, width):
        return False
    if is_cut_heading(row, following):
        return True
    if _begins_anew(row.text, following.text):
        return False
    is_long = len(row.text) >= _MID_SENTENCE or row.text[-1] in "-¬‐"
    if following.text[:1].islower() and is_long and not is_ended(row.text):
        return True
    if _is_mid_sentence(row.text):
        return True
    if not width or len(row.text) > width * 1.2 or following.text[:1] in _NEW_PARAGRAPH:
        return False
    if has_cjk(row.text):
        if following.is_indented:
            return False
        return len(row.text) >= width * 0.85 or len(following.text) <= 2
    first = following.text.partition(" ")[0]
    return len(row.text) + 1 + len(first) >= width * 0.86


def _begins_anew(text: str, following: str) -> bool:
    """Whether a note in brackets or a headline in capitals follows, or a line ends with the day."""
    if text.isupper() and following[0] in "([" and following[-1] in ")]":
        return True
    if following.count(" ") >= 2 and following.isupper() and not text.isupper():
        return True
    return _ISSUE_DAY.match(text) is not None


def _is_short_furniture(row: Row, width: int) -> bool:
    """Whether a row that does not fill its column is known as furniture."""
    is_known = row.mark is not None and not row.mark.weak
    return is_known and (not width or len(row.text) <= width * 0.85)


def _is_mid_sentence(text: str) -> bool:
    """Whether a long line breaks off at a word after which no line ends by itself."""
    last = text[-12:].rpartition(" ")[2]
    return len(text) >= 50 and last in _NEVER_LAST


def _stands_alone(row: Row) -> bool:
    """Whether a row is settled, or is furniture word for word."""
    mark = row.mark
    if row.kind is not None or (mark is not None and mark.phrases > 0 and not mark.weak):
        return True
    if mark is not None and mark.rule in PAGE_RULES:
        return True
    if has_cjk(row.text) and "　　" in row.text:
        return True
    head = row.text[:24]
    may_be_date = "年" in head or any(map(str.isdigit, head))
    return may_be_date and is_date_line(row.text)
