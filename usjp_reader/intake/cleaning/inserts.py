"""What pages put between the paragraphs: advertisements, pleas, what a page break brings."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.kinship import Kinship, is_plea, is_spoken
from usjp_reader.intake.cleaning.prose import is_heading, is_sentence, is_speech
from usjp_reader.intake.cleaning.shapes import bars, columns

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Unit

_MOST_AD_LINES = 4
_LONGEST_PLEA = 50
_LONGEST_CALL = 2
_MOST_STRANGE, _CUT_ROWS = 3, 2
_LONGEST_ROW = 80
_LONGEST_NOTICE = 25
ROW_LIKE = frozenset({"menu-row", "running-head", "page-fact"})
DAY_OF_LINK = re.compile(
    r"[(（][^()（）]*(?:\d{1,2}[:時]\d\d|\d[月/]\d)[^()（）]*[)）]$"
    r"|[•·|]\s?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}$"
)
"""A link to another article ends with its day and hour."""
_PAIR = re.compile(r"(?:\d[\d.,%]*|[^:：.!?]{2,60})\s?[:：]\s?\S")
_DASH = re.compile(r"\s[-–—]\s")
_BLANKS = re.compile(r"\s{3,}|\t|　{2,}|(?<=[^\s.!?:;,])\s{2}(?=\S)")
_DOTS = ("...", ". .", "……", "・・")
_LEADER = re.compile(r"\S.{0,80}?\s?(?:\.{4,}|(?:\. ){3,}\.?|…{2,}|・{4,})\s?(\S.{0,60})")
_OF_PAGE = re.compile(r"(?:.*\. ?\.)?[ .]*[A-Z]?-?\d{1,3}(?:[-–]\d{1,3})?")
_WARES = re.compile(
    r"!\s|!$|\bwww\.|https?:|\.(?:com|example|jp)\b|[$¥￥£€]\s?\d|\d\s?cents\b"
    r"|[0-9０-９一二三四五六七八九十百千]{1,4}(?:円|圓|錢|銭)|\d{3}[-. ]\d{4}\b"
    r"|\b(?:tel|ph)\.?\s?\d"
    r"|\b(?:easy terms|open (?:daily|evenings|friday|saturday)|for sale)\b",
    re.IGNORECASE,
)


def label_inserts(units: list[Unit], body: int, end: int) -> None:
    """Settle between `body` and `end` what interrupts the article, and rows of its own tables."""
    kin = Kinship.of(units[body:end])
    _label_tables(units, body, end)
    for at in range(body, end):
        unit = units[at]
        if unit.kind is not None:
            continue
        if unit.mark is not None and unit.mark.kind is LineKind.AD and not unit.mark.weak:
            _label_ad(units, at, end, kin)
        elif at > body and _is_plea(units, at, kin):
            _label_plea(units, at, end)
    _label_interruptions(units, body, end, kin)
    if any(len(unit.rows) > 1 for unit in units[body:end]):
        _label_columns_of_others(units, body, end, kin)


def _label_columns_of_others(units: list[Unit], body: int, end: int, kin: Kinship) -> None:
    """What a scanned page prints between the article's paragraphs and has nothing to do with it."""
    for at in range(body + 1, end):
        unit, before = units[at], units[at - 1]
        if unit.kind is not None or is_spoken(unit) or kin.shared(unit, own=True):
            continue
        is_apart = unit.gap or before.kind is not None or unit.is_cjk
        if is_apart and unit.words <= _LONGEST_NOTICE and _WARES.search(unit.text):
            unit.become(LineKind.AD, "advertisement-text")
        elif before.rule == "separator" and at + 1 < end and units[at + 1].rule == "separator":
            unit.become(LineKind.BOILERPLATE, "interruption")


def _label_tables(units: list[Unit], body: int, end: int) -> None:
    """Rows that follow one another with as many bars or columns are a table of the article."""
    _label_leaders(units, body, end)
    _label_columns(units, body, end)
    _label_pairs(units, body, end)
    rows = [(unit, row_signs(unit.text)) for unit in units[body:end]]
    for (one, count), (other, beside) in pairwise(rows):
        if count and count == beside and _may_be_row(one) and _may_be_row(other):
            one.become(LineKind.BODY, "row-of-table")
            other.become(LineKind.BODY, "row-of-table")


def _label_leaders(units: list[Unit], start: int, end: int) -> None:
    """Two and more lines with dots that lead to a value are a table of the article.

    Where they lead to the numbers of pages they are a list of contents or an index.
    """
    run: list[tuple[Unit, str]] = []
    for unit in [*units[start:end], None]:
        may_lead = unit is not None and unit.kind is None and any(one in unit.text for one in _DOTS)
        found = _LEADER.match(unit.text) if unit is not None and may_lead else None
        if unit is not None and found:
            run.append((unit, found[1]))
            continue
        if len(run) > 1 and not all(_OF_PAGE.fullmatch(value) for _, value in run):
            for row, _ in run:
                row.become(LineKind.BODY, "row-of-table")
        run = []


def row_signs(text: str) -> int:
    """How many bars, or else how many lone dashes, at least two, divide a row of a table."""
    if (count := bars(text)) or sum(map(text.count, "-–—")) < 2:
        return count
    dashes = len(_DASH.findall(text))
    return dashes if dashes > 1 else 0


def row_cells(text: str) -> list[str]:
    """The parts of a row between blanks that are wider than one, but not behind a sentence."""
    return [part for part in _BLANKS.split(text) if part]


