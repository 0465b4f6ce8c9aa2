"""`usjp-reader check`: whether the library is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from usjp_reader.cli.common import counted, library_option
from usjp_reader.library import checked

if TYPE_CHECKING:
    from pathlib import Path


@click.command("check")
@library_option
def command(folder: Path) -> None:
    """Check that your work is whole, row by row, and that there is a backup of it."""
    health = checked(folder)
    parts = (
        counted(health.changes, "change"),
        counted(health.passages, "passage"),
        counted(health.backups, "backup"),
    )
    click.echo(", ".join(parts))
    for noun, key in health.damaged:
        click.echo(f"damaged: {noun} {key} (the journal has what it said)")
    if health.damaged:
        raise SystemExit(1)
