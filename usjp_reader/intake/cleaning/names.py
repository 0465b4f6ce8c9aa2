"""Lines that are nothing but a name: of a person, of a newspaper; and the address of a letter."""

from __future__ import annotations

import re

_MASTHEAD = re.compile(
    r"^(?:THE |The )?[A-Z][\w.&’'-]*(?: (?:of |and |& )?[A-Z][\w.&’'-]*){0,4} (?:Times|TIMES|"
    r"Post|POST|Herald|"
    r"HERALD|Chronicle|CHRONICLE|Ledger|LEDGER|Journal|JOURNAL|Tribune|TRIBUNE|Gazette|GAZETTE|Mail|MAIL|"
    r"Shimbun|SHIMBUN|Shinbun|Shimpo|Review|REVIEW|Observer|OBSERVER|Star|STAR|Dispatch|DISPATCH|"
    r"Courier|COURIER|Register|REGISTER|Bulletin|BULLETIN|Telegraph|TELEGRAPH|Press|PRESS|Globe|GLOBE|"
    r"Record|RECORD|Advertiser|ADVERTISER|Sentinel|SENTINEL|Examiner|EXAMINER|Weekly|WEEKLY|Digest|News|NEWS)"
    r"(?: Online| Digital)?$|^\S{1,10}(?:新聞|新報|日報|時報|通信|タイムス|タイムズ|ニュース|"
    r"放送|週報|民報|日日|公論|評論)"
    r"(?:社|オンライン|デジタル|電子版)?$"
)
_NO_PERSON = re.compile(
    r"\b(?:Hotel|Hall|Center|Centre|University|College|Club|House|Building|Palace|Street|Japan|Tokyo|"
    r"Washington|United|States|Institute|Council|Committee|Office|Department|Ministry|Page|News|Story|"
    r"Reports?|Relations|Affairs|Policy|Security|Alliance|Treaty|Trade|War|"
    r"A|At|In|On|For|To|Of|Or|With|From|As|Is|Are|Was|Has|Who|What|Why|How|When|Where|Not|No|Be|Its|Their|"
    r"Over|After|Before|Into|Up|Out|Off|Under|This|That|The|Your|Our|"
    r"Come|Comes|Home|Back|Again|Away|Go|Goes|Down|New|Old|First|Last|Years?|Peace|Sea|World|American|"
    r"Japanese|Pacific|All|One|Two|Now|Never|Still|Lifted|Ends?|Begins?|Opened|Closed|Signed)\b(?!\.)"
)
_NAMES_LINE = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z]\.| [A-Z][\w'’-]+){1,2}(?: [·•|–—-] | \(|"
    r", [A-Z][\w.]+ (?:[A-Z]\. )?[A-Z][\w'’-]+,)"
)
_NAME = r"[A-Z][a-zé]+(?: (?:[A-Z]\.?|[A-Z][a-zé]+|de|van|von)){1,3}"
_PERSON = re.compile(rf"{_NAME}(?:(?:, and |, | and ){_NAME}){{0,4}}")
_RANK = re.compile(
    r"(?:Cpl|Sgt|Staff Sgt|Lance Cpl|Pfc|Pvt|Capt|Lt|Maj|Col|Gen|Adm|Cmdr|Spc|Petty Officer|Seaman|"
    r"Airman|Dr|Prof|Mr|Mrs|Ms|Rev|Sen|Rep|Gov|Amb)\.? "
)
_JA_PERSON = re.compile(
    r"[一-龠々]{1,4}[　 ]{1,2}[一-龠々ぁ-んァ-ヶ]{1,5}(?:[（(][ぁ-ん・　 ]{3,14}[)）])?"
)
_JA_NAME = "[一-龠々]{1,4}[　 ]{0,3}(?:[一-龠々ぁ-ねは-んァ-ヶ][　 ]{0,3}){1,5}"
_JA_SPACED = "[一-龠々]{1,4}[　 ]{1,3}(?:[一-龠々ぁ-んァ-ヶ][　 ]{0,3}){1,5}"
"""A name with a blank in it: without one, four kanji may be anything."""
_JA_WRITER = (
    "(?:博士|[學学]士|記者|主事|教授|講師|主筆|特派員|通信員|評論家|作家|研究員|編集長|教諭)"
)
_JA_OFFICE = (
    "(?:[部局課館会會社院校所]長|委員|社員|牧師|理事|技師|"
    "[弁辯]護士|代議士|少[将將]|大佐|大使|領事)"
)
_JA_TOWN = r"[^。、「」\s]{1,8}[市町村郡県縣区區]"
_JA_HOUSE = "(?:[ァ-ヶー]{3,10}|[一-龠]{1,6}(?:部|局|班|委員|記者|特派員|本社)|[一-龠]{2})"
_JA_AT = rf"{_JA_HOUSE}[＝=]{_JA_NAME}"
_JA_ROW = rf"(?:[、 　](?:{_JA_HOUSE}[＝=・　 ])?{_JA_NAME})"
_JA_DESK = "[一-龠]{2,6}(?:部|局|班)[・　 ]"
_JA_LINES = tuple(
    map(
        re.compile,
        (
            _JA_PERSON.pattern,
            rf"[^。、「」\s]{{0,10}}{_JA_WRITER}[　 ]{{1,4}}{_JA_NAME}",
            rf"[^。、「」\s]{{0,10}}{_JA_OFFICE}[　 ]{{1,4}}{_JA_SPACED}",
            rf"{_JA_TOWN}[　 ]{{1,3}}[一-龠々](?:[　 ]{{1,2}}[一-龠々ぁ-んァ-ヶ]){{2,5}}",
            rf"{_JA_AT}{_JA_ROW}{{0,4}}",
            rf"{_JA_DESK}(?:{_JA_SPACED}|{_JA_NAME}[、 　]{_JA_AT}{_JA_ROW}{{0,4}})",
            rf"[^。、「」\s]{{2,16}}[・　 ]{_JA_SPACED}(?:さん|氏)",
            rf"(?:撮影|写真|寫眞|文|絵|取材|構成|聞き手|訳|評者|筆者|本誌|本紙|作者)[・＝=／/]{_JA_NAME}",
            rf"{_JA_NAME}[（(][^（）()。]{{0,12}}[0-9０-９一二三四五六七八九十]{{1,3}}[歳才][^（）()。]{{0,20}}[)）]",
        ),
    )
)
"""Names with what they are or where: "法學博士　佐藤　一郎", "ロンドン＝林花子"."""
_LONGEST_JA = 40
_SALUTATION = re.compile(
    r"(?:to the editor|editor|sirs?|madam|gentlemen|dear [\w. ]{2,40}|"
    r"(?:mr|madam|mister)\.? (?:chair|speaker|president|secretary)[\w, ]{0,60}|"
    r"ladies and gentlemen|拝啓|前略)\s*[:,：、]?",
    re.IGNORECASE,
)


