"""One tree of errors that the reader can act on. Anything else that is raised is a bug of ours."""

from __future__ import annotations

from usjp_reader.domain.messages import Message


class UsjpError(Exception):
    """Something the reader can act on; `message` says what is wrong and what to do."""

    def __init__(self, key: str, **params: str | int | float | Message) -> None:
        self.message = Message(key, params)
        super().__init__(f"{key} {params}" if params else key)


class UnreadableFileError(UsjpError):
    """One file could not be turned into an article; the others go on."""


class LibraryError(UsjpError):
    """The library cannot be opened or written."""


class LibraryMissingError(LibraryError):
    """There is no library at that place."""


class LibraryBusyError(LibraryError):
    """Another window or command holds the library."""


class LibraryNewerError(LibraryError):
    """The library was written by a newer version of the program."""


class LibraryDamagedError(LibraryError):
    """A file of the library is not what it should be."""


class LibraryReadOnlyError(LibraryError):
    """The library, or the disk it is on, cannot be written."""


class DiskFullError(LibraryError):
    """There is no room left; nothing was half written."""


class ArticleNotFoundError(UsjpError):
    """No article, or more than one, answers to that id or path."""


class EntityNotFoundError(UsjpError):
    """No entity, or more than one, answers to that id or name."""


class QuoteNotFoundError(UsjpError):
    """The words to be marked do not stand in the article, or stand there more than once."""


class BadQueryError(UsjpError):
    """What was asked for names an era, a facet or a field that does not exist."""


class BadValueError(UsjpError):
    """A value that the reader gave is none that its field can have."""


class ExportError(UsjpError):
    """The export could not be written; the old file, if any, is untouched."""


class ResourceError(UsjpError):
    """A file that the program ships is missing or malformed."""
