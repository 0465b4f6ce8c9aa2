"""`QT_TRANSLATE_NOOP` with its true type: words that stand in a table and are translated later."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001
        """Mark `text` for the translators; returns it as it is."""
        return text

else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP"]
