"""The commands and where they are; each is imported only when it is called."""

from __future__ import annotations

import importlib
import logging
import sys
from typing import Any

import click

from usjp_reader import __version__
from usjp_reader.config.messages import explained
from usjp_reader.domain.errors import UsjpError

COMMANDS = {
    "import": "importing",
    "find": "finding",
    "show": "showing",
    "inspect": "inspecting",
    "eras": "eras",
    "who": "describing",
    "mark": "marking",
    "correct": "correcting",
    "names": "naming",
    "export": "exporting",
    "backup": "backup",
    "check": "checking",
    "restore": "restoring",
}
"""Command name to module of `usjp_reader.cli`; each module has a `command`."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are needed, and whose errors are sentences."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands, as the help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        found = importlib.import_module(f"usjp_reader.cli.{module}").command
        return found if isinstance(found, click.Command) else None

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a command; what it cannot do it says in one sentence, with exit code 1."""
        try:
            return super().invoke(ctx)
        except UsjpError as error:
            click.echo(f"usjp-reader: {explained(error)}", err=True)
            sys.exit(1)


@click.group(cls=LazyGroup)
@click.option("--library", metavar="DIR", envvar="USJP_READER_LIBRARY", help="Library to use.")
@click.version_option(__version__, prog_name="usjp-reader")
@click.pass_context
def cli(ctx: click.Context, library: str | None) -> None:
    """A reader for articles on the relationship between the United States and Japan.

    Without a command the window opens. Results go to stdout, everything else to stderr. The exit
    code is 0 for done, 1 for could not, 2 for wrong use.
    """
    logging.basicConfig(level=logging.ERROR, format="usjp-reader: %(message)s")
    ctx.obj = library
