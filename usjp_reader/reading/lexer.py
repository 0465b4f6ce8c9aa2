"""A Pygments lexer that gives back the runs of a finished document instead of reading text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygments.filter import apply_filters
from pygments.lexer import Lexer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pygments.token import _TokenType

    from usjp_reader.reading.document import ReaderDocument


class DocumentLexer(Lexer):
    """Yields the tokens of a `ReaderDocument`; positions stay those of its text.

    Pygments' own `get_tokens` strips and adds line breaks and so moves every position: it is
    replaced here.
    """

    def __init__(self, document: ReaderDocument | None = None, **options: object) -> None:
        super().__init__(**options)
        self.document = document

    def document_of(self, text: str) -> ReaderDocument:
        """The document of `text`.

        Raises:
            ValueError: The lexer was made for another text, or for none.
        """
        if self.document is None or self.document.text != text:
            raise ValueError("this lexer was made for another text")
        return self.document

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """Position, type and text of each run; the texts concatenate to `text`."""
        return self.document_of(text).tokens()

    def get_tokens(self, text: str, unfiltered: bool = False) -> Iterator[tuple[_TokenType, str]]:
        """Type and text of each run, through the filters unless `unfiltered`."""
        stream = ((token, value) for _, token, value in self.get_tokens_unprocessed(text))
        return stream if unfiltered else apply_filters(stream, self.filters, self)
