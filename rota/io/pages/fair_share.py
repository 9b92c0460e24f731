"""Fair share: who carries what, against what is fair, with a chart."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.utils import get_column_letter

from rota import words
from rota.domain import Burden
from rota.io.pages import paper
from rota.io.pages.facts import Facts
from rota.metrics import WorkerShare

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

PARTS = ("before", "this rota", "fair", "owed")


def draw(sheet: Worksheet, facts: Facts) -> None:
    """Draw the table, and under it a chart of who is owed what."""
    paper.widths(sheet, 24)
    row = paper.title(sheet, f"{facts.title}: fair share", facts.period)
    shares = {(s.worker_id, s.burden): s for s in facts.metrics.shares}
    burdens = [
        burden.value
        for burden in Burden
        if any(
            s.burden == burden.value and (s.had or s.carried or s.fair)
            for s in shares.values()
        )
    ]
    people = [
        worker
        for worker in facts.workers
        if any((worker.id, burden) in shares for burden in burdens)
    ]
    if not people:
        paper.put(sheet, row, 1, "There is nothing to share out.")
    else:
        headings = [
            "Name",
            *(f"{b.capitalize()}: {p}" for b in burdens for p in PARTS),
        ]
        lines = [[w.name, *_line(shares, w.id, burdens)] for w in people]
        formats = ["", *["0", "0", "0.0", "+0.0;-0.0;0.0"] * len(burdens)]
        after = paper.table(sheet, row, headings, lines, formats)
        sheet.row_dimensions[row].height = 42
        _explain(sheet, after)
        said = [said_of(_of(shares, w.id, burdens)) for w in people]
        for place, sentence in enumerate(said, after + 2):
            paper.put(sheet, place, 1, sentence)
        below = after + len(said) + 3
        _chart(sheet, row, (len(people), len(burdens)), below)
        sheet.freeze_panes = f"B{row + 1}"
    for place in range(2, 2 + len(PARTS) * len(burdens)):
        sheet.column_dimensions[get_column_letter(place)].width = 11
    paper.set_up_page(sheet, facts.title, columns="A:A")


def _line(
    shares: dict[tuple[str, str], WorkerShare],
    worker_id: str,
    burdens: list[str],
) -> list[object]:
    found: list[object] = []
    for burden in burdens:
        share = shares.get((worker_id, burden))
        if share is None:
            found += [None] * len(PARTS)
        else:
            fair = round(share.fair, 1)
            owed = round(share.owed, 1) + 0.0  # never -0
            found += [share.carried, share.had, fair, owed]
    return found


def _of(
    shares: dict[tuple[str, str], WorkerShare],
    worker_id: str,
    burdens: list[str],
) -> list[WorkerShare]:
    """Give the shares of one worker that stand in the table."""
    found = (shares.get((worker_id, burden)) for burden in burdens)
    return [share for share in found if share is not None]


def _explain(sheet: Worksheet, row: int) -> None:
    paper.put(
        sheet,
        row,
        1,
        "Fair follows contracted hours and the days somebody can work;"
        " before and this rota count together. Owed: + has carried too"
        " little, - too much.",
        colour=paper.SOFT,
    )


def _chart(
    sheet: Worksheet, row: int, size: tuple[int, int], below: int
) -> None:
    """Draw one group of bars a person: what each has carried in all."""
    people, burdens = size
    chart = BarChart()
    chart.type = "col"
    chart.title = "Still owed (+) or ahead (-), by person"
    chart.height, chart.width = 9, 30
    chart.legend.position = "b"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.tickLblPos = "low"
    for burden in range(burdens):
        column = 1 + len(PARTS) * (burden + 1)
        cells = Reference(
            sheet, min_col=column, min_row=row, max_row=row + people
        )
        chart.add_data(cells, titles_from_data=True)
    names = Reference(sheet, min_col=1, min_row=row + 1, max_row=row + people)
    chart.set_categories(names)
    sheet.add_chart(chart, f"A{below}")


def said_of(shares: Iterable[WorkerShare]) -> str:
    """Say in one sentence how one worker stands, to the whole shift."""
    shares = tuple(shares)
    name = shares[0].name
    owed = [_amount(s) for s in shares if s.owed >= 1]
    ahead = [_amount(s) for s in shares if s.owed <= -1]
    parts = [f"is owed {words.listed(owed)}"] if owed else []
    parts += [f"is {words.listed(ahead)} ahead"] if ahead else []
    if not parts:
        return f"{name} is within one shift of the fair share of everything."
    return f"{name} {' and '.join(parts)}."


def _amount(share: WorkerShare) -> str:
    """Say how far from fair in whole pieces: `2 nights`."""
    whole = math.floor(abs(share.owed) + 0.5)
    return words.count(whole, share.burden.removesuffix("s"))
