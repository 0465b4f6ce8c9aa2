"""Formats whose readers misbehave: known here, read only in workers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.bad_readers import BAD, install, not_here
from usjp_reader.intake.readers import READERS
from usjp_reader.loading.workers.crew import Crew
from usjp_reader.loading.workers.orders import Limits, Orders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(autouse=True)
def _known_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    for suffix in BAD:
        monkeypatch.setitem(READERS, suffix, not_here)


@pytest.fixture
def hired() -> Iterator[Callable[..., Crew]]:
    """Makes crews that know the formats, and closes them."""
    crews = []

    def hire(size: int = 1, *, is_niced: bool = False, **limits: int) -> Crew:
        crews.append(Crew(size, Orders(Limits(**limits), is_niced=is_niced, prepare=install)))
        return crews[-1]

    yield hire
    for crew in crews:
        crew.close()
