"""What a reader said of names everywhere, as a file for colleagues.

JSON, so that it can be read and put under version control. What was said of single places and
articles stays in the library: it means nothing beside other articles.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.errors import BadValueError
from usjp_reader.domain.naming import (
    NO_NAME,
    NOBODY,
    OWN,
    HiddenEntity,
    LinkCorrection,
    LinkRule,
    Merge,
    OwnEntity,
    OwnName,
)
from usjp_reader.knowledge.deriving import name_key
from usjp_reader.library.naming_values import to_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from usjp_reader.domain.naming import NamingCorrection
    from usjp_reader.library.naming import NameVerbs, Told

FORMAT, VERSION = "usjp-reader-names", 1
MOST_BYTES = 64 * 2**20
"""How large a colleague's file may be."""

Said = tuple["NamingCorrection", str, str]
"""What was said, by whom and when."""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What became of a colleague's file.

    Attributes:
        taken: How many things were added.
        known: How many the reader had said something of already; the reader's word stays.
        unknown: How many are about entries that neither the file nor this library has.
    """

    taken: int
    known: int
    unknown: int


def as_json(told: Iterable[Told]) -> str:
    """All that was said everywhere, as the text of a file."""
    sections: dict[str, list[dict[str, object]]] = {name: [] for name, _ in _SECTIONS.values()}
    for one in sorted(told, key=lambda one: (one.noun, one.key)):
        if not is_shared(one.said):
            continue
        name, columns = _SECTIONS[type(one.said)]
        values = {"id": one.key, **to_values(one.said)}
        said: dict[str, object] = {column: values[column] for column in columns}
        sections[name].append({**said, "creator": one.creator, "modified": one.modified})
    whole = {"format": FORMAT, "version": VERSION, **sections}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def is_shared(said: NamingCorrection) -> bool:
    """Whether something means anything beside other articles, and so goes into the file."""
    return not isinstance(said, LinkCorrection) and not is_of_article(said)


def is_of_article(said: NamingCorrection) -> bool:
    """Whether words mean something in one article only."""
    return isinstance(said, LinkRule) and bool(said.article)


def take_over(data: bytes, verbs: NameVerbs, exists: Callable[[str], bool]) -> TakenOver:
    """Add what a colleague's file says, as one change that "Undo" takes back.

    Args:
        data: The bytes of the file.
        verbs: Where it goes.
        exists: Whether an id is known in this library.

    Raises:
        BadValueError: It is no such file, or of a newer version of the program.
        LibraryError: It could not be written.
    """
    said = list(_said_in(data))
    own = {one.id for one, _, _ in said if isinstance(one, OwnEntity)}
    known = [one for one in said if all(e in own or exists(e) for e in _about(one[0]))]
    change = verbs.take_over(known).result()
    return TakenOver(len(change.items), len(known) - len(change.items), len(said) - len(known))


def _about(said: NamingCorrection) -> set[str]:
    """The ids that something is about."""
    if isinstance(said, Merge):
        return {said.old, said.new}
    return {getattr(said, "entity", NOBODY)} - {NOBODY, NO_NAME}


def _said_in(data: bytes) -> Iterator[Said]:
    whole = _parsed(data)
    try:
        for section, read in _READERS.items():
            for row in whole.get(section, ()):
                yield read(row), str(row.get("creator", "")), str(row["modified"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadValueError("library.names_broken", why=str(error)) from error


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        whole = json.loads(data.decode("utf-8-sig")) if len(data) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        whole = None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise BadValueError("library.no_names_file")
    if whole.get("version") != VERSION:
        raise BadValueError("library.names_newer")
    return whole


def _named(text: object) -> str:
    words = " ".join(str(text).split())
    if not name_key(words):
        raise ValueError("a name without a letter")
    return words


def _own_id(value: object) -> str:
    key = str(value)
    if not key.startswith(OWN) or len(key) <= len(OWN):
        raise ValueError(f"no id of an own entry: {key}")
    return key


def _own_entity(row: dict[str, Any]) -> OwnEntity:
    labels = str(row["label_en"]), str(row["label_ja"])
    _named(labels[0] or labels[1])
    return OwnEntity(_own_id(row["id"]), EntityType(row["type"]), *labels, str(row["description"]))


_SECTIONS: dict[type, tuple[str, tuple[str, ...]]] = {
    OwnEntity: ("entities", ("id", "type", "label_en", "label_ja", "description")),
    OwnName: ("names", ("entity", "text", "language")),
    LinkRule: ("words", ("text", "entity")),
    Merge: ("merged", ("old", "new")),
    HiddenEntity: ("hidden", ("entity",)),
}
"""The list of the file that each sort of saying stands in, with its columns."""

_READERS: dict[str, Callable[[dict[str, Any]], NamingCorrection]] = {
    "entities": _own_entity,
    "names": lambda row: OwnName(
        str(row["entity"]), _named(row["text"]), "en" if row["language"] == "en" else "ja"
    ),
    "words": lambda row: LinkRule("", _named(row["text"]), str(row["entity"])),
    "merged": lambda row: Merge(str(row["old"]), str(row["new"])),
    "hidden": lambda row: HiddenEntity(str(row["entity"])),
}
