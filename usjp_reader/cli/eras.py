"""`usjp-reader eras [PERIODISATION]`: the periodisations, or the eras of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from usjp_reader.cli.common import json_option, library_option, print_json
from usjp_reader.domain.errors import BadQueryError
from usjp_reader.knowledge.eras import periodisations

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.domain.eras import Era, Periodisation


@click.command("eras")
@click.argument("name", required=False, metavar="[PERIODISATION]")
@library_option
@json_option
def command(name: str | None, folder: Path, as_json: bool) -> None:  # noqa: ARG001 - every command takes --library
    """List the periodisations, or the eras of one with their bounds and authorities."""
    known = {p.id: p for p in periodisations()}
    if name is not None and name not in known:
        raise BadQueryError("search.no_periodisation", name=name, known=", ".join(known))
    chosen = [known[name]] if name else list(known.values())
    if as_json:
        print_json(
            [_periodisation(p) for p in chosen] if name is None else _periodisation(chosen[0])
        )
        return
    for periodisation in chosen:
        click.echo(f"{periodisation.id}  {periodisation.name()} ({periodisation.kind.value})")
        for era in periodisation.eras if name else ():
            click.echo(f"  {era.id}  {era.start or '…'} to {era.end or '…'}  {era.name()}")


def _periodisation(periodisation: Periodisation) -> dict[str, object]:
    return {
        "id": periodisation.id,
        "name": dict(periodisation.names),
        "kind": periodisation.kind.value,
        "claimed_by": periodisation.claimed_by,
        "why": periodisation.why,
        "eras": [_era(era) for era in periodisation.eras],
    }


def _era(era: Era) -> dict[str, object]:
    return {
        "id": era.id,
        "name": dict(era.names),
        "start": era.start.isoformat() if era.start else None,
        "end": era.end.isoformat() if era.end else None,
        "start_event": era.start_event or None,
        "end_event": era.end_event or None,
        "parallel": era.parallel,
        "authority": era.authority or None,
        "note": era.note or None,
    }
