"""An export as the line ranges of its records, and which vendor made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.intake.exports import coded, labelled, placed
from usjp_reader.intake.exports.vendors import vendors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from usjp_reader.intake.exports.laid import Laid
    from usjp_reader.intake.exports.vendors import Vendor

_SAMPLE = 2_000
"""Lines in which the labels of a vendor are looked for."""
_PENDING = 4
"""Parts of one record at most: a text does not hold more lines that look like separators."""


def lay_out(lines: Sequence[str], vendor: Vendor) -> Laid:
    """What each line of a record is, by the layout of its vendor."""
    layouts: dict[str, Callable[[Sequence[str], Vendor], Laid]] = {
        "labelled": labelled.lay_out,
        "coded": coded.lay_out,
        "placed": placed.lay_out,
    }
    return layouts[vendor.layout](lines, vendor)


def with_labels_apart(lines: Sequence[str], vendor: Vendor) -> list[str]:
    """A record in which labels such as `Full text:` stand on lines of their own.

    Nothing is added or lost but the blank behind the label, which becomes a line break; so the text
    begins where its first line begins, and is not quoted with the label.
    """
    opening = lay_out(lines, vendor).opening
    apart: list[str] = []
    for at, line in enumerate(lines):
        start = opening.get(at)
        apart += [line] if start is None else [line[:start].rstrip(), line[start:]]
    return apart


def vendor_of(text: str) -> Vendor | None:
    """The vendor whose labels and marks stand in a text; the one with the most."""
    hinted = [one for one in vendors() if any(hint in text for hint in one.hints)]
    lines = text.split("\n", _SAMPLE)[:_SAMPLE] if hinted else []
    found = [(len(labels), one) for one in hinted if (labels := _labels(lines, one))]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _labels(lines: Sequence[str], vendor: Vendor) -> frozenset[str]:
    """The labels of a vendor that stand in a text, if they are enough to know it by."""
    seen: set[str] = set()
    for line in lines:
        seen.update(_seen(line, vendor))
    is_known = len(seen) >= vendor.least and bool(seen & vendor.marks)
    return frozenset(seen) if is_known else frozenset()


def _seen(line: str, vendor: Vendor) -> Iterator[str]:
    words = line.strip()
    if not words or len(line) > 2_000:
        return
    if vendor.layout == "labelled":
        found = labelled.label_of(line, vendor)
    elif vendor.layout == "coded":
        found = coded.code_of(line, vendor)
    else:
        yield from (name for name in vendor.placed if vendor.placed[name].fullmatch(words))
        found = None
    if found:
        yield found[0].lower()
    if vendor.begin.fullmatch(words):
        yield "begin"
    if vendor.end.fullmatch(words):
        yield words.lower() if words.lower() in vendor.marks else "end"


@dataclass(frozen=True, slots=True)
class Split:
    """An export in its records.

    Attributes:
        records: The lines of each, outer blank lines left out.
        stated: How many the export says it holds, or None.
        is_whole: Whether every part that looked like a record is one.
    """

    records: tuple[range, ...]
    stated: int | None
    is_whole: bool


def split(lines: Sequence[str], vendor: Vendor) -> Split:
    """The records of an export."""
    parts, stated = _by_begin(lines, vendor)
    if not parts:
        parts = _by_end(lines, vendor) or _by_separator(lines, vendor)
    trimmed = [_trimmed(lines, part, vendor) for part in parts]
    kept: list[range] = []
    is_whole = True
    for n, part in enumerate(trimmed):
        if not part:
            continue
        if _is_record(lines, part, vendor):
            kept.append(part)
        elif kept and n < len(trimmed) - 1:
            kept[-1] = range(
                kept[-1].start, part.stop
            )  # a line of the text that looked like a break
            is_whole = False
    return Split(tuple(kept), stated, is_whole)


def _by_begin(lines: Sequence[str], vendor: Vendor) -> tuple[list[range], int | None]:
    """Records that are counted: each begins where the next number stands."""
    starts: list[int] = []
    stated, last = None, 0
    for at, line in enumerate(lines):
        found = vendor.begin.fullmatch(line.strip()) if len(line) < 200 else None
        if not found:
            continue
        numbers = [int(group) for group in found.groups() if group]
        number, of = sorted(numbers)[0], sorted(numbers)[-1]
        if (starts and number != last + 1) or (stated is not None and of != stated):
            continue
        starts.append(at)
        stated, last = of, number
    ends = [*starts[1:], len(lines)] if starts else []
    return [range(a, b) for a, b in zip(starts, ends, strict=True)], stated


def _by_end(lines: Sequence[str], vendor: Vendor) -> list[range]:
    ends = [at for at, line in enumerate(lines) if vendor.end.fullmatch(line.strip())]
    if not ends:
        return []
    starts = [_cover_ends(lines[: ends[0]], vendor), *(at + 1 for at in ends)]
    return [range(a, b + 1) for a, b in zip(starts, [*ends, len(lines) - 1], strict=True)]


def _cover_ends(lines: Sequence[str], vendor: Vendor) -> int:
    """Where the first record begins, below a cover sheet if there is one."""
    cover = [at for at, line in enumerate(lines) if vendor.cover.fullmatch(line.strip())]
    return cover[-1] + 1 if cover else 0


def _by_separator(lines: Sequence[str], vendor: Vendor) -> list[range]:
    """Parts between separators; a text may hold such a line, so each part must bear a number."""
    breaks = [at for at, line in enumerate(lines) if vendor.separator.fullmatch(line.strip())]
    starts = [0, *(at + 1 for at in breaks)]
    parts = [range(a, b) for a, b in zip(starts, [*breaks, len(lines)], strict=True)]
    joined: list[range] = []
    pending: list[range] = []
    for part in parts:
        pending.append(part)
        whole = range(pending[0].start, part.stop)
        if lay_out([lines[at] for at in whole], vendor).get("archive_location"):
            joined.append(whole)
            pending = []
        elif len(pending) == _PENDING:  # these bear no numbers: each is what it is
            joined += pending
            pending = []
    return [*joined, *pending]


def _trimmed(lines: Sequence[str], part: range, vendor: Vendor) -> range:
    """A part without blank lines around it, and without the lines of the export below it."""
    start, stop = part.start, part.stop
    while start < stop and _is_outside(lines[start].strip(), vendor):
        start += 1
    while stop > start and _is_outside(lines[stop - 1].strip(), vendor):
        stop -= 1
    return range(start, stop)


def _is_outside(words: str, vendor: Vendor) -> bool:
    return not words or vendor.running.fullmatch(words) is not None


def _is_record(lines: Sequence[str], part: range, vendor: Vendor) -> bool:
    """Whether a part has fields of its own, more than one."""
    laid = lay_out([lines[at] for at in part], vendor)
    return len({(name, label) for name, label, value in laid.fields if value}) > 1
