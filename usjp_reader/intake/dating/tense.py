"""Whether a text looks back at a time that it names, or ahead to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.knowledge.times import Form

if TYPE_CHECKING:
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_AHEAD = re.compile(
    r"\b(?:will|shall|expect(?:s|ed)|projects?|projected|forecasts?|scheduled|slated|plans? to|"
    r"planning|"
    r"planned for|aims?|aiming|intends?|hopes?|due (?:in|on|by|for)|set (?:to|for)|is to|"
    r"are to|next|upcoming|"
    r"coming|goal|target(?:ed|s)?|deadline|no later than|ahead of|looks? (?:ahead|toward))"
    r"\b[^;]{0,90}$"
)
_REACH = {True: 40, False: 96}
"""How far before a day, or before a year, the words may stand that look ahead to it."""
_WAS_AHEAD = re.compile(r"\b(?:was|were|had been|been|had) (?:\w+ )?$")
_OPEN = re.compile(
    r"\b(?:would|could|should|by|until|till|through|if|may|might|before|to)\s"
    r"(?:the )?(?:end of |late |early )?$|\bwould\b[^.;]{0,60}$"
)
_PAST = re.compile(
    r"\b(?:in|since|during|after|from|on|of|back in|early|late|mid|between|and|year|spring|"
    r"summer|fall|autumn|winter)[\s-]"
    r"(?:the |early |late |mid-?|the (?:spring|summer|fall|autumn|winter|end|beginning|start|"
    r"middle) of )?\(?$",
    re.IGNORECASE,
)
_DECADE = re.compile(r"\b(?:in|since|of|during|the)\s(?:the )?(?:early |late |mid-)?$", re.I)
_JA_AHEAD = re.compile(
    r"^[^。]{0,30}?(?:予定|見込|見通し|計画|目指|目標|方針|期限|まで|までに|以降|をめど|に向け|開催する|迎える)"
)
_JA_PAST = re.compile(
    r"^[^。]{0,70}?(?:た[。、」）]|した|った|れた|いた|以来|から|に成立|に締結|に発効|だった|の大統領選|の戦)"
)
_WHOLE = frozenset({Form.DAY, Form.MONTH})


def is_ahead(page: Page, one: Expression) -> bool:
    """Whether the words around an expression look ahead to it."""
    if one.text[-1] > "\u3000":
        return _JA_AHEAD.match(page.after(one.span.end, 50)) is not None
    before = page.before(one.span.start)
    found = _AHEAD.search(before)
    if found is None or len(before) - found.start() > _REACH[one.form in _WHOLE]:
        return False
    return not _WAS_AHEAD.search(before[: found.start()])


def is_past(page: Page, one: Expression) -> bool:
    """Whether the words around an expression surely speak of it as past."""
    if one.form is Form.NEAR or is_ahead(page, one):
        return False
    if one.text[-1] > "\u3000":
        return one.form is not Form.YEAR or bool(_JA_PAST.match(page.after(one.span.end)))
    before = page.before(one.span.start)
    if _OPEN.search(before):
        return False
    if one.form in _WHOLE:
        return True
    if one.form in (Form.DECADE, Form.CENTURY):
        return _DECADE.search(before) is not None
    return _PAST.search(before) is not None
