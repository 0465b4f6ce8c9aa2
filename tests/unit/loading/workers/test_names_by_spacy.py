"""Workers find names with spaCy where it is switched on; run where the extra `nlp` is installed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.helpers.processes import environment
from usjp_reader.config.language_model import language_model
from usjp_reader.domain.articles import Record
from usjp_reader.domain.texts import TextVersion
from usjp_reader.knowledge import base
from usjp_reader.loading.asking import Asker
from usjp_reader.loading.jobs import Job
from usjp_reader.store.corpus.codec import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from usjp_reader.loading.workers.crew import Crew

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        language_model() is None,
        reason="spaCy and its model are not installed: pip install '.[nlp]'",
    ),
]

TEXT = (
    "Old friends meet\n\nKYOTO, May 3, 1979 — Hortensia Vandermolen of Bismarck Rubber Works met"
    " Thaddeus Wimbourne, who had come from Wollongong.\n"
)
_HERE = """
import sys
from usjp_reader.domain.articles import Record
from usjp_reader.domain.texts import TextVersion
from usjp_reader.knowledge import base
from usjp_reader.loading.asking import Asker
from usjp_reader.loading.jobs import Job

job = Job("a.txt", "Papers", records=(Record("", TextVersion.of(sys.argv[1], "1", "test")),))
(read,) = Asker(base.load(), second_recogniser=True).ask(job).wait().records
print(read.article.details.hex())
"""


@pytest.mark.parametrize("size", [1, 2])  # one is spawned, several are forked
def test_workers_find_what_one_process_finds(hired: Callable[..., Crew], size: int) -> None:
    job = Job("a.txt", "Papers", records=(Record("", TextVersion.of(TEXT, "1", "test")),))
    crew = hired(size)
    crew.ask(job).result(60)  # it is there now, and this process does not help
    answer = Asker(base.load(), crew, second_recogniser=True).ask(job, is_one_of_many=True).wait()
    assert answer is not None
    assert answer.reason is None
    (read,) = answer.records
    assert f"second=1:{language_model()}".replace(" ", ":") in read.article.columns[-2]  # type: ignore[operator]
    keys = [one.why.key for one in decode(read.article.details).mentions]
    assert "analysis.second_unlinked" in keys
    done = subprocess.run(
        [sys.executable, "-c", _HERE, TEXT],
        check=True,
        timeout=60,
        capture_output=True,
        text=True,
        env=environment(),
    )
    assert done.stdout.strip() == read.article.details.hex()


def test_a_long_article_is_read_in_time_and_in_its_memory(hired: Callable[..., Crew]) -> None:
    text = "A long story\n\n" + "".join(
        f"It took {n} days until Hortensia Vandermolen came to Wollongong again.\n\n"
        for n in range(6_000)
    )
    job = Job("a.txt", "Papers", records=(Record("", TextVersion.of(text, "1", "test")),))
    answer = Asker(base.load(), hired(1), second_recogniser=True).ask(job).wait()
    assert answer is not None
    assert answer.reason is None
    mentions = decode(answer.records[0].article.details).mentions
    assert sum(one.why.key.startswith("analysis.second_") for one in mentions) > 6_000
