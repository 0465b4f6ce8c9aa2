"""What the program is, its version and its licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QPushButton

from usjp_reader.gui.dialogs.frame import fit, framed, row_of, selectable, small_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class AboutBox(QDialog):
    """Plain words that can be copied."""

    def __init__(self, version: str, parent: QWidget | None = None, notes: str = "") -> None:
        super().__init__(parent)
        layout = framed(self, self.tr("About USJP Reader"), "USJP Reader")
        self._words = (
            self.tr("Version {version}").format(version=version),
            self.tr(
                "A reader for articles on the relationship between the United States and Japan. "
                "It works without a network; everything stays on this computer."
            ),
            self.tr("Licensed under the MIT licence."),
            self.tr(
                "Uses Qt {qt} through PySide6, under the GNU Lesser General Public License "
                "version 3. Qt is a trademark of The Qt Company Ltd. The libraries of Qt are "
                "separate files and may be replaced by other builds of them."
            ).format(qt=qVersion()),
            notes,
        )
        for words in self._words:
            if words:
                layout.addWidget(selectable(small_label(words, self)))
        layout.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout.addLayout(row_of(close))
        fit(self, 440)

    @property
    def words(self) -> str:
        """Everything it says."""
        return "\n".join(word for word in self._words if word)
