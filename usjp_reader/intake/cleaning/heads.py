"""The head of a page: its title, what stands above it, and what stands between it and the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.credits import sources
from usjp_reader.intake.cleaning.date_lines import DATE_LINE, DATED_NAME, PLACE_DATE_LINE
from usjp_reader.intake.cleaning.phrases import phrasebook
from usjp_reader.intake.cleaning.prose import (
    heading_words,
    is_capitals,
    is_heading,
    is_numeral,
    is_sentence,
)
from usjp_reader.intake.cleaning.rows import bare

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Unit

_MASTHEAD = re.compile(
    r"^(?:THE |The )?[A-Z][\w.&’'-]*(?: (?:of |and |& )?[A-Z][\w.&’'-]*){0,4} (?:Times|TIMES|"
    r"Post|POST|Herald|"
    r"HERALD|Chronicle|CHRONICLE|Ledger|LEDGER|Journal|JOURNAL|Tribune|TRIBUNE|Gazette|GAZETTE|Mail|MAIL|"
    r"Shimbun|SHIMBUN|Shinbun|Shimpo|Review|REVIEW|Observer|OBSERVER|Star|STAR|Dispatch|DISPATCH|"
    r"Courier|COURIER|Register|REGISTER|Bulletin|BULLETIN|Telegraph|TELEGRAPH|Press|PRESS|Globe|GLOBE|"
    r"Record|RECORD|Advertiser|ADVERTISER|Sentinel|SENTINEL|Examiner|EXAMINER|Weekly|WEEKLY|Digest|News|NEWS)"
    r"(?: Online| Digital)?$|^\S{1,10}(?:新聞|新報|日報|時報|通信|タイムス|タイムズ|ニュース|"
    r"放送|週報|民報|日日|公論|評論)"
    r"(?:社|オンライン|デジタル|電子版)?$"
)
_SUFFIX = re.compile(r"\s+[|｜]\s+|\s[-–—]\s|\s::\s|｜|\s»\s")
_HEADING_MARK = re.compile(r"^#{1,3}\s+\S")
_BRACKETED = re.compile(r"^[\[(（【〔].*[\])）】〕]$")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the parts of a head are, as indices of units.

    Attributes:
        title: The unit with the title, or None.
        body: The first unit of the running text; the number of units when there is none.
    """

    title: int | None
    body: int


def find_head(units: list[Unit], stated: str | None) -> Head:
    """Find the title and the first paragraph.

    Args:
        units: All units, looked at.
        stated: The title that the container states, or None.
    """
    proses = [at for at, unit in enumerate(units) if unit.prose]
    if not proses:
        return _head_without_prose(units)
    title = _title(units, proses, stated)
    if title is None:
        return Head(None, proses[0])
    after = [at for at in proses if at > title]
    body = _skip_standfirst(units, title, after) if after else len(units)
    return Head(title, _with_short_opening(units, title, _skip_pictures(units, body)))


def _head_without_prose(units: list[Unit]) -> Head:
    """A scrap of text: its first heading, then its first sentence if it has any."""
    free = [at for at, unit in enumerate(units) if unit.kind is None and unit.mark is None]
    first = next((at for at in free if is_sentence(units[at])), None)
    headings = [at for at in free if is_heading(units[at]) and (first is None or at < first)]
    title = headings[0] if headings and len(free) > 1 else None
    if first is None:
        first = next((at for at in free if at != title), len(units))
    return Head(title, first)


def _title(units: list[Unit], proses: list[int], stated: str | None) -> int | None:
    body = " ".join(units[at].text for at in proses[:12]).casefold()[:6000]
    first = proses[0]
    last = proses[min(2, len(proses) - 1)]
    holders = bare(" ".join(unit.text for unit in units if _is_copyright(unit))[:600])
    scored = [
        (_title_score(units, at, first, body, stated, holders), -at)
        for at in range(last)
        if _may_be_title(units, at, first)
    ]
    best = max(scored, default=None)
    if best is None or best[0] <= 0:
        return None
    return _above_standfirst({-at: score for score, at in scored}, -best[1], units)


