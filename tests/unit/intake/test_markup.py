"""Pieces of HTML, as notes, feeds and tables hold them, give their words."""

from __future__ import annotations

import json

import pytest

from usjp_reader.intake.markup import is_markup, text_of
from usjp_reader.intake.readers import read_parts


def test_paragraphs_are_kept_apart_and_nothing_hidden_is_shown() -> None:
    markup = "<p>One &amp; 港😀</p><script>alert(1)</script><p>Two<br>lines <b>here</b></p>"
    assert is_markup(markup)
    assert text_of(markup) == "One & 港😀\n\nTwo\nlines here"


@pytest.mark.parametrize(
    "text", ["a < b and c > d", "He wrote <p> on it.", "if x <b: y", "<3 Okinawa", "plain"]
)
def test_words_that_speak_of_tags_are_no_markup(text: str) -> None:
    assert not is_markup(text)


@pytest.mark.parametrize("markup", ["<p></p>", "<p>" * 9, "<div>" * 50_000, "<p><!-- x --></p>"])
def test_what_shows_nothing_is_nothing(markup: str) -> None:
    assert text_of(markup) == ""
    (refused,) = read_parts("x.json", json.dumps({"text": markup}).encode())
    assert refused.member == "1"


@pytest.mark.parametrize("markup", ["<" * 100_000, "<p " * 50_000, "<p><![CDATA[" * 10_000])
def test_hostile_markup_takes_no_long_time(markup: str) -> None:
    is_markup(markup)
    text_of(markup)
