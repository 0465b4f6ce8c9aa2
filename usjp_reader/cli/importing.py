"""`usjp-reader import PATH…`: files and folders into the library."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from usjp_reader.cli.common import counted, fill, json_option, library_option, print_json, run, say
from usjp_reader.config import settings
from usjp_reader.config.language_model import ABSENT, language_model
from usjp_reader.config.messages import said
from usjp_reader.domain.errors import LibraryError
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.reports import FileReport, ImportReport, Outcome
from usjp_reader.intake.tables.columns import fields
from usjp_reader.library import Library

_TOLD = (Outcome.FAILED, Outcome.SKIPPED, Outcome.REMOVED, Outcome.CHANGED, Outcome.DUPLICATE)

_DONE = set(Outcome) - {Outcome.FAILED, Outcome.SKIPPED}


@click.command("import")
@click.argument("given", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=lambda _ctx, _parameter, said: _columns(said),
    help="What a column of a table means, such as text=Body; may be repeated, is remembered.",
)
@library_option
@json_option
def command(given: tuple[str, ...], columns: dict[str, str], folder: Path, as_json: bool) -> None:
    """Import files and folders.

    Unchanged files are passed over, changed ones are read again, and what is gone is noted; nothing
    that you made is ever deleted.
    """
    known = settings.load()
    if known.second_recogniser and language_model() is None:
        say(said(ABSENT))
    library = Library(folder, creator=known.creator)
    cancel = CancelToken()
    try:
        if library.is_specimens:
            raise LibraryError("library.specimens_closed")
        fill(library, cancel)
        paths = [Path(path) for path in given]
        report = run(library.imports.files(paths, cancel, columns), cancel)
    finally:
        library.close()
    if as_json:
        print_json(_as_json(report))
    else:
        _tell(report)
    if report.cancelled or (report.files and not any(map(report.count, _DONE))):
        raise SystemExit(1)


def _columns(said: tuple[str, ...]) -> dict[str, str]:
    """The column of each field, as `--map` says."""
    columns: dict[str, str] = {}
    known = ", ".join(fields())
    for one in said:
        field, is_pair, column = one.partition("=")
        if not is_pair or not column.strip() or field not in fields():
            raise click.BadParameter(f"“{one}” is not FIELD=COLUMN with one of {known}")
        columns[field] = column.strip()
    if columns and "text" not in columns:
        raise click.BadParameter("one of them must be text=COLUMN")
    return columns


def _as_json(report: ImportReport) -> dict[str, object]:
    return {
        "counts": {outcome.value: report.count(outcome) for outcome in Outcome},
        "guessed": report.guessed,
        "undated": report.undated,
        "cancelled": report.cancelled,
        "files": [_file(file) for file in report.files],
    }


def _file(file: FileReport) -> dict[str, object]:
    refused = [{"member": one.member, "reason": said(one.reason)} for one in file.refused]
    reason = said(file.reason) if file.reason else None
    return {**asdict(file), "reason": reason, "refused": refused}


def _tell(report: ImportReport) -> None:
    counts = ", ".join(
        f"{report.count(outcome)} {outcome.value}" for outcome in Outcome if report.count(outcome)
    )
    click.echo(f"{counted(len(report.files), 'file')}: {counts or 'nothing to import'}")
    if report.guessed or report.undated:
        click.echo(f"{report.guessed} dated by guess, {report.undated} without a date")
    for file in report.files:
        if file.outcome in _TOLD or file.reason is not None:
            reason = f": {said(file.reason)}" if file.reason else ""
            click.echo(f"  {file.outcome.value}: {file.path}{reason}")
        for one in file.refused:
            click.echo(f"    {file.path}#{one.member}: {said(one.reason)}")
    if report.cancelled:
        say("Stopped. What was imported until then is kept; import again to go on.")
