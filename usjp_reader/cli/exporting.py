"""`usjp-reader export [QUERY] --format F`: passages, with their citations."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from usjp_reader.cli.common import article_query, library_option, looked_at, query_options, say
from usjp_reader.config.messages import said
from usjp_reader.export.formats import FORMATS, format_named, write_file
from usjp_reader.export.quoting import Wording


@click.command("export")
@query_options
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="md",
    show_default=True,
)
@click.option("--output", metavar="PATH", type=click.Path(path_type=Path), help="Else stdout.")
@click.option(
    "--readings",
    type=click.Choice([wording.value for wording in Wording]),
    default=Wording.PRINTED.value,
    show_default=True,
    help="Misread words that you corrected: as printed, as read, or marked with [sic].",
)
@click.option("--passage", "ids", multiple=True, metavar="ID", help="Only these passages.")
@library_option
def command(
    query: str,
    eras: tuple[str, ...],
    periodisation: str,
    by: str,
    certain: bool,
    to_review: bool,
    form: str,
    output: Path | None,
    readings: str,
    ids: tuple[str, ...],
    folder: Path,
) -> None:
    """Export passages: all, those of the articles a query finds, or single ones."""
    library = looked_at(folder)
    wanted = article_query(query, eras, periodisation, by, certain, to_review)
    passages = library.passages()
    if wanted.is_filtered:
        found = library.uids(library.find(wanted))
        passages = tuple(p for p in passages if p.article in found)
    if ids:
        passages = tuple(p for p in passages if p.id.startswith(ids))
    rows = library.export_rows(passages, Wording(readings))
    chosen = format_named(form)
    tally = chosen.write(rows, sys.stdout) if output is None else write_file(rows, output, chosen)
    say(said(tally.message))
