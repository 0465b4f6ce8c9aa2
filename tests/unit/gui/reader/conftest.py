"""One awkward article for the tests of the reader pane, and a pane that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from usjp_reader.domain.articles import Article, FieldValue, Metadata
from usjp_reader.domain.dates import Dated, Days, Edtf, Evidence, Where
from usjp_reader.domain.entities import EntityCard, EntityType, Mention, OfficeHeld
from usjp_reader.domain.messages import Message
from usjp_reader.domain.passages import Anchor, Colour, Passage
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import Line, LineKind, TextVersion
from usjp_reader.gui.reader import evidence, mention_card
from usjp_reader.gui.reader.pane import ReaderPane
from usjp_reader.gui.reader.values import ReaderHeader
from usjp_reader.reading.document import ReaderDocument, compose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytestqt.qtbot import QtBot

LINES: tuple[tuple[str, LineKind | None], ...] = (
    ("Home | World | <b>Politics</b>", LineKind.BOILERPLATE),
    ("", None),
    ("The islands change hands", LineKind.TITLE),
    ("By Our Correspondent", LineKind.BYLINE),
    ("NAHA, May 15", LineKind.DATELINE),
    ("", None),
    ("", None),
    (
        "😀 At midnight Okinawa became a Japanese prefecture again. 𠮷田茂 was not there.",
        LineKind.BODY,
    ),
    ("", None),
    ("Prime Minister Eisaku Sato spoke first; for Sato it was a farewell.", LineKind.BODY),
    ("", None),
    ("Read also: Signed by satellite", LineKind.BOILERPLATE),
    ("Advertisement", LineKind.AD),
    ("", None),
    ("What was kept", LineKind.SUBHEADING),
    ("The bases stayed.\u00a0Washington spoke of e\u0301lan. " * 12, LineKind.BODY),
    ("", None),
    ("佐藤栄作首相は式典であいさつした。", LineKind.BODY),
    ("Comments (1)", LineKind.COMMENT),
)
TEXT = "\n".join(words for words, _ in LINES)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
WHY = Message("test.why", {})


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mention(words: str, of: EntityType, entity: str | None, *, doubtful: bool = False) -> Mention:
    return Mention(span_of(words), words, of, entity, WHY, doubtful=doubtful)


SATO = "person/eisaku-sato"
MENTIONS = (
    mention("Okinawa", EntityType.GPE, "place/okinawa"),
    mention("Eisaku Sato", EntityType.PERSON, SATO),
    Mention(
        Span(TEXT.index("for Sato") + 4, TEXT.index("for Sato") + 8),
        "Sato",
        EntityType.PERSON,
        SATO,
        WHY,
    ),
    mention("Washington", EntityType.GPE, "place/washington", doubtful=True),
    mention("佐藤栄作", EntityType.PERSON, SATO),
)


def _lines() -> tuple[Line, ...]:
    out: list[Line] = []
    at = 0
    for number, (words, kind) in enumerate(LINES, 1):
        if kind is not None:
            out.append(Line(number, Span(at, at + len(words)), kind, "test-rule"))
        at += len(words) + 1
    return tuple(out)


@dataclass
class Desk:
    """The article, and what can be made of it."""

    article: Article
    card: EntityCard

    def span_of(self, words: str) -> Span:
        return span_of(words)

    def passage(
        self,
        words: str,
        colour: Colour = Colour.YELLOW,
        note: str = "",
        tags: tuple[str, ...] = (),
    ) -> Passage:
        version = self.article.version
        anchor = Anchor.in_text(version.text, version.sha, span_of(words))
        return Passage(f"id-{words}", "uid", anchor, colour, NOW, NOW, "", note, tags)

    def document(
        self, passages: Sequence[Passage] = (), hits: Sequence[Span] = ()
    ) -> ReaderDocument:
        return compose(self.article, passages, hits)

    def header(self) -> ReaderHeader:
        return ReaderHeader.of(self.article, "Untitled", ("Revised treaty",))


@pytest.fixture
def desk() -> Desk:
    version = TextVersion.of(TEXT, "1", "1")
    evidence = (
        Evidence(
            "dateline", Where.TEXT, span_of("NAHA, May 15"), "NAHA, May 15", "1972-05-15", WHY
        ),
        Evidence("b", Where.FILENAME, None, "1972-05.txt", "1972-05", WHY),
    )
    metadata = Metadata.of(
        title=FieldValue("The islands change hands"),
        container_title=FieldValue("Harbor <i>Chronicle</i>"),
        genre=FieldValue("specimen"),
    )
    dated = Dated(Edtf.parse("1972-05-15"), 0.8, evidence)
    article = Article("uid", version, metadata, dated, _lines(), MENTIONS, words=612)
    office = OfficeHeld("Prime Minister", Days(date(1964, 11, 9), date(1972, 7, 7)), False, False)
    card = EntityCard(
        SATO,
        EntityType.PERSON,
        "Eisaku Sato",
        ("佐藤栄作",),
        "",
        Message("test.heading"),
        (office,),
        "Liberal Democratic Party",
        ((1964, 1), (1972, 9)),
        42,
    )
    return Desk(article, card)


@pytest.fixture(autouse=True)
def words_for_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages of the tests say their key: no catalogue has them."""
    for module in (evidence, mention_card):
        monkeypatch.setattr(module, "said", lambda message: f"said {message.key}")


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[ReaderPane]:
    made = ReaderPane()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    yield made
    made.hide()


@pytest.fixture
def open_pane(pane: ReaderPane, desk: Desk) -> ReaderPane:
    pane.show_article(desk.document(), desk.header())
    return pane
