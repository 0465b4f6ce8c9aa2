"""`usjp-reader show ARTICLE`: one article, as text, HTML, for the terminal, or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from usjp_reader.cli.common import library_option, looked_at, print_json
from usjp_reader.reading.document import compose
from usjp_reader.reading.formatting import as_html, as_json, as_terminal

if TYPE_CHECKING:
    from pathlib import Path


@click.command("show")
@click.argument("article")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "terminal", "json"]),
    default="terminal",
    show_default=True,
    help="text is the stored text verbatim.",
)
@library_option
def command(article: str, form: str, folder: Path) -> None:
    """Show an article: the beginning of its id, or the path of its file."""
    library = looked_at(folder)
    found = library.article(library.resolve(article))
    if form == "text":
        click.echo(found.version.text, nl=False)
    elif form == "json":
        print_json(as_json(found))
    else:
        document = compose(found, library.passages(found.uid))
        title = found.metadata.title or found.uid
        click.echo(as_html(document, title) if form == "html" else as_terminal(document))
