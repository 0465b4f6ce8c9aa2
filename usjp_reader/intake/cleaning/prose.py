"""Whether a unit reads like an article's sentences, like a heading, or like neither."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.intake.cleaning.credits import DATELINE

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Unit

_HIRAGANA = re.compile("[ぁ-ん]")
_LOWER = re.compile(r"(?<![\w’'])[a-zà-ÿ]+")
_SENTENCE = re.compile(r"[a-z0-9)”\"'’][.!?][\"”’')\]]*\s+[\"“‘'(]?[A-Z]")
_PAIR = re.compile("(?=([\u30a0-\u30ff\u3400-\u9fff]{2}))")
_NUMERAL = re.compile(r"(?:[IVXLC]{1,6}|\d{1,2}|[A-Z])[.)]?")
_NAME_WORDS = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")


def is_prose(unit: Unit) -> bool:
    """Whether a unit is surely running text: at least one sentence of some length."""
    text = unit.text
    if unit.is_cjk:
        if len(text) < 22:
            return False
        hiragana = len(_HIRAGANA.findall(text[:200]))
        if "。" in text:
            return hiragana * 10 > min(len(text), 200)
        return len(text) >= 60 and hiragana * 4 > min(len(text), 200)
    if unit.words < 10:
        return False
    lower = len(_LOWER.findall(text[:600]))
    share = lower / max(1, text[:600].count(" ") + 1)
    if unit.ended and unit.text[-1] not in ":：" and share >= 0.33:
        return True
    if unit.ended and DATELINE.match(text[:160]):
        return True
    if share < 0.45:
        return unit.words >= 25 and share > 0.3 and _SENTENCE.search(text) is not None
    return unit.ended or unit.words >= 25


def is_sentence(unit: Unit) -> bool:
    """Whether a unit is at least a short sentence ("We shall see," he said.)."""
    if unit.is_cjk:
        return len(unit.text) >= 6 and unit.text.endswith(("。", "」", "！", "？", "』", "。）"))
    return unit.words >= 3 and unit.ended and unit.text[-1] not in ":："


def is_heading(unit: Unit) -> bool:
    """Whether a unit could be a heading: short, and not ended like a sentence."""
    text = unit.text
    if unit.is_cjk:
        return 2 <= len(text) <= 70 and not text.endswith(("。", "、", "，"))
    if _NUMERAL.fullmatch(text):
        return True
    if text.endswith((",", ";")):
        return False
    if text.endswith("."):
        return 2 <= unit.words <= 14 and "." not in text[:-3]
    return unit.words <= 24 and len(text) <= 170


def is_numeral(text: str) -> bool:
    """Whether a text is the number of a section: "II.", "3"."""
    return _NUMERAL.fullmatch(text) is not None and not text.isdigit()


def is_capitals(text: str) -> bool:
    """Whether a text is in capitals."""
    return text.isupper()


def content_words(text: str) -> set[str]:
    """The words of a heading that say something: long or capitalised ones; Japanese bigrams."""
    found = _NAME_WORDS.findall(text)
    words = {word.casefold() for word in found if len(word) > 3 and word.isascii()}
    words -= _common_words()
    if text.isascii():
        return words
    return words | set(_PAIR.findall(text))


@cache
def _common_words() -> frozenset[str]:
    """Words of four letters and more that say nothing about a subject."""
    return frozenset(read_toml(resource("cleaning", "common-words.toml"))["words"].split())


def heading_words(text: str) -> set[str]:
    """The words of a heading, with Japanese words that are partly in hiragana."""
    words = content_words(text)
    if not text.isascii():
        triples = (text[at : at + 3] for at in range(len(text) - 2))
        words |= {
            triple for triple in triples if _HIRAGANA.search(triple) and _MIXED.fullmatch(triple)
        }
    return words


_MIXED = re.compile("[ぁ-ん]*[\u30a0-\u30ff\u3400-\u9fff][ぁ-ん\u30a0-\u30ff\u3400-\u9fff]*")
