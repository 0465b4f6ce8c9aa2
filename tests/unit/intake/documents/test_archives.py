"""Archives: each file in them read as if it stood alone, and none that does harm."""

from __future__ import annotations

import io
import json
import struct
import warnings
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.helpers.documents import FIRST, TITLE, a_docx, a_page, a_pdf, a_zip, an_eml
from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import nesting, place_of, read_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = f"{TITLE}\n\n{FIRST}\n"


def reasons(found: Sequence[Record | Refused]) -> dict[str, str]:
    return {one.member: one.reason.key for one in found if isinstance(one, Refused)}


def members(found: Sequence[Record | Refused]) -> list[str]:
    return [one.member for one in found if isinstance(one, Record)]


def test_every_file_of_an_archive_is_an_article_under_its_name() -> None:
    found = read_parts(
        "papers.zip",
        a_zip(
            {
                "b/ferry.html": a_page(),
                "a.txt": TEXT,
                "c.docx": a_docx(),
                "d.pdf": a_pdf([[FIRST]]),
                "rows.csv": "text,title\nOne article here.,A\nAnother one there.,B\n",
                "ship.png": b"\x89PNG",
                "b/ferry_files/ad.html": a_page(),
                "__MACOSX/._a.txt": b"\x00",
            }
        ),
    )
    assert reasons(found) == {}
    assert members(found)[:4] == ["a.txt", "b/ferry.html", "c.docx", "d.pdf"]
    assert [one for one in members(found) if one.startswith("rows.csv#")] != []


def test_one_bad_file_in_an_archive_stops_no_other() -> None:
    found = read_parts("papers.zip", a_zip({"a.txt": b"", "b.txt": TEXT, "c.pdf": b"%PDF-1.7 no"}))
    assert members(found) == ["b.txt"]
    assert reasons(found) == {"a.txt": "intake.empty", "c.pdf": "intake.pdf_broken"}


def test_archives_in_archives_are_opened_twice_and_no_deeper() -> None:
    data = a_zip({"a.txt": TEXT})
    for depth in range(1, 4):
        data = a_zip({f"level{depth}.zip": data, f"own{depth}.txt": TEXT + str(depth)})
    found = read_parts("papers.zip", data)
    assert members(found) == ["level3.zip#own2.txt", "own3.txt"]
    assert reasons(found) == {"level3.zip#level2.zip": "intake.archive_deep"}


def test_a_bomb_is_left_closed() -> None:
    bomb = a_zip({"zeros.txt": b"0" * (8 * 2**20), "b.txt": TEXT})
    found = read_parts("papers.zip", bomb)
    assert members(found) == ["b.txt"]
    assert reasons(found) == {"zeros.txt": "intake.archive_bomb"}


def test_bombs_in_archives_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nesting, "MOST_BYTES", 4 * len(TEXT))
    inner = [a_zip({"a.txt": TEXT + str(number)}) for number in range(5)]
    found = read_parts("papers.zip", a_zip({f"{n}.zip": data for n, data in enumerate(inner)}))
    assert 0 < len(members(found)) < 4
    assert set(reasons(found).values()) == {"intake.archive_bomb"}


def test_messages_in_archives_in_messages_come_to_an_end() -> None:
    data = a_zip({"a.txt": TEXT})
    for _ in range(50):
        data = an_eml(attached={"papers.zip": a_zip({"mail.eml": data})})
    found = read_parts("mail.eml", data)
    assert members(found) == ["", "papers.zip#mail.eml"]
    assert list(reasons(found).values()) == ["intake.archive_deep"]


