"""The derived text of an article, which mentions, search and quotations read, with its map back.

Derived: only content lines, hard wraps undone, width, ligatures, old kanji and ruby folded. Case
and accents stay; `folding` takes those away where names are compared.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import DerivedText, Piece
from usjp_reader.knowledge.folding import folded, kanji_folds, translated
from usjp_reader.knowledge.wrapping import Join, joins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.texts import Line, Readings

DERIVER = "2"
"""Version of the rules here; an article read with another one is read again."""

_KANJI = r"\u3400-\u4dbf\u4e00-\u9fff々〆ヶ\U00020000-\U0003fffd"
_CHANGED = re.compile(
    r"[\u00ad\u200b\u2060\ufeff]+|[\ufb00-\ufb06]|[\uff66-\uff9d][\uff9e\uff9f]"
    rf"|(?<=[{_KANJI}])《[\u3040-\u30ffー・　 ]+》"
    rf"|[｜|](?=[{_KANJI}]+《[\u3040-\u30ff])"
)
"""Stretches whose derived form has another length."""
CJK = (
    r"\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003fffd"
)
"""The inside of a character class: what is searched by pairs of characters, not by words."""
_CJK_RUN = re.compile(f"[{CJK}]+")


def derived(text: str, lines: Sequence[Line], readings: Readings = ()) -> DerivedText:
    """The content of `text`: paragraphs joined by a line break, wraps undone, forms folded.

    Args:
        text: A source text.
        lines: All its labelled lines in order.
        readings: Misread words; what they really say stands in their place.
    """
    content = [line for line in lines if line.is_content]
    builder = _Builder(text, readings)
    for line, join in zip(content, [*joins(text, content), None], strict=False):
        builder.add_line(line.span, join)
    return builder.result()


def furniture(text: str, lines: Sequence[Line]) -> str:
    """The lines that are not content, folded in the same way, for the index."""
    return "\n".join(plain(line.span.of(text)) for line in lines if not line.is_content)


def plain(text: str) -> str:
    """A short stretch of source text as the derived text has it, with wraps undone."""
    if text.isascii() and "\n" not in text:
        return text
    if "\n" in text:
        text = _unwrapped(text)
    text = _CHANGED.sub(lambda match: _replacement(match.group()), text)
    return translated(text, _folds())


def _unwrapped(text: str) -> str:
    text = re.sub(r"(?<=[^\W\d_])[-\u2010\u00ad\u00ac]\s*\n\s*(?=[a-z])", "", text)
    text = re.sub(r"(?<=-)\s*\n\s*", "", text)
    text = re.sub(r"(?<=[\u3040-\u9fff])\s*\n\s*(?=[\u3040-\u9fff])", "", text)
    return re.sub(r"\s*\n\s*", " ", text)


def name_key(text: str) -> str:
    """A name as it is compared with what stands in texts: folded, with wraps and blanks undone."""
    return " ".join(folded(plain(text)).split())


def narrowed(text: str) -> str:
    """`text` in narrow forms and new kanji, as long as before: no ligature is taken apart."""
    return text if text.isascii() else translated(text, _folds())


def cjk_bigrams(text: str) -> str:
    """Overlapping pairs of the Chinese, Japanese and Korean characters, separated by blanks.

    A run of one character is given alone. The text is folded first.
    """
    if text.isascii():
        return ""
    grams: list[str] = []
    for match in _CJK_RUN.finditer(folded(text)):
        run = match.group()
        grams.extend(map("".join, pairwise(run)) if len(run) > 1 else run)
    return " ".join(grams)


class _Builder:
    """Collects runs of derived text and the source runs they come from, as few as possible."""

    def __init__(self, text: str, readings: Readings = ()) -> None:
        self._text = text
        self._readings = readings
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        # The run that may still grow: where it begins, here and in the source, and where it ends.
        self._here = self._begin = self._end = -1

    def add_line(self, span: Span, join: Join | None) -> None:
        """Add a line without its outer blanks, and what joins it to the next one."""
        line = self._text[span.start : span.end]
        stripped = line.strip()
        start = span.start + line.index(stripped)
        end = start + len(stripped)
        if join is Join.DEHYPHENATED:
            end -= 1
            stripped = stripped[:-1]
        if self._readings:
            self._add_read(start, end)
        elif stripped.isascii():
            self._add(start, end, stripped)
        else:
            self._add_folded(start, end)
        if (join is Join.BREAK or join is Join.BLANK) and not self._is_read_over(end):
            self._add(end, end + 1, join.value)

    def result(self) -> DerivedText:
        """The derived text with its map."""
        self._close()
        return DerivedText("".join(self._parts), tuple(self._pieces))

    def _add_read(self, start: int, end: int) -> None:
        """Add source text with its misread words as they are to be read.

        A word that goes on in the next line is added whole where it begins.
        """
        for span, read in self._readings:
            if span.end <= start or span.start >= end:
                continue
            if span.start >= start:
                self._add_folded(start, span.start)
                self._add_as(span, plain(read))
            start = min(span.end, end)
        self._add_folded(start, end)

    def _add_as(self, source: Span, new: str) -> None:
        """Add words of another length or other letters, which map as a whole."""
        if new:
            self._close()
            here = Span(self._length, self._length + len(new))
            self._pieces.append(Piece(here, source))
            self._parts.append(new)
            self._length += len(new)

    def _is_read_over(self, end: int) -> bool:
        """Whether a misread word goes on over the end of a line."""
        return any(span.start < end < span.end for span, _ in self._readings)

    def _add_folded(self, start: int, end: int) -> None:
        """Add source text with its forms folded; most lines are one run."""
        for match in _CHANGED.finditer(self._text, start, end):
            self._add(start, match.start(), self._same_length(start, match.start()))
            self._add(match.start(), match.end(), _replacement(match.group()))
            start = match.end()
        self._add(start, end, self._same_length(start, end))

    def _same_length(self, start: int, end: int) -> str:
        return translated(self._text[start:end], _folds())

    def _add(self, start: int, end: int, new: str) -> None:
        """Add what was made of the source from `start` to `end`."""
        if not new:
            return
        if len(new) != end - start:
            self._add_as(Span(start, end), new)
            return
        if start == self._end:
            self._end = end
        else:
            self._close()
            self._here, self._begin, self._end = self._length, start, end
        self._parts.append(new)
        self._length += len(new)

    def _close(self) -> None:
        """The run that may still grow is whole."""
        if self._end >= 0:
            here = Span(self._here, self._length)
            self._pieces.append(Piece(here, Span(self._begin, self._end)))
            self._end = -1


def _replacement(stretch: str) -> str:
    """The derived form of a stretch that `_CHANGED` matches."""
    if "\ufb00" <= stretch[0] <= "\ufb06" or "\uff66" <= stretch[0] <= "\uff9d":
        return unicodedata.normalize("NFKC", stretch)
    return ""


class _WidthFolds(dict[int, str]):
    """A table for `str.translate`: width, blanks and old kanji; everything else stays."""

    def __missing__(self, code: int) -> str:
        self[code] = result = _narrowed(chr(code))
        return result


def _narrowed(char: str) -> str:
    if char in "\u00a0\u2002\u2003\u2009\u202f\u3000":
        return " "
    if "\uff01" <= char <= "\uffee":
        new = unicodedata.normalize("NFKC", char)
        return new if len(new) == 1 else char
    return kanji_folds().get(char, char)


@cache
def _folds() -> _WidthFolds:
    return _WidthFolds()
