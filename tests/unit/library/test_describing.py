"""A bibliography imported with its files: the files are the articles, the items what they are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import (
    article_titled,
    filled,
    imported,
    marked,
    opened,
    outcomes,
    uids,
)
from tests.unit.intake.bibliographies.samples import BBT, BETTER_BIBTEX_JSON, BIBTEX, RIS
from usjp_reader.config.messages import said
from usjp_reader.domain.reports import Outcome

if TYPE_CHECKING:
    from usjp_reader.library import Library

BAY = "Bay to be opened, 不知火湾"
TEXT = "The Ministry said that the bay of Shiranui would be opened. 港は静かだ😀。\n"
LETTER = "The Ministry wrote to the town that the bay would be opened.\n"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A Zotero export with its files, and files of a folder that it names by other paths."""
    folder = tmp_path / "Export 書誌"
    for path, text in (
        ("files/12/Penhallow - Bay.pdf", "%PDF-1.4 not one"),
        ("files/13/Bay: text.txt", TEXT),
        ("storage/QWERTY12/letter.txt", LETTER),
        ("files/99/unclaimed.txt", "A text that no item speaks of.\n"),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    (folder / "My Library.json").write_text(BETTER_BIBTEX_JSON, "utf-8")
    return folder


def titles(library: Library) -> set[str | None]:
    return {library.article(uid).metadata.title for uid in uids(library)}


def test_attachments_are_the_articles_that_their_items_describe(
    tmp_path: Path, export: Path
) -> None:
    with opened(tmp_path / "lib") as library:
        report = imported(library, export)
        bay = article_titled(library, BAY)
        assert bay.version.text == TEXT
        assert bay.metadata.authors == ("Josiah Penhallow", "山田 太郎")
        assert bay.metadata.publisher == "Harbor Chronicle"
        assert bay.metadata.get("citation-key") == "penhallow1972bay"
        assert bay.published.value is not None
        assert bay.published.value.value == "1972-01-05"
        assert bay.locators[0].path == "files/13/Bay: text.txt"
        letter = article_titled(library, "Letter on the bay")
        assert letter.version.text == LETTER
        assert letter.metadata.get("archive") == "Shiranui Town Archive"
        assert titles(library) == {BAY, "Letter on the bay", "Only a summary", "unclaimed"}
    told = outcomes(report)
    assert told["My Library.json"] is Outcome.LOADED
    assert told["Penhallow - Bay.pdf"] is Outcome.SKIPPED
    (file,) = [one for one in report.files if one.path.endswith("My Library.json")]
    assert file.reason is not None
    assert "files of this import are: 2" in said(file.reason)
    assert [one.member for one in file.refused] == ["book1973"]


@pytest.mark.parametrize(("name", "text"), [("x.ris", RIS), ("x.bib", BIBTEX)])
def test_it_is_so_in_the_other_formats(tmp_path: Path, export: Path, name: str, text: str) -> None:
    (export / "My Library.json").unlink()
    (export / name).write_text(text, "utf-8")
    with opened(tmp_path / "lib") as library:
        imported(library, export)
        found = [
            article
            for uid in uids(library)
            if (article := library.article(uid)).version.text == TEXT
        ]
        assert [one.metadata.publisher for one in found] == ["Harbor Chronicle"]
        assert (found[0].metadata.title or "").casefold() == BAY.casefold()


def test_the_bibliography_alone_brings_the_files_beside_it(tmp_path: Path, export: Path) -> None:
    with opened(tmp_path / "lib") as library:
        report = imported(library, export / "My Library.json")
        assert titles(library) == {BAY, "Only a summary"}
        assert article_titled(library, BAY).locators[0].path == "files/13/Bay: text.txt"
        assert imported(library, export).count(Outcome.LOADED) >= 1
        assert titles(library) == {BAY, "Only a summary", "Letter on the bay", "unclaimed"}
    refused = {one.member for file in report.files for one in file.refused}
    assert refused == {"ministry1972letter", "book1973"}


def test_the_same_export_again_changes_nothing(tmp_path: Path, export: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, export)
        report = imported(library, export)
        assert report.count(Outcome.LOADED) == 0
        assert report.count(Outcome.UNCHANGED) == 4


def _corrected() -> str:
    corrected = json.loads(BETTER_BIBTEX_JSON)
    corrected["items"][0]["publicationTitle"] = "The Harbor Chronicle"
    corrected["items"][0]["date"] = "1972-01-06"
    return json.dumps(corrected)


def test_a_second_export_updates_what_is_said_and_doubles_nothing(
    tmp_path: Path, export: Path
) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, export)
        article = article_titled(library, BAY)
        passage = marked(library, article, "bay of Shiranui")
        (export / "My Library.json").write_text(_corrected(), "utf-8")
        imported(library, export)
        again = library.article(article.uid)
        assert again.metadata.publisher == "The Harbor Chronicle"
        assert again.published.value is not None
        assert again.published.value.value == "1972-01-06"
        assert len(uids(library)) == 4
        assert library.passages() == (passage,)


