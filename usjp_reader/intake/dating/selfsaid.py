"""Sentences in which a page speaks of itself: "This article was first published on …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.intake.dating.claims import Claim, exact
from usjp_reader.knowledge.times import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.spans import Span
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_BEFORE = re.compile(
    r"\b(?:[Tt]his|[Tt]he (?:above|following|present|preceding)) (?:article|story|piece|essay|"
    r"report|interview|column|paper|post|editorial|speech|chapter|text|page|lecture)\b[^.;]{0,40}?"
    r"\b(?:published|appeared|posted|printed|written|issued|delivered|broadcast|released|ran)\b"
    r"[^.;]{0,70}$|"
    r"\b(?:[Ff]irst|[Oo]riginally) (?:appeared|published|posted|printed|broadcast|ran)\b"
    r"(?:[^.;]|\b(?:[Vv]ol|[Nn]os?|pp?|iss)\.){0,90}$|"
    r"\b[Rr]eprinted (?:with permission |by permission )?(?:from|of)\b[^.;]{0,80}$"
)
_JA_BEFORE = re.compile(
    r"(?:この|本|当該|上の|以下の|当サイトの|今回の)(?:記事|文章|原稿|論文|論考|コラム|社説|インタビュー|ページ|小論|"
    r"講演|談話)は?、?[^。]{0,24}$|^[（(〔\[【]?本記事は[^。]{0,24}$"
)
_JA_AFTER = re.compile(
    r"^(?:\([^)]{1,4}\))?(?:付|号|の朝刊|の夕刊)?(?:の?「[^」]*」|の?『[^』]*』)?(?:に|の|より|から)?[^。]{0,12}?"
    r"(?:公開|掲載|書かれ|執筆|配信|発表|作成|転載|の記事|収録|放送|脱稿)"
)
_CHANGED = re.compile(r"\b(?:updated|corrected|revised|amended)\b|更新|改訂|修正")
_FORMS = frozenset({Form.DAY, Form.MONTH})


def from_sentences(page: Page) -> Iterator[Claim]:
    """The day of the first sentence that says when the page itself was published."""
    for one, before, after, span in _dates(page):
        said = before + after
        is_own = _BEFORE.search(before) or (_JA_BEFORE.search(before) and _JA_AFTER.match(after))
        if is_own and one.days is not None and not _CHANGED.search(said):
            yield exact("self-said", one.days, span, one.text)
            return


def _dates(page: Page) -> Iterator[tuple[Expression, str, str, Span]]:
    """The days and months of the page, with the words of their line or sentence beside them."""
    for one in page.mentions:
        if one.form in _FORMS:
            before, after = page.before(one.span.start, 140), page.after(one.span.end, 60)
            yield one, before, after, page.source(one.span)
    for line in page.dated_lines:
        if line.is_content:
            continue
        for one in page.in_line(line):
            if one.form in _FORMS:
                before = page.text[line.span.start : one.span.start]
                yield one, before, page.text[one.span.end : line.span.end], one.span
