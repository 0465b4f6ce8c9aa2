"""Where a capital speaks for its government: "Beijing claims", not "in Beijing"."""

from __future__ import annotations

import re

_PLACE_BEFORE = re.compile(
    r"(?:\b(?:in|to|from|at|near|of|via|outside|around|across|into|through|for|visit(?:s|ed|ing)?|left|leaves?|leaving"
    r"|reach(?:ed|es)?|downtown|central|greater|off|toward|towards|throughout|within|around)\s+|,\s*)$",
    re.IGNORECASE,
)
_VERB = (
    r"(?:has|had|have|is|was|were|will|would|should|could|may|might|must|does|did|do|can|cannot|says?|said|claims?"
    r"|wants?|sees?|saw|seeks?|hopes?|fears?|insists?|regards?|remains?|agree|feels?|felt|began|begins?|took|takes?|made|makes?"
    r"|gave|gives?|kept|keeps?|came|comes?|sent|sends?|set|put|won|lost|held|holds?|found|thinks?|thought|knows?|knew|needs?"
    r"|considers?|views?|accuses?|calls?|backs?|welcomes?|rejects?|refuses?|responds?|reacts?|became|becomes?|paid|pays?"
    r"|got|let|stands?|stood|tries|sought|continues?|now|also|never|still|itself|not only"
    r"|[a-z]{3,}ed)"
)
_ACTS = re.compile(
    rf"\s+(?:(?:then|later|soon|already|again|once|long|quickly|repeatedly|officially|[a-z]+ly)\s+)?{_VERB}\b"
)
_PAIR = re.compile(rf"(?:\s+and|,)\s+(?:[A-Z]\w+,?\s+(?:and\s+)?)*[A-Z]\w+\s+{_VERB}\b")
_OWNS = re.compile(
    r"['’]s\s+(?:\w+\s+)?(?:invitation|position|policy|policies|stance|view|views|response|reaction|claims?|decision|demands?|interests?"
    r"|attitude|approach|commitment|concerns?|intentions?|proposal|offer|request|pressure|insistence|refusal|failure|diplomacy|efforts?"
    r"|plans?|strategy|willingness|desire|ambitions?|allies|ally|support|relations?|ties|actions?|behavior|growing|defense|foreign)\b"
)
_RELATIONS = re.compile(
    r"(?:\bbetween\s+(?:[A-Z]\w+\s+and\s+)?$|\b(?:with|by|against|on|urged|told|asked|pressed|pressured|warned|accused|assure[ds]?|pressure on)\s+$)"
)
_ALLIANCE = re.compile(
    r"[-–][A-Z]\w+\s+(?:relations?|ties|alliance|axis|summit|talks|friction|tensions?)\b|(?<=n)$"
)


def speaks(text: str, start: int, end: int) -> bool:
    """Whether the place from `start` to `end` (code points) acts in its sentence."""
    before = text[max(0, start - 40) : start]
    after = text[end : end + 80]
    if _ALLIANCE.match(after) and after:
        return True
    if _RELATIONS.search(before):
        return True
    if _OWNS.match(after):
        return True
    if _PLACE_BEFORE.search(before):
        return False
    return bool(_ACTS.match(after) or _PAIR.match(after))
