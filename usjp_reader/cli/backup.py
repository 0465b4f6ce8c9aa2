"""`usjp-reader backup`: a checked copy of the reader's work, now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from usjp_reader.cli.common import held, library_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command("backup")
@library_option
def command(folder: Path) -> None:
    """Make a checked copy of your work in the library's folder `backups`."""
    library = held(folder)
    try:
        click.echo(library.backup())
    finally:
        library.close()
