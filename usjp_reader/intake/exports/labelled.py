"""Records whose fields are lines that begin with a label: `Publication title: …`.

Above the text stand a few lines without label and the first fields, below it the rest. A line of
the text may begin with a label's word as well; so the fields below are read from the foot upwards,
and end at the first paragraph that is none, or whose label was met already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.intake.exports.laid import FIELD_RULE, SUMMARY_RULE, TITLE_RULE, Laid
from usjp_reader.intake.exports.vendors import ASIDE, PUBLISHED, SUMMARY, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.intake.exports.vendors import Vendor

_UNKNOWN = re.compile(r"([A-Z\u3040-\u30ff\u3400-\u9fff][^:：.!?。]{1,40})[:：]\s+(\S.*)")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|Copyright\b|Copr\.).*|All [Rr]ights? [Rr]eserved\.?")
_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_WEEKDAY = "(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)"
_DAY = re.compile(
    rf"(?:{_WEEKDAY},? )?"
    rf"(?:{_MONTH}\.? \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH}\.?,? \d{{4}}|{_MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{4}年\d{1,2}月(?:\d{1,2}日)?)"
    rf"[, (（]*(?:{_WEEKDAY}|[日月火水木金土](?:曜日?)?)?[)）]?"
    r"(?:,? (?P<edition>[A-Z].{2,60}))?"
)
"""A line that gives the day, perhaps with its weekday and the edition."""


def label_of(line: str, vendor: Vendor) -> tuple[str, str] | None:
    """The (label in lower case, value) of a line, or None.

    A label is written as in the table or in capitals; one that announces text may stand alone.
    """
    words = line.strip()
    found = vendor.label.fullmatch(words)
    if found is None:
        alone = words.lower()
        is_alone = vendor.labels.get(alone) in (TEXT, SUMMARY) and words in vendor.forms
        return (alone, "") if is_alone else None
    return (found[1].lower(), found[2].strip()) if found[1] in vendor.forms else None


def lay_out(lines: Sequence[str], vendor: Vendor) -> Laid:
    """What each line of a record is."""
    return _Record(lines, vendor).laid_out()


class _Record:
    def __init__(self, lines: Sequence[str], vendor: Vendor) -> None:
        self._lines = lines
        self._vendor = vendor
        self._laid = Laid()
        self._labels = {
            at: found for at, line in enumerate(lines) if (found := label_of(line, vendor))
        }
        self._blank = {at for at, line in enumerate(lines) if not line.strip()}

    def laid_out(self) -> Laid:
        running = [
            at
            for at, line in enumerate(self._lines)
            if (words := line.strip())
            and (self._vendor.running.fullmatch(words) or self._vendor.begin.fullmatch(words))
        ]
        self._laid.settle(running)
        self._blank.update(running)
        first = min(self._labels, default=len(self._lines))
        body, summary = self._header(first)
        end = self._trailer(body)
        self._head(first if first < end else 0)
        has_text = any(self._says(at) for at in range(body, end))
        if summary and has_text:
            self._laid.settle(summary, SUMMARY_RULE)
        self._laid.has_text = has_text or any(self._says(at) for at in summary)
        return self._laid

    # -- above the text --------------------------------------------------------------------------

    def _header(self, first: int) -> tuple[int, range]:
        """Where the text begins, and the lines of the summary."""
        text = next((at for at in sorted(self._labels) if self._field(at) == TEXT), None)
        if text is None:
            return self._fields_from(first)
        summary = self._fields_between(first, text)
        self._open(text)
        return text if self._labels[text][1] else text + 1, summary

    def _fields_between(self, start: int, end: int) -> range:
        """Read the fields of these lines; whatever follows a label belongs to it."""
        summary = range(0)
        at = start
        while at < end:
            after = next((n for n in range(at + 1, end) if n in self._labels), end)
            if at in self._labels:
                if self._field(at) == SUMMARY:
                    summary = range(at, after)
                    self._open(at)
                else:
                    self._take(at, after)
            at = after
        return summary

    def _fields_from(self, start: int) -> tuple[int, range]:
        """Read paragraphs that begin with a label, down to one that does not."""
        summary = range(0)
        at = start
        while at < len(self._lines):
            if at in self._blank:
                at += 1
                continue
            if at not in self._labels:
                break
            after = self._label_ends(at)
            if self._field(at) == SUMMARY:
                summary = range(at, after)
                self._open(at)
            else:
                self._take(at, after)
            at = after
        return at, summary

    def _open(self, at: int) -> None:
        """A label that announces text: a line of its own, or before the text's first words."""
        value = self._labels[at][1]
        if value:
            self._laid.opening[at] = self._lines[at].rindex(value)
        else:
            self._laid.settle([at])

    def _label_ends(self, at: int) -> int:
        """The line after the value that begins at `at`: to the next label or blank line."""
        after = at + 1
        while after < len(self._lines) and after not in self._blank and after not in self._labels:
            after += 1
        return after

    def _head(self, first: int) -> None:
        """The lines without label at the top: title, newspaper and date, in the vendor's order."""
        plain = [at for at in range(first) if at not in self._blank]
        for at in [at for at in plain if _COPYRIGHT.fullmatch(self._lines[at].strip())]:
            self._laid.settle([at])
            plain.remove(at)
        if PUBLISHED not in self._vendor.head:
            self._title(plain[:1])
            self._laid.settle(plain[1:])
            return
        day = next((at for at in plain[1:] if _DAY.fullmatch(self._lines[at].strip())), None)
        if day is None:
            self._undated_head(plain)
            return
        self._dated_head(plain, plain.index(day))

    def _undated_head(self, plain: list[int]) -> None:
        """No line is a day we know: the lines are taken in the vendor's order."""
        for at, name in zip(plain, self._vendor.head, strict=False):
            if name == "title":
                self._title([at])
            else:
                self._laid.fields.append((name, "", self._lines[at].strip()))
        self._laid.settle(plain)

    def _dated_head(self, plain: list[int], day: int) -> None:
        words = self._lines[plain[day]].strip()
        found = _DAY.fullmatch(words)
        edition = found["edition"] if found else None
        written = words[: found.start("edition")].rstrip(" ,") if found and edition else words
        self._laid.fields.append((PUBLISHED, "", written))
        if edition:
            self._laid.fields.append(("edition", "", edition))
        self._laid.fields.append(("container-title", "", self._lines[plain[day - 1]].strip()))
        above, below = plain[: day - 1], plain[day + 1 :]
        if self._vendor.head[0] == "title":
            self._title([at for at in above if self._is_joined(at, above)])
            self._laid.settle(plain)
        else:
            self._title(below)
            self._laid.settle(above)
        self._laid.settle([plain[day - 1], plain[day]])

    def _is_joined(self, at: int, above: list[int]) -> bool:
        """Whether no blank line parts this line from the last one above the newspaper."""
        return not any(n in self._blank for n in range(at, above[-1]))

    def _title(self, lines: list[int]) -> None:
        if lines:
            title = " ".join(self._lines[at].strip() for at in lines)
            self._laid.fields.append(("title", "", title))
            self._laid.settle(lines, TITLE_RULE)

    # -- below the text --------------------------------------------------------------------------

    def _trailer(self, body: int) -> int:
        """Read the fields below the text, from the foot upwards; where the text ends."""
        seen: set[str] = set()
        end = len(self._lines)
        unknown: list[tuple[int, int]] = []
        while end > body:
            if end - 1 in self._blank:
                end -= 1
                continue
            start = self._paragraph_starts(end, body)
            taken = self._paragraph(start, end, seen)
            if taken is None:
                if not _UNKNOWN.fullmatch(self._lines[start].strip()) or end - start > 1:
                    break
                unknown.append((start, end))
                end = start
                continue
            for one in unknown:  # a label we do not know, between such as we know
                self._take_unknown(*one)
            unknown.clear()
            end = taken
            if taken != start:
                break
        return unknown[0][1] if unknown else end

    def _paragraph_starts(self, end: int, body: int) -> int:
        start = end - 1
        while start > body and start - 1 not in self._blank:
            start -= 1
        return start

    def _paragraph(self, start: int, end: int, seen: set[str]) -> int | None:
        """Where the fields at the foot of a paragraph begin; None when it has none."""
        labels = [at for at in range(start, end) if at in self._labels]
        if not labels:
            is_own = all(_COPYRIGHT.fullmatch(self._lines[at].strip()) for at in range(start, end))
            if is_own:
                self._laid.settle(range(start, end))
            return start if is_own else None
        after, begins = end, None
        for at in reversed(labels):
            name = self._labels[at][0]
            if name in seen or self._field(at) == TEXT or (after - at > 12):
                break
            seen.add(name)
            self._take(at, after)
            after = begins = at
        return begins

    def _take_unknown(self, start: int, end: int) -> None:
        found = _UNKNOWN.fullmatch(self._lines[start].strip())
        if found:
            self._laid.fields.append((ASIDE, found[1].strip(), found[2].strip()))
            self._laid.settle(range(start, end), FIELD_RULE)

    # -- fields ----------------------------------------------------------------------------------

    def _field(self, at: int) -> str:
        return self._vendor.labels[self._labels[at][0]]

    def _says(self, at: int) -> bool:
        """Whether a line holds more than a label, or than the word that there is nothing."""
        words = self._labels[at][1] if at in self._labels else self._lines[at].strip()
        return bool(words) and at not in self._blank and not self._vendor.none.fullmatch(words)

    def _take(self, at: int, after: int) -> None:
        """A field and the lines over which its value was broken."""
        label, value = self._labels[at]
        rest = [self._lines[n].strip() for n in range(at + 1, after) if n not in self._blank]
        whole = " ".join(part for part in (value, *rest) if part)
        name = self._vendor.names[label]
        self._laid.fields.append((self._vendor.labels[label], name, whole))
        self._laid.settle(range(at, after))
