"""JSON: one object, a list of them, or one a line. A bad one does not take the others along."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.messages import Message
from usjp_reader.domain.told import NOTHING
from usjp_reader.intake.decoding import decode
from usjp_reader.intake.readers.delimited import no_text_column
from usjp_reader.intake.reading_files import MAX_TABLE
from usjp_reader.intake.tables.columns import TEXT, folded, mapped, signature, wrappers
from usjp_reader.intake.tables.records import Look, Row, first_rows, records
from usjp_reader.intake.tables.values import flattened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.told import Told
    from usjp_reader.intake.tables.values import Value

_SAMPLE = 200
"""Objects whose members are taken for the columns."""
_BLANK = re.compile(r"[ \t\n\r]*")
_NEXT_OBJECT = re.compile(r"\n[ \t]*\{")
_DIGITS = 18
"""Whole numbers of more digits are words: nothing here counts so far."""


class _TwiceError(ValueError):
    """An object names one member twice."""


def read(_name: str, data: bytes, told: Told = NOTHING) -> tuple[Record | Refused, ...]:
    """The records of a JSON file, and its objects that are none.

    Raises:
        UnreadableFileError: It is no JSON, or no member is known to hold the text of articles.
    """
    rows = objects(decode(data, MAX_TABLE).text)
    columns = header(rows)
    chosen = mapped(columns, told.columns_of(signature(columns)))
    if TEXT not in chosen:
        if not columns:
            raise UnreadableFileError("intake.not_json")
        raise no_text_column(columns)
    return records(rows, chosen, "json-1")


def look(_name: str, data: bytes) -> Look:
    """The members of the objects of a JSON file, and its first objects.

    Raises:
        UnreadableFileError: It is no text.
    """
    rows = objects(decode(data, MAX_TABLE).text)
    columns = header(rows)
    return Look(columns, first_rows(rows, columns))


def objects(text: str) -> list[Row | Refused]:
    """The objects of a JSON text, numbered from 1, inner objects flattened."""
    text = text.lstrip("\ufeff")
    start = _BLANK.match(text).end()  # type: ignore[union-attr]
    if text[start : start + 1] == "[":
        found = list(_listed(text, start + 1))
    else:
        found = list(_lines(text))
        if len(found) > 1 and sum(isinstance(one, Refused) for one in found) * 2 > len(found):
            found = _whole(text) or found
        elif len(found) == 1 and isinstance(found[0], dict):
            found = list(_unwrapped(found[0]))
    return [_row(number, one) for number, one in enumerate(found, 1)]


def header(rows: Sequence[Row | Refused]) -> tuple[str, ...]:
    """The members of the first objects, in the order in which they appear."""
    seen: dict[str, None] = {}
    for row in rows[:_SAMPLE]:
        if isinstance(row, Row):
            seen.update(dict.fromkeys(row.values))
    return tuple(seen)


def _row(number: int, found: Value | Refused) -> Row | Refused:
    if isinstance(found, Refused):
        return Refused(str(number), found.reason)
    if not isinstance(found, dict):
        return Refused(str(number), Message("intake.record_no_object"))
    return Row(number, flattened(found))


def _whole(text: str) -> list[Value | Refused]:
    """The articles of one object that is printed over many lines; none when it is no JSON."""
    value = _value(text)
    return list(_unwrapped(value)) if isinstance(value, dict) else []


def _unwrapped(value: dict[str, Value], depth: int = 3) -> Iterator[Value | Refused]:
    """The articles inside an object that is none itself."""
    if TEXT in mapped(tuple(flattened(value))) or depth == 0:
        yield value
        return
    names = {folded(name): name for name in value}
    for wrapper in wrappers():
        inner = value.get(names[wrapper]) if wrapper in names else None
        if isinstance(inner, list) and any(isinstance(one, dict) for one in inner):
            yield from inner
            return
        if isinstance(inner, dict):
            found = list(_unwrapped(inner, depth - 1))
            if found != [inner]:
                yield from found
                return
    yield value


def _lines(text: str) -> Iterator[Value | Refused]:
    for line in text.split("\n"):
        if line.strip():
            yield _value(line)


def _value(text: str) -> Value | Refused:
    try:
        value: Value = _DECODER.decode(text)
    except RecursionError:
        return Refused("", Message("intake.record_too_deep"))
    except ValueError as error:
        return Refused("", _trouble(error))
    return value


def _listed(text: str, at: int) -> Iterator[Value | Refused]:
    """The members of a list; below a bad one reading goes on at the next line with an object."""
    while True:
        at = _after(text, at, ",")
        if at >= len(text) or text[at] == "]":
            return
        try:
            value, at = _DECODER.raw_decode(text, at)
            yield value
        except RecursionError:
            yield Refused("", Message("intake.record_too_deep"))
            at = _next_object(text, at)
        except ValueError as error:
            yield Refused("", _trouble(error))
            at = _next_object(text, error.pos if isinstance(error, json.JSONDecodeError) else at)


def _after(text: str, at: int, char: str) -> int:
    while True:
        at = _BLANK.match(text, at).end()  # type: ignore[union-attr]
        if text[at : at + 1] != char:
            return at
        at += 1


def _next_object(text: str, at: int) -> int:
    found = _NEXT_OBJECT.search(text, at)
    return found.end() - 1 if found else len(text)


def _trouble(error: ValueError) -> Message:
    if isinstance(error, _TwiceError):
        return Message("intake.record_twice", {"name": str(error)[:80]})
    if isinstance(error, json.JSONDecodeError):
        return Message("intake.record_not_json", {"why": f"{error.msg} at character {error.colno}"})
    return Message("intake.record_not_json", {"why": str(error)[:120]})


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, value in pairs:
        if name in made and made[name] != value:
            raise _TwiceError(name)
        made[name] = value
    return made


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _DIGITS else digits


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_whole_number, parse_constant=lambda _: None
)
