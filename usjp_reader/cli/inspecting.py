"""`usjp-reader inspect FILE`: what the program makes of one file, without a library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from usjp_reader.analysis.entities.descriptions import descriptions as described_in
from usjp_reader.analysis.entities.second_recogniser import found_by
from usjp_reader.cli.common import json_option, library_option, print_json, say
from usjp_reader.config.language_model import ABSENT, language_model
from usjp_reader.config.messages import said
from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.entities import with_described
from usjp_reader.intake.readers import most_bytes, place_of
from usjp_reader.intake.reading_files import read_bytes
from usjp_reader.knowledge import base
from usjp_reader.loading.parting import read_apart
from usjp_reader.loading.pipeline import analyse

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Analysed
    from usjp_reader.domain.dates import Dated, Evidence
    from usjp_reader.domain.entities import Mention
    from usjp_reader.knowledge.base import KnowledgeBase


@click.command("inspect")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--record", type=click.IntRange(1), default=1, metavar="N", help="Which article.")
@click.option("--all", "every", is_flag=True, help="All articles of the file, as a list.")
@click.option(
    "--descriptions", is_flag=True, help='Also descriptions of people: "the Japanese leader".'
)
@click.option(
    "--nlp",
    is_flag=True,
    help="Let spaCy add names that were not found, where it is installed.",
)
@library_option
@json_option
def command(
    file: Path,
    record: int,
    every: bool,
    descriptions: bool,
    nlp: bool,
    folder: Path,  # noqa: ARG001 - every command takes --library
    as_json: bool,
) -> None:
    """Analyse one file without a library."""
    knowledge = base.load()
    if nlp and language_model() is None:
        say(said(ABSENT))
    found = read_apart(file.name, read_bytes(file, most_bytes(file.name)))
    for refused in (one for one in found if isinstance(one, Refused)):
        say(f"{file.name}#{refused.member}: {said(refused.reason)}")
    records = [one for one in found if isinstance(one, Record)]
    if not every and record > len(records):
        raise click.BadParameter(f"the file holds {len(records)} article(s)", param_hint="--record")
    chosen = records if every else records[record - 1 : record]
    analysed = [
        analyse(one, place_of(file.name, one.member), knowledge, second_recogniser=nlp)
        for one in chosen
    ]
    if descriptions:
        analysed = [_with_descriptions(one, knowledge) for one in analysed]
    if as_json:
        values = [_as_json(one, knowledge) for one in analysed]
        print_json(values if every else values[0])
        return
    for one in analysed:
        _tell(one, knowledge)


def _with_descriptions(analysed: Analysed, knowledge: KnowledgeBase) -> Analysed:
    days = analysed.published.value.days if analysed.published.value else None
    text, readings = analysed.version.text, analysed.readings
    found = described_in(text, analysed.lines, readings, days, knowledge)
    return replace(analysed, mentions=with_described(analysed.mentions, found))


def _as_json(analysed: Analysed, knowledge: KnowledgeBase) -> dict[str, object]:
    metadata = analysed.metadata
    return {
        "title": metadata.title,
        "publisher": metadata.publisher,
        "agency": analysed.agency,
        "byline": list(metadata.authors),
        "dateline": analysed.dateline,
        "language": metadata.get("language") or "en",
        "published": _published(analysed.published),
        "lines": [
            {"number": line.number, "kind": line.kind.value, "rule": line.rule}
            for line in analysed.lines
        ],
        "entities": [_entity(mention, knowledge) for mention in analysed.mentions],
        "quotes": [],
        "figures": [],
        "times": [
            {
                "start": time.span.start,
                "end": time.span.end,
                "text": time.text,
                "value": time.value.value if time.value else None,
            }
            for time in analysed.times
        ],
        "about": [
            {
                "value": period.days.edtf,
                "main": period.is_main,
                "passages": [{"start": s.start, "end": s.end} for s in period.passages],
            }
            for period in analysed.about
        ],
    }


def _published(published: Dated) -> dict[str, object]:
    return {
        "value": published.value.value if published.value else None,
        "precision": published.precision.value,
        "confidence": round(published.confidence, 3),
        "evidence": [_evidence(evidence) for evidence in published.reasons],
        "against": [_evidence(evidence) for evidence in published.doubts],
        "kind": published.kind.value,
        "sureness": published.sureness.value,
    }


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {
        "rule": evidence.rule,
        "where": evidence.where.value,
        "start": evidence.span.start if evidence.span else None,
        "end": evidence.span.end if evidence.span else None,
        "text": evidence.text,
        "says": evidence.says,
    }


def _entity(mention: Mention, knowledge: KnowledgeBase) -> dict[str, object]:
    entity = knowledge.entity(mention.entity) if mention.entity else None
    found = {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "type": mention.type.value,
        "id": mention.entity,
        "name": knowledge.label(mention.entity) if mention.entity else None,
        "qid": entity.qid if entity else None,
        "stands_for": knowledge.label(mention.stands_for) if mention.stands_for else None,
        "why": said(mention.why),
    }
    model = found_by(mention)
    return {**found, "found_by": model} if model else found


def _tell(analysed: Analysed, knowledge: KnowledgeBase) -> None:
    metadata, published = analysed.metadata, analysed.published
    date = published.value.value if published.value else "no date"
    click.echo(f"{metadata.title or 'no title'}\n{metadata.publisher or 'no source'}, {date}")
    for evidence in published.evidence:
        click.echo(f"  {evidence.says}: {said(evidence.why)} “{evidence.text}”")
    for line in analysed.lines:
        text = line.span.of(analysed.version.text)
        click.echo(f"{line.number:5}  {line.kind.value:12} {line.rule:24} {text[:70]}")
    for mention in analysed.mentions:
        name = knowledge.label(mention.entity) if mention.entity else None
        click.echo(f"  {mention.type.value:7} {mention.text} → {name or '?'}: {said(mention.why)}")
