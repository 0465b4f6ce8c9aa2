"""Draws the pictures of the README anew: the window over the specimens, light and dark.

    python -m tests.screens.remake

Needs the fonts that the README names; draws offscreen, so no screen is needed.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from usjp_reader import app as composition
from usjp_reader.domain.passages import Colour
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Article
    from usjp_reader.library import Library

HERE = Path(__file__).parent
ARTICLE = "specimen:harbor-chronicle-naha.txt"
NOTES = (
    (1, Colour.YELLOW, "No parade: compare Ogasawara 1968.", ("okinawa/reversion",)),
    (3, Colour.GREEN, "Who says so?", ("rhetoric",)),
)
"""Which paragraph, in which colour, and what is noted on its first sentence."""


def main() -> None:
    """Open the specimens, mark two passages, and take both pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["USJP_READER_HOME"] = home
        draw()


def draw() -> None:
    """Take the pictures with an empty home."""
    window = composition.make_window(composition.application())
    window.resize(1440, 900)
    window.show()
    with_loop(window.libraries.filling_ended.connect, window.libraries.open_specimens)
    session = window.session
    article = session.library.article(session.library.resolve(ARTICLE))
    mark(session.library, article)
    session.open_article(article.uid)
    for theme in ("light", "dark"):
        session.change_settings(lambda s, name=theme: replace(s, theme=name))  # type: ignore[misc]
        wait(1200)
        window.grab().save(str(HERE / f"window-{theme}.png"))
    window.close()
    session.close_library()


def mark(library: Library, article: Article) -> None:
    """Mark the first sentences of some paragraphs."""
    body = [line.span for line in article.lines if line.kind is LineKind.BODY]
    for number, colour, note, tags in NOTES:
        paragraph = body[number]
        end = article.version.text.find(". ", paragraph.start, paragraph.end)
        span = Span(paragraph.start, end if end > 0 else paragraph.end)
        library.marking.mark(article, span, colour, note, tags)[1].result()


def with_loop(connect: object, start: object) -> None:
    """Start something and run the event loop until it has ended."""
    loop = QEventLoop()
    connect(lambda _: loop.quit())  # type: ignore[operator]
    start()  # type: ignore[operator]
    loop.exec()


def wait(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
