"""The pictures of an article's pages: where they are, and one of them drawn."""

from __future__ import annotations

import posixpath
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

from usjp_reader.config.paths import printable
from usjp_reader.domain.articles import Locator
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.facsimiles import PageFile, PagePicture, PageWanted
from usjp_reader.intake.readers import most_bytes
from usjp_reader.intake.reading_files import read_bytes
from usjp_reader.loading.jobs import Job, Wanted
from usjp_reader.loading.workers.crew import Crew

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.domain.articles import Article, Container
    from usjp_reader.library.roots import Roots
    from usjp_reader.store.originals import Originals

_WAIT_SECONDS = 60.0


class Facsimiles:
    """Finds and draws the pages of articles; a PDF is drawn in a process of its own."""

    def __init__(self, roots: Roots, originals: Originals) -> None:
        """Make the finder.

        Args:
            roots: Where the source folders are on this machine.
            originals: The copies that the library keeps.
        """
        self._roots = roots
        self._originals = originals
        self._crew: Crew | None = None

    def files(self, article: Article, container: Container) -> tuple[PageFile, ...]:
        """The files that show the pages of an article, whether they are there or not.

        Args:
            article: The article.
            container: What the file that it came from states.
        """
        for locator in article.locators:
            if container.facsimile:
                folder = posixpath.dirname(locator.path)
                return tuple(
                    PageFile(locator.root, posixpath.normpath(posixpath.join(folder, name)))
                    for name in container.facsimile
                )
            itself = PageFile(locator.root, locator.path)
            if not locator.member and (itself.is_picture or itself.path.lower().endswith(".pdf")):
                return (itself,)
        return ()

    def place(self, file: PageFile) -> Path:
        """Where its bytes are: in its source folder, else in the library's own copy.

        Raises:
            UnreadableFileError: They are in neither.
        """
        place = self._roots.path(Locator(file.root, file.path))
        if place is not None and place.is_file():
            return place
        kept = self._originals.place(file.root, file.path)
        if kept is None:
            raise UnreadableFileError("library.no_facsimile", file=printable(file.name))
        return kept

    def draw(self, file: PageFile, number: int, width: int) -> PagePicture:
        """Draw a page of a PDF.

        Args:
            file: The PDF.
            number: The page, counted from 0.
            width: Pixels it shall be wide.

        Raises:
            UnreadableFileError: The file is gone, damaged or locked, or has no such page.
        """
        data = read_bytes(self.place(file), most_bytes(file.name))
        if self._crew is None:
            self._crew = Crew(1)
        job = Job(file.name, data=data, wanted=Wanted.PICTURE, page=PageWanted(number, width))
        try:
            answer = self._crew.ask(job).result(_WAIT_SECONDS)
        except (CancelledError, TimeoutError) as error:
            raise UnreadableFileError("loading.no_worker") from error
        if answer.picture is not None:
            return answer.picture
        if answer.reason is not None:
            raise UnreadableFileError(answer.reason.key, **answer.reason.params)
        raise UnreadableFileError("intake.pdf_broken")

    def close(self) -> None:
        """End the process that draws."""
        if self._crew is not None:
            self._crew.close()
            self._crew = None
