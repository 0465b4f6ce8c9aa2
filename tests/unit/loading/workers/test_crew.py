"""Files are read in processes of their own: what one does there harms nothing else."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.helpers.bad_readers import install_and_fail
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.messages import Message
from usjp_reader.domain.progress import CancelToken
from usjp_reader.intake.bibliographies.reading import bibliography
from usjp_reader.knowledge import base
from usjp_reader.loading.asking import Asker
from usjp_reader.loading.jobs import Answer, Job
from usjp_reader.loading.parting import bibliography_apart, read_apart
from usjp_reader.loading.workers import crew as crews
from usjp_reader.loading.workers.crew import Crew
from usjp_reader.loading.workers.hiring import crew_with
from usjp_reader.loading.workers.orders import Limits, Orders

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.slow

GOOD = Job("a.txt", "Papers", "Okinawa returns\n\nNAHA, May 15, 1972 — It did 𠮷.\n".encode())

CRASHED = Message("loading.crashed")
STOPPED = Message("loading.stopped", {"seconds": 3})
NO_MEMORY = Message("loading.memory", {"limit": 400})
NO_WORKER = Message("loading.no_worker")


def text_of(answer: Answer | None) -> str:
    assert answer is not None
    assert answer.reason is None
    (record,) = answer.records
    return record.article.version.text


def test_a_file_that_breaks_its_parser_gets_a_reason_and_the_next_one_is_read(
    hired: Callable[..., Crew],
) -> None:
    crew = hired(2, seconds=3, memory=400 * 2**20)
    wanted = {
        "a.spin": STOPPED,
        "b.wait": STOPPED,
        "c.eat": NO_MEMORY,
        "d.exit": CRASHED,
        "e.crash": CRASHED,
        "f.nest": CRASHED,
        "g.forge": CRASHED,
    }
    asked = {name: (crew.ask(Job(name)), crew.ask(GOOD)) for name in wanted}
    assert {name: bad.result(60).reason for name, (bad, _) in asked.items()} == wanted
    assert all(good.result(60).records for _, good in asked.values())


def test_a_worker_that_was_killed_by_something_else_costs_no_file(
    hired: Callable[..., Crew], tmp_path: Path
) -> None:
    crew = hired()
    assert crew.ask(GOOD).result(60).records
    once = crew.ask(Job("a.once", data=str(tmp_path / "note").encode()))
    assert "second try" in text_of(once.result(60))


def test_a_worker_reads_without_network_noise_window_or_hurry(
    hired: Callable[..., Crew], capfd: pytest.CaptureFixture[str]
) -> None:
    crew = hired(is_niced=True)
    said = {
        name: text_of(crew.ask(Job(name)).result(60))
        for name in ("a.connect", "a.print", "a.modules", "a.nice")
    }
    assert "without the network" in said["a.connect"]
    assert "usjp_reader.loading.workers.worker" in said["a.modules"]
    assert "PySide6" in sys.modules
    assert "PySide6" not in said["a.modules"]
    assert "sqlite_utils" not in said["a.modules"]
    if os.name == "posix":
        assert f"{os.nice(0) + 10} " in said["a.nice"]
    assert capfd.readouterr() == ("", "")


def test_a_worker_is_replaced_after_a_number_of_files(hired: Callable[..., Crew]) -> None:
    crew = hired(jobs=2)
    pids = [text_of(crew.ask(Job("a.pid")).result(60)) for _ in range(4)]
    assert len(set(pids)) == 2


def test_a_worker_that_grew_is_replaced(hired: Callable[..., Crew]) -> None:
    crew = hired(growth=1)
    pids = [text_of(crew.ask(job).result(60)) for job in (Job("a.pid"), Job("b.pid"))]
    assert crew.ask(Job("a.many", data=b"3000")).result(60).records
    assert text_of(crew.ask(Job("c.pid")).result(60)) not in pids


def test_workers_that_nobody_asks_are_let_go_and_come_back(
    hired: Callable[..., Crew], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crews, "_IDLE_SECONDS", 0.01)
    crew = hired()
    first = text_of(crew.ask(Job("a.pid")).result(60))
    for member in list(crew._members):
        member.join(10)
    assert not crew.is_ready
    assert text_of(crew.ask(Job("a.pid")).result(60)) != first


def test_what_nobody_waits_for_any_more_holds_up_nothing_else(hired: Callable[..., Crew]) -> None:
    """An import that was stopped while a file was read leaves its worker at it, for an hour."""
    crew = hired(seconds=3600)
    assert crew.ask(GOOD).result(60).records
    asker, cancel = Asker(base.load(), crew), CancelToken()
    cancel.cancel()
    stopped = [asker.ask(Job(f"{n}.wait")) for n in range(3)]
    assert stopped[0].wait(cancel) is None
    for asked in stopped[1:]:
        asked.drop()
    assert crew.ask(GOOD).result(60).records


def test_where_no_worker_comes_up_plain_text_is_read_here_and_nothing_else() -> None:
    crew = Crew(2, Orders(Limits(), prepare=install_and_fail))
    asker = Asker(base.load(), crew)
    asked = [asker.ask(GOOD, is_one_of_many=True), asker.ask(Job("a.spin"))]
    plain, other = (one.wait() for one in asked)
    assert plain is not None
    assert plain.records
    assert other == Answer(reason=NO_WORKER)
    late = asker.ask(Job("b.spin")).wait()  # none is started in vain again
    assert late == Answer(reason=NO_WORKER)
    assert crew._members == set()
    crew.close()


def test_a_closed_crew_takes_no_more_work_and_leaves_nobody_waiting(
    hired: Callable[..., Crew],
) -> None:
    crew = hired()
    assert crew.ask(GOOD).result(60).records
    asked = [crew.ask(Job("a.wait")), crew.ask(Job("b.wait"))]
    crew.close()
    assert all(future.done() for future in asked)
    assert asked[1].cancelled()
    assert crew.ask(GOOD).cancelled()
    assert not crew.is_ready


def test_a_file_of_many_articles_is_shared_among_the_workers_and_stays_in_order(
    hired: Callable[..., Crew],
) -> None:
    asker = Asker(base.load(), hired(2))
    found = asker.ask(Job("all.many", "Papers", b"500")).wait()
    assert found is not None
    assert [record.member for record in found.records] == [f"{n}" for n in range(500)]
    assert found.rest == ()


def test_a_file_is_taken_apart_where_that_can_do_no_harm(hired: Callable[..., Crew]) -> None:
    crew = hired(seconds=3)
    found = read_apart("all.many", b"3", crew)
    assert [part.member for part in found] == ["0", "1", "2"]
    assert [part.member for part in read_apart("a.txt", GOOD.data)] == [""]
    with pytest.raises(UnreadableFileError) as caught:
        read_apart("a.spin", b"", crew)
    assert caught.value.message == STOPPED
    with pytest.raises(UnreadableFileError) as caught:
        read_apart("a.spin", b"", Crew(1, Orders(Limits(), prepare=install_and_fail)))
    assert caught.value.message == NO_WORKER


def test_the_items_of_a_bibliography_are_read_there_too(hired: Callable[..., Crew]) -> None:
    data = "TY  - NEWS\nTI  - Bay to be opened, 不知火湾\nAU  - Ono, Hana\nER  - \n".encode()
    found = bibliography_apart("mine.ris", data, hired())
    assert found == bibliography("mine.ris", data)
    assert found is not None
    assert [item.title for item in found.items] == ["Bay to be opened, 不知火湾"]
    assert bibliography_apart("mine.json", b"[]") is None
    with pytest.raises(UnreadableFileError):
        bibliography_apart("mine.ris", b"", hired())


def test_a_large_table_may_take_longer_and_a_large_page_may_not() -> None:
    table, page = Job("a.csv", data=bytes(9 * 2**20)), Job("a.spin", data=bytes(9 * 2**20))
    assert Limits(seconds=20).time_for(table) == 29
    assert Limits(seconds=20).time_for(page) == 20


def test_a_window_has_one_worker_that_gives_way_and_a_command_all_cores() -> None:
    window = crew_with(base.load(), in_background=True)
    assert (window._size, window._orders.is_niced) == (1, True)
    command = crew_with(base.load(), in_background=False)
    assert command._size >= 1
    assert not command._orders.is_niced
    assert command._orders.tables is None
