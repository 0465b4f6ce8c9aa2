"""What was typed into the search box, as terms; and the terms as FTS5 and as a pattern.

Words, "phrases", prefix* and -excluded words. Every string means something, and none reaches SQLite
as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from usjp_reader.knowledge.deriving import CJK, cjk_bigrams, plain
from usjp_reader.knowledge.folding import folded

_TYPED = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_RUNS = re.compile(rf"[{CJK}]+|[^\W_{CJK}]+")
_IS_CJK = re.compile(f"[{CJK}]")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to be found.

    Attributes:
        runs: Its words, or runs of Japanese, that must follow one another.
        is_prefix: The last word may go on.
        excluded: It must not be there.
    """

    runs: tuple[str, ...]
    is_prefix: bool = False
    excluded: bool = False


def parse(typed: str) -> tuple[Term, ...]:
    """The terms in `typed`, each once; signs that are no part of any word mean nothing."""
    terms: dict[Term, None] = {}
    for minus, phrase, word in _TYPED.findall(unicodedata.normalize("NFC", typed)):
        body = phrase or word
        runs = tuple(_RUNS.findall(plain(body)))
        if runs:
            terms[Term(runs, not phrase and body.endswith("*"), bool(minus))] = None
    return tuple(terms)


def expression(term: Term) -> str:
    """The FTS5 query for one term; it has no operators that the reader typed."""
    parts: list[str] = []
    latin: list[str] = []
    for run in term.runs:
        if _IS_CJK.match(run):
            parts.append(_cjk_expression(run))
        else:
            latin.append(run)
    if latin:
        star = " *" if term.is_prefix and not _IS_CJK.match(term.runs[-1]) else ""
        parts.append(f'{{title body}} : "{" ".join(latin)}"{star}')
    return " AND ".join(f"({part})" for part in parts)


def _cjk_expression(run: str) -> str:
    # A single character is the beginning of a bigram, or the lone last character of a run.
    if len(run) == 1:
        return f'cjk : "{folded(run)}" *'
    return f'cjk : "{cjk_bigrams(run)}"'


_WORD = rf"[^\W_{CJK}]"
_START, _END = rf"(?:(?<!{_WORD})|(?=[{CJK}]))", rf"(?:(?!{_WORD})|(?<=[{CJK}]))"
"""Where a word may begin and end; a run of Japanese may anywhere."""


@lru_cache(maxsize=64)
def pattern(terms: tuple[Term, ...]) -> re.Pattern[str] | None:
    """What the wanted terms look like in folded derived text, or None when there is nothing."""
    wanted = {_term_pattern(term) for term in terms if not term.excluded}
    # The longest first, so that a phrase is shown whole rather than as its first word.
    ordered = sorted(wanted, key=lambda body: (-len(body), body))
    return re.compile(f"{_START}(?:{'|'.join(ordered)}){_END}") if ordered else None


def _term_pattern(term: Term) -> str:
    body = re.escape(folded(term.runs[0]))
    for before, run in pairwise(term.runs):
        # Two words have something between them; words and Japanese runs may touch.
        least = 0 if _IS_CJK.match(before) or _IS_CJK.match(run) else 1
        body += rf"[\W_]{{{least},8}}" + re.escape(folded(run))
    return body + f"{_WORD}*" if term.is_prefix and not _IS_CJK.match(term.runs[-1]) else body
