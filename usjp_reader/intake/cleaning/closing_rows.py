"""Tables, lists and chronicles below the last sentence of an article, which belong to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.inserts import DAY_OF_LINK, ROW_LIKE, row_cells, row_signs
from usjp_reader.intake.cleaning.kinship import Kinship
from usjp_reader.intake.cleaning.prose import is_heading

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Unit

_ITEM_SIGNS = tuple("•●◦▪▼▽▲△◆◇■□○・")
_FEWEST_ROWS = 2
_MOST_HEADINGS = 2
_NUMERAL = "[0-9０-９元一二三四五六七八九十〇]"
_CHRONICLE = re.compile(
    rf"(?:(?:明治|大正|昭和|平成|令和)\s?)?{_NUMERAL}{{1,4}}年"
    rf"(?:[ 　]{{0,2}}{_NUMERAL}{{1,2}}月)?(?:[ 　]?{_NUMERAL}{{1,3}}日)?[ 　：:、]{{1,3}}"
    r"(?!.{0,4}(?:更新|公開|掲載|配信|作成|発行|朝刊|夕刊|午前|午後))[^\s(（\d].{2,}"
    r"|(?:1[5-9]|20)\d\d(?::|\s?[-–—]|\s{1,3})\s?[A-Z\"“].{6,}"
)
"""An entry of a chronicle: a year, perhaps with a day, and what happened."""
_COUNTED = re.compile(
    r"[^\d０-９。]\S{1,20}(?:[ 　][^。 　]{1,24})?[ 　][^。 　]{0,6}[0-9０-９][^。 　]{0,9}"
)
_PAIR = re.compile(r"[^:：.!?]{2,32}[:：]\s?[^\s:：/].{2,90}")
_STAGE = re.compile(
    r"[\[(](?:[A-Z][A-Z ,'’-]{4,40}|(?:Laughter|Applause|Music|Crosstalk)\b.{0,20})[\])]|"
    r"[（(](?:笑|拍手|了|完)[)）]|[（(]?以[　 ]?上[)）]?"
)
"""What is heard and not said, below the last words of a transcript."""


def with_closing_rows(units: list[Unit], end: int, limit: int) -> int:
    """The end of the text with a table or a list below its last sentence, and their heading."""
    while end < limit and units[end].mark is None and _STAGE.fullmatch(units[end].text):
        units[end].become(LineKind.BODY, "stage-direction")
        end += 1
    for first in range(end, min(end + _MOST_HEADINGS + 1, limit)):
        last = first
        while last < limit and (shape := _row_shape(units[last])):
            if shape != _row_shape(units[first]) or (last > first and units[last].gap):
                break
            last += 1
        shape = _row_shape(units[first])
        fewest = 3 if shape in ("counted", "pair") else _FEWEST_ROWS
        if last - first >= fewest and (
            (first > end and shape != "pair") or _are_akin(units, first, last, shape)
        ):
            for unit in units[first:last]:
                unit.become(LineKind.BODY, "row-of-table")
            return last
        if not (may_head(units[first]) or _is_caption(units[first])):
            break
    return end


def _are_akin(units: list[Unit], first: int, last: int, shape: str | None) -> bool:
    """Whether items and pairs tell of what the text above tells of, and are no other news."""
    if shape != "pair" and shape not in _ITEM_SIGNS:
        return True
    kin = Kinship.of(units[:first])
    rows = units[first:last]
    akin = sum(1 for unit in rows if kin.shared(unit))
    return akin * (2 if shape == "pair" else 3) >= len(rows)


def _is_caption(unit: Unit) -> bool:
    return unit.mark is not None and unit.mark.kind is LineKind.CAPTION


def _row_shape(unit: Unit) -> str | None:
    """The sign that leads an item; "dated", "counted", "row" where there are columns; or None."""
    is_free = unit.mark is None or (unit.mark.weak and unit.mark.rule in ROW_LIKE)
    if unit.kind is not None or not (is_free or (unit.mark and unit.mark.rule == "menu-row")):
        return None
    if unit.text.startswith(_ITEM_SIGNS):
        return unit.text[0]
    if _CHRONICLE.match(unit.text):
        return "dated"
    if DAY_OF_LINK.search(unit.text):
        return None
    if len(row_cells(unit.text)) > 1 or row_signs(unit.text):
        return "row"
    if _PAIR.match(unit.text) and not unit.ended:
        return "pair"
    return "counted" if unit.is_cjk and _COUNTED.fullmatch(unit.text) else None


def may_head(unit: Unit) -> bool:
    """Whether a unit may be the heading of what stands below it."""
    is_free = unit.mark is None or unit.mark.weak
    if unit.is_cjk:
        return is_free and is_heading(unit)
    return is_free and is_heading(unit) and not unit.text.endswith((":", ")"))
