"""Finding, showing and inspecting articles from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import TINY, awkward_corpus
from tests.helpers.wire import TEXTS, write
from usjp_reader.domain.texts import LineKind
from usjp_reader.knowledge.eras import periodisations

if TYPE_CHECKING:
    from tests.unit.cli.conftest import CommandLine

FIND_KEYS = {
    "id",
    "title",
    "publisher",
    "published",
    "language",
    "source_file",
    "snippet",
    "eras",
}
INSPECT_KEYS = {
    "title",
    "publisher",
    "agency",
    "byline",
    "dateline",
    "language",
    "published",
    "lines",
    "entities",
    "quotes",
    "figures",
    "times",
    "about",
}


def test_find_prints_articles_the_newest_first(filled: CommandLine) -> None:
    said = filled("find")
    assert said.code == 0
    assert said.err == f"6 found, 6 shown, in {filled.library}\n"
    lines = said.out.splitlines()
    assert [line.split()[1].rstrip("≈") for line in lines[:4]] == [
        "2009-02-25",
        "2009-02-24",
        "1972-05-15",
        "1971",
    ]
    assert "no date" in lines[-1]


def test_find_folds_the_versions_of_one_story(run: CommandLine, tmp_path: Path) -> None:
    paths = [write(tmp_path / "wire", name) for name in TEXTS]
    assert run("import", *paths).code == 0
    assert len(run("find", "--json").json) == 5
    folded = run("find", "--fold", "--json").json
    assert sorted(row["versions"] for row in folded) == [1, 1, 3]
    said = run("find", "--fold")
    assert "[+2 versions]" in said.out
    assert "5 found (3 stories), 3 shown" in said.err


def test_find_as_json_has_the_keys_that_others_rely_on(filled: CommandLine) -> None:
    said = filled("find", "--json", "--sort", "oldest")
    assert said.code == 0
    assert all(set(row) == FIND_KEYS for row in said.json)
    first, last = said.json[0], said.json[-1]
    assert first["published"] == "1951-09-08"
    assert first["eras"]["phases"][0] == "occupation"
    assert set(first["eras"]) == {p.id for p in periodisations()}
    assert last["published"] is None
    assert all(eras == [] for eras in last["eras"].values())
    assert Path(first["source_file"]).is_file()


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("okinawa",), 1),
        (("沖縄県",), 1),
        (("県",), 1),
        (("--", "-okinawa"), 5),
        (("prime -okinawa",), 2),
        (("--era", "occupation"), 1),
        (("--era", "occupation", "--era", "trade-and-cold-war"), 2),
        (("--periodisation", "decades", "--era", "1970s"), 2),
        (("--limit", "2"), 2),
        (("nothingatall",), 0),
        (('"AND" OR (NEAR',), 0),
        (("--era", "occupation", "--by", "about"), 1),
        (("--certain", "--era", "occupation"), 1),
    ],
)
def test_find_narrows(filled: CommandLine, arguments: tuple[str, ...], count: int) -> None:
    said = filled("find", "--json", *arguments)
    assert (said.code, len(said.json)) == (0, count), said.err


@pytest.mark.parametrize("command", ["find", "export"])
@pytest.mark.parametrize(
    "arguments", [("--era", "gone"), ("--periodisation", "gone"), ("--periodisation", "")]
)
def test_an_era_that_does_not_exist_is_one_sentence(
    filled: CommandLine, command: str, arguments: tuple[str, ...]
) -> None:
    said = filled(command, *arguments)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("usjp-reader: There is no ")
    assert said.err.count("\n") == 1


def test_show_gives_the_stored_text_as_it_is(filled: CommandLine, source: Path) -> None:
    path = source / "2009-obama.md"
    said = filled("show", path, "--format", "text")
    assert (said.code, said.out) == (0, TINY["2009-obama.md"])


@pytest.mark.parametrize("form", ["html", "terminal", "json"])
def test_show_in_other_forms(filled: CommandLine, form: str) -> None:
    said = filled("show", "2009-ja.txt", "--format", form)
    assert said.code == 0
    if form == "json":
        assert isinstance(said.json, dict)
    else:
        assert "麻生太郎" in said.out.replace("\033", "") or form == "terminal"


@pytest.mark.parametrize("reference", ["zzz", "gone.txt", ""])
def test_an_article_that_does_not_exist_is_one_sentence(
    filled: CommandLine, reference: str
) -> None:
    said = filled("show", reference)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("name", TINY)
def test_inspect_as_json_has_the_keys_and_positions_that_others_rely_on(
    run: CommandLine, source: Path, name: str
) -> None:
    said = run("inspect", source / name, "--json")
    assert said.code == 0
    found = said.json
    assert set(found) == INSPECT_KEYS
    published = found["published"]
    documented = {"value", "precision", "confidence", "evidence"}
    assert set(published) == documented | {"against", "kind", "sureness"}
    text = TINY[name]
    lines = text.splitlines()
    for line in found["lines"]:
        assert set(line) == {"number", "kind", "rule"}
        assert lines[line["number"] - 1].strip()
        assert line["kind"] in set(LineKind)
    for thing in (*found["entities"], *found["times"]):
        assert text[thing["start"] : thing["end"]] == thing["text"]
    for entity in found["entities"]:
        assert set(entity) == {
            "start",
            "end",
            "text",
            "type",
            "id",
            "name",
            "qid",
            "stands_for",
            "why",
        }
    for period in found["about"]:
        assert set(period) == {"value", "main", "passages"}
        assert all(text[s["start"] : s["end"]].strip() for s in period["passages"])
    for evidence in (*published["evidence"], *published["against"]):
        assert set(evidence) == {"rule", "where", "start", "end", "text", "says"}
        if evidence["start"] is not None:
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]
    assert not run.library.exists()


def test_inspect_all_is_a_list(run: CommandLine, source: Path) -> None:
    said = run("inspect", source / "1951-treaty.txt", "--json", "--all")
    assert [found["title"] for found in said.json] == ["Treaty signed at San Francisco"]


def test_inspect_for_a_person(run: CommandLine, source: Path) -> None:
    said = run("inspect", source / "2009-obama.md")
    assert said.code == 0
    assert said.out.splitlines()[:2] == [
        "Aso first guest at Obama White House",
        "Meridian, 2009-02-24",
    ]


def test_inspect_of_a_record_that_is_not_there_is_wrong_use(run: CommandLine, source: Path) -> None:
    said = run("inspect", source / "2009-obama.md", "--record", "2")
    assert said.code == 2
    assert "1 article" in said.err


@pytest.mark.parametrize("name", ["empty.txt", "binary.txt", "figures.xls", "none.txt", "nuls.txt"])
def test_inspect_of_what_cannot_be_read_is_one_sentence(
    run: CommandLine, tmp_path: Path, name: str
) -> None:
    said = run("inspect", awkward_corpus(tmp_path / "awk") / name)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
