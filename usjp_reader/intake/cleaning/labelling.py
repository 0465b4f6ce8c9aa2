"""The labels of a whole page: rows, then units, then head, article, comments and foot."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from usjp_reader.domain.facsimiles import is_placeholder
from usjp_reader.domain.texts import Line, LineKind
from usjp_reader.intake.cleaning.articles import label_article
from usjp_reader.intake.cleaning.comments import comments_start, label_comments
from usjp_reader.intake.cleaning.ends import article_end, below_author_notes, label_author_notes
from usjp_reader.intake.cleaning.export_fields import export_head, keep_text, settle_export
from usjp_reader.intake.cleaning.feet import label_foot
from usjp_reader.intake.cleaning.heads import find_head, label_head
from usjp_reader.intake.cleaning.main_text import keep_main
from usjp_reader.intake.cleaning.makers import authors_of, makers_of
from usjp_reader.intake.cleaning.numerals import label_numerals
from usjp_reader.intake.cleaning.phrases import phrasebook
from usjp_reader.intake.cleaning.prose import is_prose
from usjp_reader.intake.cleaning.repetition import settle_repeated
from usjp_reader.intake.cleaning.rows import Row, Unit, cjk_count, is_ended, rows_of
from usjp_reader.intake.cleaning.second_look import look_again
from usjp_reader.intake.cleaning.shapes import is_spaced, shaped
from usjp_reader.intake.cleaning.wrapping import remember_alone, units_and_width, units_of
from usjp_reader.intake.readers.front_matter import front_matter
from usjp_reader.knowledge.letters import bare

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Container
    from usjp_reader.intake.cleaning.heads import Head

CLEANER = "2"
"""Version of the rules of this package and its tables."""

_LONGEST_FURNITURE = 70
_LONGEST_CREDIT = 110
_LATEST_SPACED, _SHORTEST_SPACED, _LONGEST_LEAD = 12, 5, 2000
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a page is made of.

    Attributes:
        lines: Every line that shows something, in order, each with one kind.
        title: Without site names and furniture; None when the text has none.
        publisher: Only where the page or its container says it.
        agency: The news agency credited, or None.
        authors: As printed.
        dateline: The words of the dateline, or None.
        language: `en` or `ja`.
    """

    lines: tuple[Line, ...]
    title: str | None
    publisher: str | None
    agency: str | None
    authors: tuple[str, ...]
    dateline: str | None
    language: str


def label(text: str, container: Container, repeated: frozenset[str] = frozenset()) -> Labelled:
    """Label every line of a source text.

    Args:
        text: A source text.
        container: What its container states; its title helps to find the title in the text.
        repeated: Folded lines that are known to stand in many articles of its source.
    """
    if is_placeholder(text):
        return _without_text(text)
    units = looked_at(text, container, repeated)
    rows = [row for unit in units for row in unit.rows]
    head = first_look(units, container)
    if not container.form:
        look_again(units, head, authors_of(units))
    makers = makers_of(units, head, container.metadata)
    keep_text(rows, container.form)
    keep_main(units, frozenset(container.main))
    lines = tuple(_line(row) for row in rows)
    return Labelled(
        lines,
        makers.title,
        makers.publisher,
        makers.agency,
        makers.authors,
        makers.dateline,
        _language(lines, text, container),
    )


def _without_text(text: str) -> Labelled:
    """The labels of a scan that nobody has read yet: what says so is no word of the article."""
    lines = tuple(
        Line(row.number, row.span, LineKind.BOILERPLATE, "no-text") for row in rows_of(text)
    )
    return Labelled(lines, None, None, None, (), None, "en")


