"""The themes as values: every colour of the window under the name of its role.

Colours of mentions, hits and passages are not here; they live in the styles of `reading`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role, each `#rrggbb`.

    Attributes:
        name: As the settings store it.
        is_dark: Whether ink is lighter than paper.
        window: Toolbars, status bar, panels and lists.
        paper: Behind the text of an article, and inside text boxes.
        sidebar: Behind the filters.
        raised: Buttons, menus, cards: what seems to lie on top.
        line: Hairlines between panes.
        outline: Edges of things that can be clicked or typed into.
        ink: Text.
        muted: Text of second rank.
        accent: Links, the current tab, the focus ring.
        on_accent: Text on `accent`.
        selection: Behind the chosen row.
        hover: Behind the row under the pointer.
        chip: Behind filter chips and badges.
        marked: Behind selected text.
        star: The star of a starred article.
        warning: Text that warns.
        graph: Bars of small charts.
    """

    name: str
    is_dark: bool
    window: str
    paper: str
    sidebar: str
    raised: str
    line: str
    outline: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    chip: str
    marked: str
    star: str
    warning: str
    graph: str


LIGHT = Theme(
    name="light",
    is_dark=False,
    window="#f7f7f4",
    paper="#fcfcfa",
    sidebar="#f0f0ec",
    raised="#ffffff",
    line="#dddcd6",
    outline="#c9c8c2",
    ink="#1b1d21",
    muted="#5c6068",
    accent="#225a91",
    on_accent="#ffffff",
    selection="#dfe6f0",
    hover="#e8eaea",
    chip="#e4e5e1",
    marked="#bcd4ee",
    star="#c98f00",
    warning="#a33a12",
    graph="#5b9fcc",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    window="#1a1c20",
    paper="#1f2226",
    sidebar="#191b1e",
    raised="#24282d",
    line="#30343a",
    outline="#454a52",
    ink="#e4e3de",
    muted="#a0a4ab",
    accent="#86b6e8",
    on_accent="#11161c",
    selection="#2b3a4b",
    hover="#262b31",
    chip="#2f343a",
    marked="#3b5c80",
    star="#e2ab2e",
    warning="#f0a27e",
    graph="#4f86ad",
)

HIGH_CONTRAST = Theme(
    name="high-contrast",
    is_dark=True,
    window="#000000",
    paper="#000000",
    sidebar="#000000",
    raised="#000000",
    line="#ffffff",
    outline="#ffffff",
    ink="#ffffff",
    muted="#e0e0e0",
    accent="#ffd84d",
    on_accent="#000000",
    selection="#1f3f78",
    hover="#202a3a",
    chip="#1c1c1c",
    marked="#2a5db0",
    star="#ffd84d",
    warning="#ffb08a",
    graph="#6cc4ff",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}
"""All themes by the name the settings use; `system` is none of them."""

TEXT_ROLES = ("ink", "muted", "accent", "warning")
"""Roles that words are drawn in."""

GROUND_ROLES = ("window", "paper", "sidebar", "raised", "selection", "hover", "chip")
"""Roles that words are drawn on."""


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast of two `#rrggbb` colours, 1 to 21."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
