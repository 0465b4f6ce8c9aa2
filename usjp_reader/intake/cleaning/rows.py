"""A text as rows and units: every line that shows something, and hard-wrapped lines joined.

What the rows are is decided elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.intake.cleaning.date_lines import DATE_LINE, is_date_line

if TYPE_CHECKING:
    from usjp_reader.domain.texts import LineKind
    from usjp_reader.intake.cleaning.phrases import Mark

_OUTER = " \t\xa0\u3000\u200b\u200c\u200d\ufeff\u00ad"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f\U00020000-\U0003ffff]")
_CJK_RUN = re.compile(f"{_CJK.pattern}+")
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
_HEADING_GOES_ON = frozenset(
    ["the", "a", "an", "of", "and", "that", "for", "with", "from", "its", "their", "or", "as"]
)
_CUT_HEADING = 12
_NARROWEST = 8
_JA_GOES_ON = ("する", "における", "による", "めぐる", "向けた", "向ける", "伴う", "係る")
_JA_NEVER_LAST = "のをにとはがで、"
_NEW_PARAGRAPH = "【■◆◇●○▼▽□"
PAGE_RULES = frozenset({"scan-note", "stray-number", "running-head"})
"""Rules of lines that stand where a printed page begins or ends."""
_NOT_WORD = re.compile(r"[\W_]+")
_ENDED = re.compile(
    r"""[.!?…。！？」』:：;][\])"'”’»）】」』*_]{0,3}(?:\[\d{1,3}\]){0,4}\s?[■□◆❧●♦▪∎]?$"""
)


@dataclass(slots=True)
class Row:
    """A line that is not blank, on its way to a kind.

    Attributes:
        number: As `str.splitlines` counts, from 1.
        span: The whole line without its line break.
        text: The line without outer blanks.
        gap: Whether a blank line, or the head of the text, stands before it.
        mark: What the tables say of it.
        kind: None until something is sure.
        rule: Which rule was sure.
    """

    number: int
    span: Span
    text: str
    gap: bool
    mark: Mark | None = None
    kind: LineKind | None = None
    rule: str = ""

    @property
    def is_indented(self) -> bool:
        """Whether it begins as a Japanese paragraph does. Only `text` knows: the blank is outer."""
        return len(self.span) > len(self.text)

    def become(self, kind: LineKind, rule: str) -> None:
        """Settle the row, unless it is settled."""
        if self.kind is None:
            self.kind, self.rule = kind, rule


@dataclass(slots=True)
class Unit:
    """One paragraph, heading or scrap: a row, or the rows over which it was wrapped.

    Attributes:
        text: The rows joined by blanks.
        words: Number of words; of Japanese, half the number of characters.
        ended: Whether it ends as a sentence ends.
        mark: What the tables say of it.
        prose: Whether it is surely running text and no furniture.
        bare: Nothing but its letters and digits, for comparison; empty until asked for.
        telling: Its words that say something; None until asked for.
    """

    rows: list[Row]
    text: str
    words: int
    is_cjk: bool
    ended: bool
    mark: Mark | None = None
    prose: bool = False
    bare: str = ""
    telling: frozenset[str] | None = None

    @property
    def kind(self) -> LineKind | None:
        """The kind of its first row."""
        return self.rows[0].kind

    @property
    def rule(self) -> str:
        """The rule that settled its first row."""
        return self.rows[0].rule

    @property
    def gap(self) -> bool:
        """Whether a blank line stands before it."""
        return self.rows[0].gap

    def become(self, kind: LineKind, rule: str) -> None:
        """Settle all its rows that are not settled."""
        for row in self.rows:
            row.become(kind, rule)


def rows_of(text: str) -> list[Row]:
    """All lines that show something, in order."""
    rows: list[Row] = []
    start, gap = 0, True
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        end = start + len(line)
        shown = line.strip()
        if shown:
            bare = line.rstrip("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
            rows.append(Row(number, Span(start, start + len(bare)), _words_of(shown), gap))
        gap = not shown
        start = end
    return rows


def _words_of(shown: str) -> str:
    """A line without outer blanks, and without the control signs of a wire service."""
    words = shown.strip(_OUTER)
    if words[:1] == "^" and words[1:2].isalpha():
        words = words[1:].removesuffix("<")
    return words


def bare(text: str) -> str:
    """A text with nothing but its letters and digits, for comparison."""
    return _NOT_WORD.sub("", text.casefold())


def has_cjk(text: str) -> bool:
    """Whether a text holds Japanese (or Chinese) characters."""
    return not text.isascii() and _CJK.search(text) is not None


def cjk_count(text: str) -> int:
    """How many Japanese (or Chinese) characters a text holds."""
    return 0 if text.isascii() else sum(map(len, _CJK_RUN.findall(text)))


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence ends."""
    return _ENDED.search(text[-12:]) is not None


def units_of(rows: list[Row]) -> list[Unit]:
    """The rows as units; rows already settled stand alone."""
    width = _wrap_width(rows)
    units: list[list[Row]] = []
    for row in rows:
        if units and (_runs_on(units[-1][-1], row, width) or _is_headline(units[-1], row, width)):
            units[-1].append(row)
        else:
            units.append([row])
    return [_unit(group) for group in units]


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
    lengths = [len(row.text) for row in rows]
    inner = [
        len(row.text)
        for row, following in pairwise(rows)
        if not following.gap and not is_ended(row.text)
    ]
    if len(inner) < 4:
        return 0
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
    if _is_cut_heading(row, following, width):
        return True
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


def _is_short_furniture(row: Row, width: int) -> bool:
    """Whether a row that does not fill its column is known as furniture."""
    is_known = row.mark is not None and not row.mark.weak
    return is_known and (not width or len(row.text) <= width * 0.85)


def _is_cut_heading(row: Row, following: Row, width: int) -> bool:
    """Whether two rows are one heading that was too long for its column."""
    if is_ended(row.text) or not (_is_free(row) and _is_free(following)):
        return False
    if has_cjk(row.text):
        is_short = len(row.text) < (width * 0.85 if width else 28)
        is_cut = row.text[-1] in _JA_NEVER_LAST or row.text.endswith(_JA_GOES_ON)
        return is_short and has_cjk(following.text) and is_cut
    if row.text.rpartition(" ")[2] in _HEADING_GOES_ON and len(row.text) >= _CUT_HEADING:
        return True
    if not width:
        return False
    in_capitals = row.text.isupper() and following.text.isupper()
    return in_capitals and len(row.text) >= 4 and len(following.text) >= 4


def _is_headline(rows: list[Row], following: Row, width: int) -> bool:
    """Whether rows that are too short for their column, and the next, are one printed headline."""
    last = rows[-1]
    if not width or following.gap or has_cjk(last.text):
        return False
    if is_ended(last.text) and last.text[-1] not in ";:":
        return False
    if not all(_is_free(row) and len(row.text) < width * 0.85 for row in rows):
        return False
    if not _is_free(following) or following.kind is not None or DATE_LINE.match(following.text):
        return False
    if len(following.text) > width * 0.9:
        return False
    if following.text[:1].islower():
        return True
    is_alike = max(len(last.text), len(following.text)) <= 1.7 * min(
        map(len, (last.text, following.text))
    )
    return is_alike and _is_titled(last.text) and _is_titled(following.text)


def _is_titled(text: str) -> bool:
    """Whether all words of some length are capitalised, and not all letters."""
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return bool(words) and not text.isupper() and all(word[0].isupper() for word in words)


def _is_free(row: Row) -> bool:
    return row.mark is None or (row.mark.weak and row.mark.rule == "site-menu")


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
