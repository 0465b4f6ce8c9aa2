"""Compares what the program makes of articles with the answers of a careful human.

There are two halves. Those who write rules may study `seen`; `aside` was written by others who had
not seen the rules, and only its totals are ever printed. A half holds `articles/` (a text and its
`.gold.json`), `pages/` (one line a letter, see `pages.py`), `heads/` (only the title is known, see
`heads.py`) and `dates.tsv` (short date cases).
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.quality.figures import Answers, Claims, Matches
from tests.quality.heads import heads
from tests.quality.pages import page
from usjp_reader.domain.dates import Days, Edtf
from usjp_reader.domain.spans import Span
from usjp_reader.intake.cleaning import label
from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.loading.pipeline import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.articles import Analysed

QUALITY = Path(__file__).parent


@dataclass
class Group:
    """Lines and titles of articles of one manner."""

    lines: Matches = field(default_factory=Matches)
    titles: Answers = field(default_factory=Answers)

    def __str__(self) -> str:
        return f"F1 {self.lines.f1:.4f}  titles {self.titles}"


@dataclass
class Scores:
    """All figures of one half."""

    articles: int = 0
    lines: Matches = field(default_factory=Matches)
    kinds: Answers = field(default_factory=Answers)
    titles: Answers = field(default_factory=Answers)
    titles_of_heads: Answers = field(default_factory=Answers)
    publishers: Answers = field(default_factory=Answers)
    named: Answers = field(default_factory=Answers)
    dates: Answers = field(default_factory=Answers)
    claims: Claims = field(default_factory=Claims)
    short_dates: Answers = field(default_factory=Answers)
    mentions: Matches = field(default_factory=Matches)
    links: Answers = field(default_factory=Answers)
    groups: dict[str, Group] = field(default_factory=dict)


def scored(half: Path) -> Scores:
    """Compare everything that a half holds with its answers."""
    scores, knowledge = Scores(), base.load()
    for name, data, gold in known_articles(half):
        (record,) = read_records(name, data)
        text = record.version.text
        compare(name, analyse(record, name, knowledge), _counted_in(text, data, gold), scores)
    _titles_of_heads(half / "heads", scores)
    _short_dates(half / "dates.tsv", scores)
    return scores


def _titles_of_heads(folder: Path, scores: Scores) -> None:
    for name, data, gold in heads(folder):
        (record,) = read_records(name, data)
        _compare_title(
            name, label(record.version.text, record.container).title, gold, scores.titles_of_heads
        )


def _counted_in(text: str, data: bytes, gold: dict[str, Any]) -> dict[str, Any]:
    """The answers with lines counted in a record that begins further down in its file."""
    lines = data.decode("utf-8", "replace").splitlines()
    first = text.partition("\n")[0]
    above = lines.index(first) if first in lines else 0
    return {**gold, "content_lines": [number - above for number in gold["content_lines"]]}


def known_articles(half: Path, *pages: Path) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Name, bytes and answers of all articles and pages of a half, and of more folders of pages."""
    yield from _articles(half / "articles")
    for folder in (half / "pages", *pages):
        yield from _pages(folder)


def _articles(folder: Path) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    for answers in sorted(folder.glob("*.gold.json")):
        stem = answers.name.removesuffix(".gold.json")
        source = next(p for p in folder.glob(f"{stem}.*") if p != answers)
        yield source.name, source.read_bytes(), json.loads(answers.read_text(encoding="utf-8"))


def _pages(folder: Path) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    for path in sorted(folder.glob("*.txt")):
        known = page(path)
        gold: dict[str, Any] = {
            "language": path.name[:2],
            "ocr": known.says.get("scanned") == "yes",
            "prewar": known.says.get("prewar") == "yes",
            "title": known.says.get("title"),
            "publisher": known.says.get("publisher"),
            "content_lines": known.content_lines,
            "kinds": {str(number): kind.value for number, kind in known.kinds.items()},
        }
        if "published" in known.says:
            value = known.says["published"]
            gold["published"] = {"value": None if value == "unknown" else value, "accept": []}
        yield path.name, known.text.encode("utf-8"), gold


def compare(name: str, analysed: Analysed, gold: dict[str, Any], scores: Scores) -> None:
    """Count one article."""
    scores.articles += 1
    _compare_lines(name, analysed, gold, scores)
    metadata = analysed.metadata
    for tally in (scores.titles, scores.groups[manner(gold)].titles):
        _compare_title(name, metadata.title, gold, tally)
    _compare_publisher(name, metadata.get("container-title"), gold, scores)
    if "published" in gold:
        nothing: dict[str, Any] = {"value": None}  # null: nothing can honestly be said
        _compare_date(name, analysed, gold["published"] or nothing, scores)
    if "entities" in gold:
        _compare_mentions(name, analysed, gold, scores)


def _compare_title(name: str, title: str | None, gold: dict[str, Any], tally: Answers) -> None:
    is_right = title == gold["title"] or title in gold.get("title_accept", [])
    tally.add(f"{name}: {title!r}, not {gold['title']!r}", right=is_right)


