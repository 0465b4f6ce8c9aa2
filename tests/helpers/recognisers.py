"""A stand-in for spaCy, so that what is made of its answers is tested where it is not installed."""

from __future__ import annotations

import re
from contextlib import nullcontext
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities import second_recogniser
from usjp_reader.config import language_model

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    import pytest

MODEL = "en_core_web_sm 3.8.0"


@dataclass(frozen=True)
class Said:
    """A name as spaCy gives it."""

    start_char: int
    end_char: int
    label_: str


class Reader:
    """Finds the words it was told of, wherever they stand."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self.longest = 0

    def __call__(self, text: str) -> SimpleNamespace:
        self.longest = max(self.longest, len(text))
        found = [
            Said(*match.span(), label)
            for words, label in self._names.items()
            for match in re.finditer(re.escape(words), text)
        ]
        return SimpleNamespace(ents=sorted(found, key=lambda one: one.start_char))

    def memory_zone(self) -> AbstractContextManager[None]:
        return nullcontext()


def install(patch: pytest.MonkeyPatch, names: Mapping[str, str]) -> Reader:
    """Let a reader that knows some names, with their labels, pass for spaCy and its model."""
    reader = Reader(names)
    _be(patch, SimpleNamespace(load=lambda *_, **__: reader))
    return reader


def install_broken(patch: pytest.MonkeyPatch) -> None:
    """Let a model be installed that cannot be loaded."""

    def load(*_: object, **__: object) -> Reader:
        raise OSError("[E050] Can't find model")

    _be(patch, SimpleNamespace(load=load))


def uninstall(patch: pytest.MonkeyPatch) -> None:
    """Let neither spaCy nor a model be installed."""
    patch.setattr(language_model, "_version", lambda _: None)
    second_recogniser._pipeline.cache_clear()


def _be(patch: pytest.MonkeyPatch, spacy: SimpleNamespace) -> None:
    versions = {"spacy": "3.8.18", "en_core_web_sm": "3.8.0"}
    patch.setattr(language_model, "_version", versions.get)
    patch.setattr(second_recogniser, "import_module", lambda _: spacy)
    second_recogniser._pipeline.cache_clear()
