"""Lines, their rules and their sources in the words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from usjp_reader.config.messages import known
from usjp_reader.domain.corrections import LINE_RULE, REPEATED_RULE, SOURCE_RULE
from usjp_reader.domain.messages import Message
from usjp_reader.domain.texts import LineKind
from usjp_reader.gui.articles.plain import grouped, one_line
from usjp_reader.gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.corrections import LineReach

translate = QCoreApplication.translate

_LONGEST = 40
"""Characters of a line or of a source's name that are quoted."""

_DONE = {
    (LineKind.BODY, True): QT_TRANSLATE_NOOP("Lines", "{what} is text now{where}."),
    (LineKind.BODY, False): QT_TRANSLATE_NOOP("Lines", "{what} are text now{where}."),
    (LineKind.BOILERPLATE, True): QT_TRANSLATE_NOOP(
        "Lines", "{what} is page furniture now{where}."
    ),
    (LineKind.BOILERPLATE, False): QT_TRANSLATE_NOOP(
        "Lines", "{what} are page furniture now{where}."
    ),
    (None, True): QT_TRANSLATE_NOOP("Lines", "{what} is left to the program again{where}."),
    (None, False): QT_TRANSLATE_NOOP("Lines", "{what} are left to the program again{where}."),
}
"""What was done, by what the lines are now and whether it is one."""


def done_words(quoted: Sequence[str], kind: LineKind | None, source: str = "") -> str:
    """What was done, for the status line.

    Args:
        quoted: The words of the lines.
        kind: What they are now; None is what the program thinks.
        source: The source, where all such lines of it are meant.
    """
    is_one = len(quoted) == 1
    what = translate("Lines", "{n} lines").format(n=grouped(len(quoted)))
    where = ""
    if source:
        where = translate("Lines", " in all articles of {source}")
        where = where.format(source=source_words(source))
    words = translate("Lines", _DONE[kind, is_one])
    done = words.format(what=f"“{shortened(quoted[0])}”" if is_one else what, where=where)
    return done + translate("Lines", " Ctrl+Z takes it back.")


def source_words(source: str) -> str:
    """What a source is called: its host, its publisher, or its folder."""
    if source.endswith("/"):
        return translate("Lines", "the folder “{name}”").format(name=shortened(source[:-1]))
    return f"“{shortened(source)}”"


def shortened(words: str) -> str:
    """Words of the text on one line, cut where they are long."""
    flat = " ".join(one_line(words).split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1].rstrip()}…"


def rule_name(rule: str) -> str:
    """What a rule is called: "share menu"."""
    if rule in (LINE_RULE, SOURCE_RULE):
        return translate("Lines", "you said so")
    return rule.replace("-", " ")


def rule_why(rule: str, reach: LineReach | None = None) -> str:
    """Why a rule caught a line, as a sentence.

    Args:
        rule: The rule.
        reach: In how many articles of its source the line stands, once that is counted.
    """
    if rule == REPEATED_RULE and reach is not None and reach.of:
        words = translate("Lines", "This line stands in {n} of {of} articles of this source.")
        return words.format(n=grouped(reach.articles), of=grouped(reach.of))
    sentence = known(Message(f"intake.rule_{rule.replace('-', '_')}"))
    return sentence or translate("Lines", "Caught by: {rule}").format(rule=rule_name(rule))
