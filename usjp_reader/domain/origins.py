"""Where the value of a field was found, before the reader said anything of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usjp_reader.domain.articles import FieldValue


class Origin(StrEnum):
    """Where a value comes from."""

    CONTAINER = "container"
    TEXT = "text"
    FILE_NAME = "file-name"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class FoundField:
    """What the program finds a field to be, and where."""

    field: FieldValue
    origin: Origin
