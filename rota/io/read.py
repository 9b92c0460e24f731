"""A workbook as a Problem, and the rota that stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rota.beforehand import beforehand
from rota.differences import Difference
from rota.domain import Problem
from rota.errors import WorkbookError
from rota.io.book import Book, open_book
from rota.io.column import Sheet
from rota.io.naming import alike
from rota.io.reading.workbook import Reader
from rota.io.schema import SHEETS
from rota.io.table import Desk
from rota.options import Option
from rota.payroll import Pay
from rota.roster import Roster
from rota.rules.stability import Stability


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read from a workbook.

    Attributes
    ----------
    problem
        The question, with pins and history.
    roster
        What stands in the Rota sheet, whoever typed it.
    notes
        Sentences: which defaults were used, what could not be known.
    source
        The workbook.
    person_word
        What a person supported is called on pages.
    options
        The variants of the Options sheet.
    beforehand
        Those of the notes that say what of the support plans cannot be given,
        whoever works what.
    pay
        What the contract says of pay, and what was worked.
    changed
        The rota cells that are not as the program last wrote them; None
        where it never wrote any.
    """

    problem: Problem
    roster: Roster
    notes: tuple[str, ...]
    source: Path
    person_word: str
    options: tuple[Option, ...] = ()
    beforehand: tuple[str, ...] = ()
    pay: Pay = field(default_factory=Pay)
    changed: tuple[Difference, ...] | None = None

    def asked(
        self, *, afresh: bool = False, published: date | None = None
    ) -> Asked:
        """Say what the rota that stands means for the next one.

        Parameters
        ----------
        afresh
            Forget what an earlier run filled in.
        published
            The day from which notice of changes is counted: people know the
            rota. Then a rota made by hand may change too, at that price;
            otherwise what is typed stays.
        """
        filled = self.roster.pairs - self.problem.pinned_pairs
        if afresh or not (filled or published):
            return Asked(self.problem, self.roster if not afresh else None)
        problem = self.problem if filled else _released(self.problem)
        if published is not None:
            problem = _with_notice(problem, published)
        return Asked(problem, self.roster, _duties_alone(self.roster))


@dataclass(frozen=True)
class Asked:
    """What to solve: the problem, a rota to begin from, and one to stay near.

    See the parameters of `rota.solve`. People are promised their shifts, so
    `near` holds no sessions; `start` does.
    """

    problem: Problem
    start: Roster | None = None
    near: Roster | None = None


def _duties_alone(roster: Roster) -> Roster:
    """Leave sessions out of a rota."""
    problem = roster.problem
    return Roster(problem, (p for p in roster.pairs if p[1] in problem.duty))


def _released(problem: Problem) -> Problem:
    """Turn typed duties from pins into what stands; typed OFF stays.

    So do sessions that were typed: who supports whom is not notice.
    """
    duties = [e for e in problem.pinned if e.duty_id in problem.duty]
    days = {(e.worker_id, problem.duty[e.duty_id].date) for e in duties}
    kept = tuple(day for day in problem.kept if day not in days)
    sessions = tuple(e for e in problem.pinned if e not in duties)
    return problem.replace(pinned=sessions, kept=kept)


def _with_notice(problem: Problem, today: date) -> Problem:
    """Count notice from a day, where the workbook names none."""
    return problem.replace(
        rules=tuple(
            rule.replace(today=today)
            if isinstance(rule, Stability) and rule.today is None
            else rule
            for rule in problem.rules
        )
    )


def read(path: str | Path) -> Loaded:
    """Read a workbook.

    Parameters
    ----------
    path
        An Excel workbook (.xlsx or .xlsm) with the sheets of the schema.

    Returns
    -------
    The problem, the rota that stands in the workbook, and notes.

    Raises
    ------
    WorkbookError
        The workbook has faults, or is none; every fault found is in it.
    """
    source = Path(path)
    book = open_book(source, SHEETS)
    desk = Desk()
    for note in _lock_note(source):
        desk.note(note)
    _missing_sheets(book, desk)
    if desk.faults:
        raise WorkbookError(desk.faults)
    reader = Reader(book, desk)
    problem, roster = reader.problem()
    told = beforehand(problem)
    return Loaded(
        problem,
        roster,
        (*desk.notes, *told),
        source,
        reader.service.person_word,
        reader.options,
        told,
        reader.pay,
        reader.changed(),
    )


def _lock_note(source: Path) -> Iterator[str]:
    """Say that the workbook is open in Excel, which shows by a lock file."""
    names = (f"~${source.name}", f"~${source.name[2:]}")
    if any(source.with_name(name).exists() for name in names):
        yield f"{source.name} is open in Excel; it was read as last saved."


def _missing_sheets(book: Book, desk: Desk) -> None:
    """Report required sheets that are not there, and titles misspelt."""
    for sheet in SHEETS:
        if sheet.name in book.grids:
            continue
        near = alike(sheet.name, book.other_titles)
        if near:
            expected = f"this sheet is not known; is it {sheet.name}?"
            desk.fault(near, "", "", expected, sheet.name)
        elif sheet.required and not _may_be_without(sheet, book):
            desk.fault(sheet.name, "", "", "this sheet is missing.")


def _may_be_without(sheet: Sheet, book: Book) -> bool:
    """Tell whether every need may come from support plans."""
    plans = book.grids.get("Support plans")
    return sheet.name == "Cover" and plans is not None and bool(plans.rows)
