"""One record through every stage: labels, derived text, candidates, date, links. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from usjp_reader.analysis.entities import LINKER, find_candidates, link, overruled
from usjp_reader.analysis.periods import periods
from usjp_reader.analysis.similarity import SIMILARITY
from usjp_reader.analysis.times import TIMER, times
from usjp_reader.config.language_model import language_model
from usjp_reader.domain.articles import Analysed, FieldValue, Metadata, article_uid
from usjp_reader.domain.corrections import PUBLISHED, READER_RULE, UNCORRECTED
from usjp_reader.domain.dates import UNDATED, Dated, Edtf, Evidence, Status, Where
from usjp_reader.domain.messages import Message
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning import CLEANER, label
from usjp_reader.intake.cleaning.correcting import corrected
from usjp_reader.intake.cleaning.repetition import traces
from usjp_reader.intake.dating import DATER, Reading, date_article
from usjp_reader.intake.normalising import NORMALISER
from usjp_reader.knowledge.deriving import DERIVER, derived
from usjp_reader.knowledge.folding import line_key
from usjp_reader.knowledge.happenings import wordings
from usjp_reader.knowledge.letters import count_words
from usjp_reader.knowledge.times import expressions_in

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Record
    from usjp_reader.domain.corrections import Corrections
    from usjp_reader.intake.cleaning import Labelled
    from usjp_reader.knowledge.base import KnowledgeBase

STAGES = (
    f"normalise={NORMALISER} clean={CLEANER} derive={DERIVER}"
    f" date={DATER} link={LINKER} time={TIMER} story={SIMILARITY}"
)
"""What an article was read with; one read with anything else is read again. See `stages`."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_KANJI_WORD = 2.2
"""Characters of Japanese that count as one word: a usual rate of translation offices."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_LEAD = 240


def stages(*, second_recogniser: bool = False) -> str:
    """What articles are read with: `STAGES`, and the model where a second recogniser is used.

    Args:
        second_recogniser: Whether it is switched on; it counts where it is installed.
    """
    model = language_model() if second_recogniser else None
    if model is None:
        return STAGES
    from usjp_reader.analysis.entities.second_recogniser import SECOND  # noqa: PLC0415

    return f"{STAGES} second={SECOND}:{model.package}:{model.version}"


def analyse(
    record: Record,
    name: str,
    knowledge: KnowledgeBase,
    corrections: Corrections = UNCORRECTED,
    *,
    second_recogniser: bool = False,
) -> Analysed:
    """Everything stage one knows of a record.

    Args:
        record: The record as its reader gave it.
        name: Path of its file, which may hold a date.
        knowledge: The knowledge base.
        corrections: What the reader said of this text; it beats what we find.
        second_recogniser: Whether spaCy adds names to an English text, where it can be had.
    """
    text = record.version.text
    labelled = corrected(_labelled(record, corrections.repeated), text, corrections)
    read = derived(text, labelled.lines, corrections.readings)
    candidates = find_candidates(text, labelled.lines, read, knowledge, labelled.language)
    found, named = expressions_in(read.text), wordings().found_in(read.text)
    reading = Reading(text, labelled.lines, read, found, named, candidates)
    published = _confirmed(
        date_article(reading, record.container, name, knowledge),
        corrections.field(PUBLISHED),
    )
    days = published.value.days if published.value else None
    told = times(text, read, found, days, candidates)
    mentions = link(candidates, days, text, knowledge)
    if second_recogniser and labelled.language != "ja":
        # Imported here: nothing of it is needed where it is not switched on.
        from usjp_reader.analysis.entities.second_recogniser import added  # noqa: PLC0415

        mentions = added(mentions, text, read, days, knowledge)
    return Analysed(
        version=record.version,
        metadata=_corrected(_metadata(record, labelled), corrections),
        published=published,
        lines=labelled.lines,
        mentions=overruled(mentions, text, read, corrections.naming, knowledge),
        times=told,
        derived=read,
        dateline=labelled.dateline,
        agency=labelled.agency,
        readings=corrections.readings,
        about=periods(read, told, named, days),
    )


def _labelled(record: Record, repeated: tuple[str, ...]) -> Labelled:
    """The labels of a record; what repeats in its source is no furniture where it is the title."""
    text, container = record.version.text, record.container
    found = label(text, container, frozenset(repeated))
    if not repeated or found.title is not None:
        return found
    alone = label(text, container)
    titles = {line_key(line.span.of(text)) for line in alone.lines if line.kind is LineKind.TITLE}
    return label(text, container, frozenset(repeated) - titles) if titles else found


def traces_of(record: Record) -> bytes:
    """What a record contributes to the knowledge of the lines that repeat in its source."""
    text = record.version.text
    return traces(text, label(text, record.container).lines)


def with_fallbacks(analysed: Analysed, path: str) -> Analysed:
    """The same with a title and a source taken from the file's name and folder where there is none.

    Args:
        analysed: What stage one found.
        path: Path of the file below its root, beginning with the root's label, with `/`.
    """
    metadata = analysed.metadata
    if metadata.title is not None and metadata.publisher is not None:
        return analysed
    where = PurePosixPath(path)
    if metadata.title is None:
        metadata = metadata.updated("title", FieldValue(where.stem, Status.INFERRED))
    if metadata.publisher is None and where.parent.name:
        folder = FieldValue(where.parent.name, Status.INFERRED)
        metadata = metadata.updated("container-title", folder)
    return replace(analysed, metadata=metadata)


def source_key(analysed: Analysed, path: str) -> str:
    """What the source of a text is called when its lines are compared with others of it.

    Its host, else the publisher that it states, else the folder of its file.

    Args:
        analysed: What stage one found, without the reader's corrections.
        path: Path of the file below its root, beginning with the root's label, with `/`.
    """
    host = urlsplit(analysed.metadata.get("URL") or "").hostname
    if host:
        return host.removeprefix("www.")
    return analysed.metadata.publisher or f"{PurePosixPath(path).parent}/"


def uid_of(record: Record) -> str:
    """The id of a record that is new: its text with what its container states."""
    container = record.container
    return article_uid(record.version.sha, container.metadata.publisher, container.published)


def word_count(analysed: Analysed) -> int:
    """Words of the article itself, page furniture left out."""
    text = analysed.derived.text
    japanese = 0 if text.isascii() else sum(map(len, _CJK.findall(text)))
    if not japanese:
        return count_words(text)
    words = _WORD.findall(text)
    return round(japanese / _KANJI_WORD) + sum(1 for word in words if not _CJK.match(word))


def lead(analysed: Analysed) -> str:
    """How the text begins, after its title."""
    _, _, body = analysed.derived.text.partition("\n")
    start = (body or analysed.derived.text)[: _LEAD + 1].replace("\n", " ").strip(" *#>_")
    return start if len(start) <= _LEAD else start[:_LEAD].rsplit(" ", 1)[0] + "…"


def _confirmed(found: Dated, said: str | None) -> Dated:
    """The date by the reader's word, with what we found as its evidence; "" is no date."""
    if said is None:
        return found
    if not said:
        return replace(UNDATED, evidence=found.evidence, status=Status.CONFIRMED)
    word = Evidence(READER_RULE, Where.METADATA, None, said, said, Message("library.you_said_so"))
    return Dated(Edtf.parse(said), 1.0, (word, *found.evidence), Status.CONFIRMED)


def _corrected(metadata: Metadata, corrections: Corrections) -> Metadata:
    for name, value in corrections.fields:
        if name != PUBLISHED:
            field = FieldValue(value, Status.CONFIRMED) if value else None
            metadata = metadata.updated(name, field)
    return metadata


def _metadata(record: Record, labelled: Labelled) -> Metadata:
    """What the container states, completed by what the text shows."""
    metadata = record.container.metadata
    found = {
        "title": labelled.title,
        "container-title": None if metadata.publisher else labelled.publisher,
        "author": "; ".join(labelled.authors) or None,
        "source": labelled.agency,
        "language": labelled.language,
    }
    for name, value in found.items():
        if value and metadata.get(name) is None:
            metadata = metadata.updated(name, FieldValue(value, Status.STATED))
    return metadata
