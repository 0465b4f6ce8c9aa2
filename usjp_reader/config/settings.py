"""Settings of one user on one machine: a small JSON file of ours, written whole or not at all."""

from __future__ import annotations

import json
import logging
import os
import threading
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from usjp_reader.config.durable import settle
from usjp_reader.config.paths import settings_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

log = logging.getLogger(__name__)

_updating = threading.Lock()
"""Held from reading the file to writing it: two threads must not each lose the other's change."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered between sessions.

    Attributes:
        last_library: Folder of the library that was open last, or "".
        recent: Folders of libraries, the latest first.
        roots: For each library id, where its root folders are on this machine: {root id: path}.
        window: What the window remembers of itself, by its own names.
        theme: `system`, `light` or `dark`.
        font_family: Font of the text, or "" for the usual serif.
        font_size: Points of the text.
        measure: Characters a line of text may have.
        line_spacing: Line height in percent.
        name_order: `given-first` (Taro Aso) or `family-first` (Aso Taro).
        creator: Name that new passages carry, or "".
        descriptions: Whether "the Japanese leader" and the like are marked as mentions are.
        second_recogniser: Whether spaCy, where it is installed, adds names to English articles.
    """

    last_library: str = ""
    recent: tuple[str, ...] = ()
    roots: dict[str, dict[str, str]] = field(default_factory=dict)
    window: dict[str, Any] = field(default_factory=dict)
    theme: str = "system"
    font_family: str = ""
    font_size: int = 14
    measure: int = 68
    line_spacing: int = 145
    name_order: str = "given-first"
    creator: str = ""
    descriptions: bool = False
    second_recogniser: bool = False

    def opened(self, library: Path) -> Settings:
        """A copy that remembers `library` as the last one opened."""
        path = str(library)
        recent = (path, *(other for other in self.recent if other != path))[:10]
        return replace(self, last_library=path, recent=recent)

    def with_root(self, library_id: str, root: str, path: Path) -> Settings:
        """A copy that knows where a root folder of a library is on this machine."""
        known = {**self.roots.get(library_id, {}), root: str(path)}
        return replace(self, roots={**self.roots, library_id: known})


def load(path: Path | None = None) -> Settings:
    """Read the settings; a missing file means the usual ones, a broken one is set aside."""
    path = path or settings_file()
    try:
        values = json.loads(path.read_text("utf-8", "surrogateescape"))
        if not isinstance(values, dict):
            raise TypeError("not a JSON object")
        return _from(values)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError) as error:
        aside = path.with_suffix(".broken.json")
        log.error("settings %s cannot be read (%s); set aside as %s", path, error, aside)
        _set_aside(path, aside)
        return Settings()


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings whole or not at all; a disk that cannot be written is only logged."""
    path = path or settings_file()
    draft = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Names of folders may hold bytes that are no text.
        text = json.dumps(asdict(settings), indent=2, ensure_ascii=False)
        draft.write_text(text, "utf-8", "surrogateescape")
        settle(draft, path)
    except OSError as error:
        log.error("settings could not be saved to %s (%s)", path, error)


def update(change: Callable[[Settings], Settings], path: Path | None = None) -> Settings:
    """Change what is in the file, and nothing that another window put there meanwhile."""
    with _updating:
        changed = change(load(path))
        save(changed, path)
    return changed


def _from(values: dict[str, Any]) -> Settings:
    usual = Settings()
    known: dict[str, Any] = {}
    for item in fields(Settings):
        value = values.get(item.name)
        if isinstance(getattr(usual, item.name), tuple) and isinstance(value, list):
            value = tuple(str(part) for part in value)
        if isinstance(value, type(getattr(usual, item.name))):
            known[item.name] = value
    return Settings(**known)


def _set_aside(path: Path, aside: Path) -> None:
    try:
        os.replace(path, aside)
    except OSError as error:
        log.error("settings %s could not be set aside (%s)", path, error)
