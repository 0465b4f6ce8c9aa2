"""What mail messages and web archives share: the bytes of a part, the day of a message."""

from __future__ import annotations

from email.message import Message
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage


def content(part: Message) -> bytes:
    """The bytes of a part, its transfer encoding undone."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def day_of(message: EmailMessage) -> str:
    """The day of a message's `Date:` as it is where it was sent, or ""."""
    header = message["Date"]
    stamp = getattr(header, "datetime", None)
    return stamp.date().isoformat() if stamp is not None else ""


def attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """The files that are attached to a message, by name; a forwarded message is one of them."""
    body = message.get_body(preferencelist=("plain", "html"))
    stack: list[Message] = [message]
    while stack:
        part = stack.pop()
        if part is not message and part.get_content_type() == "message/rfc822":
            yield from _forwarded(part)
        elif part.is_multipart():
            stack.extend(reversed(part.get_payload()))  # type: ignore[arg-type]
        elif part is not body and (name := part.get_filename()):
            yield name, content(part)


def _forwarded(part: Message) -> Iterator[tuple[str, bytes]]:
    inner = part.get_payload()
    message = inner[0] if isinstance(inner, list) and inner else None
    if isinstance(message, Message):
        name = part.get_filename() or f"{message['Subject'] or 'message'}.eml"
        yield name if name.lower().endswith(".eml") else f"{name}.eml", message.as_bytes()
