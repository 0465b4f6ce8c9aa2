"""Folders to files, in order of their names. Files are looked at, not opened."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from usjp_reader.config.paths import printable
from usjp_reader.domain.facsimiles import PICTURES
from usjp_reader.domain.messages import Message
from usjp_reader.intake.readers import SUFFIXES, suffix_of
from usjp_reader.intake.saved_pages import picture_folders
from usjp_reader.intake.unread import reason_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from usjp_reader.domain.progress import CancelToken


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read, or something that will not be read and why.

    Attributes:
        path: As the operating system names it.
        root: The folder the reader gave, or the folder of the file the reader gave.
        relative: Path inside `root` with `/`, printable.
        reason: Why it is not read; None for a file to be read.
    """

    path: Path
    root: Path
    relative: str
    reason: Message | None = None

    @property
    def shown(self) -> str:
        """The whole path, printable whatever bytes its name holds."""
        return printable(str(self.path))


def scan(paths: Iterable[Path], *, skip: Path | None, cancel: CancelToken) -> Iterator[Found]:
    """All files under `paths`, each once however many names or links lead to it.

    Hidden files and folders are passed over in silence unless they were given themselves.

    Args:
        paths: Files and folders, as the reader gave them.
        skip: The library's own folder, which is never imported.
        cancel: Looked at before each file.
    """
    walk = _Walk(cancel, _identity(skip) if skip else None)
    for path in paths:
        yield from walk.given(path)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


@dataclass
class _Walk:
    cancel: CancelToken
    own: tuple[int, int] | None
    seen: set[tuple[int, int]] = field(default_factory=set)

    def given(self, path: Path) -> Iterator[Found]:
        """What the reader named: a file is read whatever it is called."""
        try:
            status = path.stat()
        except (OSError, ValueError) as error:
            yield Found(path, path.parent, printable(path.name), _trouble(error))
            return
        if stat.S_ISDIR(status.st_mode):
            yield from self._folder(path, path, status)
        elif not self.cancel.is_cancelled and self._is_new(status):
            reason = self._reason(path, status, is_given=True)
            yield Found(path, path.parent, printable(path.name), reason)

    def _folder(self, top: Path, root: Path, status: os.stat_result) -> Iterator[Found]:
        """Depth first with a stack of our own: folders may be nested deeper than Python calls."""
        stack = [(top, status)]
        while stack:
            path, status = stack.pop()
            if stat.S_ISDIR(status.st_mode):
                found, inside = self._enter(path, root, status)
                if found:
                    yield found
                stack.extend(reversed(inside))
            elif self.cancel.is_cancelled:
                return
            elif self._is_new(status):
                reason = self._reason(path, status)
                yield Found(path, root, _relative(path, root), reason)

    def _enter(
        self, path: Path, root: Path, status: os.stat_result
    ) -> tuple[Found | None, list[tuple[Path, os.stat_result]]]:
        if self.cancel.is_cancelled or not self._is_new(status):
            return None, []
        if (status.st_dev, status.st_ino) == self.own:
            reason = Message("intake.own_library")
            return Found(path, root, _relative(path, root), reason), []
        try:
            names = sorted(os.listdir(path))
        except OSError as error:
            return Found(path, root, _relative(path, root), _trouble(error, is_folder=True)), []
        inside = []
        pictures = picture_folders(names)
        for name in names:
            child = path / name
            if name.startswith(".") or name in pictures:
                continue
            if known := _status(child):
                inside.append((child, known))
        return None, inside

    def _is_new(self, status: os.stat_result) -> bool:
        identity = (status.st_dev, status.st_ino)
        if identity in self.seen:
            return False
        self.seen.add(identity)
        return True

    def _reason(
        self, path: Path, status: os.stat_result, *, is_given: bool = False
    ) -> Message | None:
        if not stat.S_ISREG(status.st_mode):
            return Message("intake.not_regular")
        suffix = suffix_of(path.name)
        if suffix in SUFFIXES or (is_given and (not suffix or suffix in PICTURES)):
            return None
        if not suffix:
            return Message("intake.no_suffix")
        return reason_for(suffix)


def _status(path: Path) -> os.stat_result | None:
    """The status of what a name leads to; None for a link that leads nowhere."""
    try:
        return path.stat()
    except OSError:
        return None


def _relative(path: Path, root: Path) -> str:
    return printable(path.relative_to(root).as_posix())


def _trouble(error: OSError | ValueError, *, is_folder: bool = False) -> Message:
    if isinstance(error, PermissionError):
        return Message("intake.no_permission_folder" if is_folder else "intake.no_permission")
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return Message("intake.gone")
    return Message("intake.disk", {"why": error.strerror or str(error)})
