"""Words beside a date in a line that say what happened on it: published, 掲載, updated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usjp_reader.domain.texts import Line
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_LABEL = re.compile(
    r"publi[sc]\w*|post(?:ed|\sdate)?\b|date posted|issued|filed|created|released?\b|"
    r"(?<!interview )date[ds]?\s*:|"
    r"in print\b|uploaded|first (?:aired|broadcast|posted)|aired|"
    r"(?:air|broadcast|release|story)\s?date|"
    r"公開|配信|掲載|発行|發行|発表|登録|登載|投稿|作成|初出|放送|公表|発信|刊行|付\b|出稿",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:last |page |was )?(?:updated?|modified|revised|changed|corrected|edited|reviewed)\b|"
    r"editor['’]s note|correction\b|republished|reposted|reissued|更新|改訂|修正|訂正|改定|再掲|"
    r"追記|加筆",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:ed|er|日|日時|年月日)?[\s:：,、|—–\-（(【\[]*"
    r"(?:(?:on|at|in|by|date|time|from|first|online|web|print|the|as|of|to|[A-Z][\w.]*|\d[\d:.]*|"
    r"[ap]\.?m\.?|[月火水木金土日]曜?)[\s:：,·—–\-）)]*){0,7}"
)
_BEHIND = re.compile(r"[\s　\d:時分秒）)]*(?:付|に|の)?")
_SOURCE = re.compile(
    r"(?:掲載(?:紙|誌)|原紙|原載|底本|初出誌?|収載紙|originally in|source paper)"
    r"[：:　 ]*[^\s　]{1,20}[　 ]*$",
    re.IGNORECASE,
)
"""The paper from which an old text was copied, before its day."""
_ENDED = re.compile(
    r"(?:日|日時|分|済み?|号|版|所|あり|しました)?(?:$|[\s　）)】\]、,:：0-9『「｜|/／・])"
)


def label_before(page: Page, line: Line, one: Expression) -> str | None:
    """Whether the words before a date (or behind it, in Japanese) say what happened on it."""
    start = max(line.span.start, one.span.start - 48)
    before = page.text[start : one.span.start]
    if _SOURCE.search(before):
        return "published"
    before = re.split(r"[|｜·•/／;；。]|\d{4}", before)[-1]
    after = page.text[one.span.end : min(line.span.end, one.span.end + 24)]
    is_first = not before.strip(" :：（(【[") or one.text[-1] > "\u3000"
    after = re.split(r"[|｜·•/／;；。（(]", after)[0] if is_first else ""
    for pattern, says in ((_CHANGED, "changed"), (_LABEL, "published")):
        labels = list(pattern.finditer(before))
        if labels and _BETWEEN.fullmatch(before[labels[-1].end() :]):
            return says
        found = pattern.search(after)
        if (
            found
            and _BEHIND.fullmatch(after[: found.start()])
            and _ENDED.match(after[found.end() :])
        ):
            return says
    return None
