"""A Day sheet: who is where and with whom, quarter hour by quarter hour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from rota import words
from rota.calendar import HOUR
from rota.io.pages import codes, paper
from rota.io.pages.brush import Brush
from rota.io.pages.day_plan import Block, DayPlan, Row, hours_of
from rota.io.pages.paper import Look

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FIRST = 3  # the column of the first quarter of an hour
QUARTER, WIDE = 2.4, 4.2  # how wide it is, in characters
NARROW = 0.9  # the same in an hour in which nothing changes
TALL = 28  # points, of two lines
LINE = 13  # the same of a line, where more are needed
MOST_LINES = 4
MANY = 24  # rows from which a sheet is A3
TINTS = (
    "BFE3DB",
    "FBD9B5",
    "CFDDF6",
    "F3CFE0",
    "DDE8B9",
    "D9D0F0",
    "F9E79F",
    "BEE3F4",
    "F5C6C0",
    "C9E7C4",
    "E6D5C3",
    "D5DBE1",
)
LEGEND = (
    "A block: with that person. Pale: on shift, with nobody in particular."
    " Grey: on the way, in minutes. 2:1: two people together. Out: away from"
    " the house."
)
_LOOKS = {
    "sleep-in": Look(size=9, colour=paper.SOFT, fill="D8CBEA", edge="block"),
    "other": Look(size=9, fill="EBE7DF", edge="block", wrap=True),
    "travel": Look(size=7, fill="C9CED3", italic=True, shrink=True),
    "away": Look(size=9, colour=paper.SOFT, fill=paper.AWAY, edge="block"),
    "gap": Look(size=9, bold=True, colour=paper.BAD, edge="gap"),
}


def draw(sheet: Worksheet, plan: DayPlan, brush: Brush) -> None:
    """Draw the sheet of one date."""
    _Drawing(sheet, plan, brush).draw()


@dataclass
class _Drawing:
    """One sheet while it is drawn."""

    sheet: Worksheet
    plan: DayPlan
    brush: Brush

    def draw(self) -> None:
        """Draw staff, then clients, then what is not given."""
        facts = self.plan.facts
        day = words.day(self.plan.day)
        paper.title(self.sheet, f"{facts.title}: {day}", LEGEND)
        self._widths()
        row = self._rows(4, ("Staff", "Shift"), self.plan.workers)
        word = facts.person_word.capitalize()
        row = self._rows(row + 1, (word, "Given"), self.plan.clients)
        for note in self.plan.notes:
            row += 1
            paper.put(self.sheet, row, 1, note, colour=paper.BAD, bold=True)
        rows = len(self.plan.workers) + len(self.plan.clients)
        paper.set_up_page(
            self.sheet, facts.title, large=rows > MANY, columns="A:B"
        )
        self.sheet.page_setup.fitToHeight = 1
        self.sheet.freeze_panes = f"{get_column_letter(FIRST)}5"

    def _widths(self) -> None:
        paper.widths(self.sheet, 22, 15, *self._sizes)

    @cached_property
    def _sizes(self) -> list[float]:
        """Give the width of each column of time, in characters."""
        usual = WIDE if self.plan.has_short else QUARTER
        sizes: list[float] = []
        for at, _ in hours_of(self.plan):
            quarter = NARROW if self.plan.is_quiet(at) else usual
            columns = HOUR // self.plan.step
            sizes += [quarter * self.plan.step / 15] * columns
        return sizes

    def _column(self, moment: int) -> int:
        """Give the column in which a moment of the sheet lies."""
        inside = min(max(moment, self.plan.begins), self.plan.ends)
        return FIRST + (inside - self.plan.begins) // self.plan.step

    def _rows(
        self, row: int, heads: tuple[str, str], rows: tuple[Row, ...]
    ) -> int:
        """Draw a heading with the hours, and its rows; gives the next one."""
        look = Look(bold=True, size=9, colour="FFFFFF", fill=paper.HEAD)
        for column, text in enumerate(heads, 1):
            self.brush.block(self.sheet, row, (column, column + 1), text, look)
        head = Look(
            size=8, colour="FFFFFF", fill=paper.HEAD, edge="hour", shrink=True
        )
        for at, text in hours_of(self.plan):
            columns = self._column(at), self._column(at + HOUR)
            self.brush.block(self.sheet, row, columns, text, head)
        for one in rows:
            for place, lane in enumerate(one.lanes):
                row += 1
                self._lane(row, one, lane, first=not place)
        return row + 1

    def _lane(
        self, row: int, one: Row, lane: tuple[Block, ...], *, first: bool
    ) -> None:
        self.sheet.row_dimensions[row].height = self._height(lane)
        name = Look(bold=True, size=10, edge="thin", wrap=True)
        note = Look(size=8, colour=paper.SOFT, edge="thin", wrap=True)
        self.brush.block(self.sheet, row, (1, 2), one.name, name)
        self.brush.block(
            self.sheet, row, (2, 3), one.note if first else "", note
        )
        free = set(range(FIRST, self._column(self.plan.ends)))
        for block in lane:
            columns = self._column(block.begins), self._column(block.ends)
            if columns[0] < columns[1]:
                free -= set(range(*columns))
                look = self._look(block)
                self.brush.block(self.sheet, row, columns, block.text, look)
        self._shade(row, one, free)

    def _height(self, lane: tuple[Block, ...]) -> float:
        """Give the height at which the words of every block can be read."""
        most = 1.0
        for block in lane:
            first, after = map(self._column, (block.begins, block.ends))
            room = sum(self._sizes[first - FIRST : after - FIRST])
            if block.sort in ("session", "other") and room:
                most = max(most, ceil(len(block.text) / room))
        return max(TALL, LINE * min(most, MOST_LINES))

    def _shade(self, row: int, one: Row, free: set[int]) -> None:
        """Colour the shift softly, and rule every hour, beside the blocks."""
        colours = codes.palette(self.plan.facts.problem.shift_types)
        fills = {}
        for shade in one.shades:
            fill = pale(colours.get(shade.code, paper.PALE))
            after = self._column(shade.ends + self.plan.step - 1)
            for column in range(self._column(shade.begins), after):
                fills[column] = fill
        hours = {self._column(at) for at, _ in hours_of(self.plan)}
        for column in sorted(free):
            edge = "hour" if column in hours else "row"
            look = Look(size=8, fill=fills.get(column, ""), edge=edge)
            self.brush.paint(self.sheet, row, column, look)

    def _look(self, block: Block) -> Look:
        if block.sort != "session":
            return _LOOKS[block.sort]
        clients = [one.id for one in self.plan.facts.problem.clients]
        tint = TINTS[clients.index(block.client_id) % len(TINTS)]
        return Look(size=9, fill=tint, edge="block", wrap=True)


def pale(fill: str) -> str:
    """Give a colour half way to white."""
    parts = [int(fill[n : n + 2], 16) for n in (0, 2, 4)]
    return "".join(f"{(part + 255) // 2:02X}" for part in parts)
