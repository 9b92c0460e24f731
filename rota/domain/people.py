"""The people who work: contracts, training, driving, dates, absences."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from rota.calendar import instant
from rota.domain.base import Noun, within


class Contract(StrEnum):
    """On what terms somebody works here."""

    PERMANENT = "permanent"
    BANK = "bank"
    SESSIONAL = "sessional"
    AGENCY = "agency"

    @property
    def is_own_staff(self) -> bool:
        """Tell whether the service itself employs this person."""
        return self is not Contract.AGENCY

    @property
    def waits_for_offer(self) -> bool:
        """Tell whether the person is free only when they have said so."""
        return self is not Contract.PERMANENT


class Qualification(Noun):
    """A skill somebody has, with the dates it is valid, both included."""

    skill: str
    valid_from: date | None = None
    expires: date | None = None


class Driving(Noun):
    """What makes somebody a driver; each fact is checked on the date."""

    licence_until: date | None = None
    own_car: bool = False
    business_insured_until: date | None = None
    may_drive_service_vehicle: bool = False

    def drives(self, day: date) -> bool:
        """Tell whether this person may drive people supported that day.

        Their own car needs insurance for business use; the service's vehicle
        needs only that its insurer accepts them.
        """
        if not within(day, None, self.licence_until):
            return False
        return self.own_car_on(day) or self.may_drive_service_vehicle

    def own_car_on(self, day: date) -> bool:
        """Tell whether their own car may be used for work that day."""
        insured = self.business_insured_until
        licensed = within(day, None, self.licence_until)
        insured_then = insured is not None and day <= insured
        return self.own_car and licensed and insured_then


class WeeklyCap(Noun):
    """At most so many minutes in each Monday-to-Sunday week of the dates."""

    minutes: int = Field(ge=0)
    first: date | None = None
    last: date | None = None


class Dbs(StrEnum):
    """How far the check of somebody's record is (DBS, PVG, AccessNI)."""

    CLEAR = "clear"
    ADULT_FIRST = "adult first"
    PENDING = "pending"


