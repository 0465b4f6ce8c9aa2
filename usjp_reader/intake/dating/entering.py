"""Who took office when: "since he became Prime Minister in December", 昨年11月に着任した大使."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.spans import Span
from usjp_reader.intake.cleaning.needed_words import Sieve, needed_words
from usjp_reader.intake.dating.claims import EARLIEST, LATEST, Claim, joined, plus
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.knowledge.times import Form, Unit
from usjp_reader.knowledge.times.reckoning import said_if

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.entities import Candidate, Tenure
    from usjp_reader.intake.dating.pages import Page, Paragraph
    from usjp_reader.intake.dating.terms import TermsProtocol
    from usjp_reader.knowledge.times import Expression

_TOOK = re.compile(
    r"\b(?:took (?:up )?(?:(?:his|her|the) )?(?:office|post|oath)|takes? office|taking office|"
    r"took over as|takes over as|sworn in|swearing-in|"
    r"became (?:the |Japan['’]s |his country['’]s )?(?:\w+[ -]){0,2}"
    r"(?:prime minister|premier|president|ambassador|foreign minister|secretary)|"
    r"(?:elected|named|chosen|voted in as|confirmed as|inaugurated as) (?:as )?"
    r"(?:Japan['’]s )?(?:\w+ )?"
    r"(?:prime minister|premier)|presented (?:his|her) credentials|"
    r"(?:arrived|came) (?:here |in Tokyo |in Washington )?(?:(?:last|this|in) \w+ |yesterday |"
    r"on \w+ )?(?:as|to take up)|"
    r"(?:when )?I (?:came|arrived) (?:here|(?:to|in) (?:Japan|Tokyo|Washington))|"
    r"formed (?:his|her|a) (?:\w+ )?cabinet)\b|"
    r"就任し|就任から(?!初)|に就任(?!後)|着任|発足|發足|首相にな|組閣|首相に選|首班(?:に)?指名",
    re.IGNORECASE,
)
_NEEDED = Sieve([needed_words(_TOOK.pattern)])
_COMES = re.compile(r"\btak(?:es|ing)\b|\bswearing-in\b", re.IGNORECASE)
_OFFICES = (
    (
        re.compile(r"prime minister|premier|首相|総理|總理|内閣|政権|組閣|首班", re.IGNORECASE),
        "office/prime-minister-of-japan",
    ),
    (re.compile(r"ambassador|credentials|envoy|大使|着任", re.IGNORECASE), "ambassador"),
    (re.compile(r"president|大統領", re.IGNORECASE), "office/president-of-the-united-states"),
)
_FORMS = frozenset(
    {Form.NEAR, Form.MONTH_ONLY, Form.SEASON, Form.MONTH_DAY, Form.DAY_ONLY, Form.WEEKDAY}
)
_REACH = 70
_CLAUSE = re.compile(r"[;:—。]|, (?:and|but|while) ")
_MOST = 3


def from_entering(
    page: Page, candidates: Sequence[Candidate], terms: TermsProtocol
) -> Iterator[Claim]:
    """What the text allows that says how long ago somebody took office."""
    told = [one for one in page.told if any(map(_may_say_when, one.times))]
    if not told:
        return
    people: list[tuple[Span, Candidate]] = []
    count = 0
    for paragraph in told:
        for words in _entries(page, paragraph):
            people = people or _people(page, candidates)
            for claim in _claims(page, words, people, terms):
                yield claim
                count += 1
            if count >= _MOST:
                return


def _people(page: Page, candidates: Sequence[Candidate]) -> list[tuple[Span, Candidate]]:
    return [
        (page.read(one.span), one)
        for one in candidates
        if one.type is EntityType.PERSON and one.entities
    ]


def _entries(page: Page, paragraph: Paragraph) -> Iterator[Span]:
    """Where the sentences of a paragraph that have such a time say that somebody took office."""
    times = filter(_may_say_when, paragraph.times)
    for sentence in dict.fromkeys(page.sentence_at(time.span.start) for time in times):
        if not _NEEDED.lets_pass(sentence.of(page.derived.text).casefold()):
            continue  # none of the words without which nobody takes office: sooner told
        for found in _TOOK.finditer(page.derived.text, sentence.start, sentence.end):
            yield Span(found.start(), found.end())


def _claims(
    page: Page,
    words: Span,
    people: Sequence[tuple[Span, Candidate]],
    terms: TermsProtocol,
) -> Iterator[Claim]:
    sentence = page.sentence_at(words.start)
    time = _beside(page, words, sentence)
    if time is None:
        return
    here = [(span, one) for span, one in people if span and sentence.contains(span)]
    nearest = sorted(here, key=lambda each: abs(each[0].start - words.start))
    for _, one in nearest or people:
        starts = [
            tenure.days.earliest
            for person in one.entities
            for tenure in terms.tenures_of(person)
            if _is_meant(tenure, sentence.of(page.derived.text), one)
        ]
        ahead = _COMES.search(words.of(page.derived.text)) is not None
        days = (said_if(time, Days(day, day), ahead=ahead) for day in starts)
        ranges = joined(each for each in days if each)
        if ranges and ranges[-1].earliest > EARLIEST:
            yield _claim(
                page, Span(min(words.start, time.span.start), words.end), time, ranges, one
            )
            return


def _beside(page: Page, words: Span, sentence: Span) -> Expression | None:
    """The nearest relative time in the clause of the words."""
    near = []
    for time in page.mentions:
        if not sentence.contains(time.span) or not _may_say_when(time):
            continue
        first, last = sorted((words, time.span))
        gap = page.derived.text[first.end : last.start]
        if len(gap) <= _REACH and _CLAUSE.search(gap) is None:
            near.append((len(gap), time))
    return min(near, key=lambda each: each[0])[1] if near else None


def _may_say_when(time: Expression) -> bool:
    """Whether a time is a relative one, and no distant one, as news says when somebody came."""
    if time.form not in _FORMS:
        return False
    shift = time.shift
    return shift is None or not (
        shift.from_text or (shift.unit in (Unit.YEAR, Unit.DECADE) and abs(shift.count) > 1)
    )


def _is_meant(tenure: Tenure, words: str, one: Candidate) -> bool:
    """Whether the sentence, or the title of the name, speaks of that office."""
    if one.offices:
        return tenure.office in one.offices
    for pattern, office in _OFFICES:
        if pattern.search(words):
            return office in tenure.office
    return False


def _claim(
    page: Page, words: Span, time: Expression, ranges: tuple[Days, ...], one: Candidate
) -> Claim:
    whole = Span(min(words.start, time.span.start), max(words.end, time.span.end))
    source = page.source(whole)
    says = Days(ranges[0].earliest, ranges[-1].latest)
    params = {"name": one.text}
    text = source.of(page.text)
    if len(ranges) == 1 and time.form is Form.WEEKDAY:
        ranges = (Days(ranges[0].earliest, min(LATEST, plus(ranges[0].latest, 1))),)
    return Claim(rule_named("entered"), says, ranges, source, text, params, name=one.span)
