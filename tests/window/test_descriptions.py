"""Descriptions of people are marked only when somebody asks for it, and nothing counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.window.conftest import Person

TEXT = (
    "---\ntitle: Lunch in Washington\nnewspaper: Harbor Chronicle\ndate: 2009-02-24\n---\n\n"
    "Taro Aso came to lunch. In the afternoon the Japanese leader flew home 😀.\n"
)


def marked(person: Person) -> list[str]:
    marks = person.window.reader.view.marks
    return [one.span.of(marks.document.text) for one in marks.mentions]


def test_descriptions_are_marked_on_demand_and_counted_nowhere(
    somebody: Callable[[], Person], tmp_path: Path
) -> None:
    file = tmp_path / "lunch.txt"
    file.write_text(TEXT, encoding="utf-8")
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(file)
    window = person.window
    person.qtbot.waitUntil(lambda: "Taro Aso" in marked(person))
    assert "the Japanese leader" not in marked(person)
    count = window.reader.legend.toggles[EntityType.PERSON].text()
    window.actions_["descriptions"].trigger()
    assert "the Japanese leader" in marked(person)
    assert window.reader.legend.toggles[EntityType.PERSON].text() == count
    assert window.actions_["descriptions"].isChecked()
    described = [one for one in window.reader.view.marks.mentions if one.described]
    assert [one.entity for one in described] == ["person/taro-aso"]
    assert window.actions_["descriptions"].shortcut().toString() == "Shift+D"
    window.actions_["descriptions"].trigger()
    assert "the Japanese leader" not in marked(person)


def test_the_next_window_remembers_it(somebody: Callable[[], Person], tmp_path: Path) -> None:
    first = somebody()
    first.opens(tmp_path / "library")
    first.window.actions_["descriptions"].trigger()
    first.leaves()
    second = somebody()
    second.opens(tmp_path / "library")
    assert second.window.actions_["descriptions"].isChecked()
