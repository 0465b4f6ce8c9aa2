"""A double click in Japanese text takes a word, not a paragraph."""

from __future__ import annotations

import pytest

from usjp_reader.gui.reader.japanese import run_at

TEXT = "バラク・オバマ氏が広島を訪れ、𠮷野さんと話した。In Tokyo."


@pytest.mark.parametrize(
    ("at", "word"),
    [("ラク", "バラク・オバマ"), ("島", "広島"), ("れ、", "れ"), ("𠮷", "𠮷野"), ("Tokyo", None)],
)
def test_the_run_of_one_script_is_the_word(at: str, word: str | None) -> None:
    span = run_at(TEXT, TEXT.index(at))
    assert (span.of(TEXT) if span else None) == word
