"""The hardest small article, from its bytes to a painted name and an exported passage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner
from PySide6.QtGui import QColor

from usjp_reader.cli.commands import cli
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.passages import Colour
from usjp_reader.domain.spans import Span
from usjp_reader.export.formats import format_named, write_file
from usjp_reader.gui.text_offsets import raw_text
from usjp_reader.gui.theme.marks import mark_colours
from usjp_reader.gui.theme.themes import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.window.conftest import Person

ARTICLE = Path(__file__).parents[1] / "fixtures" / "number-one.txt"
FIRST, LAST = "stood behind them,", "🍙 to the reporters"


def expected_text() -> str:
    return ARTICLE.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def quote_of(text: str) -> str:
    return text[text.index(FIRST) : text.index(LAST) + len(LAST)]


def test_number_one_goes_from_file_to_painted_name_to_exported_passage(
    somebody: Callable[[], Person], tmp_path: Path
) -> None:
    library, text = tmp_path / "library", expected_text()
    person = somebody()
    person.opens(library)
    report = person.imports(ARTICLE)
    assert [file.outcome.value for file in report.files] == ["loaded"]

    article = person.window.session.article
    assert article is not None
    assert article.version.text == text
    assert article.metadata.title == "Two leaders meet under 𠮷野 cherry trees 😀"
    assert article.published.value is not None
    assert article.published.value.value == "2012-04-10"

    names = {m.text: m for m in article.mentions}
    assert names["Yoshihiko Noda"].entity == "person/yoshihiko-noda"
    assert names["Barack Obama"].entity == "person/barack-obama"
    assert all(m.span.of(text) == m.text for m in article.mentions)

    view = person.window.reader.view
    assert raw_text(view.document()) == text
    assert_underlined(person, names["Barack Obama"].span)

    words = Span(text.index(FIRST), text.index(LAST) + len(LAST))
    view.select(words)
    assert person.window.reader.selected_span() == words
    person.saves(lambda: person.window.reader.mark(Colour.GREEN))
    (passage,) = person.window.session.library.passages()
    assert passage.anchor.exact == quote_of(text)

    exported = tmp_path / "from-window.json"
    rows = person.window.session.library.export_rows([passage])
    write_file(rows, exported, format_named("json"))
    person.leaves()

    ran = CliRunner().invoke(cli, ["--library", str(library), "export", "--format", "json"])
    assert ran.exit_code == 0, ran.output
    (entry,) = json.loads(ran.stdout)
    assert [entry] == json.loads(exported.read_text("utf-8"))
    assert entry["quote"] == text[entry["start"] : entry["end"]] == quote_of(text)
    assert "Share this article" not in entry["as_quoted"]
    assert "[…]" in entry["as_quoted"]
    assert "𠮷田 handed out rice balls 🍙" in entry["as_quoted"]
    assert entry["published"] == "2012-04-10"
    assert entry["colour"] == "green"


def assert_underlined(person: Person, span: Span) -> None:
    """Some pixel of the name's rectangle has the colour that its type is underlined in."""
    view = person.window.reader.view
    view.scroll_to(span)
    person.qtbot.wait(50)
    wanted = QColor(mark_colours(LIGHT).entities[EntityType.PERSON])
    rect = view.rect_of(span)
    image = view.viewport().grab(rect.adjusted(0, 0, 0, 4)).toImage()
    found = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert wanted.name() in found
