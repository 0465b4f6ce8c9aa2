"""What is known of a file from elsewhere, as JSON and back; "" is nothing."""

from __future__ import annotations

import json

from usjp_reader.domain.told import NOTHING, Told
from usjp_reader.store.corpus.articles import container_from_json, container_to_json


def told_to_json(told: Told) -> str:
    """What is said of one file; what is said of all tables is kept elsewhere."""
    own = told.own
    if own == NOTHING:
        return ""
    container = container_to_json(own.container) if own.container else None
    value = {"columns": own.columns, "container": container, "taken": own.taken}
    return json.dumps(value, ensure_ascii=False)


def told_from_json(value: str) -> Told:
    """What `told_to_json` wrote."""
    if not value:
        return NOTHING
    data = json.loads(value)
    container = container_from_json(data["container"]) if data["container"] else None
    columns = tuple((field, column) for field, column in data["columns"])
    return Told(columns, container, tuple(data["taken"]))
