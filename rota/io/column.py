"""What a sheet and a column are: one declaration, read by four readers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """What may stand in a column; the value is how the manual names it."""

    TEXT = "text"
    LIST = "words with commas between"
    NUMBER = "number"
    WHOLE = "whole number"
    HOURS = "hours"
    MONEY = "pounds"
    PRICES = "pounds, or rising prices with commas"
    DATE = "date"
    CLOCK = "time"
    YES_NO = "Yes or No"
    CHOICE = "one of a list"
    SHIFTS = "shift code, or times"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet, or one line of the Service sheet.

    Attributes
    ----------
    name
        The heading.
    help
        One sentence for the comment on the heading and for the manual.
    type
        What may stand in it.
    required
        Whether a row is nothing without it.
    default
        What a blank cell means, in words.
    also
        Other headings that mean the same.
    choices, words
        The words to choose from, and other words for them as (typed, meant).
    least, most
        The bounds of a number, in the unit that is typed.
    example
        What might stand there.
    """

    name: str
    help: str
    type: Type = Type.TEXT
    required: bool = False
    default: str = ""
    also: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    least: float | None = None
    most: float | None = None
    example: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the workbook.

    A sheet `in_pairs` has a name and a value in each row, and no table.
    `loose` sheets also have columns that the manager names: dates, skills.
    """

    name: str
    help: str
    columns: tuple[Column, ...]
    required: bool = False
    without: str = ""
    also: tuple[str, ...] = ()
    in_pairs: bool = False
    loose: bool = False

    def column(self, name: str) -> Column:
        """Give the column of that name."""
        return next(one for one in self.columns if one.name == name)
