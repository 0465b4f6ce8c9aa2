"""Japanese names that no table holds, and the countries that one character stands for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.found import Found
from usjp_reader.analysis.entities.words import japanese
from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_KANJI = "\u3005\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
_RUN = rf"[{_KANJI}\u30a1-\u30fa\u30fc・]"
_COUNTRIES = re.compile(
    r"(?=[日米中韓露英仏独豪印台比朝ソ])(?:"
    r"(?<![日米中韓露英仏独豪印台比朝対訪駐在来渡離滞])[日米中韓露英仏独豪印台比朝ソ]{2,6}"
    r"|(?<=[対訪駐在反親来渡離抗従滞帰])[日米中韓露英仏独豪印台](?![々本国曜])"
    rf"|(?<![{_KANJI}])[米韓英仏独豪露](?=両?(?:大統領|副大統領|軍|兵|政府|国務|国防|財務|通商"
    r"|海軍|陸軍|空軍|海兵|側|議会|下院|上院|艦|紙|世論|経済|国民|企業|当局|高官|国内|本土|基地|統治"
    r"|大使|大手|国家|連邦|最高|首相|中央|中枢|メディア|映画|市場|景気|株|誌|社|ホワイトハウス|CNN)))"
)
_NOT_COUNTRIES = frozenset({"日中", "中日", "印日"})
"""Pairs that are also plain words ("daytime"), unless such a word follows."""
_AFTER_COUNTRIES = "関両首共国友戦平韓米間外"
_TITLED_FOREIGNERS = (
    "大統領|長官|大使|教授|議員|司令官|提督|将軍|補佐官|報道官|首相|外相|博士|研究員|代表"
)
_KATAKANA_NAMED = re.compile(
    r"(?P<name>[\u30a1-\u30fa\u30fc]{2,}(?:[・=＝][\u30a1-\u30fa\u30fc]+)+)"
    rf"(?=氏|さん|[^\u30a1-\u30fa\u30fc・]{{0,8}}(?:{_TITLED_FOREIGNERS}))"
)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _named() -> re.Pattern[str]:
    callings = _any_of(japanese().callings)
    return re.compile(
        rf"(?<![{_KANJI}])(?P<name>[{_KANJI}]{{1,6}}?)(?P<title>氏|さん|[元前]?(?:{callings}))"
    )


@cache
def _institutions() -> re.Pattern[str]:
    words = japanese()
    groups = "|".join(f"(?P<{kind.name}>{_any_of(all_)})" for kind, all_ in words.endings.items())
    goes_on = rf"(?!{_any_of(words.after_names)}){_RUN}"
    return re.compile(rf"(?<!{_RUN})(?={_RUN}{{3}}){_RUN}{{1,18}}?(?:{groups})(?!{goes_on})")


@cache
def _general() -> re.Pattern[str]:
    words = japanese()
    endings = _any_of(ending for all_ in words.endings.values() for ending in all_)
    return re.compile(rf"(?:{_any_of(words.general)})?(?:{endings})")


def countries(text: str) -> Iterator[tuple[int, str]]:
    """Places of single characters that stand for a country, with its id: 日米, 訪米, 米軍."""
    ids = japanese().countries
    for match in _COUNTRIES.finditer(text):
        run = match.group()
        following = text[match.end() : match.end() + 1]
        if run in _NOT_COUNTRIES and following not in _AFTER_COUNTRIES:
            continue
        for offset, char in enumerate(run):
            yield match.start() + offset, ids[char]


def unknown_names(text: str) -> Iterator[Found]:
    """Likely names in Japanese `text`; tables and overlaps are not looked at."""
    for match in _named().finditer(text):
        if _is_personal(match["name"], match["title"]):
            yield Found(match.start("name"), match.end("name"), EntityType.PERSON)
    for match in _KATAKANA_NAMED.finditer(text):
        yield Found(match.start("name"), match.end("name"), EntityType.PERSON)
    for match in _institutions().finditer(text):
        if not _general().fullmatch(match.group()):
            yield Found(match.start(), match.end(), EntityType[match.lastgroup or "ORG"])


def _is_personal(name: str, title: str) -> bool:
    surnames = japanese().surnames
    if name in japanese().no_names or name[0] in "同両各元前現新":
        return False
    if name in surnames:
        return True
    if title in ("氏", "さん"):
        return 2 <= len(name) <= 5
    return 3 <= len(name) <= 5 and any(name[:length] in surnames for length in (1, 2, 3))


def surname_of(name: str) -> str:
    """The surname of a name in kanji as far as the lists tell; else its first two characters."""
    for length in (3, 2, 1):
        if name[:length] in japanese().surnames and len(name) > length:
            return name[:length]
    return name[:2]


@cache
def title_starts() -> tuple[str, ...]:
    """How the word right after a surname may begin."""
    return tuple(sorted(japanese().titles | set("元前内政両米駐総国派")))
