"""What speaks for and against a line being the title: clues by name, weighed by a shipped table.

Each clue is a number from 0 to 1. `resources/cleaning/title-clues.toml` says what each is worth;
`python -m tests.quality.weigh` works that out anew from articles that may be studied. A line is
first weighed alone; what stands just below a likely title is then less likely to be one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.credits import opening, sources
from usjp_reader.intake.cleaning.headline_clues import clues_of_headlines
from usjp_reader.intake.cleaning.names import is_masthead, is_names, is_person, is_signed
from usjp_reader.intake.cleaning.overlines import STANDS_ABOVE, clues_of_overlines
from usjp_reader.intake.cleaning.prose import heading_words, is_capitals, is_sentence, is_titled
from usjp_reader.intake.cleaning.publication_clues import (
    clues_of_publication,
    is_date,
    is_free,
    is_path,
)
from usjp_reader.intake.cleaning.rows import bare_of, is_same
from usjp_reader.intake.cleaning.shapes import cells
from usjp_reader.knowledge.letters import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.cleaning.publication_clues import Clue
    from usjp_reader.intake.cleaning.rows import Unit

_HEADING_MARK = re.compile(r"^#{1,3}\s+\S")
_BRACKETED = re.compile(r"^[\[(（【〔≪《〈＜<].*[\])）】〕≫》〉＞>]$|^[~～–—=＝-].*[~～–—=＝-]$")
_LISTED = re.compile(
    r"^(?:[•●◦▪*·–-]\s|\(?\d{1,2}[.)]?\s|[（(]?[０-９]{1,2}[．.）)、　]|[①-⑳]|[・○]\s?|"
    r"[一二三四五六七八九十]{1,2}[、．.　 ]\s?\S)"
)
_ECHO = re.compile(r"[“\"「『]([^“”\"「」『』]{8,160})[”\"」』]")
_NAVIGATION = frozenset(
    {"site-menu", "menu-row", "breadcrumb", "skip-link", "login", "consent", "newsletter"}
)
_DASH = re.compile("—|--+| [–-] ")
_COMPOUND = re.compile(r"[A-Z.]+[–-][A-Z]")
"""A name of two ("U.S.–Japan"), and not a place before a dash."""
_ARTICLE = re.compile(r"(?:the|an?) ")
CALLS_ITSELF = re.compile(
    r"(?:head(?:line|ing)|title|subject|見出し|題名|題目|件名|タイトル)\s?[:：]\s*\S", re.IGNORECASE
)
_IN_A_ROW = re.compile(r" · |: ")
_OPENS_LETTER = re.compile(r"(?:my )?dear |gentlemen:|sirs?[,:]|拝啓|謹啓|前略", re.IGNORECASE)
_LONGEST_TERM, _LONGEST_HEAD, _LONG_WORD = 80, 160, 4
_LIKELY = 6.0
NO_TITLE = {"no title": 1.0}
"""The clues of a page without a title."""
LIKELY_ABOVE = "below a likely title"
MANY_BELOW = "many other lines below"
"""The clues that rest on the other candidates."""
MANY_SHARED, FIRST_PRINTED = "many words shared", "first of a printed block"
"""Clues on which others rest."""


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What the clues need to know of a page.

    Attributes:
        units: All units.
        proses: Those that are running text; at least one.
        first: The first of them.
        text: The beginning of the running text.
        body: The same, case folded.
        head: Its first words, case folded, without an article.
        bare_head: The same, bare.
        is_wrapped: Whether its text was wrapped by hand or in a printed column.
        echoes: What the page quotes outside its running text, bare, and where ("3 on “…”").
    """

    units: list[Unit]
    proses: list[int]
    first: int
    text: str
    body: str
    head: str
    bare_head: str
    echoes: tuple[tuple[str, Unit], ...]
    is_wrapped: bool


def title_page(units: list[Unit], proses: list[int]) -> TitlePage:
    """Gather what the clues need; `proses` are the units of running text, at least one."""
    quoting = [unit for unit in units if not unit.prose and len(unit.text) <= 200]
    text = " ".join(units[at].text for at in proses[:12])[:6000]
    head = _ARTICLE.sub("", text[:_LONGEST_HEAD].casefold().lstrip(), count=1)
    return TitlePage(
        units,
        proses,
        proses[0],
        text,
        text.casefold(),
        head,
        bare(head),
        tuple((bare(echo), unit) for unit in quoting for echo in _ECHO.findall(unit.text)),
        any(len(units[at].rows) > 1 for at in proses[:4]),
    )


def clues_of(page: TitlePage, candidates: list[int]) -> list[dict[str, float]]:
    """The clues that each candidate gives alone, by name; those that are naught are left out."""
    return [{name: float(value) for name, value in _clues(page, at) if value} for at in candidates]


def joined_above(page: TitlePage, candidates: list[int]) -> list[list[int]]:
    """For each candidate the places, in the list, of those just above that may be its title."""
    return [
        [
            n
            for n, one in enumerate(candidates[:place])
            if at - one <= 4 and _is_joined(page, one, at)
        ]
        for place, at in enumerate(candidates)
    ]


