"""Words for `Message` keys, from the catalogues in `resources/i18n/<language>/`."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.messages import Message

if TYPE_CHECKING:
    from usjp_reader.domain.errors import UsjpError

log = logging.getLogger(__name__)


def said(message: Message, language: str = "en") -> str:
    """The sentence in `language`, else in English.

    A library may hold sentences of another version of the program: one that no catalogue knows is
    shown by its key rather than not at all. That ours are all known is held by a test.
    """
    template = _template(message.key, language)
    if not template:
        log.warning("no catalogue has the sentence %s", message.key)
        return message.key
    try:
        return template.format(**_said_parts(message, language))
    except (KeyError, IndexError):
        log.warning("the sentence %s wants other parameters than %s", message.key, message.params)
        return message.key


def _said_parts(message: Message, language: str) -> dict[str, str | int | float]:
    return {
        name: said(part, language) if isinstance(part, Message) else part
        for name, part in message.params.items()
    }


def known(message: Message, language: str = "en") -> str:
    """The sentence in `language`, else in English; "" where no catalogue has it."""
    return said(message, language) if _template(message.key, language) else ""


def explained(error: UsjpError, language: str = "en") -> str:
    """What an error says to the reader."""
    return said(error.message, language)


def _template(key: str, language: str) -> str:
    room, _, name = key.partition(".")
    return _catalogue(language, room).get(name) or _catalogue("en", room).get(name) or ""


@cache
def _catalogue(language: str, room: str) -> dict[str, str]:
    folder = resource("i18n")
    path = folder / language / f"{room}.toml"
    return {key: str(value) for key, value in read_toml(path).items()} if path.exists() else {}
