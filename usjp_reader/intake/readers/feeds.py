"""RSS and Atom files that were saved: an article an entry. Nothing is fetched."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.articles import Container, FieldValue, Metadata, Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.messages import Message
from usjp_reader.domain.texts import TextVersion
from usjp_reader.intake.markup import is_markup, text_of
from usjp_reader.intake.normalising import NORMALISER, normalised
from usjp_reader.intake.readers.extras import required
from usjp_reader.intake.tables.records import cut, language_code
from usjp_reader.intake.tables.values import words

if TYPE_CHECKING:
    from collections.abc import Mapping

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ZOTERO = b"http://www.zotero.org/namespaces/export#"
_HEAD = 100_000


def read(_name: str, data: bytes) -> tuple[Record | Refused, ...]:
    """The entries of a feed.

    Raises:
        UnreadableFileError: It is no feed, or it defines entities, or the library is missing.
    """
    if _ZOTERO in data[:_HEAD]:
        raise UnreadableFileError("intake.is_zotero_rdf")
    if not _FEED.search(data[:_HEAD]):
        raise UnreadableFileError("intake.not_feed")
    if _ENTITY.search(data[:_HEAD]):
        raise UnreadableFileError("intake.has_entities")
    feedparser = required("feedparser", "RSS and Atom")
    # As a stream: a text that happens to be an address or a file name must not be opened.
    found = feedparser.parse(io.BytesIO(data))
    if not found.entries:
        raise UnreadableFileError("intake.not_feed")
    feed = dict(found.feed)
    # As plain dictionaries: its own give the day of an update for that of publication.
    entries = map(dict, found.entries)
    return cut([_entry(number, entry, feed) for number, entry in enumerate(entries, 1)])


def _entry(number: int, entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Record | Refused:
    text, notes = _text(entry)
    if not text:
        title = words(entry.get("title")) or str(number)
        return Refused(str(number), Message("intake.entry_no_text", {"title": title[:120]}))
    version = TextVersion.of(normalised(text) + "\n", NORMALISER, "feed-1")
    return Record(_member(number, entry), version, _container(entry, feed), notes)


def _member(number: int, entry: Mapping[str, Any]) -> str:
    """The entry's own id, by which it is known again when the feed has moved on."""
    own = words(entry.get("id") or entry.get("link"))
    return own if 0 < len(own) <= 300 else str(number)


def _text(entry: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The words of an entry, and what is to be said of them."""
    contents = [str(one.get("value") or "") for one in entry.get("content") or ()]
    whole = max(map(_plain, contents), key=len, default="")
    summary = _plain(str(entry.get("summary") or ""))
    if len(whole) >= len(summary):
        return whole, ()
    return summary, ("intake.note_feed_summary",)


def _plain(written: str) -> str:
    return (text_of(written) if is_markup(written) else written).strip()


def _container(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Container:
    authors = [words(one.get("name")) for one in entry.get("authors") or () if one]
    source = entry.get("source") or {}
    values = {
        "type": "webpage",
        "title": _plain(str(entry.get("title") or "")),
        "author": "; ".join(name for name in authors if name) or words(entry.get("author")),
        "container-title": words(source.get("title")) or words(feed.get("title")),
        "URL": words(entry.get("link")),
        "language": language_code(words(entry.get("language") or feed.get("language"))),
        "keyword": "; ".join(
            tag for one in entry.get("tags") or () if (tag := words(one.get("term")))
        ),
    }
    metadata = Metadata()
    for name, value in values.items():
        if value:
            metadata = metadata.updated(name, FieldValue(words(value)))
    published = words(entry.get("published") or entry.get("updated"))
    aside = [("updated", words(entry.get("updated"))), ("id", words(entry.get("id")))]
    return Container(metadata, published or None, tuple(one for one in aside if one[1]))
