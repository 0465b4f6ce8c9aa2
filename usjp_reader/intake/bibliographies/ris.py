"""Items in RIS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.bibliographies.items import Item, item, turned
from usjp_reader.intake.bibliographies.tagged import every, first, stated, table, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_TAG = re.compile(r"(?m)^\s*TY {1,2}- ")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_ris(text: str) -> bool:
    """Whether a text begins as RIS does."""
    return _TAG.match(text.lstrip("\ufeff \n")[:20]) is not None


def items(text: str) -> Iterator[Item]:
    """The items of a RIS text.

    Raises:
        UnreadableFileError: The library that reads RIS is not installed, or it cannot read this.
    """
    for number, entry in enumerate(_entries(text), 1):
        yield _item(number, entry)


def _entries(text: str) -> list[dict[str, list[str]]]:
    try:
        import rispy  # noqa: PLC0415  (an extra, wanted for bibliographies alone)
    except ImportError as error:
        raise UnreadableFileError("intake.needs_formats", kind="RIS") from error

    class Parser(rispy.RisParser):  # type: ignore[misc]
        """Tags as they are, each with all its values."""

        DEFAULT_MAPPING = {tag: tag for tag in rispy.TAG_KEY_MAPPING}  # noqa: RUF012
        DEFAULT_LIST_TAGS = [  # noqa: RUF012
            tag for tag in rispy.TAG_KEY_MAPPING if tag not in ("TY", "ER")
        ]

    try:
        found = Parser(enforce_list_tags=False).parse(text.lstrip("\ufeff"))
    except (rispy.parser.ParseError, OSError, ValueError, KeyError, IndexError) as error:
        raise UnreadableFileError("intake.not_ris", why=str(error)[:120]) from error
    return [_plain(entry) for entry in found]


def _plain(entry: Mapping[str, object]) -> dict[str, list[str]]:
    plain: dict[str, list[str]] = {}
    for tag, value in entry.items():
        if isinstance(value, list):
            plain[tag] = [str(one).strip() for one in value]
        elif isinstance(value, str):
            plain[tag] = [value.strip()]
    return plain


def _item(number: int, entry: Mapping[str, Sequence[str]]) -> Item:
    names = table("ris")
    values = stated(entry, "ris")
    for role, tags in names["people"].items():
        values[role] = "; ".join(map(turned, every(entry, tags)))
    values["type"] = names["types"].get(first(entry, ["TY"]), "document")
    values["keyword"] = "; ".join(every(entry, names["texts"]["keyword"]))
    values["abstract"] = first(entry, names["texts"]["abstract"])
    pages = [page for page in (first(entry, ["SP"]), first(entry, ["EP"])) if page]
    values["page"] = "–".join(dict.fromkeys(pages))
    aside = [one for one in unnamed(entry, "ris") if one[0] not in ("TY", "SP", "EP", "ER", "ID")]
    return item(
        number,
        values,
        key=first(entry, ["ID"]),
        published=_day(first(entry, names["dates"]["published"])),
        texts=[values["abstract"], *every(entry, names["texts"]["notes"])],
        files=[f for f in every(entry, names["texts"]["files"]) if not _ADDRESS.match(f)],
        aside=aside,
    )


def _day(written: str) -> str:
    """RIS writes 1972/01/05/, with empty parts where they are unknown."""
    parts = [part.strip() for part in written.split("/")]
    known = [part for part in parts[:3] if part.isdecimal()]
    if len(parts) < 2 or not known or known != [part for part in parts[:3] if part]:
        return written
    return "-".join([known[0], *(part.zfill(2) for part in known[1:])])
