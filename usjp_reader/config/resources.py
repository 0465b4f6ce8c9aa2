"""The only door to `resources/` and `corpus/`, installed, editable or in the checkout."""

from __future__ import annotations

import tomllib
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.errors import ResourceError

if TYPE_CHECKING:
    from collections.abc import Sequence

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """The path of a shipped resource, such as `resource("eras", "10-phases.toml")`.

    Raises:
        ResourceError: It is not there, or the parts lead outside.
    """
    return _inside("resources", *parts)


def corpus(*parts: str) -> Path:
    """The path of a file of the starter corpus, or of its folder.

    Raises:
        ResourceError: It is not there, or the parts lead outside.
    """
    return _inside("corpus", *parts)


def listed(folder: str, suffix: str) -> tuple[Path, ...]:
    """The files of a resource folder that end in `suffix`, in order of their names."""
    return tuple(sorted(path for path in resource(folder).iterdir() if path.name.endswith(suffix)))


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a shipped TOML file.

    Raises:
        ResourceError: It cannot be read or is malformed.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ResourceError("config.resource_broken", name=path.name, why=str(error)) from error


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a shipped tab-separated table, by column name.

    Raises:
        ResourceError: It cannot be read, or a row has another number of cells than the header.
    """
    try:
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        columns = header.split("\t")
        return [dict(zip(columns, row.split("\t"), strict=True)) for row in rows if row]
    except (OSError, ValueError) as error:
        raise ResourceError("config.resource_broken", name=path.name, why=str(error)) from error


def read_cells(path: Path, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """The cells of some columns, at least two, of a shipped table: sooner had than whole rows.

    Raises:
        ResourceError: It cannot be read, a column is missing, or a row has another number of cells
            than the header.
    """
    try:
        header, *lines = path.read_text(encoding="utf-8").splitlines()
        names = header.split("\t")
        rows = [line.split("\t") for line in lines if line]
        if set(map(len, rows)) - {len(names)}:
            raise ValueError("a row has another number of cells than the header")
        return list(map(itemgetter(*map(names.index, columns)), rows))
    except (OSError, ValueError) as error:
        raise ResourceError("config.resource_broken", name=path.name, why=str(error)) from error


@cache
def _root(name: str) -> Path:
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def _inside(name: str, *parts: str) -> Path:
    root = _root(name)
    path = root.joinpath(*parts)
    if ".." in path.parts or not path.is_relative_to(root) or not path.exists():
        raise ResourceError("config.resource_missing", name="/".join((name, *parts)))
    return path
