"""The word lists of `resources/naming/`. How they are used is told by the modules that use them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class English:
    """Lists of English words; the file says what each is for."""

    given_names: frozenset[str]
    given_ends: frozenset[str]
    women: frozenset[str]
    honorifics: frozenset[str]
    roles: frozenset[str]
    saying: frozenset[str]
    function_words: frozenset[str]
    not_persons: frozenset[str]
    plain_upper: frozenset[str]
    organisations: frozenset[str]
    government_bodies: frozenset[str]
    laws: frozenset[str]
    events: frozenset[str]
    facilities: frozenset[str]
    locations: frozenset[str]
    lands: frozenset[str]
    ambiguous: frozenset[str]
    family_first: frozenset[str]
    common_surnames: frozenset[str]
    kinship: frozenset[str]


@dataclass(frozen=True, slots=True)
class Japanese:
    """Lists of Japanese words; `countries` maps one character to the id of a country."""

    surnames: frozenset[str]
    titles: frozenset[str]
    callings: frozenset[str]
    kinship: frozenset[str]
    no_names: frozenset[str]
    foreign_given: frozenset[str]
    general: frozenset[str]
    after_names: frozenset[str]
    endings: Mapping[EntityType, frozenset[str]]
    countries: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Misreadings:
    """What scanners read for what: pairs of signs, and the words by which a scan is known."""

    alike: tuple[str, ...]
    alike_ja: tuple[str, ...]
    frequent: frozenset[str]
    words: frozenset[str]


@cache
def english() -> English:
    """The English lists; read once."""
    rows = read_toml(resource("naming", "en.toml"))
    return English(
        **{name: frozenset(words.split()) for name, words in rows.items() if isinstance(words, str)}
    )


@cache
def capitals() -> Mapping[str, str]:
    """Patterns of the words around a capital that acts, by what they show."""
    rows = read_toml(resource("naming", "en.toml"))["capitals"]
    return {
        name: "|".join(word.strip() for word in words.split(";")) for name, words in rows.items()
    }


@cache
def japanese() -> Japanese:
    """The Japanese lists; read once."""
    rows = read_toml(resource("naming", "ja.toml"))
    lists = {
        name: frozenset(words.split()) for name, words in rows.items() if isinstance(words, str)
    }
    endings = {
        EntityType(kind): frozenset(words.split()) for kind, words in rows["endings"].items()
    }
    return Japanese(**lists, endings=endings, countries=dict(rows["countries"]))


@cache
def misreadings() -> Misreadings:
    """What scanners read for what; read once."""
    rows = read_toml(resource("naming", "misread.toml"))
    return Misreadings(
        tuple(rows["alike"]),
        tuple(rows["alike_ja"].split()),
        frozenset(rows["frequent"].split()),
        frozenset(rows["words"].split()),
    )


@cache
def gazetteer() -> Mapping[str, EntityType]:
    """Names without an entity, with their type."""
    rows = read_toml(resource("naming", "gazetteer.toml"))
    return {
        " ".join(name.split()): EntityType(kind)
        for kind, names in rows.items()
        for name in str(names).split(";")
        if name.strip()
    }
