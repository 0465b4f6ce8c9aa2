"""Dated events and names of institutions: the tables are sound, and their wordings are found."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from usjp_reader.config.resources import read_table, resource
from usjp_reader.domain.dates import Days, Edtf
from usjp_reader.knowledge import base
from usjp_reader.knowledge.happenings import happenings, institutions, wordings

TABLES = ("events", "meetings", "institutions", "holders")


@pytest.mark.parametrize("table", TABLES)
def test_every_fact_has_a_source_and_days_in_order(table: str) -> None:
    for row in read_table(resource("dating", f"{table}.tsv")):
        assert row["source"].strip(), row
        first = Edtf.parse(row["from"]).days.earliest
        last = Edtf.parse(row["to"]).days.latest if row["to"] else date.max
        assert first <= last, row


def test_events_have_ids_of_their_own_and_there_are_many() -> None:
    rows = read_table(resource("dating", "events.tsv"))
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids)) > 300
    assert not set(ids) & {row["series"] for row in rows}


def test_every_wording_is_found_where_it_stands_with_its_company() -> None:
    for row in read_table(resource("dating", "wordings.tsv")):
        near = [group.split("|")[0] for group in row["near"].split(" & ") if group]
        far = [group.split("|")[0] for group in row["with"].split(" & ") if group]
        text = f"{' '.join(far)}\n{' so '.join([row['text'], *near])}\n"
        found = {
            name
            for named in wordings().found_in(text)
            for one in named.happenings
            for name in (one.id, one.series)
        }
        assert set(row["events"].split()) <= found, row


def test_a_wording_without_its_company_names_nothing() -> None:
    assert list(wordings().found_in("Its third nuclear test was larger.")) == []
    (found,) = wordings().found_in("Pyongyang is unmoved.\nIts third nuclear test was larger.")
    assert [one.days for one in found.happenings] == [Days(date(2013, 2, 12), date(2013, 2, 12))]


def test_the_company_of_a_name_must_stand_in_its_sentence_or_close_by() -> None:
    between = (
        "The crowd was large, and most of those who had come had to stand on the other pavement."
    )
    apart = f"Shinzo Abe spoke. {between} A man was shot dead in Nara."
    assert not [one for one in wordings().found_in(apart) if one.happenings[0].id == "abe-killed"]
    together = "Shinzo Abe was shot dead in Nara."
    assert [one.happenings[0].id for one in wordings().found_in(together)] == ["abe-killed"]


def test_a_series_means_each_of_its_events() -> None:
    (found,) = wordings().found_in("自民党は参院選で敗れた。")
    assert len(found.happenings) == 27
    assert {one.series for one in found.happenings} == {"upper-house-elections"}


def test_meetings_are_of_people_we_know() -> None:
    knowledge = base.load()
    for row in read_table(resource("dating", "meetings.tsv")):
        for role, office in (
            ("president", "office/president-of-the-united-states"),
            ("prime_minister", "office/prime-minister-of-japan"),
        ):
            assert knowledge.entity(row[role]), row
            held = [t for t in knowledge.tenures_of(row[role]) if t.office == office]
            days = Days(date.fromisoformat(row["from"]), date.fromisoformat(row["to"]))
            assert any(term.days.intersection(days) for term in held), row


def test_elections_for_the_presidency_are_on_a_tuesday_in_november() -> None:
    days = [one.days for one in happenings().values() if one.series == "us-presidential-elections"]
    assert {(day.earliest.weekday(), day.earliest.month) for day in days} == {(1, 11)}
    assert {day.earliest.year % 4 for day in days} == {0}


def test_an_institution_has_the_time_of_its_name() -> None:
    (found,) = institutions().found_in("An official of the Defense Agency said so.")
    assert found[1].days == (Days(date(1954, 7, 1), date(2007, 1, 8)),)
    (twice,) = institutions().found_in("The War Department said so.")
    assert len(twice[1].days) == 2


def test_the_times_of_a_name_follow_one_another() -> None:
    for one in institutions():
        for earlier, later in pairwise(one.days):
            assert earlier.latest < later.earliest, one.name
