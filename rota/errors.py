"""What can go wrong, as a tree.

RotaError
+-- WorkbookError     the workbook has faults; all of them, with addresses
+-- ProblemError      a Problem built in Python does not hold together
+-- RuleError         an unknown rule, or a setting it does not have
+-- OptionError       an option names what is not there
+-- OutputError       the answer could not be written
+-- ClusterError      there is no cluster to solve on
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class RotaError(Exception):
    """Anything that rota says no to; its text is meant for a person."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a workbook, with its address.

    Attributes
    ----------
    sheet, cell
        Where it stands, as Excel names it; an empty cell means the sheet.
    value
        What stands there, as a person would see it.
    expected
        What was expected instead.
    nearest
        The nearest right spelling, or empty.
    """

    sheet: str
    cell: str
    value: str
    expected: str
    nearest: str = ""

    def __str__(self) -> str:
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        found = f" says {self.value!r}" if self.value else ""
        hint = f" Did you mean {self.nearest!r}?" if self.nearest else ""
        return f"{place}{found}: {self.expected}{hint}"


class WorkbookError(RotaError):
    """The workbook has faults; `faults` holds every one of them."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class FileError(WorkbookError):
    """The file cannot be read as a workbook at all; its fault says why."""


class ProblemError(RotaError):
    """A Problem does not hold together; `faults` are its sentences."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class RuleError(RotaError):
    """No rule of that name, or no such setting."""


class OptionError(RotaError):
    """An option cannot be made of the problem; its text names the option."""


class OutputError(RotaError):
    """The answer could not be written where it was asked for."""


class ClusterError(RotaError):
    """The cluster is not there, or not installed."""
