"""Commissioned hours: what is planned and given, ready for a funder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rota.calendar import HOUR
from rota.commissioned import ClientWeek
from rota.io.pages import paper

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
FIGURES = (
    "planned",
    "rostered",
    "worked",
    "short",
    "over",
    "too_few",
    "share",
)
HOURS = "#,##0.00;-#,##0.00;0.00"
IF_ANY = '#,##0.00;-#,##0.00;"-"'
SUMS = (HOURS, HOURS, HOURS, IF_ANY, IF_ANY, IF_ANY, IF_ANY)
FORMATS = ("",) * 5 + ("ddd d mmm yyyy", *SUMS, '0;-0;"-"')
NO_FUNDER = "No funder"
NOTES = (
    "Hours are the person's: an hour of 2:1 is one hour. Too few people are"
    " hours given by fewer than planned.",
    "Of shared support, rostered is the time in which somebody is there for"
    " all, or the share; the share divides it among those at home.",
)
NOT_WORKED_YET = (
    "Worked is blank: these weeks were not over when this was written. Once"
    " they are, `rota hours` writes this page with it; see --commissioned."
)
SOME_WORKED = (
    "Worked is blank for weeks that do not lie in the days given to `rota"
    " hours`."
)
WORKED = (
    "Worked is what was planned, but for what the Worked sheet says. Support"
    " in a house was given while those named for it in Sessions were at work;"
    " who stood in for them is typed there."
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the page, and what a person supported is called."""

    service: str
    period: str
    person_word: str


def draw(
    sheet: Worksheet, heading: Heading, commissioned: Sequence[ClientWeek]
) -> None:
    """Draw the table, then totals by funder and by kind."""
    paper.widths(sheet, 22, 14, 11, 22, 18, 16, *[11] * 8)
    row = paper.title(
        sheet, f"{heading.service}: commissioned hours", heading.period
    )
    headings = list(HEADINGS)
    headings[3] = heading.person_word.capitalize()
    weeks = sorted(commissioned, key=_place)
    after = paper.table(sheet, row, headings, map(_line, weeks), FORMATS)
    last = row + len(weeks)
    sheet.auto_filter.ref = f"A{row}:N{last}"
    sheet.freeze_panes = f"A{row + 1}"
    after = _totals(sheet, after + 1, "Funder and kind", _funder_kind, weeks)
    after = _totals(sheet, after, "Kind", _kind, weeks)
    after = _totals(sheet, after, "Week", _week, weeks)
    for place, note in enumerate((*NOTES, *_of_worked(weeks)), after):
        paper.put(sheet, place, 1, note, colour=paper.SOFT)
    paper.set_up_page(sheet, heading.service, rows=f"{row}:{row}")


def _of_worked(weeks: Sequence[ClientWeek]) -> tuple[str, ...]:
    """Say what worked hours are, and why some are blank."""
    known = [week.worked is not None for week in weeks]
    if not any(known):
        return (NOT_WORKED_YET,)
    return (WORKED,) if all(known) else (WORKED, SOME_WORKED)


def _place(week: ClientWeek) -> tuple[bool, str, str, str, object]:
    """Order lines by funder; those without one come last."""
    line = week.line
    return (
        not line.funder,
        line.funder,
        week.client.name,
        line.id,
        week.monday,
    )


def _line(week: ClientWeek) -> list[object]:
    line = week.line
    said = [_funder(week), line.reference, line.rate_code, week.client.name]
    return [
        *said,
        str(line.kind),
        week.monday,
        *_figures([week]),
        week.days_away,
    ]


def _figures(weeks: Iterable[ClientWeek]) -> list[float | None]:
    """Add up the hours; blank where they are not known of every week."""
    held = list(weeks)
    found: list[float | None] = []
    for name in FIGURES:
        minutes = [getattr(week, name) for week in held]
        found.append(None if None in minutes else sum(minutes) / HOUR)
    return found


def _funder(week: ClientWeek) -> str:
    return week.line.funder or NO_FUNDER


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
        lines.append([_all_of(funder), *[""] * 5, *_figures(mine)])
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


def _all_of(funder: str) -> str:
    """Name the sum of a funder, of none, or of everything."""
    if funder == NO_FUNDER:
        return "All without a funder"
    return f"All {funder}".strip()


def _order(group: Group) -> tuple[str, str]:
    """Order kinds by name and weeks by date."""
    return group[1], str(group[2])
