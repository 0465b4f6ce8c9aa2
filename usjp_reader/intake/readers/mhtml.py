"""Web archives of one page (MHTML, RFC 2557), as browsers save them."""

from __future__ import annotations

import email
from email import policy
from email.errors import MessageError
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import html
from usjp_reader.intake.readers.mail_parts import content, day_of

if TYPE_CHECKING:
    from email.message import EmailMessage

    from usjp_reader.domain.articles import Record


def read(_name: str, data: bytes) -> tuple[Record, ...]:
    """The one record of a web archive: its page, without frames and pictures.

    Raises:
        UnreadableFileError: There is no page in it, or the page shows no text.
    """
    try:
        message: EmailMessage = email.message_from_bytes(data, policy=policy.default)
        found = _page(message)
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise UnreadableFileError("intake.mhtml_broken") from error
    if found is None:
        raise UnreadableFileError("intake.mhtml_broken")
    address = str(found["Content-Location"] or message["Snapshot-Content-Location"] or "")
    return (
        html.page(
            content(found),
            charset=found.get_content_charset() or "",
            address=address if address.startswith(("http://", "https://")) else "",
            accessed=day_of(message),
        ),
    )


def _page(message: EmailMessage) -> Any:  # noqa: ANN401
    """The part that is the page: the first one of HTML."""
    return next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
