"""Where the program starts: the window, or the command line when a command is named."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program; its exit code is 0 for done, 1 for could not, 2 for wrong use."""
    if getattr(sys, "frozen", False):  # packed into one file, this is also where a worker starts
        from multiprocessing import freeze_support  # noqa: PLC0415

        freeze_support()
    arguments = sys.argv[1:]
    library = _library_only(arguments)
    if library is not None:
        from usjp_reader.app import run  # noqa: PLC0415 - the window without click, click without Qt

        sys.exit(run(library or None))
    from usjp_reader.cli.commands import cli  # noqa: PLC0415

    cli(prog_name="usjp-reader")


def _library_only(arguments: list[str]) -> str | None:
    """The library to open in the window ("" for the usual one), or None when there is a command."""
    if not arguments:
        return ""
    if arguments[0] == "--library" and len(arguments) == 2:
        return arguments[1]
    if arguments[0].startswith("--library=") and len(arguments) == 1:
        return arguments[0].partition("=")[2]
    return None


if __name__ == "__main__":
    main()
