"""The README keeps its word: commands, folders, keys and pictures that it names are there."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QKeySequence

from usjp_reader.cli.commands import COMMANDS
from usjp_reader.export.formats import FORMATS
from usjp_reader.gui.action_table import ACTIONS
from usjp_reader.intake.readers import SUFFIXES
from usjp_reader.knowledge.eras import periodisations

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_it_is_of_a_length_that_people_read() -> None:
    assert 80 <= len(README.splitlines()) <= 150


def test_every_command_is_named_and_every_named_command_exists() -> None:
    named = set(re.findall(r"^\$ usjp-reader (\w+)", README, re.MULTILINE))
    assert named <= COMMANDS.keys()
    assert all(re.search(rf"\b{command}\b", README) for command in COMMANDS)


def test_every_file_and_folder_it_points_to_is_there() -> None:
    pointed = re.findall(r"`((?:usjp_reader|resources|tests|corpus)/[\w./*-]*)`", README)
    linked = re.findall(r"\]\((?!https?:)([\w./-]+)\)", README)
    assert len(pointed) > 10
    missing = [path for path in (*pointed, *linked) if not list(ROOT.glob(path.rstrip("/")))]
    assert missing == []


def test_the_formats_and_periodisations_it_promises_are_there() -> None:
    assert {"md", "html", "csv", "json"} <= FORMATS.keys()
    assert "five periodisations" in README
    assert len(periodisations()) == 5


def test_the_files_that_it_says_are_read_are_read() -> None:
    told = README[README.index("## Your files") : README.index("A PDF or pictures beside")]
    named = set(re.findall(r"`(\.[\w.]+)`", told))
    assert len(named) > 12
    assert named <= SUFFIXES


def test_the_eras_in_its_examples_exist() -> None:
    eras = {era.id for known in periodisations() for era in known.eras}
    assert set(re.findall(r"--era ([\w-]+)", README)) <= eras


def test_the_keys_in_its_table_do_something() -> None:
    table = README[README.index("| keys |") : README.index("## Where your work is kept")]
    known = {QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys}
    for key in ("Ctrl+K", "/", "j", "k", "Ctrl+F", "F3", "]", "[", "h", "m", "t", "Del", "r", "s"):
        assert key in table
        assert QKeySequence(key).toString() in known
