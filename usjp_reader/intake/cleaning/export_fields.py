"""Lines of a vendor's export that are fields of the record and no text of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.feet import PAGE_FOOT
from usjp_reader.intake.cleaning.heads import Head
from usjp_reader.intake.exports.laid import FIELD_RULE, SUMMARY_RULE, TITLE_RULE
from usjp_reader.intake.exports.splitting import lay_out
from usjp_reader.intake.exports.vendors import vendor

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Row, Unit

_KINDS = {
    FIELD_RULE: LineKind.BOILERPLATE,
    SUMMARY_RULE: LineKind.BOILERPLATE,
    TITLE_RULE: LineKind.TITLE,
}


def settle_export(rows: list[Row], text: str, form: str) -> None:
    """Settle the rows that the vendor's table knows; `form` is what the container says."""
    table = vendor(form) if form else None
    if table is None:
        return
    rules = lay_out(text.split("\n"), table).rules
    for row in rows:
        rule = rules.get(row.number - 1)
        if rule is not None:
            row.become(_KINDS[rule], rule)


def export_head(units: list[Unit]) -> Head | None:
    """Title and first paragraph, where the vendor's table knew the title; else None."""
    title = next((at for at, unit in enumerate(units) if unit.rows[0].rule == TITLE_RULE), None)
    if title is None:
        return None
    after = (at for at in range(title + 1, len(units)) if units[at].kind is None)
    return Head(title, next(after, len(units)))


def keep_text(rows: list[Row], form: str) -> None:
    """Take back what was called the foot of the page: below the text, an export has fields only."""
    if not form:
        return
    for row in rows:
        if row.rule == PAGE_FOOT:
            row.kind, row.rule = LineKind.BODY, "export-text"
