"""The pages of the hours: worked, planned, balances, shift by shift."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rota import words
from rota.io.pages import paper
from rota.io.pages.pay_columns import (
    BALANCE_COLUMNS,
    PAY_COLUMNS,
    PayColumn,
    Value,
    hours,
)
from rota.io.sheets.pay import SETTINGS
from rota.io.times import shown
from rota.payroll import HourClass, Payroll, PersonPay, Tally
from rota.payroll.tally import PaidDuty

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WORKED = (
    "What to pay. Every minute of a shift stands in one column: the first of"
    " bank holiday, overtime and so on that applies, in the order of the Terms"
    " page. Hours to pay are the columns from Plain to Awake on sleep-ins."
)
_PLANNED = "The same for the rota as it was planned, to compare with Worked."
_BALANCES = (
    "Hours bank: hours still owed to the service (+) or to the person (-)."
    " Added are contracted hours; taken is what was worked, on leave, paid"
    " over contract or made TOIL."
)
_SHIFTS = "One line for each shift that is in the hours to pay."


def draw_worked(sheet: Worksheet, pay: Payroll) -> None:
    """Draw what to pay, with what is not known above it."""
    row = _title(sheet, pay, "hours to pay", (_WORKED, *pay.notes))
    people = [(person, person.worked) for person in pay.people]
    _people(sheet, row, pay, PAY_COLUMNS, people)


def draw_planned(sheet: Worksheet, pay: Payroll) -> None:
    """Draw the hours of the rota as it was planned."""
    row = _title(sheet, pay, "hours as planned", (_PLANNED,))
    people = [(person, person.planned) for person in pay.people]
    _people(sheet, row, pay, PAY_COLUMNS, people)


def draw_balances(sheet: Worksheet, pay: Payroll) -> None:
    """Draw hours brought forward and carried on: bank, leave, TOIL."""
    row = _title(sheet, pay, "hours carried on", (_BALANCES,))
    people = [(person, person.worked) for person in pay.people]
    _people(sheet, row, pay, BALANCE_COLUMNS, people)


def _title(
    sheet: Worksheet, pay: Payroll, what: str, notes: Sequence[str]
) -> int:
    """Write the title and what is to be said; gives the next free row."""
    name = pay.problem.name or "Rota"
    row = paper.title(sheet, f"{name}: {what}", period(pay)) - 1
    for note in notes:
        paper.put(sheet, row, 1, note, colour=paper.SOFT)
        row += 1
    return row + 1


def period(pay: Payroll) -> str:
    """Say the pay period."""
    first, last = pay.first, pay.last
    return f"{words.day(first)} {first.year} to {words.day(last)} {last.year}"


# -- a table of people --------------------------------------------------------


def _people(
    sheet: Worksheet,
    row: int,
    pay: Payroll,
    columns: Sequence[PayColumn],
    people: Sequence[tuple[PersonPay, Tally]],
) -> None:
    """Draw a line for each person and the sum of all."""
    lines = [[c.value(*one) for c in columns] for one in people]
    kept = [
        place
        for place, column in enumerate(columns)
        if column.always or any(line[place] for line in lines)
    ]
    shown = [[line[place] for place in kept] for line in lines]
    heads = [columns[place].heading for place in kept]
    forms = [columns[place].form for place in kept]
    after = paper.table(sheet, row, heads, shown, forms)
    _sums(sheet, after - 1, shown, forms)
    sheet.row_dimensions[row].height = 56
    wide = [
        9.5 if form else max([14, *(len(str(line[n])) for line in shown)])
        for n, form in enumerate(forms)
    ]
    paper.widths(sheet, 10, 24, *wide[2:])
    sheet.freeze_panes = f"C{row + 1}"
    title = pay.problem.name or "Rota"
    paper.set_up_page(sheet, title, rows=f"{row}:{row}", columns="A:B")


def _sums(
    sheet: Worksheet,
    row: int,
    lines: Sequence[Sequence[Value]],
    forms: Sequence[str],
) -> None:
    """Write the sum of each column of numbers; not known stays blank."""
    paper.put(sheet, row, 2, "All", bold=True, edge="over", indent=1)
    paper.put(sheet, row, 1, None, edge="over")
    for place, form in enumerate(forms, 1):
        if place > 2:
            values = [line[place - 1] for line in lines]
            numbers = [v for v in values if isinstance(v, int | float)]
            known = form and len(numbers) == len(values)
            paper.put(
                sheet,
                row,
                place,
                round(sum(numbers), 4) if known else None,
                bold=True,
                number=form,
                across="right",
                edge="over",
            )


# -- shift by shift -----------------------------------------------------------

_SHIFT_HEADS = (
    "Payroll",
    "Name",
    "Date",
    "Shift",
    "Planned",
    "Worked",
    "Written down",
)


def draw_shifts(sheet: Worksheet, pay: Payroll) -> None:
    """Draw every shift with its classes of hours."""
    row = _title(sheet, pay, "shift by shift", (_SHIFTS,))
    every = [paid for person in pay.people for paid in person.worked.paid]
    classes = [c for c in HourClass if any(p.classes.get(c) for p in every)]
    heads = (
        *_SHIFT_HEADS,
        *(c.value[:1].upper() + c.value[1:] for c in classes),
        "Miles",
    )
    lines: list[list[object]] = []
    for person in pay.people:
        lines += (_line(person, p, classes) for p in person.worked.paid)
        lines += _not_worked(person, len(classes))
    forms = ("",) * len(_SHIFT_HEADS) + ("0.00",) * len(classes) + ("0.0", "")
    paper.table(sheet, row, (*heads, "Note"), lines, forms)
    narrow = [9] * (len(classes) + 1)
    paper.widths(sheet, 10, 24, 17, 9, 13, 13, 10, *narrow, 40)
    sheet.freeze_panes = f"C{row + 1}"
    title = pay.problem.name or "Rota"
    paper.set_up_page(sheet, title, rows=f"{row}:{row}", columns="A:B")


def _line(
    person: PersonPay, paid: PaidDuty, classes: Sequence[HourClass]
) -> list[object]:
    """Give the line of a shift that was worked."""
    done = paid.done
    minutes = [paid.classes.get(one, 0) for one in classes]
    return [
        person.worker.payroll,
        person.worker.name,
        done.duty.date,
        done.duty.code,
        done.planned.times if done.planned else "not on the rota",
        done.duty.times,
        "yes" if done.has_record else "",
        *(hours(held) or None for held in minutes),
        done.miles or None,
        done.note,
    ]


def _not_worked(person: PersonPay, classes: int) -> Iterator[list[object]]:
    """Give the lines of the shifts that were planned and not worked."""
    planned = {paid.done.duty.id: paid.done for paid in person.planned.paid}
    for record in person.records:
        done = planned.get(record.planned_id)
        if done is not None and record.duty is None:
            yield [
                person.worker.payroll,
                person.worker.name,
                done.duty.date,
                done.duty.code,
                done.duty.times,
                "not worked",
                "yes",
                *[None] * (classes + 1),
                record.note,
            ]


# -- the terms ----------------------------------------------------------------


def draw_terms(sheet: Worksheet, pay: Payroll) -> None:
    """Draw the terms of pay: what holds for everybody, and for some."""
    row = _title(sheet, pay, "terms", (_TERMS,))
    heads = ("Setting", "Value", "For", "From", "To", "What it is")
    lines = [*_defaults(pay), *_lines(pay)]
    paper.table(sheet, row, heads, lines)
    for place, line in enumerate(lines, row + 1):
        wraps = len(str(line[1])) > 40 or len(str(line[5])) > 80
        sheet.row_dimensions[place].height = 27 if wraps else 14
    paper.widths(sheet, 22, 40, 24, 17, 17, 80)
    paper.set_up_page(sheet, pay.problem.name or "Rota")


_TERMS = (
    "What the Pay rules sheet says comes under what holds where it is silent,"
    " and goes before it. Contracts decide these; no law does."
)


def _defaults(pay: Payroll) -> Iterator[list[object]]:
    problem = pay.problem
    yield [
        "Bank holiday night",
        problem.holiday_attribution.value,
        "everybody",
        "",
        "",
        "From the Service sheet: which part of a night over midnight is"
        " bank-holiday work.",
    ]
    for setting in SETTINGS:
        yield [
            setting.name,
            setting.default,
            "everybody",
            "",
            "",
            setting.help,
        ]


def _lines(pay: Payroll) -> Iterator[list[object]]:
    """Give what was typed, as it was typed."""
    names = pay.problem.worker
    for line in pay.terms.lines:
        who = [names[i].name for i in line.worker_ids if i in names]
        yield [
            line.setting.replace("_", " ").capitalize(),
            _said(line.setting, line.value),
            words.listed(who)
            or ("nobody" if line.worker_ids else "everybody"),
            line.first,
            line.last,
            "",
        ]


def _said(setting: str, value: object) -> str:
    """Say a value as it would be typed."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value) or "none"
    if setting == "full_time" and isinstance(value, int):
        return words.hours(value)
    if setting.endswith(("_from", "_to")) and isinstance(value, int):
        return shown(value)
    return str(value)
