"""Whether a line that does not fill its column goes on in the next: headlines on several lines.

English headlines tell it by their case, their last word and their measure; Japanese ones, which are
cut wherever the column ends, by what they break off, or by words of the text that the break cuts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.intake.cleaning.date_lines import DATE_LINE, PLACE_DATE_LINE
from usjp_reader.intake.cleaning.names import is_masthead, is_person
from usjp_reader.intake.cleaning.prose import is_capitals
from usjp_reader.intake.cleaning.rows import has_cjk, is_ended
from usjp_reader.intake.cleaning.self_descriptions import (
    asks_readers,
    names_field,
    names_house,
    names_section,
)

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Row

_GOES_ON = frozenset(
    ["the", "a", "an", "of", "and", "that", "for", "with", "from", "its", "their", "or", "as"]
)
_GOES_ON_IN_HEADLINES = _GOES_ON | {"to", "in", "on", "at", "by", "into", "his", "her", "&"}
_FOLLOWS_ON = frozenset(
    ["of", "to", "in", "on", "for", "with", "at", "by", "from", "and", "as", "but", "or", "into"]
)
_SMALL_WORDS = _GOES_ON_IN_HEADLINES | _FOLLOWS_ON
_CUT_HEADING = 12
_SHORTEST = 4
_SHORT_DAY = 9
_BANNER = 12
_MOST_ROWS = 6
_FULL = 0.85
_WIDER = 1.3
_WIDER_LAST = 1.5
_WIDER_CAPITALS = 1.5
"""A deck is set in smaller type: its lines are longer by this or more."""
_OPEN_ENDS = (";", ":", ",", "-", "–", "—")
_LONGEST_JA = 28
_OVERLINE = re.compile("^[^\\w「『]|(?:来日|來日|訪日|訪米|来訪|來訪|渡米|問題|会議|會議|騒動)$")
"""An overline names what is known, or is led by a sign."""
_LONGEST_LARGE, _SMALLER = 8, 1.3
_JA_GOES_ON = ("の", "、", "する", "における", "による", "めぐる", "向けた", "向ける")
_JA_MAY_GO_ON = "をにとはがで"
_NEVER_FIRST = re.compile(
    "[をんっゃゅょぁぃぅぇぉるりれらぬーッャュョァィゥェォン々ゝヽ、。」』）)]"
)
_PARTICLE_FIRST = re.compile("[がはにとでへもの][^ぁ-んー]")
_DIGITS = "0-9０-９一二三四五六七八九十百千万"
_CUT_NUMBER = re.compile(f"[{_DIGITS}]\n[{_DIGITS}億兆年月日円圓人隻機条箇個回度票]")
_WORD = re.compile(r"\b(?!and\b)[a-z]{3,}\b")
_NEXT = 30
_TWO_KANJI = re.compile("([\u4e00-\u9fff]{2})[^\u4e00-\u9fff]")
"""A word cut in two, with a sign that is no kanji after it."""
_HIRAGANA_ONLY = re.compile("[ぁ-ん]+")
_NEW_LINE = "【〔［[(（《〈＜■◆◇●○◎▼▽▲△□★☆"
_DECK = re.compile("[―—─–~～-]")
_BRACKETS = ("「」", "『』", "（）", "“”", "‘’")


def is_cut_heading(row: Row, following: Row) -> bool:
    """Whether two rows without a blank between them are one heading too long for its column."""
    if is_ended(row.text) or not (_is_free(row) and _is_free(following)):
        return False
    if has_cjk(row.text):
        return False
    in_capitals = is_capitals(row.text) and is_capitals(following.text)
    goes_on = _GOES_ON_IN_HEADLINES if in_capitals else _GOES_ON
    return _last(row.text) in goes_on and len(row.text) >= _CUT_HEADING


def is_headline(rows: list[Row], following: Row, later: list[Row], width: int) -> bool:
    """Whether rows that are too short for their column, and the next, are one printed headline.

    Args:
        rows: What was joined so far; at least one.
        following: The next row.
        later: The rows behind it.
        width: The number of characters of a full line; 0 when the text is not wrapped.
    """
    if len(rows) > _MOST_ROWS or following.kind or rows[0].kind:
        return False
    if not all(map(_is_free, [*rows, following])):
        return False
    last, text = rows[-1].text, following.text
    is_japanese = has_cjk(last)
    if not (width or is_japanese) and len(rows) > 1:
        return _is_rest(rows, following)
    if not (has_cjk(text) if is_japanese else width):
        return False  # most rows: nothing more has to be asked of them
    if any(DATE_LINE.match(one) or PLACE_DATE_LINE.match(one) for one in (last, text)):
        return _is_day_of_headline(last, following, later)
    if is_japanese:
        return _is_ja_headline(rows, following, later, width)
    if not all(len(row.text) < width * _FULL for row in rows):
        return False
    if _is_name(text, later) and not last.endswith(_OPEN_ENDS):
        return False
    is_last = not later or later[0].gap or not _is_free(later[0])
    wider = _WIDER_LAST if is_last else _WIDER
    return _is_en_headline(
        [row.text for row in rows],
        following,
        width,
        wider,
        is_banner=_is_banner(last, following, later),
    )


def _is_banner(last: str, following: Row, later: list[Row]) -> bool:
    """Whether one word in capitals and a line of capitals stand above a deck in small letters."""
    if " " in last or len(last) > _BANNER or following.gap or not later or later[0].gap:
        return False
    return last[-1].isalpha() and not is_capitals(later[0].text) and _is_free(later[0])


def _is_day_of_headline(last: str, following: Row, later: list[Row]) -> bool:
    """Whether a headline in capitals ends with a day of the news ("BAN LIFTED", "JAN. 2")."""
    is_set_apart = not following.gap and bool(later) and later[0].gap
    text = following.text
    return is_set_apart and is_capitals(last) and is_capitals(text) and len(text) <= _SHORT_DAY


def _is_rest(rows: list[Row], following: Row) -> bool:
    """Whether a heading that was cut on a page of whole paragraphs goes on in small letters."""
    is_short = len(following.text) <= max(len(row.text) for row in rows)
    is_open = not (following.gap or is_ended(rows[-1].text))
    return is_short and is_open and following.text[0].islower()


def _is_en_headline(
    lines: list[str], following: Row, width: int, wider: float, *, is_banner: bool
) -> bool:
    last, text = lines[-1], following.text
    if is_ended(last) and not last.endswith(_OPEN_ENDS):
        return False
    if len(text) > width * 0.9 or is_masthead(last):
        return False
    in_capitals = is_capitals(last) and is_capitals(text)
    if following.gap:
        is_cut = _last(last) in _GOES_ON_IN_HEADLINES or _first(text) in _FOLLOWS_ON
        return in_capitals and is_cut and len(last) >= _CUT_HEADING
    if text[0] in "([":
        return False
    is_longer = len(text) > wider * max(map(len, lines))
    if last.endswith(":") and _is_titled(last) and _is_titled(text):
        return not names_field(last)
    if last.endswith(",") and not is_longer:
        return True
    if text[:1].islower() or _last(last).casefold() in _GOES_ON_IN_HEADLINES:
        return True
    if in_capitals:
        return goes_on_in_capitals(lines, text) or (is_banner and len(lines) == 1)
    if _opens_quote(lines) and not is_longer:
        return True
    return not is_longer and all(map(_is_titled, (" ".join(lines), text)))


def goes_on_in_capitals(lines: list[str], text: str) -> bool:
    """Whether lines in capitals and the next are one headline, and not a headline and its deck."""
    last = lines[-1]
    if is_ended(last) and not last.endswith(_OPEN_ENDS):
        return False
    goes_on = _last(last) in _GOES_ON_IN_HEADLINES or last.endswith(_OPEN_ENDS)
    is_longer = len(text) > _WIDER_CAPITALS * max(map(len, lines))
    return min(len(last), len(text)) >= _SHORTEST and (goes_on or not is_longer)


def _is_name(text: str, later: list[Row]) -> bool:
    """Whether a line is a person of whom the text says nothing, or only who it is."""
    if not is_person(text):
        return False
    if any(row.text.startswith(f"{text} is ") for row in later):
        return True
    words = {word for row in later[:_NEXT] for word in _WORD.findall(row.text.casefold())}
    return not words.intersection(_WORD.findall(text.casefold()))


def _is_ja_headline(rows: list[Row], following: Row, later: list[Row], width: int) -> bool:
    """Whether a Japanese headline was cut between its last row and the next."""
    last, text = rows[-1].text, following.text
    longest = width * _FULL if width else _LONGEST_JA
    if following.gap or is_ended(last) or following.is_indented or text[0] in _NEW_LINE:
        return False
    if text.endswith("。") or _DECK.match(text):
        return False
    if names_section(last) or asks_readers(last) or names_house(text):
        return False
    if "　　" in last or "　　" in text or last[0] in _NEW_LINE[:9]:
        return False
    if len(last) < longest and last.endswith(_JA_GOES_ON):
        return True
    if not width or len(last) > width:
        return len(last) < longest and last[-1] in _JA_MAY_GO_ON
    if _opens_quote([row.text for row in rows]) or _is_cut_word(last, text):
        return True
    if len(rows) == 1 and _is_larger(last, text, later, width):
        return True
    if last[-1] in _JA_MAY_GO_ON and len(text) <= len(last) + 1:
        return True
    return len(text) <= len(last) + 1 and _cuts_word(last, text, later)


def _is_cut_word(last: str, text: str) -> bool:
    """Whether a line begins as none does: with the rest of a word or a number, or a particle."""
    is_rest = _NEVER_FIRST.match(text) or _PARTICLE_FIRST.match(text)
    return is_rest is not None or _CUT_NUMBER.match(f"{last[-1]}\n{text[0]}") is not None


def _is_larger(last: str, text: str, later: list[Row], width: int) -> bool:
    """Whether two short lines are set in larger type than the deck below them: one headline."""
    if not later or later[0].gap or len(later[0].text) >= width * _FULL:
        return False
    longest = max(len(last), len(text))
    is_short = min(len(last), len(text)) >= _SHORTEST and longest <= _LONGEST_LARGE
    is_plain = not any(names_section(one) or names_house(one) for one in (last, text))
    is_plain = is_plain and last[-1].isalnum() and not _OVERLINE.search(last)
    return is_short and is_plain and len(later[0].text) >= _SMALLER * longest


def _cuts_word(last: str, text: str, later: list[Row]) -> bool:
    """Whether the words at a break stand together in what follows."""
    words = [word for word in (last[-2:] + text[:1], last[-1:] + text[:2]) if len(word) == 3]
    words = [word for word in words if word.isalnum() and not _HIRAGANA_ONLY.fullmatch(word)]
    whole = "".join(row.text for row in later)
    if any(word in whole for word in words):
        return True
    pair = _TWO_KANJI.fullmatch(last[-1:] + text[:2])
    return pair is not None and pair.group(1) in whole


def _opens_quote(lines: list[str]) -> bool:
    """Whether a quotation begins in a headline and is not yet ended."""
    text = "".join(lines)
    return any(text.count(pair[0]) > text.count(pair[1]) for pair in _BRACKETS)


def _is_titled(text: str) -> bool:
    """Whether the words are capitalised as in headlines, and not all letters are."""
    words = [word for word in text.split() if word[0].isalpha()]
    big = [word for word in words if word.casefold() not in _SMALL_WORDS]
    return (
        bool(words)
        and not is_capitals(text)
        and words[0][0].isupper()
        and all(word[0].isupper() for word in big)
    )


def _last(text: str) -> str:
    word = text.rpartition(" ")[2]
    return word.casefold() if is_capitals(text) else word


def _first(text: str) -> str:
    word = text.partition(" ")[0]
    return word.casefold() if is_capitals(text) else word


def _is_free(row: Row) -> bool:
    return row.mark is None or (row.mark.weak and row.mark.rule == "site-menu")
