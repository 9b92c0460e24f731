"""Commissioned hours: what is planned and given, ready for a funder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
FIGURES = ("planned", "rostered", "", "short", "over", "too_few", "share")
HOURS = "#,##0.00;-#,##0.00;0.00"
FORMATS = ("",) * 5 + ("ddd d mmm yyyy",) + (HOURS,) * 7 + ("0",)
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
    for name, key in (("Funder", _funder), ("Kind", _kind)):
        after = _totals(sheet, after + 1, name, key, weeks)
    paper.put(sheet, after + 1, 1, NOTE, colour=paper.SOFT)
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


def _kind(week: ClientWeek) -> str:
    return str(week.line.kind)


def _totals(
    sheet: Worksheet,
    row: int,
    name: str,
    key: Callable[[ClientWeek], str],
    weeks: list[ClientWeek],
) -> int:
    """Draw a line of sums for each funder, or kind, under the table."""
    keys = list(dict.fromkeys(key(week) for week in weeks))
    lines = [
        [one, *[""] * 5, *_figures(w for w in weeks if key(w) == one)]
        for one in keys
    ]
    lines.append(["All", *[""] * 5, *_figures(weeks)])
    headings = (f"By {name.casefold()}", *[""] * 5, *HEADINGS[6:13])
    return paper.table(sheet, row, headings, lines, ("",) * 6 + (HOURS,) * 7)