def is_person(text: str) -> bool:
    """Whether a line is a name, or a few, as people bear them, with a rank at most."""
    text = _RANK.sub("", text, count=1)
    return _PERSON.fullmatch(text) is not None and not _NO_PERSON.search(text)


def is_masthead(text: str) -> bool:
    """Whether a line is called as newspapers are."""
    return _MASTHEAD.match(text.rstrip(".")) is not None


def is_salutation(text: str) -> bool:
    """Whether a line is the address of a letter."""
    return _SALUTATION.fullmatch(text) is not None


def is_names(text: str) -> bool:
    """Whether a line is nothing but names of people."""
    is_short = not text.isascii() and len(text) <= _LONGEST_JA
    if is_short and any(one.fullmatch(text) for one in _JA_LINES):
        return True
    return is_person(text) or _NAMES_LINE.match(text) is not None


def is_signed(text: str) -> bool:
    """Whether a line is the name of a person and what he is, no more ("Ann Lee, News Editor")."""
    name, comma, role = text.partition(", ")
    is_role = role.count(" ") <= 4 and all(w[0].isupper() or w in _SMALL for w in role.split())
    return bool(comma) and len(text) <= 70 and is_role and is_person(name)


_SMALL = frozenset({"of", "the", "for", "and", "at", "in"})
