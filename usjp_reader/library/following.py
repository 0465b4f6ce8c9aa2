"""Corrections after the text of their article changed: they follow it, and so can be taken back.

Where a corrected line or word is in the new text is looked for as for passages; one that is not
found beyond doubt stays with the old text and waits. A correction of a field, or of words of the
article, is written again, so that the library knows the article by its new text as well.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.clock import now
from usjp_reader.domain.corrections import LineCorrection, ReadingCorrection
from usjp_reader.domain.naming import LinkCorrection
from usjp_reader.domain.passages import PassageState
from usjp_reader.knowledge.folding import folded
from usjp_reader.library import correction_values as values
from usjp_reader.passages import anchoring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.corrections import Correction
    from usjp_reader.domain.texts import TextVersion
    from usjp_reader.library.work import Work

FOLLOWED = "article.followed"
"""What the program does by itself after a text changed; "Undo" passes it over."""
_FOUND = frozenset({PassageState.ANCHORED, PassageState.MOVED})


def followed(
    work: Work, article: Article, old_text: Callable[[str], TextVersion | None]
) -> Change | None:
    """The change by which all corrections of an article follow its new text; None for none.

    Args:
        work: The reader's work.
        article: As it is now.
        old_text: Gives a text that was corrected, by its name.
    """
    items = tuple(_items(work, article, old_text))
    return Change(FOLLOWED, items, now()) if items else None


def _items(
    work: Work, article: Article, old_text: Callable[[str], TextVersion | None]
) -> Iterator[ItemChange]:
    for noun in values.OF_ARTICLES:
        for key, correction in work.corrections(noun).items():
            before = work.correction_values(noun, key)
            if getattr(correction, "article", "") != article.uid or before is None:
                continue
            moved = _moved(correction, article, old_text)
            if moved is not None:
                when = {"modified": now().isoformat()}
                yield ItemChange(noun, key, before, {**before, **values.to_values(moved), **when})


def _moved(
    correction: Correction, article: Article, old_text: Callable[[str], TextVersion | None]
) -> Correction | None:
    """A correction at its place in the present text; None where it is there or is not found."""
    if not isinstance(correction, LineCorrection | ReadingCorrection | LinkCorrection):
        return correction
    anchor, version = correction.anchor, article.version
    if anchor.text_sha == version.sha:
        return None
    old = old_text(anchor.text_sha)
    found = anchoring.find(anchor, version.text, version.sha, old.text if old else None, folded)
    if found.anchor is None or found.state not in _FOUND:
        return None
    return replace(correction, anchor=found.anchor)
