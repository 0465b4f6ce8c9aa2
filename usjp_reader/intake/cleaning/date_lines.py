"""Lines that are a date, told by their shape. What the date is is read elsewhere."""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
    r"(?:\s(?:morning|evening|night|noon|afternoon))?,?\s+)?"
)
_DATE = (
    rf"(?:{_DAY}{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?|{_DAY}\d{{1,2}}(?:st|nd|rd|th)?\s+"
    rf"{_MONTH},?(?:\s+\d{{4}})?|{_MONTH},?\s+\d{{4}}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|"
    r"(?:明治|大正|昭和|平成|令和)?\s?[0-9０-９元一二三四五六七八九十廿〇]{1,4}年\s?[0-9０-９一二三四五六七八九十]{1,2}月"
    r"\s?(?:[0-9０-９一二三四五六七八九十廿卅]{1,3}日)?)"
)
_HOUR = r"(?:\d{1,2}:\d\d\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4})?,?\s{1,2})?"
DATE_LINE = re.compile(
    rf"^\W{{0,3}}{_HOUR}{_DATE}(?:[\sT,·•|@(（\-0-9０-９].{{0,50}})?\W{{0,2}}$", re.IGNORECASE
)
"""A line that is a date, with an hour or a short addition at most."""

PLACE_DATE_LINE = re.compile(
    rf"^(?-i:[A-Z][\w.'’-]+(?:[ ,]{{1,2}}[A-Z][\w.'’-]*){{0,4}}),\s*{_DATE}[^a-z]{{0,3}}.{{0,24}}$",
    re.IGNORECASE,
)
"""A line that is a place and a date, as letters and telegrams have."""

DATED_NAME = re.compile(rf"[·•|,–—-]\s{_DATE}\W*$", re.IGNORECASE)
"""The end of a short line that names somebody or something, then a date."""

_JA_WORDS = re.compile(
    r"[^\W\d_年月日曜時分頃午前後号號第面版朝夕刊公開更新配信投稿掲載一二三四五六七八九十百千〇元]"
)
_SMALL_WORDS = re.compile(
    r"(?<!\S)(?!(?:at|by|for|from|in|of|on|the|to|updated|posted|published|edition)\b)[a-z]{2,}[.,]?(?!\S)"
)
JA_HOUR_LINE = re.compile(
    r"[0-9０-９]{1,2}月[0-9０-９]{1,2}日(?:[（(].[)）])?[　 ]{0,2}(?:午前|午後)?[　 ]?"
    r"[0-9０-９]{1,2}(?:時|[:：])[0-9０-９]{1,2}分?"
)
"""A day without its year, with an hour."""


def is_date_line(text: str) -> bool:
    """Whether a line is a date and says nothing else, such as an entry of a chronicle."""
    if DATE_LINE.match(text) is None:
        return JA_HOUR_LINE.fullmatch(text) is not None
    if text.isascii():
        return len(_SMALL_WORDS.findall(text)) <= _MOST_SMALL_WORDS
    return len(_JA_WORDS.findall(text)) <= _MOST_JA_WORDS


_MOST_JA_WORDS = 12
_MOST_SMALL_WORDS = 2
"""Words in small letters: what has more of them is a line of a paragraph that holds a date."""
