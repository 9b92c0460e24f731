"""Writing what was given, in a workbook of its own for those who fund it.

It names those who are supported, so it is no part of the hours for payroll.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from rota.commissioned import ClientWeek
from rota.errors import OutputError
from rota.io import atomic


def write_commissioned(
    weeks: Sequence[ClientWeek],
    path: str | Path,
    source: Path | None = None,
    *,
    service: str = "",
    period: str = "",
    person_word: str = "client",
) -> Path:
    """Write the Commissioned hours page as a workbook.

    Parameters
    ----------
    weeks
        What is planned, rostered and worked, by line of a plan and week.
    path
        Where to, as .xlsx.
    source
        The manager's workbook, which is never written over.
    service, period, person_word
        What stands over the page.

    Returns
    -------
    Where it stands, which is beside `path` if that file is open.

    Raises
    ------
    OutputError
        There is no support plan, the ending is another one, or nothing can
        be written there.
    """
    place = Path(path)
    if not weeks:
        raise OutputError("This workbook has no support plans.")
    if place.suffix.casefold() != ".xlsx":
        raise OutputError(
            f"{place.name}: commissioned hours are written as .xlsx."
        )
    data = _workbook(weeks, service or "Rota", period, person_word)
    return atomic.write_bytes(place, data, source)


def _workbook(
    weeks: Sequence[ClientWeek], service: str, period: str, person_word: str
) -> bytes:
    import openpyxl

    from rota.io.pages import commissioned
    from rota.io.pages.plans import COMMISSIONED

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    heading = commissioned.Heading(service, period, person_word)
    commissioned.draw(book.create_sheet(COMMISSIONED), heading, weeks)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
