"""A text that states no title is called as a careful reader would call it.

Mastheads, mottoes, notices, kickers and decks stand near the title of a page; in print a headline
is cut over several lines. Every page of `titles/` holds such a trap; all is made up.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.heads import heads
from usjp_reader.domain.articles import Container
from usjp_reader.intake.cleaning import label

PAGES = {name: (data, gold) for name, data, gold in heads(Path(__file__).parent / "titles")}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_called_by_its_headline(name: str) -> None:
    """Every page has its own title, whole and without what stands beside it."""
    data, gold = PAGES[name]
    assert label(data.decode("utf-8"), Container()).title == gold["title"]
