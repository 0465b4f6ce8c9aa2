"""One form of text, in which every later position is counted; and printed pages."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.texts import PageLabel
from usjp_reader.intake.normalising import normalised, paged

ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.text("a\r\n\f\ufeff\u2028\x85e\u0301")


@given(ANY_TEXT)
def test_doing_it_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(ANY_TEXT)
def test_lines_are_the_same_however_they_are_split(text: str) -> None:
    once = normalised(text)
    assert (
        once.splitlines()
        == (once.split("\n")[:-1] if once.endswith("\n") else once.split("\n"))[
            : len(once.splitlines())
        ]
    )
    assert len(once.splitlines()) in (once.count("\n"), once.count("\n") + 1)


@given(ANY_TEXT)
def test_what_a_text_widget_would_change_is_not_there(text: str) -> None:
    once = normalised(text)
    assert not once.startswith("\ufeff")
    assert not any("\ud800" <= char <= "\udfff" for char in once)
    assert not set(once) & {"\r", "\x00", "\ufdd0", "\ufdd1", "\ufffe", "\uffff", "\u2029"}
    assert unicodedata.is_normalized("NFC", once)


@given(ANY_TEXT)
def test_pages_do_not_change_the_text(text: str) -> None:
    source, pages = paged(text)
    assert source == normalised(text)
    assert all(0 <= page.start <= len(source) for page in pages)
    assert list(pages) == sorted(pages, key=lambda page: page.start)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\ufeffa\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("cafe\u0301", "café"),
        ("tab\tstays, bell\x07 goes", "tab\tstays, bell goes"),
        ("\ud83d lone", "\ufffd lone"),
        ("𠮷 😀 \xa0 ﬁ Ａ", "𠮷 😀 \xa0 ﬁ Ａ"),
        ("か\u3099", "が"),
    ],
)
def test_examples(raw: str, expected: str) -> None:
    assert normalised(raw) == expected


def test_form_feeds_begin_pages_that_are_called_as_printed() -> None:
    source, pages = paged("First sheet\n- 41 -\fSecond sheet\n- 42 -\f")
    assert "\f" not in source
    assert pages == (PageLabel(0, "41"), PageLabel(source.index("Second"), "42"))


def test_pages_without_a_number_are_counted() -> None:
    _, pages = paged("\ufeffone\ftwo")
    assert [(page.start, page.label) for page in pages] == [(0, "1"), (4, "2")]


def test_page_marks_in_brackets_begin_pages() -> None:
    source, pages = paged("Text [p. 4] more [Page 1618] end")
    assert [page.label for page in pages] == ["4", "1618"]
    assert source[pages[0].start :].startswith("[p. 4]")


def test_one_form_feed_at_the_end_is_no_page() -> None:
    assert paged("only one page\f")[1] == ()
