"""Commissioned hours: what is planned and given, ready for a funder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from rota.calendar import HOUR
from rota.commissioned import ClientWeek
from rota.io.pages import paper
from rota.io.pages.facts import Facts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = (
    "Funder",
    "Reference",
    "Rate code",
    "Client",
    "Kind",
    "Week of",
    "Planned",
    "Rostered",
    "Worked",
    "Short",
    "Over",
    "Too few people",
    "Share of shared hours",
    "Days away",
)
Group = tuple[str, str, object]  # funder, kind, Monday
FIGURES = ("planned", "rostered", "", "short", "over", "too_few", "share")
HOURS = "#,##0.00;-#,##0.00;0.00"
IF_ANY = '#,##0.00;-#,##0.00;"-"'
SUMS = (HOURS, HOURS, HOURS, IF_ANY, IF_ANY, IF_ANY, IF_ANY)
FORMATS = ("",) * 5 + ("ddd d mmm yyyy", *SUMS, '0;-0;"-"')
NOTE = (
    "Hours are the person's: an hour of 2:1 is one hour; too few people are "
    "hours given by fewer than planned. Worked is left blank until it is "
    "known. Of shared support, rostered is the time in which somebody is "
    "there for all, or the share; the share divides it among those at home."
)


def draw(sheet: Worksheet, facts: Facts) -> None:
    """Draw the table, then totals by funder and by kind."""
    paper.widths(sheet, 22, 14, 11, 22, 18, 16, *[11] * 8)
    row = paper.title(
        sheet, f"{facts.title}: commissioned hours", facts.period
    )
    headings = list(HEADINGS)
    headings[3] = facts.person_word.capitalize()
    weeks = sorted(facts.commissioned, key=_place)
    after = paper.table(sheet, row, headings, map(_line, weeks), FORMATS)
    last = row + len(weeks)
    sheet.auto_filter.ref = f"A{row}:N{last}"
    sheet.freeze_panes = f"A{row + 1}"
    after = _totals(sheet, after + 1, "Funder and kind", _funder_kind, weeks)
    after = _totals(sheet, after, "Kind", _kind, weeks)
    after = _totals(sheet, after, "Week", _week, weeks)
    paper.put(sheet, after, 1, NOTE, colour=paper.SOFT)
    paper.set_up_page(sheet, facts.title, rows=f"{row}:{row}")


def _place(week: ClientWeek) -> tuple[str, str, str, object]:
    return week.line.funder, week.client.name, week.line.id, week.monday


def _line(week: ClientWeek) -> list[object]:
    line = week.line
    said = [line.funder, line.reference, line.rate_code, week.client.name]
    return [
        *said,
        str(line.kind),
        week.monday,
        *_figures([week]),
        week.days_away,
    ]


def _figures(weeks: Iterable[ClientWeek]) -> list[float | None]:
    """Add up the hours; what was worked nobody knows yet."""
    held = list(weeks)
    return [
        sum(getattr(week, name) for week in held) / HOUR if name else None
        for name in FIGURES
    ]


def _funder(week: ClientWeek) -> str:
    return week.line.funder or "(no funder given)"


def _funder_kind(week: ClientWeek) -> Group:
    return _funder(week), str(week.line.kind), ""


def _kind(week: ClientWeek) -> Group:
    return "", str(week.line.kind), ""


def _week(week: ClientWeek) -> Group:
    return "", "", week.monday


def _totals(
    sheet: Worksheet,
    row: int,
    name: str,
    key: Callable[[ClientWeek], Group],
    weeks: Sequence[ClientWeek],
) -> int:
    """Draw sums under the table: of each group, of each funder, of all."""
    lines: list[list[object]] = []
    bold = []
    for funder in dict.fromkeys(key(week)[0] for week in weeks):
        mine = [week for week in weeks if key(week)[0] == funder]
        for group in sorted({key(week) for week in mine}, key=_order):
            held = [week for week in mine if key(week) == group]
            lines.append([funder, "", "", "", *group[1:], *_figures(held)])
        bold.append(len(lines) + 1)
        lines.append([f"All {funder}".strip(), *[""] * 5, *_figures(mine)])
    headings = (f"By {name.casefold()}", *[""] * 5, *HEADINGS[6:13])
    formats = (*[""] * 5, FORMATS[5], *SUMS)
    after = paper.table(sheet, row, headings, lines, formats)
    for line in bold:
        for column, number in enumerate(formats, 1):
            cell = paper.cell_of(sheet, row + line, column)
            side = "right" if number else "left"
            look = paper.Look(
                bold=True,
                edge="over",
                number=number,
                across=side,
                indent=0 if number else 1,
            )
            paper.dress(cell, look)
    return after


def _order(group: Group) -> tuple[str, str]:
    """Order kinds by name and weeks by date."""
    return group[1], str(group[2])
