"""What Pygments loads for `pygmentize -l usjp`, the styles `usjp-…` and the format `usjp-mentions`.

Loaded by every program that lists Pygments' plug-ins: analysis and knowledge are imported only when
a text is really read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pygments.formatter import Formatter

from usjp_reader.reading.lexer import DocumentLexer
from usjp_reader.reading.styles import DarkStyle, LightStyle
from usjp_reader.reading.tokens import entity_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from pygments.token import _TokenType

    from usjp_reader.reading.document import ReaderDocument

__all__ = ["ArticleLexer", "DarkStyle", "LightStyle", "MentionsFormatter"]


class ArticleLexer(DocumentLexer):
    """Reads an article in English or Japanese: page furniture, headings, people, places, bodies."""

    name = "U.S.–Japan article"
    aliases: ClassVar[list[str]] = ["usjp"]
    filenames: ClassVar[list[str]] = ["*.usjp.txt"]
    mimetypes: ClassVar[list[str]] = []
    url = ""

    def document_of(self, text: str) -> ReaderDocument:
        """The document the lexer was made for, else what the analysis finds in `text`."""
        if self.document is not None and self.document.text == text:
            return self.document
        return _analysed(text)

    def get_tokens(
        self, text: str | bytes, unfiltered: bool = False
    ) -> Iterator[tuple[_TokenType, str]]:
        """The tokens of a text, or of the bytes of a file, as the reader would decode them."""
        return super().get_tokens(_source(text), unfiltered)

    @staticmethod
    def analyse_text(_text: str) -> float:
        """Next to nothing: prose is nobody's to claim."""
        return 0.01


class MentionsFormatter(Formatter["str"]):
    """A table of the mentions: start, end (code points), type and words, separated by tabs."""

    name = "U.S.–Japan mentions"
    aliases: ClassVar[list[str]] = ["usjp-mentions"]
    filenames: ClassVar[list[str]] = ["*.mentions.tsv"]

    def format_unencoded(
        self, tokensource: Iterable[tuple[_TokenType, str]], outfile: TextIO
    ) -> None:
        """Write one line a mention; it counts positions, so it must see the whole stream."""
        outfile.write("start\tend\ttype\ttext\n")
        position = 0
        for token, value in tokensource:
            of = entity_of(token)
            if of is not None:
                words = " ".join(value.split())
                outfile.write(f"{position}\t{position + len(value)}\t{of.value}\t{words}\n")
            position += len(value)


def _source(text: str | bytes) -> str:
    """The source text that positions count in."""
    from usjp_reader.intake.decoding import decode  # noqa: PLC0415 - see the module docstring
    from usjp_reader.intake.normalising import normalised  # noqa: PLC0415

    return normalised(decode(text).text if isinstance(text, bytes) else text)


def _analysed(text: str) -> ReaderDocument:
    """Labels and links of a text of which nothing else is known, its date neither."""
    from usjp_reader.analysis.entities import find_candidates, link  # noqa: PLC0415
    from usjp_reader.domain.articles import Article, Container, Metadata  # noqa: PLC0415
    from usjp_reader.domain.dates import UNDATED  # noqa: PLC0415
    from usjp_reader.domain.texts import TextVersion  # noqa: PLC0415
    from usjp_reader.intake.cleaning import label  # noqa: PLC0415
    from usjp_reader.intake.normalising import NORMALISER  # noqa: PLC0415
    from usjp_reader.knowledge.base import load  # noqa: PLC0415
    from usjp_reader.knowledge.deriving import derived  # noqa: PLC0415
    from usjp_reader.reading.document import compose  # noqa: PLC0415

    knowledge = load()
    labelled = label(text, Container())
    read = derived(text, labelled.lines)
    candidates = find_candidates(text, labelled.lines, read, knowledge, labelled.language)
    mentions = link(candidates, None, text, knowledge)
    version = TextVersion.of(text, NORMALISER, "pygments")
    article = Article("", version, Metadata(), UNDATED, labelled.lines, tuple(mentions))
    return compose(article)