def _compare_lines(name: str, analysed: Analysed, gold: dict[str, Any], scores: Scores) -> None:
    split = analysed.version.text.splitlines()
    rules = {line.number: f"{line.kind.value}/{line.rule}" for line in analysed.lines}
    ours = {line.number for line in analysed.lines if line.is_content}
    for tally in (scores.lines, scores.groups.setdefault(manner(gold), Group()).lines):
        count(
            tally,
            name,
            ours,
            set(gold["content_lines"]),
            lambda n: f"{n} [{rules.get(n)}] {split[n - 1][:90]}",
        )
    kinds = {line.number: line.kind.value for line in analysed.lines}
    for number, kind in gold.get("kinds", {}).items():
        got = kinds.get(int(number))
        what = f"{name}: {number} {got}, not {kind}: {split[int(number) - 1][:60]}"
        scores.kinds.add(what, right=got == kind)


def manner(gold: dict[str, Any]) -> str:
    """In which manner an article came to us."""
    scanned = "scanned" if gold.get("ocr") else "from the web"
    return f"{gold.get('language', 'en')} {'prewar ' if gold.get('prewar') else ''}{scanned}"


def _compare_publisher(
    name: str, publisher: str | None, gold: dict[str, Any], scores: Scores
) -> None:
    """A publisher is right, or the program is silent; and how often it is not silent."""
    named = gold.get("publisher")
    accepted = [named, *gold.get("publisher_accept", [])]
    is_right = publisher is not None and _plain(publisher) in {
        _plain(one) for one in accepted if one
    }
    what = f"{name}: {publisher!r}, not {named!r}"
    scores.publishers.add(what, right=is_right or not publisher)
    if named:
        scores.named.add(what, right=is_right)


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").strip(" .")


def _compare_date(name: str, analysed: Analysed, gold: dict[str, Any], scores: Scores) -> None:
    value = analysed.published.value
    is_right = is_accepted(value.days if value else None, gold)
    accepted = gold["within"] if "within" in gold else gold["value"]
    what = f"{name}: {value.value if value else None}, not {accepted}"
    scores.dates.add(what, right=is_right)
    if value:
        scores.claims.add(analysed.published.confidence, what, right=is_right)


def is_accepted(ours: Days | None, gold: dict[str, Any]) -> bool:
    """Whether a careful human accepts these days as the date of publication.

    Args:
        ours: What the program says; None for unknown.
        gold: With `within`, the earliest and latest day that can be accepted, or with `value` and
            `accept`, the values that can; no value at all where nothing can be said.
    """
    values = [gold["within"]] if "within" in gold else [gold["value"], *gold.get("accept", [])]
    accepted = [days_of(value) for value in values]
    if ours is None:
        return None in accepted
    return any(
        days and days.earliest <= ours.earliest and ours.latest <= days.latest for days in accepted
    )


def days_of(value: str | None) -> Days | None:
    """What a value means: two spellings of the same days are the same answer."""
    return Edtf.parse(value).days if value else None


def _short_dates(path: Path, scores: Scores) -> None:
    """The short cases: the program sees one to three lines. Expected days must be met exactly."""
    if not path.exists():
        return
    knowledge = base.load()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["anchor"]:
                continue
            text = row["text"].replace("\\n", "\n")
            (record,) = read_records("case.txt", text.encode("utf-8"))
            value = analyse(record, "case.txt", knowledge).published.value
            got = value.value if value else ""
            what = f"{got or 'none'}, not {row['expected'] or 'none'}: {row['text']}"
            scores.short_dates.add(what, right=days_of(got) == days_of(row["expected"]))


def _compare_mentions(name: str, analysed: Analysed, gold: dict[str, Any], scores: Scores) -> None:
    text = analysed.version.text
    marked = answers_of(text, gold)
    optional = {span for span, _ in answers_of(text, gold, "optional_entities")}
    found = {(m.span, m.type.value): m for m in analysed.mentions if m.span not in optional}
    count(scores.mentions, name, set(found), set(marked), lambda key: f"{key[0].of(text)} {key[1]}")
    for key, entity in marked.items():
        if entity and key in found:
            got = found[key].entity
            what = f"{name}: {key[0].of(text)}: {got}, not {entity}"
            scores.links.add(what, right=got == entity)


def answers_of(
    text: str, gold: dict[str, Any], key: str = "entities"
) -> dict[tuple[Span, str], str | None]:
    """The mentions that a human marked, with their entities; a name may cross a line break."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found: dict[tuple[Span, str], str | None] = {}
    for mention in gold.get(key, []):
        at = starts[mention["line"] - 1] - 1
        for _ in range(mention.get("nth", 1)):
            at = text.index(mention["text"], at + 1)
        span = Span(at, at + len(mention["text"]))
        found[span, mention["type"]] = mention.get("id")
    return found


def count(score: Matches, name: str, ours: set[Any], wanted: set[Any], shown: Any) -> None:  # noqa: ANN401
    """Add one comparison of two sets to a tally."""
    score.right += len(ours & wanted)
    score.missed += len(wanted - ours)
    score.wrong += len(ours - wanted)
    score.details += [f"{name}: missed {shown(key)}" for key in sorted(wanted - ours)]
    score.details += [f"{name}: wrong  {shown(key)}" for key in sorted(ours - wanted)]
