"""Mail messages (RFC 5322). Attachments of known formats are members of their own."""

from __future__ import annotations

import email
from dataclasses import replace
from email import policy
from email.errors import MessageError
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Container, Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.decoding import decode
from usjp_reader.intake.readers import html, making, members
from usjp_reader.intake.readers.archives import printable
from usjp_reader.intake.readers.mail_parts import attached, content, day_of

if TYPE_CHECKING:
    from email.message import EmailMessage

    from usjp_reader.domain.told import Told
    from usjp_reader.intake.readers.nesting import Nesting

EXTRACTOR = "eml-1"
_BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the parser raises over messages that are none."""


def read(_name: str, data: bytes, _told: Told, place: Nesting) -> tuple[Record | Refused, ...]:
    """The message, and what is attached to it; a forwarded message is an attachment too.

    Raises:
        UnreadableFileError: It is no message, or has neither text nor attachments we can read.
    """
    try:
        message: EmailMessage = email.message_from_bytes(data, policy=policy.default)
        files = [(name, file) for name, file in attached(message) if not members.is_beside(name)]
        own = _own(message)
    except _BROKEN as error:
        raise UnreadableFileError("intake.eml_broken") from error
    found = [part for name, file in files for part in _member(name, file, place)]
    if own is None and not any(isinstance(part, Record) for part in found):
        raise UnreadableFileError("intake.no_text")
    return (*((own,) if own else ()), *found)


def _member(name: str, file: bytes, place: Nesting) -> tuple[Record | Refused, ...]:
    try:
        inside = place.inside()
        inside.count_entries(1)
        inside.count_bytes(len(file))
    except UnreadableFileError as error:
        return (Refused(printable(name), error.message),)
    return members.parts(name, file, inside)


def _own(message: EmailMessage) -> Record | None:
    """The text of the message itself, or None."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None or not content(body).strip():
        return None
    charset = body.get_content_charset() or ""
    if body.get_content_type() == "text/html":
        page = html.page(content(body), charset=charset)
        container = replace(_container(message), main=page.container.main)
        return Record("", page.version, container, page.notes)
    decoded = decode(content(body), stated=charset)
    return making.record(decoded.text, EXTRACTOR, _container(message), notes=decoded.notes)


def _container(message: EmailMessage) -> Container:
    """Sender, subject and day; the day on which it was sent is the day it was published."""
    senders = getattr(message["From"], "addresses", ())
    names = [one.display_name or one.addr_spec for one in senders]
    metadata = making.metadata_of(
        {
            "type": "personal_communication",
            "title": str(message["Subject"] or ""),
            "author": "; ".join(names),
            "container-title": str(message["List-ID"] or "").partition("<")[0].strip('" '),
        }
    )
    return Container(metadata, day_of(message) or None)
