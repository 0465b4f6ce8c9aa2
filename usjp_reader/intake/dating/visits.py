"""Visits and talks of heads of government that are so far off: "goes to Washington next month".

The table of meetings says when those two met, the words how far that is from the day of writing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.claims import Claim, joined, plus
from usjp_reader.intake.dating.meetings import IN_JAPAN, Meeting, heads, meetings
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.intake.dating.tense import is_ahead
from usjp_reader.knowledge.times import Form, Unit
from usjp_reader.knowledge.times.reckoning import said_if

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.entities import Candidate
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_TO_AMERICA = re.compile(
    r"\b(?:to|in|into|at|for|from) (?:Washington|the White House|the United States|America|"
    r"the States|the (?:U\. ?S\.|US))(?! (?:position|demand|side|economy))|"
    r"\b(?:at|in) the (?:White House|Oval Office)|"
    r"\b(?:before|to|address(?:es|ed)) "
    r"(?:a joint (?:meeting|session)|(?:the )?(?:U\.S\. )?Congress\b|senators)|"
    r"\bCamp David\b|訪米|渡米|ワシントン[でへに入]|ワシントンを訪|"
    r"(?:米国|アメリカ)(?:を訪|訪問)|ホワイトハウス[でを]"
)
_TO_JAPAN = re.compile(
    r"\b(?:to|in|into|at|for) (?:Tokyo|Japan)\b|\bvisit(?:s|ed|ing)? (?:Tokyo|Japan)\b|"
    r"訪日|来日|來日|"
    r"日本(?:を訪|訪問|に来|へ来)|東京(?:を訪|で会談)"
)
_GOES = re.compile(
    r"\b(?:visit(?:s|ed|ing|or)?|trip|journey|travel(?:s|ed|ing)?|tour|fl(?:y|ies|ying|ew)|"
    r"go(?:es|ing)?|went|"
    r"arriv\w+|leav(?:es|ing)|left|depart\w*|com(?:e|es|ing)|came|return(?:s|ed|ing)?|summit|"
    r"meet(?:s|ing|ings)?|met|talks|confer\w*|sit(?:s|ting)? down|sat down|receiv(?:e|es|ed|ing)|"
    r"call(?:s|ed)? on|(?:was|were|be) (?:in|at) (?:Washington|Tokyo|the White House)|"
    r"address(?:es|ed)|stands before|speaks (?:to|before)|"
    r"welcom\w+|host(?:s|ed|ing)?|guest|dinner|invited|due|journeys)\b|"
    r"訪米|訪日|来日|來日|渡米|会談|會談|首脳|訪問|訪れ|訪ね|帰国|歸國|招待|出発|に来る|へ来る|に着く|に発つ|に赴",
    re.IGNORECASE,
)
_SAID = frozenset({Form.NEAR, Form.SEASON, Form.MONTH_ONLY, Form.DAY_ONLY, Form.WEEKDAY})
_UNITS = frozenset({Unit.WEEK, Unit.MONTH, Unit.SEASON})
_CLAUSE = re.compile(r"[;:—。]|, (?:and|but|while|after|before|who|which|where|when) ")
_ENTERS = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|took (?:over|office)|replac(?:ed|ing)|resign\w*|"
    r"stepp?(?:ed|ing) down)\b"
    r"|就任|辞任|後任"
)
"""Where a sentence tells when somebody took office, its time is that of this."""
_INSERTED = re.compile(r", (?:who|which|whose|where) [^,;.]{1,120},")
_HERE = re.compile(r"\b(?:came|comes|coming|arriv\w+|was here|visit\w*|guest)\b")
_DATELINE = re.compile(r"\W{0,3}(?P<city>TOKYO|Tokyo|東京|WASHINGTON|Washington|ワシントン)\b")
_IN_TOKYO = frozenset({"TOKYO", "東京"})
_OF_NAME = re.compile(r"^(?: of (?:that country|[A-Z]\w+))?, (?:who|which) ")
"""A clause that begins right behind a name speaks of its bearer."""
_RETURNED = re.compile(
    r"\b(?:returned|came (?:home|back)|is (?:back|home)|back|home|flew home) from\b|"
    r"帰国|帰朝|歸國|歸朝"
)
"""Who is back was there."""
_REACH = 140
_TO_VERB = 70
_FIRST = re.compile(
    r"\bfirst (?:official |state |formal |foreign |overseas )?(?:trip|visit|journey|meeting|"
    r"talks|summit|tour|face-to-face|encounter)|初の(?:訪米|訪日|来日|首脳会談|会談|外遊)|初会談|初訪米|初めて(?:の訪米|訪米|会談)"
)
_HOLDING_BACK = re.compile(
    r"\b(?:call(?:ed|s)? off|cancel\w*|postpon\w*|put off|would have|was to have)\b|中止|延期|見送"
)


def from_visits(page: Page, candidates: Sequence[Candidate]) -> list[Claim]:
    """When a text was written that says how far off a visit or a meeting is."""
    times = [time for time in page.mentions if _is_said(time)]
    named = _named(page, candidates) if times else []
    if not named:
        return []
    return [claim for time in times for claim in _from_time(page, time, named)]


def _named(page: Page, candidates: Sequence[Candidate]) -> list[tuple[Span, Candidate]]:
    """The people of the table, with their places in the derived text."""
    found = [one for one in candidates if not heads().isdisjoint(one.entities)]
    return [(page.read(one.span), one) for one in found]


def _is_said(time: Expression) -> bool:
    shift = time.shift
    return time.form in _SAID and shift is not None and not shift.from_text and shift.unit in _UNITS


def _from_time(
    page: Page, time: Expression, named: Sequence[tuple[Span, Candidate]]
) -> Iterator[Claim]:
    sentence = page.sentence_at(time.span.start)
    words = sentence.of(page.derived.text)
    near = [
        (span, one)
        for span, one in named
        if sentence.contains(span) and span and _belongs(page, span, time)
    ]
    if not near or not _goes(page, sentence, time):
        return
    if _HOLDING_BACK.search(words) or _ENTERS.search(words):
        return
    everyone = {person for _, one in named for person in one.entities}
    here = {person for _, one in near for person in one.entities}
    met = [one for one in meetings() if one.people & here and one.people <= everyone]
    directed = _directed(met or _of_one(here, everyone), words + _from_where(page, words), here)
    met = _at_place(directed, words)
    if met and _FIRST.search(words):
        met = [min(met, key=lambda one: one.days)]
    ranges: list[Days] = []
    found: list[Meeting] = []
    for one in met:
        ahead = is_ahead(page, time)
        over = not ahead and _RETURNED.search(words) is not None
        there = Days(plus(one.days.latest, 1), plus(one.days.latest, 2)) if over else one.days
        days = said_if(time, there, ahead=ahead)
        if days and over:
            days = Days(max(days.earliest, there.earliest), days.latest)
        if days:
            ranges.append(days)
            found.append(one)
    if found:
        span, first = min(near, key=lambda each: _gap(each[0], time.span))
        yield _claim(page, time, found, joined(ranges), span, first)


def _goes(page: Page, sentence: Span, time: Expression) -> bool:
    """Whether the part of a sentence with the time speaks of going or meeting."""
    text = page.derived.text
    for found in _GOES.finditer(text, sentence.start, sentence.end):
        first, last = sorted((Span(found.start(), found.end()), time.span))
        gap = text[first.end : last.start]
        if len(gap) <= _TO_VERB and "、" not in gap.lstrip("、") and _CLAUSE.search(gap) is None:
            return True
    return False


def _belongs(page: Page, span: Span, time: Expression) -> bool:
    """Whether a name and a time stand near one another in one part of a sentence."""
    first, last = sorted((span, time.span))
    between = _INSERTED.sub("", page.derived.text[first.end : last.start])
    between = _OF_NAME.sub(" ", between) if first is span else between
    return len(between) <= _REACH and _CLAUSE.search(between) is None


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _of_one(here: set[str], everyone: set[str]) -> list[Meeting]:
    """All meetings of somebody where the text does not name whom he met."""
    sides = {person for one in meetings() for person in one.people if one.people & here}
    if (everyone & sides) - here:
        return []
    return [one for one in meetings() if one.people & here]


def _directed(met: Sequence[Meeting], words: str, here: set[str]) -> list[Meeting]:
    """Of meetings those on the side of the ocean that the sentence names; or those of both."""
    to_america, to_japan = _TO_AMERICA.search(words), _TO_JAPAN.search(words)
    if to_america and not to_japan:
        return [one for one in met if one.place in IN_AMERICA]
    if to_japan and not to_america:
        return [one for one in met if one.place in IN_JAPAN]
    both = [one for one in met if one.people <= here]
    return (both or [*met]) if _SUMMIT.search(words) else both if _MEETS.search(words) else []


def _from_where(page: Page, words: str) -> str:
    """Where a writer is to whom somebody "came", as the dateline says."""
    if _TO_AMERICA.search(words) or _TO_JAPAN.search(words) or not _HERE.search(words):
        return ""
    found = _DATELINE.match(page.body[0].text) if page.body else None
    if found is None:
        return ""
    return " to Japan" if found["city"].upper() in _IN_TOKYO else " to Washington"


def _at_place(met: list[Meeting], words: str) -> list[Meeting]:
    """Of meetings those at a place that the sentence names, the capitals aside."""
    there = [one for one in met if one.place not in ("Washington", "Tokyo") and one.place in words]
    return there or met


_MEETS = re.compile(r"\b(?:meet(?:s|ing|ings)?|met|talks|sits? down|sat down)\b|会談|首脳")
_SUMMIT = re.compile(r"(?:日米|米日)首脳|首脳会談|\bsummit with\b")
IN_AMERICA = frozenset(
    {"Washington", "Camp David", "San Clemente", "Honolulu", "Williamsburg", "Los Angeles"}
    | {"New York", "Palm Springs", "Houston", "Newport Beach", "Kennebunkport", "Seattle"}
    | {"Santa Monica", "Denver", "Crawford", "Sea Island", "Mar-a-Lago", "San Francisco"}
    | {"Wilmington"}
)
"""Places of the table in the United States."""


def _claim(
    page: Page,
    time: Expression,
    found: Sequence[Meeting],
    ranges: tuple[Days, ...],
    span: Span,
    who: Candidate,
) -> Claim:
    whole = Span(min(span.start, time.span.start), max(span.end, time.span.end))
    source = page.source(whole)
    places = dict.fromkeys(one.place for one in found[:4])
    days = dict.fromkeys(one.days.edtf for one in found[:4])
    params = {"place": ", ".join(places), "names": who.text, "when": ", ".join(days)}
    says = Days(ranges[0].earliest, ranges[-1].latest)
    text = source.of(page.text)
    return Claim(rule_named("visit"), says, ranges, source, text, params, name=who.span)
