"""What other users of Pygments see of the reader."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pygments import highlight
from pygments.formatters import NullFormatter

from usjp_reader.domain.articles import Article, Metadata
from usjp_reader.domain.dates import UNDATED
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import TextVersion
from usjp_reader.pygments_plugin import ArticleLexer, MentionsFormatter
from usjp_reader.reading.document import ReaderDocument, compose

if TYPE_CHECKING:
    from pygments.lexer import Lexer

TEXT = "😀 𠮷野 met\nTaro\nAso.\n"


@pytest.fixture
def document() -> ReaderDocument:
    found = [("𠮷野", EntityType.GPE), ("Taro\nAso", EntityType.PERSON)]
    mentions = tuple(
        Mention(
            Span(TEXT.index(words), TEXT.index(words) + len(words)),
            words,
            of,
            None,
            Message("analysis.test"),
        )
        for words, of in found
    )
    return compose(
        Article("uid", TextVersion.of(TEXT, "1", "1"), Metadata(), UNDATED, (), mentions)
    )


def test_mentions_are_listed_with_code_points(document: ReaderDocument) -> None:
    out = io.StringIO()
    MentionsFormatter().format(ArticleLexer(document=document).get_tokens(TEXT), out)
    assert out.getvalue().splitlines() == [
        "start\tend\ttype\ttext",
        "2\t4\tGPE\t𠮷野",
        "9\t17\tPERSON\tTaro Aso",
    ]


def test_mentions_can_be_written_to_a_file_of_bytes(document: ReaderDocument) -> None:
    out = io.BytesIO()
    lexer = ArticleLexer(document=document)
    highlight(TEXT, lexer, MentionsFormatter(encoding="utf-8"), out)  # type: ignore[misc]
    assert "𠮷野" in out.getvalue().decode("utf-8")


def test_the_text_comes_out_as_it_went_in(document: ReaderDocument) -> None:
    assert highlight(TEXT, ArticleLexer(document=document), NullFormatter()) == TEXT


def test_the_bytes_of_a_file_are_read_as_the_reader_reads_them(document: ReaderDocument) -> None:
    windows = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    lexer: Lexer = ArticleLexer(document=document)
    assert "".join(value for _, value in lexer.get_tokens(windows)) == TEXT  # type: ignore[arg-type]


def test_no_text_is_claimed_when_pygments_guesses() -> None:
    assert ArticleLexer.analyse_text("Prime Minister Taro Aso") <= 0.05


def test_loading_the_plug_in_loads_nothing_heavy() -> None:
    heavy = "PySide6 sqlite3 sqlite_utils dateparser ftfy ahocorasick_rs rapidfuzz japanera"
    code = (
        "import sys, usjp_reader.pygments_plugin\n"
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
