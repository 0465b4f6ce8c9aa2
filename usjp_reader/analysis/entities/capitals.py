"""Whether a capital city acts in a sentence, and so stands for its government."""

from __future__ import annotations

import re

from usjp_reader.analysis.entities.words import word_set

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|around|inside|into|through|via|throughout|across|downtown|central|"
    r"greater|from|to|"
    r"for|visit|visits|visited|visiting|left|leave|leaving|leaves|reach|reached|bypassed|bypass|"
    r"skipped|tour|toured|"
    r"attacked|bombed|occupied|entered|of|make|made)(?: both| the)? $"
)
_DEALT_WITH = re.compile(
    r"\b(?:with|against|between|by|on|toward|towards|upon|among|than|urged?|urging|urges|"
    r"presse[ds]|press|pressing|"
    r"pressured?|pressuring|told|tells?|telling|asked?|asks|asking|warn(?:ed|s|ing)?|"
    r"persuade[ds]?|help(?:ed|s|ing)?|"
    r"assure[ds]?|assuring|accuse[ds]?|accusing|needs?|needed|wants?|wanted|let|push(?:ed|es|"
    r"ing)?|informed|inform|"
    r"notified|criticized|criticised|blamed?|forced?|forcing|promise[ds]?|promising|thank(?:ed|s|"
    r"ing)?|begged|angered|irritated|reassure[ds]?|support(?:ed|s)?|"
    r"convince[ds]?|encourage[ds]?|between [A-Z][\w.]+ and) (?:both )?$"
)
_SIGNAL = re.compile(
    r"\b(?:message|signal|warning|note|reply|protest|assurances?|concessions?|pressure|proposal|"
    r"offer|demands?|appeal|"
    r"commitment|pledge|apology|loyal|answer|cables?|ties|relations|links|important|"
    r"unacceptable)\b[^.;,]{0,25}\b(?:to|from|for) $"
)
_FEELING = re.compile(
    r"\b(?:dismay|anger|ire|wrath|delight|annoyance|relief|displeasure|help|support|consent|"
    r"approval|"
    r"permission|request|behest|insistence|embarrassment|backing|eyes|hands|views?|suspicions?|"
    r"closer|angry|tough|soft|faith|trust|patience|rift|row|deal|talks|alliance) (?:of|to|at|in|"
    r"with) $"
)
_DISPATCH = re.compile(
    r"\b(?:support|complaints?|word|pressure|demands?|requests?|help|approval|response|aid|"
    r"assurances?|commitment) from $"
)
_VERB_AFTER = re.compile(
    r",? (?:(?:also|has|have|had|now|still|then|already|initially|repeatedly|reportedly|soon|"
    r"later|recently|and [A-Z][\w.]+) )*"
    r"(?:is|was|are|were|would|will|should|must|can|could|may|might|did|does|do|says|said|claims|"
    r"wants|sees|fears|hopes|"
    r"needs|plans|seeks|insists|holds|knows|thinks|believes|views|regards|considers|agrees|"
    r"refuses|argues|urges|"
    r"announces|denies|wishes|expects|remains|faces|keeps|made|gave|took|sent|told|saw|held|kept|"
    r"knew|felt|sought|"
    r"began|thought|won|lost|broke|put|found|became|got|went|came|has|have|had|not|"
    r"\w{3,}ed)\b(?! by the| residents)"
)
_NOT_VERBS = re.compile(
    r" (?:based|area|time|residents|streets?|on|in|at|united|need|speed|seed|indeed|hundred|red|"
    r"bed|shed|feed|controlled)\b"
)
_AND_BEFORE = re.compile(r"[A-Z][\w.]+(?:,| and|, and) $")
_POSSESSIVE = re.compile(r"['’]s? (\w+)(?: (\w+))?")
_PLACE_NOUNS = word_set(
    """
    airport airports area areas avenue bay bridge center centre central cathedral citizens
    commuters crowded district districts downtown ginza harbor harbour harbors haneda hospital
    hospitals hotel hotels imperial landmark mayor metro metropolitan morning museum museums
    narita national nightlife northern office outskirts palace park parks population port
    prison railway residents restaurant restaurants river school schools shinjuku shrine shops
    southern station stations stock stocks street streets suburb suburbs subway temple temples
    traffic university weather western famous busy cherry luxury historic biggest largest
    busiest train trains city
    """
)
_HYPHEN = re.compile(
    r"[-‐–](?:controlled|led|backed|imposed|sponsored|approved|administered|funded|friendly)\b"
)
_JAPANESE_ACTS = re.compile(
    r"(?:は|が|も|の(?:意向|思惑|姿勢|方針|立場|対応|反応|圧力|要求|要請|主張)|側)"
)


def acts(text: str, start: int, end: int) -> bool:
    """Whether the name of a capital from `start` to `end` means a government.

    Args:
        text: Source text; line breaks inside a paragraph count as blanks.
        start: Code point at which the name begins.
        end: Half-open.
    """
    before = re.sub(r"\s+", " ", text[max(0, start - 60) : start])
    after = re.sub(r"\s+", " ", text[end : end + 60])
    if text[end - 1] >= "\u2e80":
        return bool(_JAPANESE_ACTS.match(after)) and not re.search(r"(?:[でに、])$", before[-1:])
    if _HYPHEN.match(after):
        return True
    possessive = _POSSESSIVE.match(after)
    if possessive:
        return not _is_about_a_place(possessive)
    if any(pattern.search(before) for pattern in (_DISPATCH, _SIGNAL, _DEALT_WITH, _FEELING)):
        return not _is_modifier(after)
    if _PLACE_BEFORE.search(before):
        return False
    return _has_verb(before, after)


def _has_verb(before: str, after: str) -> bool:
    """Whether it is a subject, alone or with another name: "Tokyo and Washington agreed"."""
    verb = _VERB_AFTER.match(after)
    if verb is None or _NOT_VERBS.match(after):
        return False
    return not re.search(r"\b(?:in|at|near|of|from|to|for) [A-Z][\w.]+(?:,| and|, and) $", before)


def _is_about_a_place(possessive: re.Match[str]) -> bool:
    first, second = (word or "" for word in possessive.groups())
    return first.lower() in _PLACE_NOUNS or (
        second.lower() in _PLACE_NOUNS and first.lower() != "prime"
    )


def _is_modifier(after: str) -> bool:
    """Whether the name only describes the next noun: "with Tokyo residents"."""
    match = re.match(r" (\w+)", after)
    return match is not None and (
        match.group(1).lower() in _PLACE_NOUNS or match.group(1)[:1].isupper()
    )
