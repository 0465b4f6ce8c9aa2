"""Bibliographies: what items state, which text they hold, and which of them are articles."""

from __future__ import annotations

import json
import sys

import pytest

from tests.unit.intake.bibliographies.samples import BETTER_BIBTEX_JSON, BIBTEX, CSL_JSON, RIS
from usjp_reader.config.messages import said
from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.told import Told
from usjp_reader.intake.bibliographies.bibtex import paths
from usjp_reader.intake.bibliographies.items import Item, person, turned
from usjp_reader.intake.bibliographies.matching import Files, best_for_text
from usjp_reader.intake.bibliographies.reading import (
    bibliography,
    may_be_bibliography,
)
from usjp_reader.intake.readers import read_parts, read_records

ALL = {
    "My Library.json": BETTER_BIBTEX_JSON,
    "csl.json": CSL_JSON,
    "My Library.ris": RIS,
    "My Library.bib": BIBTEX,
}
SUMMARY = "The council of 那覇 heard that the road would be widened 😀.\n"


def items(name: str) -> dict[str, Item]:
    found = bibliography(name, ALL[name].encode())
    assert found is not None
    return {item.key: item for item in found.items}


@pytest.mark.parametrize("name", ALL)
def test_every_format_states_the_same_of_an_article(name: str) -> None:
    bay = items(name)["penhallow1972bay"]
    metadata = bay.container.metadata
    assert (metadata.title or "").casefold() == "bay to be opened, 不知火湾"
    assert metadata.authors[:2] == ("Josiah Penhallow", "山田 太郎")
    assert metadata.publisher == "Harbor Chronicle"
    assert metadata.get("type") == "article-newspaper"
    assert (metadata.get("page") or "").startswith("3")
    assert bay.container.published == "1972-01-05"
    if name != "My Library.ris":
        assert metadata.get("citation-key") == "penhallow1972bay"
    if name != "My Library.bib":
        assert metadata.get("archive_location") == "100200300"
    assert metadata.get("language") in ("en", "english", None)


@pytest.mark.parametrize("name", ["My Library.json", "My Library.ris", "My Library.bib"])
def test_attachments_are_found_whatever_their_names_hold(name: str) -> None:
    files = items(name)["penhallow1972bay"].files
    assert files == ("files/12/Penhallow - Bay.pdf", "files/13/Bay: text.txt")


def test_zotero_states_what_it_has_no_field_for() -> None:
    container = items("My Library.json")["penhallow1972bay"].container
    assert container.metadata.get("original-date") == "1972-01-04"
    assert container.metadata.get("translator") == "Shiranui Translation Circle"
    assert container.metadata.get("keyword") == "bays; 漁業"
    assert container.metadata.get("source") == "ProQuest"
    assert ("reviewed by", "nobody") in container.aside


def test_braces_and_tex_are_taken_out_of_bibtex() -> None:
    metadata = items("My Library.bib")["penhallow1972bay"].container.metadata
    assert metadata.title == "Bay to be Opened, 不知火湾"
    assert metadata.authors[2] == "Ministry of Bays and Inlets"
    assert metadata.get("page") == "3–4"
    assert items("My Library.bib")["penhallow1972bay"].text == "100% sure"
    assert items("My Library.bib")["minato1972"].container.published == "Jan 1972"


def test_an_entry_that_is_broken_is_told_and_the_others_are_read() -> None:
    parts = read_parts("x.bib", BIBTEX.encode())
    told = {part.member: said(part.reason) for part in parts if isinstance(part, Refused)}
    assert "line 19" in told
    assert [part.member for part in parts if isinstance(part, Record)] == [
        "penhallow1972bay",
        "minato1972",
    ]


@pytest.mark.parametrize("name", ALL)
def test_an_item_without_a_file_is_the_article_of_its_summary(name: str) -> None:
    records = {r.version.text: r for r in read_records(name, ALL[name].encode())}
    record = records[SUMMARY]
    assert record.container.metadata.title == "Only a summary"
    if name != "My Library.bib":
        assert record.container.metadata.publisher == "港日報"


def test_an_item_whose_text_is_in_a_file_of_its_own_is_no_article_again() -> None:
    told = Told(taken=("penhallow1972bay", "ministry1972letter"))
    parts = read_parts("My Library.json", BETTER_BIBTEX_JSON.encode(), told)
    assert [part.member for part in parts] == ["minato1972", "book1973"]
    assert isinstance(parts[1], Refused)
    assert "A book without a text" in said(parts[1].reason)


def test_an_item_whose_file_is_missing_says_which_file() -> None:
    parts = read_parts("My Library.json", BETTER_BIBTEX_JSON.encode())
    reasons = {part.member: said(part.reason) for part in parts if isinstance(part, Refused)}
    assert "letter.txt" in reasons["ministry1972letter"]
    assert "import the folder" in reasons["ministry1972letter"]


def test_the_same_key_twice_is_told() -> None:
    twice = json.loads(BETTER_BIBTEX_JSON)
    twice["items"].append(twice["items"][2])
    parts = read_parts("x.json", json.dumps(twice).encode())
    assert "second item" in said([p for p in parts if isinstance(p, Refused)][-1].reason)


