"""What the contract says of pay: which hours are evening, night, overtime.

But for leave by the hour no law decides any of this; contracts do. So each is
a setting, with a date where a contract changes, for everybody, some kind of
contract, a role or one person.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator

from rota.calendar import DAY, HOUR, NIGHT
from rota.domain import Noun, Worker, within


class HourClass(StrEnum):
    """What a minute of a duty is to payroll; each is of exactly one."""

    PLAIN = "plain"
    EVENING = "evening"
    NIGHT = "night"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"
    HOLIDAY = "bank holiday"
    OVERTIME = "overtime"
    TRAINING = "training"
    AWAKE = "awake"  # on a sleep-in, or called out
    ASLEEP = "sleep-in"
    ON_CALL = "on call"
    UNPAID = "unpaid"  # breaks

    @property
    def is_paid_by_the_hour(self) -> bool:
        """Tell what is paid by the hour; sleep-ins and on-call have a fee."""
        unpaid = (HourClass.ASLEEP, HourClass.ON_CALL, HourClass.UNPAID)
        return self not in unpaid


PREMIUMS = (
    HourClass.HOLIDAY,
    HourClass.OVERTIME,
    HourClass.SUNDAY,
    HourClass.SATURDAY,
    HourClass.NIGHT,
    HourClass.EVENING,
)


class ClockChange(StrEnum):
    """How long a night is that the clocks change in."""

    ACTUAL = "actual"  # as long as it really was
    NOMINAL = "nominal"  # as the clock on the wall says


class Edge(StrEnum):
    """To which pay period a night over its edge belongs."""

    START = "start"  # to the one in which it starts
    SPLIT = "split"  # to both, cut at midnight


class OverContract(StrEnum):
    """What becomes of hours over contract."""

    PAID = "paid"
    BANK = "hours bank"
    TOIL = "TOIL"


class OvertimeAfter(StrEnum):
    """The hours after which overtime begins."""

    PERIOD = "contract in the period"
    WEEK = "contract in the week"
    FULL_TIME = "full time in the week"


Percent = Annotated[float, Field(ge=0, le=30)]


class PayTerms(Noun):
    """The terms of one person on one day; times are minutes of the day.

    `premiums` are the premiums there are, the one that goes first at the
    front; hours of a premium left out are plain. A bank holiday's hours are
    found by the service's own setting (Problem.holiday_attribution). Leave
    accrues at so many per cent of the hours worked, or as the law says
    (`rota.payroll.accrual`).
    """

    premiums: tuple[HourClass, ...] = PREMIUMS
    evening_from: int = Field(20 * HOUR, ge=0, lt=DAY)
    night_from: int = Field(NIGHT.begins, ge=0, lt=DAY)
    night_to: int = Field(NIGHT.ends, ge=0, lt=DAY)
    whole_nights: bool = False
    clock_change: ClockChange = ClockChange.ACTUAL
    over_midnight: Edge = Edge.START
    over_contract: OverContract = OverContract.BANK
    overtime_after: OvertimeAfter = OvertimeAfter.PERIOD
    full_time: int = Field(75 * HOUR // 2, gt=0, le=84 * HOUR)
    awake_in_fee: int = Field(0, ge=0, le=12 * HOUR)
    leave_accrual: Percent | Literal["by law"] = "by law"
    leave_rolled_up: bool = False

    @field_validator("premiums")
    @classmethod
    def _are_premiums(
        cls, value: tuple[HourClass, ...]
    ) -> tuple[HourClass, ...]:
        others = [one for one in value if one not in PREMIUMS]
        if others or len(set(value)) < len(value):
            raise ValueError("each of the premiums at most once")
        return value


class PayLine(Noun):
    """One setting of the terms, for some people, from day to day.

    Without `worker_ids` it is for everybody. A line of higher `rank` goes
    before one of lower: one person before a role, a role before a contract.
    Of equals the later goes first.
    """

    setting: str
    value: Any
    worker_ids: tuple[str, ...] = ()
    rank: int = 0
    first: date | None = None
    last: date | None = None

    def meets(self, worker: Worker, day: date) -> bool:
        """Tell whether the line holds for a person on a day."""
        named = not self.worker_ids or worker.id in self.worker_ids
        return named and within(day, self.first, self.last)


class PayRules:
    """All lines together; gives anybody's terms on any day."""

    def __init__(self, lines: Iterable[PayLine] = ()) -> None:
        self.lines = tuple(sorted(lines, key=lambda line: line.rank))

    def of(self, worker: Worker, day: date) -> PayTerms:
        """Give the terms of a person on a day."""
        return _terms(
            tuple(
                (line.setting, line.value)
                for line in self.lines
                if line.meets(worker, day)
            )
        )


@cache
def _terms(changes: tuple[tuple[str, Any], ...]) -> PayTerms:
    return PayTerms(**dict(changes))
