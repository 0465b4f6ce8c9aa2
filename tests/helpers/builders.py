"""Articles, passages and small corpora for tests; every one holds more than ASCII."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from usjp_reader.analysis.periods import periods
from usjp_reader.domain.articles import SPECIMEN, Analysed, FieldValue, Metadata
from usjp_reader.domain.dates import UNDATED, Dated, Edtf, Evidence, Status, TimeMention, Where
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message
from usjp_reader.domain.passages import Anchor, Colour, Passage
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import Line, LineKind, TextVersion
from usjp_reader.knowledge.deriving import derived
from usjp_reader.loading.keys import keys
from usjp_reader.store.corpus import articles, meta
from usjp_reader.store.corpus.bitmaps import BitmapEditor
from usjp_reader.store.corpus.prepared import ArticleToSave

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from usjp_reader.store.corpus.database import CorpusDatabase

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

TEXT = (
    "Aso and Obama meet 😀\n"
    "\n"
    "WASHINGTON — The 𠮷田 papers say that Prime Minister Taro Aso met President Obama.\n"
    "日米安保条約は沖縄県に及ぶ。\n"
    "Share this article\n"
)
"""A title, two lines of body (an astral kanji and an emoji among them), and one of furniture."""
FURNITURE = frozenset({"Share this article"})


def lines_of(text: str, furniture: Iterable[str] = FURNITURE) -> tuple[Line, ...]:
    """The lines that are not empty: the first is the title, `furniture` is page furniture."""
    found: list[Line] = []
    at = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            kind = LineKind.BODY if found else LineKind.TITLE
            kind = LineKind.BOILERPLATE if line in furniture else kind
            found.append(Line(number, Span(at, at + len(line)), kind, "test"))
        at += len(line) + 1
    return tuple(found)


def a_mention(text: str, words: str, entity: str, kind: str = "PERSON") -> Mention:
    """The first place of `words` in `text`, linked to `entity`."""
    at = text.index(words)
    why = Message("analysis.why_name", {"name": words})
    return Mention(Span(at, at + len(words)), words, EntityType(kind), entity, why)


def a_time(value: str) -> TimeMention:
    """A time that the text is said to name at its beginning."""
    return TimeMention(Span(0, 1), "x", Edtf.parse(value))


def dated(value: str | None, status: Status = Status.STATED) -> Dated:
    """A date with one piece of evidence; None is no date."""
    if value is None:
        return UNDATED
    why = Message("dating.why_dateline", {"day": value})
    evidence = Evidence("dateline-day", Where.TEXT, Span(0, 4), "Aso ", value, why)
    return Dated(Edtf.parse(value), 0.9, (evidence,), status)


def an_article(
    text: str = TEXT,
    *,
    published: str | Dated | None = "2009-02-24",
    publisher: str | None = "Harbor Chronicle",
    language: str = "en",
    title: str | None = None,
    mentions: tuple[Mention, ...] = (),
    times: tuple[TimeMention, ...] = (),
    specimen: bool = False,
    furniture: Iterable[str] = FURNITURE,
) -> Analysed:
    """An article as stage one hands it over, without any stage having run."""
    lines = lines_of(text, furniture)
    metadata = Metadata.of(
        title=FieldValue(title if title is not None else lines[0].span.of(text) if lines else ""),
        container_title=FieldValue(publisher) if publisher else None,
        language=FieldValue(language),
        genre=FieldValue(SPECIMEN) if specimen else None,
    )
    date = published if isinstance(published, Dated) else dated(published)
    version = TextVersion.of(text, "1", "test")
    read = derived(text, lines)
    days = date.value.days if date.value else None
    about = periods(read, times, (), days)
    return Analysed(version, metadata, date, lines, mentions, times, read, about=about)


def to_save(analysed: Analysed, stages: str = "test=1") -> ArticleToSave:
    """The article as the loader hands it to the store."""
    text = analysed.derived.text
    return ArticleToSave.of(analysed, keys(analysed), len(text.split()), text[:240], stages)


def saved(corpus: CorpusDatabase, *entries: tuple[str, Analysed]) -> None:
    """Save articles in one batch, as the loader does."""
    with corpus.writing() as connection:
        bitmaps = BitmapEditor(connection)
        for uid, analysed in entries:
            articles.save(connection, bitmaps, uid, to_save(analysed))
        bitmaps.write(connection)
        meta.raise_by_one(connection, meta.REVISION)
        meta.raise_by_one(connection, meta.FACETS)


def a_passage(
    version: TextVersion | None = None,
    quote: str = "Taro Aso",
    *,
    article: str = "a" * 32,
    key: str = "passage-1",
    **values: object,
) -> Passage:
    """A passage on the first place of `quote`."""
    version = version or TextVersion.of(TEXT, "1", "test")
    at = version.text.index(quote)
    anchor = Anchor.in_text(version.text, version.sha, Span(at, at + len(quote)))
    made = Passage(key, article, anchor, Colour.YELLOW, NOW, NOW, "Hana")
    return replace(made, **values)  # type: ignore[arg-type]


TINY = {
    "1951-treaty.txt": (
        "---\ntitle: Treaty signed at San Francisco\nnewspaper: Harbor Chronicle\n"
        "date: 1951-09-08\n---\n\n"
        "Prime Minister Shigeru Yoshida signed the peace treaty here on Saturday.\n"
    ),
    "1972-okinawa.txt": (
        "---\ntitle: Okinawa returns\nnewspaper: Harbor Chronicle\ndate: 1972-05-15\n---\n\n"
        "Okinawa was returned to Japan at midnight. Prime Minister Eisaku Sato spoke in Tokyo.\n"
    ),
    "2009-obama.md": (
        "---\ntitle: Aso first guest at Obama White House\nnewspaper: Meridian\n"
        "date: 2009-02-24\n---\n\n"
        "Prime Minister Taro Aso met President Obama, and was the first guest to be received.\n"
        "\nThey spoke of the 𠮷田 doctrine 😀 and of what the two countries owe to one another.\n"
    ),
    "sub/2009-ja.txt": (
        "---\ntitle: 日米首脳会談\nnewspaper: 港日報\ndate: 2009-02-25\nlanguage: ja\n---\n\n"
        "麻生太郎首相はオバマ大統領と会談した。日米安保条約は沖縄県に及ぶ。\n"
    ),
    "sub/unsigned.txt": (
        "---\ntitle: A letter without a day\nnewspaper: Meridian\n---\n\n"
        "The ambassador wrote again about the fishing grounds and the price of silk.\n"
    ),
    "sub/year-only.txt": (
        "---\ntitle: The year of the anchors\nnewspaper: Pacific Ledger\ndate: 1971\n---\n\n"
        "Textile talks went on all year between the two governments.\n"
    ),
}
"""Six articles; two of one day and its eve, one undated, one dated to a year only."""

TINY_DATES = {
    "1951-treaty.txt": "1951-09-08",
    "1972-okinawa.txt": "1972-05-15",
    "2009-obama.md": "2009-02-24",
    "sub/2009-ja.txt": "2009-02-25",
    "sub/unsigned.txt": None,
    "sub/year-only.txt": "1971",
}


def tiny_corpus(folder: Path) -> Path:
    """Write the six articles below `folder`."""
    for name, text in TINY.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return folder


_JAPANESE = "沖縄返還協定\n\n佐藤栄作首相は十七日、沖縄返還協定に調印した。米国は基地を保つ。\n"

AWKWARD = {
    "bom-crlf.txt": "\ufeffEmbassy opens\r\n\r\nThe embassy opened\u00a0in Naha 😀.\r\n".encode(),
    "utf16.txt": ("Consul leaves\n\nThe consul left 𠮷野 on Friday.\n" * 3).encode("utf-16"),
    "shift-jis.txt": _JAPANESE.encode("cp932"),
    "euc-jp.txt": _JAPANESE.replace("十七", "十八").encode("euc_jp"),
    "cp1252.txt": "Café talks\n\nThe “café” talks – so called – ended.\n".encode("cp1252"),
    "same-as-bom.txt": "Embassy opens\n\nThe embassy opened\u00a0in Naha 😀.\n".encode(),
    "no-date.txt": b"A note\n\nNothing here says when it was written.\n",
    "日本語の名前.txt": "港の記事\n\n港に船が着いた。\n".encode(),
    "separators.txt": "Odd breaks\n\nOne\u2028two\x0cthree\x85four\n".encode(),
}
UNREADABLE = {
    "empty.txt": b"",
    "blank.txt": b" \r\n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "nuls.txt": b"\x00" * 4_000,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + b"\x00" * 64,
}
SKIPPED = {"figures.xls": b"x", ".hidden.txt": b"Hidden\n", "noext": b"No suffix\n"}


def awkward_corpus(folder: Path) -> Path:
    """Write files in many encodings, a duplicate, and files that cannot be read."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (AWKWARD | UNREADABLE | SKIPPED).items():
        (folder / name).write_bytes(data)
    return folder
