"""Titles beside a name and the offices they claim. Who held an office is asked elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from usjp_reader.analysis.entities.matcher import marks_folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.knowledge.tables import OfficeTitle

_OPENING = "\"“‘'(-"
_WORDS_BEFORE = 9
_BEFORE = re.compile(r"\S+\s+")
_APPOSITION = re.compile(
    r",? (?:(?:the|a|then|former|current|now|who was|Japan['’]s|America['’]s) )*"
)
_NAME_FOLLOWS = re.compile(r" [A-Z]")
_JA_GAP = re.compile(r"[元前故]?(?:(?:米国?|日本|アメリカ|英国?|中国|ロシア|韓国|ソ連)の?)?")


@dataclass(frozen=True, slots=True)
class Title:
    """A title at a place of a text, in its code points."""

    start: int
    end: int
    offices: tuple[str, ...]


class Titles:
    """All titles of a knowledge base."""

    def __init__(self, rows: Iterable[OfficeTitle]) -> None:
        offices: dict[str, dict[str, None]] = {}
        for row in rows:
            key = marks_folded(row.text)
            offices.setdefault(key.lower() if key.isascii() else key, {})[row.office] = None
        self._offices = {text: tuple(ids) for text, ids in offices.items()}
        self._last_words = {text.rsplit(" ", 1)[-1] for text in self._offices}
        self._longest_ja = max((len(t) for t in self._offices if not t.isascii()), default=0)

    def before(self, text: str, start: int) -> Title | None:
        """The longest title that ends right before `start` ("Prime Minister Fukuda")."""
        low = max(0, start - 80, text.rfind("\n", 0, start) + 1)
        head = text[low:start]
        if not head.endswith((" ", ", ")):
            return None
        body = head.rstrip(" ,")
        if (
            marks_folded(body[body.rfind(" ") + 1 :]).lower().lstrip(_OPENING)
            not in self._last_words
        ):
            return None
        found: Title | None = None
        at = len(body)
        for _ in range(_WORDS_BEFORE):
            at = body.rfind(" ", 0, at)
            key = marks_folded(body[at + 1 :]).lower().lstrip(_OPENING)
            if key.startswith(("ex-", "then-")):
                key = key.partition("-")[2]
            offices = self._offices.get(key)
            if offices:
                found = Title(low + len(body) - len(key), low + len(body), offices)
            if at < 0 or (body[at - 1] in ".;:" and len(key) > 40):
                break
        return found

    def after(self, text: str, end: int) -> Title | None:
        """The title that follows right after `end`: 福田首相, "Abe, the prime minister"."""
        if text[end : end + 1] >= "\u3000":
            return self._after_ja(text, end)
        match = _APPOSITION.match(text, end)
        if match is None or not match.group().startswith(","):
            return None
        words = text[match.end() : match.end() + 60].lower()
        best = ""
        for cut in [
            i for i, char in enumerate(words + " ") if not char.isalpha() and char not in "-'"
        ]:
            if words[:cut] in self._offices and not _NAME_FOLLOWS.match(text, match.end() + cut):
                best = words[:cut]
        return self._title(match.end(), best) if " " in best else None

    def _after_ja(self, text: str, end: int) -> Title | None:
        gap = _JA_GAP.match(text, end)
        for start in dict.fromkeys([end, gap.end() if gap else end, end + (text[end] in "元前故")]):
            for length in range(self._longest_ja, 1, -1):
                key = text[start : start + length]
                if len(key) == length and key in self._offices:
                    return self._title(start, key)
        return None

    def _title(self, start: int, key: str) -> Title:
        return Title(start, start + len(key), self._offices[key])


_TITLES: WeakKeyDictionary[KnowledgeBase, Titles] = WeakKeyDictionary()


def titles(knowledge: KnowledgeBase) -> Titles:
    """The titles of a knowledge base; made once for each."""
    found = _TITLES.get(knowledge)
    if found is None:
        found = _TITLES[knowledge] = Titles(knowledge.office_titles())
    return found
