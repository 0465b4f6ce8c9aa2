"""What speaks for and against a line belonging to the article, where only its place said so.

Each clue is a name. `resources/cleaning/line-clues.toml` says what each is worth above the text,
within it and at its end; `python -m tests.quality.weigh_lines` works that out anew from articles
that may be studied. Lines that are known word for word are not looked at again, nor are paragraphs
among paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.texts import CONTENT_KINDS, LineKind
from usjp_reader.intake.cleaning.feet import PAGE_FOOT
from usjp_reader.intake.cleaning.kinship import (
    Kinship,
    is_pitch,
    is_plea,
    is_spoken,
    telling_words,
)
from usjp_reader.intake.cleaning.line_measures import MEASURES, Scale, measured
from usjp_reader.intake.cleaning.prose import (
    is_heading,
    is_lead_in,
    is_sentence,
    is_speech,
)
from usjp_reader.intake.cleaning.sections import Sections
from usjp_reader.intake.cleaning.shapes import has_address

if TYPE_CHECKING:
    from collections.abc import Collection

    from usjp_reader.intake.cleaning.heads import Head
    from usjp_reader.intake.cleaning.rows import Unit

DOUBTFUL = frozenset(
    {
        "correction",
        "date-line",
        "link-list",
        "list-item",
        "name-between-texts",
        "page-fact",
        PAGE_FOOT,
        "page-head",
        "paragraph",
        "paragraph-part",
        "related-links",
        "repeated-line",
        "running-head",
        "standfirst",
        "subheading",
    }
)
"""Rules that go by the place or the shape of a line."""
HEAD, INSIDE, END = "head", "inside", "end"
ZONES = (HEAD, INSIDE, END)

_DIGIT = re.compile(r"\d")
_ITEM = re.compile(
    r"(?:[•●◦▪*·–▲▼△▽◆◇■□○◎・-]\s?|\(?(?:\d{1,2}|[a-z])[.)]\s|[①-⑳]|[（(][０-９\d]{1,2}[)）])\S"
)
_SIGN = re.compile(r"[^\w\s\"'“‘「『（(\[【$¥#@&.…—–-]")
_PAIR = re.compile(r"[^:：.!?]{2,40}\s?[:：]\s?\S")
_BRACKETED = re.compile(r"[\[(（【〔<〈＜].*[\])）】〕>〉＞]$")
_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\d{1,2}[/.]\d{1,2}|\d年|\d月")
_NOTICE = re.compile(r"[A-Z][A-Z'’&. ]{3,30}(?:[:;]|\.?\s?(?:--|—|–)|,\s)\s?\S")
_FROM_PAGE = re.compile(r"\bfrom\b|から|より", re.IGNORECASE)
_HEAD_RULES = frozenset({"masthead", "page-head", "copyright", "running-head", "export-field"})
_MOST_TOP, _LONGEST_TOP, _NEAR, _BELOW_RULE = 8, 12, 3, 4
_LONGEST_PITCH, _MOST_LOOKED_AT = 45, 160
_SURE = 3
_RULES = {rule: f"rule {rule}" for rule in DOUBTFUL}
_AFTER = ("texts after 0", "texts after 1", "texts after 2", "texts after more")


@dataclass(frozen=True, slots=True)
class LinePage:
    """What the clues need to know of a page.

    Attributes:
        units: All units, settled.
        head: Where title and first paragraph are.
        kin: The words of its title and paragraphs.
        names: The words of what it calls itself, in its head and in copyright lines.
        authors: As bylines name them.
        before: For every unit, how many paragraphs stand before it.
        texts: How many paragraphs there are.
        is_wrapped: Whether its text was wrapped by hand or in a printed column.
        scale: What its lines are measured by.
        sections: For every unit the section in which it stands; None above the text.
    """

    units: list[Unit]
    head: Head
    kin: Kinship
    names: frozenset[str]
    authors: tuple[str, ...]
    before: list[int]
    texts: int
    is_wrapped: bool
    scale: Scale
    sections: Sections

    @classmethod
    def of(cls, units: list[Unit], head: Head, authors: tuple[str, ...]) -> LinePage:
        """What the clues need to know of settled units."""
        before, texts = [], 0
        for unit in units:
            before.append(texts)
            texts += is_text(unit)
        return cls(
            units,
            head,
            Kinship.of(unit for unit in units if _is_own(unit)),
            _names_of(units, head),
            authors,
            before,
            texts,
            any(len(unit.rows) > 1 for unit in units[head.body :]),
            Scale.of(units, [unit.words for unit in units if is_text(unit)]),
            Sections(units, head.body),
        )

    def after(self, at: int) -> int:
        """How many paragraphs stand behind a unit."""
        return self.texts - self.before[at] - is_text(self.units[at])

    def zone(self, at: int) -> str:
        """Where a unit stands: above the text, within it, or at its end."""
        if at < self.head.body:
            return HEAD
        return INSIDE if self.after(at) >= _SURE - 1 else END

    def follows(self, at: int) -> bool:
        """Whether a unit is a paragraph directly below one."""
        return self.units[at].prose and _what(self.units, at - 1) == "text"

    def is_doubtful(self, at: int) -> bool:
        """Whether a unit was settled by its place, and is no paragraph among paragraphs."""
        units, unit = self.units, self.units[at]
        if unit.rule not in DOUBTFUL or _is_known(unit):
            return False
        if is_content(unit) and (self.texts < _SURE or (self.before[at] < 2 and is_text(unit))):
            return False  # the first paragraphs, and what little there is, are the article
        if is_content(unit) and _is_answer(units, at):
            return False
        if unit.rule == PAGE_FOOT:
            return self.before[at] > 0
        if at <= self.head.body or self.after(at) < _SURE or not is_content(unit):
            return True
        if (section := self.sections[at]) is not None and section.is_strange:
            return True
        return not (unit.prose and _what(units, at - 1) == "text")


def _is_known(unit: Unit) -> bool:
    """Whether a unit is furniture word for word."""
    return unit.mark is not None and unit.mark.phrases > 0 and not unit.mark.weak


def _is_answer(units: list[Unit], at: int) -> bool:
    """Whether somebody goes on with a talk: speaker upon speaker."""
    unit, above = units[at], units[at - 1]
    return unit.ended and is_speech(unit.text) and is_speech(above.text)


def is_content(unit: Unit) -> bool:
    """Whether a settled unit belongs to the article."""
    return unit.kind in CONTENT_KINDS


def is_text(unit: Unit) -> bool:
    """Whether a settled unit is a paragraph of the article."""
    return unit.kind is LineKind.BODY and (unit.prose or len(unit.rows) > 1)


def _is_own(unit: Unit) -> bool:
    return is_content(unit) and (unit.prose or unit.kind is LineKind.TITLE)


def _names_of(units: list[Unit], head: Head) -> frozenset[str]:
    top = units[: head.body if head.title is None else head.title][:_MOST_TOP]
    said = [*top, *(unit for unit in units if unit.kind is LineKind.COPYRIGHT)]
    own = (unit for unit in said if unit.rule in _HEAD_RULES and unit.words <= _LONGEST_TOP)
    return frozenset(word for unit in own for word in telling_words(unit))


def line_clues(page: LinePage, at: int) -> list[str]:
    """What speaks for and against a doubtful unit belonging to the article."""
    unit = page.units[at]
    return [
        "any line",
        "taken for content" if is_content(unit) else "taken for furniture",
        _RULES[unit.rule],
        _AFTER[min(page.after(at), _SURE)],
        *_neighbours(page.units, at),
        *_kin(page, unit),
        *_shape(page, at),
        *_section(page, at),
    ]


def _section(page: LinePage, at: int) -> list[str]:
    """What the section of a unit says of it."""
    section = page.sections[at]
    if section is None:
        return []
    found = ["its section goes on"] if section.goes_on else []
    if section.has_heading:
        found.append("its section has a heading")
    if section.is_apart:
        found += ["set apart on a close page"]
        if section.is_strange:
            found.append("in a strange section")
        if section.has_heading:
            found.append("below a heading set apart")
    if section.is_dispatch and section.start > page.head.body:
        found.append("in another dispatch")
    if at == section.start:
        found.append("opens its section")
    return found


def _neighbours(units: list[Unit], at: int) -> list[str]:
    unit = units[at]
    found = ["above: " + _what(units, at - 1), "below: " + _what(units, at + 1)]
    if at and units[at - 1].rule == "scan-note" and _FROM_PAGE.search(units[at - 1].text):
        found.append("goes on here")
    gap_below = at + 1 >= len(units) or units[at + 1].gap
    if at + 2 < len(units) and (mark := units[at + 2].mark) is not None and not mark.weak:
        found.append("known furniture soon below")
    if unit.gap == gap_below:
        found.append("apart" if gap_below else "within lines")
    if _has_rule(units, max(0, at - _BELOW_RULE), at):
        found.append("below a rule")
        if _has_rule(units, at + 1, at + 1 + _NEAR):
            found.append("between rules")
    return found


def _has_rule(units: list[Unit], start: int, end: int) -> bool:
    return any(unit.rule == "separator" for unit in units[start:end])


def _kin(page: LinePage, unit: Unit) -> list[str]:
    words = telling_words(unit)
    shared, told = page.kin.shared(unit, own=_is_own(unit)), len(words)
    if told == 0:
        found = ["tells nothing"]
    elif shared == 0:
        found = ["shares nothing", "shares nothing of many"][: 1 + (told > _SURE)]
    elif shared * 2 >= told > 2:
        found = ["shares some", "shares half"]
    else:
        found = ["shares some", "shares little"][: 1 + (shared * 4 < told)]
    if not page.names.isdisjoint(words):
        found.append("names the page")
    if any(name in unit.text for name in page.authors if name):
        found.append("names the author")
    # who asks for something speaks of the page, too
    if unit.words <= _LONGEST_PITCH and is_pitch(unit):
        found.append("asks" if is_plea(unit) else "speaks of the page")
    return found


def _shape(page: LinePage, at: int) -> list[str]:
    unit = page.units[at]
    text = unit.text[:_MOST_LOOKED_AT]
    found = [_form(unit)]
    if len(unit.rows) > 1:
        found.append("wrapped")
    elif page.is_wrapped:
        found.append("one row of a wrapped page")
    if _ITEM.match(text):
        found += ["item", "item by item"] if _is_among_items(page.units, at) else ["item"]
    elif _SIGN.match(text):
        found.append("led by a sign")
    found += [
        name
        for name, holds in (
            ("address", has_address(text)),
            ("begins small", text[0].islower()),
            ("full stop", unit.text[-1] in ".。"),
            ("spoken", is_spoken(unit)),
            ("led by a word in capitals", _NOTICE.match(text)),
            ("name and value", _PAIR.match(text)),
            ("in brackets", _BRACKETED.match(text)),
            ("Japanese", unit.is_cjk),
        )
        if holds
    ]
    if unit.mark is not None:
        found.append("perhaps furniture" if unit.mark.weak else "known as furniture")
    if _DIGIT.search(text):
        found.append("dated" if _DATED.search(text) else "digits")
    return found


def _is_among_items(units: list[Unit], at: int) -> bool:
    near = [*units[max(0, at - 1) : at], *units[at + 1 : at + 2]]
    return any(is_content(other) and _ITEM.match(other.text) for other in near)


def _form(unit: Unit) -> str:
    if unit.prose:
        return "prose"
    if is_speech(unit.text):
        return "speech"
    if is_sentence(unit):
        return "sentence"
    if is_lead_in(unit):
        return "lead-in"
    return "heading" if is_heading(unit) else "scrap"


def _what(units: list[Unit], at: int) -> str:
    """What a neighbour is."""
    if not 0 <= at < len(units):
        return "nothing"
    unit = units[at]
    if unit.rule == "separator":
        return "rule"
    if is_text(unit):
        return "text"
    if is_content(unit):
        return "subheading" if unit.kind is LineKind.SUBHEADING else "content"
    return "unknown" if unit.rule in DOUBTFUL else "furniture"


@dataclass(frozen=True, slots=True)
class Weights:
    """What clues and measures are worth in one zone.

    Attributes:
        clues: By their names.
        steps: Of each measure, in order: where it is cut, and what each step is worth.
    """

    clues: dict[str, float]
    steps: list[tuple[list[float], list[float]]]


@cache
def line_weights() -> dict[str, Weights]:
    """What speaks for a line in each zone, read once."""
    table = read_toml(resource("cleaning", "line-clues.toml"))
    return {zone: _weights(table, zone) for zone in ZONES}


def _weights(table: dict[str, Any], zone: str) -> Weights:
    clues = {str(name): float(one) for name, one in table[zone].items() if name != "steps"}
    worth = table[zone]["steps"]
    return Weights(clues, [(table["cuts"][name], worth[name]) for name in MEASURES])


def weighed_line(page: LinePage, at: int) -> float:
    """How much speaks for a unit belonging to the article, above naught, or against it."""
    weights = line_weights()[page.zone(at)]
    clues = weights.clues
    worth = sum([clues.get(name, 0.0) for name in line_clues(page, at)])
    for number, (cuts, steps) in zip(line_numbers(page, at), weights.steps, strict=True):
        worth += steps[bisect_left(cuts, number)]
    return worth


def line_numbers(page: LinePage, at: int) -> list[float]:
    """The measures of a unit, in the order of `MEASURES`."""
    return measured(page.units, at, page.kin, page.scale, own=_is_own(page.units[at]))


def strongest_against(page: LinePage, at: int, among: Collection[str]) -> str | None:
    """Which of some clues speaks most against a unit, or None where none does."""
    clues = line_weights()[page.zone(at)].clues
    against = [(clues.get(name, 0.0), name) for name in line_clues(page, at) if name in among]
    worth, name = min(against, default=(0.0, ""))
    return name if worth < 0 else None
