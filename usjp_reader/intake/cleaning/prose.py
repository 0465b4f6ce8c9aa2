"""Whether a unit reads like an article's sentences, like a heading, or like neither."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.intake.cleaning.credits import DATELINE
from usjp_reader.knowledge.letters import latin_words

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Unit

_HIRAGANA = re.compile("[ぁ-ん]")
_KANA = re.compile("[ぁ-んァ-ヴ]+")
_LOWER = re.compile(r"[a-zà-ÿ](?<![\w’'].)[a-zà-ÿ]*")
_LOWER_AFTER_BLANK = re.compile(" [a-zà-ÿ]")
_SENTENCE = re.compile(r"[a-z0-9)”\"'’][.!?][\"”’')\]]*\s+[\"“‘'(]?[A-Z]")
_TELLING_PAIR = re.compile("(?=([\u30a0-\u30ff\u3400-\u9fff]{2}))")
"""Every two characters beside one another, without a loop over them."""
_NUMERAL = re.compile(r"(?:[IVXLC]{1,6}|\d{1,2}|[A-Z])[.)]?")
_SPEECH = re.compile(r"(?:Q|A|[A-Z][\w. ]{1,28}|[一-龠ァ-ヴ]{1,8})\s?[:：]\s?[^\d\s].{3,}")
_OLD_SENTENCE = re.compile("[^ぁ-ん]{2,}(?:ス|セリ|タリ|ナリ|ルル|ヘタリ|アリ|ナシ|ヘシ|ム)")
_LONGEST_CAPITALS = 12
_SMALL_IN_CAPITALS = re.compile("(?<=[A-Z])[lc](?=[A-Z])|(?<=[A-Z])ac(?=[A-Z])")
"""As in "McCLOY" and "MacARTHUR", and as scans read "GlVEN"."""
_LONG_WORD = 4


def is_prose(unit: Unit) -> bool:
    """Whether a unit is surely running text: at least one sentence of some length."""
    text = unit.text
    if unit.is_cjk:
        if len(text) < 22:
            return False
        kana = sum(map(len, _KANA.findall(text[:200]))) * 100 // min(len(text), 200)
        if "。" in text:
            return kana > 10
        if len(unit.rows) > 1:
            return len(text) >= 36 and kana > 12
        return len(text) >= 60 and kana > (12 if "、" in text else 25)
    if unit.words < 10:
        return False
    head = text[:600]
    count = head.count(" ") + 1
    is_closed = unit.ended and unit.text[-1] not in ":："
    if is_closed and len(_LOWER_AFTER_BLANK.findall(head)) >= 0.33 * count:
        return True  # as below, and soon told
    share = len(_LOWER.findall(head)) / count
    if is_closed and share >= 0.33:
        return True
    if unit.ended and DATELINE.match(text[:160]):
        return True
    has_sentence = _SENTENCE.search(text) is not None
    if share < 0.45:
        return unit.words >= 25 and share > 0.3 and has_sentence
    return unit.ended or (has_sentence and unit.words >= 18) or unit.words >= 25


def is_sentence(unit: Unit) -> bool:
    """Whether a unit is at least a short sentence ("We shall see," he said.)."""
    if unit.is_cjk:
        if _OLD_SENTENCE.fullmatch(unit.text):
            return True
        return len(unit.text) >= 6 and unit.text.endswith(("。", "」", "！", "？", "』", "。）"))
    if unit.text.isupper() and unit.words <= _LONGEST_CAPITALS:
        return False
    return unit.words >= 3 and unit.ended and unit.text[-1] not in ":："


def is_lead_in(unit: Unit) -> bool:
    """Whether a unit announces a list: words in small letters, and a colon."""
    return unit.text[-1:] in ":：" and unit.words >= 4 and not is_titled(unit)


def is_speech(text: str) -> bool:
    """Whether a line is what somebody says, led by a name ("Q: Were you glad?")."""
    return _SPEECH.match(text) is not None


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
        return 2 <= unit.words <= 14 and ("." not in text[:-3] or is_titled(unit))
    return unit.words <= 24 and len(text) <= 170


def is_numeral(text: str) -> bool:
    """Whether a text is the number of a section: "II.", "3"."""
    return _NUMERAL.fullmatch(text) is not None and not text.isdigit()


@lru_cache(maxsize=2048)  # as above
def is_capitals(text: str) -> bool:
    """Whether a text is in capitals, but for the small letters of a name and a misread I."""
    if text.isupper():
        return True
    return text[:1].isupper() and _SMALL_IN_CAPITALS.sub("I", text).isupper()


def is_flowing(unit: Unit) -> bool:
    """Whether Japanese words hang together as in a sentence, and are no list of names."""
    return 3 * len(_HIRAGANA.findall(unit.text)) >= len(unit.text)


def is_titled(unit: Unit) -> bool:
    """Whether most words of a unit are capitalised, as in names and titles."""
    return not unit.is_cjk and _is_titled(unit.text)


@lru_cache(maxsize=2048)  # a line is asked again beside each of its neighbours
def _is_titled(text: str) -> bool:
    words = [word for word in text.split() if word[:1].isalpha()]
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)


def content_words(text: str) -> set[str]:
    """The words of a text that say something: those of some length; Japanese bigrams."""
    words = {word for word in latin_words(text.casefold()) if len(word) >= _LONG_WORD}
    words -= _common_words()
    if text.isascii():
        return words
    return words.union(_TELLING_PAIR.findall(text))


@cache
def _common_words() -> frozenset[str]:
    """Words of four letters and more that say nothing about a subject."""
    return frozenset(read_toml(resource("cleaning", "common-words.toml"))["words"].split())


def heading_words(text: str) -> set[str]:
    """The words of a heading, with Japanese words that are partly in hiragana."""
    words = content_words(text)
    if not text.isascii():
        words |= {
            triple
            for triple in set(_TRIPLE.findall(text))
            if _HIRAGANA.search(triple) and _MIXED.fullmatch(triple)
        }
    return words


_TRIPLE = re.compile("(?=([ぁ-ん\u30a0-\u30ff\u3400-\u9fff]{3}))")
_MIXED = re.compile("[ぁ-ん]*[\u30a0-\u30ff\u3400-\u9fff][ぁ-ん\u30a0-\u30ff\u3400-\u9fff]*")
