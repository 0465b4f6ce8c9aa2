"""What is known of an article as one compressed JSON value, and back.

Mentions are stored as one value an article, not as rows; only row ids of nothing are in it.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.articles import FieldValue, Metadata
from usjp_reader.domain.dates import Dated, DateKind, Days, Edtf, Evidence, Period, Status, Where
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import Line, LineKind, Readings

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True)
class Details:
    """The part of an article that lists do not show."""

    metadata: Metadata
    published: Dated
    lines: tuple[Line, ...]
    mentions: tuple[Mention, ...]
    dateline: str | None
    agency: str | None
    readings: Readings = ()
    about: tuple[Period, ...] = ()


def encode(details: Details) -> bytes:
    """Pack the details of an article."""
    value: dict[str, Any] = {
        "metadata": [[name, f.value, f.status] for name, f in details.metadata.fields],
        "published": dated_to_json(details.published),
        "lines": [[x.number, x.span.start, x.span.end, x.kind, x.rule] for x in details.lines],
        "mentions": [_mention_to_json(mention) for mention in details.mentions],
        "dateline": details.dateline,
        "agency": details.agency,
    }
    if details.about:
        value["about"] = [_period_to_json(period) for period in details.about]
    if details.readings:
        value["readings"] = [[span.start, span.end, read] for span, read in details.readings]
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8"), 1)


def decode(data: bytes) -> Details:
    """Unpack what `encode` packed."""
    value = json.loads(zlib.decompress(data))
    return Details(
        metadata_from_json(value["metadata"]),
        dated_from_json(value["published"]),
        _lines_from_json(value["lines"]),
        tuple(_mention_from_json(mention) for mention in value["mentions"]),
        value["dateline"],
        value["agency"],
        _readings_from_json(value),
        tuple(_period_from_json(period) for period in value.get("about", ())),
    )


def decode_lines(data: bytes) -> tuple[tuple[Line, ...], Readings]:
    """Unpack the lines and the corrected words alone, for lists that must be quick."""
    value = json.loads(zlib.decompress(data))
    return _lines_from_json(value["lines"]), _readings_from_json(value)


def decode_mentions(
    data: bytes, entities: Collection[str]
) -> tuple[tuple[Line, ...], Readings, tuple[Mention, ...]]:
    """Unpack the lines, the corrected words, and the mentions of some entities alone."""
    value = json.loads(zlib.decompress(data))
    wanted = (one for one in value["mentions"] if one[_ENTITY] in entities)
    mentions = tuple(_mention_from_json(one) for one in wanted)
    return _lines_from_json(value["lines"]), _readings_from_json(value), mentions


def decode_description(data: bytes) -> tuple[Metadata, Dated]:
    """Unpack the metadata and the date alone."""
    value = json.loads(zlib.decompress(data))
    return metadata_from_json(value["metadata"]), dated_from_json(value["published"])


def _readings_from_json(value: dict[str, Any]) -> Readings:
    return tuple((Span(start, end), read) for start, end, read in value.get("readings", ()))


def _lines_from_json(value: list[list[Any]]) -> tuple[Line, ...]:
    return tuple(Line(n, Span(a, b), LineKind(kind), rule) for n, a, b, kind, rule in value)


def metadata_from_json(value: list[list[str]]) -> Metadata:
    """Metadata from [[name, value, status], …]."""
    return Metadata(tuple((name, FieldValue(text, Status(st))) for name, text, st in value))


def dated_to_json(dated: Dated) -> list[Any]:
    """A date with its evidence as plain JSON."""
    return [
        dated.value.value if dated.value else None,
        dated.confidence,
        dated.status,
        [_evidence_to_json(evidence) for evidence in dated.evidence],
        dated.kind,
        [_days_to_json(days) for days in dated.ranges],
    ]


def dated_from_json(value: list[Any]) -> Dated:
    """The date that `dated_to_json` wrote."""
    edtf, confidence, status, evidence, kind, ranges = value
    return Dated(
        Edtf.parse(edtf) if edtf else None,
        confidence,
        tuple(_evidence_from_json(one) for one in evidence),
        Status(status),
        DateKind(kind),
        tuple(_days_from_json(days) for days in ranges),
    )


def _evidence_to_json(e: Evidence) -> list[Any]:
    why, name = _message_to_json(e.why), _span_to_json(e.name)
    return [e.rule, e.where, _span_to_json(e.span), e.text, e.says, why, int(e.against), name]


def _evidence_from_json(value: list[Any]) -> Evidence:
    rule, where, span, text, says, why, against, name = value
    return Evidence(
        rule,
        Where(where),
        _span_from_json(span),
        text,
        says,
        _message(why),
        bool(against),
        _span_from_json(name),
    )


def _days_to_json(days: Days) -> list[int]:
    return [days.earliest.toordinal(), days.latest.toordinal()]


def _days_from_json(value: list[int]) -> Days:
    return Days(date.fromordinal(value[0]), date.fromordinal(value[1]))


def _period_to_json(period: Period) -> list[Any]:
    spans = [_span_pair(span) for span in period.passages]
    return [_days_to_json(period.days), int(period.is_main), spans]


def _period_from_json(value: list[Any]) -> Period:
    days, is_main, spans = value
    return Period(_days_from_json(days), bool(is_main), tuple(Span(*span) for span in spans))


_ENTITY = 4
"""Where the id stands in a mention."""


def _mention_to_json(m: Mention) -> list[Any]:
    why = _message_to_json(m.why)
    return [*_span_pair(m.span), m.text, m.type, m.entity, why, m.stands_for, int(m.doubtful)]


def _mention_from_json(value: list[Any]) -> Mention:
    start, end, text, kind, entity, why, stands_for, doubtful = value
    return Mention(
        Span(start, end),
        text,
        EntityType(kind),
        entity,
        _message(why),
        stands_for,
        bool(doubtful),
    )


def _message_to_json(message: Message) -> list[Any]:
    params = {
        name: _message_to_json(part) if isinstance(part, Message) else part
        for name, part in message.params.items()
    }
    return [message.key, params]


def _message(value: list[Any]) -> Message:
    key, params = value
    parts = {
        name: _message(part) if isinstance(part, list) else part for name, part in params.items()
    }
    return Message(key, parts)


def _span_pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _span_to_json(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else _span_pair(span)


def _span_from_json(value: list[int] | None) -> Span | None:
    return None if value is None else Span(*value)
