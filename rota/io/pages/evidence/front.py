"""The front page: what this is, how sure each figure is, what is not known."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import rota
from rota.calendar import LONDON
from rota.evidence import Evidence
from rota.evidence.front import figures
from rota.io.pages import paper
from rota.io.pages.evidence.sheet import name, period

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WHAT = (
    "What this is: the evidence for a rota, for an inspector and for whoever"
    " answers for it. Confidential: it is not to be pinned up.",
    "Every figure is worked out anew from the workbook by the check, which"
    " knows nothing of how the rota was made.",
    "It is no legal advice: contracts may ask for more, and what the workbook"
    " does not say is not known here.",
)


def draw(sheet: Worksheet, pack: Evidence, digest: str) -> None:
    """Draw the front page."""
    paper.widths(sheet, 30, 44, 62, 16)
    row = paper.title(sheet, f"{name(pack)}: evidence", period(pack))
    for line in _WHAT:
        paper.put(sheet, row, 1, line)
        row += 1
    headings = ("Figure", "What it says", "How sure", "Page")
    found = figures(pack)
    after = paper.table(sheet, row + 1, headings, found)
    for place in range(len(found)):
        sheet.row_dimensions[row + 2 + place].height = 28
    after = _unknown(sheet, after, pack)
    made = f"{datetime.now(LONDON):%d %B %Y %H:%M}"
    for label, value in (
        ("Made on", f"{made}, rota {rota.__version__}"),
        ("Workbook (SHA-256)", digest),
    ):
        paper.put(sheet, after, 1, label, colour=paper.SOFT)
        paper.put(sheet, after, 2, value, colour=paper.SOFT)
        after += 1
    paper.set_up_page(sheet, name(pack))


def _unknown(sheet: Worksheet, row: int, pack: Evidence) -> int:
    """Write what is not known; gives the next free row."""
    paper.put(
        sheet,
        row,
        1,
        "Not known, and not taken to be zero",
        bold=True,
        size=12,
        colour=paper.HEAD,
    )
    for line in pack.unknown:
        row += 1
        paper.put(sheet, row, 1, line)
    return row + 2
