"""What the commands have in common: exit codes, faults, reading."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from rota.errors import ProblemError, WorkbookError
    from rota.io.read import Loaded

KEPT, BROKEN, USAGE, FAULTY, NO_ROTA = range(5)
CODES = """
\b
Exit codes: 0 every must is kept, 1 a must is broken or an option failed, 2 the
command was not understood, 3 the workbook has faults, 4 no rota.
"""


def time_to_search(
    context: click.Context, option: click.Parameter, seconds: float
) -> float:
    """Refuse a time that is none, or has no end."""
    if not 0 < seconds < float("inf"):
        raise click.BadParameter(
            "Give a number of seconds above 0.", context, option
        )
    return seconds


def load(file: Path) -> Loaded:
    """Read a workbook."""
    from rota.io.read import read

    return read(file)


class faults:  # noqa: N801 (reads as a word: with faults())
    """Turns what rota says no to into sentences and an exit code."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: object,
    ) -> None:
        """Print all faults; leave with 3 for a workbook, 2 otherwise."""
        from rota.errors import ProblemError, RotaError, WorkbookError

        if isinstance(error, WorkbookError | ProblemError):
            click.echo(_heading(error), err=True)
            stop_with(
                "\n".join(f"  {fault}" for fault in error.faults), FAULTY
            )
        if isinstance(error, RotaError):
            stop_with(str(error), USAGE)


def _heading(error: WorkbookError | ProblemError) -> str:
    from rota.errors import FileError

    if isinstance(error, FileError):
        return "The file cannot be read:"
    number = len(error.faults)
    things = "one thing" if number == 1 else f"{number} things"
    return f"The workbook has {things} to mend:"


def stop_with(message: str, code: int) -> NoReturn:
    """Say why, and leave with an exit code."""
    click.echo(message, err=True)
    sys.exit(code)
