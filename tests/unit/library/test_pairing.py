"""Files that show the pages of a text: kept with it, told in the report, never hidden by it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.helpers.documents import a_docx, a_pdf
from tests.helpers.libraries import article_titled, filled, imported, opened, outcomes, uids
from usjp_reader.config.messages import said
from usjp_reader.domain.reports import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.domain.articles import Article
    from usjp_reader.library import Library

LINES = ["The ships came to anchor off Uraga.", "Nobody had seen such smoke before that day."]
PICTURE = b"\x89PNG\r\n\x1a\n picture "


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "letter.txt").write_text("A letter\n\n" + "\n".join(LINES), "utf-8")
    for number in (10, 2, 1):
        (folder / f"letter-{number}.png").write_bytes(PICTURE + bytes([number]))
    (folder / "report.docx").write_bytes(a_docx(["A report", *LINES, "It was long."]))
    (folder / "report.pdf").write_bytes(a_pdf([LINES]))
    return folder


def shown_by(library: Library, name: str) -> list[str]:
    (uid,) = [uid for uid in uids(library) if library.article(uid).locators[0].path.endswith(name)]
    return pages_of(library, library.article(uid))


def pages_of(library: Library, article: Article) -> list[str]:
    return [file.name for file in library.facsimiles.files(article, library.container(article))]


def a_page(word: str = "ships") -> str:
    words = "</p><p>".join(LINES * 3).replace("ships", word)
    return f"<html><body><p>{words}</p></body></html>"


def described(folder: Path, items: dict[str, tuple[str, ...]]) -> None:
    """Write a bibliography: the titles of its items, with the paths of their attachments."""
    values = [
        {
            "itemType": "newspaperArticle",
            "title": title,
            "attachments": [{"path": path} for path in paths],
        }
        for title, paths in items.items()
    ]
    (folder / "x.json").write_text(json.dumps({"items": values}), "utf-8")


def test_what_shows_pages_is_told_in_the_report_once_a_text(tmp_path: Path, papers: Path) -> None:
    with opened(tmp_path / "lib") as library:
        for _ in range(2):
            report = imported(library, papers)
            told = {f.path.rpartition("/")[2]: f for f in report.files if f.reason is not None}
            assert told.keys() == {"letter-1.png", "report.pdf"}
            assert {file.outcome for file in told.values()} == {Outcome.SKIPPED}
            pdf, png = (told[name].reason for name in ("report.pdf", "letter-1.png"))
            assert pdf is not None
            assert "“report.docx”" in said(pdf)
            assert png is not None
            assert "3 in all" in said(png)


def test_pages_are_kept_and_still_belong_to_their_text_when_the_index_is_lost(
    tmp_path: Path, papers: Path
) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, papers)
    kept = [path.read_bytes() for path in (tmp_path / "lib" / "originals").glob("??/*")]
    assert all(file.read_bytes() in kept for file in papers.iterdir())
    (tmp_path / "lib" / "corpus.db").unlink()
    with opened(tmp_path / "lib") as library:
        filled(library)
        assert len(uids(library)) == 2
        assert shown_by(library, "letter.txt") == ["letter-1.png", "letter-2.png", "letter-10.png"]
        assert shown_by(library, "report.docx") == ["report.pdf"]


def test_pages_of_a_text_that_was_imported_before_they_were_kept_are_kept_later(
    tmp_path: Path, papers: Path
) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, papers)
    manifest = tmp_path / "lib" / "originals" / "manifest.jsonl"
    lines = [line for line in manifest.read_text("utf-8").splitlines() if "shows" not in line]
    manifest.write_text("\n".join(lines) + "\n", "utf-8")
    with opened(tmp_path / "lib") as library:
        report = imported(library, papers)
        assert outcomes(report)["report.docx"] is Outcome.UNCHANGED
    kept = [line for line in manifest.read_text("utf-8").splitlines() if "shows" in line]
    assert len(kept) == 4


def test_a_pdf_that_was_an_article_is_one_again_when_the_index_is_lost(
    tmp_path: Path, papers: Path
) -> None:
    (papers / "report.docx").rename(tmp_path / "report.docx")
    with opened(tmp_path / "lib") as library:
        imported(library, papers)
        (tmp_path / "report.docx").rename(papers / "report.docx")
        imported(library, papers)
        before = uids(library)
        assert len(before) == 3
    (tmp_path / "lib" / "corpus.db").unlink()
    with opened(tmp_path / "lib") as library:
        filled(library)
        assert uids(library) == before


@pytest.mark.parametrize("content", [b"   \n", b"PK\x03\x04 no document", b"\x00\x01\x02" * 99])
def test_a_text_that_cannot_be_read_does_not_hide_the_pdf_beside_it(
    tmp_path: Path, papers: Path, content: bytes
) -> None:
    (papers / "report.docx").write_bytes(content)
    with opened(tmp_path / "lib") as library:
        for outcome in (Outcome.LOADED, Outcome.UNCHANGED):
            told = outcomes(imported(library, papers))
            assert told["report.docx"] is Outcome.FAILED
            assert told["report.pdf"] is outcome
            assert len(uids(library, "smoke")) == 2


def test_the_pdf_of_an_item_whose_text_is_another_attachment_shows_its_pages(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "export"
    for number, name in ((12, "Ships.html"), (13, "Ships.pdf"), (14, "Other.docx")):
        (folder / "files" / str(number)).mkdir(parents=True)
        path = folder / "files" / str(number) / name
        path.write_bytes(a_pdf([LINES]) if name.endswith("pdf") else b"x")
    (folder / "files" / "12" / "Ships.html").write_text(a_page(), "utf-8")
    described(folder, {"Ships off Uraga": ("files/13/Ships.pdf", "files/12/Ships.html")})
    with opened(tmp_path / "lib") as library:
        report = imported(library, folder)
        assert outcomes(report)["Ships.pdf"] is Outcome.SKIPPED
        article = article_titled(library, "Ships off Uraga")
        (file,) = library.facsimiles.files(article, library.container(article))
        assert library.facsimiles.place(file) == folder / "files" / "13" / "Ships.pdf"
    (tmp_path / "lib" / "corpus.db").unlink()
    with opened(tmp_path / "lib") as library:
        filled(library)
        article = article_titled(library, "Ships off Uraga")
        assert library.facsimiles.files(article, library.container(article)) == (file,)


def test_a_pdf_that_shows_the_pages_of_two_items_belongs_to_both_when_the_index_is_lost(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "page.pdf").write_bytes(a_pdf([LINES]))
    (folder / "a.html").write_text(a_page(), "utf-8")
    (folder / "b.html").write_text(a_page("boats"), "utf-8")
    titles = ("Ships off Uraga", "Boats off Uraga")
    described(folder, {titles[0]: ("a.html", "page.pdf"), titles[1]: ("b.html", "page.pdf")})
    with opened(tmp_path / "lib") as library:
        imported(library, folder)
    (tmp_path / "lib" / "corpus.db").unlink()
    with opened(tmp_path / "lib") as library:
        filled(library)
        for title in titles:
            assert pages_of(library, article_titled(library, title)) == ["page.pdf"]


def test_the_pdf_of_an_item_whose_text_cannot_be_read_is_what_the_item_describes(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "page.pdf").write_bytes(a_pdf([LINES]))
    (folder / "a.html").write_bytes(b" \n")
    described(folder, {"Ships off Uraga": ("a.html", "page.pdf")})
    with opened(tmp_path / "lib") as library:
        assert outcomes(imported(library, folder))["a.html"] is Outcome.FAILED
        assert "smoke" in article_titled(library, "Ships off Uraga").version.text


def test_the_pdf_of_a_second_item_for_one_text_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "a.html").write_text(a_page(), "utf-8")
    for name in ("one.pdf", "two.pdf"):
        (folder / name).write_bytes(a_pdf([[*LINES, name]]))
    described(folder, {"Ships": ("a.html", "one.pdf"), "Ships, again": ("a.html", "two.pdf")})
    with opened(tmp_path / "lib") as library:
        told = {file.path.rpartition("/")[2]: file for file in imported(library, folder).files}
        assert pages_of(library, article_titled(library, "Ships")) == ["one.pdf"]
        assert told["two.pdf"].outcome is Outcome.SKIPPED
        assert told["two.pdf"].reason is not None
        assert "Ships, again" in said(told["two.pdf"].reason)


def test_a_pdf_beside_a_text_that_has_another_facsimile_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    (folder / "scans").mkdir(parents=True)
    (folder / "a.html").write_text(a_page(), "utf-8")
    (folder / "a.pdf").write_bytes(a_pdf([["Something else, about coal and its price."]]))
    (folder / "scans" / "s.pdf").write_bytes(a_pdf([LINES]))
    described(folder, {"Ships off Uraga": ("a.html", "scans/s.pdf")})
    with opened(tmp_path / "lib") as library:
        told = outcomes(imported(library, folder))
        assert (told["a.pdf"], told["s.pdf"]) == (Outcome.LOADED, Outcome.SKIPPED)
        assert pages_of(library, article_titled(library, "Ships off Uraga")) == ["s.pdf"]
        assert len(uids(library, "coal")) == 1


def test_a_pdf_beside_a_text_that_is_left_out_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "a.html").write_text(a_page(), "utf-8")
    (folder / "b.docx").write_bytes(a_docx(LINES))
    (folder / "b.pdf").write_bytes(a_pdf([["Something else, about coal and its price."]]))
    described(folder, {"Ships off Uraga": ("a.html", "b.docx")})
    with opened(tmp_path / "lib") as library:
        told = outcomes(imported(library, folder))
        assert (told["b.docx"], told["b.pdf"]) == (Outcome.SKIPPED, Outcome.LOADED)
        assert len(uids(library, "coal")) == 1


def test_a_pdf_shows_the_pages_even_if_there_are_pictures_too(tmp_path: Path, papers: Path) -> None:
    (papers / "letter.pdf").write_bytes(a_pdf([LINES]))
    with opened(tmp_path / "lib") as library:
        report = imported(library, papers)
        assert shown_by(library, "letter.txt") == ["letter.pdf"]
        told = {file.path.rpartition("/")[2]: file.reason for file in report.files}
        assert told["letter-2.png"] is not None
        assert "picture" in said(told["letter-2.png"])


def test_an_unread_text_brings_up_only_its_own_pdf(tmp_path: Path) -> None:
    folders = [tmp_path / name / "papers" for name in ("one", "two")]
    for folder in folders:
        folder.mkdir(parents=True)
        (folder / "b.txt").write_text(f"{folder.parent.name}\n\n" + "\n".join(LINES), "utf-8")
        (folder / "b.pdf").write_bytes(a_pdf([[*LINES, f"Scan {folder.parent.name}."]]))
    with opened(tmp_path / "lib") as library:
        imported(library, *folders)
    for path in (tmp_path / "lib" / "originals").glob("??/*"):
        if path.read_bytes().startswith(b"two"):
            path.unlink()
    (tmp_path / "lib" / "corpus.db").unlink()
    with opened(tmp_path / "lib") as library:
        filled(library)
        assert len(uids(library)) == 2
        assert len(uids(library, '"scan two"')) == 1


def test_a_better_scan_is_kept_even_if_the_text_is_the_same(tmp_path: Path, papers: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, papers)
        better = a_pdf([[*LINES, "With its last line."]])
        (papers / "report.pdf").write_bytes(better)
        assert outcomes(imported(library, papers))["report.docx"] is Outcome.UNCHANGED
    assert better in [path.read_bytes() for path in (tmp_path / "lib" / "originals").glob("??/*")]


def test_a_file_whose_name_is_mere_dots_stops_no_import(tmp_path: Path, papers: Path) -> None:
    odd = papers / "..txt"
    odd.write_text("A note\n\nIt rains in Kobe.\n", "utf-8")
    with opened(tmp_path / "lib") as library:
        assert outcomes(imported(library, odd, papers / "letter-1.png"))["..txt"] is Outcome.LOADED


def test_an_import_needs_no_working_folder(
    tmp_path: Path, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with opened(tmp_path / "lib") as library:
        report = imported(library, papers / "letter.txt", papers / "letter-1.png")
        assert outcomes(report)["letter.txt"] is Outcome.LOADED
