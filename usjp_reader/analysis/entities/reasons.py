"""Why a mention was linked, as sentences for the reader. The words stand in the catalogue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from usjp_reader.domain.messages import Message

if TYPE_CHECKING:
    from usjp_reader.domain.entities import Tenure
    from usjp_reader.knowledge.base import KnowledgeBase


def said(key: str, **params: str | int) -> Message:
    """A sentence of this package."""
    return Message(f"analysis.{key}", params)


def by_office(knowledge: KnowledgeBase, tenure: Tenure, key: str) -> Message:
    """A sentence that names a post with the days for which it was held."""
    office = knowledge.office(tenure.office)
    name = office.name_en if office else tenure.office
    params = {"office": name, "start": _day(tenure.days.earliest)}
    if tenure.is_current or tenure.days.latest == date.max:
        return Message(f"analysis.{key}_since", params)
    return Message(f"analysis.{key}", {**params, "end": _day(tenure.days.latest)})


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
