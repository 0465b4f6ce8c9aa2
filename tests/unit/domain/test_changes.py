"""Changes, passages, reports and progress: what they say of themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.builders import NOW, TEXT, a_passage
from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.errors import LibraryBusyError, LibraryError, UsjpError
from usjp_reader.domain.passages import Anchor, normalised_tag
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.reports import FileReport, ImportReport, Outcome
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import text_sha

values = st.none() | st.dictionaries(st.sampled_from("abc"), st.integers())
items = st.builds(ItemChange, st.just("flag"), st.text(max_size=3), values, values)


@given(st.lists(items, max_size=5))
def test_the_inverse_of_the_inverse_is_the_change(some: list[ItemChange]) -> None:
    change = Change("x", tuple(some), NOW, "Hana", seq=7)
    back = change.inverse(NOW)
    assert back.undoes == 7
    assert back.seq == 0
    assert back.inverse(NOW).items == change.items


def test_an_anchor_keeps_32_code_points_on_either_side() -> None:
    anchor = a_passage(quote="met").anchor
    assert anchor.exact == "met"
    assert anchor.prefix + "met" + anchor.suffix in TEXT
    assert (len(anchor.prefix), len(anchor.suffix)) == (32, 32)


def test_an_anchor_at_the_edge_has_less_around_it() -> None:
    anchor = Anchor.in_text("𠮷野", text_sha("𠮷野"), Span(0, 1))
    assert (anchor.prefix, anchor.exact, anchor.suffix) == ("", "𠮷", "野")


@pytest.mark.parametrize("span", [Span(2, 2), Span(1, 3)])
def test_nothing_can_be_anchored_outside_the_text(span: Span) -> None:
    with pytest.raises(ValueError, match="anchor"):
        Anchor.in_text("𠮷野", "sha", span)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (" #Okinawa ", "Okinawa"),
        ("treaty /  1951", "treaty/1951"),
        ("a//b/", "a/b"),
        ("基地　問題", "基地 問題"),
        ("#", ""),
        ("  ", ""),
        ("/# #a", "a"),
        ("a/#b", "a/b"),
    ],
)
def test_a_tag_is_stored_without_its_trimmings(typed: str, stored: str) -> None:
    assert normalised_tag(typed) == stored


@given(st.text())
def test_normalising_a_tag_twice_is_normalising_it_once(typed: str) -> None:
    once = normalised_tag(typed)
    assert normalised_tag(once) == once


def test_a_report_counts_files_by_outcome() -> None:
    report = ImportReport(
        (
            FileReport("a", Outcome.LOADED, guessed=True),
            FileReport("b", Outcome.LOADED, undated=True),
            FileReport("c", Outcome.FAILED),
        )
    )
    assert [report.count(outcome) for outcome in Outcome] == [2, 0, 0, 0, 1, 0, 0]
    assert (report.guessed, report.undated) == (1, 1)


def test_a_cancel_token_is_raised_once_and_for_all() -> None:
    token = CancelToken()
    assert not token.is_cancelled
    token.cancel()
    token.cancel()
    assert token.is_cancelled


def test_errors_carry_a_key_and_its_parameters() -> None:
    error = LibraryBusyError("store.busy", library="/x")
    assert isinstance(error, LibraryError)
    assert isinstance(error, UsjpError)
    assert (error.message.key, dict(error.message.params)) == ("store.busy", {"library": "/x"})
