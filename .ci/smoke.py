"""Opens the installed program's window on an empty home and waits for the starter library."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer

from usjp_reader import app as composition
from usjp_reader.domain.reports import ImportReport, Outcome

TIMEOUT = 60_000


def main() -> int:
    """Exit code 0 when the window showed the specimens."""
    app = composition.application()
    window = composition.make_window(app)
    window.show()

    def filled(report: ImportReport | None) -> None:
        loaded = report.count(Outcome.LOADED) if report else 0
        window.close()
        window.session.close_library()
        app.exit(0 if loaded >= 12 else 1)

    window.libraries.filling_ended.connect(filled)
    window.libraries.failed.connect(lambda _: app.exit(1))
    QTimer.singleShot(0, lambda: window.libraries.open_first(None))
    QTimer.singleShot(TIMEOUT, lambda: app.exit(1))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