def _label_columns(units: list[Unit], body: int, end: int) -> None:
    """Rows of columns between wide blanks, most of them with a figure in the last."""
    run: list[Unit] = []
    for unit in [*units[body:end], None]:
        if unit is not None and _may_be_row(unit) and len(row_cells(unit.text)) >= 2:
            run.append(unit)
            continue
        figures = sum(1 for row in run if row_cells(row.text)[-1][-1:].isdigit())
        counts = Counter(len(row_cells(row.text)) for row in run)
        is_even = bool(run) and counts.most_common(1)[0][1] * 3 >= 2 * len(run)
        is_scores = len(run) == figures == 2
        if is_scores or (len(run) >= 3 and (figures * 2 > len(run) or is_even)):
            for row in run:
                row.become(LineKind.BODY, "row-of-table")
        run = []


def _label_pairs(units: list[Unit], body: int, end: int) -> None:
    """Three and more lines of a name and a value ("Weight: 5 tons") are a list of the article."""
    run: list[Unit] = []
    for unit in [*units[body:end], None]:
        if unit is not None and _may_be_row(unit) and _PAIR.match(unit.text):
            run.append(unit)
            continue
        if len(run) >= 3:
            for row in run:
                row.become(LineKind.BODY, "row-of-table")
        run = []


def _may_be_row(unit: Unit) -> bool:
    is_text = unit.prose and (len(unit.text) > _LONGEST_ROW or len(columns(unit.text)) < 3)
    if is_text or (unit.kind is not None and unit.rule != "row-of-table"):
        return False
    if DAY_OF_LINK.search(unit.text):
        return False
    return unit.mark is None or unit.mark.rule in ROW_LIKE


def _label_ad(units: list[Unit], at: int, end: int, kin: Kinship) -> None:
    """The lines below the word "Advertisement" that have nothing to do with the article."""
    below = units[at + 1] if at + 1 < end else None
    if below and not (below.gap or below.prose or below.mark or kin.shared(below, own=True)):
        below.become(LineKind.AD, "advertisement-text")
        at += 1
    for unit in units[at + 1 : min(end, at + 1 + _MOST_AD_LINES)]:
        if unit.kind is not None or unit.mark is not None or is_spoken(unit):
            return
        is_text = unit.prose or is_sentence(unit)
        has_wares = _WARES.search(unit.text) is not None
        if kin.shared(unit, own=True) >= (3 if has_wares else 1):
            return
        if not has_wares and (not is_text or unit.text[:1].islower()):
            return
        unit.become(LineKind.AD, "advertisement-text")


def _is_plea(units: list[Unit], at: int, kin: Kinship) -> bool:
    """Whether a sentence asks the reader of the page for something, in the midst of the article."""
    unit = units[at]
    if unit.mark is not None or unit.words > _LONGEST_PLEA or is_spoken(unit):
        return False
    if not (unit.prose or is_sentence(unit)) or len(unit.rows) > 1 or is_speech(unit.text):
        return False
    return is_plea(unit) and not kin.holds(unit, own=True)


def _label_plea(units: list[Unit], at: int, end: int) -> None:
    """The plea with the heading above it and the button below it."""
    units[at].become(LineKind.BOILERPLATE, "plea")
    above = units[at - 1]
    if not above.prose and not is_sentence(above) and above.kind is None and is_heading(above):
        above.become(LineKind.BOILERPLATE, "plea")
    if at + 1 < end:
        below = units[at + 1]
        if below.words <= _LONGEST_CALL and not below.ended and below.kind is None:
            below.become(LineKind.BOILERPLATE, "plea")


def _label_interruptions(units: list[Unit], body: int, end: int, kin: Kinship) -> None:
    """What stands between two halves of a sentence, and heaps of scraps between wrapped texts."""
    texts = [at for at in range(body, end) if units[at].prose or len(units[at].rows) > 1]
    for n, last in enumerate(texts):
        _label_within_sentence(units, last, texts[n + 1 : n + 2 + _MOST_STRANGE], kin)
    for last, at in pairwise(texts):
        between = units[last + 1 : at]
        if between and _is_interrupted(units[last], units[at], between):
            for one in between[:-1] if _heads_rest(between, units[at]) else between:
                if one.mark is None or one.mark.weak:
                    one.become(LineKind.BOILERPLATE, "interruption")


def _label_within_sentence(units: list[Unit], last: int, later: list[int], kin: Kinship) -> None:
    """Settle texts that stand between the halves of a sentence which a page break has cut."""
    before = units[last]
    if len(before.rows) < _CUT_ROWS or before.ended or before.kind is not None:
        return
    rest = next((at for at in later if units[at].gap and units[at].text[0].islower()), None)
    if rest is None or not units[last + 1].gap or len(units[rest].rows) == 1:
        return
    between = [unit for unit in units[last + 1 : rest] if unit.kind is None]
    if all(kin.shared(unit, own=True) <= 1 and unit.words <= _LONGEST_PLEA for unit in between):
        for unit in between:
            unit.become(LineKind.BOILERPLATE, "interruption")


def _heads_rest(between: list[Unit], after: Unit) -> bool:
    """Whether the last of what interrupts an article is the heading of what goes on below."""
    last = between[-1]
    is_apart = len(between) > 1 and last.gap and after.gap and not after.text[:1].islower()
    return is_apart and last.mark is None and is_heading(last) and not _WARES.search(last.text)


def _is_interrupted(before: Unit, after: Unit, between: list[Unit]) -> bool:
    if any(is_sentence(one) for one in between):
        return False
    if not before.ended and after.text[:1].islower():
        return True
    is_wrapped = len(before.rows) > 1 and len(after.rows) > 1
    free = [one for one in between if one.kind is None and (not one.mark or one.mark.weak)]
    if any(one.gap for one in free) and len(free) < 2:
        return False
    has_wares = any(_WARES.search(one.text) for one in free)
    return is_wrapped and len(free) >= 2 and has_wares
