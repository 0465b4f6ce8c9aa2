"""Known events where the text names them, with the days that are meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.entities import Candidate
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.intake.dating.terms import TermsProtocol
    from usjp_reader.knowledge.happenings import Named

_DATED_KINDS = frozenset({EntityType.EVENT, EntityType.LAW})
_OPENS = re.compile(
    r"\b(?:open|opens|opened|opening|begins?|began|gathered|"
    r"landed|arrived|arrives|touched down)\b|開幕|開会|始ま|到着"
)
_CLOSES = re.compile(
    r"\b(?:closed|closes|closing|ended|ends|adjourned|wound up|departed|flew home|"
    r"c(?:ame|omes) to (?:its|an|a) (?:end|close))\b|閉幕|閉会|終わ|終了|離日"
)
_LONG_SHOW = 250
_GENERIC = re.compile(
    r"(?:the )?(?:peace|security|trade|commercial) treaty|treaty of peace|講和条約|平和条約",
    re.IGNORECASE,
)
_DIED = re.compile(
    r"^(?:, [^.;:]{1,150}?,)?,? (?:who )?(?:has |had )?(?:died|dies|passed away|is dead|"
    r"(?:was|were) (?:assassinated|slain|murdered|killed|shot dead|shot and killed|found dead))\b"
    r"|^['’]s (?:\w+ )?(?:death|assassination|murder|slaying|funeral|killing|passing)\b"
    r"|^[^、。]{0,14}?(?:が|は|、|の|も)?(?:[^、。]{0,16}、)?[^、。]{0,12}?"
    r"(?:死去|逝去|急逝|亡くな|暗殺|刺殺|射殺|遭難|の訃報|の死を|の葬儀|の国葬|薨去)"
)
_DEATH_OF = re.compile(
    r"\b(?:death|assassination|murder|slaying|funeral|killing|passing|burial) of "
    r"(?:the )?(?:late |former |ex-)?(?:[A-Z][\w.’'-]* ){0,4}$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event where the text names it.

    Attributes:
        span: Position in the derived text.
        days: When it was; several where the words may mean several events.
        name: What it is called in sentences.
        is_entity: Whether it was found as a name of the knowledge base.
        is_planned: Whether it comes again and again: an election, a summit.
        is_foreseen: Whether it is spoken of under this name long before: a treaty, a visit.
        known: Since when, where that is known.
        words: The words that tell it, where they go beyond the name: "Mansfield died".
    """

    span: Span
    days: tuple[Days, ...]
    name: str
    is_entity: bool = False
    is_planned: bool = False
    is_foreseen: bool = False
    known: date | None = None
    words: Span | None = None

    @property
    def whole(self) -> Span:
        """The words that tell it."""
        return self.words or self.span


def told_events(
    page: Page, named: Sequence[Named], candidates: Sequence[Candidate], terms: TermsProtocol
) -> list[Told]:
    """The known events that the running text names, in its order."""
    found: list[Told] = []
    for one in named:
        meant = one.happenings
        label = meant[0].name if len(meant) == 1 else one.span.of(page.derived.text)
        days = tuple(_part(page, one.span, happening.days) for happening in meant)
        planned = any(happening.series for happening in meant)
        foreseen = any(happening.is_foreseen for happening in meant)
        known = meant[0].known if len(meant) == 1 else None
        found.append(
            Told(one.span, days, label, is_planned=planned, is_foreseen=foreseen, known=known)
        )
    found += _deaths(page, candidates, terms)
    worded = [one.span for one in found]
    for candidate in candidates:
        existence = _existence(candidate, terms)
        if not existence or _GENERIC.fullmatch(candidate.text):
            continue  # every war has its peace treaty
        span = page.read(candidate.span)
        if not any(span.overlaps(other) for other in worded):
            is_law = candidate.type is EntityType.LAW
            found.append(
                Told(span, (existence,), candidate.text, is_entity=True, is_foreseen=is_law)
            )
    kinds = {LineKind.CAPTION}
    captions = [one.span for one in page.paragraphs if one.kind in kinds]
    found = [one for one in found if one.span and not any(c.contains(one.span) for c in captions)]
    return sorted(found, key=lambda one: (one.span, one.is_entity))


def _deaths(page: Page, candidates: Sequence[Candidate], terms: TermsProtocol) -> Iterator[Told]:
    """The deaths of known people where the text tells of them."""
    for candidate in candidates:
        if candidate.type is not EntityType.PERSON or len(candidate.entities) != 1:
            continue
        span = page.read(candidate.span)
        words = _death_words(page, span) if span else None
        if words is None:
            continue
        entity = terms.entity(candidate.entities[0])
        day = entity.existence.latest if entity and entity.existence else date.max
        if day < date.max and (day.month, day.day) != (12, 31):  # a year alone says too little
            name = f"the death of {candidate.text}"
            yield Told(span, (Days(day, day),), name, words=words)


def is_death_told(page: Page, name: Span) -> bool:
    """Whether the words around a name, in the derived text, tell of its bearer's death."""
    return _death_words(page, name) is not None


def _death_words(page: Page, name: Span) -> Span | None:
    """A name with the words around it that tell of its bearer's death."""
    if behind := _DIED.match(page.after(name.end, 200)):
        return Span(name.start, name.end + behind.end())
    before = page.before(name.start, 60)
    if found := _DEATH_OF.search(before):
        return Span(name.start - len(before) + found.start(), name.end)
    return None


def _part(page: Page, span: Span, days: Days) -> Days:
    """Of games or a summit that opens, the first day; of one that closes, the last."""
    if not 0 < (days.latest - days.earliest).days <= _LONG_SHOW:
        return days
    around = page.before(span.start, 60) + "\n" + page.after(span.end, 60)
    if _OPENS.search(around):
        return Days(days.earliest, days.earliest)
    return Days(days.latest, days.latest) if _CLOSES.search(around) else days


def _existence(candidate: Candidate, terms: TermsProtocol) -> Days | None:
    if candidate.type not in _DATED_KINDS or len(candidate.entities) != 1:
        return None
    entity = terms.entity(candidate.entities[0])
    days = entity.existence if entity else None
    if days is None or days.earliest == date.min:
        return None
    if days.latest < date.max:
        return days
    first = days.earliest
    is_year = (first.month, first.day) == (1, 1)
    return Days(first, first.replace(month=12, day=31) if is_year else first)