def _above_standfirst(scores: dict[int, float], best: int, units: list[Unit]) -> int:
    """A standfirst shares as many words with the text as its title: the upper one is the title."""
    while (above := _heading_above(units, best)) is not None:
        is_title = scores.get(above, -1.0) > max(0.8, scores[best] - 3.2)
        is_kicker = is_capitals(units[above].text) and not is_capitals(units[best].text)
        is_kicker = is_kicker and scores[above] < 2.5
        if not is_title or is_kicker or not _is_title_long(units, above):
            break
        best = above
    return best


def _heading_above(units: list[Unit], at: int) -> int | None:
    """The unit above, furniture that stands between title and standfirst left out."""
    above = at - 1
    while above >= 0 and (_is_below_title(units[above]) or units[above].kind is not None):
        above -= 1
    return above if above >= 0 else None


def _is_title_long(units: list[Unit], at: int) -> bool:
    """Long enough for a title, not for a section; shorter ones only at the head of the page."""
    unit = units[at]
    if unit.is_cjk:
        return len(unit.text) >= 8
    if unit.words >= 4:
        return True
    is_first = all(other.mark or DATE_LINE.match(other.text) for other in units[:at])
    return is_first and unit.words >= 2 and not is_capitals(unit.text)


def _is_copyright(unit: Unit) -> bool:
    return unit.mark is not None and unit.mark.kind is LineKind.COPYRIGHT


def _may_be_title(units: list[Unit], at: int, first: int) -> bool:
    unit = units[at]
    if unit.kind is not None or unit.prose or not is_heading(unit):
        return False
    if unit.mark and not unit.mark.weak and unit.mark.rule != "breadcrumb":
        return False
    if DATE_LINE.match(unit.text) or PLACE_DATE_LINE.match(unit.text):
        return False
    if _SALUTATION.fullmatch(unit.text):
        return False
    if at > first:  # a heading below running text is a title only where a byline says so
        near = units[at + 1 : at + 4]
        return first < 3 and any(
            other.mark and other.mark.kind in (LineKind.BYLINE, LineKind.DATELINE) for other in near
        )
    return True


def _title_score(
    units: list[Unit], at: int, first: int, body: str, stated: str | None, holders: str
) -> float:
    unit = units[at]
    text = unit.text
    if stated and _is_same(_bare_of(unit), bare(stated)):
        return 20.0
    if text.endswith((":", "：")) and at + 1 < len(units) and not units[at + 1].gap:
        text = f"{text} {units[at + 1].text}"  # a title printed on two lines
    words = heading_words(text)
    shared = sum(1 for word in words if word in body)
    score = 3.0 * shared / len(words) if words else -0.5
    score += min(shared, 4) * 0.4
    score += _length_score(unit) if text == unit.text else 1.5
    if _NAMES_LINE.match(text):
        score -= 2.0
    score -= 0.08 * min(12, abs(first - at))
    if unit.mark:
        score -= 2.5
    if _HEADING_MARK.match(text):
        score += 3.0
    if _bare_of(unit) in holders or _bare_of(unit) in sources().bare_publishers:
        score -= 3.0
    if _MASTHEAD.match(text) or _BRACKETED.match(text):
        score -= 3.0
    if unit.words <= 3 and _is_person(text):
        score -= 1.8
    if is_capitals(text) and unit.words <= 3:
        score -= 0.6
    if at > first:
        score -= 1.5
    score += _surroundings_score(units, at)
    return score


def _length_score(unit: Unit) -> float:
    if unit.is_cjk:
        return 1.5 if len(unit.text) >= 10 else -0.3 if len(unit.text) >= 5 else -1.5
    if unit.words >= 4:
        return 1.5 - 0.08 * max(0, unit.words - 14) - (0.5 if ". " in unit.text else 0)
    return {3: 0.6, 2: 0.1}.get(unit.words, -1.2)


def _surroundings_score(units: list[Unit], at: int) -> float:
    unit, following = units[at], units[at + 1 : at + 3]
    score = 0.5 if unit.gap and following and following[0].gap else 0.0
    if following and (following[0].prose or _is_below_title(following[0])):
        score += 1.0
    if not unit.gap and at and units[at - 1].mark and units[at - 1].words < 4:
        score -= 0.4
    if any(_same(unit, other) for other in units[max(0, at - 8) : at] if not other.prose):
        score -= 0.2  # the first of two copies is the title
    return score


def _is_below_title(unit: Unit) -> bool:
    mark = unit.mark
    if mark:
        return mark.kind in (LineKind.BYLINE, LineKind.DATELINE) or mark.rule == "share-menu"
    return DATE_LINE.match(unit.text) is not None


