"""What was typed into the search box, as terms; and the terms as FTS5 and as a pattern.

Words, "phrases", prefix* and -excluded words. Every string means something, and none reaches SQLite
as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from usjp_reader.knowledge.deriving import cjk_bigrams, plain
from usjp_reader.knowledge.folding import folded

_TYPED = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_CJK = r"\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_IS_CJK = re.compile(rf"[{_CJK}]")


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
    """The terms in `typed`; signs that are no part of any word mean nothing."""
    terms = []
    for minus, phrase, word in _TYPED.findall(typed.replace("\0", " ")):
        body = phrase or word
        runs = tuple(_RUNS.findall(plain(body)))
        if runs:
            terms.append(Term(runs, not phrase and body.endswith("*"), bool(minus)))
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
        return f'cjk : "{run}" *'
    return f'cjk : "{cjk_bigrams(run)}"'


@cache
def pattern(terms: tuple[Term, ...]) -> re.Pattern[str] | None:
    """What the wanted terms look like in folded derived text, or None when there is nothing."""
    wanted = [_term_pattern(term) for term in terms if not term.excluded]
    # The longest first, so that a phrase is shown whole rather than as its first word.
    wanted.sort(key=len, reverse=True)
    return re.compile("|".join(wanted)) if wanted else None


def _term_pattern(term: Term) -> str:
    separator = rf"[^\w{_CJK}]{{0,3}}"
    body = separator.join(re.escape(folded(run)) for run in term.runs)
    start = "" if _IS_CJK.match(term.runs[0]) else rf"(?<![^\W{_CJK}])"
    if _IS_CJK.match(term.runs[-1]):
        return start + body
    return start + body + (rf"[^\W{_CJK}]*" if term.is_prefix else rf"(?![^\W{_CJK}])")
