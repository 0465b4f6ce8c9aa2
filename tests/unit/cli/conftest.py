"""The command line as a person uses it, on a library of six articles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from tests.helpers.builders import tiny_corpus
from tests.helpers.libraries import imported, opened
from usjp_reader.cli.commands import cli

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON is any value
        return json.loads(self.out)


class CommandLine:
    """Runs commands, as `usjp-reader --library DIR COMMAND …` does."""

    def __init__(self, library: Path) -> None:
        self.library = library

    def __call__(self, *arguments: str | Path) -> Said:
        return self.bare("--library", self.library, *arguments)

    def bare(self, *arguments: str | Path) -> Said:
        result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert "Traceback" not in result.output
        return Said(result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tiny_corpus(tmp_path / "記事")


@pytest.fixture
def run(tmp_path: Path) -> CommandLine:
    """The command line on a library that is not there yet."""
    return CommandLine(tmp_path / "My Library")


@pytest.fixture
def filled(run: CommandLine, source: Path) -> CommandLine:
    """The command line on a library of six articles."""
    with opened(run.library) as library:
        imported(library, source)
    return run
