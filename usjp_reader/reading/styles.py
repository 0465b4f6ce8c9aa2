"""Colours of the text, as Pygments styles: the only place that knows any. Values are resources."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from pygments.style import Style
from pygments.token import Token

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.passages import Colour
from usjp_reader.reading.tokens import (
    Caption,
    Furniture,
    Standfirst,
    Subheading,
    Title,
    combined,
    entity_token,
)

if TYPE_CHECKING:
    from pygments.token import _TokenType

UNDERLINES: dict[EntityType, str] = {
    EntityType.PERSON: "solid",
    EntityType.NORP: "dotted",
    EntityType.FAC: "dash-dot-dot",
    EntityType.ORG: "double",
    EntityType.GPE: "dashed",
    EntityType.LOC: "dash-dot",
    EntityType.EVENT: "thick",
    EntityType.LAW: "wavy",
}
"""How mentions are underlined, so that nobody has to tell them apart by hue."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one style, each `#rrggbb`, or "" for none.

    Attributes:
        paper: Background of the text.
        ink: The text; "" keeps the terminal's own colour.
        marked_ink: The text on passages and hits.
        muted: Page furniture and captions.
        hit: Background of search hits; in none of the passage colours.
        entities: Colour of the underline (or of the words) of a mention.
        passages: Background of a passage.
    """

    paper: str
    ink: str
    marked_ink: str
    muted: str
    hit: str
    entities: dict[EntityType, str]
    passages: dict[Colour, str]


def read_palette(name: str) -> Palette:
    """The palette in `resources/styles/<name>.toml`.

    Raises:
        ResourceError: The file is missing or malformed.
    """
    values = read_toml(resource("styles", f"{name}.toml"))
    return Palette(
        values["paper"],
        values["ink"],
        values.get("marked_ink", values["ink"]),
        values["muted"],
        values["hit"],
        {of: values["entities"][of] for of in EntityType},
        {colour: values["passages"][colour] for colour in Colour},
    )


def definitions(palette: Palette) -> dict[_TokenType, str]:
    """Pygments definitions of every type the stream can have.

    Backgrounds come from the outer parts of a type and the entity from its last, so each
    combination only names what it adds; but Pygments knows only types that are spelled out.
    """
    found: dict[_TokenType, str] = {
        Token: palette.ink,
        Title: "bold",
        Standfirst: "italic",
        Subheading: "bold",
        Caption: f"italic {palette.muted}",
        Furniture: palette.muted,
    }
    for colour, hit in product((None, *Colour), (False, True)):
        background = palette.hit if hit else palette.passages[colour] if colour else ""
        if background:
            border = f" border:{palette.marked_ink}" if hit else ""
            marked = f"{palette.marked_ink} bg:{background}{border}"
            found[combined(None, colour, hit, None)] = marked
        for of in EntityType:
            sure, doubtful = entity_token(of), entity_token(of, doubtful=True)
            found[combined(sure, colour, hit, None)] = f"underline {palette.entities[of]}"
            found[combined(doubtful, colour, hit, None)] = "italic"
    return found


_LIGHT, _DARK, _CONTRAST, _TERMINAL = (
    read_palette(name) for name in ("light", "dark", "high-contrast", "terminal")
)


class LightStyle(Style):
    """Dark ink on light paper."""

    name = "usjp-light"
    palette = _LIGHT
    background_color = _LIGHT.paper
    highlight_color = _LIGHT.hit
    styles = definitions(_LIGHT)


class DarkStyle(Style):
    """Light ink on dark paper."""

    name = "usjp-dark"
    palette = _DARK
    background_color = _DARK.paper
    highlight_color = _DARK.hit
    styles = definitions(_DARK)


class HighContrastStyle(Style):
    """White on black, for readers who need more."""

    name = "usjp-high-contrast"
    palette = _CONTRAST
    background_color = _CONTRAST.paper
    highlight_color = _CONTRAST.hit
    styles = definitions(_CONTRAST)


class TerminalStyle(Style):
    """For terminals, whose background nobody knows."""

    name = "usjp-terminal"
    palette = _TERMINAL
    styles = definitions(_TERMINAL)


STYLES: dict[str, type[LightStyle | DarkStyle | HighContrastStyle]] = {
    "light": LightStyle,
    "dark": DarkStyle,
    "high-contrast": HighContrastStyle,
}
"""Styles by the name that settings and commands use."""
