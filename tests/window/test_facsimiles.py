"""Printed pages beside their text: found, shown at the page that is read, and said when gone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from tests.helpers.documents import a_pdf
from tests.helpers.libraries import uids
from usjp_reader.domain.queries import ArticleQuery
from usjp_reader.domain.reports import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.window.conftest import Person

LINES = ["The ships came to anchor off Uraga.", "Nobody had seen such smoke before that day."]

PAGES = [
    [f"On day {at * 12 + n} {line[0].lower()}{line[1:]}" for n in range(12) for line in LINES]
    for at in range(3)
]


def a_picture(path: Path) -> None:
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("#fcfcfa"))
    assert image.save(str(path))


def opened(person: Person, name: str) -> None:
    window = person.window
    model = window.articles.view.articles
    rows = [model.article(number) for number in range(model.rowCount())]
    uid = next(row.uid for row in rows if row and name in row.source_file)
    if not window.facsimile.isVisible():
        window.actions_["panel-facsimile"].trigger()
    window.session.open_article(uid)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    text = "SHIPS OFF URAGA\n\n" + "\f".join("\n".join(PAGES[at]) for at in range(3)) + "\n"
    (folder / "gull.txt").write_text(text, encoding="utf-8")
    (folder / "gull.pdf").write_bytes(a_pdf(PAGES))
    (folder / "letter.txt").write_text("A letter\n\n" + "\n".join(LINES), encoding="utf-8")
    for number in (1, 2):
        a_picture(folder / f"letter-00{number}.png")
    (folder / "scan.pdf").write_bytes(a_pdf([[], []]))
    (folder / "alone.txt").write_text("Alone\n\nThis text has no facsimile.\n", encoding="utf-8")
    a_picture(folder / "holiday.png")
    return folder


def test_pictures_of_pages_belong_to_their_text_and_are_no_articles(
    somebody: Callable[[], Person], tmp_path: Path, papers: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "lib")
    report = person.imports(papers)
    outcomes = {file.path.rpartition("/")[2]: file.outcome for file in report.files}
    assert outcomes == {
        "gull.txt": Outcome.LOADED,
        "gull.pdf": Outcome.SKIPPED,
        "letter.txt": Outcome.LOADED,
        "letter-001.png": Outcome.SKIPPED,
        "scan.pdf": Outcome.LOADED,
        "alone.txt": Outcome.LOADED,
        "holiday.png": Outcome.SKIPPED,
    }
    library = person.window.session.library
    for name, files in (
        ("gull.txt", ["gull.pdf"]),
        ("letter.txt", ["letter-001.png", "letter-002.png"]),
        ("scan.pdf", ["scan.pdf"]),
        ("alone.txt", []),
    ):
        article = library.article(library.resolve(str(papers / name)))
        found = library.facsimiles.files(article, library.container(article))
        assert [file.name for file in found] == files


@pytest.mark.slow
def test_the_page_that_is_read_is_shown(
    somebody: Callable[[], Person], tmp_path: Path, papers: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "lib")
    person.imports(papers)
    pane = person.window.facsimile
    opened(person, "gull.txt")
    person.qtbot.waitUntil(lambda: pane.words == "Page 1 of 3", timeout=30_000)
    bar = person.window.reader.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    person.qtbot.waitUntil(lambda: pane.words == "Page 3 of 3", timeout=30_000)
    pane.turn(-1)
    person.qtbot.waitUntil(lambda: pane.words == "Page 2 of 3", timeout=30_000)
    (papers / "gull.pdf").unlink()  # the library has a copy
    pane.turn(-1)
    person.qtbot.waitUntil(lambda: pane.words == "Page 1 of 3", timeout=30_000)
    shutil.rmtree(tmp_path / "lib" / "originals")
    pane.turn(1)
    person.qtbot.waitUntil(lambda: "gull.pdf is no longer" in pane.words, timeout=30_000)


def test_pictures_are_turned_like_pages_and_an_article_without_says_so(
    somebody: Callable[[], Person], tmp_path: Path, papers: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "lib")
    person.imports(papers)
    pane = person.window.facsimile
    opened(person, "letter.txt")
    person.qtbot.waitUntil(lambda: pane.words == "Page 1 of 2")
    pane.turn(1)
    person.qtbot.waitUntil(lambda: pane.words == "Page 2 of 2")
    (papers / "letter-001.png").unlink()  # the library has a copy
    pane.turn(-1)
    person.qtbot.waitUntil(lambda: pane.words == "Page 1 of 2")
    (papers / "letter-002.png").write_bytes(b"no picture")
    pane.turn(1)
    person.qtbot.waitUntil(lambda: "letter-002.png cannot be opened" in pane.words)
    opened(person, "alone.txt")
    assert pane.words == "This article has no facsimile."


def test_a_scan_without_text_is_dated_starred_and_shown(
    somebody: Callable[[], Person], tmp_path: Path, papers: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "lib")
    person.imports(papers)
    session = person.window.session
    article = session.library.article(session.library.resolve(str(papers / "scan.pdf")))
    assert not person.window.facsimile.isVisible()
    session.open_article(article.uid)
    assert person.window.facsimile.isVisible()
    session.library.correcting.set_fields([article], {"published": "1853"}).result()
    person.qtbot.waitUntil(lambda: session.library.article(article.uid).published.value is not None)
    person.saves(person.window.browsing.toggle_star)
    assert session.library.work.has_flag(article.uid, "starred")


def test_the_words_that_a_scan_has_no_text_are_shown_but_are_no_words_of_the_article(
    somebody: Callable[[], Person], tmp_path: Path, papers: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "lib")
    person.imports(papers)
    library = person.window.session.library
    uid = library.resolve(str(papers / "scan.pdf"))
    for words in ("holds", '"needs OCR"', "pages"):
        assert uid not in uids(library, words)
    (row,) = [row for row in library.rows(library.find(ArticleQuery()), 0, 9) if row.uid == uid]
    assert (row.title, row.snippet.text, row.words) == ("scan", "", 0)
    person.window.session.open_article(uid)
    view = person.window.reader.view
    assert view.lines[0].is_shown


def test_a_pdf_is_an_article_of_its_own_where_it_was_one_or_its_text_is_empty(
    somebody: Callable[[], Person], tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("early", "lonely"):
        (folder / f"{name}.pdf").write_bytes(a_pdf([[f"The {name} ship.", *LINES]]))
    (folder / "lonely.txt").write_bytes(b"")
    person = somebody()
    person.opens(tmp_path / "lib")
    person.imports(folder)
    library = person.window.session.library
    assert library.total == 2
    (folder / "early.txt").write_text("Early\n\n" + "\n".join(LINES), encoding="utf-8")
    person.imports(folder)
    assert library.total == 3
