"""A `.json` file: the items of a bibliography, or articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.told import NOTHING
from usjp_reader.intake.bibliographies.reading import (
    HEAD,
    bibliography,
    may_be_bibliography,
    records,
)
from usjp_reader.intake.readers import json_records

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Record, Refused
    from usjp_reader.domain.told import Told


def read(name: str, data: bytes, told: Told = NOTHING) -> tuple[Record | Refused, ...]:
    """The records of a JSON file.

    Raises:
        UnreadableFileError: It holds neither items nor articles.
    """
    is_one = may_be_bibliography(name, data[:HEAD])
    found = bibliography(name, data) if is_one else None
    return records(found, told) if found else json_records.read(name, data, told)
