"""What the reader can say of lines: text or furniture, here or in all articles of the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from usjp_reader.domain.corrections import LINE_RULE, SOURCE_RULE
from usjp_reader.domain.texts import LineKind
from usjp_reader.gui.articles.plain import grouped
from usjp_reader.gui.reader.line_words import source_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.corrections import LineReach
    from usjp_reader.domain.texts import Line

translate = QCoreApplication.translate

TEXT, FURNITURE = LineKind.BODY, LineKind.BOILERPLATE


@dataclass(frozen=True, slots=True)
class LineChoice:
    """One thing that can be said of some lines.

    Attributes:
        kind: What they are; None leaves them to the program again.
        of_source: Whether it holds for all such lines of the source.
        words: How it is offered; one for the source stands below the same for the lines alone.
        action: Id of the action of the window that does the same.
    """

    kind: LineKind | None
    of_source: bool
    words: str
    action: str


def choices(lines: Sequence[Line], reach: LineReach | None = None) -> tuple[LineChoice, ...]:
    """Everything that can be said of some lines, in order.

    Args:
        lines: The lines.
        reach: In how many articles of their source such lines stand; None while nobody knows.
    """
    return tuple(_choices(lines, reach)) if lines else ()


def _choices(lines: Sequence[Line], reach: LineReach | None) -> Iterator[LineChoice]:
    everywhere = _everywhere(len(lines), reach)
    if not all(line.is_content for line in lines):
        yield LineChoice(TEXT, False, _is_text(len(lines)), "line-text")
        yield LineChoice(TEXT, True, f"… {everywhere}", "line-text-source")
    if any(line.is_content for line in lines):
        yield LineChoice(FURNITURE, False, _is_furniture(len(lines)), "line-furniture")
        yield LineChoice(FURNITURE, True, f"… {everywhere}", "line-furniture-source")
    rules = {line.rule for line in lines}
    again = translate("Lines", "Leave it to the program again")
    if LINE_RULE in rules:
        yield LineChoice(None, False, again, "line-program")
    if SOURCE_RULE in rules:
        yield LineChoice(None, True, f"{again} {everywhere}", "line-program")


def _is_text(count: int) -> str:
    if count == 1:
        return translate("Lines", "This is text")
    return translate("Lines", "These {n} lines are text").format(n=grouped(count))


def _is_furniture(count: int) -> str:
    if count == 1:
        return translate("Lines", "This is page furniture")
    return translate("Lines", "These {n} lines are page furniture").format(n=grouped(count))


def _everywhere(count: int, reach: LineReach | None) -> str:
    """Where else such lines stand."""
    if reach is None:
        return translate("Lines", "in all articles of this source")
    source = source_words(reach.source)
    if reach.articles > 1:
        words = translate("Lines", "in all {n} articles of {source} that have it")
        if count > 1:
            words = translate("Lines", "in all {n} articles of {source} that have one of them")
        return words.format(n=grouped(reach.articles), source=source)
    words = translate("Lines", "in all articles of {source} (so far only this one has it)")
    if count > 1:
        words = translate("Lines", "in all articles of {source} (so far only this one has them)")
    return words.format(source=source)
