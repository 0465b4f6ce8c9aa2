"""`usjp-reader find [QUERY]`: articles that a query asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from usjp_reader.cli.common import (
    article_query,
    counted,
    eras_of,
    json_option,
    library_option,
    looked_at,
    print_json,
    query_options,
)
from usjp_reader.domain.queries import Sort

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.domain.articles import Article, ArticleRow


@click.command("find")
@query_options
@click.option("--sort", type=click.Choice([s.value for s in Sort]), default=Sort.NEWEST.value)
@click.option("--fold", is_flag=True, help="One version of each story only.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, metavar="N")
@library_option
@json_option
def command(
    query: str,
    eras: tuple[str, ...],
    periodisation: str,
    by: str,
    certain: bool,
    to_review: bool,
    sort: str,
    fold: bool,
    limit: int,
    folder: Path,
    as_json: bool,
) -> None:
    """Find articles by words, "phrases", prefix* and -excluded words, within eras.

    Put "--" before a query that begins with an excluded word.
    """
    library = looked_at(folder)
    asked = article_query(query, eras, periodisation, by, certain, to_review, sort)
    result = library.find(replace(asked, folded=fold))
    rows = library.rows(result, 0, limit)
    if as_json:
        more = [{"versions": row.versions} if fold else {} for row in rows]
        found = [_as_json(row, library.article(row.uid)) for row in rows]
        print_json([one | extra for one, extra in zip(found, more, strict=True)])
        return
    for row in rows:
        click.echo(_line(row))
    told = "1 story" if result.stories == 1 else f"{result.stories} stories"
    stories = "" if result.stories == result.articles else f" ({told})"
    click.echo(f"{result.articles} found{stories}, {len(rows)} shown, in {folder}", err=True)


def _as_json(row: ArticleRow, article: Article) -> dict[str, object]:
    published = row.published.value.value if row.published.value else None
    return {
        "id": row.uid[:12],
        "title": row.title or None,
        "publisher": article.metadata.publisher,
        "published": published,
        "language": row.language,
        "source_file": row.source_file,
        "snippet": row.snippet.text,
        "eras": eras_of(published),
    }


def _line(row: ArticleRow) -> str:
    date = row.published.value.value if row.published.value else "no date"
    more = f"  [+{counted(row.versions - 1, 'version')}]" if row.versions > 1 else ""
    mark = "" if row.published.is_stated or not row.published.value else "≈"
    specimen = "  [Specimen, written 2026]" if row.is_specimen else ""
    return f"{row.uid[:12]}  {date}{mark}  {row.title}  ({row.publisher}){more}{specimen}"
