"""Changes say what was there before and after, and can be taken back and made again."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.config.messages import said
from usjp_reader.domain.changes import Change
from usjp_reader.domain.passages import Anchor, Colour, Passage, PassageState
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import TextVersion
from usjp_reader.passages import editing
from usjp_reader.passages.anchoring import ORPHAN
from usjp_reader.passages.history import History
from usjp_reader.passages.values import from_values, to_values
from usjp_reader.store.user.nouns import PASSAGE

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
VERSION = TextVersion.of("𠮷野 and Aso 😀 met in Naha; Sato waited.", "1", "1")


def passage(start: int, end: int, key: str = "p", **values: object) -> Passage:
    anchor = Anchor.in_text(VERSION.text, VERSION.sha, Span(start, end))
    made = Passage(key, "article", anchor, Colour.YELLOW, NOW, NOW)
    return replace(made, **values)  # type: ignore[arg-type]


texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(
    note=texts,
    tags=st.lists(texts),
    colour=st.sampled_from(Colour),
    state=st.sampled_from(PassageState),
)
def test_a_passage_survives_being_stored(
    note: str, tags: list[str], colour: Colour, state: PassageState
) -> None:
    made = passage(0, 2, note=note, tags=tuple(tags), colour=colour, state=state)
    values = to_values(made)
    assert from_values(made.id, values) == made
    assert {name: type(value) for name, value in values.items()} == dict(PASSAGE.columns)


def test_marking_makes_a_passage_and_unmarking_takes_it_away() -> None:
    made = passage(0, 2)
    marked, unmarked = editing.mark([made], NOW), editing.unmark([made], NOW)
    assert marked.items[0].inverse == unmarked.items[0]
    assert marked.items[0].before is None


def test_a_bulk_change_is_one_change_and_leaves_out_what_stays() -> None:
    passages = [passage(0, 2, "a"), passage(3, 6, "b", colour=Colour.PINK)]
    change = editing.recolour(passages, Colour.PINK, LATER)
    assert [item.key for item in change.items] == ["a"]
    assert change.items[0].after is not None
    assert change.items[0].after["modified"] == LATER.isoformat()


def test_tags_are_normalised_and_kept_once() -> None:
    change = editing.retag(
        [passage(0, 2, tags=("okinawa/reversion",))],
        [" #A / b ", "A/b"],
        ["okinawa/reversion"],
        LATER,
    )
    assert change.items[0].after is not None
    assert from_values("p", change.items[0].after).tags == ("A/b",)


def test_an_orphan_keeps_its_old_place() -> None:
    made = passage(0, 2)
    lost = editing.reanchor([(made, ORPHAN)], LATER).items[0].after
    assert lost is not None
    orphan = from_values("p", lost)
    assert (orphan.anchor, orphan.state) == (made.anchor, PassageState.ORPHAN)


class Log:
    """A change log as the store keeps it."""

    def __init__(self) -> None:
        self.changes: list[Change] = []

    def commit(self, change: Change | None) -> None:
        assert change is not None
        self.changes.append(replace(change, seq=len(self.changes) + 1))

    @property
    def history(self) -> History:
        return History.of(self.changes)

    def passages(self) -> dict[str, object]:
        """The passages after every change so far."""
        there: dict[str, object] = {}
        for change in self.changes:
            for item in change.items:
                assert there.get(item.key) == item.before
                there[item.key] = item.after
        return {key: value for key, value in there.items() if value is not None}


@given(st.lists(st.sampled_from(["mark", "recolour", "unmark", "undo", "redo"])))
def test_undo_and_redo_walk_the_states_the_reader_saw(actions: list[str]) -> None:
    log, at = Log(), 0
    states: list[dict[str, object]] = [{}]
    for number, action in enumerate(actions):
        there = log.passages()
        every = [from_values(key, value) for key, value in there.items()]  # type: ignore[arg-type]
        if action == "undo":
            if log.history.undoable() is None:
                assert at == 0
                continue
            log.commit(log.history.undo(NOW))
            at -= 1
        elif action == "redo":
            if log.history.redoable() is None:
                assert at == len(states) - 1
                continue
            log.commit(log.history.redo(NOW))
            at += 1
        else:
            at_time = NOW + timedelta(seconds=number)
            if action == "mark":
                log.commit(editing.mark([passage(0, 2, f"p{number}")], at_time))
            elif action == "unmark":
                log.commit(editing.unmark(every, at_time))
            else:
                log.commit(editing.recolour(every, list(Colour)[number % 8], at_time))
            del states[at + 1 :]
            states.append(log.passages())
            at += 1
        assert log.passages() == states[at]


def test_a_new_change_cannot_be_followed_by_a_redo() -> None:
    log = Log()
    log.commit(editing.mark([passage(0, 2, "a")], NOW))
    log.commit(log.history.undo(NOW))
    assert log.history.redoable() is not None
    log.commit(editing.mark([passage(0, 2, "b")], NOW))
    assert log.history.redoable() is None


def test_taking_back_something_further_down_can_itself_be_undone() -> None:
    log = Log()
    log.commit(editing.mark([passage(0, 2, "a")], NOW))
    log.commit(editing.mark([passage(0, 2, "b")], NOW))
    log.commit(log.changes[0].inverse(NOW))
    assert log.history.undoable() == log.changes[2]
    log.commit(log.history.undo(NOW))
    assert set(log.passages()) == {"a", "b"}


def test_every_action_has_a_name_to_be_shown() -> None:
    source = inspect.getsource(editing)
    actions = set(re.findall(r'"(passage\.\w+)"', source))
    assert len(actions) == 7
    for action in actions:
        assert said(editing.spoken(Change(action, (), NOW)))
