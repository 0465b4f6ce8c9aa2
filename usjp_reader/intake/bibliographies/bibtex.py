"""Items in BibTeX and BibLaTeX."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.bibliographies.items import Item, item, turned
from usjp_reader.intake.bibliographies.tagged import every, first, stated, table, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_ENTRY = re.compile(r"@[A-Za-z]+\s*[{(]")
_TEX = re.compile(r"[\\{}$~]|--")
_UNESCAPED_SEMICOLON = re.compile(r"(?<!\\);")
_UNESCAPED_COLON = re.compile(r"(?<!\\):")
_ESCAPED = re.compile(r"\\(.)")
_DRIVE = re.compile(r"[A-Za-z]$")


def is_bibtex(text: str) -> bool:
    """Whether a text holds an entry of BibTeX."""
    return _ENTRY.search(text[:20_000]) is not None


def items(text: str) -> Iterator[Item]:
    """The items of a BibTeX text; entries that are broken are passed over, see `broken`.

    Raises:
        UnreadableFileError: The library that reads BibTeX is not installed.
    """
    library = _library(text)
    plain = _plain_text()
    for number, entry in enumerate(library.entries, 1):
        fields = {field.key.lower(): [str(field.value)] for field in entry.fields}
        yield _item(number, str(entry.key), str(entry.entry_type).lower(), fields, plain)


def broken(text: str) -> list[tuple[int, str]]:
    """The (line, what is wrong) of each entry that cannot be read; lines count from 1."""
    return [
        (int(block.start_line) + 1, str(block.error).split("\n")[-1].strip()[:160])
        for block in _library(text).failed_blocks
    ]


def _library(text: str) -> Any:  # noqa: ANN401  (bibtexparser is not typed)
    try:
        from bibtexparser.entrypoint import (  # noqa: PLC0415  (an extra, for bibliographies alone)
            parse_string,
        )
    except ImportError as error:
        raise UnreadableFileError("intake.needs_formats", kind="BibTeX") from error
    logging.getLogger("bibtexparser").setLevel(logging.ERROR)  # what is broken is told by us
    return parse_string(text.lstrip("\ufeff"))


def _plain_text() -> Callable[[str], str]:
    """What makes TeX plain words."""
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415  (comes with bibtexparser)

    reader = LatexNodes2Text(math_mode="verbatim", keep_comments=True)

    def plain(tex: str) -> str:
        if not _TEX.search(tex):
            return tex
        try:
            return str(reader.latex_to_text(tex.replace("%", r"\%").replace(r"\\%", r"\%")))
        except RecursionError:  # braces in braces in braces
            return tex

    return plain


def _item(
    number: int,
    key: str,
    kind: str,
    fields: Mapping[str, Sequence[str]],
    plain: Callable[[str], str],
) -> Item:
    names = table("bibtex")
    written = {name: [plain(value) for value in found] for name, found in fields.items()}
    values = stated(written, "bibtex")
    for role, tags in names["people"].items():
        people = [name for value in every(fields, tags) for name in _people(value)]
        values[role] = "; ".join(_person(name, plain) for name in people)
    subtype = first(written, ["entrysubtype"]).lower()
    values["type"] = names["subtypes"].get(subtype) or names["types"].get(kind, "document")
    values["abstract"] = first(written, names["texts"]["abstract"])
    values["citation-key"] = key
    values["page"] = values["page"].replace("--", "–")
    used = {"date", "year", "month", "day", "entrysubtype"}
    return item(
        number,
        values,
        published=_day(written),
        texts=[values["abstract"], *every(written, names["texts"]["notes"])],
        files=[path for one in every(fields, names["texts"]["files"]) for path in paths(one)],
        aside=[one for one in unnamed(written, "bibtex") if one[0] not in used],
    )


def _people(names: str) -> list[str]:
    """Names that are joined by "and", where that does not stand in braces."""
    from bibtexparser.middlewares.names import (  # noqa: PLC0415  (as above)
        split_multiple_persons_names,
    )

    return [str(name) for name in split_multiple_persons_names(names)]


def _person(name: str, plain: Callable[[str], str]) -> str:
    """One name; braces around it keep it as it is."""
    is_one = name.startswith("{") and name.endswith("}")
    return plain(name) if is_one else turned(plain(name))


def _day(entry: Mapping[str, Sequence[str]]) -> str:
    written = first(entry, ["date"])
    if written:
        return written
    year, month, day = (first(entry, [name]) for name in ("year", "month", "day"))
    if month.isdecimal():
        return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
    return " ".join(part for part in (day, month.capitalize(), year) if part)


def paths(field: str) -> list[str]:
    """The files that a field `file` names: `title:path:type;…`, or bare paths."""
    found = []
    for one in _UNESCAPED_SEMICOLON.split(field.strip("{} ")):
        parts = _UNESCAPED_COLON.split(one)
        path = parts[0] if len(parts) == 1 else parts[1]
        if len(parts) == 2 and _DRIVE.match(parts[0]):  # C:/bare/path
            path = one
        path = _ESCAPED.sub(r"\1", path).strip() if "\\" in path else path.strip()
        if path:
            found.append(path)
    return found
