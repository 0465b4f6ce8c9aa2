"""Labels as the reader corrected them, laid over what the rules found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.domain.corrections import LINE_RULE, SOURCE_RULE
from usjp_reader.domain.texts import LineKind
from usjp_reader.knowledge.folding import line_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.corrections import Corrections
    from usjp_reader.domain.texts import Line
    from usjp_reader.intake.cleaning.labelling import Labelled


def corrected(labelled: Labelled, text: str, corrections: Corrections) -> Labelled:
    """The labels with the reader's in place of ours; one line's correction beats its source's.

    Args:
        labelled: What the rules found.
        text: The source text.
        corrections: What the reader said of its lines.
    """
    rules = dict(corrections.rules)
    if not rules and not corrections.lines:
        return labelled
    lines = tuple(_corrected(line, text, rules, corrections) for line in labelled.lines)
    return replace(labelled, lines=lines, title=_title(labelled, lines, text))


def _corrected(line: Line, text: str, rules: dict[str, LineKind], corrections: Corrections) -> Line:
    said = next((kind for span, kind in corrections.lines if span.overlaps(line.span)), None)
    if said is not None:
        return replace(line, kind=said, rule=LINE_RULE)
    if rules:
        kind = rules.get(line_key(line.span.of(text)))
        if kind is not None:
            return replace(line, kind=kind, rule=SOURCE_RULE)
    return line


def _title(labelled: Labelled, lines: Sequence[Line], text: str) -> str | None:
    """The title that the reader pointed at, or ours while its lines are still a title."""
    said = [line for line in lines if line.kind is LineKind.TITLE and line.rule == LINE_RULE]
    if said:
        return " ".join(line.span.of(text).strip() for line in said)
    if any(line.kind is LineKind.TITLE for line in lines):
        return labelled.title
    had = any(line.kind is LineKind.TITLE for line in labelled.lines)
    return None if had else labelled.title