def looked_at(
    text: str, container: Container, repeated: frozenset[str] = frozenset()
) -> list[Unit]:
    """The units of a text with what tables and shapes say of each, before any is settled by place.

    Args:
        text: A source text.
        container: What its container states.
        repeated: Folded lines that are known to stand in many articles of its source.
    """
    rows = rows_of(text)
    alone, width = units_and_width(rows)
    remember_alone(text, alone)
    _settle_front_matter(rows, text)
    settle_export(rows, text, container.form)
    settle_repeated(rows, repeated)
    free = [row for row in rows if row.kind is None]
    marks = phrasebook().marks([row.text for row in free])
    for row, mark in zip(free, marks, strict=True):
        row.mark = mark or shaped(row.text)
    for at, row in enumerate(rows):
        if row.kind is None:
            is_rule = row.mark is not None and row.mark.rule == "separator"
            if row.mark and is_rule:
                if at and _ends_sentence(rows[at - 1], row):
                    row.mark = None
                else:
                    row.become(row.mark.kind, row.mark.rule)
    # What is known of rows only keeps them apart where the text was not wrapped.
    is_wrapped = width > 0 or any(len(unit.rows) > 1 for unit in alone)
    units = units_of(rows) if is_wrapped else alone
    for unit in units:
        _look_at(unit)
    _free_spaced_headlines(units)
    return units


def _free_spaced_headlines(units: list[Unit]) -> None:
    """A line set letter by letter whose words the text has is a headline, and no paper."""
    for at, unit in enumerate(units[:_LATEST_SPACED]):
        if unit.mark is None or unit.kind is not None or not is_spaced(unit.text):
            continue
        words = bare(unit.text)
        pairs = {words[n : n + 2] for n in range(len(words) - 1)}
        text = "".join(other.text for other in units[at + 1 :] if other.prose)[:_LONGEST_LEAD]
        if len(words) >= _SHORTEST_SPACED and sum(pair in text for pair in pairs) * 2 > len(pairs):
            unit.mark = None


def _ends_sentence(row: Row, following: Row) -> bool:
    """Whether a sign alone is what was left of a Japanese sentence, in a column of full lines."""
    is_left = not following.gap and following.text in ("。", "」", "。」", "」。", "）。")
    return is_left and row.kind is None and not is_ended(row.text)


def first_look(units: list[Unit], container: Container) -> Head:
    """Settle all units by tables, shapes and places."""
    head = export_head(units) or find_head(units, container.metadata.title)
    label_numerals(units, 0 if head.title is None else head.title + 1)
    label_head(units, head)
    comments = comments_start(units, head.body + 1)
    limit = len(units) if comments is None else comments
    authors = authors_of(units)
    head = below_author_notes(units, head, authors)
    end = article_end(units, head, limit, authors)
    end = label_author_notes(units, head.body, end, authors)
    label_article(units, head.body, end, authors)
    label_foot(units, end, limit)
    if comments is not None:
        label_foot(units, label_comments(units, comments), len(units))
    return head


def _settle_front_matter(rows: list[Row], text: str) -> None:
    matter = front_matter(text)
    if matter:
        for row in rows:
            if row.number <= matter.lines:
                row.become(LineKind.BOILERPLATE, "front-matter")


def _look_at(unit: Unit) -> None:
    if unit.kind is not None:
        return
    if len(unit.rows) == 1:
        unit.mark = unit.rows[0].mark
    elif len(unit.text) <= 400:
        unit.mark = phrasebook().mark(unit.text) or shaped(unit.text)
    if unit.mark and unit.words > _LONGEST_FURNITURE and unit.mark.kind is not LineKind.CAPTION:
        unit.mark = None
    if unit.mark and unit.mark.kind is LineKind.CREDIT and len(unit.text) > _LONGEST_CREDIT:
        unit.mark = replace(unit.mark, kind=LineKind.CAPTION, rule="caption")
    if unit.mark is None or unit.mark.weak:
        unit.prose = is_prose(unit)
    elif unit.mark.rule == "specimen-notice":
        unit.become(LineKind.BOILERPLATE, unit.mark.rule)


def _line(row: Row) -> Line:
    kind = row.kind or LineKind.BOILERPLATE
    return Line(row.number, row.span, kind, row.rule or "unplaced")


def _language(lines: tuple[Line, ...], text: str, container: Container) -> str:
    stated = (container.metadata.get("language") or "")[:2].lower()
    if stated in ("en", "ja"):
        return stated
    if text.isascii():
        return "en"
    content = "".join(line.span.of(text) for line in lines if line.is_content)[:3000] or text[:3000]
    cjk = cjk_count(content)
    return "ja" if cjk and cjk * 3 > len(_LATIN.findall(content)) else "en"
