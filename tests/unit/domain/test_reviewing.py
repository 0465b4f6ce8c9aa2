"""Which dates wait for the reader's word."""

from __future__ import annotations

import pytest

from usjp_reader.domain.dates import UNDATED, Dated, Edtf, Status
from usjp_reader.domain.reviewing import is_to_review


@pytest.mark.parametrize(
    ("value", "confidence", "status", "wanted"),
    [
        ("1972-05-15", 0.95, Status.INFERRED, False),
        ("1972-05-15", 0.6, Status.INFERRED, True),
        ("1972-05", 0.9, Status.INFERRED, False),
        ("1972-05-15/1972-06-15", 0.9, Status.INFERRED, True),
        ("1953/1961", 0.9, Status.INFERRED, True),
        ("1971", 0.95, Status.STATED, False),
        ("1909-03-04", 0.5, Status.STATED, True),
        ("1953/1961", 0.1, Status.CONFIRMED, False),
    ],
)
def test_wide_and_doubtful_dates_are_reviewed_until_they_are_confirmed(
    value: str, confidence: float, status: Status, wanted: bool
) -> None:
    assert is_to_review(Dated(Edtf.parse(value), confidence, (), status)) is wanted


def test_no_date_is_reviewed_until_the_reader_says_that_there_is_none() -> None:
    assert is_to_review(UNDATED)
    assert not is_to_review(Dated(status=Status.CONFIRMED))
