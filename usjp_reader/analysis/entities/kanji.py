"""Whether a Japanese name stands by itself among characters that no blank parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.knowledge.folding import is_kanji

if TYPE_CHECKING:
    from usjp_reader.domain.entities import Name

_NATIONS = "日米中韓英露独仏伊豪印ソ蘭朝台比越"
_SHORT = re.compile(rf"(?<![{_NATIONS}])[{_NATIONS}]{{2,4}}(?=[^{_NATIONS}]|$)")
_ONE_NATION = re.compile(rf"[訪在対駐反親渡滞離抗][{_NATIONS}][中]?$")
_BEFORE_NATION = re.compile(r"(?:在|訪|対|駐|反|親|渡|来|帰|離|滞|全|元|前|知|欧|嫌|遣|抗|援)$")
_AFTER_NATION = re.compile(
    r"大統領|副大統領|国務|国防|財務|商務|政府|政権|議会|下院|上院|大使|公使|領事|側|軍|海軍|陸軍|空軍|海兵隊|"
    r"高官|当局|兵|艦|紙|通商|大手|企業|経済|首相|外相|外務|ドル|本土|連邦|中央|国家|太平洋|民主党|共和党|艦隊|基地|"
    r"メディア|大リーグ|国連|中間|航空|同時|司法|農務|本国|領|製|主導|系|朝|中|韓|間|両|関係|同盟"
)
_AFTER_SHORT = re.compile(
    r"両|間|関係|同盟|首脳|外相|防衛|安保|安全|共同|貿易|通商|経済|交渉|協議|会談|友好|平和|摩擦|地位|修好|和親|"
    r"開戦|戦争|合同|協力|対話|外交|国交|構造|半導体|密約|の|、|。|・|と|が|は|で|に|を|も|$|共|連携|協定|条約|合意|自動|繊維|財界|中|露"
)
_NOT_AFTER_PLACE = re.compile(
    r"語|海(?!外|軍|兵|上)|橋(?!本|下)|町(?!長)|通り|駅|道(?!路)|山(?!に|の)|川(?!の|に)|大学|電力|新聞|銀行"
)
_PERSON_AFTER = re.compile(
    r"氏|さん|首相|総理|大臣|外相|蔵相|財務相|防衛相|通産相|経産相|農相|法相|文相|陸相|海相|内相|官房|大統領|副|長官|大使|公使|"
    r"政権|内閣|派|家|会談|演説|談話|元|前|両|夫妻|夫人|書記|幹事長|代表|会長|社長|議員|知事|提督|将軍|元帥|公|侯|伯|男|子爵|卿|"
    r"全権|総裁|委員|教授|研究|記者|特使|候補|次官|局長|参事|海軍|陸軍|少将|大佐|中将|大将|中佐|少佐|天皇|皇太子|市長|主席|総書記|"
    r"総統|補佐|報道|司令|領事|総領事|通商|国務|国防|財務|外務|君|様|殿|先生|博士|大蔵|議長|党首|首席|秘書|監督|選手|主義|路線|"
    r"外交|時代|訪|来|発言|声明|書簡|宣言|原則|ドクトリン|ライン|・|同|側|自身|本人|初|新|現|ら|後|案"
)
_PERSON_BEFORE = re.compile(
    r"(?:首相|大統領|外相|大臣|長官|氏|故|元|前|新|現|両|大使|公使|総理|議員|知事|提督|対|反|親|同|は|兼|・|党|相|博士|会長|社長|総裁)$"
)


def stands_alone(text: str, start: int, end: int, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names that the characters from `start` to `end` may be, looking at their neighbours."""
    word = text[start:end]
    if len(word) == 1 and names[0].entity.startswith("place/") and word in _NATIONS:
        return names if _is_nation(text, start, end) else ()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if _is_katakana(word[0]) and before and _is_katakana(before):
        return ()
    if _is_katakana(word[-1]) and after and _is_katakana(after):
        return ()
    return tuple(name for name in names if _fits(name, text, start, end))


def _is_nation(text: str, start: int, end: int) -> bool:
    """A country of one character: 日米同盟, 訪米, 米大統領; never 日曜 or 中止."""
    before, after = text[max(0, start - 4) : start], text[end : end + 5]
    run = _run(text, start)
    if len(run) >= 2 and _ONE_NATION.search(text[max(0, start - 4) : start + 1]):
        return bool(_ONE_NATION.search(text[max(0, start - 1) : start + 1]))
    if len(run) >= 2:
        tail = text[text.index(run, max(0, start - 4)) + len(run) :][:4]
        return _SHORT.fullmatch(run) is not None and bool(_AFTER_SHORT.match(tail))
    word = text[start]
    if word in "日中朝比台" or (before and is_kanji(before[-1]) and not _goes_before(before)):
        return bool(re.search(r"(?:訪|在|対|駐|反|親|来|離|抗)$", before)) and not re.match(
            r"[本国華東京間立止心学]", after
        )
    if _BEFORE_NATION.search(before):
        return True
    if before and _is_katakana(before[-1]):
        return bool(re.match(r"大統領|国務|国防|副大統領|大使|財務|首相|外相", after))
    return bool(_AFTER_NATION.match(after))


def _goes_before(before: str) -> bool:
    return bool(
        _BEFORE_NATION.search(before) or re.search(r"(?:大統領|首相|氏|両|各|現|新)$", before)
    )


def _run(text: str, at: int) -> str:
    """The run of one-character countries around a position."""
    start = end = at
    while start > 0 and text[start - 1] in _NATIONS and at - start < 4:
        start -= 1
    while end < len(text) and text[end] in _NATIONS and end - at < 4:
        end += 1
    return text[start:end]


def _fits(name: Name, text: str, start: int, end: int) -> bool:
    kind, _, _ = name.entity.partition("/")
    after = text[end : end + 6]
    if kind == "person" and name.kind in ("surname", "given"):
        return _is_surname_here(text, start, end)
    if kind == "org" and end - start <= 2 and is_kanji(text[start]):
        before = text[max(0, start - 1) : start]
        return not (before and is_kanji(before)) and not re.match(r"[使会学陸型]", after)
    if kind == "place" and is_kanji(text[end - 1]):
        if _NOT_AFTER_PLACE.match(after) or text[max(0, start - 1) : start] in (
            "東",
            "西",
            "北",
            "南",
        ):
            return text[start:end] not in ("日本", "東京", "中国", "台湾", "北京", "京都", "大阪")
        return not (after[:1] == "人" and after[:2] not in ("人民", "人権", "人口", "人質"))
    return True


def _is_surname_here(text: str, start: int, end: int) -> bool:
    """A surname in kanji, not a part of a longer name or word."""
    before, after = text[max(0, start - 3) : start], text[end : end + 4]
    if not is_kanji(text[start]):
        return before[-1:] not in ("・", "＝", "=") and after[:1] not in ("・", "＝", "=")
    single = end - start == 1
    if after and is_kanji(after[0]) and not _PERSON_AFTER.match(after):
        return False
    if single and not _PERSON_AFTER.match(after):
        return False
    return not (before and is_kanji(before[-1]) and not _PERSON_BEFORE.search(before))


def _is_katakana(char: str) -> bool:
    return "ァ" <= char <= "ヺ" or char == "ー"
