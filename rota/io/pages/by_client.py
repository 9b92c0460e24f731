"""By client: each client's weeks, with the people who come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.pagebreak import Break

from rota import words
from rota.calendar import HOUR
from rota.commissioned import is_away
from rota.domain import Client, SessionTime
from rota.faces import ClientFaces
from rota.io.pages import paper
from rota.io.pages.facts import Facts
from rota.io.pages.paper import Look

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

DAYS = 7
WIDTH = 19.5  # of a day, in characters
LINE = 12.5  # points
OUT = "F6EBDD"  # the fill of what takes place away from home
HEADINGS = (
    "Hours of sessions",
    "Hours not given",
    "Different people",
    "At most",
    "Who, and how often",
    "",
)


def draw(sheet: Worksheet, facts: Facts) -> None:
    """Draw an overview, then a page for each client."""
    paper.widths(sheet, *[WIDTH] * DAYS)
    row = paper.title(
        sheet, f"{facts.title}: by {facts.person_word}", facts.period
    )
    row = _overview(sheet, row, facts)
    for client in facts.problem.clients:
        sheet.row_breaks.append(Break(id=row - 1))
        row = _Page(sheet, facts, client).draw(row)
    paper.set_up_page(sheet, facts.title)


def _overview(sheet: Worksheet, row: int, facts: Facts) -> int:
    """Draw hours and different faces, a line for each client."""
    headings = [facts.person_word.capitalize(), *HEADINGS]
    lines = [_summed(facts, client) for client in facts.problem.clients]
    hours = "0.00;-0.00;0.00"
    formats = ("", hours, hours, "0", "0")
    after = paper.table(sheet, row, headings, lines, formats)
    for place in range(row, row + len(lines) + 1):
        sheet.merge_cells(f"F{place}:G{place}")
    for place, line in enumerate(lines, row + 1):
        long = len(str(line[5])) / (2 * WIDTH * 1.1)
        sheet.row_dimensions[place].height = LINE * (1 + int(long)) + 4
    return after


def _summed(facts: Facts, client: Client) -> list[object]:
    """Give the hours of sessions, and the faces of the first four weeks."""
    weeks = [
        week
        for week in facts.commissioned
        if week.client.id == client.id and not week.line.kind.is_by_cover
    ]
    faces = next((f for f in facts.faces if f.client.id == client.id), None)
    planned = sum(week.planned for week in weeks)
    short = sum(week.short for week in weeks)
    return [
        client.name,
        planned / HOUR,
        short / HOUR,
        faces.number if faces else 0,
        client.faces,
        _named(faces) if faces else "",
        "",
    ]


def _named(faces: ClientFaces) -> str:
    return ", ".join(f"{name} {count}" for name, count in faces.people)


@dataclass(frozen=True)
class _Page:
    """The weeks of one client."""

    sheet: Worksheet
    facts: Facts
    client: Client

    def draw(self, row: int) -> int:
        """Draw the client's weeks; gives the next free row."""
        name = self.client.name
        paper.put(
            self.sheet, row, 1, name, bold=True, size=14, colour=paper.HEAD
        )
        self.sheet.row_dimensions[row].height = 22
        for line in self._said():
            row += 1
            paper.put(self.sheet, row, 1, line, colour=paper.SOFT)
        row += 2
        for monday in self.facts.problem.weeks:
            row = self._week(row, monday)
        return row

    def _said(self) -> list[str]:
        """Say who are key workers, and how many different people come."""
        workers = self.facts.problem.worker
        keys = [workers[n].name for n in self.client.key_workers]
        lines = [f"Key workers: {words.listed(keys)}"] if keys else []
        for faces in self.facts.faces:
            if faces.client.id == self.client.id and faces.number:
                most = self.client.faces
                limit = f" (at most {most})" if most else ""
                people = words.count(faces.number, "person", "people")
                lines.append(
                    f"From {words.day(faces.first)} to"
                    f" {words.day(faces.last)}: {people}{limit}"
                )
        return lines + list(self._together())

    def _together(self) -> list[str]:
        """Say what the house gives together, which no block shows."""
        kinds = [
            line.kind.value
            for line in self.facts.problem.plan_lines
            if line.client_id == self.client.id and line.kind.is_by_cover
        ]
        if not kinds:
            return []
        said = words.listed(list(dict.fromkeys(kinds)))
        return [f"Given by whoever is on duty, and not shown here: {said}"]

    def _week(self, row: int, monday: date) -> int:
        """Draw a week as seven columns; gives the next free row."""
        days = [monday + timedelta(days=n) for n in range(DAYS)]
        held = [self._on(day) for day in days]
        self._heading(row, monday, days)
        row += 1
        for place in range(max(1, *(len(times) for times in held))):
            row += 1
            self._row(row, place, days, held)
        for gap in self.facts.not_given:
            if gap.client.id == self.client.id and gap.date in days:
                row += 1
                paper.put(
                    self.sheet,
                    row,
                    1,
                    gap.sentence,
                    bold=True,
                    colour=paper.BAD,
                )
        return row + 2

    def _on(self, day: date) -> list[SessionTime]:
        problem, roster = self.facts.problem, self.facts.roster
        times = [
            time
            for session in problem.sessions_on.get(day, ())
            if session.client_id == self.client.id
            for time in roster.times_of(session.id)
        ]
        return sorted(times, key=lambda time: (time.begins, time.id))

    def _heading(self, row: int, monday: date, days: Sequence[date]) -> None:
        weeks = [
            week
            for week in self.facts.commissioned
            if week.client.id == self.client.id
            and week.monday == monday
            and not week.line.kind.is_by_cover
        ]
        given = sum(week.rostered for week in weeks)
        asked = sum(week.planned for week in weeks)
        of = f" of {words.hours(asked)}" if given != asked else ""
        text = f"Week of {words.day(monday)}: {words.hours(given)}{of}"
        for column, day in enumerate(days, 1):
            said = text if column == 1 else None
            look = {"bold": True, "colour": paper.HEAD, "edge": "under"}
            paper.put(self.sheet, row, column, said, **look)
            paper.put(
                self.sheet,
                row + 1,
                column,
                words.day(day),
                bold=True,
                size=9,
                across="center",
                fill=paper.WEEKEND if column > 5 else paper.PALE,
                edge="thin",
            )

    def _row(
        self,
        row: int,
        place: int,
        days: Sequence[date],
        held: Sequence[Sequence[SessionTime]],
    ) -> None:
        """Draw the n-th session of each day."""
        most = 2
        for column, (day, times) in enumerate(zip(days, held, strict=True), 1):
            if place < len(times):
                text, look = self._block(times[place])
            else:
                text, look = self._nothing(day, first=not place)
            cell = paper.cell_of(self.sheet, row, column)
            paper.write(cell, _rich(text))
            paper.dress(cell, look)
            most = max(most, _lines(text))
        self.sheet.row_dimensions[row].height = LINE * most + 4

    def _block(self, time: SessionTime) -> tuple[str, Look]:
        """Say when, what and who, for one session."""
        there = self.facts.roster.workers_on(time.id)
        names = [worker.name for worker in there]
        missing = time.session.people - len(names)
        if missing > 0:
            names.append(f"{missing} missing")
        kind = time.line.kind
        out = ", out" if time.is_out and not kind.is_out else ""
        text = "\n".join((f"{time.times}  {kind}{out}", *names))
        fill = paper.PALE_BAD if missing > 0 else OUT if time.is_out else ""
        return text, Look(size=9, fill=fill, edge="thin", wrap=True, indent=1)

    def _nothing(self, day: date, *, first: bool) -> tuple[str, Look]:
        """Say that the client is away, or nothing."""
        outside = day not in self.facts.problem.date_set
        away = first and is_away(self.facts.problem, self.client, day)
        fill = paper.AWAY if away or outside else ""
        look = Look(
            size=9, colour=paper.SOFT, fill=fill, edge="thin", across="center"
        )
        return ("away" if away else ""), look


def _rich(text: str) -> object:
    """Set the first line of several in bold: the time, and what it is."""
    first, after, rest = text.partition("\n")
    if not after:
        return text
    bold = InlineFont(b=True, rFont=paper.FONT, sz=9)
    usual = InlineFont(rFont=paper.FONT, sz=9)
    return CellRichText(
        TextBlock(bold, paper.plain(first) + "\n"),
        TextBlock(usual, paper.plain(rest)),
    )


def _lines(text: str) -> int:
    """Give how many lines a cell of a day takes."""
    return sum(1 + len(line) // int(WIDTH * 1.15) for line in text.split("\n"))
