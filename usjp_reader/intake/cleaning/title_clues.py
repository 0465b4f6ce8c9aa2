"""What speaks for and against a line being the title: clues by name, weighed by a shipped table.

Each clue is a number between 0 and 1, or -1 and 1. `resources/cleaning/title-clues.toml` says what
each is worth; `python -m tests.quality.weigh titles` works that out anew from the seen half.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.credits import sources
from usjp_reader.intake.cleaning.date_lines import DATE_LINE, PLACE_DATE_LINE
from usjp_reader.intake.cleaning.prose import heading_words, is_capitals, is_sentence
from usjp_reader.intake.cleaning.rows import bare
from usjp_reader.intake.cleaning.shapes import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.cleaning.rows import Unit

_HEADING_MARK = re.compile(r"^#{1,3}\s+\S")
_BRACKETED = re.compile(r"^[\[(（【〔].*[\])）】〕]$|^[~～–—=＝-].*[~～–—=＝-]$")
_LISTED = re.compile(r"^(?:[•●◦▪*·–-]\s|\(?\d{1,2}[.)]?\s|[①-⑳]|[・○]\s?)")
_ECHO = re.compile(r"[“\"「『]([^“”\"「」『』]{8,160})[”\"」』]")
_NAVIGATION = frozenset(
    {"site-menu", "menu-row", "breadcrumb", "skip-link", "login", "consent", "newsletter"}
)
_NEAR = 12


NO_TITLE = {"no title": 1.0}
"""The clues of a page without a title."""


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What the clues need to know of a page.

    Attributes:
        units: All units.
        first: The first that is running text.
        body: The beginning of the running text, case folded.
        foot: The bare words of short lines below the text and of copyright lines.
        echoes: What the page quotes outside its running text, bare, and where ("3 on “…”").
    """

    units: list[Unit]
    first: int
    body: str
    foot: str
    echoes: tuple[tuple[str, Unit], ...]


def title_page(units: list[Unit], proses: list[int]) -> TitlePage:
    """Gather what the clues need; `proses` are the units of running text, at least one."""
    below = [unit for unit in units[proses[-1] + 1 :] if len(unit.text) <= 160][-60:]
    holders = [unit for unit in units[: proses[-1]] if _is_copyright(unit)]
    quoting = [unit for unit in units if not unit.prose and len(unit.text) <= 200]
    return TitlePage(
        units,
        proses[0],
        " ".join(units[at].text for at in proses[:12]).casefold()[:6000],
        " ".join(bare(unit.text) for unit in (*below, *holders)),
        tuple((bare(echo), unit) for unit in quoting for echo in _ECHO.findall(unit.text)),
    )


def clues(page: TitlePage, at: int) -> dict[str, float]:
    """The clues that a unit gives, by name; those that are naught may be left out."""
    found = dict(_of_words(page, at))
    found.update(_of_shape(page.units[at]))
    found.update(_of_place(page, at))
    found.update(_of_page(page, at))
    return found


def weighed(found: dict[str, float]) -> float:
    """What the clues are worth together."""
    weights = title_weights()
    return sum(weights.get(name, 0.0) * value for name, value in found.items())


@cache
def title_weights() -> dict[str, float]:
    """The shipped table, read once."""
    return dict(read_toml(resource("cleaning", "title-clues.toml"))["weights"])


def _of_words(page: TitlePage, at: int) -> Iterator[tuple[str, float]]:
    unit = page.units[at]
    text = unit.text
    if text.endswith((":", "：")) and at + 1 < len(page.units) and not page.units[at + 1].gap:
        text = f"{text} {page.units[at + 1].text}"  # a title printed on two lines
    words = heading_words(text)
    shared = sum(1 for word in words if word in page.body)
    yield "words shared with the text", shared / len(words) if words else 0.0
    yield "many words shared", min(shared, 4) / 4
    yield "no telling words", float(not words)
    standfirst = next((u for u in page.units[at + 1 : at + 3] if u.words >= 5 and not u.mark), None)
    if standfirst is not None and words:
        low = standfirst.text.casefold()
        yield "words shared with the next line", sum(w in low for w in words) / len(words)


def _of_shape(unit: Unit) -> Iterator[tuple[str, float]]:
    text = unit.text
    length = len(text) // 2 if unit.is_cjk else unit.words
    size = "1" if length <= 1 else "2" if length == 2 else "3" if length == 3 else "4-7"
    if unit.is_cjk:
        size = "1" if len(text) < 5 else "2" if len(text) < 8 else "3" if len(text) < 10 else "4-7"
    if length > 7:
        size = "8-14" if length <= 14 else "15-20" if length <= 20 else "over 20"
    yield f"length {size}", 1.0
    yield "mark of a heading", float(_HEADING_MARK.match(text) is not None)
    yield "in brackets", float(_BRACKETED.match(text) is not None)
    yield "item of a list", float(_LISTED.match(text) is not None)
    yield "begins small", float(text[:1].islower())
    yield "ends as a sentence", float(unit.ended and is_sentence(unit))
    yield "two sentences", float(". " in text)
    yield "in capitals", float(is_capitals(text))
    yield "several cells", float(len(cells(text)) >= 3)
    yield "over several lines", float(len(unit.rows) > 1)
    yield "known as furniture", float(unit.mark is not None)


