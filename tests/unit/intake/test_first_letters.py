"""Patterns are tried only on lines that begin with a letter they may begin with."""

from __future__ import annotations

import re

import pytest

from usjp_reader.config.resources import listed, read_toml
from usjp_reader.intake.cleaning.first_letters import first_letters
from usjp_reader.intake.cleaning.phrases import phrasebook


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("^share", "s"),
        ("^(?:by|from)", "bf"),
        ("^(?:the )?latest", "tl"),
        ("^[a-c]x", "abc"),
        ("^\\(?page", "(p"),
        (r"^\d+ shares", "0123456789０１２３４５６７８９"),
        ("^(?:a|(?:b|c)d)", "abc"),
        ("^[【［]写真", "【［"),
        ("^x{0,3}y", "xy"),
        ("^a*b", "ab"),
    ],
)
def test_first_letters_of_simple_patterns(pattern: str, letters: str) -> None:
    assert first_letters(pattern) == frozenset(letters)


@pytest.mark.parametrize("pattern", ["^.x", r"^\w", r"^\S+@", "^[^a]", "^[A-Z]b|c$", "^(?:a|.b)"])
def test_patterns_that_may_begin_with_anything(pattern: str) -> None:
    assert first_letters(pattern) is None or "a" in (first_letters(pattern) or "")


def test_no_shipped_pattern_is_broken_or_nested() -> None:
    nested = re.compile(r"\([^()]*[+*][^()]*\)[+*]")
    for path in listed("cleaning", ".toml"):
        for rule in read_toml(path).get("rule", []):
            for pattern in [*rule.get("patterns", ()), *rule.get("ends", ())]:
                re.compile(pattern)
                assert not nested.search(pattern), pattern


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Share this article", "share-menu"),
        ("Facebook  Twitter  Email  Print", "share-menu"),
        ("Home | News | Sports | Kentucky | Opinion", "site-menu"),
        ("3 min read", "reading-aid"),
        ("Subscribe to our newsletter today", "newsletter"),
        ("We use cookies to improve this site.", "consent"),
        ("Story continues below advertisement", "advertisement"),
        ("Abe and Obama shake hands. (AP Photo/Lee Burns)", "caption"),
        ("By Ann Lee, Staff Writer", "byline"),
        ("Published: March 3, 2011", "published-line"),
        ("Copyright 2013 The Asahi Shimbun", "copyright"),
        ("この記事をシェアする", "share-menu"),
        ("トップ　速報　政治　国際", "site-menu"),
        ("会談する両首脳＝22日、ワシントン（共同）", "caption"),
        ("無断転載を禁じます。", "copyright"),
        ("関連記事", "related-links"),
    ],
)
def test_furniture_is_known_by_its_words(line: str, rule: str) -> None:
    mark = phrasebook().mark(line)
    assert mark is not None
    assert mark.rule == rule


@pytest.mark.parametrize(
    "line",
    [
        "by the Associated Press, which had asked for it twice, and",
        "Trade between the two has doubled since 2001.",
        "The minister will share the findings with Washington.",
        "首相は二十二日、ワシントンで大統領と会談した。",
    ],
)
def test_sentences_are_no_furniture(line: str) -> None:
    assert phrasebook().mark(line) is None
