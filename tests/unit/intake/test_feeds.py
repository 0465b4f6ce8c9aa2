"""Saved RSS and Atom files: an article an entry."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from usjp_reader.config.messages import said
from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.dating.addresses import read_date
from usjp_reader.intake.readers import read_parts, read_records

if TYPE_CHECKING:
    from pathlib import Path

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbor Chronicle 港</title><link>http://example.com</link>
<language>en-us</language>
<item><title>Bay &amp; town</title><link>http://example.com/bay</link>
 <guid>tag:example.com,1972:bay</guid><dc:creator>Ana de la Cruz</dc:creator>
 <category>bays</category><pubDate>Wed, 05 Jan 1972 09:00:00 +0900</pubDate>
 <description>The bay was</description>
 <content:encoded><![CDATA[<p>The bay was opened. 港は静か😀</p><p>&quot;Yes&quot;, he said.</p>
 <script>alert(1)</script>]]></content:encoded></item>
<item><title>Only a beginning</title><link>http://example.com/2</link>
 <pubDate>Thu, 06 Jan 1972 09:00:00 GMT</pubDate>
 <description>The fishermen thanked the ministry…</description></item>
<item><title>Nothing</title><link>http://example.com/3</link></item>
</channel></rss>
"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"><title>港日報</title>
<entry><title>不知火湾</title><id>urn:1</id><link href="http://example.com/1"/>
<published>1972-01-05T09:00:00+09:00</published><updated>2020-01-01T00:00:00Z</updated>
<author><name>山田太郎</name></author>
<content type="html">&lt;p&gt;漁民は感謝した。&lt;/p&gt;</content></entry></feed>
"""


def test_entries_are_articles_with_what_the_feed_states() -> None:
    first, second = read_records("feed.rss", RSS.encode())
    assert first.version.text == 'The bay was opened. 港は静か😀\n\n"Yes", he said.\n'
    metadata = first.container.metadata
    assert metadata.title == "Bay & town"
    assert metadata.publisher == "Harbor Chronicle 港"
    assert metadata.authors == ("Ana de la Cruz",)
    assert metadata.get("URL") == "http://example.com/bay"
    assert metadata.get("language") == "en"
    assert metadata.get("keyword") == "bays"
    assert first.container.published == "Wed, 05 Jan 1972 09:00:00 +0900"
    assert first.member == "tag:example.com,1972:bay"
    assert second.version.text == "The fishermen thanked the ministry…\n"
    assert second.notes == ("intake.note_feed_summary",)


def test_an_entry_without_text_is_told() -> None:
    (refused,) = [p for p in read_parts("feed.rss", RSS.encode()) if isinstance(p, Refused)]
    assert refused.member == "3"
    assert "“Nothing”" in said(refused.reason)


def test_atom_is_read_too_and_when_it_was_updated_is_not_when_it_was_published() -> None:
    (record,) = read_records("feed.atom", ATOM.encode())
    assert record.version.text == "漁民は感謝した。\n"
    assert record.container.metadata.get("language") == "ja"
    assert record.container.published == "1972-01-05T09:00:00+09:00"
    assert ("updated", "2020-01-01T00:00:00Z") in record.container.aside
    days = read_date(record.container.published)
    assert days is not None
    assert str(days.earliest) == "1972-01-05"


def test_other_xml_is_refused() -> None:
    for data in (b"<html><body>x</body></html>", b"<rss></rss>", b"<feed", b"not xml"):
        with pytest.raises(UnreadableFileError) as caught:
            read_parts("x.xml", data)
        assert caught.value.message.key == "intake.not_feed"


def test_entities_are_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Nobody's business", "utf-8")
    bombs = [
        f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>',
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
    ]
    for bomb in bombs:
        data = RSS.replace("<rss", f"{bomb}<rss", 1).replace("Bay &amp;", "&x;").encode()
        with pytest.raises(UnreadableFileError) as caught:
            read_parts("x.rss", data)
        assert caught.value.message.key == "intake.has_entities"


def test_a_feed_that_was_cut_off_gives_what_it_holds() -> None:
    cut = RSS[: RSS.index("<item><title>Only") + 60].encode()
    parts = read_parts("x.rss", cut)
    assert isinstance(parts[0], Record)


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(UnreadableFileError) as caught:
        read_parts("x.rss", RSS.encode())
    assert "usjp-reader[formats]" in said(caught.value.message)


def test_a_library_as_zotero_rdf_says_what_to_export_instead() -> None:
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:z="http://www.zotero.org/namespaces/export#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#">'
        '<bib:Article rdf:about="#item_1"><z:itemType>newspaperArticle</z:itemType>'
        "<dc:title>Bay to be opened</dc:title></bib:Article></rdf:RDF>"
    )
    with pytest.raises(UnreadableFileError) as caught:
        read_parts("My Library.rdf", rdf.encode())
    assert "Zotero RDF" in said(caught.value.message)
    assert "BibTeX" in said(caught.value.message)
