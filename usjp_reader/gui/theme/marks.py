"""Colours and names of mentions and passages for widgets, taken from the styles of `reading`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.passages import Colour
from usjp_reader.gui.words import QT_TRANSLATE_NOOP
from usjp_reader.reading.styles import STYLES

if TYPE_CHECKING:
    from usjp_reader.gui.theme.themes import Theme

LEGEND = (
    EntityType.PERSON,
    EntityType.ORG,
    EntityType.GPE,
    EntityType.LOC,
    EntityType.FAC,
    EntityType.LAW,
    EntityType.EVENT,
    EntityType.NORP,
)
"""The order in which the window lists types."""

_TYPES = {
    EntityType.PERSON: QT_TRANSLATE_NOOP("Marks", "People"),
    EntityType.ORG: QT_TRANSLATE_NOOP("Marks", "Organisations"),
    EntityType.GPE: QT_TRANSLATE_NOOP("Marks", "Places"),
    EntityType.LOC: QT_TRANSLATE_NOOP("Marks", "Areas"),
    EntityType.FAC: QT_TRANSLATE_NOOP("Marks", "Facilities"),
    EntityType.LAW: QT_TRANSLATE_NOOP("Marks", "Agreements"),
    EntityType.EVENT: QT_TRANSLATE_NOOP("Marks", "Events"),
    EntityType.NORP: QT_TRANSLATE_NOOP("Marks", "Groups"),
}
_ONE = {
    EntityType.PERSON: QT_TRANSLATE_NOOP("Marks", "Person"),
    EntityType.ORG: QT_TRANSLATE_NOOP("Marks", "Organisation"),
    EntityType.GPE: QT_TRANSLATE_NOOP("Marks", "Place"),
    EntityType.LOC: QT_TRANSLATE_NOOP("Marks", "Area"),
    EntityType.FAC: QT_TRANSLATE_NOOP("Marks", "Facility"),
    EntityType.LAW: QT_TRANSLATE_NOOP("Marks", "Agreement"),
    EntityType.EVENT: QT_TRANSLATE_NOOP("Marks", "Event"),
    EntityType.NORP: QT_TRANSLATE_NOOP("Marks", "Group"),
}
_COLOURS = {
    Colour.YELLOW: QT_TRANSLATE_NOOP("Marks", "Yellow"),
    Colour.GREEN: QT_TRANSLATE_NOOP("Marks", "Green"),
    Colour.BLUE: QT_TRANSLATE_NOOP("Marks", "Blue"),
    Colour.PINK: QT_TRANSLATE_NOOP("Marks", "Pink"),
    Colour.PURPLE: QT_TRANSLATE_NOOP("Marks", "Purple"),
    Colour.ORANGE: QT_TRANSLATE_NOOP("Marks", "Orange"),
    Colour.TEAL: QT_TRANSLATE_NOOP("Marks", "Teal"),
    Colour.GREY: QT_TRANSLATE_NOOP("Marks", "Grey"),
}


def type_words(of: EntityType) -> str:
    """What the window calls the mentions of a type, such as "People"."""
    return QCoreApplication.translate("Marks", _TYPES[of])


def type_word(of: EntityType) -> str:
    """What the window calls one of a type, such as "Person"."""
    return QCoreApplication.translate("Marks", _ONE[of])


def colour_word(colour: Colour) -> str:
    """What the window calls a colour of passages."""
    return QCoreApplication.translate("Marks", _COLOURS[colour])


@dataclass(frozen=True)
class MarkColours:
    """The colours of one theme, ready to be painted with.

    Attributes:
        entities: Underline of a mention.
        grounds: Behind a passage.
        edges: The same hue, strong enough for a bar or a dot.
        hit: Behind a search hit.
    """

    entities: dict[EntityType, QColor]
    grounds: dict[Colour, QColor]
    edges: dict[Colour, QColor]
    hit: QColor


@cache
def mark_colours(theme: Theme) -> MarkColours:
    """The colours of mentions, passages and hits under `theme`."""
    palette = STYLES[theme.name].palette
    grounds = {colour: QColor(palette.passages[colour]) for colour in Colour}
    return MarkColours(
        {of: QColor(palette.entities[of]) for of in EntityType},
        grounds,
        {colour: _edge(ground, theme) for colour, ground in grounds.items()},
        QColor(palette.hit),
    )


def _edge(ground: QColor, theme: Theme) -> QColor:
    hue, saturation = ground.hslHueF(), ground.hslSaturationF()
    lightness = 0.62 if theme.is_dark else 0.45
    is_grey = saturation < 0.15
    return QColor.fromHslF(max(hue, 0.0), 0.06 if is_grey else 0.68, lightness)
