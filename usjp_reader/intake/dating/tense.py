"""Whether a text looks back at a time that it names, or ahead to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.knowledge.times import Form

if TYPE_CHECKING:
    from usjp_reader.domain.spans import Span
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_AHEAD = re.compile(
    r"\b(?:will|shall|expect(?:s|ed)|projects?|projected|forecasts?|scheduled|slated|plans? to|"
    r"planning|"
    r"planned for|aims?|aiming|intends?|hopes?|due (?:in|on|by|for)|"
    r"expires?|lapses?|runs? out|set (?:to|for)|is to|"
    r"are to|next|upcoming|"
    r"coming|goal|target(?:ed|s)?|deadline|no later than|ahead of|looks? (?:ahead|toward))"
    r"\b[^;]{0,90}$"
)
_WILL = re.compile(
    r"^(?:, (?:when|as|if|after|before) [^,;.]{1,50},|,)? "
    r"(?:(?!said|told|announced|that\b|who\b)[\w.'’-]+ ){0,4}will\b"
)
"""On Monday he will be received: the day is to come."""
_GOES = re.compile(
    r"\b(?:takes? (?:over|office)|opens?|begins?|starts?|leaves?|arrives?|meets?|flies|departs?|"
    r"goes|comes?|faces?|votes?|sits? down|walks? into)\b[^.;,]{0,50}\b(?:on|in) $"
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
    r"^にも|^に投開票される|^[^。]{0,30}?(?:予定|見込|見通し|計画|目指|目標|方針|期限|まで|までに|以降|をめど|に向け|開催する|迎える|んとす|んとし)"
)
_JA_PAST = re.compile(
    r"^[^。]{0,70}?(?:た[。、」）]|した|った|れた|いた|以来|から|に成立|に締結|に発効|だった|の大統領選|の戦)"
)
_WHOLE = frozenset({Form.DAY, Form.MONTH})
_EVENT_AHEAD = re.compile(
    r"\b(?:will|would|shall|draft|proposed|planned|coming|future|next|expected|negotiat\w+|"
    r"talks on|upcoming|ahead of|before|faces?|scheduled|eve of|prepar\w+|plans? for|looming|"
    r"demand\w*|calls? for|calling for|seeks?|seeking|urg(?:e|es|ed|ing)|promis\w+|pledg\w+|toward|"
    r"(?:question|issue|prospect|terms) of|if|unless|until|in time for|ready for|"
    r"to go to|leaves? for|tomorrow|invit\w+ to|on (?:his|her|their|the) way to)\b"
    r"[^.;,]{0,40}$|\b(?:will|shall) [^.;,]{0,75}$",
    re.IGNORECASE,
)
_EVENT_AHEAD_BEHIND = re.compile(
    r"^,? (?:which|that|whom|where|when)\b[^.;]{0,60}?"
    r"\b(?:is|are) (?:to|due|expected|scheduled)\b|"
    r"^[^.;,]{0,40}? (?:is|are) (?:to be|due|scheduled|expected to be) |"
    r"^[^.;,]{0,40}? will (?:be (?:held|signed|opened|inaugurated)|open|begin|convene)\b|"
    r"^,? (?:which|that) (?:opens?|begins?|starts?|will|takes? place|meets?)\b|"
    r"^[^.;,]{0,30}? (?:opens|begins|starts|convenes) (?:on|next|tomorrow|this|in)\b"
)
_WILL_DO = re.compile(
    r"^ will (?!be remembered|never|always|long|not|have|continue|remain|still|also)[a-z]+\b"
)
_WILL_GO = re.compile(
    r"^ (?:will|is to|are to|is due to|are due) "
    r"(?:go|visit|come|travel|meet|attend|address|speak|fly|arrive|stand|open|host|at)\b"
)
_SAID_THAT = re.compile(
    r"\b(?:said|say|says|announced?|agree[ds]?|told|promised?|declared?|means|that)\b[^.;]{0,60}$"
)
"""What was said of something is news, though it "will" be so."""
_JA_EVENT_AHEAD = re.compile(
    r"^(?:で|を|が|に)(?:開く|開かれる|開催される|開催する|行う|行われる|始まる|署名する|開幕する)|"
    r"^[^。]{0,20}?(?:を控え|を前に|に向け|が予定|を予定|の前に|が迫|する予定|への準備)|"
    r"^(?:の|を|に|へ|が)?(?:交渉|協議|要求|問題|運動|実現|案|構想|草案|促進|時期|準備|反対|阻止|早期|申請|"
    r"求め|目指|めざ|訴え|望|備え|向け)|^まで(?:に|の|あと)|^法?制"
)
_JA_COMES = re.compile(
    r"(?:来日|来訪|訪日|訪米|訪問|出席|参加|開催|予定|到着|就任|会談|入港|来県)(?:する|される|を予定する|が予定される|予定の)$|"
    r"(?:訪れる|迎える|開かれる|行われる|予定される|始まる|控える)$"
)
"""Before the name of somebody who is to come: 今月下旬に来日する大統領."""
_JA_COMING = re.compile(
    r"(?:来|再来)(?:週|月|年)|今(?:週|月|年|秋|夏|春|冬)|[0-9一二三四五六七八九十]日|あす|明日|近く"
)
_FROM_NEXT = re.compile(
    r"(?:[Nn]ext (?:week|month|year|spring|summer|autumn|fall|winter|[A-Z][a-z]+day)|"
    r"[Tt]omorrow|[Ll]ater this (?:week|month|year)|"
    r"[Ii]n (?:\w+ ){1,3}(?:days|weeks|months)[’']? time)\b"
)
"""How a sentence begins that tells of what is to come."""
_HAS_BEEN = re.compile(r"\b(?:was|were|had|did|last|ago|yesterday)\b|\b[a-z]{3,}ed on\b")
_JA_TOMORROW = re.compile(r"(?:あす|明日|明後日|あさって|来週|来月|今秋にも|近く)[^。]{0,24}$")


def is_ahead(page: Page, one: Expression) -> bool:
    """Whether the words around an expression look ahead to it."""
    if one.span not in page.coming:
        page.coming[one.span] = _is_ahead(page, one)
    return page.coming[one.span]


def _is_ahead(page: Page, one: Expression) -> bool:
    if one.text[-1] > "\u3000":
        return _JA_AHEAD.match(page.after(one.span.end, 50)) is not None
    if one.form in (Form.WEEKDAY, Form.MONTH_DAY) and (
        _WILL.match(page.after(one.span.end, 60)) or _GOES.search(page.before(one.span.start, 60))
    ):
        return True
    if (
        one.form is Form.MONTH_ONLY
        and one.shift is None
        and _GOES.search(page.before(one.span.start, 60))
    ):
        return True
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


def is_event_ahead(page: Page, event: Span) -> bool:
    """Whether the words around an event, in the derived text, speak of it as one to come."""
    if event not in page.ahead:
        page.ahead[event] = _is_event_ahead(page, event)
    return page.ahead[event]


def _is_event_ahead(page: Page, event: Span) -> bool:
    before = page.before(event.start)
    if _EVENT_AHEAD.search(before) or _JA_TOMORROW.search(before):
        return True
    if before[-1:] > "\u3000" and _JA_COMES.search(before) and _JA_COMING.search(before):
        return True
    sentence = page.sentence_at(event.start)
    if _FROM_NEXT.match(page.derived.text, sentence.start) and not _HAS_BEEN.search(
        sentence.of(page.derived.text)
    ):
        return True
    after = page.after(event.end, 90)
    if _WILL_GO.match(after) or (_WILL_DO.match(after) and not _SAID_THAT.search(before)):
        return True
    return bool(_EVENT_AHEAD_BEHIND.match(after) or _JA_EVENT_AHEAD.match(after[:30]))
