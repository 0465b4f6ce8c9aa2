"""JSON: one object, a list, or one a line; what is bad is told by its number, the rest is read."""

from __future__ import annotations

import json

import pytest

from usjp_reader.config.messages import said
from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.told import NOTHING, Told
from usjp_reader.intake.readers.json_records import read

ONE = {
    "title": "Bay opened",
    "text": "The bay was opened. 港は静か😀",
    "date": "Thu, 06 Jan 1972 09:00:00 +0900",
    "source": {"id": "hc", "name": "Harbor Chronicle"},
    "authors": [{"name": "Ana de la Cruz"}, {"family": "吉田", "given": "𠮷"}],
    "n": 2**70,
}
TWO = {"text": "Second article.", "title": "Second"}


def parts(text: str | bytes, told: Told = NOTHING) -> tuple[Record | Refused, ...]:
    return read("x.json", text if isinstance(text, bytes) else text.encode(), told)


def texts(text: str | bytes) -> list[str]:
    return [part.version.text for part in parts(text) if isinstance(part, Record)]


def bad(text: str | bytes) -> dict[str, str]:
    return {part.member: said(part.reason) for part in parts(text) if isinstance(part, Refused)}


BOTH = ["The bay was opened. 港は静か😀\n", "Second article.\n"]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([ONE, TWO]),
        json.dumps([ONE, TWO], indent=2, ensure_ascii=False),
        json.dumps({"status": "ok", "articles": [ONE, TWO]}),
        json.dumps({"response": {"docs": [ONE, TWO]}, "copyright": "c"}, indent=1),
        f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n",
        f"\ufeff{json.dumps(ONE)}\r\n\r\n{json.dumps(TWO)}",
    ],
)
def test_articles_are_found_however_they_are_packed(text: str) -> None:
    assert texts(text) == BOTH


@pytest.mark.parametrize("indent", [None, 2])
def test_one_object_is_one_article(indent: int | None) -> None:
    assert texts(json.dumps(ONE, indent=indent)) == BOTH[:1]


def test_members_state_the_fields_of_a_citation() -> None:
    (record,) = parts(json.dumps(ONE))
    assert isinstance(record, Record)
    metadata = record.container.metadata
    assert metadata.publisher == "Harbor Chronicle"
    assert metadata.authors == ("Ana de la Cruz", "𠮷 吉田")
    assert record.container.published == "Thu, 06 Jan 1972 09:00:00 +0900"
    assert dict(record.container.aside) == {"source.id": "hc", "n": str(2**70)}


@pytest.mark.parametrize(("written", "day"), [(635_040_000, "1990"), ("1577836800000", "2020")])
def test_seconds_since_1970_are_written_out(written: int | str, day: str) -> None:
    (record,) = parts(json.dumps({"text": "x", "published": written}))
    assert isinstance(record, Record)
    assert (record.container.published or "").startswith(day)


HOSTILE = {
    "nested": '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "half": '{"text": "cut off in the mi',
    "twice": '{"text": "one", "text": "other"}',
    "list": '{"text": ["one", "two"]}',
    "number": '{"text": 17}',
    "none": '{"title": "no text at all"}',
    "empty": '{"text": "  "}',
    "bare": "17",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_bad_line_is_told_and_the_others_are_read(kind: str) -> None:
    text = f'{{"text": "first"}}\n{HOSTILE[kind]}\n{{"text": "third"}}\n'
    assert texts(text) == ["first\n", "third\n"]
    told = bad(text)
    assert list(told) == ["2"]
    assert told["2"].endswith(".")


@pytest.mark.parametrize("kind", ["nested", "half", "twice", "list", "empty", "bare"])
def test_a_bad_member_of_a_list_is_told_and_the_others_are_read(kind: str) -> None:
    text = f'[\n  {{"text": "first"}},\n  {HOSTILE[kind]},\n  {{"text": "third"}}\n]\n'
    assert texts(text) == ["first\n", "third\n"]
    assert list(bad(text)) == ["2"]


def test_a_half_last_line_is_told() -> None:
    text = f'{json.dumps(ONE)}\n{json.dumps(TWO)}\n{{"text": "thi'
    assert texts(text) == BOTH
    assert list(bad(text)) == ["3"]


def test_numbers_too_long_to_count_with_are_words() -> None:
    digits = "9" * 5_000
    (record,) = parts(f'{{"text": "x", "n": {digits}, "m": NaN, "i": -Infinity}}')
    assert isinstance(record, Record)
    assert dict(record.container.aside) == {"n": digits[:1_000]}


def test_half_characters_and_nuls_do_no_harm() -> None:
    (record,) = parts(r'{"text": "a\ud800b\u0000c", "title": "t\udfff\u0000"}')
    assert isinstance(record, Record)
    assert record.version.text == "a\ufffdbc\n"
    assert record.container.metadata.title == "t\ufffd"
    assert record.notes == ("intake.note_nuls",)
    record.version.text.encode()


def test_three_thousand_members_are_kept_aside_as_far_as_is_useful() -> None:
    wide = {"text": "x", **{f"k{n}": n for n in range(3_500)}}
    (record,) = parts(json.dumps(wide))
    assert isinstance(record, Record)
    assert len(record.container.aside) == 100


@pytest.mark.slow
def test_a_line_of_fifty_megabytes_is_told() -> None:
    long = '{"text": "' + "x" * (50 * 2**20) + '"}'
    first, second, third = parts(f'{{"text": "first"}}\n{long}\n{{"text": "third"}}\n')
    assert isinstance(first, Record)
    assert isinstance(third, Record)
    assert isinstance(second, Refused)
    assert "20 MB" in said(second.reason)


@pytest.mark.parametrize("text", ["[", "[]", "{}", "[1, 2]", '"x"', "not json", "{'text': 1}"])
def test_what_holds_no_articles_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        parts(text)
    assert caught.value.message.key in ("intake.not_json", "intake.no_text_column")


def test_the_reader_may_say_what_members_mean() -> None:
    told = Told((("text", "payload.words"), ("title", "t")))
    (record,) = parts(json.dumps({"payload": {"words": "The bay."}, "t": "Bay"}), told)
    assert isinstance(record, Record)
    assert record.version.text == "The bay.\n"
    assert record.container.metadata.title == "Bay"


def test_no_file_of_the_reader_s_is_taken_for_a_specimen() -> None:
    (record,) = parts('{"text": "x", "genre": "specimen"}')
    assert isinstance(record, Record)
    assert not record.container.metadata.is_specimen
