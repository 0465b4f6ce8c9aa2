"""`usjp-reader who NAME-OR-ID`: all that is known of one person, place or thing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from usjp_reader.cli.common import counted, json_option, library_option, looked_at, print_json
from usjp_reader.config import settings
from usjp_reader.config.messages import said
from usjp_reader.domain.progress import CancelToken
from usjp_reader.knowledge.entity_pages import relation_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entity_pages import EntityPage, MentionInContext, Related

_FEW = 10
"""Related entities and companions that are printed for people; JSON holds all."""


@click.command("who")
@click.argument("who", metavar="NAME-OR-ID")
@click.option(
    "--mentions",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="Print about N mentions in context as well, by date.",
)
@library_option
@json_option
def command(who: str, mentions: int, folder: Path, as_json: bool) -> None:
    """Tell what is known of somebody or something: names, offices, relations, articles.

    A name that several bear is answered with their ids.
    """
    library = looked_at(folder)
    page = library.entity_page(library.entity_called(who), settings.load().name_order)
    lines = library.mentions_of(page.id, 0, mentions, CancelToken()).lines if mentions else ()
    if as_json:
        print_json(_as_json(page, lines))
        return
    for line in _told(page):
        click.echo(line)
    for one in lines:
        day = one.article.published.value
        context = f"{one.before[-60:]}[{one.words}]{one.after[:60]}"
        click.echo(f"{one.article.uid[:12]}  {day.value if day else 'no date'}  …{context}…")


def _told(page: EntityPage) -> Iterator[str]:
    yield " ".join(filter(None, (page.name, page.name_ja)))
    yield f"{page.id}  {page.type}{'  entered by you' if page.is_own else ''}"
    if page.description:
        yield page.description
    if page.since or page.until:
        yield f"exists: {page.since or '?'} to {page.until or '?'}, as the tables say"
    yield "names: " + ", ".join(dict.fromkeys(name.text for name in page.names))
    for term in page.offices:
        acting = ", acting" if term.is_acting else ""
        after = f", after {term.predecessor.name}" if term.predecessor else ""
        before = f", before {term.successor.name}" if term.successor else ""
        yield f"{_days(term.days)}  {term.name}{acting}{after}{before}"
    for group in page.relations:
        names = [one.name for one in group.related]
        words = said(relation_words(group.relation, is_reverse=group.is_reverse))
        yield f"{words}: {_few(names)}"
    yield counted(page.articles, "article")
    if page.companions:
        yield "mentioned with: " + _few([f"{one.name} ({one.articles})" for one in page.companions])


def _few(names: list[str]) -> str:
    more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    return ", ".join(names[:_FEW]) + more


def _days(days: Days) -> str:
    return f"{_first(days) or '…'} to {_last(days) or '…'}"


def _first(days: Days | None) -> str | None:
    return days.earliest.isoformat() if days and days.earliest != date.min else None


def _last(days: Days | None) -> str | None:
    return days.latest.isoformat() if days and days.latest != date.max else None


def _as_json(page: EntityPage, lines: tuple[MentionInContext, ...]) -> dict[str, object]:
    return {
        "id": page.id,
        "type": page.type.value,
        "name": page.name,
        "name_ja": page.name_ja or None,
        "disputed": page.is_disputed,
        "own": page.is_own,
        "description": page.description or None,
        "qid": page.qid,
        "exists": {"from": page.since or None, "to": page.until or None},
        "names": [
            {
                "text": name.text,
                "language": name.language,
                "script": name.script,
                "kind": name.kind,
                **_between(name.period),
            }
            for name in page.names
        ],
        "offices": [
            {
                "id": term.office,
                "name": term.name,
                **_between(term.days),
                "acting": term.is_acting,
                "predecessor": _holder(term.predecessor),
                "successor": _holder(term.successor),
            }
            for term in page.offices
        ],
        "relations": [
            {
                "relation": group.relation,
                "reverse": group.is_reverse,
                "id": one.entity,
                "name": one.name,
                **_between(one.days),
            }
            for group in page.relations
            for one in group.related
        ],
        "articles": page.articles,
        "per_year": [{"year": year, "articles": count} for year, count in page.per_year],
        "mentioned_with": [
            {"id": one.entity, "name": one.name, "facet": one.facet.value, "articles": one.articles}
            for one in page.companions
        ],
        "mentions": [_mention(one) for one in lines],
    }


def _holder(one: Related | None) -> dict[str, str] | None:
    return {"id": one.entity, "name": one.name} if one else None


def _between(days: Days | None) -> dict[str, str | None]:
    return {"from": _first(days), "to": _last(days)}


def _mention(one: MentionInContext) -> dict[str, object]:
    published = one.article.published.value
    return {
        "article": one.article.uid[:12],
        "title": one.article.title or None,
        "published": published.value if published else None,
        "start": one.span.start,
        "end": one.span.end,
        "before": one.before,
        "text": one.words,
        "after": one.after,
        "doubtful": one.doubtful,
    }
