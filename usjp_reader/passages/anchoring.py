"""Finding passages again when their text has changed.

A passage is moved silently only where its place is beyond doubt: its words are nearly the same and
stand there once. Short or repeated words need the same words around them too. Everything else is
shown to the reader to check, or has no place; it is never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from usjp_reader.domain.passages import Anchor, PassageState
from usjp_reader.domain.spans import Span
from usjp_reader.passages.following import follow
from usjp_reader.passages.squeezing import Squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.passages.squeezing import Fold

SHORT = 24
"""Quotes of fewer code points say too little to be found by themselves."""
_NEAR = 0.9
_SAME_CONTEXT = 0.7
_TIE = 0.03


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a passage now stands; `anchor` is None for an orphan, whose old anchor stays valid."""

    anchor: Anchor | None
    state: PassageState


ORPHAN = Placed(None, PassageState.ORPHAN)


def find(anchor: Anchor, new: str, new_sha: str, old: str | None, fold: Fold) -> Placed:
    """Look for a passage in another version of its text.

    Args:
        anchor: Where it stood.
        new: The text to look in.
        new_sha: The name of `new`.
        old: The text that `anchor` points into, if it is still known; without it the search is
            more careful.
        fold: Takes differences of case, width and typography away and keeps the length.
    """
    if anchor.text_sha == new_sha:
        return Placed(anchor, PassageState.ANCHORED)
    return _Search(anchor, new, new_sha, old, fold).result()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place that may be the right one, in squeezed positions; likenesses are 0 to 1."""

    span: Span
    quote: float
    prefix: float
    suffix: float

    @property
    def score(self) -> float:
        return (50 * self.quote + 20 * self.prefix + 20 * self.suffix) / 90

    @property
    def best_context(self) -> float:
        return max(self.prefix, self.suffix)

    @property
    def worst_context(self) -> float:
        return min(self.prefix, self.suffix)


class _Search:
    """One passage looked for in one text."""

    def __init__(self, anchor: Anchor, new: str, new_sha: str, old: str | None, fold: Fold) -> None:
        self._anchor = anchor
        self._new, self._new_sha = new, new_sha
        self._old = old if old is not None and anchor.span.of(old) == anchor.exact else None
        self._fold = fold
        self._quote, self._prefix, self._suffix = (
            Squeezed.of(text, fold).text for text in (anchor.exact, anchor.prefix, anchor.suffix)
        )

    def result(self) -> Placed:
        if self._stayed():
            return self._placed(self._anchor.span, PassageState.ANCHORED)
        if not self._quote:
            return ORPHAN
        followed = self._followed()
        if followed is not None and followed.state is PassageState.MOVED:
            return followed
        searched = self._searched()
        if followed is None or searched.state is PassageState.MOVED:
            return searched
        return followed

    @cached_property
    def _squeezed(self) -> Squeezed:
        return Squeezed.of(self._new, self._fold)

    @cached_property
    def _squeezed_old(self) -> Squeezed | None:
        return None if self._old is None else Squeezed.of(self._old, self._fold)

    @cached_property
    def _is_weak(self) -> bool:
        """Whether the words alone do not name one place: too short, or there more than once."""
        if len(self._anchor.exact) < SHORT or len(self._squeezed.places(self._quote)) > 1:
            return True
        old = self._squeezed_old
        return old is not None and len(old.places(self._quote)) > 1

    @cached_property
    def _is_framed(self) -> bool:
        """Whether the words with all that stood around them stand once in either text."""
        framed = self._prefix + self._quote + self._suffix
        old = self._squeezed_old
        return (
            old is not None
            and len(old.places(framed)) == 1
            and len(self._squeezed.places(framed)) == 1
        )

    def _is_certain(self, place: _Candidate) -> bool:
        if self._is_weak:
            return self._is_framed and place.quote == place.prefix == place.suffix == 1.0
        if place.quote == 1.0:
            return True
        return place.quote >= _NEAR and place.best_context >= _SAME_CONTEXT

    def _placed(self, span: Span, state: PassageState) -> Placed:
        return Placed(Anchor.in_text(self._new, self._new_sha, span), state)

    def _with_blanks(self, span: Span) -> Span:
        """A found place with the outer blanks that the quote had too."""
        quote, text = self._anchor.exact, self._new
        start, end = span.start, span.end
        if quote[0].isspace() and start and text[start - 1].isspace():
            start -= 1
        if quote[-1].isspace() and end < len(text) and text[end].isspace():
            end += 1
        return Span(start, end)

    def _stayed(self) -> bool:
        """Whether the same words stand at the same place, and could stand nowhere else."""
        span = self._anchor.span
        if span.of(self._new) != self._anchor.exact:
            return False
        before = self._new[max(0, span.start - len(self._anchor.prefix)) : span.start]
        return before == self._anchor.prefix and (not self._is_weak or self._is_framed)

    def _followed(self) -> Placed | None:
        """What the comparison of both texts says; None when the words are gone or unknown."""
        if self._old is None:
            return None
        found = follow(self._fold(self._old), self._fold(self._new), self._anchor.span)
        if found is None or found.survived < 0.5:
            return None
        place = self._candidate(
            Span(
                self._squeezed.from_source(found.span.start),
                self._squeezed.from_source(found.span.end),
            )
        )
        if place.quote < 0.5:
            return None
        sure = place.quote >= _NEAR and self._is_certain(place)
        span = self._with_blanks(found.span)
        return self._placed(span, PassageState.MOVED if sure else PassageState.CHECK)

    def _searched(self) -> Placed:
        """The best place by the words and what stood around them."""
        found = sorted(filter(self._is_acceptable, self._candidates()), key=lambda one: one.score)
        if not found:
            return ORPHAN
        best = found[-1]
        tied = len(found) > 1 and best.score - found[-2].score < _TIE
        sure = best.quote >= _NEAR and not tied and self._is_certain(best)
        span = self._with_blanks(self._squeezed.to_source(best.span))
        return self._placed(span, PassageState.MOVED if sure else PassageState.CHECK)

    def _candidates(self) -> Iterator[_Candidate]:
        exact = self._squeezed.places(self._quote)
        for start in exact:
            yield self._candidate(Span(start, start + len(self._quote)))
        if exact or len(self._quote) < 4:
            return
        best = self._nearest(Span(0, len(self._squeezed.text)))
        if best is None:
            return
        yield self._candidate(best)
        for rest in (Span(0, best.start), Span(best.end, len(self._squeezed.text))):
            other = self._nearest(rest)
            if other is not None:
                yield self._candidate(other)

    def _nearest(self, within: Span) -> Span | None:
        """The stretch that is most like the quote, if any is like it at all."""
        text = within.of(self._squeezed.text)
        if len(text) < len(self._quote):
            return None
        found = fuzz.partial_ratio_alignment(self._quote, text, score_cutoff=50)
        if found is None or found.dest_start >= found.dest_end:
            return None
        return Span(within.start + found.dest_start, within.start + found.dest_end)

    def _candidate(self, span: Span) -> _Candidate:
        text = self._squeezed.text
        return _Candidate(
            span,
            Levenshtein.normalized_similarity(self._quote, span.of(text)),
            _likeness(self._prefix, text[max(0, span.start - len(self._prefix)) : span.start]),
            _likeness(self._suffix, text[span.end : span.end + len(self._suffix)]),
        )

    def _is_acceptable(self, place: _Candidate) -> bool:
        """Whether a place found by its words is worth asking about."""
        if self._is_weak and place.best_context < _SAME_CONTEXT:
            return False
        if self._old is not None:  # the comparison says that the words are gone from their place
            return place.quote >= _NEAR
        if len(self._anchor.exact) < SHORT:
            return place.quote >= _NEAR or place.worst_context >= 0.85
        return place.quote >= 0.8 or (place.quote >= 0.5 and place.worst_context >= _SAME_CONTEXT)


def _likeness(was: str, now: str) -> float:
    """How like two contexts are; at the edge of the text there was nothing to compare."""
    return 1.0 if was == now else Levenshtein.normalized_similarity(was, now)