def with_likely(
    found: list[dict[str, float]], joined: list[list[int]], alone: dict[str, float]
) -> list[dict[str, float]]:
    """The clues of all candidates, with what rests on the lines above.

    Args:
        found: What `clues_of` says.
        joined: What `joined_above` says.
        alone: The weights of clues of lines that are weighed alone.
    """
    sums = [
        min(1.0, max(0.0, weighed(clues, alone) / _LIKELY)) * _telling(clues) for clues in found
    ]
    likely = [max([0.0, *(sums[n] for n in above)]) for above in joined]
    free = [
        not clues.get("known as furniture") and not clues.get("of a printed column")
        for clues in found
    ]
    return [
        {
            **clues,
            LIKELY_ABOVE: value,
            MANY_BELOW: min(4, max(0, sum(free[place + 1 :]) - 1)) / 4,
        }
        for place, (clues, value) in enumerate(zip(found, likely, strict=True))
    ]


def _telling(clues: dict[str, float]) -> float:
    """How far a line takes words from the text: a title does, a motto of the house does not.

    What heads a block in a printed column is half a headline by its place.
    """
    if clues.get("in brackets") or not STANDS_ABOVE.isdisjoint(clues):
        return 0.0
    printed = clues.get(FIRST_PRINTED, 0.0) / 2
    return max(printed, min(1.0, 2 * clues.get(MANY_SHARED, 0.0)))


def weighed(clues: dict[str, float], weights: dict[str, float]) -> float:
    """What clues are worth together."""
    return sum(weights.get(name, 0.0) * value for name, value in clues.items())


@cache
def title_weights() -> dict[str, dict[str, float]]:
    """The shipped tables, read once."""
    return read_toml(resource("cleaning", "title-clues.toml"))


def _clues(page: TitlePage, at: int) -> Iterator[Clue]:
    opens = _opens(page, page.units[at])
    yield "opens the text", opens
    yield from _of_words(page, at)
    yield from _of_shape(page.units[at])
    yield from _of_names(page, page.units[at], opens=opens)
    yield from clues_of_publication(page.units, page.first, at)
    yield from clues_of_headlines(page.units, page.proses, at)
    yield from clues_of_overlines(page.units, page.first, at, printed=page.is_wrapped)
    yield from _of_place(page, at)
    yield from _of_neighbours(page, at)
    yield from _of_page(page, at)


def _of_words(page: TitlePage, at: int) -> Iterator[Clue]:
    unit = page.units[at]
    text = unit.text
    if text.endswith((":", "：")) and unit.words >= 3 and at + 1 < len(page.units):
        text = f"{text} {page.units[at + 1].text}"  # a title printed on two lines
    shared = sum(1 for word in heading_words(text) if _stem(word) in page.body)
    yield MANY_SHARED, min(shared, 4) / 4
    yield "two words shared", shared >= 2


def _stem(word: str) -> str:
    """The beginning of a word, for its kin are in the text as well ("ratified", "ratification")."""
    return word[: max(5, len(word) - 3)]


def _opens(page: TitlePage, unit: Unit) -> bool:
    """Whether the text begins by saying what its heading is, as reference works do."""
    length = len(unit.text)
    if length > _LONGEST_TERM or ":" in page.head[: length + 12]:
        return False
    own = bare(_ARTICLE.sub("", unit.text.casefold(), count=1))
    return len(own) >= (4 if unit.is_cjk else 6) and page.bare_head.startswith(own)


def _is_name(page: TitlePage, unit: Unit) -> bool:
    """Whether the text says the very words, in capitals: it names a programme or a house."""
    own = unit.text.partition(" with ")[0]
    is_named = is_titled(unit) and " " in own and not unit.is_cjk
    return is_named and (own.title() if own.isupper() else own) in page.text


def _of_shape(unit: Unit) -> Iterator[Clue]:
    text = unit.text
    yield f"length {_length(unit)}", 1.0
    yield "says that it is the title", CALLS_ITSELF.match(text) is not None
    yield "mark of a heading", _HEADING_MARK.match(text) is not None
    yield "in brackets", _BRACKETED.match(text) is not None
    yield "item of a list", _LISTED.match(text) is not None
    yield "begins small", text[:1].islower()
    yield "ends as a sentence", unit.ended and is_sentence(unit)
    yield "two sentences", ". " in text and unit.words > 4
    is_plain = not unit.is_cjk and not is_titled(unit)
    yield "flows as a sentence", is_plain and unit.words >= 4 and text[:1].isupper()
    yield "several cells", len(cells(text)) >= 3
    yield "short cells", is_path(text)
    is_compound = _COMPOUND.match(text) is not None
    yield "opens as a text", not is_compound and opening(text).dateline is not None
    yield "parts between dashes", len(_DASH.findall(text)) >= 2
    yield "over several lines", len(unit.rows) > 1
    yield "known as furniture", unit.mark is not None


