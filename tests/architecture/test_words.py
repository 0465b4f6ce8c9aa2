"""Every sentence that is named exists, every sentence that exists is named, and none names a place.

Sentences are named by string constants such as "store.busy", or by the beginning of an f-string.
"""

from __future__ import annotations

import ast
import re
import string
import tomllib
from functools import cache
from pathlib import Path

import pytest

from usjp_reader.config.resources import resource

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "usjp_reader"

ROOMS = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix in ("", ".py")}
_KEY = re.compile(r"([a-z]+)\.([a-z0-9_]+)")
_FILE_ENDINGS = {"toml", "db", "json", "jsonl", "md", "txt", "py", "tsv", "svg", "log"}


@cache
def catalogue() -> dict[str, str]:
    """Every sentence by its whole key."""
    found = {}
    for path in sorted((resource("i18n") / "en").glob("*.toml")):
        for key, value in tomllib.loads(path.read_text("utf-8")).items():
            found[f"{path.stem}.{key}"] = value
    return found


@cache
def named() -> tuple[dict[str, str], set[str]]:
    """The keys that the source names, each with a file that does; and beginnings of keys."""
    keys: dict[str, str] = {}
    beginnings: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginning = str(node.values[0].value)
                if _room_of(beginning) is not None:
                    beginnings.add(beginning)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                match = _KEY.fullmatch(node.value)
                if match and match[2].endswith("_"):
                    continue  # the beginning of an f-string
                if match and match[1] in ROOMS and match[2] not in _FILE_ENDINGS:
                    keys.setdefault(node.value, str(path.relative_to(ROOT)))
    return keys, beginnings


def _room_of(text: str) -> str | None:
    room, dot, name = text.partition(".")
    return room if dot and room in ROOMS and re.fullmatch(r"[a-z0-9_]*", name) else None


def test_every_sentence_that_is_named_exists() -> None:
    keys, beginnings = named()
    missing = {key: path for key, path in keys.items() if key not in catalogue()}
    assert missing == {}
    nowhere = {b for b in beginnings if not any(key.startswith(b) for key in catalogue())}
    assert nowhere == set()


def test_every_sentence_that_exists_is_named() -> None:
    keys, beginnings = named()
    unused = {
        key
        for key in catalogue()
        if key not in keys and not any(key.startswith(beginning) for beginning in beginnings)
    }
    assert unused == set()


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_a_sentence_can_be_filled_in(key: str) -> None:
    names = [name for _, name, _, _ in string.Formatter().parse(catalogue()[key]) if name]
    assert all(re.fullmatch(r"[a-z_]+(?::[^}]*)?", name) for name in names)
    catalogue()[key].format(**dict.fromkeys(names, "x"))


_PLACES = re.compile(
    r"(?<![\w.~:/-])/(?:home|root|work|tmp|Users|mnt|media)/\w|[A-Z]:\\Users|\.\./shared|file://localhost"
)
_SHIPPED = {".py", ".toml", ".md", ".tsv", ".txt", ".cfg"}


@pytest.mark.parametrize("folder", ["usjp_reader", "resources", "corpus"])
def test_nothing_that_is_shipped_names_a_place_of_one_machine(folder: str) -> None:
    guilty = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in _SHIPPED and path.is_file()
        for match in _PLACES.finditer(path.read_text("utf-8"))
    ]
    assert guilty == []
