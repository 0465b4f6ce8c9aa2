"""Where an article ends: what follows its last paragraph is of the page, not of the article."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.closing_rows import may_head, with_closing_rows
from usjp_reader.intake.cleaning.kinship import Kinship, is_pitch, is_plea, is_spoken
from usjp_reader.intake.cleaning.prose import is_heading, is_sentence, is_speech
from usjp_reader.intake.cleaning.shapes import has_address

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.heads import Head
    from usjp_reader.intake.cleaning.rows import Unit


def article_end(units: list[Unit], head: Head, limit: int, authors: tuple[str, ...]) -> int:
    """The index after the last unit of the article.

    Args:
        units: All units, looked at.
        head: Where title and first paragraph are.
        limit: Where readers' comments begin, or the number of units.
        authors: As bylines name them.
    """
    body = head.body
    authors += tuple(unit.text.strip(_DASHES) for unit in units[body:limit] if _is_signature(unit))
    kin = Kinship.of([] if head.title is None else [units[head.title]])
    cuts = [
        at
        for at in range(body, limit)
        if _is_cut(units[at], authors) or (at > body and _is_signed_off(units, at))
    ]
    end, start = body, body
    for cut in [*cuts, limit]:
        if start == body or _is_article(kin, units, start, cut):
            last = _last_of_text(units, start, cut)
            kin.add(units[end:last])
            end = max(end, last)
        elif any(_is_copyright(unit) for unit in units[end:start]):
            break
        start = cut + 1
    return with_closing_rows(units, _without_strangers(units, head, end), limit)


def _is_cut(unit: Unit, authors: tuple[str, ...]) -> bool:
    if is_author_note(unit, authors):
        return True
    mark = unit.mark
    if mark is None or mark.weak:
        return False
    if mark.kind is LineKind.BYLINE and unit.words >= _SHORTEST_NOTE and unit.ended:
        return True
    return mark.tail or mark.block or mark.rule in _CUTS or _is_copyright(unit)


def _is_signature(unit: Unit) -> bool:
    """Whether a unit is a name behind a dash: "-- M. T."."""
    return unit.text.startswith(tuple(_DASHES)) and _SIGNATURE.fullmatch(unit.text) is not None


def _is_signed_off(units: list[Unit], at: int) -> bool:
    """Whether a letter ends here: a signature below its text, and a rule below the signature."""
    unit = units[at]
    if unit.mark is not None or not _SIGNATURE.fullmatch(unit.text):
        return False
    following = units[at + 1].rule if at + 1 < len(units) else ""
    return following == "separator" and _is_sentences(units[at - 1])


_DASHES = "—–- "
_LONGEST_FOOT_WORD, _SOON, _AKIN = 3, 10, 2
_SHORTEST_NOTE = 6
_LONGEST_NOTE = 9
_LONGEST_STRANGER = 16
_LONGEST_BELOW_RULE = 40
_SHORTEST_NOTICE = 8
_SIGNATURE = re.compile(
    r"[A-Z][A-Z.]+(?: [A-Z][A-Z.]*){0,2}\.?|[—–-]{1,2}\s?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}"
)
_CUTS = frozenset(
    {"newsletter", "login", "comments-foot", "related-links", "advertisement", "arrow-link"}
)


def _is_copyright(unit: Unit) -> bool:
    return unit.mark is not None and unit.mark.kind is LineKind.COPYRIGHT


def _is_deep(unit: Unit) -> bool:
    """Whether only another article could follow: the foot of the site, a note on the author."""
    mark = unit.mark
    return mark is None or mark.tail or mark.kind is LineKind.BYLINE or _is_copyright(unit)


def _is_article(kin: Kinship, units: list[Unit], start: int, cut: int) -> bool:
    """Whether what follows a piece of furniture is running text again, and no list of teasers.

    Args:
        kin: The words of what is known to be of the article.
        units: All units.
        start: The first unit after the furniture.
        cut: The next piece of furniture.
    """
    segment, is_deep = units[start:cut], _is_deep(units[start - 1])
    if units[start - 1].mark is None and _is_signed_off(units, start - 1):
        told = [unit for unit in segment if _is_sentences(unit)]
        return sum(1 for unit in told if kin.shared(unit)) * 2 > len(told)
    if not is_deep and _goes_on(kin, segment, units[start - 1]):
        return True
    if may_head_text(units[start - 1]) and _is_akin(kin, segment):
        return True
    proses = [at for at, unit in enumerate(segment) if unit.prose or _is_said(unit)]
    if len(proses) < (2 if is_deep else 1):
        return False
    if len(proses) == 1 and segment[proses[0]].words < 20 and not segment[proses[0]].is_cjk:
        return False
    within = segment[proses[0] : proses[-1] + 1]
    return len(proses) >= 0.66 * sum(1 for unit in within if not unit.mark)


def may_head_text(unit: Unit) -> bool:
    """Whether a word of the foot of a site ("Terms") may head a section of an article as well."""
    mark = unit.mark
    is_word = mark is not None and mark.tail and not mark.block and mark.phrases == 1
    return is_word and unit.gap and unit.words <= _LONGEST_FOOT_WORD


def _is_akin(kin: Kinship, segment: list[Unit]) -> bool:
    """Whether there is soon a paragraph that speaks of the same as the article."""
    near = (unit for unit in segment[:_SOON] if unit.prose and not unit.mark)
    return any(kin.shared(unit) >= _AKIN and not is_pitch(unit) for unit in near)


def _goes_on(kin: Kinship, segment: list[Unit], furniture: Unit) -> bool:
    """Whether the next sentence after a line or a list of links belongs to the text before it.

    The sentence below the word "Advertisement" may be that of the advertisement.
    """
    is_ad = furniture.mark is not None and furniture.mark.kind is LineKind.AD
    sentences = [unit for unit in segment if not unit.mark and _is_full_sentence(unit)]
    return any(kin.holds(unit) for unit in sentences[: 2 if is_ad else 1])


def _is_said(unit: Unit) -> bool:
    """Whether a unit is a line of a transcript."""
    return unit.mark is None and is_speech(unit.text) and unit.ended


def _is_full_sentence(unit: Unit) -> bool:
    is_long = len(unit.text) >= (14 if unit.is_cjk else 30)
    return is_long and is_sentence(unit) and not unit.text.endswith(("?", "？"))


def _without_strangers(units: list[Unit], head: Head, end: int) -> int:
    """The end of the text without closing sentences that are about the page."""
    body = head.body
    title = [] if head.title is None else [units[head.title]]
    kin = Kinship.of([*title, *units[body:end]])
    last = end
    for at in range(end - 1, body, -1):
        unit = units[at]
        if at >= last or unit.mark is not None or not _is_sentences(unit):
            continue
        if (section := _strange_section(units, head, at)) is not None:
            last = section
        elif _is_stranger(units, at, kin):
            last = at
        else:
            return last if last == end else at + 1
    return last


def _is_sentences(unit: Unit) -> bool:
    return unit.prose or is_sentence(unit) or len(unit.rows) > 1


def _strange_section(units: list[Unit], head: Head, at: int) -> int | None:
    """The heading of a closing section that has no word in common with the article, or None.

    Args:
        units: All units.
        head: Where title and first paragraph are.
        at: The last sentence of the section.
    """
    first, body = at, head.body
    while first > body and units[first - 1].mark is None and _is_sentences(units[first - 1]):
        first -= 1
    above = units[first - 1]
    section = units[first : at + 1]
    is_ruled = above.rule == "separator"
    if first <= body + 3 or (not is_ruled and not may_head(above)) or above.is_cjk:
        return None
    longest = _LONGEST_BELOW_RULE if is_ruled else _LONGEST_STRANGER
    if any(unit.words > longest or is_spoken(unit) or is_speech(unit.text) for unit in section):
        return None
    title = [] if head.title is None else [units[head.title]]
    kin = Kinship.of([*title, *units[body : first - 1]])
    strangers = sum(1 for unit in section if kin.shared(unit) == 0)
    is_strange = strangers * 3 >= 2 * len(section) and kin.shared(above) <= 1
    is_long = len(section) > 1 or section[0].words >= _SHORTEST_NOTICE
    return first - 1 if is_strange and is_long else None


def _is_stranger(units: list[Unit], at: int, kin: Kinship) -> bool:
    """Whether a closing sentence has nothing to do with the article.

    Directly below the text only what sells, or gives an address, is strange; apart from it, what
    speaks of the page.
    """
    unit, behind = units[at], units[at - 1]
    if kin.holds(unit, own=True):
        return False
    shared = kin.shared(unit, own=True)
    if unit.words <= _LONGEST_STRANGER and shared == 0 and has_address(unit.text):
        return True
    if behind.mark is None and (behind.prose or is_sentence(behind)):
        return is_plea(unit) and shared == 0
    if unit.prose:
        return is_plea(unit) or (is_pitch(unit) and shared < 2)
    return is_pitch(unit) or behind.mark is not None


def _last_of_text(units: list[Unit], start: int, cut: int) -> int:
    """The index after the last sentence before `cut`."""
    for at in range(cut - 1, start - 1, -1):
        unit = units[at]
        if unit.kind is not None or unit.mark is not None:
            continue
        if unit.prose or _is_text(units, at, start) or (at == start and is_sentence(unit)):
            return at + 1
    return start


def _is_text(units: list[Unit], at: int, start: int) -> bool:
    """A short sentence that follows text directly, or a wrapped remainder of one.

    Where there are only short sentences, they are text from the first one, at `start`, on.
    """
    unit = units[at]
    if len(unit.rows) > 1:
        return True
    if not is_sentence(unit) and not (unit.ended and unit.words == 2):
        return False
    for before in reversed(units[max(0, at - 12) : at]):
        if before.prose or len(before.rows) > 1:
            return True
        if before is units[start] and is_sentence(before) and not before.mark:
            return True
        if not (is_sentence(before) or before.mark or is_heading(before)):
            return False
    return False


_NOTE = re.compile(
    r"^(?:,? [^,]{2,60},)? (?:is|was|are|were|teaches|taught|writes|wrote|covers|reports|"
    r"reported|serves|served|"
    r"works|worked|has|contributed|lives|studies|edits|directs|covered|edited|lived|studied|"
    r"directed|founded|hosts|hosted|headed|advised|joined|worked|spent|"
    r"(?!says|asks|tells|adds|notes|argues)[a-z]{3,}s)\b"
    r"|^[’']s? (?:last|latest|most recent|new|newest|next|previous|first|book|column)\b"
)
_JA_NOTE = re.compile(
    r"[*　 （(・、）)]*[^。]{0,40}"
    r"(?:生まれ|生れ|卒|著書|専門|在住|主宰|研究員|教授|作家|ライター|家。)"
)


_CLOSING = re.compile(
    r"(?:(?:very |ever |most )?(?:yours|sincerely|respectfully|cordially|faithfully|truly)|"
    r"(?:best|warm|kind)(?:est)?(?: regards| wishes)?|regards|cheers|love|xo+|warmly|until \w+|"
    r"as ever|with (?:best|warm|kind) \w+)(?: \w+){0,3},",
    re.IGNORECASE,
)
_LAST_UNITS, _LONGEST_NAME = 8, 4


def label_author_notes(units: list[Unit], body: int, end: int, authors: tuple[str, ...]) -> int:
    """Settle closing paragraphs about the authors; the index after the article without them.

    Args:
        units: All units, looked at.
        body: The first paragraph.
        end: The index after the last unit of the article.
        authors: As bylines name them.
    """
    _label_closing(units, max(body + 1, end - _LAST_UNITS), end)
    while end - 1 > body and _is_about_author(units[end - 1], authors):
        end -= 1
    for unit in units[max(end, body + 1) :]:
        if is_author_note(unit, authors):
            unit.become(LineKind.BYLINE, "author-note")
    return end


def below_author_notes(units: list[Unit], head: Head, authors: tuple[str, ...]) -> Head:
    """The head of a page whose text begins below a paragraph about its author."""
    body = head.body
    if body + 1 < len(units) and units[body + 1].prose and is_author_note(units[body], authors):
        units[body].become(LineKind.BYLINE, "author-note")
        return replace(head, body=body + 1)
    return head


def _label_closing(units: list[Unit], start: int, end: int) -> None:
    """Settle the closing of a letter and the name below it."""
    for at in range(start, end - 1):
        unit, below = units[at], units[at + 1]
        if _CLOSING.fullmatch(unit.text) and below.words <= _LONGEST_NAME and not below.mark:
            unit.become(LineKind.BYLINE, "signature")
            below.become(LineKind.BYLINE, "signature")


def _is_about_author(unit: Unit, authors: tuple[str, ...]) -> bool:
    if unit.kind is LineKind.BYLINE or (unit.mark and unit.mark.kind is LineKind.BYLINE):
        return True
    if unit.mark is None and _SIGNATURE.fullmatch(unit.text):
        unit.become(LineKind.BYLINE, "signature")
        return True
    return is_author_note(unit, authors)


def is_author_note(unit: Unit, authors: tuple[str, ...]) -> bool:
    """Whether a paragraph says who an author is: "Jane Roe covers trade."."""
    if unit.words > 70 or unit.kind is not None or unit.words < 4:
        return False
    text = unit.text.lstrip("*_ ")
    name = next((name for name in authors if name and text.startswith(name)), None)
    if name is None:
        first = text.partition(" ")[0]
        if unit.is_cjk or not any(first == name.partition(" ")[0] != name for name in authors):
            return False
        name = first  # "Aki covers the Navy."
    rest = text[len(name) :]
    is_note = (_JA_NOTE if unit.is_cjk else _NOTE).match(rest) is not None
    return is_note or (not unit.is_cjk and unit.words <= _LONGEST_NOTE)
