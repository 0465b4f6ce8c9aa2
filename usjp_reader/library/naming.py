"""What the reader says of names: who is meant, who else there is, who is one with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from usjp_reader.domain.errors import BadValueError
from usjp_reader.domain.naming import (
    NAMING_NOUNS,
    NO_NAME,
    NOBODY,
    OWN,
    HiddenEntity,
    LinkCorrection,
    LinkRule,
    Merge,
    OwnEntity,
    OwnName,
    Reach,
)
from usjp_reader.domain.passages import Anchor, new_id
from usjp_reader.knowledge.deriving import name_key
from usjp_reader.library.naming_values import (
    HIDDEN_ENTITY,
    LINK,
    LINK_RULE,
    MERGE,
    OWN_ENTITY,
    OWN_NAME,
    key_of,
    noun_of,
    own_name_key,
    words_key,
)
from usjp_reader.library.saying import Saying
from usjp_reader.passages.graphemes import snapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.changes import Change, ItemChange
    from usjp_reader.domain.entities import EntityType
    from usjp_reader.domain.naming import NamingCorrection
    from usjp_reader.domain.spans import Span
    from usjp_reader.domain.texts import TextVersion
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.library.marking import Marking
    from usjp_reader.library.work import Work
    from usjp_reader.store.user.log import ArticleStub


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that the reader said of names.

    Attributes:
        creator: Who said it.
        modified: When, as an ISO 8601 time.
    """

    key: str
    said: NamingCorrection
    creator: str
    modified: str

    @property
    def noun(self) -> str:
        """What it is called in the change log."""
        return noun_of(self.said)