def test_a_second_export_to_another_folder_doubles_nothing(tmp_path: Path, export: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, export)
        uid = article_titled(library, BAY).uid
        other = tmp_path / "Export 2"
        shutil.copytree(export, other)
        (other / "My Library.json").write_text(_corrected(), "utf-8")
        imported(library, other)
        assert len(uids(library)) == 4
        assert library.article(uid).metadata.publisher == "The Harbor Chronicle"
        assert len(library.article(uid).locators) == 2


def test_a_file_that_was_there_first_learns_what_it_is(tmp_path: Path, export: Path) -> None:
    aside = tmp_path / "My Library.json"
    (export / "My Library.json").rename(aside)
    with opened(tmp_path / "lib") as library:
        imported(library, export)
        assert titles(library) == {"Bay: text", "letter", "unclaimed"}
        aside.rename(export / "My Library.json")
        imported(library, export)
        assert titles(library) == {BAY, "Letter on the bay", "Only a summary", "unclaimed"}


def test_what_was_said_stays_when_the_bibliography_is_gone(tmp_path: Path, export: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, export)
        uid = article_titled(library, BAY).uid
        (export / "My Library.json").unlink()
        (export / "files/13/Bay: text.txt").write_text(TEXT + "More.\n", "utf-8")
        imported(library, export)
        again = library.article(uid)
        assert again.version.text == TEXT + "More.\n"
        assert again.metadata.get("citation-key") == "penhallow1972bay"


def test_the_index_is_built_again_with_what_was_said(tmp_path: Path, export: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, export)
        before = {uid: library.article(uid).metadata for uid in uids(library)}
    for path in (tmp_path / "lib").glob("corpus.db*"):
        path.unlink()
    shutil.rmtree(export)
    with opened(tmp_path / "lib") as library:
        filled(library)
        assert {uid: library.article(uid).metadata for uid in uids(library)} == before


def test_a_file_outside_of_the_import_is_never_read(tmp_path: Path, export: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Nobody's business.\n", "utf-8")
    hostile = json.loads(BETTER_BIBTEX_JSON)
    hostile["items"][0]["attachments"] = [{"path": str(secret)}, {"path": "../secret.txt"}]
    (export / "My Library.json").write_text(json.dumps(hostile), "utf-8")
    with opened(tmp_path / "lib") as library:
        imported(library, export / "My Library.json")
        imported(library, export)
        assert all("Nobody" not in library.article(uid).version.text for uid in uids(library))


def test_items_that_all_have_files_leave_a_bibliography_without_articles(
    tmp_path: Path, export: Path
) -> None:
    (export / "My Library.json").write_text(json.dumps({**BBT, "items": BBT["items"][:1]}), "utf-8")
    with opened(tmp_path / "lib") as library:
        report = imported(library, export)
        assert outcomes(report)["My Library.json"] is Outcome.LOADED
        assert article_titled(library, BAY).version.text == TEXT


def test_an_export_with_its_files_in_one_archive_is_read_like_the_folder(
    tmp_path: Path, export: Path
) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "export"), "zip", export.parent, export.name))
    with opened(tmp_path / "lib") as library:
        report = imported(library, archive)
        assert titles(library) == {BAY, "Letter on the bay", "Only a summary", "unclaimed"}
        bay = article_titled(library, BAY)
        assert bay.version.text == TEXT
        assert bay.metadata.authors == ("Josiah Penhallow", "山田 太郎")
        assert bay.metadata.get("citation-key") == "penhallow1972bay"
        (file,) = report.files
        told = {one.member.rpartition("/")[2]: said(one.reason) for one in file.refused}
        assert "Penhallow - Bay.pdf" in told
        assert "not there twice" in told["Penhallow - Bay.pdf"]
