"""`usjp-reader restore [BACKUP]`: a backup, or the journal, in the place of the reader's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from usjp_reader.cli.common import counted, library_option, say
from usjp_reader.store.layout import LibraryFolder
from usjp_reader.store.user import backups, restoring

if TYPE_CHECKING:
    from pathlib import Path


@click.command("restore")
@click.argument("backup", required=False)
@click.option("--journal", is_flag=True, help="Build your work again from the journal alone.")
@library_option
def command(backup: str | None, journal: bool, folder: Path) -> None:
    """Put a backup of your work back, or list the backups there are.

    What stands there now is kept beside it. Changes that the journal has and the backup has not are
    made again.
    """
    if backup and journal:
        raise click.UsageError("give a backup or --journal, not both")
    place = LibraryFolder(folder)
    place.require()
    if journal:
        _tell(restoring.from_journal(place))
    elif backup:
        _tell(restoring.from_backup(place, _named(place, backup)))
    else:
        _list(place)


def _named(place: LibraryFolder, name: str) -> backups.Backup:
    for backup in backups.listed(place.backups):
        if backup.path.name == name:
            return backup
    raise click.BadParameter("there is no such backup; without a name they are listed")


def _list(place: LibraryFolder) -> None:
    found = backups.listed(place.backups)
    for backup in reversed(found):
        click.echo(
            f"{backup.path.name}  {backup.made:%Y-%m-%d %H:%M} UTC  {counted(backup.seq, 'change')}"
        )
    if not found:
        say("There are no backups.")


def _tell(restored: restoring.Restored) -> None:
    click.echo(f"{counted(restored.changes, 'change')}, {counted(restored.passages, 'passage')}")
    if restored.aside:
        say(f"What stood there before is kept as {restored.aside}.")
