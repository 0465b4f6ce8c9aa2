"""Every action of the window in one table: words, keys, icon, menu. No handlers.

The window connects handlers by id. Menus, tooltips and the shortcut sheet are derived from here.
"""

from __future__ import annotations

from dataclasses import dataclass

from usjp_reader.gui.words import QT_TRANSLATE_NOOP

MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("go", QT_TRANSLATE_NOOP("Actions", "&Go")),
    ("article", QT_TRANSLATE_NOOP("Actions", "&Article")),
    ("passage", QT_TRANSLATE_NOOP("Actions", "&Passage")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("tools", QT_TRANSLATE_NOOP("Actions", "&Tools")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)
"""Menus in their order: id and words."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes:
        id: What handlers are connected by.
        text: The words in the menu, to be translated.
        menu: Id of its menu.
        keys: Shortcuts, the one shown in the menu first. A single letter acts only outside text
            boxes: a text box takes the letter before the shortcut sees it.
        icon: Name of its icon, or "".
        checkable: Whether it is on or off.
        starts_group: Whether a line is drawn above it.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    starts_group: bool = False

    @property
    def is_letter(self) -> bool:
        """Whether its first key is a single character, without Ctrl or Alt."""
        return bool(self.keys) and len(self.keys[0]) == 1


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new-library", QT_TRANSLATE_NOOP("Actions", "New library…"), "file"),
    ActionSpec(
        "open-library", QT_TRANSLATE_NOOP("Actions", "Open library…"), "file", ("Ctrl+O",), "book"
    ),
    ActionSpec("open-specimens", QT_TRANSLATE_NOOP("Actions", "Open the specimens"), "file"),
    ActionSpec(
        "import-folder",
        QT_TRANSLATE_NOOP("Actions", "Import folder…"),
        "file",
        ("Ctrl+I",),
        "import",
        starts_group=True,
    ),
    ActionSpec(
        "import-files", QT_TRANSLATE_NOOP("Actions", "Import files…"), "file", ("Ctrl+Shift+I",)
    ),
    ActionSpec("import-table", QT_TRANSLATE_NOOP("Actions", "Import table…"), "file"),
    ActionSpec(
        "export-passages",
        QT_TRANSLATE_NOOP("Actions", "Export passages…"),
        "file",
        ("Ctrl+E",),
        "export",
    ),
    ActionSpec(
        "settings",
        QT_TRANSLATE_NOOP("Actions", "Settings…"),
        "file",
        ("Ctrl+,",),
        "settings",
        starts_group=True,
    ),
    ActionSpec(
        "close",
        QT_TRANSLATE_NOOP("Actions", "Close window"),
        "file",
        ("Ctrl+W",),
        starts_group=True,
    ),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "file", ("Ctrl+Q",)),
    ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "edit", ("Ctrl+Z",), "undo"),
    ActionSpec(
        "redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"
    ),
    ActionSpec(
        "copy-citation",
        QT_TRANSLATE_NOOP("Actions", "Copy with citation"),
        "edit",
        ("Ctrl+Shift+C",),
        "copy-citation",
        starts_group=True,
    ),
    ActionSpec(
        "find-in-article",
        QT_TRANSLATE_NOOP("Actions", "Find in article"),
        "edit",
        ("Ctrl+F",),
        "search",
        starts_group=True,
    ),
    ActionSpec(
        "search", QT_TRANSLATE_NOOP("Actions", "Search the library"), "edit", ("Ctrl+K", "/")
    ),
    ActionSpec("back", QT_TRANSLATE_NOOP("Actions", "Back"), "go", ("Alt+Left",), "back"),
    ActionSpec("forward", QT_TRANSLATE_NOOP("Actions", "Forward"), "go", ("Alt+Right",), "forward"),
    ActionSpec(
        "next-article",
        QT_TRANSLATE_NOOP("Actions", "Next article"),
        "go",
        ("j", "Alt+Down"),
        starts_group=True,
    ),
    ActionSpec(
        "previous-article", QT_TRANSLATE_NOOP("Actions", "Previous article"), "go", ("k", "Alt+Up")
    ),
    ActionSpec("next-unread", QT_TRANSLATE_NOOP("Actions", "Next unread article"), "go", ("n",)),
    ActionSpec(
        "next-mention",
        QT_TRANSLATE_NOOP("Actions", "Next mention"),
        "go",
        ("]",),
        starts_group=True,
    ),
    ActionSpec("previous-mention", QT_TRANSLATE_NOOP("Actions", "Previous mention"), "go", ("[",)),
    ActionSpec("next-passage", QT_TRANSLATE_NOOP("Actions", "Next passage"), "go", ("}",)),
    ActionSpec("previous-passage", QT_TRANSLATE_NOOP("Actions", "Previous passage"), "go", ("{",)),
    ActionSpec("next-hit", QT_TRANSLATE_NOOP("Actions", "Next hit"), "go", ("F3", "Ctrl+G")),
    ActionSpec(
        "previous-hit",
        QT_TRANSLATE_NOOP("Actions", "Previous hit"),
        "go",
        ("Shift+F3", "Ctrl+Shift+G"),
    ),
    ActionSpec(
        "same-story",
        QT_TRANSLATE_NOOP("Actions", "Other versions of this story"),
        "go",
        ("v",),
        starts_group=True,
    ),
    ActionSpec(
        "entity-page",
        QT_TRANSLATE_NOOP("Actions", "Page of this person, place or thing"),
        "go",
        ("p",),
    ),
    ActionSpec("details", QT_TRANSLATE_NOOP("Actions", "Details…"), "article", ("Ctrl+D",)),
    ActionSpec(
        "why-date",
        QT_TRANSLATE_NOOP("Actions", "Why this date?"),
        "article",
        ("w",),
        starts_group=True,
    ),
    ActionSpec(
        "about-times",
        QT_TRANSLATE_NOOP("Actions", "What times does it talk about?"),
        "article",
        ("Shift+W",),
    ),
    ActionSpec("accept-date", QT_TRANSLATE_NOOP("Actions", "Accept the date"), "article", ("a",)),
    ActionSpec("type-date", QT_TRANSLATE_NOOP("Actions", "Type a date…"), "article", ("d",)),
    ActionSpec(
        "review",
        QT_TRANSLATE_NOOP("Actions", "Review doubtful dates"),
        "article",
        ("Ctrl+R",),
        checkable=True,
    ),
    ActionSpec(
        "line-text",
        QT_TRANSLATE_NOOP("Actions", "This line is text"),
        "article",
        ("b",),
        starts_group=True,
    ),
    ActionSpec(
        "line-furniture",
        QT_TRANSLATE_NOOP("Actions", "This line is page furniture"),
        "article",
        ("x",),
    ),
    ActionSpec(
        "line-text-source",
        QT_TRANSLATE_NOOP("Actions", "It is text in all articles of its source"),
        "article",
        ("Shift+B",),
    ),
    ActionSpec(
        "line-furniture-source",
        QT_TRANSLATE_NOOP("Actions", "It is page furniture in all articles of its source"),
        "article",
        ("Shift+X",),
    ),
    ActionSpec(
        "line-program",
        QT_TRANSLATE_NOOP("Actions", "Leave the line to the program again"),
        "article",
        ("u",),
    ),
    ActionSpec(
        "correct-word",
        QT_TRANSLATE_NOOP("Actions", "Correct misread word…"),
        "article",
        ("c",),
        "correct-word",
        starts_group=True,
    ),
    ActionSpec(
        "correct-name",
        QT_TRANSLATE_NOOP("Actions", "Correct name, or name this…"),
        "article",
        ("e",),
        "name",
    ),
    ActionSpec("highlight", QT_TRANSLATE_NOOP("Actions", "Highlight"), "passage", ("h",), "pen"),
    ActionSpec(
        "colour-yellow",
        QT_TRANSLATE_NOOP("Actions", "Yellow"),
        "passage",
        ("1",),
        starts_group=True,
    ),
    ActionSpec("colour-green", QT_TRANSLATE_NOOP("Actions", "Green"), "passage", ("2",)),
    ActionSpec("colour-blue", QT_TRANSLATE_NOOP("Actions", "Blue"), "passage", ("3",)),
    ActionSpec("colour-pink", QT_TRANSLATE_NOOP("Actions", "Pink"), "passage", ("4",)),
    ActionSpec("colour-purple", QT_TRANSLATE_NOOP("Actions", "Purple"), "passage", ("5",)),
    ActionSpec("colour-orange", QT_TRANSLATE_NOOP("Actions", "Orange"), "passage", ("6",)),
    ActionSpec("colour-teal", QT_TRANSLATE_NOOP("Actions", "Teal"), "passage", ("7",)),
    ActionSpec("colour-grey", QT_TRANSLATE_NOOP("Actions", "Grey"), "passage", ("8",)),
    ActionSpec(
        "note", QT_TRANSLATE_NOOP("Actions", "Note…"), "passage", ("m",), "note", starts_group=True
    ),
    ActionSpec("tag", QT_TRANSLATE_NOOP("Actions", "Tags…"), "passage", ("t",), "tag"),
    ActionSpec(
        "delete", QT_TRANSLATE_NOOP("Actions", "Delete passage"), "passage", ("Del",), "trash"
    ),
    ActionSpec(
        "toggle-read", QT_TRANSLATE_NOOP("Actions", "Mark as read or unread"), "view", ("r",), "eye"
    ),
    ActionSpec("star", QT_TRANSLATE_NOOP("Actions", "Star"), "view", ("s",), "star"),
    ActionSpec(
        "fold-stories",
        QT_TRANSLATE_NOOP("Actions", "One version of each story"),
        "view",
        ("Shift+F",),
        checkable=True,
    ),
    ActionSpec(
        "zoom-in",
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        "view",
        ("Ctrl++", "Ctrl+="),
        "text-size",
        starts_group=True,
    ),
    ActionSpec("zoom-out", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "view", ("Ctrl+-",)),
    ActionSpec("zoom-reset", QT_TRANSLATE_NOOP("Actions", "Usual text size"), "view", ("Ctrl+0",)),
    ActionSpec("theme", QT_TRANSLATE_NOOP("Actions", "Next theme"), "view", ("Ctrl+T",), "theme"),
    ActionSpec(
        "furniture",
        QT_TRANSLATE_NOOP("Actions", "Show page furniture"),
        "view",
        ("f",),
        "fold",
        checkable=True,
    ),
    ActionSpec(
        "descriptions",
        QT_TRANSLATE_NOOP("Actions", "Mark descriptions of people"),
        "view",
        ("Shift+D",),
        checkable=True,
    ),
    ActionSpec(
        "panel-filters",
        QT_TRANSLATE_NOOP("Actions", "Filters"),
        "view",
        ("Ctrl+1",),
        checkable=True,
        starts_group=True,
    ),
    ActionSpec(
        "panel-articles",
        QT_TRANSLATE_NOOP("Actions", "Article list"),
        "view",
        ("Ctrl+2",),
        checkable=True,
    ),
    ActionSpec(
        "panel-below",
        QT_TRANSLATE_NOOP("Actions", "Panels below the text"),
        "view",
        ("Ctrl+3",),
        checkable=True,
    ),
    ActionSpec(
        "panel-facsimile",
        QT_TRANSLATE_NOOP("Actions", "Facsimile beside the text"),
        "view",
        ("Ctrl+4",),
        checkable=True,
    ),
    ActionSpec(
        "focus",
        QT_TRANSLATE_NOOP("Actions", "Only the text"),
        "view",
        ("F9",),
        checkable=True,
        starts_group=True,
    ),
    ActionSpec(
        "full-screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), "view", ("F11",), checkable=True
    ),
    ActionSpec(
        "your-names",
        QT_TRANSLATE_NOOP("Actions", "Your names…"),
        "tools",
        ("Ctrl+Shift+N",),
        "name",
    ),
    ActionSpec(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
        "help",
        ("?", "F1"),
        "help",
    ),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "About USJP Reader"), "help"),
)
