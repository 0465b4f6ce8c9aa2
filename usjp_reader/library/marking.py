"""What the reader does to passages and flags, as committed changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.clock import now
from usjp_reader.domain.passages import Anchor, Passage, new_id, normalised_tag
from usjp_reader.knowledge.folding import folded
from usjp_reader.library.work import NOTED, flag_key
from usjp_reader.passages import anchoring, editing
from usjp_reader.passages.graphemes import snapped
from usjp_reader.store.user.log import ArticleStub

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Future

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.passages import Colour
    from usjp_reader.domain.spans import Span
    from usjp_reader.domain.texts import TextVersion
    from usjp_reader.library.work import Work


class Marking:
    """The verbs of the reader's work."""

    def __init__(
        self, work: Work, lineage: Callable[[str], tuple[str, ...]], creator: str = ""
    ) -> None:
        """Make the verbs.

        Args:
            work: Where changes go.
            lineage: The names of an article's texts, the latest first.
            creator: The name that new passages carry.
        """
        self._work = work
        self._lineage = lineage
        self.creator = creator

    def mark(
        self,
        article: Article,
        span: Span,
        colour: Colour,
        note: str = "",
        tags: Iterable[str] = (),
    ) -> tuple[Passage, Future[Change]]:
        """Mark a span of an article; it is widened so as not to cut a character in two.

        Raises:
            ValueError: The span is empty or reaches beyond the text.
        """
        version, at = article.version, now()
        anchor = Anchor.in_text(version.text, version.sha, snapped(version.text, span))
        kept = tuple(dict.fromkeys(tag for tag in map(normalised_tag, tags) if tag))
        passage = Passage(new_id(), article.uid, anchor, colour, at, at, self.creator, note, kept)
        change = editing.mark([passage], at, self.creator)
        return passage, self._work.commit(change, (version,), (self.stub(article),))

    def unmark(self, passages: Sequence[Passage]) -> Future[Change]:
        """Take passages away."""
        return self._work.commit(editing.unmark(passages, now(), self.creator))

    def recolour(self, passages: Sequence[Passage], colour: Colour) -> Future[Change]:
        """Give passages another colour."""
        return self._work.commit(editing.recolour(passages, colour, now(), self.creator))

    def annotate(self, passage: Passage, note: str) -> Future[Change]:
        """Replace the note of a passage."""
        return self._work.commit(editing.annotate(passage, note, now(), self.creator))

    def retag(
        self, passages: Sequence[Passage], add: Iterable[str], remove: Iterable[str]
    ) -> Future[Change]:
        """Add and take away tags."""
        return self._work.commit(editing.retag(passages, add, remove, now(), self.creator))

    def confirm(self, passages: Sequence[Passage]) -> Future[Change]:
        """Accept the proposed places of passages that were to be checked."""
        return self._work.commit(editing.confirm(passages, now(), self.creator))

    def set_flag(
        self, article: Article, flag: str, *, on: bool, noted: bool = False
    ) -> Future[Change] | None:
        """Set or clear `read` or `starred`; None when it is so already.

        Args:
            article: The article.
            flag: Which flag.
            on: Whether it is set.
            noted: The program noted it by itself: no business of "Undo".
        """
        if self._work.has_flag(article.uid, flag) == on:
            return None
        values = {"article": article.uid, "flag": flag}
        before, after = (None, values) if on else (values, None)
        item = ItemChange("flag", flag_key(article.uid, flag), before, after)
        action = NOTED if noted else f"article.{flag}"
        change = Change(action, (item,), now(), self.creator)
        return self._work.commit(change, articles=(self.stub(article),))

    def reanchor(
        self, changed: Iterable[Article], old_text: Callable[[str], TextVersion | None]
    ) -> Future[Change] | None:
        """Find the passages of articles whose texts changed; one change for all of them.

        Returns:
            The commit, or None when no passage was touched.
        """
        found, texts, stubs = [], [], []
        for article in changed:
            version = article.version
            moved = [
                (passage, self._find(passage, version, old_text))
                for passage in self._work.passages(article.uid)
                if passage.anchor.text_sha != version.sha
            ]
            if moved:
                found += moved
                texts.append(version)
                stubs.append(self.stub(article))
        change = editing.reanchor(found, now(), self.creator)
        return self._work.commit(change, tuple(texts), tuple(stubs)) if change.items else None

    def _find(
        self,
        passage: Passage,
        version: TextVersion,
        old_text: Callable[[str], TextVersion | None],
    ) -> anchoring.Placed:
        old = old_text(passage.anchor.text_sha)
        return anchoring.find(
            passage.anchor, version.text, version.sha, old.text if old else None, folded
        )

    def stub(self, article: Article) -> ArticleStub:
        """What is kept of an article beside the reader's work, should its file be lost."""
        published = article.published.value
        lineage = self._lineage(article.uid) or (article.version.sha,)
        return ArticleStub(
            article.uid,
            article.metadata.title or "",
            article.metadata.source or "",
            published.value if published else "",
            lineage,
        )
