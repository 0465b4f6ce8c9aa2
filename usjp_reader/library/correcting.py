"""What the reader corrects in what the program found, as committed changes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from usjp_reader.domain.corrections import (
    PUBLISHED,
    FieldCorrection,
    LineCorrection,
    LineRule,
    ReadingCorrection,
)
from usjp_reader.domain.passages import Anchor, new_id
from usjp_reader.domain.texts import LineKind
from usjp_reader.knowledge.folding import line_key
from usjp_reader.library import correction_values as values
from usjp_reader.library import field_values
from usjp_reader.library.saying import Saying
from usjp_reader.passages.graphemes import snapped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from concurrent.futures import Future

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.changes import Change, ItemChange
    from usjp_reader.domain.passages import Passage
    from usjp_reader.domain.spans import Span
    from usjp_reader.domain.texts import Line
    from usjp_reader.library.marking import Marking
    from usjp_reader.library.work import Work

TEXT, FURNITURE = LineKind.BODY, LineKind.BOILERPLATE
"""What "this is text" and "this is furniture" make of a line."""


class Correcting:
    """The verbs by which the reader corrects the program.

    Every verb is one change, which "Undo" takes back; the articles are read again in its wake.
    """

    def __init__(
        self,
        work: Work,
        marking: Marking,
        source_key: Callable[[str], str],
    ) -> None:
        """Make the verbs.

        Args:
            work: Where changes go.
            marking: The verbs of marking, which know who the reader is.
            source_key: What the source of an article is called when its lines are compared.
        """
        self._work = work
        self._marking = marking
        self._source_key = source_key
        self._saying = Saying(work, marking)

    # -- fields ----------------------------------------------------------------------------------

    def set_fields(
        self, articles: Iterable[Article], said: Mapping[str, str | None]
    ) -> Future[Change]:
        """Say what fields of articles are, for one article or for many at once.

        Args:
            articles: The articles; each is looked at once, so that they may come one by one.
            said: Values by the names of fields: CSL variables, or `published`. "" says that there
                is none; None takes back what was said before.

        Raises:
            BadValueError: A field does not exist, or a value is none that its field can have.
        """
        for name in said:
            field_values.require(name)
        checked = {
            name: None if value is None else field_values.checked(name, value)
            for name, value in said.items()
        }
        items: list[ItemChange | None] = []
        stubs = []
        for article in articles:
            items += [self._field(article, name, value) for name, value in checked.items()]
            stubs.append(self._marking.stub(article))
        action = "article.date" if set(checked) == {PUBLISHED} else "article.fields"
        return self._saying.write(action, items, (), tuple(stubs))

    def _field(self, article: Article, name: str, value: str | None) -> ItemChange | None:
        if name == "genre" and article.metadata.is_specimen:
            return None  # what is made up stays marked as made up
        said = None if value is None else FieldCorrection(article.uid, name, value)
        return self._saying.item(values.FIELD, values.field_key(article.uid, name), said)

    def accept_dates(self, articles: Iterable[Article]) -> Future[Change]:
        """Confirm the dates that the program found; articles without one are left as they are."""
        items: list[ItemChange | None] = []
        stubs = []
        for article in articles:
            if article.published.value is not None:
                items.append(self._field(article, PUBLISHED, article.published.value.value))
                stubs.append(self._marking.stub(article))
        return self._saying.write("article.date", items, (), tuple(stubs))

    def said_of(self, article: str) -> dict[str, str]:
        """What the reader said of the fields of an article, by their names."""
        found = self._work.corrections(values.FIELD).values()
        return {
            one.name: one.value
            for one in found
            if isinstance(one, FieldCorrection) and one.article == article
        }

    def said_names(self, articles: Collection[str]) -> frozenset[str]:
        """Names of the fields that the reader said something of, in any of these articles."""
        wanted = frozenset(articles)
        found = self._work.corrections(values.FIELD).values()
        return frozenset(
            one.name for one in found if isinstance(one, FieldCorrection) and one.article in wanted
        )

    # -- lines -----------------------------------------------------------------------------------

    def set_lines(
        self, article: Article, lines: Sequence[Line], kind: LineKind | None
    ) -> Future[Change]:
        """Say what some lines of an article are; None leaves them to the rules again.

        Raises:
            ValueError: There are no lines.
        """
        spans = [line.span for line in lines]
        if not spans:
            raise ValueError("no lines to be corrected")
        text, sha = article.version.text, article.version.sha
        old = [one for one in self._lines_of(article) if any(map(one.anchor.span.overlaps, spans))]
        items = [self._saying.item(values.LINE, one.id, None) for one in old]
        if kind is not None:
            items += [
                self._saying.item(
                    values.LINE,
                    key := new_id(),
                    LineCorrection(key, article.uid, Anchor.in_text(text, sha, span), kind),
                )
                for span in spans
            ]
        return self._commit("article.line", items, (article,))

    def set_lines_of_source(
        self, article: Article, lines: Sequence[Line], kind: LineKind | None
    ) -> Future[Change]:
        """Say what all such lines are wherever they stand in articles of the same source."""
        source = self._source_key(article.uid)
        keys = dict.fromkeys(line_key(line.span.of(article.version.text)) for line in lines)
        items = [
            self._saying.item(
                values.LINE_RULE,
                values.rule_key(source, key),
                None if kind is None else LineRule(source, key, kind),
            )
            for key in keys
            if key
        ]
        return self._commit("source.line", items, (article,))

    def _lines_of(self, article: Article) -> list[LineCorrection]:
        found = self._work.corrections(values.LINE).values()
        return [
            one
            for one in found
            if isinstance(one, LineCorrection)
            and one.article == article.uid
            and one.anchor.text_sha == article.version.sha
        ]

    # -- misread words ---------------------------------------------------------------------------

    def read_as(self, article: Article, span: Span, words: str | None) -> Future[Change]:
        """Say what misread words really are; None takes such corrections inside `span` back.

        Raises:
            ValueError: The span is empty or reaches beyond the text.
        """
        version = article.version
        anchor = Anchor.in_text(version.text, version.sha, snapped(version.text, span))
        old = [one for one in self.readings_of(article) if one.anchor.span.overlaps(anchor.span)]
        items = [self._saying.item(values.READING, one.id, None) for one in old]
        if words is not None and words != anchor.exact:
            key = new_id()
            reading = ReadingCorrection(key, article.uid, anchor, words)
            items.append(self._saying.item(values.READING, key, reading))
        return self._commit("article.reading", items, (article,))

    def readings_of(self, article: Article) -> tuple[ReadingCorrection, ...]:
        """The misread words of an article's present text, in order."""
        found = (
            one
            for one in self._work.corrections(values.READING).values()
            if isinstance(one, ReadingCorrection)
            and one.article == article.uid
            and one.anchor.text_sha == article.version.sha
        )
        return tuple(sorted(found, key=lambda one: one.anchor.span))

    def has_misread(self, passages: Iterable[Passage]) -> bool:
        """Whether there is a corrected word in any of some passages."""
        known: defaultdict[str, list[ReadingCorrection]] = defaultdict(list)
        for one in self._work.corrections(values.READING).values():
            if isinstance(one, ReadingCorrection):
                known[one.article].append(one)
        return any(
            _holds(passage.anchor, one.anchor)
            for passage in passages
            for one in known.get(passage.article, ())
        )

    # -- parts -----------------------------------------------------------------------------------

    def _commit(
        self, action: str, items: Iterable[ItemChange | None], articles: Sequence[Article]
    ) -> Future[Change]:
        versions = () if action in _WITHOUT_TEXT else tuple(a.version for a in articles)
        stubs = tuple(self._marking.stub(article) for article in articles)
        return self._saying.write(action, items, versions, stubs)


_WITHOUT_TEXT = frozenset({"article.date", "source.line"})
"""Changes that point at no place in a text, so that no text need be kept beside them."""


def _holds(passage: Anchor, word: Anchor) -> bool:
    """Whether a word is in a passage; where the text has changed since, as far as words tell."""
    if passage.text_sha == word.text_sha:
        return passage.span.contains(word.span)
    return word.exact in passage.exact