class NameVerbs:
    """The verbs by which the reader corrects names; each is one change, which "Undo" takes back."""

    def __init__(
        self, work: Work, marking: Marking, knowledge: Callable[[], KnowledgeBase]
    ) -> None:
        """Make the verbs.

        Args:
            work: Where changes go.
            marking: The verbs of marking, which know who the reader is.
            knowledge: Gives the knowledge base with what the reader entered.
        """
        self._work = work
        self._marking = marking
        self._knowledge = knowledge
        self._saying = Saying(work, marking)

    # -- whom words mean -------------------------------------------------------------------------

    def mean_here(self, article: Article, span: Span, entity: str | None) -> Future[Change]:
        """Say whom one place means; None takes back what was said of it.

        Args:
            article: The article.
            span: The name alone.
            entity: An id, `NOBODY`, `NO_NAME` or None.

        Raises:
            BadValueError: There is no such entity.
            ValueError: The span is empty or reaches beyond the text.
        """
        self._require(entity)
        items = self._here(article, span, entity)
        stub = self._marking.stub(article)
        return self._saying.write("name.link", items, (article.version,), (stub,))

    def mean_words(
        self, words: str, entity: str | None, article: Article | None = None
    ) -> Future[Change]:
        """Say whom some words mean, in one article or everywhere; None takes it back.

        Raises:
            BadValueError: There is no such entity, or the words are none.
        """
        self._require(entity)
        items = [self._rule(words, entity, article)]
        return self._saying.write("name.link", items, (), self._stubs(article))

    def enter(
        self,
        kind: EntityType,
        label_en: str,
        label_ja: str = "",
        description: str = "",
        names: Iterable[str] = (),
        meant: tuple[str, Article | None] | None = None,
        here: tuple[Article, Span] | None = None,
    ) -> tuple[str, Future[Change]]:
        """Enter somebody or something that the tables do not know.

        What it is called is looked for everywhere, but for words that are to mean it in one article
        or at one place only.

        Args:
            kind: What it is.
            label_en: What it is called in English; one of the labels is needed.
            label_ja: What it is called in Japanese.
            description: Who or what that is.
            names: Further names by which it is to be found.
            meant: Words that mean it, in an article or (None) everywhere.
            here: An article and a place in it that means it.

        Returns:
            Its id, and the change.

        Raises:
            BadValueError: It has no name.
        """
        own = OwnEntity(OWN + new_id(), kind, label_en.strip(), label_ja.strip(), description)
        if not (name_key(own.label_en) or name_key(own.label_ja)):
            raise BadValueError("library.no_name")
        items = [self._saying.item(OWN_ENTITY, own.id, own)]
        kept = ""
        article: Article | None = None
        versions: tuple[TextVersion, ...] = ()
        if meant is not None:
            words, article = meant
            items.append(self._rule(words, own.id, article))
            kept = name_key(words) if article else ""
        if here is not None:
            article, span = here
            items += self._here(article, span, own.id)
            kept, versions = name_key(span.of(article.version.text)), (article.version,)
        called = (own.label_en, own.label_ja, *names)
        items += self._names(own.id, [name for name in called if name_key(name) != kept])
        return own.id, self._saying.write("name.enter", items, versions, self._stubs(article))

    def describe(self, own: OwnEntity, names: Iterable[str] = ()) -> Future[Change]:
        """Change what was entered of an entity, and add further names; those it has stay."""
        items = [self._saying.item(OWN_ENTITY, own.id, own), *self._names(own.id, names)]
        return self._saying.write("name.enter", items)

    def add_names(self, entity: str, names: Iterable[str]) -> Future[Change]:
        """Further names by which an entity is to be found everywhere.

        Raises:
            BadValueError: There is no such entity, or a name is none.
        """
        self._require(entity)
        return self._saying.write("name.add", self._names(entity, names))

    def said_of(self, article: Article, span: Span) -> Reach | None:
        """How far reaches what was said of the words at a place; None where nothing was."""
        if any(one.anchor.span.overlaps(span) for one in self._links(article)):
            return Reach.HERE
        words = span.of(article.version.text)
        for uid, reach in ((article.uid, Reach.ARTICLE), ("", Reach.EVERYWHERE)):
            if self._work.correction_values(LINK_RULE, words_key(uid, words)) is not None:
                return reach
        return None

    def places(self, article: Article) -> tuple[tuple[Span, str], ...]:
        """Places in the present text of an article of which it was said whom they mean."""
        return tuple((one.anchor.span, one.entity) for one in self._links(article))

    # -- entities --------------------------------------------------------------------------------

    def merge(self, old: str, new: str) -> Future[Change]:
        """Say that two entities are one; what was linked to `old` is linked to `new`.

        Raises:
            BadValueError: One of them does not exist, or they are one already.
        """
        knowledge = self._knowledge()
        for one in (old, new):
            self._require(one)
        old, new = knowledge.resolve(old), knowledge.resolve(new)
        if old == new:
            raise BadValueError("library.one_already", name=knowledge.label(new) or new)
        return self._saying.write("name.merge", [self._saying.item(MERGE, old, Merge(old, new))])

    def part(self, old: str) -> Future[Change]:
        """Take back that an entity is one with another."""
        return self._saying.write("name.part", [self._saying.item(MERGE, old, None)])

    def hide(self, entity: str, *, hidden: bool = True) -> Future[Change]:
        """Show the mentions of an entity no more, or again.

        Raises:
            BadValueError: There is no such entity.
        """
        self._require(entity)
        entity = self._knowledge().resolve(entity)
        said = HiddenEntity(entity) if hidden else None
        action = "name.hide" if hidden else "name.show"
        return self._saying.write(action, [self._saying.item(HIDDEN_ENTITY, entity, said)])

    # -- all that was said -----------------------------------------------------------------------

    def said(self) -> tuple[Told, ...]:
        """Everything that was said of names, the latest first."""
        found = [
            Told(key, cast("NamingCorrection", one), str(said["creator"]), str(said["modified"]))
            for noun in NAMING_NOUNS
            for key, one in self._work.corrections(noun).items()
            if (said := self._work.correction_values(noun, key)) is not None
        ]
        return tuple(sorted(found, key=lambda one: (one.modified, one.key), reverse=True))

    def take_back(self, told: Sequence[Told]) -> Future[Change]:
        """Take back some of it; what was said of an entity goes with the entity."""
        keys = {(one.noun, one.key) for one in told}
        gone = {one.key for one in told if one.noun == OWN_ENTITY}
        if gone:
            keys |= {(one.noun, one.key) for one in self.said() if _is_about(one.said, gone)}
        items = [self._saying.item(noun, key, None) for noun, key in sorted(keys)]
        return self._saying.write("name.take_back", items)

    def take_over(self, said: Iterable[tuple[NamingCorrection, str, str]]) -> Future[Change]:
        """Add what a colleague said of names, as one change; nothing of the reader's is replaced.

        Args:
            said: What was said, by whom and when.
        """
        items: dict[tuple[str, str], ItemChange] = {}
        merged: dict[str, str] = {}
        for one, creator, modified in said:
            item = self._from(one, creator, modified)
            if item is None or (isinstance(one, Merge) and self._goes_round(one, merged)):
                continue
            items.setdefault((item.noun, item.key), item)
        return self._saying.write("name.take_over", items.values())

    # -- parts -----------------------------------------------------------------------------------

    def _from(self, said: NamingCorrection, creator: str, modified: str) -> ItemChange | None:
        noun, key = noun_of(said), key_of(said)
        if self._work.correction_values(noun, key) is not None:
            return None
        return self._saying.item(noun, key, said, (creator, modified))

    def _goes_round(self, said: Merge, merged: dict[str, str]) -> bool:
        """Whether a colleague's merge would lead back to where it begins; if not, it is noted.

        Args:
            said: What the colleague said.
            merged: What the same file merges with what, by present ids.
        """
        resolve = self._knowledge().resolve
        old, end = resolve(said.old), resolve(said.new)
        while end in merged:
            end = merged[end]
        if old == end or old in merged:
            return True
        merged[old] = end
        return False

    def _here(self, article: Article, span: Span, entity: str | None) -> list[ItemChange | None]:
        version = article.version
        anchor = Anchor.in_text(version.text, version.sha, snapped(version.text, span))
        old = [one for one in self._links(article) if one.anchor.span.overlaps(anchor.span)]
        items = [self._saying.item(LINK, one.id, None) for one in old]
        if entity is not None:
            said = LinkCorrection(new_id(), article.uid, anchor, entity)
            items.append(self._saying.item(LINK, said.id, said))
        return items

    def _rule(self, words: str, entity: str | None, article: Article | None) -> ItemChange | None:
        words = " ".join(words.split())
        if not name_key(words):
            raise BadValueError("library.no_name")
        uid = article.uid if article else ""
        said = None if entity is None else LinkRule(uid, words, entity)
        return self._saying.item(LINK_RULE, words_key(uid, words), said)

    def _names(self, entity: str, names: Iterable[str]) -> Iterator[ItemChange | None]:
        keys = {name_key(name): " ".join(name.split()) for name in names if name.strip()}
        for key, name in keys.items():
            if not key:
                raise BadValueError("library.no_name")
            language = "en" if key.isascii() else "ja"
            said = OwnName(entity, name, language)
            yield self._saying.item(OWN_NAME, own_name_key(entity, name), said)

    def _links(self, article: Article) -> list[LinkCorrection]:
        return [
            one
            for one in self._work.corrections(LINK).values()
            if isinstance(one, LinkCorrection)
            and one.article == article.uid
            and one.anchor.text_sha == article.version.sha
        ]

    def _stubs(self, article: Article | None) -> tuple[ArticleStub, ...]:
        return (self._marking.stub(article),) if article else ()

    def _require(self, entity: str | None) -> None:
        if entity in (None, NOBODY, NO_NAME):
            return
        if self._knowledge().entity(entity) is None:
            raise BadValueError("library.no_entity", entity=entity)


def _is_about(said: NamingCorrection, entities: set[str]) -> bool:
    """Whether something was said that means one of some entities."""
    if isinstance(said, Merge):
        return bool({said.old, said.new} & entities)
    return getattr(said, "entity", "") in entities
