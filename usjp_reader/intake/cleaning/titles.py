"""Which unit is the title, and its words without site names and furniture. It labels nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.date_lines import DATE_LINE, PLACE_DATE_LINE
from usjp_reader.intake.cleaning.phrases import phrasebook
from usjp_reader.intake.cleaning.prose import is_heading
from usjp_reader.intake.cleaning.rows import bare
from usjp_reader.intake.cleaning.title_clues import (
    NO_TITLE,
    TitlePage,
    bare_of,
    clues,
    is_same_words,
    title_page,
    weighed,
)

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
_MOST_CANDIDATES = 40
_SUFFIX = re.compile(r"\s+[|｜]\s+|\s[-–—]\s|\s::\s|｜|\s»\s")
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
_JA_PERSON = re.compile(
    r"[一-龠々]{1,4}[　 ]{1,2}[一-龠々ぁ-んァ-ヶ]{1,5}(?:[（(][ぁ-ん・　 ]{3,14}[)）])?"
)
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
    last = proses[min(2, len(proses) - 1)]
    candidates = [at for at in range(last) if may_be_title(units, at, proses[0])]
    if stated:
        same = bare(stated)
        said = next((at for at in candidates if is_same_words(bare_of(units[at]), same)), None)
        if said is not None:
            return said
    page = title_page(units, proses)
    scored = [(weighed(all_clues(page, at)), -at) for at in candidates[-_MOST_CANDIDATES:]]
    best = max(scored, default=None)
    return None if best is None or best[0] <= weighed(NO_TITLE) else -best[1]


def _may_be_section(unit: Unit) -> bool:
    """Whether what looks like a path through the site may be a title with a section before it."""
    is_path = unit.mark is not None and unit.mark.rule == "breadcrumb"
    return is_path and not any(sign in unit.text for sign in ">›»→＞")


def all_clues(page: TitlePage, at: int) -> dict[str, float]:
    """The clues of a unit, with those of its words as a name."""
    text, found = page.units[at].text, clues(page, at)
    found["called as papers are"] = float(is_masthead(text))
    found["names of people"] = float(_NAMES_LINE.match(text) is not None)
    found["name of a person"] = float(page.units[at].words <= 12 and _is_person(text))
    return found


def may_be_title(units: list[Unit], at: int, first: int) -> bool:
    """Whether nothing forbids that a unit is the title; `first` is the first paragraph."""
    unit = units[at]
    if unit.kind is not None or unit.prose or not is_heading(unit):
        return False
    if unit.mark and not unit.mark.weak and not _may_be_section(unit):
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
    if not text.isascii() and _JA_PERSON.fullmatch(text):
        return True
    return _is_person(text) or _NAMES_LINE.match(text) is not None


def is_signed(text: str) -> bool:
    """Whether a line is the name of a person and what he is, no more ("Ann Lee, News Editor")."""
    name, comma, role = text.partition(", ")
    is_role = role.count(" ") <= 4 and all(w[0].isupper() or w in _SMALL for w in role.split())
    return bool(comma) and len(text) <= 70 and is_role and _is_person(name)


_SMALL = frozenset({"of", "the", "for", "and", "at", "in"})


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
