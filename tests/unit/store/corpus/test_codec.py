"""What is known of an article comes back from its packed form as it was."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.articles import CSL_FIELDS, Container, FieldValue, Metadata
from usjp_reader.domain.dates import Dated, DateKind, Days, Edtf, Evidence, Status, Where
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import Line, LineKind
from usjp_reader.store.corpus.articles import container_from_json, container_to_json
from usjp_reader.store.corpus.codec import Details, dated_from_json, dated_to_json, decode, encode

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
spans = st.tuples(st.integers(0, 10**6), st.integers(0, 500)).map(lambda p: Span(p[0], sum(p)))
messages = st.builds(
    Message, words, st.dictionaries(words, words | st.integers(-(2**53), 2**53), max_size=3)
)
values = st.dates(date(1500, 1, 1)).map(lambda day: Edtf.of(Days(day, day)))
fields = st.builds(FieldValue, words, st.sampled_from(Status))
metadata = st.dictionaries(st.sampled_from(CSL_FIELDS), fields, max_size=4).map(
    lambda named: Metadata(tuple((name, named[name]) for name in CSL_FIELDS if name in named))
)
evidence = st.builds(
    Evidence, words, st.sampled_from(Where), st.none() | spans, words, words, messages
)
doubts = st.builds(
    Evidence,
    words,
    st.sampled_from(Where),
    st.none() | spans,
    words,
    words,
    messages,
    st.booleans(),
    st.none() | spans,
)
ranges = st.lists(st.dates(date(1500, 1, 1)), max_size=2).map(
    lambda days: tuple(Days(day, day) for day in sorted(days))
)
published = st.builds(
    Dated,
    st.none() | values,
    st.floats(0, 1),
    st.lists(evidence, max_size=2).map(tuple),
    st.sampled_from(Status),
)
weighed = st.builds(
    Dated,
    st.none() | values,
    st.floats(0, 1),
    st.lists(doubts, max_size=2).map(tuple),
    st.sampled_from(Status),
    st.sampled_from(DateKind),
    ranges,
)
lines = st.builds(Line, st.integers(1, 9_999), spans, st.sampled_from(LineKind), words)
mentions = st.builds(
    Mention,
    spans,
    words,
    st.sampled_from(EntityType),
    st.none() | words,
    messages,
    st.none() | words,
    st.booleans(),
)
details = st.builds(
    Details,
    metadata,
    published,
    st.lists(lines, max_size=3).map(tuple),
    st.lists(mentions, max_size=3).map(tuple),
    st.none() | words,
    st.none() | words,
)


@given(details)
def test_details_come_back(known: Details) -> None:
    assert decode(encode(known)) == known


@given(weighed)
def test_reasons_and_doubts_of_a_date_come_back(known: Dated) -> None:
    packed = json.dumps(dated_to_json(known))
    assert dated_from_json(json.loads(packed)) == known


@given(metadata, st.none() | words, st.lists(st.tuples(words, words), max_size=3))
def test_what_a_container_states_comes_back(
    stated: Metadata, date_as_worded: str | None, aside: list[tuple[str, str]]
) -> None:
    container = Container(stated, date_as_worded, tuple(aside))
    assert container_from_json(container_to_json(container)) == container
