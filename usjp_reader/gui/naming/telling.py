"""Opens all that was said of names, and carries what is done with it to the library."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from usjp_reader.config.messages import explained
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.errors import UsjpError
from usjp_reader.domain.naming import NAMING_NOUNS, LinkCorrection, OwnEntity, OwnName
from usjp_reader.gui.jobs import Lane
from usjp_reader.gui.naming.choosing_dialog import ChoosingDialog
from usjp_reader.gui.naming.entry_dialog import Entry, EntryDialog, entry_called
from usjp_reader.gui.naming.told_dialog import ToldDialog
from usjp_reader.gui.naming.told_rows import told_rows
from usjp_reader.gui.naming.words import taken_words, written_words
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from PySide6.QtWidgets import QWidget

    from usjp_reader.domain.changes import Change
    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.gui.naming.told_rows import ToldRow
    from usjp_reader.gui.session import Session
    from usjp_reader.library.naming import Told
    from usjp_reader.library.naming_exchange import TakenOver


class YourNames(QObject):
    """The table of one window, and the small dialogs that it opens."""

    def __init__(self, session: Session, window: QWidget, undo: Callable[[], object]) -> None:
        """Make it.

        Args:
            session: What it is joined with.
            window: Over which the table opens.
            undo: Takes back the last change, whatever it was, and says so in the window.
        """
        super().__init__(session)
        self._undo = undo
        self._session = session
        self._window = window
        self._theme = LIGHT
        self.dialog: ToldDialog | None = None
        self.form: EntryDialog | None = None
        self.choosing: ChoosingDialog | None = None
        session.work_changed.connect(self._on_work_changed)

    def set_theme(self, theme: Theme) -> None:
        """Open what is opened from now on in the colours of `theme`."""
        self._theme = theme

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What its action does."""
        return {"your-names": self.open}

    def open(self) -> None:
        """Show all that was said of names in the open library."""
        if not self._session.has_library or self.dialog is not None:
            return
        self.dialog = dialog = ToldDialog(self._window)
        dialog.taken_back.connect(self._take_back)
        dialog.opened.connect(self._on_opened)
        dialog.entry_wanted.connect(self._ask_entry)
        dialog.merge_wanted.connect(self._ask_merge)
        dialog.hiding_wanted.connect(self._ask_hiding)
        dialog.export_wanted.connect(self._ask_export)
        dialog.import_wanted.connect(self._ask_import)
        dialog.undo_wanted.connect(self._on_undo)
        dialog.finished.connect(self._on_finished)
        self._list()
        dialog.open()

    def _list(self) -> None:
        library = self._session.library
        self._session.jobs.run(lambda _: told_rows(library), self._show, channel="told")

    def _show(self, rows: tuple[ToldRow, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_rows(rows)

    def _on_work_changed(self, change: Change) -> None:
        if self.dialog is not None and any(item.noun in NAMING_NOUNS for item in change.items):
            self._list()

    def _on_finished(self, _result: int) -> None:
        self._session.jobs.cancel("told")
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    # -- what was said ---------------------------------------------------------------------------

    def _take_back(self, told: list[Told]) -> None:
        self._do(lambda: self._session.library.naming.take_back(told), self.tr("Taken back."))

    def _on_opened(self, row: ToldRow) -> None:
        """Go to the place or the article; an entry of the reader's is changed."""
        said = row.told.said
        if isinstance(said, OwnEntity):
            self._change(said)
        elif row.article and self.dialog is not None:
            self.dialog.accept()
            span = said.anchor.span if isinstance(said, LinkCorrection) else None
            self._session.open_article(row.article, span)

    def _do(self, verb: Callable[[], Future[Change] | None], words: str) -> None:
        """Do something, and say below the table that it is done or why it cannot be."""
        try:
            stored = verb()
        except UsjpError as error:
            self._say(explained(error))
            return
        self._session.follow(stored)
        self._say(words + self.tr(" Ctrl+Z takes it back."))

    def _on_undo(self) -> None:
        """Undo as the window does; what it says there is said below the table as well."""
        connection = self._session.said.connect(self._say)
        self._undo()
        self._session.said.disconnect(connection)

    def _say(self, words: str) -> None:
        if self.dialog is not None:
            self.dialog.say(words)

    # -- entries ---------------------------------------------------------------------------------

    def _ask_entry(self) -> None:
        note = self.tr("All its names mean it in every article.")
        form = EntryDialog(entry_called("", EntityType.PERSON), note, self.dialog)
        form.saved.connect(self._enter)
        self._open_form(form)

    def _open_form(self, form: EntryDialog) -> None:
        self.form = form
        form.finished.connect(form.deleteLater)
        form.open()

    def _enter(self, entry: Entry) -> None:
        naming = self._session.library.naming
        words = self.tr("Entered: {name}.").format(name=entry.label_en or entry.label_ja)
        self._do(
            lambda: naming.enter(
                entry.type, entry.label_en, entry.label_ja, entry.description, entry.names
            )[1],
            words,
        )

    def _change(self, own: OwnEntity) -> None:
        labels = {own.label_en, own.label_ja}
        told = (one.said for one in self._session.library.naming.said())
        names = tuple(
            one.text
            for one in told
            if isinstance(one, OwnName) and one.entity == own.id and one.text not in labels
        )
        note = self.tr("Names are added here; in the table they are taken back.")
        entry = Entry(own.type, own.label_en, own.label_ja, names, own.description)
        form = EntryDialog(entry, note, self.dialog, is_new=False)
        form.saved.connect(partial(self._describe, own))
        self._open_form(form)

    def _describe(self, own: OwnEntity, entry: Entry) -> None:
        changed = replace(
            own,
            type=entry.type,
            label_en=entry.label_en,
            label_ja=entry.label_ja,
            description=entry.description,
        )
        naming = self._session.library.naming
        labels = (
            now
            for before, now in ((own.label_en, entry.label_en), (own.label_ja, entry.label_ja))
            if now != before
        )
        names = (*labels, *entry.names)
        words = self.tr("Changed: {name}.").format(name=entry.label_en or entry.label_ja)
        self._do(lambda: naming.describe(changed, names), words)

    def _ask_merge(self) -> None:
        note = self.tr(
            "What is linked to the first is linked to the second from then on, and called as it is."
        )
        questions = (self.tr("This entry"), self.tr("is the same as"))
        self._ask(self.tr("Merge two entries"), note, questions, self.tr("Merge"), self._merge)

    def _merge(self, chosen: tuple[str, ...]) -> None:
        library, (old, new) = self._session.library, chosen
        words = self.tr("{old} is {new} now.")
        words = words.format(old=library.label(old), new=library.label(new))
        self._do(lambda: library.naming.merge(old, new), words)

    def _ask_hiding(self) -> None:
        note = self.tr(
            "Its mentions are not shown, found or counted, until you take that back in the table."
        )
        questions = (self.tr("This entry"),)
        self._ask(self.tr("Hide an entry"), note, questions, self.tr("Hide"), self._hide)

    def _hide(self, chosen: tuple[str, ...]) -> None:
        library, (entity,) = self._session.library, chosen
        words = self.tr("{name} is hidden now.").format(name=library.label(entity))
        self._do(lambda: library.naming.hide(entity), words)

    def _ask(
        self,
        title: str,
        note: str,
        questions: tuple[str, ...],
        go: str,
        chosen: Callable[[tuple[str, ...]], None],
    ) -> None:
        library = self._session.library
        dialog = ChoosingDialog(title, note, questions, go, self._theme, self.dialog)
        dialog.chosen.connect(chosen)
        dialog.finished.connect(self._on_choosing_finished)
        self.choosing = dialog
        dialog.open()
        found = self._session.jobs.run
        found(lambda _: library.name_choices(), dialog.show_choices, channel="entries")

    def _on_choosing_finished(self, _result: int) -> None:
        self._session.jobs.cancel("entries")
        dialog, self.choosing = self.choosing, None
        if dialog is not None:
            dialog.deleteLater()

    # -- a colleague's file ----------------------------------------------------------------------

    def _ask_export(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.dialog,
            self.tr("Export names"),
            str(Path.home() / "names.json"),
            self.tr("Names") + " (*.json)",
        )
        if chosen:
            path = Path(chosen)
            self.export_to(path if path.suffix else path.with_suffix(".json"))

    def export_to(self, path: Path) -> None:
        """Write what was said of all articles to a file for a colleague."""
        naming = self._session.library.naming

        def written(_: CancelToken) -> tuple[int, int]:
            from usjp_reader.export.writing import write_whole  # noqa: PLC0415 - not at the start
            from usjp_reader.library.naming_exchange import as_json, is_shared  # noqa: PLC0415

            told = naming.said()
            text = as_json(told)
            write_whole(path, lambda out: out.write(text))
            return sum(is_shared(one.said) for one in told), len(told)

        def tell(counts: tuple[int, int]) -> None:
            self._say(written_words(path.name, *counts))

        self._session.jobs.run(written, tell, self._on_error, lane=Lane.ASIDE)

    def _ask_import(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self.dialog,
            self.tr("Import names"),
            filter=f"{self.tr('Names')} (*.json);;{self.tr('All files')} (*)",
        )
        if chosen:
            self.import_from(Path(chosen))

    def import_from(self, path: Path) -> None:
        """Take over a colleague's file; the reader's own word stays."""
        library = self._session.library

        def taken(_: CancelToken) -> TakenOver:
            from usjp_reader.intake.reading_files import read_bytes  # noqa: PLC0415 - as above
            from usjp_reader.library.naming_exchange import (  # noqa: PLC0415
                MOST_BYTES,
                take_over,
            )

            knowledge = library.knowledge()
            return take_over(
                read_bytes(path, MOST_BYTES),
                library.naming,
                lambda one: knowledge.entity(one) is not None,
            )

        def tell(result: TakenOver) -> None:
            self._say(taken_words(result.taken, result.known, result.unknown))

        self._session.jobs.run(taken, tell, self._on_error, lane=Lane.ASIDE)

    def _on_error(self, error: UsjpError) -> None:
        self._say(explained(error))
