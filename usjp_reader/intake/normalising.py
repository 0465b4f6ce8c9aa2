"""Decoded text to source text: NFC, LF, no BOM, and where printed pages begin."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import PageLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

NORMALISER = "1"
"""Version of the rules in this module."""

_BREAKS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_REMOVED = re.compile("[\x00-\x08\x0e-\x1b\x1f]")
_REPLACED = re.compile("[\ud800-\udfff\ufdd0\ufdd1\ufffe\uffff]")
_PLAIN = re.compile("[\t\n\x20-\x7e]*")

_MARK = re.compile(
    r"[\[〔［](?:pp?\.|page|Page|p\.) ?([0-9]{1,5}|[ivxlc]{1,8})(?:[-–][0-9]{1,5})?[\]〕］]"
)
_PRINTED = re.compile(
    r"[ \t]*(?:[-–—]{1,3} ?([0-9]{1,4}) ?[-–—]{1,3}|[Pp]age ([0-9]{1,4})|([0-9]{1,4}))[ \t]*"
)


def normalised(text: str) -> str:
    """The source text of a decoded text. Doing it twice changes nothing."""
    return _folded(text).lstrip("\ufeff")


def paged(text: str) -> tuple[str, tuple[PageLabel, ...]]:
    """The source text of a decoded text, and where its pages begin (code points).

    Pages are known from form feeds, or from marks such as `[p. 4]`.
    """
    sheets = [_folded(sheet) for sheet in text.split("\f")]
    whole = "\n".join(sheets)
    source = whole.lstrip("\ufeff")
    if len(sheets) > 1 and sum(1 for sheet in sheets if sheet.strip()) > 1:
        return source, _from_sheets(sheets, len(whole) - len(source))
    return source, _from_marks(source)


def paged_as(text: str, labels: Sequence[str]) -> tuple[str, tuple[PageLabel, ...]]:
    """The source text of a decoded text whose pages are parted by form feeds, and their starts.

    Args:
        text: The decoded text.
        labels: What its pages are called, one for each; "" where a page is only counted.
    """
    sheets = [_folded(sheet) for sheet in text.split("\f")]
    whole = "\n".join(sheets)
    source = whole.lstrip("\ufeff")
    pages = _from_sheets(sheets, len(whole) - len(source), labels)
    return source, pages


def _folded(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    text = _BREAKS.sub("\n", text)
    text = _REMOVED.sub("", text)
    text = _REPLACED.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def _from_sheets(
    sheets: list[str], dropped: int, labels: Sequence[str] = ()
) -> tuple[PageLabel, ...]:
    found, start = [], 0
    for ordinal, sheet in enumerate(sheets, 1):
        if sheet.strip() or labels:  # a file that knows its pages has blank ones too
            stated = labels[ordinal - 1] if ordinal <= len(labels) else ""
            label = stated or _printed(sheet) or str(ordinal)
            found.append(PageLabel(max(0, start - dropped), label))
        start += len(sheet) + 1
    return tuple(found)


def _printed(sheet: str) -> str | None:
    """The page number that stands alone on the first or the last line of a sheet."""
    lines = [line for line in sheet.split("\n") if line.strip()]
    for line in (*lines[-1:], *lines[:1]):
        found = _PRINTED.fullmatch(line)
        if found:
            return next(number for number in found.groups() if number)
    return None


def _from_marks(text: str) -> tuple[PageLabel, ...]:
    return tuple(PageLabel(found.start(), found.group(1)) for found in _MARK.finditer(text))
