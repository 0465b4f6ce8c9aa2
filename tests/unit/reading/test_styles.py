"""Colours can be read on everything they may stand on, and told apart."""

from __future__ import annotations

import pytest

from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.passages import Colour
from usjp_reader.reading.styles import STYLES, UNDERLINES, Palette, TerminalStyle
from usjp_reader.reading.tokens import combined, entity_token

PALETTES = [pytest.param(style.palette, id=name) for name, style in STYLES.items()]


def linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def backgrounds(palette: Palette) -> dict[str, str]:
    passages = {colour.value: value for colour, value in palette.passages.items()}
    return {"paper": palette.paper, "hit": palette.hit} | passages


@pytest.mark.parametrize("palette", PALETTES)
def test_every_entity_colour_can_be_read_on_every_background(palette: Palette) -> None:
    poor = [
        (of.value, name, round(contrast(colour, behind), 2))
        for of, colour in palette.entities.items()
        for name, behind in backgrounds(palette).items()
        if contrast(colour, behind) < 4.5
    ]
    assert poor == []


@pytest.mark.parametrize("palette", PALETTES)
def test_the_text_can_be_read_on_every_background(palette: Palette) -> None:
    assert min(contrast(palette.marked_ink, behind) for behind in backgrounds(palette).values()) > 6
    assert contrast(palette.ink, palette.paper) > 7
    assert contrast(palette.muted, palette.paper) >= 4.5


def test_high_contrast_reaches_the_stricter_figure_on_paper() -> None:
    palette = STYLES["high-contrast"].palette
    assert min(contrast(colour, palette.paper) for colour in palette.entities.values()) >= 7


def test_terminal_colours_can_be_read_on_black_and_on_white() -> None:
    for colour in TerminalStyle.palette.entities.values():
        assert min(contrast(colour, "#ffffff"), contrast(colour, "#000000")) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
def test_the_hit_colour_is_none_of_the_passage_colours(palette: Palette) -> None:
    hit = palette.hit
    for colour in palette.passages.values():
        distance = sum(
            abs(int(hit[at : at + 2], 16) - int(colour[at : at + 2], 16)) for at in (1, 3, 5)
        )
        assert distance > 60


def test_no_two_types_share_an_underline() -> None:
    assert set(UNDERLINES) == set(EntityType)
    assert len(set(UNDERLINES.values())) == len(EntityType)


@pytest.mark.parametrize("style", STYLES.values())
def test_a_name_in_a_passage_keeps_the_background_and_adds_its_colour(style: type) -> None:
    palette: Palette = style.palette  # type: ignore[attr-defined]
    token = combined(entity_token(EntityType.ORG), Colour.TEAL, False, None)
    described = style.style_for_token(token)  # type: ignore[attr-defined]
    assert f"#{described['bgcolor']}" == palette.passages[Colour.TEAL]
    assert f"#{described['color']}" == palette.entities[EntityType.ORG]
    assert described["underline"]


def test_a_hit_covers_the_colour_of_the_passage() -> None:
    for style in STYLES.values():
        token = combined(None, Colour.PINK, True, None)
        assert f"#{style.style_for_token(token)['bgcolor']}" == style.palette.hit
