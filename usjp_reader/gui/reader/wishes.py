"""What a reader pane can ask for: its signals, in code points. What is done is not its matter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Wishes(QWidget):
    """The signals of the reader pane."""

    passage_marked = Signal(object, object)
    """A `Span` is to become a passage in a `Colour`."""
    passage_recoloured = Signal(str, object)
    passage_deleted = Signal(str)
    passage_chosen = Signal(str)
    """The id of the passage that keys now act on; "" for none."""
    passage_activated = Signal(str)
    """Double click or Enter on a passage, or on its note."""
    note_requested = Signal(str)
    tags_requested = Signal(str)
    selection_note_requested = Signal(object)
    """A `Span` is to become a passage with a note."""
    selection_tags_requested = Signal(object)
    copy_requested = Signal(object)
    """A `Span` is to be copied with its citation."""
    date_said = Signal(object)
    """An EDTF value for the date of the article; "" for none; None for what was found."""
    card_requested = Signal(object)
    """The card of a `Mention` is wanted; answer with `show_card`."""
    mention_activated = Signal(object)
    """A `Mention` was clicked, or Enter was pressed on it."""
    mention_filter_requested = Signal(str)
    """Only articles that mention the entity with this id."""
    mentions_requested = Signal(str)
    """All mentions of the entity with this id."""
    page_requested = Signal(str)
    """The page of the entity with this id."""
    hidden_types_changed = Signal(object)
    """A frozenset of types whose mentions are not shown."""
    furniture_toggled = Signal(bool)
    zoom_requested = Signal(int)
    """Steps up or down; answer with `set_look`."""
    versions_requested = Signal()
    """Who else printed the story."""