def _same(unit: Unit, other: Unit) -> bool:
    """Whether two units have the same words, or one is cut off."""
    return _is_same(_bare_of(unit), _bare_of(other))


def _is_same(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return short == long or (len(short) > 14 and long.startswith(short))


def _bare_of(unit: Unit) -> str:
    if not unit.bare and len(unit.text) <= 400:
        unit.bare = bare(unit.text)
    return unit.bare


def _skip_standfirst(units: list[Unit], title: int, proses: list[int]) -> int:
    """The first paragraph; a sentence between title and byline is not it."""
    first = proses[0]
    if len(proses) == 1 or units[first].words > 60:
        return first
    between = units[first + 1 : proses[1]]
    is_standfirst = any(
        (unit.mark and unit.mark.kind in (LineKind.BYLINE, LineKind.DATELINE))
        or DATE_LINE.match(unit.text)
        or (unit.mark and unit.mark.rule in ("share-menu", "reading-aid"))
        for unit in between
    )
    above = units[title + 1 : first]
    has_byline = any(unit.mark and unit.mark.kind is LineKind.BYLINE for unit in above)
    return proses[1] if is_standfirst and not has_byline and between else first


def _skip_pictures(units: list[Unit], body: int) -> int:
    """The first unit after a caption that the page prints twice, for two sizes of its picture."""
    again = next(
        (
            at
            for at in range(body + 1, min(body + 4, len(units)))
            if units[at].text == units[body].text
        ),
        None,
    )
    if again is None:
        return body
    for at in range(body, again + 1):
        is_caption = units[at].text == units[body].text
        units[at].become(
            LineKind.CAPTION if is_caption else LineKind.CREDIT, "picture-printed-twice"
        )
    following = (at for at in range(again + 1, len(units)) if units[at].prose)
    return next(following, len(units))


def _with_short_opening(units: list[Unit], title: int, body: int) -> int:
    """Short sentences just above the first long paragraph belong to the text."""
    while (
        body - 1 > title
        and units[body - 1].mark is None
        and units[body - 1].kind is None
        and not units[body - 1].prose
        and (
            (is_sentence(units[body - 1]) and body - 2 > title)
            or _SALUTATION.fullmatch(units[body - 1].text)
        )
    ):
        body -= 1
    return body


def label_head(units: list[Unit], head: Head) -> None:
    """Settle every unit above the first paragraph."""
    top = head.body if head.title is None else head.title
    for at in range(min(top, len(units))):
        _label_above(units, at, head)
    if head.title is None:
        return
    units[head.title].become(LineKind.TITLE, "title")
    has_standfirst = False
    for at in range(head.title + 1, min(head.body, len(units))):
        has_standfirst |= _label_below(units, at, head, has_standfirst=has_standfirst)


def _label_above(units: list[Unit], at: int, head: Head) -> None:
    unit = units[at]
    if unit.mark:
        unit.become(_outside(unit), unit.mark.rule)
    elif DATE_LINE.match(unit.text) or PLACE_DATE_LINE.match(unit.text):
        unit.become(LineKind.DATELINE, "date-line")
    elif _MASTHEAD.match(unit.text):
        unit.become(LineKind.BOILERPLATE, "masthead")
    elif head.title is not None and _same(unit, units[head.title]):
        unit.become(LineKind.BOILERPLATE, "title-again")
    else:
        unit.become(LineKind.BOILERPLATE, "page-head")


def _outside(unit: Unit) -> LineKind:
    return unit.mark.kind if unit.mark else LineKind.BOILERPLATE


def _label_below(units: list[Unit], at: int, head: Head, *, has_standfirst: bool) -> bool:
    """Settle one unit between title and text; whether it is a standfirst."""
    unit = units[at]
    if unit.mark and not (unit.mark.weak and unit.words > 3):
        unit.become(unit.mark.kind, unit.mark.rule)
    elif DATE_LINE.match(unit.text) or PLACE_DATE_LINE.match(unit.text):
        unit.become(LineKind.DATELINE, "date-line")
    elif head.title is not None and _same(unit, units[head.title]):
        unit.become(LineKind.BOILERPLATE, "title-again")
    elif _MASTHEAD.match(unit.text):
        unit.become(LineKind.BOILERPLATE, "masthead")
    elif _is_title_continued(units, at):
        unit.become(LineKind.TITLE, "title-continued")
    elif _is_person(unit.text):
        unit.become(LineKind.BYLINE, "name-below-title")
    elif DATED_NAME.search(unit.text) and unit.words <= 12:
        unit.become(LineKind.DATELINE, "date-line")
    elif _BULLET.match(unit.text) and unit.words >= 4:
        unit.become(LineKind.BODY, "list-item")
    elif at + 1 < len(units) and _BULLET.match(units[at + 1].text) and unit.words <= 4:
        unit.become(LineKind.SUBHEADING, "subheading")
    elif is_numeral(unit.text) and at + 1 == head.body:
        unit.become(LineKind.SUBHEADING, "subheading")
    elif not any(map(str.isalpha, unit.text)):
        unit.become(LineKind.BOILERPLATE, "stray-number")
    elif _is_subheading(units, at, head):
        unit.become(LineKind.SUBHEADING, "subheading")
    elif _may_be_standfirst(unit, has_standfirst=has_standfirst):
        unit.become(LineKind.STANDFIRST, "standfirst")
        return True
    else:
        unit.become(LineKind.BOILERPLATE, "page-head")
    return False


def _is_title_continued(units: list[Unit], at: int) -> bool:
    """A title printed on two lines without a blank between them."""
    before, unit = units[at - 1], units[at]
    if before.rule not in ("title", "title-continued") or unit.gap or unit.prose:
        return False
    is_cut = before.text.endswith((",", ":", " -"))
    in_capitals = is_capitals(before.text) and is_capitals(unit.text)
    return not unit.is_cjk and (unit.text[:1].islower() or is_cut or in_capitals)


def _is_subheading(units: list[Unit], at: int, head: Head) -> bool:
    """A short heading ("Overview") just above the first paragraph."""
    unit = units[at]
    is_short = len(unit.text) <= 12 if unit.is_cjk else unit.words <= 3
    is_last = at + 1 == head.body and head.body < len(units)
    return is_last and is_short and not unit.ended and not unit.text[:1].islower()


def _may_be_standfirst(unit: Unit, *, has_standfirst: bool) -> bool:
    if unit.prose:
        return True
    is_long = len(unit.text) >= 12 if unit.is_cjk else unit.words >= 5
    return is_long and not has_standfirst


_BULLET = re.compile(r"^[•●▪◦]\s?\S")
_SALUTATION = re.compile(
    r"(?:to the editor|editor|sirs?|madam|gentlemen|dear [\w. ]{2,40}|拝啓|前略)\s*[:,：、]?",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\b(?:Hotel|Hall|Center|Centre|University|College|Club|House|Building|Palace|Street|Japan|Tokyo|"
    r"Washington|United|States|Institute|Council|Committee|Office|Department|Ministry|Page|News|Story|"
    r"Reports?|Relations|Affairs|Policy|Security|Alliance|Treaty|Trade|War)\b"
)
_NAMES_LINE = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z]\.| [A-Z][\w'’-]+){1,2}(?: [·•|–—-] | \(|, [A-Z][\w.]+ (?:[A-Z]\. )?[A-Z][\w'’-]+,)"
)
_NAME = r"[A-Z][a-zé]+(?: (?:[A-Z]\.?|[A-Z][a-zé]+|de|van|von)){1,3}"
_PERSON = re.compile(rf"{_NAME}(?:(?:, and |, | and ){_NAME}){{0,4}}")


def _is_person(text: str) -> bool:
    return _PERSON.fullmatch(text) is not None and not _NO_PERSON.search(text)


def bare_title(text: str, known: set[str]) -> tuple[str, str | None]:
    """A title without furniture and site name, and the site name.

    Args:
        text: The line.
        known: Names of sites, folded, and other titles on the page, folded.
    """
    book = phrasebook()
    text = text.strip("# ").strip()
    text = text[book.begins(text) :]
    text = text[: book.ends(text)].rstrip(" |·-–—")
    parts = _SUFFIX.split(text)
    if len(parts) < 2:
        return text, None
    site, at = parts[-1].strip(), len(parts[0])
    whole = text[:at].strip()
    is_site = bare(site) in known or bare(whole) in known or _MASTHEAD.match(site) is not None
    if is_site or (" | " in text and len(site) < len(whole)):
        return whole, site
    return text, None
