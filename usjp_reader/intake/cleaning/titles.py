"""Which unit is the title, and its words without site names and furniture. It labels nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.intake.cleaning.date_lines import DATE_LINE, PLACE_DATE_LINE
from usjp_reader.intake.cleaning.names import is_masthead, is_salutation
from usjp_reader.intake.cleaning.phrases import phrasebook
from usjp_reader.intake.cleaning.prose import is_heading, is_sentence
from usjp_reader.intake.cleaning.rows import bare_of, is_same_words
from usjp_reader.intake.cleaning.self_descriptions import names_field
from usjp_reader.intake.cleaning.title_clues import (
    CALLS_ITSELF,
    NO_TITLE,
    clues_of,
    joined_above,
    title_page,
    title_weights,
    weighed,
    with_likely,
)
from usjp_reader.knowledge.letters import bare

if TYPE_CHECKING:
    from collections.abc import Collection

    from usjp_reader.intake.cleaning.rows import Unit

_MOST_CANDIDATES = 40
_MOST_PROSES = 2
"""Notices and captions, read as running text, that may stand above a title."""
_LATEST_NOTICE = 12
_SUFFIX = re.compile(r"\s+[|｜]\s+|\s[-–—]\s|\s::\s|｜|\s»\s")
_LABEL = re.compile(
    r"^(?:head(?:line|ing)|title|subject|見出し|題名|題目|件名|タイトル)\s?[:：]\s*", re.IGNORECASE
)
_NOTE = re.compile(r"(?<=\w)\[(?:\d{1,3}|[*†‡])\]$")
"""The mark of a footnote."""
_CONTENTS = re.compile(r"(?:…{2,}|‥{2,}|・{4,}|\.{5,})\s?[0-9０-９一二三四五六七八九十〇百]{1,4}$")
"""Dots that lead to the number of a page."""
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z .]{2,24})?:")
"""Who speaks in a transcript ("JANE ROE, HOST:")."""
_COLUMNS = re.compile(r"\S {5,}\S")
_WIDE = re.compile(" {2,}")


def find_title(units: list[Unit], proses: list[int], stated: str | None) -> int | None:
    """The unit with the title, or None.

    Args:
        units: All units, looked at.
        proses: Indices of the units that are running text; at least one.
        stated: The title that the container states, or None.
    """
    candidates = candidates_for_title(units, proses)
    if stated:
        same = bare(stated)
        said = next((at for at in candidates if is_same_words(bare_of(units[at]), same)), None)
        if said is not None:
            return said
    page, weights = title_page(units, proses), title_weights()
    found, joined = clues_of(page, candidates), joined_above(page, candidates)
    sums = [
        weighed(one, weights["weights"]) for one in with_likely(found, joined, weights["alone"])
    ]
    best = max(sums, default=None)
    if best is None or best <= weighed(NO_TITLE, weights["weights"]):
        return None
    return candidates[sums.index(best)]


def candidates_for_title(units: list[Unit], proses: list[int]) -> list[int]:
    """The units that nothing forbids to be the title, in order; furniture only where all are.

    Args:
        units: All units, looked at.
        proses: Indices of the units that are running text; at least one.
    """
    last = proses[min(_MOST_PROSES, len(proses) - 1)]
    candidates = [at for at in range(last) if _may_be_title(units, at, proses)]
    free = [at for at in candidates if units[at].mark is None or _calls_itself(units[at])]
    return (free or candidates)[-_MOST_CANDIDATES:]


def _calls_itself(unit: Unit) -> bool:
    return CALLS_ITSELF.match(unit.text) is not None


def _may_be_title(units: list[Unit], at: int, proses: list[int]) -> bool:
    unit = units[at]
    if unit.kind is not None or unit.prose or not is_heading(unit):
        return False
    if unit.mark and not unit.mark.weak:
        return False
    if DATE_LINE.match(unit.text) or PLACE_DATE_LINE.match(unit.text):
        return False
    if is_salutation(unit.text) or _CONTENTS.search(unit.text):
        return False
    if _SPEAKER.fullmatch(unit.text) or is_wide(unit) or names_field(unit.text):
        return False
    if at < proses[0]:
        return True
    is_text = unit.text.endswith(".") and is_sentence(unit)
    return unit.mark is None and not is_text and proses[0] < _LATEST_NOTICE


def is_wide(unit: Unit) -> bool:
    """Whether a wide blank divides an English line: ears of a masthead, columns side by side."""
    return not unit.is_cjk and any(_COLUMNS.search(row.text) for row in unit.rows)


def bare_title(text: str, *known: Collection[str]) -> tuple[str, str | None]:
    """A title without furniture and site name, and the site name.

    Args:
        text: The line.
        known: Names of sites, folded, and other titles on the page, folded.
    """
    book = phrasebook()
    text = _LABEL.sub("", text.strip("# ").strip(), count=1)
    text = _NOTE.sub("", _WIDE.sub(" ", text))
    text = text[book.begins(text) :]
    text = text[: book.ends(text)].rstrip(" |·-–—")
    parts = _SUFFIX.split(text)
    if len(parts) < 2:
        return text, None
    site, at = parts[-1].strip(), len(parts[0])
    whole = text[:at].strip()
    is_known = any(name in names for names in known for name in (bare(site), bare(whole)))
    is_site = is_known or is_masthead(site)
    if is_site or (" | " in text and len(site) < len(whole)):
        return whole, site
    return text, None
