"""What the reader pane is given: the head of an article and how its text is to look. No widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import UNDATED, Dated

if TYPE_CHECKING:
    from usjp_reader.config.settings import Settings
    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.dates import Period

LEAST_POINTS, MOST_POINTS = 7, 40


@dataclass(frozen=True, slots=True)
class ReaderHeader:
    """What stands above the text.

    Attributes:
        uid: The article.
        eras: Names of the eras its date lies in, as they are to be shown ("Revised treaty").
        words: Its length; 0 is not shown.
        about: What times it talks about.
    """

    uid: str
    title: str
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: Dated = UNDATED
    eras: tuple[str, ...] = ()
    words: int = 0
    is_specimen: bool = False
    about: tuple[Period, ...] = ()

    @classmethod
    def of(cls, article: Article, untitled: str, eras: tuple[str, ...] = ()) -> ReaderHeader:
        """The head of `article`; `untitled` is shown when it has no title."""
        about = article.metadata
        return cls(
            article.uid,
            about.title or untitled,
            about.source or "",
            about.authors,
            article.published,
            eras,
            article.words,
            about.is_specimen,
            article.about,
        )


@dataclass(frozen=True, slots=True)
class TextLook:
    """How the text is set.

    Attributes:
        family: Font, or "" for the usual serif.
        points: Size of the font.
        measure: Characters a line may have.
        spacing: Line height in percent.
    """

    family: str = ""
    points: int = 14
    measure: int = 68
    spacing: int = 145

    @classmethod
    def of(cls, settings: Settings) -> TextLook:
        """The look that the settings ask for."""
        return cls(
            settings.font_family, settings.font_size, settings.measure, settings.line_spacing
        )

    def zoomed(self, steps: int) -> TextLook:
        """A copy whose font is `steps` points larger, within bounds."""
        return replace(self, points=max(LEAST_POINTS, min(MOST_POINTS, self.points + steps)))
