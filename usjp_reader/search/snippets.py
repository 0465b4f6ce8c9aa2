"""Where the words that were searched for stand, and a stretch of text that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Snippet
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.folding import folded
from usjp_reader.search.terms import pattern

if TYPE_CHECKING:
    from usjp_reader.domain.texts import DerivedText
    from usjp_reader.search.terms import Term

_WIDTH = 150
_BEFORE = 30
_MOST_HITS = 5_000
"""More hits in one article are not drawn; the count in the window says so."""


def hits(derived: DerivedText, terms: tuple[Term, ...]) -> tuple[Span, ...]:
    """Where the wanted terms stand: positions in the derived text, in order."""
    wanted = pattern(terms)
    if wanted is None:
        return ()
    found = []
    for match in wanted.finditer(folded(derived.text)):
        if match.end() > match.start():
            found.append(Span(match.start(), match.end()))
        if len(found) == _MOST_HITS:
            break
    return tuple(found)


def hits_in_source(derived: DerivedText, terms: tuple[Term, ...]) -> tuple[Span, ...]:
    """Where the wanted terms stand in the source text."""
    return tuple(derived.to_source(span) for span in hits(derived, terms))


def snippet(derived: DerivedText, terms: tuple[Term, ...]) -> Snippet | None:
    """A stretch of one paragraph around the first hit that is not in the title, with its hits."""
    found = hits(derived, terms)
    if not found:
        return None
    title_end = derived.text.find("\n")
    first = next((span for span in found if span.start > title_end), found[0])
    window = _window(derived.text, first)
    inside = tuple(
        clipped.shifted(-window.start)
        for clipped in (span.clipped(window) for span in found)
        if clipped is not None
    )
    text = window.of(derived.text)
    head = "…" if window.start and derived.text[window.start - 1] != "\n" else ""
    tail = "…" if window.end < len(derived.text) and derived.text[window.end] != "\n" else ""
    return Snippet(head + text + tail, tuple(span.shifted(len(head)) for span in inside))


def _window(text: str, hit: Span) -> Span:
    """A window of the paragraph of `hit` that begins and ends between words."""
    paragraph = Span(text.rfind("\n", 0, hit.start) + 1, _or(text.find("\n", hit.end), len(text)))
    start = max(paragraph.start, hit.start - _BEFORE)
    if start > paragraph.start:
        start = min(_or(text.find(" ", start, hit.start), start - 1) + 1, hit.start)
    end = min(paragraph.end, max(start + _WIDTH, hit.end))
    if end < paragraph.end:
        end = max(_or(text.rfind(" ", hit.end, end), end), hit.end)
    return Span(start, end)


def _or(found: int, otherwise: int) -> int:
    return found if found >= 0 else otherwise
