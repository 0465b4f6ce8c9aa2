"""`usjp-reader correct ARTICLE…`: say what the program got wrong; it holds for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from usjp_reader.cli.common import fill, held, json_option, library_option, print_json
from usjp_reader.cli.naming import NOT_KNOWN
from usjp_reader.domain.articles import CSL_FIELDS
from usjp_reader.domain.corrections import PUBLISHED
from usjp_reader.domain.naming import Reach
from usjp_reader.domain.progress import CancelToken
from usjp_reader.library.correcting import FURNITURE, TEXT
from usjp_reader.passages.quoting import locate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.changes import Change
    from usjp_reader.domain.texts import Line, LineKind
    from usjp_reader.library import Library

_KINDS: dict[str, LineKind | None] = {"text": TEXT, "furniture": FURNITURE, "undo": None}


@click.command("correct")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@click.option(
    "--published",
    metavar="DATE",
    help='The date: 1972-05, or as you would write it ("15 May 1972", "about 1909"); "" for none.',
)
@click.option(
    "--field",
    "fields",
    nargs=2,
    multiple=True,
    metavar="NAME VALUE",
    help=f'A field; "" for none. One of {", ".join(CSL_FIELDS)}.',
)
@click.option(
    "--forget",
    "forgotten",
    multiple=True,
    metavar="NAME",
    help="Take back what was said of a field, or of published.",
)
@click.option(
    "--line",
    "lines",
    nargs=2,
    multiple=True,
    type=(click.IntRange(1), click.Choice(list(_KINDS))),
    metavar="N KIND",
    help="Line N of the text is text, or furniture; undo takes that back.",
)
@click.option("--of-source", is_flag=True, help="--line holds for all such lines of the source.")
@click.option(
    "--read",
    "readings",
    nargs=2,
    multiple=True,
    metavar="PRINTED READ",
    help='A word that was misread in scanning, and what it says; "" takes that back.',
)
@click.option(
    "--start",
    type=click.IntRange(0),
    metavar="N",
    help="Where the word of --read or --name begins, in code points of the text.",
)
@click.option(
    "--name",
    "names",
    nargs=2,
    multiple=True,
    metavar="WORDS WHO",
    help='Whom a name means: an id as a card shows it, "nobody", "no-name"; "undo" takes it back.',
)
@click.option(
    "--in",
    "reach",
    type=click.Choice([Reach.HERE.value, Reach.ARTICLE.value]),
    default=Reach.ARTICLE.value,
    show_default=True,
    help="Whether --name means the one place or all such words of the article.",
)
@click.option("--accept-date", is_flag=True, help="Confirm the date that was found.")
@library_option
@json_option
def command(
    articles: tuple[str, ...],
    published: str | None,
    fields: tuple[tuple[str, str], ...],
    forgotten: tuple[str, ...],
    lines: tuple[tuple[int, str], ...],
    of_source: bool,
    readings: tuple[tuple[str, str], ...],
    start: int | None,
    names: tuple[tuple[str, str], ...],
    reach: str,
    accept_date: bool,
    folder: Path,
    as_json: bool,
) -> None:
    """Correct articles: each the beginning of its id, or the path of its file."""
    said: dict[str, str | None] = dict(fields) | dict.fromkeys(forgotten)
    if published is not None:
        said[PUBLISHED] = published
    if not (said or lines or readings or names or accept_date):
        raise click.UsageError("say what to correct: --published, --field, --line, --forget …")
    if start is not None and (len(readings) + len(names), len(articles)) != (1, 1):
        raise click.UsageError("--start says where the word of one --read or --name begins")
    is_here = reach == Reach.HERE or start is not None
    library = held(folder)
    try:
        cancel = CancelToken()
        fill(library, cancel)
        if cancel.is_cancelled:
            raise SystemExit(1)
        found = [library.article(library.resolve(article)) for article in articles]
        for article in found:
            _require(article, lines, (*readings, *(names if is_here else ())), start)
        waiting: list[Future[Change]] = []
        if accept_date:
            waiting.append(library.correcting.accept_dates(found))
        if said:
            waiting.append(library.correcting.set_fields(found, said))
        for article in found:
            waiting += _set_lines(library, article, lines, of_source)
            waiting += _set_readings(library, article, readings, start)
            waiting += _set_names(library, article, names, start, is_here)
        for change in waiting:
            change.result()
        library.work.settle()
        shown = [library.article(article.uid) for article in found]
    finally:
        library.close()
    _print(shown, as_json)


def _require(
    article: Article,
    lines: tuple[tuple[int, str], ...],
    readings: tuple[tuple[str, str], ...],
    start: int | None,
) -> None:
    """Say what is wrong before anything is changed."""
    for number, _ in lines:
        _line(article, number)
    for printed, _ in readings:
        locate(article.version.text, printed, start)


def _set_lines(
    library: Library, article: Article, lines: tuple[tuple[int, str], ...], of_source: bool
) -> list[Future[Change]]:
    verb = library.correcting.set_lines_of_source if of_source else library.correcting.set_lines
    return [verb(article, (_line(article, number),), _KINDS[kind]) for number, kind in lines]


def _set_readings(
    library: Library, article: Article, readings: tuple[tuple[str, str], ...], start: int | None
) -> list[Future[Change]]:
    text = article.version.text
    return [
        library.correcting.read_as(article, locate(text, printed, start), read or None)
        for printed, read in readings
    ]


def _set_names(
    library: Library,
    article: Article,
    names: tuple[tuple[str, str], ...],
    start: int | None,
    is_here: bool,
) -> Iterator[Future[Change]]:
    for words, who in names:
        entity = None if who == "undo" else NOT_KNOWN.get(who, who)
        if is_here:
            span = locate(article.version.text, words, start)
            yield library.naming.mean_here(article, span, entity)
        else:
            yield library.naming.mean_words(words, entity, article)


def _line(article: Article, number: int) -> Line:
    for line in article.lines:
        if line.number == number:
            return line
    raise click.UsageError(f"there is nothing on line {number} of that article")


def _print(articles: list[Article], as_json: bool) -> None:
    if as_json:
        print_json(
            [
                {
                    "id": article.uid,
                    "published": article.published.value.value if article.published.value else None,
                    "fields": {
                        name: {"value": field.value, "status": field.status.value}
                        for name, field in article.metadata.fields
                    },
                }
                for article in articles
            ]
        )
        return
    for article in articles:
        value = article.published.value
        click.echo(f"{article.uid[:8]}  {value.value if value else '-'}  {article.metadata.title}")