def _length(unit: Unit) -> str:
    length = len(unit.text) // 2 if unit.is_cjk else unit.words
    bounds = (2, 3, 5, 7, 14, 20) if unit.is_cjk else (1, 2, 3, 7, 14, 20)
    names = ("1", "2", "3", "4-7", "8-14", "15-20")
    return next((name for most, name in zip(bounds, names, strict=True) if length <= most), "more")


def _of_names(page: TitlePage, unit: Unit, *, opens: bool) -> Iterator[Clue]:
    text = unit.text
    yield "called as papers are", is_masthead(text)
    yield "name of a known house", bare_of(unit) in sources().bare_publishers
    yield "a name in the text", not opens and _is_name(page, unit)
    if opens:
        return  # the name of whom a work of reference tells
    is_single = unit.words <= 12 and (is_person(text) or _is_loud_person(unit))
    is_single = is_single and not _has_words(page, text)
    yield "name of a person", is_single
    yield "names of people", not is_single and (is_names(text) or is_signed(text))


def _has_words(page: TitlePage, text: str) -> bool:
    """Whether the text has a word of a line in small letters: it is no name of anybody."""
    words = (word for word in text.casefold().split() if len(word) >= _LONG_WORD)
    return any(f" {word} " in page.text or f" {word}," in page.text for word in words)


def _is_loud_person(unit: Unit) -> bool:
    return 2 <= unit.words <= 3 and is_capitals(unit.text) and is_person(unit.text.title())


def _of_place(page: TitlePage, at: int) -> Iterator[Clue]:
    units, first = page.units, page.first
    yield "within the text", at > first
    yield "first of the page", at == 0
    yield "alone above the text", at == 0 and first == 1
    yield "above a salutation", any(_OPENS_LETTER.match(u.text) for u in units[at + 1 : first + 1])
    yield "of a printed column", page.is_wrapped
    between = units[at + 1 : first] if at < first else []
    yield "menus below", min(4, sum(map(_is_navigation, between))) / 4
    yield "menus above", any(map(_is_navigation, units[max(0, at - 3) : at]))
    yield "byline above", any(map(_is_byline, units[max(0, at - 5) : at]))
    yield "byline below", any(map(_is_byline, between[:5]))


def _of_neighbours(page: TitlePage, at: int) -> Iterator[Clue]:
    units, unit = page.units, page.units[at]
    above = units[at - 1] if at else None
    below = units[at + 1] if at + 1 < len(units) else None
    if below is None:
        return
    yield "blank lines around", unit.gap and below.gap
    yield "above the text", below.prose
    yield "head of a newspaper", is_capitals(unit.text) and at < 4 and _is_issue(below)
    yield "above a deck", _is_above_deck(unit, below)
    yield "above a longer line", below.mark is None and below.words > unit.words
    opens = not below.gap and not below.mark
    is_first = opens and (unit.gap or above is None or not is_free(above))
    yield FIRST_PRINTED, is_first and page.is_wrapped


def _is_above_deck(unit: Unit, below: Unit) -> bool:
    """Whether a title of a few capitalised words stands above a long line that flows."""
    is_short = 3 <= unit.words <= 8 and is_titled(unit) and not is_capitals(unit.text)
    is_long = below.words >= 9 and below.words >= 1.5 * unit.words and not is_titled(below)
    return is_short and is_long and not below.is_cjk and is_free(unit) and is_free(below)


def _of_page(page: TitlePage, at: int) -> Iterator[Clue]:
    unit = page.units[at]
    key = bare_of(unit)
    echoed = any(key == echo for echo, where in page.echoes if where is not unit)
    yield "quoted by the page", len(key) >= 6 and echoed
    above = page.units[max(0, at - 12) : at]
    listed = [_LISTED.sub("", u.text) for u in above]
    listed += [one for u in above if "·" in u.text for one in _IN_A_ROW.split(u.text)]
    yield "named by a list above", len(key) >= 4 and any(key == bare(one) for one in listed)
    copies = [u for u in page.units[: page.first] if u is not unit and is_same(u, unit)]
    yield "longer of two copies", any(len(bare_of(u)) < len(key) for u in copies)


def _is_joined(page: TitlePage, above: int, at: int) -> bool:
    """Whether no menu stands between two lines, and they are no copies of one another."""
    between = page.units[above + 1 : at]
    return not any(map(_is_navigation, between)) and not is_same(page.units[above], page.units[at])


def _is_issue(unit: Unit) -> bool:
    """Whether a unit names the issue of a newspaper: its day, volume or price."""
    if unit.mark is not None:
        return (
            unit.mark.rule in ("running-head", "published-line") or "VOL" in unit.text[:8].upper()
        )
    return is_date(unit)


def _is_navigation(unit: Unit) -> bool:
    return unit.mark is not None and unit.mark.rule in _NAVIGATION


def _is_byline(unit: Unit) -> bool:
    return unit.mark is not None and unit.mark.kind is LineKind.BYLINE