def test_two_files_of_one_name_are_both_read() -> None:
    with warnings.catch_warnings(action="ignore"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, text in (("a.txt", "One."), ("a.txt", "Two."), ("A.txt", "Three.")):
                archive.writestr(name, text)
    found = read_parts("papers.zip", out.getvalue())
    assert {one.member: one.version.text for one in found if isinstance(one, Record)} == {
        "A.txt": "Three.", "a.txt": "One.", "a.txt (2)": "Two."
    }  # fmt: skip


def test_links_are_not_followed_nor_taken_for_articles() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
        archive.writestr("a.txt", TEXT)
    assert members(read_parts("papers.zip", out.getvalue())) == ["a.txt"]


def test_what_cannot_be_read_in_an_archive_is_named_but_for_pictures_and_styles() -> None:
    entries = {"old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "x.pages": b"x"}
    found = read_parts("papers.zip", a_zip(entries | {"a.png": b"\x89PNG", "a.css": b"p {}"}))
    assert reasons(found) == {"old.doc": "intake.is_word", "x.pages": "intake.is_other_word"}


def test_only_the_pictures_of_a_page_are_passed_over() -> None:
    found = read_parts(
        "papers.zip",
        a_zip({"p/ferry.html": a_page(), "p/ferry_files/ad.html": a_page(), "embassy_files/a.txt":
               TEXT}),
    )  # fmt: skip
    assert members(found) == ["embassy_files/a.txt", "p/ferry.html"]


def test_a_file_in_an_archive_is_known_by_its_own_name() -> None:
    assert place_of("x/papers.zip", "b/1968-06-27 ferry.txt") == "x/papers/b/1968-06-27 ferry.txt"
    assert place_of("papers.zip", "in.zip#rows.csv#3") == "papers/in/rows.csv"
    assert place_of("mail.eml", "") == "mail.eml"
    assert place_of("rows.csv", "3") == "rows.csv"


def test_an_archive_as_a_whole_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nesting, "MOST_BYTES", 100)
    found = read_parts("papers.zip", a_zip({"a.txt": TEXT[:90], "b.txt": TEXT[:90]}))
    assert reasons(found) == {"b.txt": "intake.archive_bomb"}


def test_records_in_an_archive_count_once_against_its_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = {f"{number}.json": json.dumps({"text": TEXT + str(number)}) for number in range(4)}
    monkeypatch.setattr(nesting, "MOST_BYTES", sum(map(len, files.values())))
    found = read_parts("papers.zip", a_zip(files))
    assert len(members(found)) == len(files)
    assert reasons(found) == {}


def test_too_many_entries_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(nesting.MOST_ENTRIES + 1):
            archive.writestr(f"{number}.x", b"")
    with pytest.raises(UnreadableFileError) as caught:
        read_parts("papers.zip", out.getvalue())
    assert caught.value.message.key == "intake.archive_many"


def test_entries_that_share_their_bytes_are_refused() -> None:
    data = bytearray(a_zip({"a.txt": TEXT, "b.txt": TEXT + "b"}, compress=False))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)  # where its local header is said to be
    with pytest.raises(UnreadableFileError) as caught:
        read_parts("papers.zip", bytes(data))
    assert caught.value.message.key == "intake.archive_bomb"


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/evil.txt", "..\\evil.txt", "C:\\evil.txt", "e" * 300 + ".txt"]
)
def test_names_are_labels_and_lead_nowhere(name: str) -> None:
    (found,) = read_parts("papers.zip", a_zip({name: TEXT}))
    assert isinstance(found, Record)
    assert len(found.member) <= 304


def test_an_encrypted_entry_is_named_and_the_others_are_read() -> None:
    data = bytearray(a_zip({"a.txt": TEXT, "b.txt": TEXT + "b"}, compress=False))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.index(mark)
        data[at + offset] |= 1
    found = read_parts("papers.zip", bytes(data))
    assert members(found) == ["b.txt"]
    assert reasons(found) == {"a.txt": "intake.encrypted_entry"}


def test_a_damaged_entry_is_named_and_the_others_are_read() -> None:
    data = bytearray(a_zip({"a.txt": TEXT, "b.txt": TEXT + "b"}, compress=False))
    at = data.index(TEXT.encode())
    data[at] ^= 0xFF
    found = read_parts("papers.zip", bytes(data))
    assert members(found) == ["b.txt"]
    assert reasons(found) == {"a.txt": "intake.entry_damaged"}
