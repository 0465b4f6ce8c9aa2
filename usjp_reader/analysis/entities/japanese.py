"""Names in Japanese that no table holds: people before 氏 and titles, universities, treaties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.found import Found
from usjp_reader.analysis.entities.words import JAPANESE_SURNAMES
from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

_TITLE = (
    r"(?:氏|さん|首相|外相|蔵相|財務相|防衛相|大統領|副大統領|国務長官|国防長官|長官|大使|公使|議員|知事|市長|提督|教授|准教授|"
    r"名誉教授|上級研究員|主任研究員|研究員|特別研究員|記者|次官補|次官|局長|補佐官|報道官|司令官|会長|社長|総裁|大将|中将|少将)"
)
_FOREIGN = re.compile(rf"[ァ-ヴー]{{2,}}(?:[・＝=][A-Zァ-ヴー]+)+(?={_TITLE})")
_FOREIGN_SURNAME = re.compile(
    r"(?<![ァ-ヴー・＝=])[ァ-ヴー]{3,}(?=(?:氏|首相|外相|国務長官|国防長官|補佐官|報道官|司令官|提督|議員|教授)(?!ら?は同))"
)
_NATIVE = re.compile(rf"(?<![一-鿿々])([一-鿿々]{{3,5}}?)(?={_TITLE})")
_ORGANISATION = re.compile(
    r"[一-鿿々ァ-ヴー]{2,14}(?:大学院大学|大学|新聞社|新聞|研究所|銀行|財団|委員会|大使館|協議会|協会|連盟|連合会|労組|機構|学会|放送)"
    r"(?![一-鿿])"
)
_EVENT = re.compile(r"[一-鿿々ァ-ヴー]{2,10}(?:サミット|五輪|万博|大震災|事変|海戦)")
_GENERIC_ORGANISATION = re.compile(
    r"^(?:同|両|各|国立|私立|公立|某|全|地元|他|米|日本の|外国|有力|主要|地方|特別|調査|小|合同)"
)
_LAW = re.compile(r"[一-鿿々ァ-ヴー・]{2,16}(?:条約|協定|共同声明|共同宣言|議定書)")
_GENERIC_LAW = re.compile(
    r"^(?:同|両|各|新|旧|現|本|不平等|国際|二国間|相互|秘密|諸|修好|講和|平和|貿易|通商)?(?:条約|協定|共同声明|共同宣言|議定書)$"
)
_GENERIC_EVENT = re.compile(r"^(?:日米|日韓|同|両|次期|今回)")
_ENDINGS = (
    (_ORGANISATION, _GENERIC_ORGANISATION, EntityType.ORG),
    (_EVENT, _GENERIC_EVENT, EntityType.EVENT),
    (_LAW, _GENERIC_LAW, EntityType.LAW),
)
_PERSON_NOT = re.compile(r"[省庁党軍国県市町村部課会社]$")


def found_in(text: str) -> Iterator[Found]:
    """People, organisations, events and agreements, by what they end in or stand before."""
    yield from _people(text)
    for pattern, generic, type_ in _ENDINGS:
        for match in pattern.finditer(text):
            if not generic.match(match.group()):
                yield Found(match.start(), match.end(), type_)


def _people(text: str) -> Iterator[Found]:
    for pattern in (_FOREIGN, _FOREIGN_SURNAME):
        for match in pattern.finditer(text):
            yield Found(match.start(), match.end(), EntityType.PERSON)
    surnames: set[str] = set()
    for match in _NATIVE.finditer(text):
        surname = _surname_of(match.group(1))
        if surname and not _PERSON_NOT.search(match.group(1)):
            surnames.add(surname)
            yield Found(match.start(1), match.end(1), EntityType.PERSON)
    for surname in surnames:
        for match in re.finditer(rf"(?<![一-鿿々]){surname}(?={_TITLE})", text):
            yield Found(match.start(), match.end(), EntityType.PERSON)


def _surname_of(name: str) -> str | None:
    """The surname that a full name begins with, if it is one of the usual ones."""
    sizes = (size for size in (3, 2, 1) if len(name) > size)
    return next((name[:size] for size in sizes if name[:size] in JAPANESE_SURNAMES), None)
