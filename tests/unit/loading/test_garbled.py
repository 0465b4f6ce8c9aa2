"""Articles that were cut, mixed up and strewn with odd lines are read as well, with true places."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from usjp_reader.analysis.entities.descriptions import descriptions
from usjp_reader.domain.articles import Record
from usjp_reader.domain.corrections import Corrections
from usjp_reader.domain.entities import EntityType, with_described
from usjp_reader.domain.naming import (
    NO_NAME,
    NOBODY,
    HiddenEntity,
    LinkRule,
    Merge,
    OwnEntity,
    OwnName,
)
from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.loading.correcting import CorrectionBook
from usjp_reader.loading.pipeline import analyse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from usjp_reader.domain.articles import Analysed
    from usjp_reader.domain.entities import Mention
    from usjp_reader.domain.naming import NamingCorrection

pytestmark = pytest.mark.slow

SEEN = Path(__file__).parents[2] / "quality" / "seen" / "articles"
ARTICLES = 120
PEOPLE = ("person/takeo-fukuda", "person/yasuo-fukuda", "place/japan", "user/1", NOBODY, NO_NAME)
ODD = (
    *("", "   ", "😀😀", "\u200b", "\u200bJan. 5\u200b", "\r", "\ufeff", "ﬃ", "İ", "ßßß", "²"),
    *("#", ">", "—", "1", "By", "By By By", "Ⅳ", "IV", "II.", "②", "令和", "|||||", "-" * 80),
    *("99999999999999999999", "0年0月0日", "13/45/0000", "0000-00-00", "9999-12-31", "٣٤"),
    *("Feb. 30, 2009", "February 29, 1900", "昭和64年2月30日", "明治0年", "平成九九九年"),
    *("10,000 years ago", "32 years after Jan. 1, 0001", "December 31, 9999, one year later"),
    *("the 99th anniversary", "Mr. Mr. Abe", "𠮷田茂首相", "the Japanese leader", "U.S."),
)


def shuffled(text: str, chance: Random) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def strewn(text: str, chance: Random, between: str) -> str:
    parts = text.split(between)
    for _ in range(10):
        parts.insert(chance.randrange(len(parts) + 1), chance.choice(ODD))
    return between.join(parts)


GARBLED: dict[str, Callable[[str, Random], str]] = {
    "in capitals": lambda text, _: text.upper(),
    "in small letters": lambda text, _: text.lower(),
    "with capitals turned round": lambda text, _: text.swapcase(),
    "with its lines mixed up": shuffled,
    "cut off": lambda text, chance: text[: chance.randrange(len(text))],
    "without its beginning": lambda text, chance: text[chance.randrange(len(text)) :],
    "with odd lines": lambda text, chance: strewn(text, chance, "\n"),
    "with odd words": lambda text, chance: strewn(text, chance, " "),
    "with other digits": lambda text, chance: "".join(
        chance.choice("0123456789") if char.isdigit() else char for char in text
    ),
    "twice": lambda text, _: text + text,
    "on one line": lambda text, _: text.replace("\n", " "),
    "with a word a line": lambda text, _: text.replace(" ", "\n"),
    "with ends of lines of Windows": lambda text, _: text.replace("\n", "\r\n"),
    "with signs without width": lambda text, _: text.replace(" ", "\u200b "),
}


def rules(text: str, chance: Random) -> Iterable[NamingCorrection]:
    """What a reader may have said of some words of a text."""
    words = [word for word in text.split() if word.strip()] or ["Abe"]
    yield OwnEntity("user/1", EntityType.PERSON, "Otokichi Yamabe", "山部音吉", "")
    yield Merge(*chance.sample(PEOPLE[:4], 2))
    yield HiddenEntity(chance.choice(PEOPLE[:4]))
    for _ in range(6):
        at = chance.randrange(len(words))
        said = " ".join(words[at : at + chance.randint(1, 3)])
        yield LinkRule(chance.choice(("", "uid")), said, chance.choice(PEOPLE))
        yield OwnName(chance.choice(PEOPLE[:4]), chance.choice(words), "en")


def found_in(record: Record, said: Iterable[NamingCorrection] = ()) -> Analysed:
    book = CorrectionBook.of(said, lambda _: None)
    corrections = book.of_text("uid", "", record.version) if said else Corrections()
    return analyse(record, "garbled.txt", base.load(), corrections)


def described_in(found: Analysed) -> tuple[Mention, ...]:
    days = found.published.value.days if found.published.value else None
    text = found.version.text
    return descriptions(text, found.lines, found.readings, days, base.load())


def are_true(found: Analysed) -> bool:
    """Whether every place is in the text, holds what is said of it, and overlaps no other one."""
    text = found.version.text
    mentions, described = found.mentions, described_in(found)
    with_described(mentions, described)
    spans = [one.span for one in mentions]
    return (
        all(one.span.of(text) == one.text for one in (*mentions, *described))
        and all(one.span.of(text) == one.text for one in found.times)
        and all(one.end <= two.start for one, two in pairwise(spans))
        and all(line.span.of(text) == text.split("\n")[line.number - 1] for line in found.lines[:9])
    )


@pytest.mark.parametrize("how", GARBLED)
def test_an_article_is_read(how: str) -> None:
    chance = Random(how)
    paths = chance.sample(sorted(SEEN.glob("*.txt")), ARTICLES // len(GARBLED))
    for path in paths:
        text = GARBLED[how](path.read_text("utf-8"), chance)
        for record in read_records("garbled.txt", text.encode()):
            if isinstance(record, Record):  # of some nothing is left
                assert are_true(found_in(record)), (path.name, how)
                said = tuple(rules(record.version.text, chance))
                assert are_true(found_in(record, said)), (path.name, how, said)