class Worker(Noun):
    """Somebody who can be given duties.

    Lengths are whole minutes. Empty `units` or `shift_codes` mean any.
    """

    id: str
    name: str
    role: str = ""
    payroll: str = ""
    contract: Contract = Contract.PERMANENT
    weekly_minutes: int = Field(0, ge=0)
    brought_forward: int = 0  # minutes owed to the service; less than 0: by it
    leave_left: int | None = None  # minutes at the start; None: not recorded
    toil_left: int | None = None  # time off in lieu, likewise
    usual_shift: int | None = Field(None, gt=0)
    units: tuple[str, ...] = ()
    shift_codes: tuple[str, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    driving: Driving | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    right_to_work_until: date | None = None
    no_nights_from: date | None = None
    no_nights_until: date | None = None
    born_on: date | None = None
    late_clause: bool = False  # under 18: the contract has work after 22:00
    counts_from: date | None = None  # in induction, not counted, before it
    dbs: Dbs = Dbs.CLEAR
    lone_ok: bool | None = None  # may work alone; None: not recorded
    caps: tuple[WeeklyCap, ...] = ()
    opted_out: bool | None = None  # of the 48-hour week; None: not recorded
    opted_out_from: date | None = None
    opted_out_until: date | None = None
    reference_weeks: int = Field(17, ge=1, le=52)
    other_weekly_minutes: int = Field(0, ge=0)
    permanent_nights: bool = False
    night_assessed_on: date | None = None  # the last health assessment
    sponsored_minutes: int = Field(0, ge=0)  # a week, by a certificate
    night_share: int = Field(100, ge=0, le=100)  # per cent, by agreement
    weekend_share: int = Field(100, ge=0, le=100)
    pay_pence: int | None = Field(
        None, ge=0
    )  # an hour; agency, bank, overtime

    @cached_property
    def _held(self) -> dict[str, tuple[Qualification, ...]]:
        names = dict.fromkeys(held.skill for held in self.qualifications)
        return {
            name: tuple(q for q in self.qualifications if q.skill == name)
            for name in names
        }

    def holds(self, skill: str, day: date) -> bool:
        """Tell whether a skill is valid on the date (expiry included).

        The skill `driver` is answered from the driving facts where there are
        any.
        """
        if skill == "driver" and self.driving is not None:
            return self.driving.drives(day)
        return any(
            within(day, held.valid_from, held.expires)
            for held in self._held.get(skill, ())
        )

    def counts_on(self, day: date) -> bool:
        """Tell whether this person is counted in the numbers that day."""
        return within(day, self.counts_from, None)

    def is_opted_out(self, day: date) -> bool:
        """Tell whether a 48-hour opt-out is in force that day."""
        return bool(self.opted_out) and within(
            day, self.opted_out_from, self.opted_out_until
        )

    def is_opted_out_in(self, week: date) -> bool:
        """Tell whether an opt-out is in force as a Monday's week ends."""
        return self.is_opted_out(week + timedelta(days=6))

    def is_under(self, age: int, day: date) -> bool:
        """Tell whether this person is known to be younger on the date."""
        if self.born_on is None:
            return False
        birthday = (self.born_on.month, self.born_on.day)
        turned = day.year - self.born_on.year
        return turned - ((day.month, day.day) < birthday) < age

    def is_under_18(self, day: date) -> bool:
        """Tell whether this person has not yet turned 18 on the date."""
        return self.is_under(18, day)

    def employed_on(self, day: date) -> bool:
        """Tell whether the date lies within the employment."""
        return within(day, self.starts_on, self.ends_on)


class AbsenceKind(StrEnum):
    """Why somebody is away; no page that is pinned up shows it."""

    LEAVE = "leave"
    SICK = "sick"
    UNPAID = "unpaid"
    TOIL = "toil"  # time off in lieu of hours worked before
    OTHER = "other"

    @property
    def is_paid(self) -> bool:
        """Tell leave and sickness, which averages leave out (WTR reg 4(7))."""
        return self in (AbsenceKind.LEAVE, AbsenceKind.SICK)

    @property
    def is_credited(self) -> bool:
        """Tell whether the absence credits contracted hours."""
        return self.is_paid or self is AbsenceKind.TOIL


class Absence(Noun):
    """Whole days, or hours of one day, on which somebody is away.

    `starts` and `ends` are minutes after midnight of a part day. `credit` is
    what the absence counts towards contracted hours, in minutes, where the
    service has its own figure.
    """

    worker_id: str
    first: date
    last: date
    kind: AbsenceKind = AbsenceKind.LEAVE
    starts: int | None = Field(None, ge=0, le=1440)
    ends: int | None = Field(None, ge=0, le=2880)
    credit: int | None = Field(None, ge=0)

    @property
    def is_whole_days(self) -> bool:
        """Tell whether it covers whole days, midnight to midnight."""
        return self.starts is None and self.ends is None

    @cached_property
    def span(self) -> tuple[int, int]:
        """Begin and end as instants."""
        end = 1440 if self.ends is None else self.ends
        return instant(self.first, self.starts or 0), instant(self.last, end)

    def is_run_into(self, begins: int, ends: int) -> bool:
        """Tell whether what lies between two instants ends in days away."""
        return self.is_whole_days and begins < self.span[0] < ends


class Availability(Noun):
    """A stretch of time somebody has offered, or cannot work."""

    worker_id: str
    begins: int
    ends: int
    offered: bool


class Wish(StrEnum):
    """How much a request matters to the person."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class Request(Noun):
    """A day somebody asks to have off, or a code they ask to work or not.

    `price` is in pence, for a request that is worth more or less than its
    kind.
    """

    worker_id: str
    date: date
    code: str = ""  # empty: to be off
    avoid: bool = False  # they ask not to work the code
    wish: Wish = Wish.NORMAL
    price: int | None = Field(None, ge=0)

    @property
    def what(self) -> str:
        """Say what is asked: a code, `not` a code; empty: to be off."""
        return f"not {self.code}" if self.avoid else self.code


class PatternDay(Noun):
    """What a rolling pattern says of one person on one date.

    Empty `codes` mean off. A firm day forbids anything else.
    """

    worker_id: str
    date: date
    codes: tuple[str, ...] = ()
    firm: bool = False


class PairKind(StrEnum):
    """What two people are to each other on the rota."""

    NEVER_TOGETHER = "never together"
    NOT_ONLY_THESE_TWO = "not only these two"
    TOGETHER_WHEN_POSSIBLE = "together when possible"


class Pair(Noun):
    """Two people who are kept apart, or brought together."""

    worker_id: str
    other_id: str
    kind: PairKind


class WeekTotal(Noun):
    """The working time of one past Monday-to-Sunday week, in minutes.

    `excluded_days` are days of leave or sickness in it (WTR reg 4(7)).
    """

    worker_id: str
    monday: date
    minutes: int = Field(ge=0)
    excluded_days: int = Field(0, ge=0, le=7)


REFUSED = "refused requests"
CHANGES = "short-notice changes"
SHORT_NOTICE = 7  # days; a change with no more than that is at short notice


class Carried(Noun):
    """What somebody has carried of a burden before the start (the ledger).

    Burdens are those of fair shares; REFUSED and CHANGES; and each bank
    holiday by its name and year. `fair` is what the fair share of it was, in
    hundredths, as far as it was worked out with the rotas before; None leaves
    it to contracted hours.
    """

    worker_id: str
    burden: str
    count: int = Field(ge=0)
    fair: int | None = Field(None, ge=0)
