"""Web archives: pages that were answered with success are articles, the rest is passed over."""

from __future__ import annotations

import gzip
import sys
from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import imported, opened, uids
from usjp_reader.config.messages import said
from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import read_parts, read_records, warc

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<html><head><title>Bay opened – Harbor Chronicle</title></head><body>
<p>The bay was opened on Wednesday, the Ministry said in a long statement. 港は静か😀</p>
</body></html>"""


def archive(*records: tuple[str, str, str, bytes], compressed: bool = True) -> bytes:
    """An archive of (address, status, type, content)."""
    return b"".join(_record(*record, compressed=compressed) for record in records)


def _record(address: str, status: str, kind: str, content: bytes, *, compressed: bool) -> bytes:
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-11-28T09:00:00Z\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Length: {len(block)}\r\n"
        "Content-Type: application/http; msgtype=response\r\n\r\n"
    )
    whole = head.encode() + block + b"\r\n\r\n"
    return gzip.compress(whole) if compressed else whole


ALL = (
    ("http://example.com/bay", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
    ("http://example.com/x.png", "200 OK", "image/png", b"\x89PNG"),
    ("http://example.com/gone", "404 Not Found", "text/html", PAGE.encode()),
    ("http://example.com/ja", "200 OK", "text/html", PAGE.replace("bay", "湾").encode()),
)


@pytest.mark.parametrize("compressed", [True, False])
def test_pages_are_articles_with_their_address(compressed: bool) -> None:
    name = "a.warc.gz" if compressed else "a.warc"
    first, second = read_records(name, archive(*ALL, compressed=compressed))
    assert "The bay was opened on Wednesday" in first.version.text
    assert "<p>" not in first.version.text
    assert first.container.metadata.get("URL") == "http://example.com/bay"
    assert first.container.metadata.get("accessed") == "2026-11-28"
    assert [first.member, second.member] == ["1", "2"]
    assert "湾" in second.version.text


def test_a_record_with_a_wrong_length_costs_itself_alone() -> None:
    data = archive(*ALL[:1], *ALL[3:], compressed=False)
    at = data.index(b"Content-Length: ")
    wrong = data[:at] + b"Content-Length: 99999999\r\nX-" + data[at:]
    parts = read_parts("a.warc", wrong)
    assert any(isinstance(part, Refused) for part in parts)
    assert all(said(part.reason).endswith(".") for part in parts if isinstance(part, Refused))


def test_an_archive_that_was_cut_off_gives_the_pages_before() -> None:
    data = archive(*ALL, compressed=False)
    parts = read_parts("a.warc", data[:-50])
    assert isinstance(parts[0], Record)
    assert isinstance(parts[-1], Refused)


@pytest.mark.parametrize("how", ["rubbish", "chunked", "half-gzip"])
def test_rubbish_in_an_archive_is_told(how: str) -> None:
    good = archive(*ALL[:1])
    if how == "rubbish":
        data = good + b"\x1f\x8b\x08" + b"rubbish" * 50 + good
    elif how == "half-gzip":
        data = good + good[:-40] + good
    else:
        content = b"zz\r\nnot chunked at all"
        data = archive(("http://example.com", "200 OK", "text/html", content)) + good
    parts = read_parts("a.warc.gz", data)
    assert isinstance(parts[0], Record | Refused)
    assert any(isinstance(part, Record) for part in parts)


def test_a_page_larger_than_an_article_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_BYTES", 1_000)
    long = ("http://example.com/long", "200 OK", "text/html", b"x" * 5_000)
    parts = read_parts("a.warc.gz", archive(long, *ALL[:1]))
    assert isinstance(parts[0], Refused)
    assert parts[0].reason.key == "intake.record_too_large"
    assert isinstance(parts[1], Record)


def test_a_page_that_shows_nothing_is_told() -> None:
    empty = ("http://example.com/e", "200 OK", "text/html", b"<div></div><script>x</script>" * 99)
    (refused,) = read_parts("a.warc.gz", archive(empty))
    assert isinstance(refused, Refused)
    assert said(refused.reason).endswith(".")


@pytest.mark.parametrize("data", [b"", b"text", gzip.compress(b"text", mtime=0), b"WARC/1.0\r\n"])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    try:
        parts = read_parts("a.warc", data)
    except UnreadableFileError as error:
        key = error.message.key
    else:
        (refused,) = parts
        assert isinstance(refused, Refused)
        key = refused.reason.key
    assert key in ("intake.not_warc", "intake.no_pages", "intake.warc_broken")


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in sys.modules if one.partition(".")[0] == "warcio"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "warcio", None)
    with pytest.raises(UnreadableFileError) as caught:
        read_parts("a.warc.gz", b"\x1f\x8b\x08")
    assert "usjp-reader[formats]" in said(caught.value.message)


def test_an_archive_is_imported_from_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "pages.warc.gz").write_bytes(archive(*ALL))
    with opened(tmp_path / "lib") as library:
        (file,) = imported(library, folder).files
        assert len(file.articles) == 2
        urls = {library.article(uid).metadata.get("URL") for uid in uids(library)}
        assert urls == {"http://example.com/bay", "http://example.com/ja"}
