"""What else than a day of publication the date in a line may be: a visit, a law, a deadline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usjp_reader.knowledge.times import Expression

_CONSULTED = re.compile(
    r"\b(?:accessed|retrieved|downloaded|archived|viewed|captured|"
    r"printed(?! (?:for|at|by|in|and))|scanned|snapshot|crawled|"
    r"digiti[sz]ed|cached|pencil(?:l?ed)?|clipped|pasted)\b|"
    r"書入|書き入れ|書込|書き込み|貼付|閲覧|取得日|アクセス|参照日|ダウンロード|印刷日",
    re.IGNORECASE,
)
_OTHER_STORY = re.compile(
    r"^\W*(?:related|read (?:more|next)|see also|more|earlier|also|previous|next|newer|older|"
    r"archives?|from (?:our|the)(?! (?:issue|edition|number)\b)"
    r"(?![^|]{3,80}\b(?:page|p\.|col(?:umn\b|\.)) ?\d)(?![^|]{3,80}\d{4}[^|\d]{0,24}:\W*$)|"
    r"event|opinion|▽|▼|►|»|«|→|←|>)|"
    r"関連|あわせて読|前の記事|次の記事|過去の|バックナンバー",
    re.IGNORECASE,
)
_LINKS_HEAD = re.compile(
    r"^\W*(?:related|read (?:more|next)|see also|more (?:from|stories|news|on)|"
    r"most (?:read|popular)|latest|recommended|you may|also in|"
    r"関連|あわせて読|おすすめ|最新|人気|ランキング|前の記事|次の記事|"
    r"バックナンバー|過去の|新着)[^。]{0,24}$",
    re.IGNORECASE,
)
"""The heading of a list of other stories."""
_PICTURE = re.compile(
    r"\b(?:photo(?:graph(?:ed)?)?|taken|picture|image|courtesy|file photo|snapshot|credit)\b|"
    r"撮影|写真|提供|所蔵",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?:条約|法律|政令|省令|告示|勅令|訓令|決議)(?:第|[0-9０-９])|(?<!巻)第[^ 巻]{1,6}号[）)]"
)
_NUMBERED = re.compile(r"第[0-9０-９一二三四五六七八九十百千]+[号號]")
_FILED = re.compile(
    r"判決|決定|事件|裁|法|令|条約|告示|通達|特許|登録|許可|認可|文書|[発收収]第|[（(][あ-ん行ア-ン]"
)
"""Other things than issues have numbers: laws, judgments, patents, letters of an office."""
_COUNTED = re.compile(r"[(（\[]\s?\d+\s?[)）\]]\s*$")
_NOTE = re.compile(r"\s*(?:[\[(（]?\d{1,3}[\])）.．]|[註注※*†])")
"""How a note below the text begins."""
_ELSE = re.compile(
    r"\b(?:deadlines?|due|expires?|expiry|valid|through|submissions?|meeting|event|born|died|"
    r"interview(?:ed)?|signed|ratified|adopted|enacted|approved|effective|in(?:to)? force|"
    r"promulgated|decided|"
    r"period|ending|quarter ended|presented|lecture|premieres?|opens|opened|closes|founded|"
    r"established|est\.|tel(?:ephone)?\.?|phone|fax|lot|serial|catalog(?:ue)?|ref(?:erence)?\.?|"
    r"call number|accession|box|folder|price[sd]?|prices effective|as of|data)\b[^|·;]{0,48}$|"
    r"(?:締切|〆切|締め切り|期限|期日|応募|開催|日時|会期|会場|生まれ|死去|没年|生年|署名|調印|締結|発効|公布|施行|"
    r"制定|批准|成立|承認|有効|電話|℡|ＴＥＬ|番号|発売|予定|休館|閉館|基準日|時点)[^|｜。]{0,12}$",
    re.IGNORECASE,
)
_ELSE_BEHIND = re.compile(
    r"^[\s　]*(?:[（(][月火水木金土日][)）])?"
    r"(?:から|より|まで|締切|〆切|生まれ|生|没|死去|必着|現在|"
    r"時点|署名|調印|締結|発効|公布|施行|開催|開館|発売|予定|有効|整理|受入|受贈|寄贈|購入|貼|"
    r"(?:deadline|expires|born|birth)\b)"
)
_NAME = 24
_JA_NAMED = re.compile(r"^[^。、]*[\s　]+$|^$")
"""The name of a paper, and a gap: 週刊みなと　昭和六十二年十一月六日号."""
_JA_STAMPED = re.compile(
    r"^[\s　]*(?:[（(][^）)]{1,4}[）)])?[\s　]*(?:号|號|付|附|発行|發行|刊|発売)?"
    r"[\s　]*(?:第?[0-9０-９一二三四五六七八九十百千]+[号號面頁版部集])?[）)]?$"
)
_ARCHIVE = re.compile(
    r"資料番号|請求記号|請求番号|文書番号|整理番号|登録番号|公文書館|史料館|翻刻|"
    r"\b(?:call number|shelf ?mark|accession|finding aid|repository|digital collections?)\b",
    re.IGNORECASE,
)
_CATALOGUED = re.compile(
    r"(?:登録日?|最終校正|校正|受入日?|整理|受贈|電子化|入力|撮影日?|作成日)[：:　 ]*$|"
    r"\b(?:catalogu?ed|digiti[sz]ed|record created|date added|added|uploaded|ingested|"
    r"transcribed|created)(?: on)?[: ]*$",
    re.IGNORECASE,
)
_WEEK_ENDING = re.compile(r"\bweek ending\b", re.IGNORECASE)


def is_of_something_else(words: str) -> bool:
    """Whether a line tells when something else was: looked up, enacted."""
    return _CONSULTED.search(words) is not None or _LAW.search(words) is not None


def is_of_another_page(words: str) -> bool:
    """Whether a line dates a picture or leads to another story."""
    return _PICTURE.search(words) is not None or _OTHER_STORY.search(words) is not None


def is_called_otherwise(words: str, start: int, end: int, one: Expression) -> bool:
    """Whether the words beside a date in a line say that it is something else.

    Args:
        words: The line.
        start: Where the date begins in it.
        end: Where it ends.
        one: The date.
    """
    before = words[:start]
    if _ELSE.search(before) and not _WEEK_ENDING.search(before):
        return True
    if _ELSE_BEHIND.match(words[end:]):
        return True
    is_packed = not one.exact and one.text.isdigit()
    return is_packed and re.search(r"[^\W\d]", words.replace(one.text, "")) is not None


def heads_links(words: str) -> bool:
    """Whether a line is the heading of a list of other stories."""
    return _LINKS_HEAD.match(words) is not None


def is_note(before: str) -> bool:
    """Whether a line begins as a note below a text does."""
    return _NOTE.match(before) is not None


def is_catalogued(text: str, before: str) -> bool:
    """Whether a date is that of the entry of an archive about an old text, not of the text."""
    return _CATALOGUED.search(before) is not None and _ARCHIVE.search(text) is not None


def is_counted(words: str) -> bool:
    """Whether a line ends in how many stories it leads to: 2014年01月(3)."""
    return _COUNTED.search(words) is not None


def is_numbered_issue(words: str) -> bool:
    """Whether a number in a line is that of an issue, 第113号, rather than of a law."""
    return _NUMBERED.search(words) is not None and not _FILED.search(words)


def is_prose(words: str, before: str, after: str) -> bool:
    """Whether a line is a sentence of the text rather than a stamp."""
    if len(before) <= _NAME and _JA_NAMED.match(before) and _JA_STAMPED.match(after):
        return False
    before = re.sub(r"[『「“（(][^』」”）)]*[』」”）)]", "", before)
    if "。" in words or re.search(r"[\u3041-\u3096]{3}|[はがをにでと、]\s*$", before):
        return True
    if words.isascii() or not re.search(r"[\u3040-\u30ff]", words):
        small = re.findall(r"\b[a-z]{2,}\b", words)
        return len(small) >= 8 and words.rstrip()[-1:] in '.!?”"’'
    return re.search(r"(?:した|った|いた|れた|する|いる|です|ます|だ)$", words.rstrip()) is not None
