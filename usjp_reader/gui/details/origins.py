"""Where the value of a field comes from, as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from usjp_reader.domain.dates import Status
from usjp_reader.domain.origins import Origin
from usjp_reader.gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from usjp_reader.domain.origins import FoundField
    from usjp_reader.gui.details.values import Common

translate = QCoreApplication.translate

_STATUS = {
    Status.STATED: QT_TRANSLATE_NOOP("Origins", "stated"),
    Status.INFERRED: QT_TRANSLATE_NOOP("Origins", "inferred"),
    Status.CONFIRMED: QT_TRANSLATE_NOOP("Origins", "confirmed"),
}
_WHERE = {
    Origin.CONTAINER: QT_TRANSLATE_NOOP("Origins", "The file states it."),
    Origin.TEXT: QT_TRANSLATE_NOOP("Origins", "It was read in the text of the article."),
    Origin.FILE_NAME: QT_TRANSLATE_NOOP("Origins", "It was taken from the name of the file."),
    Origin.FOLDER: QT_TRANSLATE_NOOP("Origins", "It was taken from the folder of the file."),
}
_INFERRED = QT_TRANSLATE_NOOP("Origins", "It was worked out from what the article says.")


def status_words(state: Common) -> str:
    """The status of a field in a word: "stated", or "several" where articles differ."""
    if state.status is not None:
        return translate("Origins", _STATUS[state.status])
    return translate("Origins", "several") if state.differs or state.value else ""


def origin_words(state: Common, found: FoundField | None, shown: str) -> str:
    """Where the value of a field comes from.

    Args:
        state: What the field is now.
        found: What the program finds it to be, or None where it finds nothing.
        shown: That value as the window words it.
    """
    if state.differs or (state.status is None and state.value):
        return translate("Origins", "These articles differ in it. What you type holds for all.")
    if not state.is_said:
        return _where(found) if found else translate("Origins", "Nothing is known of it.")
    said = translate("Origins", "You said so.")
    if not state.value:
        said = translate("Origins", "You said that there is none.")
    if found is None:
        return said + translate("Origins", " The program finds nothing.")
    program = translate("Origins", " The program finds “{value}”.").format(value=shown)
    return f"{said}{program} {_where(found)}"


def _where(found: FoundField) -> str:
    is_worked_out = found.field.status is Status.INFERRED and found.origin is Origin.TEXT
    return translate("Origins", _INFERRED if is_worked_out else _WHERE[found.origin])
