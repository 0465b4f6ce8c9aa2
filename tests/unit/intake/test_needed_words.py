"""A pattern is tried only on lines that hold the words it needs."""

from __future__ import annotations

import re

import pytest

from usjp_reader.config.resources import listed, read_toml
from usjp_reader.intake.cleaning.needed_words import Sieve, needed_words


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("^share this", {"share this"}),
        ("^(?:Sign|log) (?:in|up)$", {"sign", "log"}),
        ("^(?:the )?latest news?", {"latest new"}),
        (r"^.{0,60}\(?issn \d{4}", {"issn "}),
        (r"don\x27t miss", {"don't miss"}),
        ("^a+b*cde", {"cde"}),
        ("one|two", {"one", "two"}),
        ("(?<!no )photo", {"photo"}),
        (r"^\S{1,9}[＝=]\d", {"＝", "="}),
        ("[。」]x{0,3}提供", {"提供"}),
    ],
)
def test_needed_words_of_simple_patterns(pattern: str, words: set[str]) -> None:
    assert needed_words(pattern) == frozenset(words)


@pytest.mark.parametrize(
    "pattern", ["", r"^\w+$", "a|.", "(?:share)?", "^[^a]$", "x{0,3}", "[a-z] ", "(?:by|photo) "]
)
def test_patterns_that_need_no_word(pattern: str) -> None:
    assert needed_words(pattern) is None


def test_a_sieve_keeps_every_pattern_that_matches() -> None:
    patterns = ["^Share", r"^\d+ likes?$", "(?:print|mail) this", r"^\W+$"]
    sieve = Sieve([needed_words(pattern) for pattern in patterns])
    lines = ["share by mail", "", "print this, 3 like"]
    assert sieve.fitting(lines) == [{0, 3}, {3}, {1, 2, 3}]


def test_no_shipped_pattern_matches_a_line_without_the_words_it_needs() -> None:
    rules = [
        rule for path in listed("cleaning", ".toml") for rule in read_toml(path).get("rule", [])
    ]
    lines = [phrase for rule in rules for phrase in rule.get("phrases", ())]
    lines += [
        "© 2006 The Courier",
        "（写真＝共同）",
        "Photo by Ann Lee",
        "記者　山田太郎",
        "12 likes",
    ]
    for rule in rules:
        for pattern in rule.get("patterns", ()):
            words, regex = needed_words(pattern) or {""}, re.compile(pattern, re.IGNORECASE)
            for line in filter(regex.search, lines):
                assert any(word in line.casefold() for word in words), (pattern, line)
