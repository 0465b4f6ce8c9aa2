"""What the commands share: which library, printing, and running long work."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from usjp_reader.config import paths, settings
from usjp_reader.domain.dates import Edtf
from usjp_reader.domain.errors import BadQueryError
from usjp_reader.domain.queries import ArticleQuery, Axis, EraChoice, Flag, Sort
from usjp_reader.knowledge.eras import periodisations
from usjp_reader.library import Library, LibrarySnapshot
from usjp_reader.store.layout import LibraryFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from usjp_reader.domain.progress import CancelToken, Progress

_T = TypeVar("_T")
_Command = TypeVar("_Command", bound="Callable[..., Any]")


def library_option(command: _Command) -> _Command:
    """`--library DIR`, which every command takes, as `folder`."""
    return click.option(
        "--library",
        "folder",
        metavar="DIR",
        callback=_folder,
        help="Library to use; else USJP_READER_LIBRARY, else your own.",
    )(command)


def json_option(command: _Command) -> _Command:
    """`--json` as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def query_options(command: _Command) -> _Command:
    """The options that narrow a list of articles."""
    for option in reversed(
        (
            click.argument("query", required=False, default=""),
            click.option(
                "--era", "eras", multiple=True, metavar="ID", help="Era; may be repeated."
            ),
            click.option(
                "--periodisation",
                default="phases",
                show_default=True,
                metavar="ID",
                help="The periodisation that the eras are from.",
            ),
            click.option(
                "--by",
                type=click.Choice([axis.value for axis in Axis]),
                default=Axis.PUBLISHED.value,
                show_default=True,
                help="Whether an era means when it was published or what it talks about.",
            ),
            click.option("--certain", is_flag=True, help="Leave out articles that only may fit."),
            click.option(
                "--to-review", is_flag=True, help="Only articles with a missing or doubtful date."
            ),
        )
    ):
        command = option(command)
    return command


def article_query(
    query: str,
    eras: tuple[str, ...],
    periodisation: str,
    by: str,
    certain: bool,
    to_review: bool,
    sort: str = "",
) -> ArticleQuery:
    """The query that the options mean.

    Raises:
        BadQueryError: There is no such periodisation.
    """
    known = [p.id for p in periodisations()]
    if periodisation not in known:
        raise BadQueryError("search.no_periodisation", name=periodisation, known=", ".join(known))
    return ArticleQuery(
        words=query,
        eras=tuple(EraChoice(periodisation, era) for era in eras),
        axis=Axis(by),
        certain_only=certain,
        flags=(Flag.REVIEW,) if to_review else (),
        sort=Sort(sort) if sort else Sort.NEWEST,
    )


def looked_at(folder: Path) -> LibrarySnapshot:
    """The library, to be read; says so when it is open elsewhere."""
    library = LibrarySnapshot(folder)
    if library.is_held:
        say(f"The library {folder} is open elsewhere: this is its state of a moment ago.")
    return library


def held(folder: Path) -> Library:
    """The library, to be written.

    Raises:
        LibraryMissingError: There is none.
    """
    LibraryFolder(folder).require()
    return Library(folder, creator=settings.load().creator)


def fill(library: Library, cancel: CancelToken) -> None:
    """Build the index of a library first, where it is not there or was lost."""
    if library.is_to_be_filled:
        say("The index is built again first.")
        run(library.fill(cancel), cancel)


def run(work: Generator[Progress, None, _T], cancel: CancelToken, quiet: bool = False) -> _T:
    """Run long work to its end with a line of progress on stderr; Ctrl+C stops it in order."""
    shown = sys.stderr.isatty() and not quiet
    # An exception thrown into the work would end it half done and without its report.
    before = signal.signal(signal.SIGINT, lambda *_: cancel.cancel())
    try:
        while True:
            progress = next(work)
            if shown:
                total = f"/{progress.total}" if progress.total is not None else ""
                line = f"\r\033[K{progress.done}{total} {progress.item[-60:]}"
                click.echo(line, nl=False, err=True)
    except StopIteration as stop:
        result: _T = stop.value
        return result
    finally:
        signal.signal(signal.SIGINT, before)
        if shown:
            click.echo("\r\033[K", nl=False, err=True)


def say(sentence: str) -> None:
    """A message to the person: on stderr."""
    click.echo(f"usjp-reader: {sentence}", err=True)


def counted(number: int, noun: str) -> str:
    """A number of things: "1 file", "3 files"; `noun` is the regular word for one of them."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def print_json(value: object) -> None:
    """A result as JSON on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def eras_of(edtf: str | None) -> dict[str, list[str]]:
    """The eras that a date lies or may lie in, by periodisation."""
    days = Edtf.parse(edtf).days if edtf else None
    return {p.id: [era.id for era, _ in p.fits(days)] for p in periodisations()}


def _folder(ctx: click.Context, _: click.Parameter, value: str | None) -> Path:
    chosen = value or ctx.obj
    return Path(chosen).expanduser().absolute() if chosen else paths.own_library()
