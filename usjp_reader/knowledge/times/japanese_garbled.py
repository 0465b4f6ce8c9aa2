"""Japanese dates that a scanner misread, 昭和九年十一月三曰; positions stay as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.times.calendars import SOLAR, era_named, western_year
from usjp_reader.knowledge.times.expressions import Expression, Form, day_of
from usjp_reader.knowledge.times.numerals import NUMERALS, number

if TYPE_CHECKING:
    from collections.abc import Iterator

_AS_NUMERALS = str.maketrans(
    "ー―‐－-ニミ大セハ丸＋†ナ○OolI|", "一一一一一二三六七八九十十十〇00111"
)
"""What scanners read for a numeral."""
_ERAS = {
    "昭禾": "昭和",
    "昭利": "昭和",
    "昭租": "昭和",
    "大止": "大正",
    "明冶": "明治",
    "明洽": "明治",
}
_N = rf"[{NUMERALS}0-9０-９ー―‐－\-ニミ大セハ丸＋†ナ○OolI|]"
_DATE = re.compile(
    rf"(?P<era>明治|大正|昭和|平成|{'|'.join(_ERAS)})[ 　]?(?P<y>{_N}{{1,5}}|元)[ 　]?[年午牛]"
    rf"[ 　]?(?P<m>{_N}{{1,3}})[ 　]?[月刀丹][ 　]?(?P<d>{_N}{{1,4}})[ 　]?[日曰目旧白口]"
)


def garbled_dates(text: str) -> Iterator[Expression]:
    """The days in a text of which some signs were misread, in order."""
    for found in _DATE.finditer(text):
        written = found["era"]
        era = era_named(_ERAS.get(written, written))
        year = western_year(era, _number(found["y"])) if era else None
        if year is None or year < SOLAR.year:
            continue
        days = day_of(year, _number(found["m"]), _number(found["d"]))
        if days and era and days.intersection(era.days):
            span = Span(found.start(), found.end())
            yield Expression(span, span.of(text), Form.DAY, days)


def _number(written: str) -> int:
    return number(written.translate(_AS_NUMERALS))
