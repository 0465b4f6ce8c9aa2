"""One door to what the program ships, and the words for its messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from usjp_reader.config.durable import settle
from usjp_reader.config.messages import explained, said
from usjp_reader.config.resources import corpus, listed, read_cells, read_table, read_toml, resource
from usjp_reader.domain.errors import BadQueryError, ResourceError
from usjp_reader.domain.messages import Message

if TYPE_CHECKING:
    from pathlib import Path


def test_shipped_files_are_found_by_their_parts() -> None:
    assert resource("eras", "10-phases.toml").is_file()
    assert corpus("manifest.toml").is_file()
    assert "10-phases.toml" in [path.name for path in listed("eras", ".toml")]


@pytest.mark.parametrize("parts", [("..",), ("eras", "..", "..", "LICENSE"), ("none.toml",)])
def test_nothing_outside_can_be_named(parts: tuple[str, ...]) -> None:
    with pytest.raises(ResourceError):
        resource(*parts)


def test_an_absolute_path_is_no_resource(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x")
    with pytest.raises(ResourceError):
        resource(str(tmp_path / "x"))


@pytest.mark.parametrize("content", [b"a = ", b"\xff\xfe"])
def test_a_malformed_table_names_its_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(content)
    with pytest.raises(ResourceError) as caught:
        read_toml(path)
    assert "broken.toml" in explained(caught.value)


def test_a_table_is_read_by_column_names(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("old\tnew\n國\t国\n\n縣\t県\n", "utf-8")
    assert read_table(path) == [{"old": "國", "new": "国"}, {"old": "縣", "new": "県"}]


@pytest.mark.parametrize("content", ["", "a\tb\n1\n", "a\tb\n1\t2\t3\n"])
def test_a_row_with_other_cells_than_the_header_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(content)
    with pytest.raises(ResourceError):
        read_table(path)
    with pytest.raises(ResourceError):
        read_cells(path, ["a", "b"])


def test_some_columns_of_a_table_are_read_in_the_order_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("a\tb\tc\n1\t2\t3\n\n4\t\t6\n")

    assert read_cells(path, ["c", "a"]) == [("3", "1"), ("6", "4")]
    with pytest.raises(ResourceError):
        read_cells(path, ["a", "d"])


def test_a_message_is_said_with_its_parameters() -> None:
    error = BadQueryError("search.no_era", era="gone", periodisation="phases")
    assert "“gone”" in explained(error)
    assert explained(error, "ja") == explained(error)


def test_a_sentence_of_another_version_is_shown_by_its_key() -> None:
    assert said(Message("search.nothing_like_this")) == "search.nothing_like_this"


def test_a_draft_takes_the_place_of_the_file(tmp_path: Path) -> None:
    draft, path = tmp_path / "new.tmp", tmp_path / "file"
    path.write_bytes(b"old")
    draft.write_bytes("新".encode())
    settle(draft, path)
    assert path.read_bytes() == "新".encode()
    assert not draft.exists()
