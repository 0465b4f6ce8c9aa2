"""Work runs elsewhere; results, errors and progress come back to the main thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from usjp_reader.domain.errors import BadQueryError, UsjpError
from usjp_reader.domain.progress import CancelToken, Progress
from usjp_reader.gui.jobs import Jobs, Lane, SynchronousJobs

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from pytestqt.qtbot import QtBot

MAIN = threading.main_thread()


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.shutdown()


def idle(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=5_000)


def test_a_result_comes_back_on_the_main_thread(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[tuple[int, threading.Thread, threading.Thread]] = []
    jobs.run(
        lambda _: (42, threading.current_thread()),
        lambda result: seen.append((*result, threading.current_thread())),
    )
    idle(qtbot, jobs)
    [(value, worked_on, told_on)] = seen
    assert value == 42
    assert worked_on is not MAIN
    assert told_on is MAIN


def test_each_lane_keeps_to_one_thread_of_its_own(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[tuple[Lane, int]] = []
    for lane in (Lane.READING, Lane.WRITING, Lane.READING, Lane.WRITING):
        jobs.run(
            lambda _, lane=lane: (lane, threading.get_ident()),  # type: ignore[misc]
            threads.append,
            lane=lane,
        )
    idle(qtbot, jobs)
    assert len(threads) == 4
    assert len(set(threads)) == 2


def test_progress_arrives_before_the_result(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[object] = []

    def importing(_: CancelToken) -> Generator[Progress, None, str]:
        yield Progress(1, 2, "沖縄.txt")
        return "done"

    jobs.run(importing, heard.append, on_progress=heard.append)
    idle(qtbot, jobs)
    assert heard == [Progress(1, 2, "沖縄.txt"), "done"]


def test_an_error_the_reader_can_act_on_goes_to_who_asked(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[UsjpError] = []

    def failing(_: CancelToken) -> None:
        raise BadQueryError("search.no_such_era", era="x")

    jobs.run(failing, lambda _: None, heard.append)
    idle(qtbot, jobs)
    assert [error.message.key for error in heard] == ["search.no_such_era"]


def test_an_error_nobody_asked_to_hear_of_is_still_told(qtbot: QtBot, jobs: Jobs) -> None:
    def failing(_: CancelToken) -> None:
        raise BadQueryError("search.no_such_era")

    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run(failing, lambda _: None)
    assert isinstance(told.args[0], BadQueryError)


def test_a_bug_reaches_the_top_level_hook(qtbot: QtBot, jobs: Jobs) -> None:
    def broken(_: CancelToken) -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as caught:
        jobs.run(broken, lambda _: None, lambda _: None)
        idle(qtbot, jobs)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_a_newer_search_silences_the_older_one(qtbot: QtBot, jobs: Jobs) -> None:
    results: list[str] = []
    may_end = threading.Event()
    tokens: list[CancelToken] = []

    def slow(token: CancelToken) -> str:
        tokens.append(token)
        may_end.wait(5)
        return "old"

    jobs.run(slow, results.append, channel="search")
    qtbot.waitUntil(lambda: bool(tokens))
    jobs.run(lambda _: "new", results.append, channel="search")
    assert tokens[0].is_cancelled
    may_end.set()
    idle(qtbot, jobs)
    assert results == ["new"]


def test_a_search_that_was_overtaken_while_waiting_is_not_even_begun(
    qtbot: QtBot, jobs: Jobs
) -> None:
    begun: list[str] = []
    may_end = threading.Event()
    jobs.run(lambda _: may_end.wait(5), lambda _: None)
    for words in ("ok", "oki", "okinawa"):
        jobs.run(
            lambda _, words=words: begun.append(words),  # type: ignore[misc]
            lambda _: None,
            channel="search",
        )
    may_end.set()
    idle(qtbot, jobs)
    assert begun == ["okinawa"]


def test_other_channels_do_not_disturb_each_other(qtbot: QtBot, jobs: Jobs) -> None:
    results: list[str] = []
    jobs.run(lambda _: "list", results.append, channel="list")
    jobs.run(lambda _: "counts", results.append, channel="counts")
    jobs.run(lambda _: "alone", results.append)
    idle(qtbot, jobs)
    assert results == ["list", "counts", "alone"]


def test_cancelling_a_channel_drops_what_it_would_deliver(qtbot: QtBot, jobs: Jobs) -> None:
    results: list[str] = []
    jobs.run(lambda _: "unwanted", results.append, channel="search")
    jobs.cancel("search")
    idle(qtbot, jobs)
    assert results == []


def test_work_can_be_stopped_between_items(qtbot: QtBot, jobs: Jobs) -> None:
    results: list[int] = []
    begun = threading.Event()

    def endless(token: CancelToken) -> Generator[Progress, None, int]:
        done = 0
        while not token.is_cancelled:
            done += 1
            begun.set()
            yield Progress(done)
        return done

    job = jobs.run(endless, results.append, lane=Lane.WRITING)
    qtbot.waitUntil(begun.is_set)
    job.cancel()
    idle(qtbot, jobs)
    assert results[0] >= 1


def test_a_note_that_waits_to_be_written_is_written_before_the_end(qtbot: QtBot) -> None:
    jobs, written = Jobs(), list[str]()
    may_end = threading.Event()
    jobs.run(lambda _: may_end.wait(5), lambda _: None, lane=Lane.WRITING)
    jobs.run(lambda _: written.append("note"), lambda _: None, lane=Lane.WRITING)
    may_end.set()
    assert jobs.shutdown()
    assert written == ["note"]


def test_closing_does_not_wait_for_ever(qtbot: QtBot) -> None:
    jobs, may_end = Jobs(), threading.Event()
    begun = threading.Event()

    def stubborn(_: CancelToken) -> None:
        begun.set()
        may_end.wait(30)

    jobs.run(stubborn, lambda _: None)
    assert begun.wait(5)
    assert not jobs.shutdown(seconds=0.01)
    may_end.set()


def test_nothing_is_delivered_after_closing(qtbot: QtBot) -> None:
    jobs, results = Jobs(), list[int]()
    jobs.run(lambda _: 1, results.append)
    jobs.shutdown()
    qtbot.wait(1)
    assert results == []


def test_on_the_calling_thread_everything_is_delivered_at_once(qtbot: QtBot) -> None:
    jobs, heard = SynchronousJobs(), list[object]()

    def importing(_: CancelToken) -> Generator[Progress, None, str]:
        for done in range(3):
            yield Progress(done)
        return "done"

    jobs.run(importing, heard.append, on_progress=heard.append)
    assert heard == [Progress(0), Progress(1), Progress(2), "done"]
    assert not jobs.is_busy


def test_on_the_calling_thread_bugs_are_raised(qtbot: QtBot) -> None:
    def broken(_: CancelToken) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        SynchronousJobs().run(broken, lambda _: None)
