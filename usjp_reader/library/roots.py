"""Where the source folders of a library are on this machine.

The library itself holds no absolute path: it names a root by an id and a label, and the settings of
this machine know where that root is.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from usjp_reader.config import settings
from usjp_reader.config.paths import printable
from usjp_reader.domain.articles import SPECIMEN_ROOT
from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.clock import now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from usjp_reader.domain.articles import Locator
    from usjp_reader.domain.changes import Values


@dataclass(frozen=True, slots=True)
class Root:
    """A source folder, and the part of it that is meant.

    Attributes:
        prefix: Path below the root that was asked for, "" or ending in `/`.
    """

    id: str
    label: str
    prefix: str = ""


class Roots:
    """The roots of one library."""

    def __init__(self, library_id: str, labels: Mapping[str, Values]) -> None:
        """Make the book of roots.

        Args:
            library_id: Under which the settings remember places.
            labels: The items of the noun `root`.
        """
        self._library_id = library_id
        self._labels = {key: str(values["label"]) for key, values in labels.items()}
        remembered = settings.load().roots.get(library_id, {})
        self._places = {root: Path(path) for root, path in remembered.items()}

    def known(self, folder: Path) -> Root | None:
        """The root that `folder` is, or is inside of."""
        for root, path in self._places.items():
            if root in self._labels and folder.is_relative_to(path):
                inside = folder.relative_to(path).as_posix()
                return Root(root, self._labels[root], "" if inside == "." else inside + "/")
        return None

    def add(self, folder: Path) -> tuple[Root, Change]:
        """A new root for `folder`, and the change that tells the library of it."""
        root = Root(uuid.uuid4().hex[:8], printable(folder.name) or "files")
        self._labels[root.id] = root.label
        self._places[root.id] = folder
        settings.update(lambda s: s.with_root(self._library_id, root.id, folder))
        at = now()
        values = {"label": root.label, "added": at.isoformat()}
        return root, Change("root.add", (ItemChange("root", root.id, None, values),), at)

    def label(self, root: str) -> str:
        """What a root is called."""
        return self._labels.get(root, root)

    def path(self, locator: Locator) -> Path | None:
        """Where the file of a source is on this machine, or None where that is not known."""
        folder = self._places.get(locator.root)
        return folder / locator.path if folder else None

    def place(self, locator: Locator) -> str:
        """Where a source is, as the reader knows it: a path, or the root's name and the path."""
        tail = f"#{locator.member}" if locator.member else ""
        if locator.root == SPECIMEN_ROOT:
            return f"{SPECIMEN_ROOT}:{locator.path}{tail}"
        folder = self._places.get(locator.root)
        where = folder / locator.path if folder else Path(self.label(locator.root), locator.path)
        return printable(f"{where}{tail}")
