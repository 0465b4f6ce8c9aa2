"""`usjp-reader mark ARTICLE --quote TEXT`: make a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from usjp_reader.cli.common import fill, held, json_option, library_option, print_json
from usjp_reader.domain.passages import Colour
from usjp_reader.domain.progress import CancelToken
from usjp_reader.passages.quoting import locate

if TYPE_CHECKING:
    from pathlib import Path

_Typed = TypeVar("_Typed", str, tuple[str, ...])


def _text(_: click.Context, parameter: click.Parameter, value: _Typed) -> _Typed:
    """What was typed, once or repeatedly, unless its bytes were no text."""
    if any("\ud800" <= char <= "\udfff" for text in value for char in text):
        raise click.BadParameter("this is not UTF-8", param=parameter)
    return value


@click.command("mark")
@click.argument("article")
@click.option("--quote", required=True, metavar="TEXT", help="The words to be marked.")
@click.option(
    "--start", type=click.IntRange(0), metavar="N", help="Where they begin (code points)."
)
@click.option(
    "--colour",
    type=click.Choice([colour.value for colour in Colour]),
    default=Colour.YELLOW.value,
    show_default=True,
)
@click.option("--note", default="", metavar="N", callback=_text, help="A note.")
@click.option(
    "--tag", "tags", multiple=True, metavar="T", callback=_text, help="A tag; may be repeated."
)
@library_option
@json_option
def command(
    article: str,
    quote: str,
    start: int | None,
    colour: str,
    note: str,
    tags: tuple[str, ...],
    folder: Path,
    as_json: bool,
) -> None:
    """Mark words of an article: the beginning of its id, or the path of its file."""
    library = held(folder)
    try:
        cancel = CancelToken()
        fill(library, cancel)
        if cancel.is_cancelled:
            raise SystemExit(1)
        found = library.article(library.resolve(article))
        span = locate(found.version.text, quote, start)
        passage, saved = library.marking.mark(found, span, Colour(colour), note, tags)
        saved.result()
    finally:
        library.close()
    anchor = passage.anchor
    if as_json:
        print_json(
            {
                "id": passage.id,
                "article": found.uid,
                "start": anchor.span.start,
                "end": anchor.span.end,
                "quote": anchor.exact,
            }
        )
    else:
        click.echo(f"{passage.id}  {anchor.span.start}–{anchor.span.end}  {found.metadata.title}")
