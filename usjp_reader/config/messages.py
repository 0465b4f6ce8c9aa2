"""Words for `Message` keys, from the catalogues in `resources/i18n/<language>/`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource

if TYPE_CHECKING:
    from usjp_reader.domain.errors import UsjpError
    from usjp_reader.domain.messages import Message


def said(message: Message, language: str = "en") -> str:
    """The sentence in `language`, else in English.

    Raises:
        KeyError: No catalogue has the key: a bug, found by the test that checks every key.
    """
    room, _, name = message.key.partition(".")
    template = _catalogue(language, room).get(name) or _catalogue("en", room)[name]
    return template.format(**message.params)


def explained(error: UsjpError, language: str = "en") -> str:
    """What an error says to the reader."""
    return said(error.message, language)


@cache
def _catalogue(language: str, room: str) -> dict[str, str]:
    folder = resource("i18n")
    path = folder / language / f"{room}.toml"
    return {key: str(value) for key, value in read_toml(path).items()} if path.exists() else {}
