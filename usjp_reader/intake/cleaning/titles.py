"""Which unit is the title, and its words without site names and furniture. It labels nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.credits import sources
from usjp_reader.intake.cleaning.date_lines import DATE_LINE, PLACE_DATE_LINE
from usjp_reader.intake.cleaning.phrases import phrasebook
from usjp_reader.intake.cleaning.prose import heading_words, is_capitals, is_heading
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
_BRACKETED = re.compile(r"^[\[(（【〔].*[\])）】〕]$|^[~～–—=＝-].*[~～–—=＝-]$")
_NO_PERSON = re.compile(
    r"\b(?:Hotel|Hall|Center|Centre|University|College|Club|House|Building|Palace|Street|Japan|Tokyo|"
    r"Washington|United|States|Institute|Council|Committee|Office|Department|Ministry|Page|News|Story|"
    r"Reports?|Relations|Affairs|Policy|Security|Alliance|Treaty|Trade|War)\b"
)
_NAMES_LINE = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z]\.| [A-Z][\w'’-]+){1,2}(?: [·•|–—-] | \(|"
    r", [A-Z][\w.]+ (?:[A-Z]\. )?[A-Z][\w'’-]+,)"
)
_NAME = r"[A-Z][a-zé]+(?: (?:[A-Z]\.?|[A-Z][a-zé]+|de|van|von)){1,3}"
_PERSON = re.compile(rf"{_NAME}(?:(?:, and |, | and ){_NAME}){{0,4}}")
_SALUTATION = re.compile(
    r"(?:to the editor|editor|sirs?|madam|gentlemen|dear [\w. ]{2,40}|拝啓|前略)\s*[:,：、]?",
    re.IGNORECASE,
)


def find_title(units: list[Unit], proses: list[int], stated: str | None) -> int | None:
    """The unit with the title, or None.

    Args:
        units: All units, looked at.
        proses: Indices of the units that are running text; at least one.
        stated: The title that the container states, or None.
    """
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
        is_kicker = is_kicker and scores.get(above, 0.0) < 2.5
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
    """How much a unit is like a title: above all, how many of its words the text takes up."""
    unit = units[at]
    if stated and _is_same(_bare_of(unit), bare(stated)):
        return 20.0
    text = unit.text
    if text.endswith((":", "：")) and at + 1 < len(units) and not units[at + 1].gap:
        text = f"{text} {units[at + 1].text}"  # a title printed on two lines
    words = heading_words(text)
    shared = sum(1 for word in words if word in body)
    score = 3.0 * shared / len(words) if words else -0.5
    score += min(shared, 4) * 0.4
    score += _length_score(unit) if text == unit.text else 1.5
    score -= 0.08 * min(12, abs(first - at))
    score -= 1.5 if at > first else 0.0
    return score + _shape_score(unit, holders) + _surroundings_score(units, at)


def _shape_score(unit: Unit, holders: str) -> float:
    """What its looks add or take: marks of headings, names of sites and people, capitals."""
    text = unit.text
    is_short = unit.words <= 3
    is_site = _bare_of(unit) in holders or _bare_of(unit) in sources().bare_publishers
    shapes = (
        (3.0, _HEADING_MARK.match(text)),
        (-2.5, unit.mark),
        (-3.0, is_site),
        (-3.0, _MASTHEAD.match(text) or _BRACKETED.match(text)),
        (-2.0, _NAMES_LINE.match(text)),
        (-1.8, is_short and _is_person(text)),
        (-0.6, is_short and is_capitals(text)),
    )
    return sum(weight for weight, holds in shapes if holds)


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
    if any(is_same(unit, other) for other in units[max(0, at - 8) : at] if not other.prose):
        score -= 0.2  # the first of two copies is the title
    return score


def _is_below_title(unit: Unit) -> bool:
    mark = unit.mark
    if mark:
        return mark.kind in (LineKind.BYLINE, LineKind.DATELINE) or mark.rule == "share-menu"
    return DATE_LINE.match(unit.text) is not None


def is_same(unit: Unit, other: Unit) -> bool:
    """Whether two units have the same words, or one is cut off."""
    return _is_same(_bare_of(unit), _bare_of(other))


def _is_same(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return short == long or (len(short) > 14 and long.startswith(short))


def _bare_of(unit: Unit) -> str:
    if not unit.bare and len(unit.text) <= 400:
        unit.bare = bare(unit.text)
    return unit.bare


def _is_person(text: str) -> bool:
    return _PERSON.fullmatch(text) is not None and not _NO_PERSON.search(text)


def is_masthead(text: str) -> bool:
    """Whether a line is called as newspapers are."""
    return _MASTHEAD.match(text) is not None


def is_salutation(text: str) -> bool:
    """Whether a line is the address of a letter."""
    return _SALUTATION.fullmatch(text) is not None


def is_names(text: str) -> bool:
    """Whether a line is nothing but names of people."""
    return _is_person(text) or _NAMES_LINE.match(text) is not None


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
