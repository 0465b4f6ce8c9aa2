"""Records whose fields begin with a code of two or three letters, in a fixed order: Factiva."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.intake.exports.laid import TITLE_RULE, Laid
from usjp_reader.intake.exports.vendors import TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.intake.exports.vendors import Vendor


_ENDED = re.compile(r"""[.!?。！？][\])"'”’）】」』]*$""")


@cache
def _code(order: tuple[str, ...]) -> re.Pattern[str]:
    """A code alone, or before its value: in a column of its own, or in a cell."""
    return re.compile(rf"[|\s]*({'|'.join(order)})(?:[ \t]*[|\t][ \t|]*|[ ]{{2,}}|[ \t]*$)(.*)")


def code_of(line: str, vendor: Vendor) -> tuple[str, str] | None:
    """The (code, value) that a line begins with, or None."""
    found = _code(vendor.order).fullmatch(line.rstrip())
    return (found[1], found[2].strip(" \t|")) if found else None


def lay_out(lines: Sequence[str], vendor: Vendor) -> Laid:
    """What each line of a record is. A code that comes too early in the order is a word."""
    laid = Laid()
    starts: list[tuple[int, str, str]] = []
    rank = -1
    for at, line in enumerate(lines):
        found = code_of(line, vendor)
        later = vendor.order.index(found[0]) if found else -1
        if found and later > rank and not _is_inside(lines, at, starts, vendor):
            rank = later
            starts.append((at, *found))
        elif vendor.running.fullmatch(line.strip()) and line.strip():
            laid.settle([at])
    if not starts:
        return laid
    ends = [at for at, _, _ in starts[1:]] + [len(lines)]
    laid.settle([at for at in range(starts[0][0]) if lines[at].strip()])
    for (at, code, value), end in zip(starts, ends, strict=True):
        _take(laid, lines, range(at, end), code, value, vendor)
    return laid


def _is_inside(
    lines: Sequence[str], at: int, starts: list[tuple[int, str, str]], vendor: Vendor
) -> bool:
    """Whether a line stands in the middle of a sentence of the text."""
    if not starts or vendor.labels[starts[-1][1].lower()] != TEXT:
        return False
    before = lines[at - 1].strip()
    return at - 1 > starts[-1][0] and bool(before) and not _ENDED.search(before)


def _take(
    laid: Laid, lines: Sequence[str], place: range, code: str, value: str, vendor: Vendor
) -> None:
    rest = [at for at in place[1:] if lines[at].strip() and at not in laid.rules]
    field = vendor.labels[code.lower()]
    if field == TEXT:
        laid.has_text = laid.has_text or bool(value or rest)
        if not value:
            laid.settle([place[0]])
        return
    whole = " ".join([value, *(lines[at].strip(" \t|") for at in rest)]).strip()
    laid.fields.append((field, code, whole))
    if field == "title":
        laid.settle([place[0]] if not value else [], "export-field")
        laid.settle(place, TITLE_RULE)
    else:
        laid.settle(place)
