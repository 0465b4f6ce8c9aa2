"""Serves the facsimile pane: finds the pictures, has pages drawn, follows the text. No layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Signal
from PySide6.QtGui import QImage, QImageReader

from usjp_reader.config.messages import said
from usjp_reader.domain.facsimiles import SCAN
from usjp_reader.gui.jobs import Lane

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.errors import UsjpError
    from usjp_reader.domain.facsimiles import PageFile, PagePicture
    from usjp_reader.gui.facsimile.pane import FacsimilePane
    from usjp_reader.gui.reader.pane import ReaderPane
    from usjp_reader.gui.session import Session

_MOST_MEGABYTES = 512
"""A picture that unpacks to more is not opened."""


class Facsimile(QObject):
    """Knows the pages of the open article."""

    needed = Signal()
    """The open article has pictures and no text: they are to be seen."""

    def __init__(self, session: Session, pane: FacsimilePane, reader: ReaderPane) -> None:
        super().__init__(session)
        QImageReader.setAllocationLimit(_MOST_MEGABYTES)
        self._session, self._pane, self._reader = session, pane, reader
        self._files: tuple[PageFile, ...] = ()
        self._article: Article | None = None
        session.article_opened.connect(self._on_article_opened)
        session.article_closed.connect(self._on_article_closed)
        reader.view.scrolled.connect(self._follow)
        pane.page_wanted.connect(self._draw)

    def _on_article_closed(self) -> None:
        self._session.jobs.cancel("facsimile")
        self._files, self._article = (), None
        self._pane.say(self.tr("This article has no facsimile."))

    def _on_article_opened(self, article: Article) -> None:
        library = self._session.library
        self._session.jobs.cancel("facsimile")
        self._article = article
        self._files = library.facsimiles.files(article, library.container(article))
        if not self._files:
            self._pane.say(self.tr("This article has no facsimile."))
            return
        count = len(article.version.pages) if self._is_pdf else len(self._files)
        self._pane.begin(count)
        if article.metadata.get("medium") == SCAN:
            self.needed.emit()

    @property
    def _is_pdf(self) -> bool:
        return len(self._files) == 1 and not self._files[0].is_picture

    def _follow(self) -> None:
        """Show the page on which the text is that is read."""
        if self._article is None or not self._pane.isVisible():
            return
        pages = self._article.version.pages
        if pages:
            view = self._reader.view
            bar = view.verticalScrollBar()
            share = bar.value() / bar.maximum() if bar.maximum() else 0.0
            # What is read wanders from the top of the view to its foot, or the last page would
            # never be reached.
            height = round(view.viewport().height() * share)
            position = view.position_near(QPoint(int(view.place.left) + 1, height))
            self._pane.turn_to(max(0, sum(page.start <= position for page in pages) - 1))

    def _draw(self, page: int, width: int) -> None:
        if self._is_pdf:
            self._draw_pdf(self._files[0], page, width)
        elif page < len(self._files):
            self._draw_picture(self._files[page], page, width)

    def _draw_pdf(self, file: PageFile, page: int, width: int) -> None:
        facsimiles = self._session.library.facsimiles

        def drawn(found: PagePicture) -> None:
            form = QImage.Format.Format_BGR888
            image = QImage(found.data, found.width, found.height, found.stride, form)
            self._pane.show_page(image.copy(), page, found.pages)

        self._session.jobs.run(
            lambda _: facsimiles.draw(file, page, width),
            drawn,
            on_error=self._refuse,
            channel="facsimile",
            lane=Lane.ASIDE,
        )

    def _draw_picture(self, file: PageFile, page: int, width: int) -> None:
        facsimiles, count = self._session.library.facsimiles, len(self._files)

        def drawn(image: QImage) -> None:
            if image.isNull():
                gone = self.tr(
                    "The facsimile {file} cannot be opened: it is damaged or no picture."
                )
                self._pane.say(gone.format(file=file.name))
            else:
                self._pane.show_page(image, page, count)

        self._session.jobs.run(
            lambda _: _scaled_picture(facsimiles.place(file), width),
            drawn,
            on_error=self._refuse,
            channel="facsimile",
        )

    def _refuse(self, error: UsjpError) -> None:
        self._pane.say(said(error.message))


def _scaled_picture(file: Path, width: int) -> QImage:
    """A picture at a width; a null image where it cannot be read."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() > 0:
        reader.setScaledSize(QSize(width, max(1, size.height() * width // size.width())))
    return reader.read()
