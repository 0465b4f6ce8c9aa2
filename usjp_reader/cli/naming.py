"""`usjp-reader names …`: what you said of names, in all articles; entries of your own."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from usjp_reader.cli.common import counted, fill, held, json_option, library_option, print_json, say
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.naming import (
    NO_NAME,
    NOBODY,
    HiddenEntity,
    LinkCorrection,
    LinkRule,
    Merge,
    OwnEntity,
    OwnName,
)
from usjp_reader.domain.progress import CancelToken
from usjp_reader.export.writing import write_whole
from usjp_reader.intake.reading_files import read_bytes
from usjp_reader.library.naming_exchange import MOST_BYTES, as_json, take_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.naming import NamingCorrection
    from usjp_reader.library import Library

NOT_KNOWN = {"nobody": NOBODY, "no-name": NO_NAME}
"""What may be typed instead of an id."""


@click.group("names")
@library_option
@click.pass_context
def command(ctx: click.Context, folder: Path) -> None:
    """Say whom names mean in all articles, and enter what the program does not know.

    Of one article you say it with "correct ARTICLE --name".
    """
    ctx.obj = str(folder)


@command.command("list")
@library_option
@json_option
def list_names(folder: Path, as_json: bool) -> None:
    """List what you said of names, the latest first."""
    with _opened(folder) as library:
        told = library.naming.said()
        if as_json:
            print_json(
                [
                    {
                        "key": one.key,
                        "noun": one.noun,
                        "says": sentence(one.said, library),
                        "creator": one.creator,
                        "modified": one.modified,
                    }
                    for one in told
                ]
            )
            return
        for one in told:
            click.echo(f"{one.key}  {sentence(one.said, library)}")


@command.command("new")
@click.argument("name")
@click.option(
    "--type",
    "kind",
    type=click.Choice([kind.value for kind in EntityType], case_sensitive=False),
    default=EntityType.PERSON.value,
    show_default=True,
    help="What it is, as OntoNotes calls it.",
)
@click.option("--japanese", default="", metavar="NAME", help="What it is called in Japanese.")
@click.option("--description", default="", metavar="TEXT", help="Who or what that is.")
@click.option("--also", multiple=True, metavar="NAME", help="A further name; may be repeated.")
@library_option
def new(
    name: str, kind: str, japanese: str, description: str, also: tuple[str, ...], folder: Path
) -> None:
    """Enter somebody or something, to be found by NAME in all articles; prints the id."""
    with _opened(folder) as library:
        entity, change = library.naming.enter(EntityType(kind), name, japanese, description, also)
        change.result()
        click.echo(entity)


@command.command("mean")
@click.argument("words")
@click.argument("who")
@library_option
def mean(words: str, who: str, folder: Path) -> None:
    """Say that WORDS mean WHO in all articles: an id, "nobody", or "no-name"."""
    with _opened(folder) as library:
        library.naming.mean_words(words, NOT_KNOWN.get(who, who)).result()


@command.command("merge")
@click.argument("old")
@click.argument("new")
@library_option
def merge(old: str, new: str, folder: Path) -> None:
    """Say that the entries OLD and NEW are one, which is called as NEW is."""
    with _opened(folder) as library:
        library.naming.merge(old, new).result()


@command.command("hide")
@click.argument("entity", metavar="ID")
@library_option
def hide(entity: str, folder: Path) -> None:
    """Show the mentions of an entry no more, nor find or count them."""
    with _opened(folder) as library:
        library.naming.hide(entity).result()


@command.command("show")
@click.argument("entity", metavar="ID")
@library_option
def show(entity: str, folder: Path) -> None:
    """Show the mentions of a hidden entry again."""
    with _opened(folder) as library:
        library.naming.hide(entity, hidden=False).result()


@command.command("part")
@click.argument("old")
@library_option
def part(old: str, folder: Path) -> None:
    """Take back that the entry OLD is one with another."""
    with _opened(folder) as library:
        library.naming.part(old).result()


@command.command("also")
@click.argument("entity", metavar="ID")
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@library_option
def also(entity: str, names: tuple[str, ...], folder: Path) -> None:
    """Find an entry, yours or the program's, by further names in all articles."""
    with _opened(folder) as library:
        library.naming.add_names(entity, names).result()


@command.command("forget")
@click.argument("keys", nargs=-1, required=True, metavar="KEY…")
@library_option
def forget(keys: tuple[str, ...], folder: Path) -> None:
    """Take back what you said: the keys that "names list" shows."""
    with _opened(folder) as library:
        told = [one for one in library.naming.said() if one.key in keys]
        missing = set(keys) - {one.key for one in told}
        if missing:
            raise click.UsageError(f"nothing is said under {', '.join(sorted(missing))}")
        library.naming.take_back(told).result()


@command.command("export")
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@library_option
def export(path: Path, folder: Path) -> None:
    """Write what you said of names in all articles to a file for a colleague."""
    with _opened(folder) as library:
        text = as_json(library.naming.said())
    write_whole(path, lambda out: out.write(text))


@command.command("import")
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@library_option
def import_names(path: Path, folder: Path) -> None:
    """Add what a colleague's file says; your own word stays where you said something."""
    data = read_bytes(path, MOST_BYTES)
    with _opened(folder) as library:
        knowledge = library.knowledge()
        result = take_over(data, library.naming, lambda one: knowledge.entity(one) is not None)
    say(
        f"{counted(result.taken, 'word')} taken over; of {result.known} you had said something"
        f" already, {result.unknown} about entries that this library does not have were left out."
    )


@contextmanager
def _opened(folder: Path) -> Iterator[Library]:
    """The library, to be written; at the end its articles have followed what was said."""
    library = held(folder)
    try:
        cancel = CancelToken()
        fill(library, cancel)
        if cancel.is_cancelled:
            raise SystemExit(1)
        yield library
        library.work.settle()
    finally:
        library.close()


def sentence(said: NamingCorrection, library: Library) -> str:
    """What was said, for people."""

    def who(entity: str) -> str:
        if entity in (NOBODY, NO_NAME):
            return "nobody known" if entity == NOBODY else "no name"
        return f"{library.label(entity)} ({entity})"

    match said:
        case LinkCorrection():
            place = f"in {said.article[:8]} at {said.anchor.span.start}"
            return f"“{said.anchor.exact}” {place} means {who(said.entity)}"
        case LinkRule():
            where = f"in {said.article[:8]}" if said.article else "everywhere"
            return f"“{said.text}” {where} means {who(said.entity)}"
        case OwnEntity():
            return f"new: {who(said.id)}, {said.type.value}"
        case OwnName():
            return f"“{said.text}” is a name of {who(said.entity)}"
        case Merge():
            return f"{said.old} is {who(said.new)}"
        case HiddenEntity():
            return f"hidden: {who(said.entity)}"
