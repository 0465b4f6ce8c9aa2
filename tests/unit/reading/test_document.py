"""What the reader pane gets of an article, and the same article in other clothes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pygments import highlight
from pygments.formatters import HtmlFormatter, NullFormatter

from usjp_reader.domain.articles import Article, Metadata
from usjp_reader.domain.dates import UNDATED
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message
from usjp_reader.domain.passages import Anchor, Colour, Passage
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import Line, LineKind, TextVersion
from usjp_reader.reading.document import Fold, compose
from usjp_reader.reading.formatting import as_html, as_json, as_terminal
from usjp_reader.reading.lexer import DocumentLexer

GOLDENS = Path(__file__).parents[2] / "goldens" / "reading"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
TEXT = (
    "Share 😀\n\nTop stories\n𠮷野 meets Aso\n\n"
    "Aso <b>said</b>\u00a0so & 𠮷野 \\ left.\nAdvertisement\n\n\nThe end.\n"
)
KINDS = {
    "Share 😀": LineKind.BOILERPLATE,
    "Top stories": LineKind.BOILERPLATE,
    "𠮷野 meets Aso": LineKind.TITLE,
    "Advertisement": LineKind.AD,
}


def lines(text: str = TEXT) -> tuple[Line, ...]:
    found, at = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line:
            kind = KINDS.get(line, LineKind.BODY)
            found.append(Line(number, Span(at, at + len(line)), kind, f"rule-{kind}"))
        at += len(line) + 1
    return tuple(found)


def mention(words: str, of: EntityType, after: int = 0, doubtful: bool = False) -> Mention:
    at = TEXT.index(words, after)
    span = Span(at, at + len(words))
    return Mention(span, words, of, None, Message("analysis.test"), doubtful=doubtful)


@pytest.fixture
def article() -> Article:
    mentions = (
        mention("𠮷野", EntityType.PERSON),
        mention("Aso", EntityType.PERSON),
        mention("Aso", EntityType.PERSON, TEXT.index("Aso") + 1, doubtful=True),
        mention("𠮷野", EntityType.GPE, TEXT.index("&")),
    )
    return Article("uid", TextVersion.of(TEXT, "1", "1"), Metadata(), UNDATED, lines(), mentions)


def marked(article: Article, words: str, colour: Colour) -> Passage:
    at = TEXT.index(words)
    anchor = Anchor.in_text(TEXT, article.version.sha, Span(at, at + len(words)))
    return Passage(words, "uid", anchor, colour, NOW, NOW)


def test_the_document_is_the_whole_text_and_nothing_else(article: Article) -> None:
    document = compose(article, [marked(article, "said", Colour.GREEN)], [Span(3, 9)])
    assert "".join(value for _, _, value in document.tokens()) == TEXT


def test_furniture_lines_that_follow_each_other_are_one_fold(article: Article) -> None:
    first, second = compose(article).folds
    assert first == Fold(Span(0, TEXT.index("\n𠮷")), 2, ("rule-boilerplate",))
    assert second.span.of(TEXT) == "Advertisement"
    assert second.rules == ("rule-ad",)


def test_a_passage_of_another_text_version_is_not_painted(article: Article) -> None:
    passage = marked(article, "said", Colour.GREEN)
    old = passage.changed(NOW, anchor=Anchor("older", Span(0, 4), "said", "", ""))
    assert compose(article, [old]).passages == ()
    assert not any(run.passage_ids for run in compose(article, [old]).runs)


def test_hidden_types_are_not_painted_but_are_still_known(article: Article) -> None:
    document = compose(article, hidden=frozenset({EntityType.PERSON}))
    assert [run.mention.type for run in document.runs if run.mention] == [EntityType.GPE]
    assert len(document.mentions) == 4


def test_the_lexer_keeps_every_character_of_its_text(article: Article) -> None:
    lexer = DocumentLexer(compose(article))
    assert highlight(TEXT, lexer, NullFormatter()) == TEXT
    positions = [(at, value) for at, _, value in lexer.get_tokens_unprocessed(TEXT)]
    assert all(TEXT[at : at + len(value)] == value for at, value in positions)


def test_the_lexer_refuses_another_text(article: Article) -> None:
    with pytest.raises(ValueError, match="another text"):
        list(DocumentLexer(compose(article)).get_tokens("other"))


def test_classes_in_html_are_short_and_one_a_mark(article: Article) -> None:
    document = compose(article, [marked(article, "Aso <b>", Colour.YELLOW)])
    page = highlight(TEXT, DocumentLexer(document), HtmlFormatter(nowrap=True))
    assert '<span class="p-yellow-epd">Aso</span>' in page
    assert '<span class="eg">𠮷野</span>' in page


def test_html_escapes_the_text_and_loads_nothing(article: Article) -> None:
    page = as_html(compose(article), "</title><script>")
    assert "<b>" not in page
    assert "<script>" not in page
    assert "default-src 'none'" in page


def test_a_page_looks_like_its_golden(article: Article, request: pytest.FixtureRequest) -> None:
    document = compose(article, [marked(article, "said</b>\u00a0so", Colour.BLUE)], [Span(40, 52)])
    golden = GOLDENS / "page.html"
    assert as_html(document, "𠮷野 meets Aso") == golden.read_text(encoding="utf-8")


def test_the_terminal_shows_control_characters_and_does_not_obey_them() -> None:
    text = "red \x1b[31m alert\x9b2J\n"
    article = Article("uid", TextVersion.of(text, "1", "1"), Metadata(), UNDATED, (), ())
    shown = as_terminal(compose(article))
    assert shown == "red \ufffd[31m alert\ufffd2J\n"


def test_json_gives_positions_into_the_text_it_holds(article: Article) -> None:
    value = json.loads(json.dumps(as_json(article)))
    assert value["text"] == TEXT
    assert [value["text"][one["start"] : one["end"]] for one in value["entities"]] == [
        "𠮷野",
        "Aso",
        "Aso",
        "𠮷野",
    ]
    assert value["published"]["value"] is None
