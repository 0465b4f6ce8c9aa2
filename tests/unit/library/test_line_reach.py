"""Before something is said of all such lines of a source, it is counted where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.helpers.libraries import article_titled, imported, opened
from usjp_reader.domain.corrections import LineReach
from usjp_reader.domain.progress import CancelToken

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.domain.articles import Article
    from usjp_reader.library import Library

BODY = "Merchants in Yokohama said on Monday that silk had never been so cheap as now.\n"


def written(folder: Path, name: str, title: str, *lines: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join([title, BODY, *lines]) + "\n", encoding="utf-8")


def reach(library: Library, article: Article, *starts: str) -> LineReach:
    text = article.version.text
    lines = [one for one in article.lines if one.span.of(text).startswith(starts)]
    return library.line_reach(article, lines, CancelToken())


def test_lines_are_counted_as_they_are_compared_and_in_their_source_alone(tmp_path: Path) -> None:
    written(tmp_path / "in", "a/1.txt", "Silk falls again", "Ｓｈａｒｅ  this page", "港の天気")
    written(tmp_path / "in", "a/2.txt", "Rice falls again", "SHARE THIS PAGE")
    written(tmp_path / "in", "a/3.txt", "Tea falls again", "Share this page with a friend")
    written(tmp_path / "in", "a/4.txt", "Coal falls again", "港の天気")
    written(tmp_path / "in", "b/5.txt", "Iron falls again", "Share this page")
    with opened(tmp_path / "lib") as library:
        imported(library, tmp_path / "in")
        article = article_titled(library, "Silk falls again")
        assert reach(library, article, "Ｓｈａｒｅ") == LineReach("in/a/", 2, 4)
        assert reach(library, article, "Ｓｈａｒｅ", "港の") == LineReach("in/a/", 3, 4)
        assert reach(library, article, "Merchants").articles == 4


def test_counting_stops_when_nobody_waits_any_more(tmp_path: Path) -> None:
    written(tmp_path / "in", "1.txt", "Silk falls again")
    with opened(tmp_path / "lib") as library:
        imported(library, tmp_path / "in")
        article = article_titled(library, "Silk falls again")
        cancel = CancelToken()
        cancel.cancel()
        assert library.line_reach(article, article.lines, cancel).articles == 0
