"""Settings are written whole or not at all, and a broken file is set aside."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from usjp_reader.config import paths, settings
from usjp_reader.config.settings import Settings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    chosen = replace(
        Settings(theme="dark", font_size=17, creator="花子 😀", window={"panes": [1, 2]}),
        recent=("/a", "/b"),
    ).with_root("library-1", "r1", Path("/home/hana/記事"))
    settings.save(chosen, file)
    assert settings.load(file) == chosen
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_without_a_file_the_settings_are_the_usual_ones(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.json") == Settings()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b'"dark"'])
def test_a_broken_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert settings.load(file) == Settings()
    assert not file.exists()
    assert (tmp_path / "settings.broken.json").read_bytes() == content


def test_values_of_the_wrong_kind_and_unknown_names_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    values = {"font_size": "large", "theme": "dark", "colour": "red", "recent": ["/a"]}
    file.write_text(json.dumps(values), "utf-8")
    assert settings.load(file) == Settings(theme="dark", recent=("/a",))


def test_a_change_keeps_what_another_window_saved_meanwhile(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings.save(Settings(theme="dark"), file)
    settings.update(lambda s: replace(s, font_size=20), file)
    assert settings.load(file) == Settings(theme="dark", font_size=20)


def test_a_disk_that_cannot_be_written_is_only_logged(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    settings.save(Settings(), blocked / "settings.json")
    assert blocked.read_text() == "in the way"


def test_the_last_library_is_the_first_of_at_most_ten() -> None:
    chosen = Settings()
    for number in range(12):
        chosen = chosen.opened(Path(f"/lib{number}"))
    chosen = chosen.opened(Path("/lib5"))
    assert chosen.last_library == "/lib5"
    assert chosen.recent[:2] == ("/lib5", "/lib11")
    assert len(chosen.recent) == 10
    assert chosen.recent.count("/lib5") == 1


def test_places_whose_names_are_no_text_are_remembered(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    place = Path("/home/hana/\udcff記事")
    settings.save(Settings().with_root("library-1", "r1", place), file)
    assert settings.load(file).roots == {"library-1": {"r1": str(place)}}


def test_one_variable_moves_everything(home: Path) -> None:
    for place in (paths.data_folder(), paths.settings_file(), paths.log_file()):
        assert place.is_relative_to(home)


def test_without_the_variable_the_usual_places_of_the_system_are_used(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.delenv("USJP_READER_HOME")
    assert not paths.data_folder().is_relative_to(home)
    assert paths.specimen_library() != paths.own_library()


def test_two_threads_do_not_lose_each_others_changes(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"

    def add(number: int) -> None:
        settings.update(lambda s: s.with_root("lib", f"r{number}", tmp_path), path)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add, range(40)))
    assert len(settings.load(path).roots["lib"]) == 40
