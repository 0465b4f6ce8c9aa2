"""Organisations, agreements, events and places that no table holds, known by the words they end in.

English only; people are `people`'s, and Japanese names `japanese`'s.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from usjp_reader.analysis.entities.found import Found
from usjp_reader.analysis.entities.words import FUNCTION_WORDS, HONORIFICS, word_set
from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

_UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
_WORD = rf"[{_UPPER}][^\W\d_]*(?:['’-](?!s\b)[^\W\d_]+)*"
_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Adm|Col|Capt|Lt|Sgt|Maj|Rev|Jr|Sr|St|Co|Corp|Inc|Ltd"
    r"|Cmdr|Brig|[A-Z])\."
)
_TOKEN = rf"(?:(?:[A-Z]\.){{2,4}}|{_ABBREVIATION}|{_WORD})"
SEQUENCE = re.compile(rf"(?<![\w.@/]){_TOKEN}(?: {_TOKEN})*")
"""Capitalised words that follow one another on a line."""
_TAIL = re.compile(
    rf" (?:of|for|on|in|against|and) (?:the )?{_TOKEN}(?: {_TOKEN})*"
    rf"(?: and {_TOKEN}(?: {_TOKEN})*)?"
)
_OF = re.compile(rf" (?:of|for|on) (?:the )?{_TOKEN}(?: {_TOKEN})*(?: and {_TOKEN}(?: {_TOKEN})*)?")

_HEADS: dict[str, EntityType] = {
    **dict.fromkeys(
        word_set(
            """
    University College Institute Institution Academy Ministry Agency Department Bureau Party
    Corp Corp. Corporation Inc Inc. Co. Ltd Ltd. Company Association Foundation Council
    Committee Commission Federation Union Bank Center Centre Society Club Chamber Shimbun Times
    Post Journal Herald Tribune Gazette Newspaper Motors Holdings Airlines Army Navy Fleet
    Command Division Regiment Squadron Congress Parliament Assembly Court Tribunal Authority
    Organization Organisation Fund League Brothers Embassy Consulate Secretariat Industries
    Electronics Securities Ministries Senate Corps
    """
        ),
        EntityType.ORG,
    ),
    **dict.fromkeys(
        word_set(
            """
    Treaty Convention Agreement Accord Accords Pact Protocol Communique Communiqué Declaration
    Act Charter Constitution Covenant Doctrine Memorandum Armistice
    """
        ),
        EntityType.LAW,
    ),
    **dict.fromkeys(
        word_set(
            """
    War Olympics Incident Rebellion Restoration Massacre
    """
        ),
        EntityType.EVENT,
    ),
    **dict.fromkeys(
        word_set(
            """
    Airport Airfield Bridge Hotel Stadium Shrine Palace Canal Harbor Memorial Museum Cemetery
    Hospital Highway Boulevard Avenue Prison
    """
        ),
        EntityType.FAC,
    ),
    **dict.fromkeys(
        word_set(
            """
    Sea Ocean Strait Straits Peninsula Bay Island Islands River Mountains Valley Channel Atoll
    Archipelago Desert
    """
        ),
        EntityType.LOC,
    ),
    **dict.fromkeys(
        word_set(
            """
    Prefecture Province County
    """
        ),
        EntityType.GPE,
    ),
}
_PAIRS: dict[tuple[str, str], EntityType] = {
    ("Air", "Base"): EntityType.FAC,
    ("Air", "Station"): EntityType.FAC,
    ("Naval", "Base"): EntityType.FAC,
    ("Naval", "Station"): EntityType.FAC,
    ("Power", "Plant"): EntityType.FAC,
    ("Power", "Station"): EntityType.FAC,
    ("Summit", "Meeting"): EntityType.EVENT,
    ("Self-Defense", "Force"): EntityType.ORG,
    ("Self-Defense", "Forces"): EntityType.ORG,
    ("Coast", "Guard"): EntityType.ORG,
    ("Air", "Force"): EntityType.ORG,
    ("Think", "Tank"): EntityType.ORG,
    ("News", "Agency"): EntityType.ORG,
}
_BEGIN: dict[str, EntityType] = {
    "Camp": EntityType.FAC,
    "Mount": EntityType.LOC,
    "Mt.": EntityType.LOC,
    "Lake": EntityType.LOC,
    "Cape": EntityType.LOC,
}
_OF_HEADS: dict[str, EntityType] = {
    **dict.fromkeys(
        word_set(
            """
    University Ministry Department Bank Institute Council Committee Center Centre Bureau
    Commission Association Federation Organization Chamber Board League Embassy
    """
        ),
        EntityType.ORG,
    ),
    **dict.fromkeys(
        word_set(
            """
    Treaty Convention
    """
        ),
        EntityType.LAW,
    ),
    **dict.fromkeys(
        word_set(
            """
    Battle Siege
    """
        ),
        EntityType.EVENT,
    ),
    "Bay": EntityType.LOC,
    "Strait": EntityType.LOC,
    "Gulf": EntityType.LOC,
}
_TAILED = word_set(
    """
    University Ministry Institute Department Bank Council Committee Center Centre Commission
    Association Foundation Treaty Convention Agreement Protocol Declaration Act Federation
    Society School Bureau Academy Chamber Organization Fund Endowment
    """
)
"""Heads that may go on with "of …"."""
_GOVERNMENT = word_set(
    """
    Ministry Agency Department Army Navy Embassy Congress Parliament Court Senate Consulate
    Fleet Corps Constitution Treasury Force Guard Bureau Prefecture
    """
)
"""Heads before which a nationality or "Japan" is no part of the name."""
_TOO_PLAIN = frozenset(
    {
        *word_set(
            """
    American Japanese Chinese Ruling Opposition National Democratic First Second Third
    """
        ),
        *word_set(
            """
    Trade World Peace Big Small Great Joint Foreign Price Next New Old Civil
    """
        ),
    }
)
"""Words that with these heads make a name only sometimes: "Trade War", "Peace Treaty"."""


class Words(NamedTuple):
    """Capitalised words in a row with where each one starts in the text."""

    words: tuple[str, ...]
    starts: tuple[int, ...]

    def end(self, index: int) -> int:
        """Where the word with that index ends."""
        return self.starts[index] + len(self.words[index])

    def rest(self, index: int) -> Words:
        """The words from an index on."""
        return Words(self.words[index:], self.starts[index:])


def sequences(text: str) -> Iterator[Words]:
    """The runs of capitalised words in a text, words that only begin a sentence left out."""
    for match in SEQUENCE.finditer(text):
        words = match.group().split(" ")
        at, starts = match.start(), []
        for word in words:
            starts.append(at)
            at += len(word) + 1
        first = 0
        while first < len(words) and words[first] in FUNCTION_WORDS:
            first += 1
        if first < len(words):
            yield Words(tuple(words[first:]), tuple(starts[first:]))


_SINGLE_LAWS = re.compile(
    r"\bArticle (?:\d{1,3}|[IVX]{1,5})\b"
    r"|(?:(?<=\bthe )|(?<=['’]s ))Constitution\b(?! [A-Z])"
)


def laws_by_number(text: str) -> Iterator[Found]:
    """Laws with nothing else to be known by: "Article 9", "the Constitution"."""
    if "Article " not in text and "Constitution" not in text:
        return
    for match in _SINGLE_LAWS.finditer(text):
        yield Found(match.start(), match.end(), EntityType.LAW)


def named_by_head(text: str, run: Words, nationalities: frozenset[int]) -> tuple[Found | None, int]:
    """What a run of words names by its last word, and how many of the words that took.

    Args:
        text: The text of the run.
        run: Capitalised words.
        nationalities: Starts of words that are nationalities or countries.
    """
    if run.words[0] in _OF_HEADS:
        tail = _OF.match(text, run.end(0))
        if tail and len(run.words) == 1:
            return Found(run.starts[0], _end_of_tail(tail), _OF_HEADS[run.words[0]]), 1
    if run.words[0] in _BEGIN and len(run.words) > 1:
        return Found(run.starts[0], run.end(1), _BEGIN[run.words[0]]), 2
    for last in range(len(run.words) - 1, 0, -1):
        type_ = _head_type(run.words, last)
        if type_ is not None:
            return _with_head(text, run, last, type_, nationalities), last + 1
    return None, 0


def _head_type(words: tuple[str, ...], last: int) -> EntityType | None:
    if last >= 2 or (words[last - 1], words[last]) in {("Coast", "Guard")}:
        pair = _PAIRS.get((words[last - 1], words[last]))
        if pair is not None:
            return pair
    return _HEADS.get(words[last])


def _with_head(
    text: str, run: Words, last: int, type_: EntityType, nationalities: frozenset[int]
) -> Found | None:
    first = 0
    while first < last and run.words[first] in HONORIFICS:
        first += 1
    if (
        run.words[last] in _GOVERNMENT
        and run.starts[first] in nationalities
        and _is_adjective(run, first)
    ):
        first += 1
    if first >= last:
        return None
    if last - first == 1 and run.words[first] in _TOO_PLAIN and type_ is not EntityType.ORG:
        return None
    end = run.end(last)
    if run.words[last] in _TAILED:
        tail = (
            _TAIL.match(text, end) or (type_ is EntityType.LAW and _YEAR.match(text, end)) or None
        )
        if tail and _goes_on(tail.group(), type_):
            end = _end_of_tail(tail)
    return Found(run.starts[first], end, type_)


def _is_adjective(run: Words, index: int) -> bool:
    """Whether a nationality is an adjective ("Japanese"), not the country itself ("U.S.")."""
    word = run.words[index]
    return word[-1] != "." and word not in ("US", "UK", "UN", "EU", "Japan", "United", "States")


_YEAR = re.compile(r" of \d{4}\b")


def _goes_on(tail: str, type_: EntityType) -> bool:
    """Whether "of …" belongs to the name: "of Peace" does, "in Tokyo" and "and France" do not."""
    preposition = tail.split(" ", 2)[1]
    if preposition in ("in", "and", "against"):
        return False
    return preposition == "of" or type_ is EntityType.LAW or preposition == "for"


def _end_of_tail(tail: re.Match[str]) -> int:
    """The end of "of …" without a following word that begins something else."""
    end = tail.end()
    text = tail.group()
    if text.endswith(".") and not re.search(r"(?:[A-Z]\.){2,}$", text):
        end -= 1
    return end
