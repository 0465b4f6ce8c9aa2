"""All corrections of a library, and which of them apply to one text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from usjp_reader.domain.corrections import (
    UNCORRECTED,
    Corrections,
    FieldCorrection,
    LineCorrection,
    LineRule,
    ReadingCorrection,
    fingerprint,
)
from usjp_reader.domain.naming import LinkCorrection
from usjp_reader.domain.passages import PassageState
from usjp_reader.knowledge.folding import folded, line_key
from usjp_reader.loading.naming import NamingBook
from usjp_reader.passages import anchoring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from usjp_reader.domain.corrections import Correction
    from usjp_reader.domain.naming import Naming
    from usjp_reader.domain.passages import Anchor
    from usjp_reader.domain.spans import Span
    from usjp_reader.domain.texts import LineKind, Readings, TextVersion

_T = TypeVar("_T")
_FOUND = frozenset({PassageState.ANCHORED, PassageState.MOVED})
"""A correction whose place is not beyond doubt waits rather than touch the wrong words."""


@dataclass(frozen=True)
class CorrectionBook:
    """The reader's corrections by article and by source.

    Attributes:
        old_text: Gives a text by its name, for finding corrections again in a newer one.
    """

    fields: Mapping[str, tuple[FieldCorrection, ...]] = field(default_factory=dict)
    lines: Mapping[str, tuple[LineCorrection, ...]] = field(default_factory=dict)
    rules: Mapping[str, tuple[LineRule, ...]] = field(default_factory=dict)
    readings: Mapping[str, tuple[ReadingCorrection, ...]] = field(default_factory=dict)
    links: Mapping[str, tuple[LinkCorrection, ...]] = field(default_factory=dict)
    naming: NamingBook = field(default_factory=NamingBook)
    old_text: Callable[[str], TextVersion | None] = lambda _: None

    @classmethod
    def of(
        cls,
        corrections: Iterable[Correction],
        old_text: Callable[[str], TextVersion | None],
        names_of: Callable[[str], Iterable[str]] = lambda _: (),
    ) -> CorrectionBook:
        """The book of these corrections, of whatever sort.

        Args:
            corrections: The corrections.
            old_text: Gives a text by its name.
            names_of: Gives all names of an entity that the program knows.
        """
        said = tuple(corrections)
        return cls(
            _grouped((one for one in said if isinstance(one, FieldCorrection)), _article),
            _grouped((one for one in said if isinstance(one, LineCorrection)), _article),
            _grouped((one for one in said if isinstance(one, LineRule)), lambda one: one.source),
            _grouped((one for one in said if isinstance(one, ReadingCorrection)), _article),
            _grouped((one for one in said if isinstance(one, LinkCorrection)), _article),
            NamingBook(said, names_of),
            old_text,
        )

    @property
    def articles(self) -> frozenset[str]:
        """The uids of all articles of which something is corrected."""
        anchored = (self.fields, self.lines, self.readings, self.links)
        return frozenset().union(*anchored, self.naming.articles)

    def fingerprint(self, uid: str, source_key: str, text: str = "") -> str:
        """A name for all that is said of an article: "" for nothing.

        Args:
            uid: The article.
            source_key: Its source; what is said of lines there counts where they stand in the text.
            text: The text; may be left out where no such line and no such name stands in it.
        """
        parts = [f"{one.name}={one.value}" for one in self.fields.get(uid, ())]
        parts += [f"{one.id}:{one.kind}" for one in self.lines.get(uid, ())]
        parts += [f"{line}:{kind}" for line, kind in self.standing(source_key, text)]
        parts += [f"{one.id}={one.read_as}" for one in self.readings.get(uid, ())]
        parts += [f"{one.id}@{self.naming.present(one.entity)}" for one in self.links.get(uid, ())]
        parts += self.naming.parts(uid, text)
        return fingerprint(parts)

    def of_text(self, uid: str, source_key: str, version: TextVersion) -> Corrections:
        """What applies to a text of an article, with positions in this text."""
        if not self.fingerprint(uid, source_key, version.text):
            return UNCORRECTED
        return Corrections(
            tuple((one.name, one.value) for one in self.fields.get(uid, ())),
            self._placed(((one.anchor, one.kind) for one in self.lines.get(uid, ())), version),
            self.standing(source_key, version.text),
            _apart(
                self._placed(
                    ((one.anchor, one.read_as) for one in self.readings.get(uid, ())), version
                )
            ),
            naming=self._naming(uid, version),
        )

    def _naming(self, uid: str, version: TextVersion) -> Naming:
        """What is said of the names in a text, the places among it."""
        said = self.naming.of_text(uid, version.text)
        here = self.links.get(uid, ())
        merged_into = self.naming.merged_into
        meant = ((one.anchor, merged_into(one.entity)) for one in here)
        links = _apart(self._placed(meant, version))
        types = {
            entity: kind for _, entity in links if (kind := self.naming.type_of(entity)) is not None
        }
        hidden = self.naming.hidden_among(entity for _, entity in links)
        return replace(
            said,
            links=links,
            types=(*said.types, *types.items()),
            hidden=(*said.hidden, *hidden),
        )

    def standing(self, source_key: str, text: str) -> tuple[tuple[str, LineKind], ...]:
        """What is said of lines of a source that stand in a text, by folded line."""
        rules = self.rules.get(source_key, ())
        return _standing(rules, text) if rules and text else ()

    def _placed(
        self, said: Iterable[tuple[Anchor, _T]], version: TextVersion
    ) -> tuple[tuple[Span, _T], ...]:
        placed = []
        for anchor, what in said:
            old = None if anchor.text_sha == version.sha else self.old_text(anchor.text_sha)
            found = anchoring.find(
                anchor, version.text, version.sha, old.text if old else None, folded
            )
            if found.anchor is not None and found.state in _FOUND:
                placed.append((found.anchor.span, what))
        return tuple(placed)


def _article(
    one: FieldCorrection | LineCorrection | ReadingCorrection | LinkCorrection,
) -> str:
    return one.article


def _apart(readings: Readings) -> Readings:
    """Corrected places in order; where two meet in a newer text, the first one stands."""
    kept: list[tuple[Span, str]] = []
    for span, read in sorted(readings):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, read))
    return tuple(kept)


def _grouped(items: Iterable[_T], key: Callable[[_T], str]) -> dict[str, tuple[_T, ...]]:
    groups: defaultdict[str, list[_T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}


def _standing(rules: Iterable[LineRule], text: str) -> tuple[tuple[str, LineKind], ...]:
    """The rules of a source whose lines stand in a text."""
    plain = folded(text)
    wanted = {
        rule.line: rule.kind
        for rule in rules
        if max(rule.line.split(), key=len, default="") in plain
    }
    if not wanted:  # as in most texts: not even their longest words stand in it
        return ()
    met = {line_key(line) for line in text.split("\n")}
    return tuple((line, kind) for line, kind in wanted.items() if line in met)
