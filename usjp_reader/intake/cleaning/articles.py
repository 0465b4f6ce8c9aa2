"""The article proper: where it ends, and what its units are between the paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.date_lines import PLACE_DATE_LINE
from usjp_reader.intake.cleaning.ends import may_head_text
from usjp_reader.intake.cleaning.inserts import label_inserts
from usjp_reader.intake.cleaning.kinship import MOST_TOLD, Kinship, telling_words
from usjp_reader.intake.cleaning.names import is_person
from usjp_reader.intake.cleaning.phrases import folded
from usjp_reader.intake.cleaning.prose import (
    is_capitals,
    is_heading,
    is_lead_in,
    is_sentence,
    is_speech,
    is_titled,
)
from usjp_reader.intake.cleaning.rows import PAGE_RULES, bare_of
from usjp_reader.intake.cleaning.shapes import bars
from usjp_reader.knowledge.letters import bare

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Unit

_ITEM = re.compile(
    r"^(?:[•●◦▪*·–-]\s?|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|[①-⑳]|[(（]?[一二三四五六七八九十]{1,2}[)）、]|[・◆◇■□▽▼△●○]\s?)\S"
)
_JA_HEADING = re.compile(r"^[■◆◇▽▼●○□◎☆★〈《＜【][^。]{2,40}$")


_NUMBER = re.compile(r"^[（(]?[0-9０-９]{1,2}[.)．、）]?[ 　]?|\[(?:edit|編集)\]$")
_DAY_OF_LINK = re.compile(r"[(（][^()（）]*\d[^()（）]*[)）]$|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}$")
_PAGE_NUMBER = re.compile(
    r"^(?:page |p\. ?)?[0-9０-９]{1,4}[　 ]+|[　 —–-]+(?:page |p\. ?)?[0-9０-９]{1,4}$"
    r"|[　 —–-]+[一二三四五六七八九〇]{1,3}$"
    r"|^[（(][0-9０-９一二三四五六七八九十〇]{1,4}[)）][　 ]*"
    r"|[　 ]*[（(][0-9０-９一二三四五六七八九十〇]{1,4}[)）]$",
    re.IGNORECASE,
)
_HEAD_RULES = frozenset({"page-head", "masthead", "running-head", "export-field"})
_DASHES = "–—-―"
"""Agencies set subheadings between two of them."""
_LEAD_INS = (
    ":",
    "：",
    "次の如し",
    "左の如し",
    "如左",
    "次の通り",
    "左の通り",
    "以下の通り",
    "次のとおり",
)
_SHORTEST_HEAD = 4
_LONGEST_HEAD = 150
_LONG_TITLE, _LONGEST_CUT = 20, 14
_LONGEST_LIST_HEAD = 4
_CONTINUED = re.compile("continued|cont.d|from page|續|続", re.IGNORECASE)
_FROM_PAGE = re.compile(r"\bfrom (?:page|p\.)|(?:から|より)(?:の)?[続續]", re.IGNORECASE)


def label_article(units: list[Unit], body: int, end: int, authors: tuple[str, ...]) -> None:
    """Settle every unit from the first paragraph to the end of the article."""
    repeated = _repeated(units)
    if any(len(unit.rows) > 1 for unit in units[body:end]):
        _label_running_heads(units, body, end)
    label_inserts(units, body, end)
    _label_names_and_quotes(units, body, end, authors)
    _label_heads_of_lists(units, body, end)
    kin = Kinship.of(units[body:end])
    in_block = False
    for at in range(body, end):
        unit = units[at]
        if unit.kind is not None:
            continue
        if unit.prose:
            in_block = False
            unit.become(LineKind.BODY, "paragraph")
        elif at <= body + 1 and PLACE_DATE_LINE.match(unit.text):
            unit.become(LineKind.DATELINE, "date-line")
        elif unit.mark and (not unit.mark.weak or unit.mark.rule != "site-menu"):
            in_block = in_block or unit.mark.block
            unit.become(unit.mark.kind, unit.mark.rule)
        elif in_block and _is_heading_apart(units, at):
            in_block = False
            unit.become(LineKind.SUBHEADING, "subheading")
        elif in_block and (not is_sentence(unit) or unit.text.endswith(("?", "？"))):
            unit.become(LineKind.BOILERPLATE, "related-links")
        elif folded(unit.text) in repeated and not _heads_text(units, at):
            unit.become(LineKind.BOILERPLATE, "repeated-line")
        else:
            in_block = False
            _label_scrap(units, at, end, kin)


def _label_running_heads(units: list[Unit], body: int, end: int) -> None:
    """Settle lines that take up what stands at the head of the page: printed pages repeat it."""
    title = next((at for at in range(body) if units[at].kind is LineKind.TITLE), body)
    heads = [bare(unit.text) for unit in units[:title] if unit.rule in _HEAD_RULES]
    heads = [head for head in heads if _SHORTEST_HEAD <= len(head) <= _LONGEST_HEAD]
    titles = [bare(unit.text) for unit in units[title:body] if unit.kind is LineKind.TITLE]
    for unit in units[body:end] if heads or titles else ():
        if unit.kind is not None or unit.prose or len(unit.text) > _LONGEST_HEAD:
            continue
        own = bare(unit.text)
        is_again = len(own) >= _SHORTEST_HEAD and any(own in head or head in own for head in heads)
        if is_again:
            unit.become(LineKind.BOILERPLATE, "running-head")
        elif any(len(one) > _LONG_TITLE and one in own for one in titles) or _is_numbered_copy(
            unit.text, [*heads, *titles]
        ):
            unit.become(LineKind.BOILERPLATE, "title-again")


def _is_numbered_copy(text: str, heads: list[str]) -> bool:
    """Whether a line is what heads the page or the article, and the number of a page."""
    own = bare(_PAGE_NUMBER.sub("", text))
    is_numbered = len(own) >= _SHORTEST_HEAD and own != bare(text)
    return is_numbered and any(own in head or head in own for head in heads)


def _label_names_and_quotes(
    units: list[Unit], body: int, end: int, authors: tuple[str, ...]
) -> None:
    """Settle names of authors between paragraphs, and sentences printed large a second time."""
    short = []
    for unit in units[body:end]:
        if unit.kind is None and unit.text in authors:
            unit.become(LineKind.BYLINE, "name-of-author")
        elif unit.kind is None and _may_be_quote(unit):
            short.append(unit)
    proses = [unit for unit in units[body:end] if unit.prose and short]
    told = [telling_words(unit) for unit in proses]
    for unit in short:
        words, telling = bare_of(unit), telling_words(unit)
        holding = (
            one
            for one, known in zip(proses, told, strict=True)
            if (telling <= known or len(one.text) > MOST_TOLD) and one.words > unit.words
        )
        if any(words in bare(one.text) for one in holding):
            unit.become(LineKind.BOILERPLATE, "pull-quote")


def _may_be_quote(unit: Unit) -> bool:
    shortest = 6 if unit.is_cjk else 4
    is_framed = unit.text[0] in _DASHES and unit.text[-1] in _DASHES
    return shortest <= unit.words <= 30 and unit.mark is None and not is_framed


def _is_heading_apart(units: list[Unit], at: int) -> bool:
    """A heading between blank lines behind a list of links that stand without any."""
    unit = units[at]
    if at + 1 >= len(units) or not _is_running(units[at + 1]) or not is_heading(unit):
        return False
    if unit.is_cjk and _JA_HEADING.match(unit.text):
        return True
    is_alone = unit.gap and units[at + 1].gap
    return is_alone and not units[at - 1].gap and unit.mark is None


def _heads_text(units: list[Unit], at: int) -> bool:
    """Whether a line that the page has twice heads a paragraph here, and a list named it before."""
    unit = units[at]
    if at + 1 >= len(units) or not is_heading(unit) or _is_running_head(units, at):
        return False
    before = units[at - 1]
    if not (unit.gap or before.mark or before.prose):
        return False
    is_later = any(folded(other.text) == folded(unit.text) for other in units[:at])
    return is_later and (units[at + 1].prose or not units[at + 1].mark) and unit.mark is None


def _repeated(units: list[Unit]) -> set[str]:
    seen: set[str] = set()
    again: set[str] = set()
    for unit in units:
        if not unit.prose and unit.words <= 8 and not unit.ended:
            key = folded(unit.text)
            (again if key in seen else seen).add(key)
    return again


def _label_scrap(units: list[Unit], at: int, end: int, kin: Kinship) -> None:
    """Settle a unit between paragraphs that no table knows."""
    unit = units[at]
    is_name = is_person(unit.text) and not kin.shared(unit, own=True)
    if is_name and unit.words <= 4 and len(units[at - 1].rows) == 1:
        unit.become(LineKind.CREDIT, "name-between-texts")
    elif _is_running_head(units, at):
        unit.become(LineKind.BOILERPLATE, "running-head")
    elif unit.is_cjk and _JA_HEADING.match(unit.text):
        _label_signed_heading(units, at, end, kin)
    elif len(unit.rows) > 1 and _is_cut_headline(unit) and at + 1 < end:
        unit.become(LineKind.SUBHEADING, "subheading")
    elif len(unit.rows) > 1 or is_sentence(unit) or is_speech(unit.text) or is_lead_in(unit):
        unit.become(LineKind.BODY, "paragraph")
    elif _ITEM.match(unit.text):
        unit.become(LineKind.BODY, "list-item")
    elif (
        _follows_colon(units, at)
        or unit.text[:1].islower()
        or unit.text.endswith((",", ";", ":", "、", "："))
    ):
        unit.become(LineKind.BODY, "paragraph-part")
    else:
        _label_heading(units, at, end, kin)


def _is_cut_headline(unit: Unit) -> bool:
    """Whether a unit on several lines is a headline, as printed pages set them."""
    is_short = unit.words <= _LONGEST_CUT and not unit.is_cjk and not unit.ended
    return is_short and unit.gap and (is_titled(unit) or is_capitals(unit.text))


def _label_signed_heading(units: list[Unit], at: int, end: int, kin: Kinship) -> None:
    """A Japanese line led by a sign: a heading, or a notice among others of which nothing tells."""
    below = units[at + 1] if at + 1 < end else None
    heads_text = below and (below.prose or len(below.rows) > 1 or is_sentence(below))
    if not heads_text and "　" in units[at].text and not kin.shared(units[at], own=True):
        units[at].become(LineKind.BOILERPLATE, "interruption")
    else:
        units[at].become(LineKind.SUBHEADING, "subheading")


def _label_heading(units: list[Unit], at: int, end: int, kin: Kinship) -> None:
    run = _run(units, at, end)
    following = next((unit for unit in units[run[-1] + 1 : end] if not _is_settled(unit)), None)
    heads_text = following is not None and _is_running(following)
    if len(run) <= 2 and heads_text and is_heading(units[at]):
        for index in run:
            units[index].become(LineKind.SUBHEADING, "subheading")
    elif len(run) > 2 or units[at].mark:
        if heads_text and _differs(units, run):
            units[run.pop()].become(LineKind.SUBHEADING, "subheading")
        told = sum(1 for index in run if kin.shared(units[index], own=True))
        is_list = told * 2 > len(run) and not _is_contents(units, run)
        kind = LineKind.BODY if is_list else LineKind.BOILERPLATE
        for index in run:
            units[index].become(kind, "list-item" if is_list else "link-list")
    else:
        units[at].become(LineKind.BODY, "paragraph-part")


def _label_heads_of_lists(units: list[Unit], body: int, end: int) -> None:
    for at in range(body, end):
        if _heads_items(units, at, end):
            units[at].become(LineKind.SUBHEADING, "subheading")


def _heads_items(units: list[Unit], at: int, end: int) -> bool:
    """Whether what may name links ("Recommendations", "Terms") heads sentences of the article."""
    unit, items = units[at], units[at + 1 : min(at + 3, end)]
    if may_head_text(unit):
        return bool(items) and _is_running(items[0])
    if unit.mark is None or not unit.mark.block or unit.words > _LONGEST_LIST_HEAD:
        return False
    return len(items) > 1 and all(_ITEM.match(one.text) and is_sentence(one) for one in items)


def _is_contents(units: list[Unit], run: list[int]) -> bool:
    """Whether most of a list of short lines are headings further below, or links with a day."""
    below = {bare(_NUMBER.sub("", unit.text)) for unit in units[run[-1] + 1 :] if unit.words <= 16}
    named = sum(1 for at in run if bare(_NUMBER.sub("", units[at].text)) in below)
    dated = sum(1 for at in run if _DAY_OF_LINK.search(units[at].text))
    return max(named, dated) * 2 >= len(run)


def _differs(units: list[Unit], run: list[int]) -> bool:
    """Whether the last of a list of links is none: the others are numbered, or it can be edited."""
    last = units[run[-1]].text
    numbered = sum(1 for at in run[:-1] if units[at].text[:1].isdigit())
    return last.endswith(("[edit]", "[編集]")) or (
        numbered * 2 >= len(run) - 1 and not last[:1].isdigit()
    )


def _run(units: list[Unit], at: int, end: int) -> list[int]:
    """The headings and scraps that follow one another from `at`, without furniture."""
    run, last = [at], at
    while last + 1 < end and (_is_scrap(units[last + 1]) or _is_settled(units[last + 1])):
        if (mark := units[last + 1].mark) is not None and mark.block:
            break  # what stands below is said by its own heading
        last += 1
        if not _is_settled(units[last]):
            run.append(last)
    return run


def _is_settled(unit: Unit) -> bool:
    is_furniture = unit.mark is not None and not unit.mark.weak
    return unit.rule in ("repeated-line", "running-head") or (
        is_furniture and unit.mark is not None and unit.mark.kind is not LineKind.CAPTION
    )


def _is_scrap(unit: Unit) -> bool:
    if unit.kind is not None or unit.prose or is_sentence(unit) or len(unit.rows) > 1:
        return False
    if is_lead_in(unit):
        return False
    is_free = unit.mark is None or unit.mark.weak
    return is_free and unit.words <= 16 and not _ITEM.match(unit.text)


def _is_running(unit: Unit) -> bool:
    if unit.mark and not unit.mark.weak:
        return unit.mark.kind is LineKind.CAPTION
    if unit.prose or is_sentence(unit) or len(unit.rows) > 1 or is_lead_in(unit):
        return True
    return _ITEM.match(unit.text) is not None


def _follows_colon(units: list[Unit], at: int) -> bool:
    """Lines of a list that a paragraph announces."""
    for before in reversed(units[max(0, at - 12) : at]):
        if before.rule == "paragraph-part":
            continue
        return before.kind is LineKind.BODY and before.text.endswith(_LEAD_INS) and not before.gap
    return False


def _is_running_head(units: list[Unit], at: int) -> bool:
    """Capitals beside a page number, as scanned pages have at their head and foot."""
    unit = units[at]
    near = [
        other
        for other in units[max(0, at - 1) : at + 2]
        if other.rule in PAGE_RULES or (other.mark and other.mark.rule in PAGE_RULES)
    ]
    if len(unit.rows) > 1 or is_sentence(unit):
        return False
    if any(_CONTINUED.search(other.text) for other in near):
        return not _opens_rest(units, at)
    is_set_apart = "   " in unit.text or bars(unit.text) > 0
    is_page = any("scan-note" in (o.rule, o.mark.rule if o.mark else "") for o in near)
    return bool(near) and (is_set_apart or (is_page and is_capitals(unit.text)))


def _opens_rest(units: list[Unit], at: int) -> bool:
    """Whether a heading stands between "Continued from page 1" and the text that goes on there."""
    is_resumed = _FROM_PAGE.search(units[at - 1].text) is not None
    return is_resumed and at + 1 < len(units) and _is_running(units[at + 1])