def _of_place(page: TitlePage, at: int) -> Iterator[tuple[str, float]]:
    units, first = page.units, page.first
    unit, following = units[at], units[at + 1 : at + 3]
    yield "far from the text", min(_NEAR, abs(first - at)) / _NEAR
    yield "within the text", float(at > first)
    yield "first of the page", float(at == 0)
    yield (
        "first that is no furniture",
        float(all(other.mark or DATE_LINE.match(other.text) for other in units[:at])),
    )
    between = units[at + 1 : first] if at < first else []
    yield "menus below", min(4, sum(1 for u in between if _is_navigation(u))) / 4
    yield "menus above", float(any(_is_navigation(u) for u in units[max(0, at - 3) : at]))
    apart = unit.gap and bool(following) and following[0].gap
    yield "blank lines around", float(apart)
    yield "above the text", float(bool(following) and following[0].prose)
    yield "above byline or date", float(bool(following) and is_below_title(following[0]))
    yield (
        "head of a newspaper",
        float(is_capitals(unit.text) and bool(following) and at < 4 and _is_issue(following[0])),
    )
    yield "byline or date near", float(any(is_below_title(u) for u in following))
    yield (
        "below a short menu",
        float(
            not unit.gap and at > 0 and units[at - 1].mark is not None and units[at - 1].words < 4
        ),
    )
    above = units[at - 1] if at else None
    is_free = above is not None and above.mark is None and above.kind is None
    yield (
        "below a free line",
        float(
            is_free
            and above is not None
            and above.words >= 3
            and at > 1
            and not is_capitals(above.text)
        ),
    )
    yield (
        "long line below a shorter one",
        float(is_free and above is not None and 2 <= above.words < unit.words and unit.words >= 11),
    )
    is_copy = above is not None and is_same(unit, above)
    yield "below a telling line", 0.0 if is_copy else _tells(page, above)
    yield (
        "above a longer line",
        float(bool(following) and following[0].mark is None and following[0].words > unit.words),
    )
    yield (
        "below a date",
        float(
            above is not None and (is_below_title(above) or DATE_LINE.match(above.text) is not None)
        ),
    )


def _tells(page: TitlePage, unit: Unit | None) -> float:
    """How far a line that is no furniture takes its words from the text."""
    if unit is None or unit.mark is not None or unit.kind is not None or unit.prose:
        return 0.0
    return min(1.0, sum(1 for word in heading_words(unit.text) if word in page.body) / 3)


def _of_page(page: TitlePage, at: int) -> Iterator[tuple[str, float]]:
    unit = page.units[at]
    key = bare_of(unit)
    is_short = unit.words <= 5 or (unit.is_cjk and len(unit.text) <= 12)
    in_foot = len(key) >= 4 and key in page.foot
    yield "short and at the foot again", float(in_foot and is_short)
    yield "long and at the foot again", float(in_foot and not is_short)
    yield (
        "quoted by the page",
        float(
            len(key) >= 6 and any(key == echo for echo, where in page.echoes if where is not unit)
        ),
    )
    yield "name of a known house", float(key in sources().bare_publishers)
    before = page.units[max(0, at - 8) : at]
    yield "second of two copies", float(any(is_same(unit, u) for u in before if not u.prose))
    copies = [u for u in page.units[: page.first] if u is not unit and is_same(u, unit)]
    yield "longer of two copies", float(any(len(bare_of(u)) < len(key) for u in copies))
    after = page.units[at + 1 : page.first]
    yield "first of two copies", float(any(is_same(unit, u) for u in after))


def _is_issue(unit: Unit) -> bool:
    """Whether a unit names the issue of a newspaper: its day, volume or price."""
    if unit.mark is not None:
        return (
            unit.mark.rule in ("running-head", "published-line") or "VOL" in unit.text[:8].upper()
        )
    return (DATE_LINE.match(unit.text) or PLACE_DATE_LINE.match(unit.text)) is not None


def _is_navigation(unit: Unit) -> bool:
    return unit.mark is not None and unit.mark.rule in _NAVIGATION


def _is_copyright(unit: Unit) -> bool:
    return unit.mark is not None and unit.mark.kind is LineKind.COPYRIGHT


def is_below_title(unit: Unit) -> bool:
    """Whether a unit is of the kind that stands between title and text: byline, date, links."""
    mark = unit.mark
    if mark:
        return mark.kind in (LineKind.BYLINE, LineKind.DATELINE) or mark.rule == "share-menu"
    return (DATE_LINE.match(unit.text) or PLACE_DATE_LINE.match(unit.text)) is not None


def is_same(unit: Unit, other: Unit) -> bool:
    """Whether two units have the same words, or one is cut off."""
    return is_same_words(bare_of(unit), bare_of(other))


def is_same_words(one: str, other: str) -> bool:
    """The same of bare words."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return short == long or (len(short) > 14 and long.startswith(short))


def bare_of(unit: Unit) -> str:
    """The bare words of a unit, worked out once; "" for long ones."""
    if not unit.bare and len(unit.text) <= 400:
        unit.bare = bare(unit.text)
    return unit.bare
