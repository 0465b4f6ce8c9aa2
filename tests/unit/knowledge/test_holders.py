"""Terms of office that only dating knows: none that the knowledge base tells already."""

from __future__ import annotations

from datetime import date, timedelta

from usjp_reader.config.resources import read_table, resource
from usjp_reader.knowledge import base

NEAR = timedelta(days=40)


def test_no_row_says_what_the_knowledge_base_says() -> None:
    knowledge = base.load()
    offices: dict[str, set[str]] = {}
    for title in knowledge.office_titles():
        offices.setdefault(title.text.casefold(), set()).add(title.office)
    told = []
    for row in read_table(resource("dating", "holders.tsv")):
        first = date.fromisoformat(row["from"])
        last = date.fromisoformat(row["to"]) if row["to"] else date.max
        titles = [each for each in row["titles"].split("|") if each]
        told += [
            (row["name"], tenure.office)
            for name in knowledge.named(row["name"])
            for tenure in knowledge.tenures_of(name.entity)
            if titles
            and all(tenure.office in offices.get(each.casefold(), ()) for each in titles)
            and abs(tenure.days.earliest - first) <= NEAR
            and (tenure.days.latest == last or abs(tenure.days.latest - last) <= NEAR)
        ]
    assert told == []
