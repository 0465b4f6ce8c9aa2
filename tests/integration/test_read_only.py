"""A library on a disk that may not be written: what can be read of it, and what is said."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import tiny_corpus
from tests.helpers.libraries import article_titled, imported, marked, opened
from tests.helpers.processes import public_place, sealed, unprivileged

if TYPE_CHECKING:
    from pathlib import Path

_IMPORTS = """
import _strptime, sys
from pathlib import Path
import usjp_reader.export.formats, usjp_reader.cli.finding, usjp_reader.cli.exporting
import usjp_reader.cli.marking, usjp_reader.cli.checking
from usjp_reader.cli.commands import cli
"""


@pytest.mark.skipif(os.name != "posix", reason="rights are another matter here")
@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (("check",), "1 passage,"),
        (("find", "okinawa"), "1 found"),
        (("export", "--format", "json"), "Eisaku Sato"),
        (("mark", "1972-okinawa.txt", "--quote", "at midnight"), "cannot be written"),
    ],
)
def test_what_can_be_done_with_it(tmp_path: Path, command: tuple[str, ...], expected: str) -> None:
    with public_place() as place:
        with opened(place / "lib") as library:
            imported(library, tiny_corpus(tmp_path / "src"))
            marked(library, article_titled(library, "Okinawa returns"), "Eisaku Sato")
        sealed(place)
        code = "cli(sys.argv[1:], prog_name='usjp-reader')"
        said = unprivileged(_IMPORTS, code, "--library", place / "lib", *command)
    assert "Traceback" not in said, said
    assert expected in said
