"""Records without labels: a title, perhaps a byline, the count of words, then what was counted.

The lines below the count come in one order, each known by what it looks like; the newspaper is the
line that looks like nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.intake.exports.laid import TITLE_RULE, Laid
from usjp_reader.intake.exports.vendors import ASIDE, PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.intake.exports.vendors import Vendor

_DATE = re.compile(
    r"\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}"
    r"|\d{4}年 ?\d{1,2}月 ?\d{1,2}日|\d{4}-\d\d-\d\d"
)
_BY = re.compile(r"(?:By|BY|by) \S.*|[^\s]{2,20} ?記者")
_ABOVE, _BELOW = 6, 10
"""Most lines above and below the count of words that are no text."""
_FIELDS = {"edition": "edition", "page": "page", "volume": "volume", "language": "language"}


def lay_out(lines: Sequence[str], vendor: Vendor) -> Laid:
    """What each line of a record is."""
    laid = Laid()
    shown = [at for at, line in enumerate(lines) if line.strip()]
    running = [at for at in shown if vendor.running.fullmatch(lines[at].strip())]
    laid.settle(running)
    shown = [at for at in shown if at not in laid.rules]
    count = next(
        (n for n, at in enumerate(shown[: _ABOVE + 1]) if _is(vendor, "words", lines[at])), None
    )
    if count is None or count == 0:
        return laid
    _above(laid, lines, shown[:count])
    laid.settle([shown[count]])
    body = _below(laid, lines, shown[count + 1 :], vendor)
    end = _foot(laid, lines, body, vendor)
    laid.has_text = bool(end)
    return laid


def _is(vendor: Vendor, name: str, line: str) -> bool:
    return vendor.placed[name].fullmatch(line.strip()) is not None


def _above(laid: Laid, lines: Sequence[str], above: list[int]) -> None:
    title = list(above)
    if len(title) > 1 and _BY.fullmatch(lines[title[-1]].strip()):
        at = title.pop()
        laid.fields.append(("author", "", re.sub(r"^(?:[Bb]y|BY) ", "", lines[at].strip())))
        laid.settle([at])
    laid.fields.append(("title", "", " ".join(lines[at].strip() for at in title)))
    laid.settle(title, TITLE_RULE)


def _below(laid: Laid, lines: Sequence[str], below: list[int], vendor: Vendor) -> list[int]:
    """Read the lines below the count of words; the others are the text and the foot."""
    if not below or not _DATE.fullmatch(lines[below[0]].strip()):
        return below
    laid.fields.append((PUBLISHED, "", lines[below[0]].strip()))
    laid.settle(below[:1])
    has_source = False
    for n, at in enumerate(below[1:_BELOW], 1):
        words = lines[at].strip()
        name = next((name for name in _ORDER if _is(vendor, name, words)), None)
        if name is None:
            if has_source or len(words) > 80:
                return below[n:]
            laid.fields.append(("container-title", "", words))
            has_source = True
        else:
            laid.fields.append((_FIELDS.get(name, ASIDE), name, words))
        laid.settle([at])
        if name == "copyright":
            return below[n + 1 :]
    return below[_BELOW:]


_ORDER = ("time", "copyright", "language", "volume", "code", "page", "edition")


def _foot(laid: Laid, lines: Sequence[str], body: list[int], vendor: Vendor) -> list[int]:
    if body and vendor.end.fullmatch(lines[body[-1]].strip()):
        number = lines[body[-1]].strip().rpartition(" ")[2]
        laid.fields.append(("archive_location", "", number))
        laid.settle(body[-1:])
        return body[:-1]
    return body
