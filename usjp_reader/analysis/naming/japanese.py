"""Japanese names that no table holds, and the countries that one character stands for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.analysis.naming.found import Found
from usjp_reader.analysis.naming.words import japanese
from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

_KANJI = "\u3005\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
_RUN = rf"[{_KANJI}\u30a1-\u30fa\u30fc・]"
_COUNTRIES = re.compile(
    r"(?<![日米中韓露英仏独豪印台比朝])[日米中韓露英仏独豪印台比朝ソ]{2,6}"
    r"|(?<=[対訪駐在反親来渡離抗従滞帰])[日米中韓露英仏独豪印台](?![々本国曜])"
    rf"|(?<![{_KANJI}])[米韓英仏独豪露](?=[両]?(?:大統領|副大統領|軍|兵|政府|国務|国防|財務|通商|海軍|陸軍|空軍|海兵"
    r"|側|議会|下院|上院|艦|紙|世論|経済|国民|企業|当局|高官|国内|本土|基地|統治|大使|大手|国家|連邦|最高"
    r"|首相|中央|中枢|メディア|映画|市場|景気|株|誌|社|ホワイトハウス|CNN))"
)
_NOT_COUNTRIES = frozenset({"日中", "中日", "印日"})
_NAMED = re.compile(
    rf"(?<![{_KANJI}])(?P<name>[{_KANJI}]{{1,6}}?)(?P<title>氏|さん|(?:元|前)?(?:首相|[農水環境国交文科厚労経産総務法防衛財外]{1, 2}相|官房長官|外相|防衛相|知事|市長"
    r"|教授|准教授|名誉教授|議員|大使|研究員|記者|弁護士|会長|社長|夫人|博士))"
)
_KATAKANA_NAMED = re.compile(
    r"(?P<name>[\u30a1-\u30fa\u30fc]{2,}(?:[・=＝][\u30a1-\u30fa\u30fc]+)+)(?=氏|さん|[^\u30a1-\u30fa\u30fc・]{0,8}"
    r"(?:大統領|長官|大使|教授|議員|司令官|提督|将軍|補佐官|報道官|首相|外相|博士|研究員|代表))"
)
_ENDINGS = {
    EntityType.ORG: "協議会|大学|大学院|新聞|新聞社|委員会|研究所|協会|連盟|財団|銀行|組合|学会|公社|機構|審議会|連合会"
    "|通信社|放送|株式会社|同盟会|研究会|司令部|艦隊|高校|高等学校|中学校|小学校|法人",
    EntityType.FAC: "公園|ドーム|空港|記念館|資料館|飛行場|宮殿|ホテル|神社|美術館|博物館|迎賓館|演習場",
    EntityType.EVENT: "サミット|戦争|事件|事変|大震災",
    EntityType.LAW: "条約|協定|特措法|協約",
    EntityType.GPE: "市|県|町|村",
}
_NO_NAMES = frozenset(
    "患者 業者 職人 記者 学者 医者 先生 議員 同氏 両氏 各氏 皆 同 両 元 前 現 新 歴代 各国 米 日 女性 男性 住民 現職"
    " 知事 市長 首相 大統領 副 州 県 同県 駐日 駐米 英 特命全権 当時 国会 党 衆院 参院 上院 下院 与党 野党 客員 主任 上級 日本".split()
)
_GENERIC = re.compile(
    r"^(?:同|両|各|本|当|該|全|某|新|旧|現|安全保障|軍事|平和|通商|貿易|経済|国際|二国間|多国間|有力|地元|主要|大手|地方"
    r"|国立|公立|私立|大規模|核|同時|殺人|全面|共同|講和|基本|友好|国内|国営|民間|都市|中央|商業|諮問|実行|特別|有識者|専門家"
    r"|検討|準備|調査|運営|太平|米|日|日米)?(?:{ends})$".replace(
        "{ends}", "|".join(_ENDINGS.values())
    )
)


@cache
def _institutions() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{kind.name}>{ends})" for kind, ends in _ENDINGS.items())
    return re.compile(
        rf"(?<!{_RUN})(?={_RUN}{{3}}){_RUN}{{1,18}}?(?:{groups})(?!(?!代表|会長|委員|理事|教授|事務|長官|の){_RUN})"
    )


def countries(text: str) -> Iterator[tuple[int, str]]:
    """Places of single characters that stand for a country, with its id: 日米, 訪米, 米軍."""
    ids = japanese().countries
    for match in _COUNTRIES.finditer(text):
        run = match.group()
        if (
            run in _NOT_COUNTRIES
            and text[match.end() : match.end() + 1] not in "関両首共国友戦平韓米間外"
        ):
            continue
        for offset, char in enumerate(run):
            yield match.start() + offset, ids[char]


def unknown_names(text: str) -> Iterator[Found]:
    """Likely names in Japanese `text`; tables and overlaps are not looked at."""
    for match in _NAMED.finditer(text):
        name = match.group("name")
        if name in _NO_NAMES or name[:1] in "同両各元前現新":
            continue
        if _is_personal(name, match.group("title")):
            yield Found(match.start("name"), match.end("name"), EntityType.PERSON)
    for match in _KATAKANA_NAMED.finditer(text):
        yield Found(match.start("name"), match.end("name"), EntityType.PERSON)
    for match in _institutions().finditer(text):
        if not _GENERIC.match(match.group()):
            yield Found(match.start(), match.end(), EntityType[match.lastgroup or "ORG"])


def _is_personal(name: str, title: str) -> bool:
    if name in japanese().surnames:
        return True
    if title in ("氏", "さん"):
        return 2 <= len(name) <= 5
    return 3 <= len(name) <= 5 and any(name[:n] in japanese().surnames for n in (1, 2, 3))


def surname_of(name: str) -> str:
    """The surname of a full name in kanji, as far as the lists tell; its first two characters else."""
    for length in (3, 2, 1):
        if name[:length] in japanese().surnames and len(name) > length:
            return name[:length]
    return name[:2]


@cache
def title_starts() -> tuple[str, ...]:
    """How the word right after a surname may begin."""
    return tuple(sorted(japanese().titles | set("元前内政両米駐総国派")))
