"""The tables of `resources/exports/`: one a vendor and a layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import listed, read_toml, resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

TEXT, SUMMARY, PUBLISHED, YEAR, INFO, ASIDE = (
    "text",
    "summary",
    "published",
    "year",
    "info",
    "aside",
)
"""Fields that are no CSL variable."""

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Vendor:
    """How the exports of one vendor look.

    Attributes:
        id: Name of the table.
        layout: `labelled`, `coded` or `placed`.
        hints: Words of which one stands in every such export.
        least: How many of its labels a file must have to be taken for such an export.
        marks: Labels of which one must be there.
        cover: A line of a cover sheet before the first record.
        begin: A line that begins a record; its groups are its number and their count.
        separator: A line between records.
        end: The last line of a record.
        running: A line of the export itself that may stand anywhere.
        none: What the text says where there is none.
        head: What stands before the first label, in order.
        label: A label before its value, whatever its case.
        labels: The field that a label means, by the label in lower case.
        names: The label as it is first written, by the label in lower case.
        forms: Every way in which labels are written.
        order: The codes in their order, where the layout has codes.
        types: CSL types by what the vendor calls them, in lower case.
        placed: Patterns of the lines of a `placed` layout, in order.
    """

    id: str
    name: str
    layout: str
    hints: tuple[str, ...]
    least: int
    marks: frozenset[str]
    cover: re.Pattern[str]
    begin: re.Pattern[str]
    separator: re.Pattern[str]
    end: re.Pattern[str]
    running: re.Pattern[str]
    none: re.Pattern[str]
    head: tuple[str, ...]
    label: re.Pattern[str]
    labels: Mapping[str, str]
    names: Mapping[str, str]
    forms: frozenset[str]
    order: tuple[str, ...]
    types: Mapping[str, str]
    placed: Mapping[str, re.Pattern[str]]


@cache
def vendors() -> tuple[Vendor, ...]:
    """Every vendor whose exports we know."""
    paths = (path for path in listed("exports", ".toml") if path.stem != "languages")
    return tuple(_vendor(path) for path in paths)


@cache
def vendor(form: str) -> Vendor | None:
    """The vendor with this id; None for one of another version of the program."""
    return next((one for one in vendors() if one.id == form), None)


@cache
def language_codes() -> dict[str, str]:
    """BCP 47 codes by what exports call the languages, in lower case."""
    names = read_toml(resource("exports", "languages.toml"))
    return {str(name): str(code) for name, code in names.items()}


def _vendor(path: Path) -> Vendor:
    table = read_toml(path)
    named = [(label, field) for field, labels in table["fields"].items() for label in labels]
    return Vendor(
        id=table["id"],
        name=table["name"],
        layout=table["layout"],
        hints=tuple(table["hints"]),
        least=table["least"],
        marks=frozenset(mark.lower() for mark in table["marks"]),
        cover=_line(table.get("cover", ())),
        begin=_line(table["begin"]),
        separator=_line(table["separator"]),
        end=_line(table["end"]),
        running=_line(table["running"]),
        none=_line(table.get("none", ())),
        head=tuple(table["head"]),
        label=_label([label for label, _ in named]),
        labels={label.lower(): field for label, field in named},
        names={label.lower(): label for label, _ in reversed(named)},
        forms=frozenset(form for label, _ in named for form in (label, label.upper())),
        order=tuple(table.get("order", ())),
        types=table.get("types", {}),
        placed={name: re.compile(rule) for name, rule in table.get("placed", {}).items()},
    )


def _line(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for a whole line, outer blanks left out, out of several."""
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined) if joined else _NEVER


def _label(labels: Iterable[str]) -> re.Pattern[str]:
    """A line with a label; of labels that begin alike the longest counts."""
    longest = sorted(labels, key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, longest))})\s*[:：]\s*(.*)", re.IGNORECASE)
