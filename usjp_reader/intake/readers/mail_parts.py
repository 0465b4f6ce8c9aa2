"""What mail messages and web archives share: the bytes of a part, the day of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import EmailMessage, Message


def content(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding undone."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def day_of(message: EmailMessage) -> str:
    """The day of a message's `Date:` as it is where it was sent, or ""."""
    header = message["Date"]
    stamp = getattr(header, "datetime", None)
    return stamp.date().isoformat() if stamp is not None else ""
