"""Articles and passages that the export tests share."""

from __future__ import annotations

from datetime import UTC, datetime

from usjp_reader.domain.articles import Article, FieldValue, Metadata
from usjp_reader.domain.dates import UNDATED, Dated, Edtf, Status
from usjp_reader.domain.passages import Anchor, Colour, Passage
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import Line, LineKind, PageLabel, TextVersion
from usjp_reader.export.rows import ExportRow

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def dated(value: str | None, status: Status = Status.STATED) -> Dated:
    return Dated(Edtf.parse(value), 0.9, (), status) if value else UNDATED


def metadata(**values: str) -> Metadata:
    return Metadata.of(**{name: FieldValue(value) for name, value in values.items()})


def article(
    text: str,
    furniture: dict[str, LineKind] | None = None,
    published: Dated = UNDATED,
    pages: tuple[PageLabel, ...] = (),
    **fields: str,
) -> Article:
    """An article whose lines are body lines unless `furniture` says otherwise."""
    lines, at = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line:
            kind = (furniture or {}).get(line, LineKind.BODY)
            lines.append(Line(number, Span(at, at + len(line)), kind, "test"))
        at += len(line) + 1
    version = TextVersion.of(text, "1", "1", pages)
    return Article(
        "uid" + version.sha[:5], version, metadata(**fields), published, tuple(lines), ()
    )


def row(of: Article, words: str, key: str = "p1", **values: object) -> ExportRow:
    """A passage of an article that covers `words`."""
    at = of.version.text.index(words)
    anchor = Anchor.in_text(of.version.text, of.version.sha, Span(at, at + len(words)))
    passage = Passage(key, of.uid, anchor, Colour.YELLOW, NOW, NOW, "Reader")
    return ExportRow(passage.changed(NOW, **values), of, "desk:2009/naha.txt")
