"""Sentences for the reader that are born outside the window: a key and its parameters, no words.

The words stand in `resources/i18n/<language>/*.toml` and are put in by `config.messages`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be said: `key` is `package.name`, `params` fill its `{placeholders}`.

    A parameter that is a message itself is said in the same language.
    """

    key: str
    params: Mapping[str, str | int | float | Message] = field(default_factory=dict)
