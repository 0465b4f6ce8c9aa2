"""Lines that give themselves away by their shape, whatever words they hold."""

from __future__ import annotations

import re
from functools import lru_cache

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.phrases import Mark

_LONGEST = 160
_CELLS = re.compile(r"\s*[|｜•·›»▸/／]\s*|\s{2,}|\]\s*\[|\t")
_MOST_CELL_WORDS = 5
_LONGEST_CELL = 30
_SPACED = re.compile(r"(?:[^\W\d_a-zA-Z][ 　]){3,}[^\W\d_a-zA-Z]")
_WIDE = re.compile(r"\s(?:\s{2,}|(?<=　)　)")
_ISSUE = re.compile(
    r"\b(?:page|vol\.?|no\.?|price|edition|cents)\b|[0-9０-９一二三四五六七八九十]{1,4}(?:頁|面|版|號|号|日)"
    r"|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|(?:^|\s)\d{1,3}(?:$|\s{3})"
    r"|[-–] ?\d{1,3} ?[-–]|\b(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
_ARROW = re.compile(r"^(?:[«‹←◀◁⇐◄↑]|<{1,2}\s|>{1,2}\s?(?=\S))|(?:[»›→▶▷⇒►]|\s>{1,2})$")
_CLOCK = re.compile(
    r"^\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?(?:\s\d{1,2}[.:]\d\d.{0,12})?$",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"^[\[(◀▶◁▷<>\s]{0,6}\d{1,6}(?:\s?(?:of|/|／)\s?\d{1,6})?(?:\s\d:\d\d)?[\])◀▶◁▷<>\s]{0,6}$"
    r"|^[◀▶◁▷\s]{1,6}\d{1,2}:\d\d$|^\d{1,2}[:.]\d\d\s.{0,20}\d{4}$|^@\w{2,30}$"
    r"|^(?:tel\.? ?|phone ?|[A-Z]{2}\w{2,8} )?[-+()\d ]{0,12}\d[-. ]\d{4}$"
)
_CHUNK = r"[A-Z][\w.&'’-]*(?: (?:of |the |and )?[A-Z][\w.&'’-]*){0,4}"
_CREDIT = re.compile(
    rf"^[\[(]?(?:by |© ?)?{_CHUNK}(?:, {_CHUNK})? ?(?:/|／|\|) ?(?:the )?{_CHUNK}[\])]?\.?$"
    rf"|^(?:courtesy|photo courtesy|via)(?: of)?:? (?:the )?{_CHUNK}\.?$"
    r"|^\([^()]{0,40}\b(?:photos?|photographs?|images?|pictures?|illustration)\b[^()]{0,60}\)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\w@\w|\bwww\.|https?:|\w\.(?:com|org|net|example|jp)\b|\b\d{3}[-. ]\d{4}\b|[$¥￥£€]\s?\d",
    re.IGNORECASE,
)
_IN_ADDRESS = ("@", "www.", "http", ".com", ".org", ".net", ".example", ".jp", *"$¥￥£€")
_NUMBER = re.compile(r"\d{3}[-. ]\d{4}")
"""One of these stands in every address, and is soon looked for."""
_FIELD = re.compile(r"^[A-Z][\w-]*(?: [\w-]+){0,2}\s?[:：]\s?(?!.*[a-z]{4})\S.{0,30}$")
_SENTENCE_END = (".", "!", "?", "”", '"', "。", "」", ")", ":", "：")


def shaped(text: str) -> Mark | None:
    """What the shape of a line says of it, or None."""
    return _shaped(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=8192)  # the lines of a page come again with every article of its source
def _shaped(text: str) -> Mark | None:
    if not any(map(str.isalnum, text)) or (len(text) == 1 and _is_letter(text)):
        return Mark(LineKind.BOILERPLATE, "separator")
    for holds, kind, rule, weak in (
        (is_picture_sign, LineKind.BOILERPLATE, "sign-link", False),
        (is_arrow_link, LineKind.BOILERPLATE, "arrow-link", False),
        (is_counter, LineKind.BOILERPLATE, "stray-number", False),
        (is_spaced, LineKind.BOILERPLATE, "running-head", False),
        (is_running_head, LineKind.BOILERPLATE, "running-head", True),
        (is_menu, LineKind.BOILERPLATE, "menu-row", True),
        (is_credit, LineKind.CREDIT, "credit-shape", True),
        (is_field, LineKind.BOILERPLATE, "page-fact", True),
    ):
        if holds(text):
            return Mark(kind, rule, weak=weak)
    return None


def _is_letter(text: str) -> bool:
    """Whether a character is a Latin letter, narrow or wide."""
    return text.isalpha() and (text.isascii() or "\uff21" <= text <= "\uff5a")


def cells(text: str) -> list[str]:
    """The parts of a line between bars, dots, slashes, brackets or wide blanks."""
    return [part for cell in _CELLS.split(text) if (part := cell.strip(" []【】［］"))]


def columns(text: str) -> list[str]:
    """The parts of a line between wide blanks."""
    return [part for part in _WIDE.split(text) if part]


def bars(text: str) -> int:
    """How many bars divide a row of a table."""
    return text.count("|") + text.count("｜")


def is_menu(text: str) -> bool:
    """Whether a line is three or more short entries beside one another."""
    if text.endswith(_SENTENCE_END) and not text.endswith(("...", ")")):
        return False
    parts = cells(text)
    return len(parts) >= 3 and all(
        len(part) <= _LONGEST_CELL and (part.count(" ") < _MOST_CELL_WORDS or not part.isascii())
        for part in parts
    )


def is_spaced(text: str) -> bool:
    """Whether a Japanese line is set letter by letter, as the names of papers are."""
    return not text.isascii() and len(text) <= 24 and _SPACED.fullmatch(text) is not None


def is_running_head(text: str) -> bool:
    """Whether a line is set apart with wide blanks and names a page, a day or an issue."""
    return len(columns(text)) >= 2 and _ISSUE.search(text) is not None


def is_arrow_link(text: str) -> bool:
    """Whether a short line points to another page."""
    if len(text) > 120 or (text.endswith(_SENTENCE_END) and text.count(" ") > 7):
        return False
    return _ARROW.search(text) is not None


def is_picture_sign(text: str) -> bool:
    """Whether a short line is led by a pictogram, as buttons are."""
    if text[0].isascii() or len(text) > 60:
        return False
    is_sign = text[0] in _SIGNS or _PICTOGRAMS[0] <= ord(text[0]) <= _PICTOGRAMS[1]
    return is_sign and text.count(" ") <= 6


_PICTOGRAMS = (0x1F000, 0x1FAFF)
_SIGNS = "☎✉♥♡⏰⌂☰≡⟳⏵⏸✕✖✓☐⇧⤴🔈"


def is_counter(text: str) -> bool:
    """Whether a line is a clock, a number or a place in a row of pictures, alone."""
    return len(text) <= 30 and (_CLOCK.match(text) or _COUNTER.match(text)) is not None


def is_credit(text: str) -> bool:
    """Whether a line names a person and a house, or says by whose courtesy."""
    return len(text) <= 90 and _CREDIT.match(text) is not None


def has_address(text: str) -> bool:
    """Whether a line gives a web address, a mailbox, a telephone number or a price."""
    low = text.lower()
    may_be = any(sign in low for sign in _IN_ADDRESS) or _NUMBER.search(text) is not None
    return may_be and _ADDRESS.search(text) is not None


def is_field(text: str) -> bool:
    """Whether a line is a name and a number ("Story ID: 0611"), and no sentence."""
    return len(text) <= 60 and _FIELD.match(text) is not None and any(map(str.isdigit, text))
