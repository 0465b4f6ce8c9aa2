"""The inside of a worker process: it answers jobs until nobody asks any more. No Qt, no store."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import traceback
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Record
from usjp_reader.domain.texts import TextVersion
from usjp_reader.knowledge import base
from usjp_reader.knowledge.base import KnowledgeBase
from usjp_reader.loading.answering import answer
from usjp_reader.loading.jobs import Job
from usjp_reader.loading.workers import limits, wire

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from usjp_reader.loading.workers.orders import Limits, Orders

_NETWORK = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"})
_WARMING = (
    "Okinawa\n\nNAHA, May 15, 1972 — Prime Minister Eisaku Sato met the U.S. ambassador."
    " 佐藤栄作首相は沖縄を訪れた。\n"
)


def serve(connection: Connection, orders: Orders) -> None:
    """Answer what comes through `connection`, until it is closed or it is time to begin afresh."""
    _settle(orders)
    knowledge = KnowledgeBase(orders.tables) if orders.tables else base.load()
    warm(knowledge)
    _silence()
    limits.confine(orders.limits)
    wire.send(connection, wire.Ready())
    try:
        _answer_all(connection, orders.limits, knowledge)
    except MemoryError:
        wire.send(connection, wire.NoMemory())
    except Exception as error:  # the top of this process: the parent logs it and goes on
        wire.send(connection, wire.Broken("".join(traceback.format_exception(error))))


def _answer_all(connection: Connection, allowed: Limits, knowledge: KnowledgeBase) -> None:
    at_first, done = limits.held_memory(), 0
    while done < allowed.jobs and limits.held_memory() < at_first + allowed.growth:
        try:
            jobs = wire.receive_jobs(connection)
        except EOFError:
            return
        for job in jobs:
            limits.begin_job(allowed.time_for(job))
            wire.send(connection, answer(job, knowledge))
        done += len(jobs)


def _settle(orders: Orders) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to deal with
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    sys.addaudithook(_refuse_network)
    if orders.is_niced:
        limits.give_way()
    if orders.prepare is not None:
        orders.prepare()


def _end_with_the_parent() -> None:
    """End at once when the program is gone, whatever a parser is doing then."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _refuse_network(event: str, _: tuple[object, ...]) -> None:
    if event in _NETWORK:
        raise PermissionError("articles are read without the network")


def _silence() -> None:
    """What parsers print must not stand among the results of a command."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def warm(knowledge: KnowledgeBase) -> None:
    """Let everything that is read late be read before the clock of the first job runs."""
    answer(Job("a.txt", records=(Record("", TextVersion.of(_WARMING, "", "")),)), knowledge)
