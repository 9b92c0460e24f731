"""Writing very many cells that look alike, quickly."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from openpyxl.worksheet.cell_range import CellRange

from rota.io.pages import paper
from rota.io.pages.paper import Look

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


@dataclass
class Brush:
    """Writes cells of one workbook; works out each look only once.

    openpyxl compares fonts, fills and borders whenever a cell is given one,
    which takes most of the time of a page with thousands of cells.
    """

    _known: dict[Look, Any] = field(default_factory=dict)

    def paint(
        self, sheet: Worksheet, row: int, column: int, look: Look
    ) -> None:
        """Give a cell its look, and no value."""
        cell: Any = paper.cell_of(sheet, row, column)  # _style is untyped
        known = self._known.get(look)
        if known is None:
            paper.dress(cell, look)
            self._known[look] = copy(cell._style)
        else:
            cell._style = copy(known)

    def block(
        self,
        sheet: Worksheet,
        row: int,
        columns: tuple[int, int],
        text: str,
        look: Look,
    ) -> None:
        """Write text over several cells, from the first to before the last."""
        first, after = columns
        for column in range(first, after):
            self.paint(sheet, row, column, look)
        paper.write(paper.cell_of(sheet, row, first), text)
        if after - first > 1:
            place = CellRange(
                min_col=first, max_col=after - 1, min_row=row, max_row=row
            )
            sheet.merged_cells.add(place.coord)
