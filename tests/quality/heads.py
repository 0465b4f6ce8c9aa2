"""Short pages of which only the title is known.

A file begins with `title: ` and the title, nothing when it has none; `accept: ` lines may give what
is right as well. Then `===`, then the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def heads(folder: Path) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Name, bytes and answer of every page of a folder; as `known_articles` gives them."""
    for path in sorted(folder.glob("*.txt")):
        yield path.name, *_read(path)


def _read(path: Path) -> tuple[bytes, dict[str, Any]]:
    says, _, text = path.read_text(encoding="utf-8").partition("\n===\n")
    fields = [line.partition(":") for line in says.splitlines()]
    values = [(name, value.strip()) for name, _, value in fields]
    title = next(value for name, value in values if name == "title")
    accepted = [value for name, value in values if name == "accept"]
    return text.encode("utf-8"), {"title": title or None, "title_accept": accepted}
