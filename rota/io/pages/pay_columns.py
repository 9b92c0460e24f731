"""The columns of the hours: one list, for the page and for the CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rota.calendar import HOUR
from rota.domain import AbsenceKind
from rota.payroll import HourClass, PersonPay, Tally

Value = str | float | int | None
HOURS = '0.00;-0.00;"\u2013"'  # nothing is a dash
COUNT = '0;-0;"\u2013"'


@dataclass(frozen=True, slots=True)
class PayColumn:
    """One column: its heading, what stands in it, how a number looks.

    A column that is not `always` there is left out of a page on which
    nobody has anything in it; a CSV has every column.
    """

    heading: str
    value: Callable[[PersonPay, Tally], Value]
    form: str = ""
    always: bool = True


def hours(minutes: int | None) -> float | None:
    """Give minutes as hours with decimals, as a payroll office adds them."""
    return None if minutes is None else round(minutes / HOUR, 4) + 0.0


def _class(
    hour_class: HourClass, heading: str = "", **more: bool
) -> PayColumn:
    name = heading or hour_class.value
    return PayColumn(
        name[:1].upper() + name[1:],
        lambda _, tally: hours(tally.classes[hour_class]),
        HOURS,
        **more,
    )


def _time(heading: str, field: str, **more: bool) -> PayColumn:
    return PayColumn(
        heading, lambda _, tally: hours(getattr(tally, field)), HOURS, **more
    )


def _count(heading: str, field: str, **more: bool) -> PayColumn:
    return PayColumn(
        heading, lambda _, tally: int(getattr(tally, field)), COUNT, **more
    )


def _away(kind: AbsenceKind, heading: str, **more: bool) -> PayColumn:
    return PayColumn(
        heading,
        lambda person, _: hours(person.credited.get(kind, 0)),
        HOURS,
        **more,
    )


def _days(kinds: tuple[AbsenceKind, ...], heading: str) -> PayColumn:
    return PayColumn(
        heading,
        lambda person, _: sum(person.days_away.get(kind, 0) for kind in kinds),
        COUNT,
        always=False,
    )


def _leave(heading: str, *, rolled_up: bool) -> PayColumn:
    """Give the leave that the hours bring, to be taken or paid with them."""

    def value(person: PersonPay, tally: Tally) -> Value:
        grows = person.accrual
        here = grows.rolled_up is rolled_up
        return hours(grows.of(tally.at_work) if here else 0)

    return PayColumn(heading, value, HOURS, always=False)


WHO = (
    PayColumn("Payroll", lambda person, _: person.worker.payroll),
    PayColumn("Name", lambda person, _: person.worker.name),
    PayColumn("Contract", lambda person, _: person.worker.contract.value),
)
TIME = (
    _count("Shifts", "duties"),
    _class(HourClass.PLAIN),
    _class(HourClass.EVENING),
    _class(HourClass.NIGHT),
    _class(HourClass.SATURDAY),
    _class(HourClass.SUNDAY),
    _class(HourClass.HOLIDAY),
    _class(HourClass.OVERTIME),
    _class(HourClass.TRAINING),
    _class(HourClass.AWAKE, "Awake on sleep-ins"),
    _time("Hours to pay", "hourly"),
    _count("Sleep-ins", "sleep_ins"),
    _count("Sleep-ins on bank holidays", "sleep_ins_on_holiday", always=False),
    _class(HourClass.ASLEEP, "Sleep-in hours", always=False),
    _count("On call", "on_calls", always=False),
    _class(HourClass.ON_CALL, "On-call hours", always=False),
    _class(HourClass.UNPAID, "Unpaid breaks", always=False),
    _time("Clock change", "clock_change", always=False),
    _time("Travel", "travel", always=False),
    PayColumn(
        "Miles",
        lambda _, tally: round(tally.miles, 1),
        '0.0;-0.0;"\u2013"',
        always=False,
    ),
    _away(AbsenceKind.LEAVE, "Leave"),
    _away(AbsenceKind.SICK, "Sickness"),
    _away(AbsenceKind.TOIL, "TOIL taken", always=False),
    _leave("Leave accrued", rolled_up=False),
    _leave("Rolled-up leave", rolled_up=True),
    _days((AbsenceKind.UNPAID,), "Days unpaid"),
    _days((AbsenceKind.OTHER,), "Days of other absence"),
    _time("Minimum-wage hours", "minimum_wage"),
)
PAY_COLUMNS = (*WHO, *TIME)


def _balance(name: str, field: str) -> tuple[PayColumn, ...]:
    """Give the four columns of one balance."""
    return (
        _part(f"{name}: brought forward", field, "brought"),
        _part(f"{name}: added", field, "added"),
        _part(f"{name}: taken", field, "taken"),
        _part(f"{name}: carried on", field, "left"),
    )


def _part(heading: str, field: str, part: str) -> PayColumn:
    def value(person: PersonPay, _: Tally) -> Value:
        return hours(getattr(getattr(person, field), part))

    return PayColumn(heading, value, HOURS)


BALANCE_COLUMNS = (
    *WHO,
    PayColumn(
        "Weekly hours",
        lambda person, _: hours(person.worker.weekly_minutes),
        HOURS,
    ),
    PayColumn("Over contract", lambda _, tally: hours(tally.over), HOURS),
    PayColumn(
        "Over contract is",
        lambda person, _: _becomes(person),
    ),
    *_balance("Hours bank", "bank"),
    *_balance("Leave", "leave"),
    *_balance("TOIL", "toil"),
)


def _becomes(person: PersonPay) -> str:
    """Say what becomes of hours over contract."""
    if not person.worker.weekly_minutes:
        return "no contracted hours"
    return _BECOMES[person.terms.over_contract.value]


_BECOMES: Mapping[str, str] = {
    "paid": "paid",
    "hours bank": "put in the hours bank",
    "TOIL": "made TOIL",
}
