"""Writing the evidence as a workbook of its own."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

from rota import words
from rota.differences import Difference, differences
from rota.errors import OutputError
from rota.evidence import Evidence
from rota.evidence.front import figures
from rota.io import atomic
from rota.io.pages.evidence import front, staff, time
from rota.io.pages.evidence.sheet import Page, draw
from rota.io.read import Loaded

PAGES: dict[str, Callable[[Evidence], Page]] = {
    "Working time": time.working_time,
    "By the statute": time.statute,
    "Nights": time.nights,
    "Rest": time.rest,
    "Weekly rest": time.weekly_rest,
    "Training": staff.training,
    "Cover": staff.cover,
    "Agency": staff.agency,
    "Exceptions": staff.exceptions,
    "Changes": staff.changes,
    "Working alone": staff.alone,
    "Shifts to fill": staff.to_fill,
}


def write_evidence(
    pack: Evidence, path: str | Path, source: Path | None = None
) -> Path:
    """Write the evidence as a workbook (.xlsx).

    Parameters
    ----------
    pack
        The evidence of one rota.
    path
        Where to write.
    source
        The manager's workbook, which is never written over; its digest
        stands on the front page.

    Returns
    -------
    Where it stands, which is beside `path` if that file is open.

    Raises
    ------
    OutputError
        The ending is another one, or nothing can be written there.
    """
    import openpyxl

    place = Path(path)
    if place.suffix.casefold() != ".xlsx":
        raise OutputError(f"{place.name}: evidence is written as .xlsx.")
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    front.draw(book.create_sheet("Front"), pack, _digest(source))
    for title, page in PAGES.items():
        draw(book.create_sheet(title), pack, page(pack))
    stream = io.BytesIO()
    book.save(stream)
    return atomic.write_bytes(place, stream.getvalue(), source)


def _digest(source: Path | None) -> str:
    if source is None:
        return "made from a program"
    return hashlib.sha256(source.read_bytes()).hexdigest()


def changes_since(now: Loaded, published: Loaded) -> tuple[Difference, ...]:
    """Give the cells that are not as in the workbook that was published.

    Only the dates that both have are compared.
    """
    days = now.problem.date_set & published.problem.date_set
    return tuple(
        one
        for one in differences(published.roster, now.roster)
        if one.date in days
    )


def evidence_text(pack: Evidence) -> str:
    """Give the figures, and what is not known, as lines of text."""
    first, last = pack.problem.start, pack.problem.end
    lines = [
        f"{pack.problem.name or 'Rota'}: evidence for {words.day(first)} to"
        f" {words.day(last)} {last.year}",
        *(f"  {one.name}: {one.says}" for one in figures(pack)),
        "Not known, and not taken to be zero",
        *(f"  {line}" for line in pack.unknown),
    ]
    return "\n".join(lines)
