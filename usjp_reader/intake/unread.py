"""Formats that are not read: what is said of them, and which of them are no documents at all."""

from __future__ import annotations

from functools import cache

from usjp_reader.config.paths import printable
from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.messages import Message


def reason_for(suffix: str) -> Message:
    """Why files of a suffix are not read, and what to do.

    Args:
        suffix: In lower case, with its dot.
    """
    key = _sentences().get(suffix)
    if key is None:
        return Message("intake.unknown_suffix", {"suffix": printable(suffix)})
    return Message(f"intake.is_{key}")


def is_unread(suffix: str) -> bool:
    """Whether a suffix is known to be that of files that are not read."""
    return suffix in _sentences()


@cache
def _sentences() -> dict[str, str]:
    table = read_toml(resource("formats", "unread.toml"))["sentences"]
    return {str(suffix): str(key) for key, suffixes in table.items() for suffix in suffixes}


def is_no_document(suffix: str) -> bool:
    """Whether files of a suffix go with articles and are none: pictures, styles, fonts."""
    return suffix in _beside()


@cache
def _beside() -> frozenset[str]:
    return frozenset(map(str, read_toml(resource("formats", "unread.toml"))["beside"]))
