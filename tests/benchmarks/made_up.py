"""Articles for the benchmarks: the specimens' paragraphs, their plain words drawn anew each time.

Names, dates, figures, layout and page furniture stay as they are, so that every stage has its usual
work; no two articles share a sentence, as no two stories do.
"""

from __future__ import annotations

import random
import re

from usjp_reader.config.resources import corpus

BYTES = 5_000
"""Of one article, about."""
_JAPANESE_SHARE = 0.1
_MONTHS = ("January", "March", "May", "July", "October")
_PLAIN = re.compile(r"\b[a-z]{3,}\b")
_CLAUSE = re.compile(r"[^、。「」\n]+")
_CJK = re.compile(r"[\u3040-\u9fff]")


def articles(count: int) -> list[str]:
    """That many articles, each with a title, a dateline and a date of its own; always the same."""
    chance = random.Random(1853)
    english, japanese = _paragraphs()
    words = sorted({word for part in english for word in _PLAIN.findall(part)})
    clauses = sorted({clause for part in japanese for clause in _CLAUSE.findall(part)})
    return [
        _japanese(number, chance, japanese, clauses)
        if chance.random() < _JAPANESE_SHARE
        else _english(number, chance, english, words)
        for number in range(count)
    ]


def _paragraphs() -> tuple[list[str], list[str]]:
    """The paragraphs of the specimens: English ones, Japanese ones."""
    parts = [
        part
        for path in sorted(corpus().glob("*.txt"))
        for part in path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").split("\n\n")
        if len(part) > 60
    ]
    is_japanese = [len(_CJK.findall(part)) > len(part) / 3 for part in parts]
    return (
        [part for part, is_one in zip(parts, is_japanese, strict=True) if not is_one],
        [part for part, is_one in zip(parts, is_japanese, strict=True) if is_one],
    )


def _english(number: int, chance: random.Random, parts: list[str], words: list[str]) -> str:
    day = f"{chance.choice(_MONTHS)} {chance.randint(1, 28)}, {chance.randint(1854, 2025)}"
    text = f"Report {number} on the talks\n\nTOKYO, {day} — "
    while len(text.encode()) < BYTES:
        text += _PLAIN.sub(lambda _: chance.choice(words), chance.choice(parts)) + "\n\n"
    return text


def _japanese(number: int, chance: random.Random, parts: list[str], clauses: list[str]) -> str:
    year, month, day = chance.randint(1946, 2025), chance.randint(1, 12), chance.randint(1, 28)
    text = f"会談の報告 第{number}\n\n【東京{year}年{month}月{day}日】"
    while len(text.encode()) < BYTES:
        text += _CLAUSE.sub(lambda _: chance.choice(clauses), chance.choice(parts)) + "\n\n"
    return text
