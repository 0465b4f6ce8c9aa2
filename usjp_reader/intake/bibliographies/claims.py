"""What items of bibliographies claim of the files that came with them; the first claim counts."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from usjp_reader.intake.bibliographies.matching import Files, best_for_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from usjp_reader.domain.articles import Container
    from usjp_reader.intake.bibliographies.items import Item
    from usjp_reader.intake.bibliographies.reading import Bibliography


def _never(_text: str, _pages: str) -> bool:
    return False


class Claims:
    """The files of one import or one archive, and what items say of them.

    Attributes:
        stated: What an item states of the file that is read for its text, by its path.
        passed: The title of the item, by the paths of its other files.
        shown: The PDF that shows the pages of a text, by the path of the text.
    """

    def __init__(
        self,
        paths: Iterable[str],
        is_readable: Callable[[str], bool] = lambda _: True,
        may_show: Callable[[str, str], bool] = _never,
    ) -> None:
        """Take note of files.

        Args:
            paths: With `/`; bibliographies are not among them.
            is_readable: Whether a file can be read for its text.
            may_show: Whether the text at the first path can have the PDF at the second one beside
                it, to show its pages.
        """
        self._files = Files(paths)
        self._is_readable = is_readable
        self._may_show = may_show
        self.stated: dict[str, Container] = {}
        self.passed: dict[str, str] = {}
        self.shown: dict[str, str] = {}

    def of(self, path: str, known: Bibliography) -> tuple[str, ...]:
        """The items of a bibliography, which stands at `path`, whose texts are in these files."""
        folder = str(PurePosixPath(path).parent)
        return tuple(item.key for item in known.items if self._claim(item, folder))

    def _claim(self, item: Item, folder: str) -> bool:
        found = [path for one in item.files if (path := self._files.find(one, folder))]
        readable = [path for path in found if self._is_readable(path)]
        chosen = best_for_text(readable)
        if chosen is None:
            return False
        self.stated.setdefault(chosen, item.container)
        pages = self._pages(chosen, readable)
        if pages is not None:
            pages = self.shown.setdefault(chosen, pages)
        for path in found:
            if path not in (chosen, pages):
                self.passed.setdefault(path, item.title[:120])
        return True

    def _pages(self, chosen: str, others: Sequence[str]) -> str | None:
        """The PDF among the attachments of an item whose text is read from another one."""
        pdfs = (path for path in others if PurePosixPath(path).suffix.lower() == ".pdf")
        return next((path for path in pdfs if self._may_show(chosen, path)), None)
