"""The pages of a comparison: the table, charts, and every differing cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference

from rota import words
from rota.comparison import Comparison
from rota.differences import cells_of
from rota.io.pages import paper

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_CHARTED = (
    ("hours_to_fill", "Hours to fill"),
    ("pounds", "Real cost, £"),
    ("points", "Not met, points (weights you chose; not money)"),
    ("hours_off_contract", "Hours off contract"),
    ("changes", "Cells changed"),
)
_HIGH = 15  # rows that a chart takes
_NOTES = (
    "Not beaten: no other option is as good or better on every count, and "
    "better on one. Of the others, choose only with a reason of your own.",
    "Rules broken and points are by the rules of the workbook for every "
    "option, so that they can be compared. Points are weights you chose, "
    "and no money.",
    "Real cost is money beyond contracted pay, as the option has it: agency, "
    "bank, overtime.",
    "Fair share: how far apart two people are in what they are owed, where "
    "it is worst.",
)


def draw(sheet: Worksheet, comparison: Comparison) -> None:
    """Draw the table of options."""
    name = comparison.problem.name or "Rota"
    paper.widths(sheet, 30, 10, *[12] * len(comparison.measures), 60)
    row = paper.title(sheet, f"{name}: options", _about(comparison))
    measures = comparison.measures
    headings = ["Option", "Not beaten", *(m.heading for m in measures), "Note"]
    numbers = ["", "", *(measure.form for measure in measures)]
    after = paper.table(sheet, row, headings, _rows(comparison), numbers)
    sheet.row_dimensions[row].height = 58
    sheet.freeze_panes = f"B{row + 1}"
    _tint(sheet, row, comparison)
    for note in _NOTES:
        paper.put(sheet, after, 1, note, colour=paper.SOFT)
        after += 1
    paper.set_up_page(sheet, name, rows=f"{row}:{row}")


def _about(comparison: Comparison) -> str:
    tried = words.count(len(comparison.outcomes), "option")
    if not comparison.base_name:
        return tried
    return f"{tried}; cells changed are counted from: {comparison.base_name}"


def _rows(comparison: Comparison) -> Iterable[list[object]]:
    for outcome in comparison.outcomes:
        values = comparison.values(outcome)
        yield [
            outcome.name,
            "yes" if outcome.name in comparison.unbeaten else "",
            *(values.get(measure.name) for measure in comparison.measures),
            outcome.error,
        ]


def _tint(sheet: Worksheet, row: int, comparison: Comparison) -> None:
    """Mark the options that are not beaten, and those that failed."""
    from openpyxl.styles import PatternFill

    for place, outcome in enumerate(comparison.outcomes, row + 1):
        good = outcome.name in comparison.unbeaten
        if good or outcome.error:
            colour = paper.PALE_GOOD if good else paper.PALE_BAD
            for column in (1, 2):
                cell = paper.cell_of(sheet, place, column)
                cell.fill = PatternFill("solid", fgColor=colour)


def draw_charts(sheet: Worksheet, comparison: Comparison) -> None:
    """Draw a bar for each option, chart by chart, over their numbers."""
    done = [one for one in comparison.outcomes if one.has_rota]
    paper.widths(sheet, 30, *[14] * len(_CHARTED))
    row = paper.title(sheet, "Charts", "")
    rows = [
        [one.name, *(values[measure] for measure, _ in _CHARTED)]
        for one in done
        for values in (comparison.values(one),)
    ]
    headings = ["Option", *(heading for _, heading in _CHARTED)]
    formats = ["", *["#,##0.0"] * len(_CHARTED)]
    after = paper.table(sheet, row, headings, rows, formats)
    for place, (_, heading) in enumerate(_CHARTED):
        if done:
            chart = _chart(sheet, heading, place + 2, row, len(done))
            top = after + _HIGH * (place // 2)
            sheet.add_chart(chart, f"{'AE'[place % 2]}{top}")
    paper.set_up_page(sheet, "Charts")
    sheet.page_setup.fitToHeight = 1


def _chart(
    sheet: Worksheet, heading: str, column: int, row: int, options: int
) -> BarChart:
    chart = BarChart()
    chart.type = "bar"
    chart.title, chart.legend = heading, None
    chart.height, chart.width = 7, 14
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    cells = Reference(
        sheet, min_col=column, min_row=row + 1, max_row=row + options
    )
    names = Reference(sheet, min_col=1, min_row=row + 1, max_row=row + options)
    chart.add_data(cells)
    chart.set_categories(names)
    return chart


def draw_cells(sheet: Worksheet, comparison: Comparison) -> None:
    """Draw every cell that two options fill differently, side by side."""
    cells = {name: cells_of(r) for name, r in comparison.rosters.items()}
    names = list(cells)
    places = sorted(
        {place for held in cells.values() for place in held},
        key=lambda place: (place[1], place[0]),
    )
    rows: list[list[object]] = []
    for worker, day in places:
        found = [held.get((worker, day), "") for held in cells.values()]
        if len(set(found)) > 1:
            rows.append([day, worker, *found])
    _draw_cells(sheet, names, rows)


def _draw_cells(
    sheet: Worksheet, names: list[str], rows: list[list[object]]
) -> None:
    paper.widths(sheet, 18, 26, *[14] * len(names))
    under = "Each cell that not all options fill alike; empty is a day off."
    row = paper.title(sheet, "Differences", under)
    headings = ["Date", "Name", *names]
    last = paper.table(sheet, row, headings, rows) - 2
    sheet.row_dimensions[row].height = 44
    sheet.freeze_panes = f"C{row + 1}"
    if rows:
        end = paper.cell_of(sheet, last, len(headings)).coordinate
        sheet.auto_filter.ref = f"A{row}:{end}"
    paper.set_up_page(sheet, "Differences", rows=f"{row}:{row}")
