"""The head of a page: its title, what stands above it, and what stands between it and the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.date_lines import (
    DATE_LINE,
    DATED_NAME,
    PLACE_DATE_LINE,
    is_date_line,
)
from usjp_reader.intake.cleaning.headlines import goes_on_in_capitals
from usjp_reader.intake.cleaning.kinship import Kinship, telling_words
from usjp_reader.intake.cleaning.names import is_masthead, is_names, is_salutation, is_signed
from usjp_reader.intake.cleaning.prose import (
    is_capitals,
    is_flowing,
    is_heading,
    is_numeral,
    is_sentence,
    is_titled,
)
from usjp_reader.intake.cleaning.rows import bare_of, is_same
from usjp_reader.intake.cleaning.self_descriptions import describes_page, describes_publication
from usjp_reader.intake.cleaning.shapes import cells, is_menu
from usjp_reader.intake.cleaning.titles import find_title
from usjp_reader.knowledge.letters import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.cleaning.rows import Unit


@dataclass(frozen=True, slots=True)
class Head:
    """Where the parts of a head are, as indices of units.

    Attributes:
        title: The unit with the title, or None.
        body: The first unit of the running text; the number of units when there is none.
    """

    title: int | None
    body: int


def find_head(units: list[Unit], stated: str | None) -> Head:
    """Find the title and the first paragraph.

    Args:
        units: All units, looked at.
        stated: The title that the container states, or None.
    """
    proses = running_text(units)
    if not proses:
        return _head_without_prose(units)
    title = find_title(units, proses, stated)
    if title is None:
        return Head(None, proses[0])
    after = [at for at in proses if at > title]
    body = _skip_standfirst(units, title, after) if after else len(units)
    body = _with_short_opening(units, title, _skip_pictures(units, body))
    return Head(title, _with_numbered_opening(units, title, body))


def running_text(units: list[Unit]) -> list[int]:
    """The units of running text, without a notice about the page that stands above any title."""
    proses = [at for at, unit in enumerate(units) if unit.prose]
    while len(proses) > 2:
        first, following = proses[:2]
        free = [u for u in units[:first] if u.mark is None and u.kind is None and not u.prose]
        heads = [u for u in units[first + 1 : following] if u.kind is not None or is_heading(u)]
        is_own = describes_publication(units[first].text)
        has_title = any(unit.words > 1 and not is_capitals(unit.text) for unit in free)
        if (has_title and not is_own) or not heads:
            break
        kin, notice = Kinship.of(units[at] for at in proses[1:12]), units[first]
        is_own = is_own or describes_page(notice.text)
        if not is_own and kin.shared(notice) > max(1, 0.3 * len(telling_words(notice))):
            break
        proses = proses[1:]
    return proses


def _head_without_prose(units: list[Unit]) -> Head:
    """A scrap of text: its first heading, then its first sentence if it has any."""
    free = [at for at, unit in enumerate(units) if unit.kind is None and unit.mark is None]
    first = next((at for at in free if is_sentence(units[at])), None)
    headings = [at for at in free if is_heading(units[at]) and (first is None or at < first)]
    title = headings[0] if headings and len(free) > 1 else None
    if first is None:
        first = next((at for at in free if at != title), len(units))
    return Head(title, first)


def _skip_standfirst(units: list[Unit], title: int, proses: list[int]) -> int:
    """The first paragraph; a sentence between title and byline is not it."""
    first = proses[0]
    if len(proses) == 1 or units[first].words > 60:
        return first
    between = units[first + 1 : proses[1]]
    is_standfirst = any(
        (unit.mark and unit.mark.kind in (LineKind.BYLINE, LineKind.DATELINE))
        or DATE_LINE.match(unit.text)
        or is_names(unit.text)
        or is_signed(unit.text)
        or (unit.mark and unit.mark.rule in ("share-menu", "reading-aid"))
        for unit in between
    )
    above = units[title + 1 : first]
    has_byline = any(unit.mark and unit.mark.kind is LineKind.BYLINE for unit in above)
    return proses[1] if is_standfirst and not has_byline and between else first


def _skip_pictures(units: list[Unit], body: int) -> int:
    """The first unit after a caption that the page prints twice, for two sizes of its picture."""
    again = next(
        (
            at
            for at in range(body + 1, min(body + 4, len(units)))
            if units[at].text == units[body].text
        ),
        None,
    )
    if again is None:
        return body
    for at in range(body, again + 1):
        is_caption = units[at].text == units[body].text
        units[at].become(
            LineKind.CAPTION if is_caption else LineKind.CREDIT, "picture-printed-twice"
        )
    following = (at for at in range(again + 1, len(units)) if units[at].prose)
    return next(following, len(units))


def _with_short_opening(units: list[Unit], title: int, body: int) -> int:
    """Short sentences just above the first long paragraph belong to the text."""
    while (
        body - 1 > title
        and units[body - 1].mark is None
        and units[body - 1].kind is None
        and not units[body - 1].prose
        and (
            (is_sentence(units[body - 1]) and body - 2 > title)
            or is_salutation(units[body - 1].text)
        )
    ):
        body -= 1
    return body


def _with_numbered_opening(units: list[Unit], title: int, body: int) -> int:
    """A heading with the number one begins the text."""
    between = range(title + 1, min(body, len(units)))
    first = next((at for at in between if _FIRST_NUMBER.match(units[at].text)), body)
    return body if first < body and _is_contents(units, first) else first


def _is_contents(units: list[Unit], at: int) -> bool:
    """Whether a line names a heading that stands further below."""
    own = _unnumbered(units[at].text)
    later = (unit for unit in units[at + 1 :] if len(unit.text) <= _LONGEST_CONTENTS)
    return len(own) > 2 and any(
        bare_of(unit).endswith(own) and own == _unnumbered(unit.text) for unit in later
    )


def label_head(units: list[Unit], head: Head) -> None:
    """Settle every unit above the first paragraph."""
    top = head.body if head.title is None else head.title
    for at in range(min(top, len(units))):
        _label_above(units, at, head)
    if head.title is None:
        return
    units[head.title].become(LineKind.TITLE, "title")
    _label_record(units, head.title + 1, min(head.body, len(units)))
    kin = Kinship.of([units[head.title], *(unit for unit in units[head.body :] if unit.prose)])
    for at in range(head.title + 1, min(head.body, len(units))):
        _label_below(units, at, head, kin)


def _label_record(units: list[Unit], start: int, end: int) -> None:
    """Settle the subject of a record of a conversation, and those who were present."""
    in_list = False
    for at in range(start, end):
        unit = units[at]
        is_label = unit.mark is None and _RECORD.match(unit.text) is not None
        if is_label or (in_list and not _ends_list(units, at)):
            unit.become(LineKind.BODY, "head-of-record")
        in_list = unit.rule == "head-of-record"


def _ends_list(units: list[Unit], at: int) -> bool:
    """Whether the names below a label of a record end before this unit."""
    unit, before = units[at], units[at - 1]
    is_first = _RECORD.fullmatch(before.text) is not None
    return (unit.gap and not is_first) or unit.words > _LONGEST_NAMED or is_date_line(unit.text)


def _label_above(units: list[Unit], at: int, head: Head) -> None:
    unit = units[at]
    if unit.mark:
        unit.become(_outside(unit), unit.mark.rule)
    elif DATE_LINE.match(unit.text) or PLACE_DATE_LINE.match(unit.text):
        unit.become(LineKind.DATELINE, "date-line")
    elif is_masthead(unit.text):
        unit.become(LineKind.BOILERPLATE, "masthead")
    elif head.title is not None and is_same(unit, units[head.title]):
        unit.become(LineKind.BOILERPLATE, "title-again")
    else:
        unit.become(LineKind.BOILERPLATE, "page-head")


def _outside(unit: Unit) -> LineKind:
    return unit.mark.kind if unit.mark else LineKind.BOILERPLATE


def _label_below(units: list[Unit], at: int, head: Head, kin: Kinship) -> None:
    """Settle one unit between title and text."""
    unit = units[at]
    if unit.mark and not (unit.mark.weak and unit.words > 3 and unit.mark.rule == "site-menu"):
        unit.become(unit.mark.kind, unit.mark.rule)
        return
    for holds, kind, rule in _shapes_below(units, at, head):
        if holds:
            unit.become(kind, rule)
            return
    if _is_standfirst(units, at, head, kin):
        unit.become(LineKind.STANDFIRST, "standfirst")
    else:
        unit.become(LineKind.BOILERPLATE, "page-head")


def _shapes_below(units: list[Unit], at: int, head: Head) -> Iterator[tuple[bool, LineKind, str]]:
    """What a unit below the title may be, the surest first."""
    unit, text = units[at], units[at].text
    is_title = head.title is not None and is_same(unit, units[head.title])
    in_capitals = text.isupper() and text.isascii() and 2 <= unit.words <= 3
    is_date = is_date_line(text) or PLACE_DATE_LINE.match(text)
    yield bool(is_date), LineKind.DATELINE, "date-line"
    yield is_title, LineKind.BOILERPLATE, "title-again"
    yield is_masthead(text), LineKind.BOILERPLATE, "masthead"
    yield (
        _is_title_continued(units, at) or _is_second_line(units, at, head),
        LineKind.TITLE,
        "title-continued",
    )
    yield is_names(text), LineKind.BYLINE, "name-below-title"
    yield in_capitals and is_names(text.title()), LineKind.BYLINE, "name-below-title"
    yield is_signed(text), LineKind.BYLINE, "name-below-title"
    yield _is_by(units, at), LineKind.BYLINE, "name-below-title"
    yield bool(_DESK.search(text)) and unit.words <= 9, LineKind.BOILERPLATE, "desk"
    yield bool(DATED_NAME.search(text)) and unit.words <= 12, LineKind.DATELINE, "date-line"
    yield _is_contents(units, at), LineKind.BOILERPLATE, "contents"
    yield bool(_BULLET.match(text)) and unit.words >= 4, LineKind.BODY, "list-item"
    heads_list = at + 1 < len(units) and _BULLET.match(units[at + 1].text) is not None
    yield heads_list and unit.words <= 4, LineKind.SUBHEADING, "subheading"
    yield is_numeral(text) and at + 1 == head.body, LineKind.SUBHEADING, "subheading"
    yield not any(map(str.isalpha, text)), LineKind.BOILERPLATE, "stray-number"
    yield _is_subheading(units, at, head), LineKind.SUBHEADING, "subheading"


def _is_by(units: list[Unit], at: int) -> bool:
    """Whether a short line says by whom, or with whom: "by Ann Lee '61", "and Bo Ek, Exchange"."""
    unit = units[at]
    is_short = unit.words <= _LONGEST_BY and not unit.ended
    return (
        is_short
        and bool(_BY.match(unit.text))
        and (unit.text[:2].casefold() == "by" or units[at - 1].kind is LineKind.BYLINE)
    )


def _unnumbered(text: str) -> str:
    """The words of a line of contents, or of the heading that it names."""
    return bare(_NUMBERED.sub("", text, count=1))


def _is_title_continued(units: list[Unit], at: int) -> bool:
    """A title printed on two lines without a blank between them."""
    before, unit = units[at - 1], units[at]
    if before.rule not in ("title", "title-continued") or unit.gap or unit.prose:
        return False
    is_cut = before.text.endswith((",", ":", " -"))
    in_capitals = is_capitals(before.text) and is_capitals(unit.text)
    in_capitals = in_capitals and goes_on_in_capitals([row.text for row in before.rows], unit.text)
    return not unit.is_cjk and (unit.text[:1].islower() or is_cut or in_capitals)


def _is_second_line(units: list[Unit], at: int, head: Head) -> bool:
    """Whether a Japanese headline of print is two lines and no more, or ends with a subtitle.

    What stands below in a block of three lines and more are decks.
    """
    before, unit = units[at - 1], units[at]
    if before.rule != "title" or unit.gap or unit.prose or not (unit.is_cjk and before.is_cjk):
        return False
    if is_names(unit.text) or is_sentence(unit) or not is_heading(unit):
        return False
    if _SUBTITLE.match(unit.text):
        return True
    is_print = any(len(other.rows) > 1 for other in units[head.body : head.body + 3])
    if not is_print or len(before.rows) > 1 or len(unit.rows) > 1 or _OPENS.match(unit.text):
        return False
    below = units[at + 1] if at + 1 < head.body else None
    return below is None or below.gap or not _is_headline(below)


def _is_headline(unit: Unit) -> bool:
    """Whether nothing says that a short line of a printed head is none of its headlines."""
    is_known = unit.mark is not None or unit.kind is not None or unit.prose
    return not (is_known or is_names(unit.text) or DATE_LINE.match(unit.text))


def _is_subheading(units: list[Unit], at: int, head: Head) -> bool:
    """A short heading ("Overview") just above the first paragraph."""
    unit = units[at]
    is_short = len(unit.text) <= 12 if unit.is_cjk else unit.words <= 3
    is_last = at + 1 == head.body and head.body < len(units)
    return is_last and is_short and not unit.ended and not unit.text[:1].islower()


def _is_standfirst(units: list[Unit], at: int, head: Head, kin: Kinship) -> bool:
    """A sentence about the article, or the next line of its headlines."""
    unit = units[at]
    before = next((u for u in reversed(units[:at]) if any(map(str.isalnum, u.text))), unit)
    if unit.prose:
        return True
    follows = before.kind in (LineKind.TITLE, LineKind.STANDFIRST)
    is_wrapped = any(len(other.rows) > 1 for other in units[head.body : head.body + 3])
    is_open = not unit.ended or unit.text[-1] in ";:"
    # old papers end decks in capitals with a full stop
    is_open = is_open or (is_wrapped and is_capitals(unit.text))
    is_line = follows and 2 <= unit.words <= 20 and is_open
    is_line = is_line and not is_menu(unit.text)
    is_place = unit.words <= 2 and is_titled(unit) and not unit.is_cjk
    if is_line and is_wrapped and (not unit.gap or unit.words >= 4) and not is_place:
        return not _PLACE.fullmatch(unit.text)
    if is_line and not unit.gap and not is_titled(unit):
        return True
    if is_capitals(unit.text) and unit.words > 10 and not is_wrapped:
        return False
    if len(cells(unit.text)) >= 3 or any(u.kind is LineKind.STANDFIRST for u in units[:at]):
        return False
    if unit.is_cjk:
        return len(unit.text) >= 10 and (kin.shared(unit) > 0 or is_flowing(unit))
    if unit.words >= 10 and not is_titled(unit):
        return True
    return unit.words >= 4 and (is_sentence(unit) or (kin.shared(unit) > 0 and not is_titled(unit)))


_RECORD = re.compile(
    r"(?:SUBJECTS?|PARTICIPANTS|(?:ALSO )?PRESENT|(?:Subject|Participants|Also present|Present)"
    r"(?=\s?:|$)|議題|件名|出席者|参加者|列席者)(?=$|\s?[:：　])\s?[:：]?"
)
_LONGEST_NAMED = 14
_BY = re.compile(r"(?:[Bb]y|BY|and|with) [A-Z][\w.'’-]+ [A-Z]")
_LONGEST_BY = 8
_SUBTITLE = re.compile("[―—–─〜～-]{1,2}[^―—–─〜～-]")
_OPENS = re.compile("[【〔［(（＝◇▽▼△▲○●◎■□]")
_DESK = re.compile(r"\b(?:Division|Department|Bureau|Section|Program|Institute|Desk|Staff)$")
_NUMBERED = re.compile(
    r"^[（(]?(?:[0-9０-９]{1,2}|[IVX]{1,4}|[一二三四五六七八九十]{1,2})[.)．、）]?[ 　]?"
)
_LONGEST_CONTENTS = 120
_FIRST_NUMBER = re.compile(r"(?:[1１][．.、]|[（(][1１][）)]|一、)[　 ]?[^\d０-９\s]")
_PLACE = re.compile(r"(?:[A-Z][\w.]+ ){0,4}[A-Z][\w.]+, [A-Z][\w.]+(?: [A-Z]\w+)?")
_BULLET = re.compile(r"^[•●▪◦]\s?\S")
