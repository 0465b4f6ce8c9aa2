"""Tables with strange columns, explained at the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.reports import Outcome
from usjp_reader.gui.dialogs.columns_dialog import ColumnsDialog
from usjp_reader.gui.dialogs.import_dialog import ImportDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.window.conftest import Person


def shown(person: Person, kind: type[ColumnsDialog]) -> ColumnsDialog:
    """The dialog, once it is there."""

    def found() -> list[ColumnsDialog]:
        return [one for one in person.window.findChildren(kind) if one.isVisible()]

    person.qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_a_strange_table_is_explained_once_and_understood_ever_after(
    somebody: Callable[[], Person], tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, day in (("one", 5), ("two", 6)):
        (folder / f"{name}.csv").write_text(
            f"c1,c2,c3\nBay {name},The bay of Shiranui was opened to all {name}. 港は静か😀,"
            f"1972-01-0{day}\n",
            "utf-8",
        )
    person = somebody()
    person.opens(tmp_path / "lib")
    with person.qtbot.waitSignal(person.window.libraries.filling_ended) as ended:
        person.window.asking.import_paths([folder])
    assert ended.args[0].count(Outcome.FAILED) == 2
    (report,) = person.window.findChildren(ImportDialog)
    report._columns.click()
    dialog = shown(person, ColumnsDialog)
    dialog.choose("title", "c1")
    dialog.choose("published", "c3")
    with person.qtbot.waitSignal(person.window.libraries.filling_ended) as ended:
        dialog._go.click()
    assert ended.args[0].count(Outcome.LOADED) == 2
    library = person.window.session.library
    rows = library.rows(library.find(person.window.session.query), 0, 9)
    assert {row.title for row in rows} == {"Bay one", "Bay two"}
    person.leaves()
    (folder / "three.csv").write_text("c1,c2,c3\nBay three,More text.,1972-01-07\n", "utf-8")
    person = somebody()
    person.opens(tmp_path / "lib")
    assert person.imports(folder).count(Outcome.LOADED) == 1
