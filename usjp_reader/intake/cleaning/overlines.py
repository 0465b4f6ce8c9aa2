"""Clues to what stands above a headline and is none: overlines, columns, series, paths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.names import is_masthead
from usjp_reader.intake.cleaning.prose import is_capitals, is_heading
from usjp_reader.intake.cleaning.publication_clues import is_free
from usjp_reader.intake.cleaning.rows import bare_of
from usjp_reader.intake.cleaning.self_descriptions import names_field, names_section
from usjp_reader.knowledge.letters import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.cleaning.publication_clues import Clue
    from usjp_reader.intake.cleaning.rows import Unit

_LEADS_ON = ("で", "に", "を", "へ", "は", "が", "も", "と")
_SERIES = re.compile(
    r"第[0-9０-９一二三四五六七八九十]{1,4}[回部話]$|[（(＜〈<][0-9０-９一二三四五六七八九十上中下完]{1,3}[)）＞〉>]$"
    r"|(?:\bno\.? ?|#|\bpart )\d{1,4}$|^(?:連載|シリーズ|特集)[　 :：・]",
    re.IGNORECASE,
)
_EVENT = re.compile("(?:来日|來日|訪日|訪米|来訪|來訪|渡米|歸朝|帰国|問題|騒動)$")
"""What an overline names as known, and the headline below tells."""
_LISTED = re.compile(
    r"(?:participants|(?:also )?present|copies to|distribution|出席者|参加者|列席者)\s?[:：]?",
    re.IGNORECASE,
)
_MOST_LISTED = 12
_DECK_SIGNS = "▽▼△▲◇◆◎○"
_CODE = re.compile(r"\d{5,}|\b[A-Z]{2,}\d{3,}|\d/\d{2}")
_WITH = re.compile("with |conducted by ", re.IGNORECASE)
_STEP = re.compile("\\s*[>›»→＞/|]\\s*")
STANDS_ABOVE = frozenset(
    {
        "column of somebody",
        "leads on to the next line",
        "looks like a code",
        "numbered in a series",
        "steps of a path",
    }
)
"""Clues to a line that takes nothing from the headline below it."""
_LONGEST_LABEL, _SHORTEST_PATH = 4, 6


def clues_of_overlines(units: list[Unit], first: int, at: int, *, printed: bool) -> Iterator[Clue]:
    """What says that a line stands above a headline, or below one.

    Args:
        units: All units.
        first: The first unit of running text.
        at: The line.
        printed: Whether the text was wrapped in a printed column.
    """
    unit = units[at]
    below = units[at + 1] if at + 1 < len(units) else None
    yield "numbered in a series", _SERIES.search(unit.text) is not None
    yield "looks like a code", not unit.is_cjk and _CODE.search(unit.text) is not None
    yield "led by the sign of a deck", unit.text[0] in _DECK_SIGNS
    yield "two signs of decks", sum(map(unit.text.count, _DECK_SIGNS)) > 1
    yield "steps of a path", _is_path_end(units, at)
    yield "below a headline and a rule", _is_below_rule(units, at)
    yield "named by a record", _is_participant(units, at)
    yield "column of somebody", at < first and _is_column(units, at, first)
    if below is None or not _is_headline(below) or at >= first:
        return
    if unit.is_cjk:
        leads = unit.text.endswith(_LEADS_ON) and not below.gap
        yield "names an event above a headline", _EVENT.search(unit.text) is not None
        yield "leads on to the next line", leads and below.is_cjk
    elif is_capitals(unit.text) and not is_capitals(below.text):
        is_label = unit.words <= _LONGEST_LABEL
        yield "capitals above small in print", printed
        yield "label in capitals above small", is_label and not printed


def _is_headline(unit: Unit) -> bool:
    return is_free(unit) and not unit.prose and unit.words > 1 and is_heading(unit)


def _is_path_end(units: list[Unit], at: int) -> bool:
    """Whether a line is two last steps of a path above it, or more, one behind another."""
    own = bare_of(units[at])
    if len(own) < _SHORTEST_PATH:
        return False
    for unit in units[:at]:
        if unit.mark is not None and unit.mark.rule == "breadcrumb":
            steps = [bare(step) for step in _STEP.split(unit.text)]
            if any("".join(steps[n:]) == own for n in range(len(steps) - 1)):
                return True
    return False


def _is_below_rule(units: list[Unit], at: int) -> bool:
    """Whether a rule stands between a headline and a line, as between decks of old papers."""
    if at < 2 or units[at - 1].rule != "separator":
        return False
    above = units[at - 2]
    return _is_headline(above) and not (names_section(above.text) or is_masthead(above.text))


def _is_participant(units: list[Unit], at: int) -> bool:
    """Whether a line stands in the list of those who were present, below its label."""
    for above in reversed(units[max(0, at - _MOST_LISTED) : at]):
        if _LISTED.fullmatch(above.text):
            return True
        if names_field(above.text) or above.prose:
            return False
    return False


def _is_column(units: list[Unit], at: int, first: int) -> bool:
    """Whether who writes it stands below a line, and a headline of its own below that."""
    if at + 2 >= len(units) or at + 2 >= first:
        return False
    byline, below = units[at + 1], units[at + 2]
    is_byline = byline.mark is not None and byline.mark.kind is LineKind.BYLINE
    return (
        is_byline and _WITH.match(byline.text) is not None and is_free(below) and is_heading(below)
    )
