"""A source is read in one answer, or in parts when it holds many articles."""

from __future__ import annotations

import pickle

import pytest

from usjp_reader.domain.articles import FieldValue, Metadata, Record
from usjp_reader.domain.messages import Message
from usjp_reader.domain.texts import TextVersion
from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.loading import answering, pipeline
from usjp_reader.loading.answering import answer, parts
from usjp_reader.loading.jobs import Job

TEXT = "Okinawa returns\n\nNAHA, May 15, 1972 — Prime Minister Eisaku Sato spoke of 沖縄 😀.\n"


def records(count: int) -> tuple[Record, ...]:
    return tuple(
        Record(f"{n}", TextVersion.of(f"Article {n}\n\nText 𠮷 number {n}.\n", "1", "test"))
        for n in range(count)
    )


def test_an_answer_is_ready_to_be_stored() -> None:
    job = Job("papers/a.txt", "Root", TEXT.encode())
    (read,) = answer(job, base.load()).records
    (record,) = read_records("a.txt", TEXT.encode())
    assert read.uid == pipeline.uid_of(record)
    assert read.article.version == record.version
    assert "Okinawa returns" in read.article.columns
    assert ("person", "person/eisaku-sato") in read.article.keys
    assert (read.is_guessed, read.is_undated) == (False, False)


def test_only_values_cross() -> None:
    job = Job("a.txt", "Root", TEXT.encode())
    found = answer(pickle.loads(pickle.dumps(job)), base.load())
    assert pickle.loads(pickle.dumps(found)) == found == answer(job, base.load())


def test_what_cannot_be_read_is_an_answer_too() -> None:
    found = answer(Job("a.txt", "Root", b""), base.load())
    assert (found.records, found.reason) == ((), Message("intake.empty"))


def test_a_file_of_many_articles_is_answered_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "AT_ONCE", 100)
    job = Job("all.txt", "Root", b"unread", records=records(9))
    first = answer(job, base.load())
    assert 1 < len(first.records) < 9
    more = [answer(part, base.load()) for part in parts(job, first.rest)]
    assert all(part.data == b"" for part in parts(job, first.rest))
    assert all(not found.rest for found in more)
    read = [record for found in (first, *more) for record in found.records]
    assert [record.member for record in read] == [f"{n}" for n in range(9)]
    assert list(parts(job, ())) == []


def test_one_long_article_is_never_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "AT_ONCE", 1)
    found = answer(Job("all.txt", "Root", records=records(2)), base.load())
    assert (len(found.records), len(found.rest)) == (1, 1)


@pytest.mark.parametrize(("path", "source"), [("sub/a.txt", "sub"), ("", "Minato Shimbun")])
def test_what_lies_in_no_file_keeps_the_names_it_had(path: str, source: str) -> None:
    names = Metadata.of(container_title=FieldValue("Minato Shimbun"))
    (record,) = records(1)
    job = Job(path, "Root", records=(record,), names=names)
    (read,) = answer(job, base.load()).records
    assert ("source", source) in read.article.keys
