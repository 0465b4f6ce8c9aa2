"""Japanese names that no table holds, and the countries that one character stands for."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
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
    r"(?<![日米中韓露英仏独豪印台比朝対訪駐在来渡離滞\d〇一二三四五六七八九十])[日米中韓露英仏独豪印台比朝ソ]{2,6}"
    r"|(?<=[対訪在反親渡離抗従滞帰])[日米中韓露英仏独豪印台](?![々本国曜])"
    rf"|(?<![{_KANJI}])[米韓英仏独豪露](?=両?(?:大統領|副大統領|軍|兵|政府|国務|国防|財務|通商"
    r"|海軍|陸軍|空軍|海兵|側|議会|下院|上院|艦|紙|世論|経済|国民|企業|当局|高官|国内|本土|基地|統治"
    r"|大使|大手|国家|連邦|最高|首相|中央|中枢|メディア|映画|市場|景気|株|誌|社|ホワイトハウス|CNN)))"
)
_NOT_COUNTRIES = frozenset({"日中", "中日", "印日"})
"""Pairs that are also plain words ("daytime"), unless such a word follows."""
_AFTER_COUNTRIES = "関両首共国友戦平韓米間外"
_POSTED = rf"[元前]?(?:駐(?:[{_KANJI}ソ]|[{_KANJI}]{{2}})|[日米英仏独中韓露ソ])?"
"""What may stand between a name and a post: "Shimoda, ambassador in America"."""
_TITLED_FOREIGNERS = (
    "大統領|長官|大使|教授|議員|司令官|提督|将軍|補佐官|報道官|首相|外相|博士|研究員|代表"
)
_KATAKANA_TITLED = re.compile(
    r"(?<![\u30a1-\u30fa\u30fc・])(?P<name>[\u30a1-\u30fa\u30fc]{2,}(?:[・=＝][\u30a1-\u30fa\u30fc]+)*)"
    rf"(?:{_POSTED}|(?:外交|軍事|歳出|歳入|情報|法務|商業|財政|銀行|国務|国防|財務|特別|首席|主任|筆頭)?)"
    rf"(?:日本部長|大統領|副大統領|長官|国務長官|国防長官|大使|公使|総領事|領事|上院議員|下院議員|議員"
    r"|司令官|提督|将軍|元帥|大将|中将|少将|准将|大佐|中佐|少佐|博士|教授|氏|夫人|判事|牧師|補佐官|報道官|国務次官"
    r"|国務次官補|次官|次官補|委員長|議長|最高経営責任者|知事|市長)"
)
_KATAKANA_AFTER_POST = re.compile(
    r"(?:大統領|長官|大使|知事|司令官|提督|博士|教授|議員|外相|首相|元帥|将軍)"
    r"(?P<name>[\u30a1-\u30fa\u30fc]{3,}(?:[・=＝][\u30a1-\u30fa\u30fc]+)*)(?=[はがのを、。とにも氏])"
)
_KATAKANA_FULL = re.compile(
    r"(?<![\u30a1-\u30fa\u30fc・])(?P<name>(?P<given>[\u30a1-\u30fa\u30fc]{2,})"
    r"[・=＝](?:[\u30a1-\u30fa\u30fc]・)?[\u30a1-\u30fa\u30fc]{2,}(?:・[\u30a1-\u30fa\u30fc]{2,})?)"
)
_AFTER_NO = re.compile(rf"の(?P<name>[{_KANJI}]{{3,5}})(?=[、。（(はがもら])")
_SPLIT_LAND = re.compile(
    rf"(?:東京都|北海道|(?:京都|大阪)府|[{_KANJI}]{{2,3}}県)(?=[{_KANJI}]{{2,}})"
)
_MIXED_NAMED = re.compile(
    rf"(?<![{_KANJI}])(?P<name>[{_KANJI}]{{1,3}}(?:[\u3041-\u3096]{{2,4}}|[\u30a1-\u30fa]{{2,4}}))"
    r"(?=さん|氏|夫人)"
)
_WORDS_IN_POSTS = frozenset(
    "学会党省庁局部課県区院社国軍府委議事者官相第各副団法研所協組連盟関係企経済全保障政際特任共客審査調都市町村"
)
"""What four characters before a post hold that are no name: 外務委員, 国会図書."""
_KATAKANA_NAMED = re.compile(
    r"(?P<name>[\u30a1-\u30fa\u30fc]{2,}(?:[・=＝][\u30a1-\u30fa\u30fc]+)+)"
    rf"(?=氏|さん|[^\u30a1-\u30fa\u30fc・]{{0,8}}(?:{_TITLED_FOREIGNERS}))"
)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _begun_by(words: Iterable[str], more: str = "") -> str:
    """A look at the next character, which spares the engine a hundred branches at most places."""
    return f"(?=[{''.join(sorted({word[0] for word in words} | set(more)))}])"


@cache
def _named() -> re.Pattern[str]:
    words = japanese().callings
    callings = f"{_begun_by(words)}(?:{_any_of(words)})"
    first = _begun_by(words, "氏さ元前駐日米英仏独中韓露ソ")
    start = (
        rf"(?:(?<![{_KANJI}])|(?<=会頭|会長|社長|教授|知事|市長|長官|議員|外相)|(?<=書記長|代議士))"
    )
    return re.compile(
        rf"{start}(?P<name>[{_KANJI}]{{1,6}}?)"
        rf"(?P<title>{first}(?:氏|さん|{_POSTED}{callings}))"
    )


def _foreign(text: str) -> Iterator[re.Match[str]]:
    """Foreign names in katakana, the given name first: ジョン・ダワー."""
    given = japanese().foreign_given
    return (match for match in _KATAKANA_FULL.finditer(text) if match["given"] in given)


def _introduced(text: str) -> Iterator[re.Match[str]]:
    """Whole names after a calling: 長官の田中耕太郎、."""
    words = _introducing()
    return (one for one in _AFTER_NO.finditer(text) if text.endswith(words, 0, one.start()))


@cache
def _introducing() -> tuple[str, ...]:
    return tuple(japanese().callings | japanese().titles)


@cache
def _institutions() -> re.Pattern[str]:
    words = japanese()
    groups = "|".join(f"(?P<{kind.name}>{_any_of(all_)})" for kind, all_ in words.endings.items())
    goes_on = rf"(?!{_any_of(words.after_names)}){_RUN}"
    first = _begun_by(ending for all_ in words.endings.values() for ending in all_)
    return re.compile(rf"(?<!{_RUN})(?={_RUN}{{3}}){_RUN}{{1,18}}?{first}(?:{groups})(?!{goes_on})")


@cache
def _general() -> re.Pattern[str]:
    """Words that any such body may bear; one that names two countries is more than that."""
    words = japanese()
    endings = _any_of(ending for all_ in words.endings.values() for ending in all_)
    plain = _any_of(word for word in words.general if word[-1] not in "日米")
    return re.compile(rf"(?:{_any_of(words.general)})?(?:{endings})|(?:{plain}){{2}}(?:{endings})")


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
    yield from _people(text)
    for match in _institutions().finditer(text):
        if not _general().fullmatch(match.group()):
            yield from _parted(match)


def _people(text: str) -> Iterator[Found]:
    """People with a title, a post or a calling beside them."""
    for match in _named().finditer(text):
        size = _named_part(match["name"], match["title"])
        if size:
            yield Found(match.start(), match.start() + size, EntityType.PERSON)
    patterns = (_KATAKANA_NAMED, _KATAKANA_TITLED, _KATAKANA_AFTER_POST)
    for match in chain(*(pattern.finditer(text) for pattern in patterns), _foreign(text)):
        if match["name"] not in japanese().no_names:
            yield Found(match.start("name"), match.end("name"), EntityType.PERSON)
    for match in [*_MIXED_NAMED.finditer(text), *_introduced(text)]:
        if _has_surname(match["name"]) and not _WORDS_IN_POSTS.intersection(match["name"]):
            yield Found(match.start("name"), match.end("name"), EntityType.PERSON)


def _parted(match: re.Match[str]) -> Iterator[Found]:
    """An institution; a town behind its prefecture is a name of its own: 静岡県焼津市."""
    kind, start = EntityType[match.lastgroup or "ORG"], match.start()
    land = _SPLIT_LAND.match(match.group())
    if kind is EntityType.GPE and land:
        yield Found(start, start + land.end(), kind)
        start += land.end()
    yield Found(start, match.end(), kind)


def _has_surname(name: str) -> bool:
    return any(name[:length] in japanese().surnames for length in (1, 2, 3))


def _named_part(name: str, title: str) -> int:
    """How many characters of the words before a title are somebody's name; 0 where none are."""
    surnames, no_names = japanese().surnames, japanese().no_names
    if name in surnames:
        return len(name)
    known = next((size for size in (3, 2) if name[:size] in surnames), 0)
    if name in no_names or (name[0] in "同両各元前現新" and not known):
        return 0
    known = known or int(name[0] in surnames)
    rest = name[known:]
    if known and (rest in no_names or _WORDS_IN_POSTS.intersection(rest)):
        return known if title not in ("氏", "さん") and rest in no_names else 0
    if title in ("氏", "さん"):
        return len(name) if 2 <= len(name) <= 5 else 0
    if len(name) == 4 and not _WORDS_IN_POSTS.intersection(name):
        return 4
    return len(name) if known and 3 <= len(name) <= 5 else 0


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
