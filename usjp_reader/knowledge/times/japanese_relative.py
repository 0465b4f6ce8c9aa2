"""Japanese expressions that are reckoned from a day: 昨年9月, 三年前, 先週金曜日, 同日."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.times.expressions import Expression, Form, Shift, Unit, day_of
from usjp_reader.knowledge.times.numerals import NUMERALS, number

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

_DAY, _WEEK, _MONTH, _YEAR, _SEASON = Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.SEASON
_FIXED: Mapping[str, Shift] = {
    **dict.fromkeys(("昨日", "きのう", "きのふ", "昨夜", "昨晩", "昨朝", "昨夕"), Shift(_DAY, -1)),
    **dict.fromkeys(
        ("今日", "きょう", "けふ", "本日", "今朝", "今夜", "今晩", "けさ"), Shift(_DAY, 0)
    ),
    **dict.fromkeys(("明日", "あす", "明朝"), Shift(_DAY, 1)),
    **dict.fromkeys(("一昨日", "おととい"), Shift(_DAY, -2)),
    **dict.fromkeys(("明後日", "あさって"), Shift(_DAY, 2)),
    "先週": Shift(_WEEK, -1),
    "今週": Shift(_WEEK, 0),
    "来週": Shift(_WEEK, 1),
    "先々週": Shift(_WEEK, -2),
    "再来週": Shift(_WEEK, 2),
    **dict.fromkeys(("先月", "去月", "客月", "前月中"), Shift(_MONTH, -1)),
    **dict.fromkeys(("今月", "本月"), Shift(_MONTH, 0)),
    "来月": Shift(_MONTH, 1),
    "先々月": Shift(_MONTH, -2),
    "再来月": Shift(_MONTH, 2),
    **dict.fromkeys(("昨年", "去年", "客年"), Shift(_YEAR, -1)),
    **dict.fromkeys(("今年", "ことし", "本年", "当年"), Shift(_YEAR, 0)),
    **dict.fromkeys(("来年", "明年"), Shift(_YEAR, 1)),
    **dict.fromkeys(("一昨年", "おととし"), Shift(_YEAR, -2)),
    "再来年": Shift(_YEAR, 2),
    **dict.fromkeys(("同日", "当日"), Shift(_DAY, 0, from_text=True)),
    "翌日": Shift(_DAY, 1, from_text=True),
    **dict.fromkeys(("前日", "前夜"), Shift(_DAY, -1, from_text=True)),
    "同月": Shift(_MONTH, 0, from_text=True),
    "翌月": Shift(_MONTH, 1, from_text=True),
    "同年": Shift(_YEAR, 0, from_text=True),
    "翌年": Shift(_YEAR, 1, from_text=True),
    "前年": Shift(_YEAR, -1, from_text=True),
}
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_YEARS = {"今": 0, "昨": -1, "来": 1}
_NEAR = {"今": 0, "本": 0, "昨": -1, "明": 1}
_COUNTED = {"日": _DAY, "週": _WEEK, "月": _MONTH, "年": _YEAR, "世紀": Unit.CENTURY}
_N = rf"[0-9０-９]{{1,3}}|[{NUMERALS}]{{1,4}}"
_WORDS = "|".join(sorted(_FIXED, key=len, reverse=True))

_WHICH = (
    rf"(?:[の、]?(?:(?P<rm>{_N}|正)[ 　]?月(?:[ 　]?(?P<rd>{_N})[ 　]?日)?"
    rf"|(?P<rd2>{_N})[ 　]?日(?![間本米])|(?P<rs>[春夏秋冬])|(?P<rw>[月火水木金土日])曜日?"
    r"|(?P<end>末)))?"
)
RELATIVE = (
    rf"(?P<fixed>{_WORDS})(?!比|度比)(?P<fy>度)?{_WHICH}"
    r"|(?P<sy>[今昨来])(?P<ss>[春夏秋冬])"
    rf"|(?P<n>{_N}|半)(?P<nu>日|週間|[かカヶヵケ箇]月|年|世紀)(?:ほど|余り|あまり|近く|以上)?"
    r"(?P<way>前|まえ|後)(?!半|年|期|日|線)(?P<today>の(?:きょう|今日|本日))?"
    rf"|(?P<gone>去る|来る|來る|去)(?P<gd>{_N})[ 　]?日"
    rf"|(?<![\u4e00-\u9fff])(?P<near>[今本昨明])(?P<nd>{_N})[ 　]?日(?![間本米])"
)
"""A pattern for `read_relative`."""

RELATIVE_STARTS = (
    *_FIXED,
    "[今昨来][春夏秋冬]",
    "去る",
    "[来來]る",
    "(?<![\u4e00-\u9fff])[今本昨明][0-9０-９一二三四五六七八九十廿]",
    "去[0-9０-９一二三十]",
)
"""What it begins with, numbers aside."""

RELATIVE_FIRST = "".join(sorted({word[0] for word in _FIXED} | set("今昨来來去本明")))
"""The first letters of these."""


def read_relative(found: re.Match[str]) -> Expression | None:
    """The relative expression that a match of `RELATIVE` is."""
    span, words = Span(found.start(), found.end()), found.group()
    if found["fixed"]:
        return _fixed(found, span, words)
    if found["sy"]:
        shift = Shift(_SEASON, _YEARS[found["sy"]])
        month = _SEASONS[found["ss"]]
        return Expression(span, words, Form.SEASON, month=month, shift=shift)
    if found["gone"]:
        way = 1 if found["gone"] in ("来る", "來る") else -1
        return _day_only(span, words, number(found["gd"]), Shift(_DAY, way))
    if found["near"]:
        shift = Shift(_DAY, _NEAR[found["near"]], exact=True)
        return _day_only(span, words, number(found["nd"]), shift)
    return _counted(found, span, words)


def _fixed(found: re.Match[str], span: Span, words: str) -> Expression | None:
    shift = _FIXED[found["fixed"]]
    month = number(found["rm"]) if found["rm"] else 0
    day = number(found["rd"] or found["rd2"] or "")
    if month:
        if shift.unit is not _YEAR or not 1 <= month <= 12:
            return None
        if day:
            if day_of(2000, month, day) is None:
                return None
            return Expression(span, words, Form.MONTH_DAY, month=month, day=day, shift=shift)
        return Expression(span, words, Form.MONTH_ONLY, month=month, shift=shift)
    if day:
        exactly = Shift(shift.unit, shift.count, from_text=shift.from_text, exact=True)
        return _day_only(span, words, day, exactly if shift.unit is _DAY else shift)
    if found["rs"] and shift.unit is _YEAR:
        shift = Shift(_SEASON, shift.count, from_text=shift.from_text)
        return Expression(span, words, Form.SEASON, month=_SEASONS[found["rs"]], shift=shift)
    if found["rw"]:
        weekday = "月火水木金土日".index(found["rw"])
        return Expression(span, words, Form.WEEKDAY, weekday=weekday, shift=shift)
    part = "late" if found["end"] else "fiscal" if found["fy"] else ""
    shift = Shift(shift.unit, shift.count, from_text=shift.from_text, part=part)
    return Expression(span, words, Form.NEAR, shift=shift)


def _day_only(span: Span, words: str, day: int, shift: Shift) -> Expression | None:
    if not 1 <= day <= 31:
        return None
    return Expression(span, words, Form.DAY_ONLY, day=day, shift=shift)


def _counted(found: re.Match[str], span: Span, words: str) -> Expression | None:
    unit = _COUNTED[found["nu"] if found["nu"] == "世紀" else found["nu"].strip("間")[-1]]
    many = 0 if found["n"] == "半" else number(found["n"])
    if found["n"] == "半":
        if unit is not Unit.CENTURY:
            return None
        unit, many = _YEAR, 50
    if not many:
        return None
    is_after = found["way"] == "後"
    shift = Shift(
        unit,
        many if is_after else -many,
        from_text=is_after,
        exact=found["today"] is not None,
    )
    return Expression(span, words, Form.NEAR, shift=shift)
