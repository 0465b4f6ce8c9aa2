"""The article proper: where it ends, and what its units are between the paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.phrases import folded
from usjp_reader.intake.cleaning.prose import content_words, is_capitals, is_heading, is_sentence
from usjp_reader.intake.cleaning.rows import bare

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Unit

_ITEM = re.compile(
    r"^(?:[•●◦▪*·–-]\s?|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|[①-⑳]|[(（]?[一二三四五六七八九十]{1,2}[)）、]|[・◆◇■□▽▼△●○]\s?)\S"
)
_JA_HEADING = re.compile(r"^[■◆◇▽▼●○□◎☆★〈《＜【][^。]{2,40}$")
_SPEAKER = re.compile(r"^(?:(?:Q|A|[A-Z][A-Z. ]{2,30})\s?[:.：]\s|[A-Z][\w. ]{2,30}:\s?[\"“])")


def article_end(units: list[Unit], body: int, limit: int) -> int:
    """The index after the last unit of the article.

    Args:
        units: All units, looked at.
        body: The first paragraph.
        limit: Where readers' comments begin, or the number of units.
    """
    cuts = [at for at in range(body, limit) if _is_cut(units[at])]
    end, start = body, body
    for cut in [*cuts, limit]:
        if start == body or _is_article(units, body, end, start, cut):
            end = max(end, _last_of_text(units, start, cut))
        elif any(_is_copyright(unit) for unit in units[end:start]):
            break
        start = cut + 1
    return _without_strangers(units, body, end)


def _is_cut(unit: Unit) -> bool:
    mark = unit.mark
    if mark is None or mark.weak:
        return False
    return mark.tail or mark.block or mark.rule in _CUTS or _is_copyright(unit)


_CUTS = frozenset({"newsletter", "login", "comments-foot", "related-links", "advertisement"})


def _is_copyright(unit: Unit) -> bool:
    return unit.mark is not None and unit.mark.kind is LineKind.COPYRIGHT


def _is_article(units: list[Unit], body: int, end: int, start: int, cut: int) -> bool:
    """Whether what follows a piece of furniture is running text again, and no list of teasers.

    Args:
        units: All units.
        body: The first paragraph.
        end: The index after what is known to be text.
        start: The first unit after the furniture.
        cut: The next piece of furniture.
    """
    furniture, segment = units[start - 1], units[start:cut]
    is_deep = (furniture.mark is not None and furniture.mark.tail) or _is_copyright(furniture)
    if not is_deep and _goes_on(units[body:end], segment):
        return True
    proses = [at for at, unit in enumerate(segment) if unit.prose]
    if len(proses) < (2 if is_deep else 1):
        return False
    if len(proses) == 1 and segment[proses[0]].words < 20 and not segment[proses[0]].is_cjk:
        return False
    within = segment[proses[0] : proses[-1] + 1]
    return len(proses) >= 0.66 * sum(1 for unit in within if not unit.mark)


def _goes_on(text: list[Unit], segment: list[Unit]) -> bool:
    """Whether the next sentence after a line or a list of links belongs to the text before it."""
    first = next((unit for unit in segment if not unit.mark and _is_full_sentence(unit)), None)
    return first is not None and _is_kindred(first, _vocabulary(text))


def _is_full_sentence(unit: Unit) -> bool:
    is_long = len(unit.text) >= (14 if unit.is_cjk else 30)
    return is_long and is_sentence(unit) and not unit.text.endswith(("?", "？"))


def _vocabulary(units: list[Unit]) -> set[str]:
    kinds = (None, LineKind.CAPTION)
    words = (unit.text for unit in units if (unit.mark.kind if unit.mark else None) in kinds)
    return content_words(" ".join(words)[:6000])


def _is_kindred(unit: Unit, vocabulary: set[str]) -> bool:
    """Whether a sentence is about what the text is about, and not about the page."""
    shared = len(content_words(unit.text) & vocabulary)
    if _PITCH.search(unit.text) and unit.text[:1] not in '"“‘「':
        return shared >= 3
    return shared >= 1 or unit.text[:1] in '"“‘「'


def _without_strangers(units: list[Unit], body: int, end: int) -> int:
    """The end of the text without closing sentences that are about the page."""
    last = end
    for at in range(end - 1, body, -1):
        unit = units[at]
        if unit.mark is not None or not (unit.prose or is_sentence(unit) or len(unit.rows) > 1):
            continue
        behind = units[at - 1]
        is_apart = behind.mark is not None or not (behind.prose or is_sentence(behind))
        is_pitch = is_apart and _PITCH.search(unit.text)
        if not is_pitch or _is_kindred(unit, _vocabulary(units[body:at])):
            return last if last == end else at + 1
        last = at
    return last


_PITCH = re.compile(
    r"\b(?:subscri\w+|members?|membership|sign up|newsletters?|inbox|cookies|account|our app|"
    r"magazine|"
    r"donat\w+|you|your|click|websites?|web site|this site|clipboard|browser|please|PDF|Adobe|"
    r"forum|portal|"
    r"comments?|readers|page|advertis\w+|copyright|privacy)\b"
    r"|会員|購読|登録|ご利用|お問い合わせ|お寄せ|サイト|ページ|本紙|著作権",
    re.IGNORECASE,
)


def _last_of_text(units: list[Unit], start: int, cut: int) -> int:
    """The index after the last sentence before `cut`."""
    for at in range(cut - 1, start - 1, -1):
        unit = units[at]
        if unit.kind is not None or unit.mark is not None:
            continue
        if unit.prose or _is_text(units, at, start) or (at == start and is_sentence(unit)):
            return at + 1
    return start


def _is_text(units: list[Unit], at: int, start: int) -> bool:
    """A short sentence that follows text directly, or a wrapped remainder of one.

    Where there are only short sentences, they are text from the first one, at `start`, on.
    """
    unit = units[at]
    if len(unit.rows) > 1:
        return True
    if not is_sentence(unit) and not (unit.ended and unit.words == 2):
        return False
    for before in reversed(units[max(0, at - 12) : at]):
        if before.prose or len(before.rows) > 1:
            return True
        if before is units[start] and is_sentence(before) and not before.mark:
            return True
        if not (is_sentence(before) or before.mark or is_heading(before)):
            return False
    return False


_NOTE = re.compile(
    r"^(?:,? [^,]{2,60},)? (?:is|was|are|were|teaches|taught|writes|wrote|covers|reports|"
    r"reported|serves|served|"
    r"works|worked|has|contributed|lives|studies|edits|directs)\b"
)


def label_author_notes(units: list[Unit], body: int, end: int, authors: tuple[str, ...]) -> int:
    """Settle closing paragraphs about the authors; the index after the article without them.

    Args:
        units: All units, looked at.
        body: The first paragraph.
        end: The index after the last unit of the article.
        authors: As bylines name them.
    """
    while end - 1 > body and _is_author_note(units[end - 1], authors):
        units[end - 1].become(LineKind.BYLINE, "author-note")
        end -= 1
    return end


def _is_author_note(unit: Unit, authors: tuple[str, ...]) -> bool:
    if unit.kind is LineKind.BYLINE or (unit.mark and unit.mark.kind is LineKind.BYLINE):
        return True
    if unit.words > 70:
        return False
    name = next((name for name in authors if unit.text.startswith(name)), None)
    return name is not None and _NOTE.match(unit.text[len(name) :]) is not None


def label_article(units: list[Unit], body: int, end: int, authors: tuple[str, ...]) -> None:
    """Settle every unit from the first paragraph to the end of the article."""
    repeated = _repeated(units)
    _label_names_and_quotes(units, body, end, authors)
    in_block = False
    for at in range(body, end):
        unit = units[at]
        if unit.kind is not None:
            continue
        if unit.prose:
            in_block = False
            unit.become(LineKind.BODY, "paragraph")
        elif unit.mark and not unit.mark.weak:
            in_block = in_block or unit.mark.block
            unit.become(unit.mark.kind, unit.mark.rule)
        elif in_block and _is_heading_apart(units, at):
            in_block = False
            unit.become(LineKind.SUBHEADING, "subheading")
        elif in_block and (not is_sentence(unit) or unit.text.endswith(("?", "？"))):
            unit.become(LineKind.BOILERPLATE, "related-links")
        elif folded(unit.text) in repeated:
            unit.become(LineKind.BOILERPLATE, "repeated-line")
        else:
            in_block = False
            _label_scrap(units, at, end)


def _label_names_and_quotes(
    units: list[Unit], body: int, end: int, authors: tuple[str, ...]
) -> None:
    """Settle names of authors between paragraphs, and sentences printed large a second time."""
    short = []
    for unit in units[body:end]:
        if unit.kind is None and unit.text in authors:
            unit.become(LineKind.BYLINE, "name-of-author")
        elif unit.kind is None and 4 <= unit.words <= 30 and unit.mark is None:
            short.append(unit)
    proses = [(unit.words, bare(unit.text)) for unit in units[body:end] if unit.prose and short]
    for unit in short:
        words = bare(unit.text)
        if any(count > unit.words and words in other for count, other in proses):
            unit.become(LineKind.BOILERPLATE, "pull-quote")


def _is_heading_apart(units: list[Unit], at: int) -> bool:
    """A heading between blank lines behind a list of links that stand without any."""
    unit = units[at]
    if at + 1 >= len(units) or not _is_running(units[at + 1]) or not is_heading(unit):
        return False
    if unit.is_cjk and _JA_HEADING.match(unit.text):
        return True
    is_alone = unit.gap and units[at + 1].gap
    return is_alone and not units[at - 1].gap and unit.mark is None


def _repeated(units: list[Unit]) -> set[str]:
    seen: set[str] = set()
    again: set[str] = set()
    for unit in units:
        if not unit.prose and unit.words <= 8 and not unit.ended:
            key = folded(unit.text)
            (again if key in seen else seen).add(key)
    return again


def _label_scrap(units: list[Unit], at: int, end: int) -> None:
    """Settle a unit between paragraphs that no table knows."""
    unit = units[at]
    if _is_running_head(units, at):
        unit.become(LineKind.BOILERPLATE, "running-head")
    elif unit.is_cjk and _JA_HEADING.match(unit.text):
        unit.become(LineKind.SUBHEADING, "subheading")
    elif len(unit.rows) > 1 or is_sentence(unit) or _SPEAKER.match(unit.text):
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
        _label_heading(units, at, end)


def _label_heading(units: list[Unit], at: int, end: int) -> None:
    run = _run(units, at, end)
    following = next((unit for unit in units[run[-1] + 1 : end] if not _is_settled(unit)), None)
    heads_text = following is not None and _is_running(following)
    if len(run) <= 2 and heads_text and is_heading(units[at]):
        for index in run:
            units[index].become(LineKind.SUBHEADING, "subheading")
    elif len(run) > 2 or units[at].mark:
        if heads_text and _differs(units, run):
            units[run.pop()].become(LineKind.SUBHEADING, "subheading")
        for index in run:
            units[index].become(LineKind.BOILERPLATE, "link-list")
    else:
        units[at].become(LineKind.BODY, "paragraph-part")


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
    is_free = unit.mark is None or unit.mark.weak
    return is_free and unit.words <= 16 and not _ITEM.match(unit.text)


def _is_running(unit: Unit) -> bool:
    if unit.mark and not unit.mark.weak:
        return unit.mark.kind is LineKind.CAPTION
    return unit.prose or is_sentence(unit) or len(unit.rows) > 1 or bool(_ITEM.match(unit.text))


def _follows_colon(units: list[Unit], at: int) -> bool:
    """Lines of a list that a paragraph announces."""
    for before in reversed(units[max(0, at - 12) : at]):
        if before.rule == "paragraph-part":
            continue
        return before.kind is LineKind.BODY and before.text.endswith((":", "：")) and not before.gap
    return False


def _is_running_head(units: list[Unit], at: int) -> bool:
    """Capitals beside a page number, as scanned pages have at their head and foot."""
    unit = units[at]
    near = units[max(0, at - 1) : at + 2]
    has_number = any(
        other.rule == "scan-note" or (other.mark and other.mark.rule == "scan-note")
        for other in near
    )
    return has_number and (is_capitals(unit.text) or "   " in unit.text)
