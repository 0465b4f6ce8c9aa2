"""Why an article has its date, and what speaks against it, is kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.helpers.libraries import imported, opened, uids

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "---\ndate: 1972-05-16\n---\nOkinawa and after\n\n"
    "The last transport ship left the harbor on May 20, 1973, and the crowd went home.\n\n"
    "The two sides agreed that the alliance was strong.\n"
)


def test_reasons_and_doubts_are_there_when_the_library_is_opened_again(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text(TEXT, "utf-8")
    with opened(tmp_path / "lib") as library:
        imported(library, papers)
        (uid,) = uids(library)
        before = library.article(uid).published
    assert before.value is not None
    assert before.value.value == "1972-05-16"
    assert any("1973" in doubt.says for doubt in before.doubts)
    with opened(tmp_path / "lib") as library:
        after = library.article(uid).published
    assert after == before
    assert after.reasons
    assert after.doubts == before.doubts