def test_articles_in_json_are_not_taken_for_a_bibliography() -> None:
    article = {"id": 1, "type": "article", "title": "T", "text": "The bay.", "author": "A"}
    (record,) = read_records("x.json", json.dumps([article]).encode())
    assert record.version.text == "The bay.\n"
    assert not may_be_bibliography("x.jsonl", BETTER_BIBTEX_JSON.encode())
    assert not may_be_bibliography("x.json", b'{"text": "x"}')


HOSTILE = [
    "",
    "{",
    "[[[[",
    '{"items": [1, null, "x", {"itemType": 3}, {"itemType": "book"}]}',
    '[{"id": 1, "type": "book", "title": [1], "issued": {"date-parts": [[null]]}, "author": [3]}]',
    '{"items": [{"itemType": "book", "creators": "x", "attachments": [{"path": {}}], "tags": 1}]}',
    "TY  - \nER  - \nTY  - NEWS",
    "TY  - NEWS\nAU  -\n" + "x\n" * 1000,
    "@article{",
    "@article{a, title = {" + "{" * 50_000 + "}" * 50_000 + "}}",
    "@article{a, title = " + '"' * 999,
]


@pytest.mark.parametrize("name", ["x.json", "x.ris", "x.bib"])
@pytest.mark.parametrize("text", HOSTILE)
def test_bad_bibliographies_are_refused_in_a_sentence(name: str, text: str) -> None:
    sentences = []
    try:
        parts = read_parts(name, text.encode())
    except UnreadableFileError as error:
        sentences.append(said(error.message))
    else:
        sentences += [said(part.reason) for part in parts if isinstance(part, Refused)]
    assert all(sentence.endswith(".") for sentence in sentences)


@pytest.mark.parametrize(("name", "module"), [("x.ris", "rispy"), ("x.bib", "bibtexparser")])
def test_a_library_that_is_missing_is_named_with_the_command_that_installs_it(
    name: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for known in [one for one in sys.modules if one.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, known)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UnreadableFileError) as caught:
        read_parts(name, ALL[f"My Library{name[1:]}"].encode())
    assert "pip install 'usjp-reader[formats]'" in said(caught.value.message)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Penhallow, Josiah", "Josiah Penhallow"),
        ("山田, 太郎", "山田 太郎"),
        ("Penhallow, Jr., Josiah", "Josiah Penhallow, Jr."),
        ("Ministry of Bays", "Ministry of Bays"),
        ("Penhallow,", "Penhallow"),
    ],
)
def test_names_are_turned_as_they_are_printed(written: str, printed: str) -> None:
    assert turned(written) == printed
    assert person("", "Hana") == "Hana"


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("files/12/x.pdf", ["files/12/x.pdf"]),
        ("T:files/12/x.pdf:application/pdf", ["files/12/x.pdf"]),
        (":x.pdf:PDF", ["x.pdf"]),
        (r"A\;B:files/1/a\;b.pdf:t;C:c.txt:t", ["files/1/a;b.pdf", "c.txt"]),
        (r"T:C\:\\Users\\x y\\z.html:text/html", [r"C:\Users\x y\z.html"]),
        ("C:/Users/x/z.html", ["C:/Users/x/z.html"]),
        ("", []),
    ],
)
def test_the_field_file_of_bibtex_names_files_in_many_ways(field: str, found: list[str]) -> None:
    assert paths(field) == found


FOUND = [
    "Export/files/12/Penhallow - Bay.pdf",
    "Export/files/13/text.txt",
    "Export/files/14/text.txt",
    "Zotero/storage/QWERTY12/letter.txt",
    "Zotero/storage/ASDFGH34/Full Text.pdf",
    "Zotero/storage/ZXCVBN56/Full Text.pdf",
    "Papers/か\u3099く.txt",
]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("files/12/Penhallow - Bay.pdf", FOUND[0]),
        ("files\\12\\penhallow - bay.PDF", FOUND[0]),
        ("files/13/text.txt", FOUND[1]),
        ("text.txt", None),
        ("C:\\Users\\Hana\\Zotero\\storage\\QWERTY12\\letter.txt", FOUND[3]),
        ("file:///home/hana/Zotero/storage/ASDFGH34/Full%20Text.pdf", FOUND[4]),
        ("storage:ZXCVBN56/Full Text.pdf", FOUND[5]),
        ("Full Text.pdf", None),
        ("/old/place/letter.txt", FOUND[3]),
        ("attachments:がく.txt", FOUND[6]),
        ("../../etc/passwd", None),
        ("", None),
    ],
)
def test_a_path_of_another_machine_leads_to_the_file_with_the_same_end(
    written: str, expected: str | None
) -> None:
    assert Files(FOUND).find(written, "Export") == expected


def test_of_several_files_the_one_least_taken_apart_is_read() -> None:
    assert best_for_text(["a/x.pdf", "b/x.html"]) == "b/x.html"
    assert best_for_text(["a/x.pdf", "b/x.strange"]) == "a/x.pdf"
    assert best_for_text([]) is None
