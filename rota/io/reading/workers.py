"""The Workers sheet: who can be on the rota."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rota import words
from rota.calendar import HOUR, monday
from rota.domain import (
    Contract,
    Dbs,
    Driving,
    Profile,
    Qualification,
    ShiftType,
    WeeklyCap,
    Worker,
)
from rota.io.cells import fold, tidy
from rota.io.reading.service import Service
from rota.io.reading.shift_types import known_codes, skill_id
from rota.io.table import Desk, Row, Table, address

YOUNGEST = 16
CONTINUITY_WEEKS = 26

NO_HOURS = "the column Hours (or WTE) is missing."


@dataclass(frozen=True, slots=True)
class WorkerReader:
    """Reads the Workers sheet against service and shift types."""

    service: Service
    codes: Mapping[str, str]
    shift_types: Sequence[ShiftType]
    desk: Desk

    def workers(self, table: Table) -> tuple[Worker, ...]:
        """Read every row; ids are unique."""
        self._check_hours(table)
        seen: dict[str, Row] = {}
        found = []
        for row in table.named:
            worker_id = row["Payroll"] or full_name(row)
            if _is_alone(row, worker_id, seen):
                seen[fold(worker_id)] = row
                found.append(self._worker(row, worker_id))
        self.desk.fault_if_empty(table, "there is nobody in it.")
        return tuple(found)

    def _check_hours(self, table: Table) -> None:
        """Complain once of a column, not of every row."""
        permanent = list(filter(_is_permanent, table.named))
        if permanent and not any(map(_may_have_hours, permanent)):
            place = address(table.heading_row, 0)
            self.desk.fault(table.title, place, "", NO_HOURS)

    def _worker(self, row: Row, worker_id: str) -> Worker:
        self._check_dates(row)
        starts, ends = row["Start"], row["End"]
        return Worker(
            id=worker_id,
            name=full_name(row),
            role=row["Role"] or "",
            payroll=row["Payroll"] or "",
            contract=Contract(row["Contract"] or Contract.PERMANENT),
            weekly_minutes=self._weekly_minutes(row),
            brought_forward=row["Brought forward"] or 0,
            leave_left=row["Leave brought forward"],
            toil_left=row["TOIL brought forward"],
            usual_shift=row["Usual shift hours"],
            units=row.look_up("Units", self.service.unit_list) or (),
            shift_codes=self._shift_codes(row),
            qualifications=_qualifications(row),
            driving=_driving(row),
            starts_on=starts,
            ends_on=ends,
            right_to_work_until=row["Right to work until"],
            no_nights_from=self._no_nights_from(row),
            no_nights_until=row["No nights until"],
            born_on=row["Date of birth"],
            late_clause=bool(row["Late clause"]),
            counts_from=row["In numbers from"],
            dbs=Dbs(row["DBS"] or Dbs.CLEAR),
            lone_ok=row["May work alone"],
            caps=_caps(row),
            opted_out=row["Opt-out"],
            opted_out_from=row["Opt-out from"],
            opted_out_until=row["Opt-out until"],
            reference_weeks=row["Reference weeks"] or self._usual_weeks,
            other_weekly_minutes=row["Other job hours"] or 0,
            permanent_nights=bool(row["Permanent nights"]),
            night_assessed_on=row["Night assessment"],
            sponsored_minutes=row["Hours to be given"] or 0,
            **_agreed(row),
            pay_pence=row["Pay per hour"],
        )

    @property
    def _usual_weeks(self) -> int:
        """Give the reference weeks of the profile (WTR reg 4(3) and (5))."""
        care = self.service.profile is Profile.CONTINUITY
        return CONTINUITY_WEEKS if care else 17

    def _weekly_minutes(self, row: Row) -> int:
        hours: int | None = row["Hours"]
        share: float | None = row["WTE"]
        if hours is not None:
            return hours
        if share is not None:
            return round(share * self.service.full_time)
        typed = row.raw.get("Hours") or row.raw.get("WTE")
        seen = any(row.is_faulty(name) for name in ("Hours", "WTE"))
        said = any(fault.expected == NO_HOURS for fault in self.desk.faults)
        blank = tidy(typed) == "" and not said
        if _is_permanent(row) and blank and not seen:
            row.fault("Hours", "Hours, or WTE, are needed in this row.")
        return 0

    def _shift_codes(self, row: Row) -> tuple[str, ...]:
        """Give the codes allowed; empty means any."""
        typed = row.look_up("Shifts", self._known) or ()
        types = [t for t in self.shift_types if not typed or t.code in typed]
        may = [t for t in types if not self._is_barred(row, t)]
        if types and not may and not self.desk.faults:
            row.fault("Shifts", "this leaves the person no shift to work.")
        if len(may) == len(self.shift_types):
            return ()
        return tuple(shift_type.code for shift_type in may)

    def _known(self, names: tuple[str, ...]) -> tuple[str, ...]:
        if any(fold(name) in ("all", "any") for name in names):
            return ()
        return known_codes(names, dict(self.codes))

    def _is_barred(self, row: Row, shift_type: ShiftType) -> bool:
        """Tell whether nights or sleep-ins rule a type out."""
        duty = shift_type.on(self.service.start).by_night(
            self.service.night_period
        )
        return (
            (duty.is_night and row["Nights"] is False)
            or (duty.is_sleep_in and row["Sleep-ins"] is False)
            or (
                not duty.is_night
                and row["Permanent nights"] is True
                and not row["Shifts"]
                and duty.cover > 0
            )
        )

    def _no_nights_from(self, row: Row) -> date | None:
        """Give the first day without nights: from the start, if not typed."""
        first: date | None = row["No nights from"]
        last: date | None = row["No nights until"]
        return min(self.service.start, last) if last and not first else first

    def _check_dates(self, row: Row) -> None:
        for first, last in (
            ("Start", "End"),
            ("No nights from", "No nights until"),
            ("Cap from", "Cap until"),
            ("Opt-out from", "Opt-out until"),
        ):
            if row[first] and row[last] and row[last] < row[first]:
                row.fault(last, f"this is before {first}, {tidy(row[first])}.")
        born = row["Date of birth"]
        grown = self.service.end - timedelta(days=YOUNGEST * 365)
        if born and born > grown:
            row.fault("Date of birth", f"nobody under {YOUNGEST} is employed.")


def _agreed(row: Row) -> dict[str, int]:
    """Give the shares that an agreement has changed."""
    shares = {
        "night_share": row["Share of nights"],
        "weekend_share": row["Share of weekends"],
    }
    return {name: share for name, share in shares.items() if share is not None}


def _is_permanent(row: Row) -> bool:
    return row["Contract"] in (None, "permanent")


def _may_have_hours(row: Row) -> bool:
    return "Hours" in row.places or tidy(row.raw.get("WTE")) != ""


def full_name(row: Row) -> str:
    """Give the name; first name and surname may have columns of their own."""
    return " ".join(part for part in (row["Name"], row["Surname"]) if part)


def _is_alone(row: Row, worker_id: str, seen: Mapping[str, Row]) -> bool:
    """Tell whether nobody above has this payroll number or name."""
    first = seen.get(fold(worker_id))
    if first is not None:
        which = "Payroll" if row["Payroll"] else "Name"
        row.fault(
            which,
            f"row {first.number + 1} has the same; two people with one name "
            "each need a payroll number.",
        )
        return False
    return True


def _qualifications(row: Row) -> tuple[Qualification, ...]:
    """Give the skills that have no date."""
    skills = [skill_id(name) for name in row["Skills"] or ()]
    if row["Lead"]:
        skills.append("lead")
    return tuple(Qualification(skill=skill) for skill in dict.fromkeys(skills))


def _driving(row: Row) -> Driving | None:
    """Give the driver facts; without an own car it is the service's."""
    if not row["Driver"]:
        return None
    service_vehicle = row["Service vehicle"]
    if service_vehicle is None:
        service_vehicle = not row["Own car"]
    return Driving(
        licence_until=row["Licence until"],
        own_car=bool(row["Own car"]),
        business_insured_until=row["Business insurance until"],
        may_drive_service_vehicle=service_vehicle,
    )


def _caps(row: Row) -> tuple[WeeklyCap, ...]:
    if row["Weekly cap"] is None:
        return ()
    return (
        WeeklyCap(
            minutes=row["Weekly cap"],
            first=row["Cap from"] and monday(row["Cap from"]),
            last=row["Cap until"],
        ),
    )


def worker_notes(workers: Sequence[Worker], service: Service) -> Iterator[str]:
    """Say which defaults were used of the people, in plain sentences."""
    own = [worker for worker in workers if worker.contract.is_own_staff]
    of = f"of {len(own)}"
    if blank := sum(worker.opted_out is None for worker in own):
        have = "has" if blank == 1 else "have"
        yield (
            f"{blank} {of} {have} no opt-out recorded: the 48-hour average "
            "applies to them, and sleep-ins count towards it."
        )
    for worker in workers:
        yield from _car_note(worker)
        yield from _expiry_notes(worker, service)
    if long := [w.name for w in own if w.weekly_minutes > 48 * HOUR]:
        yield f"Contracted for more than 48 h a week: {words.listed(long)}."


def _car_note(worker: Worker) -> Iterator[str]:
    driving = worker.driving
    if driving and driving.own_car and not driving.business_insured_until:
        yield (
            f"{worker.name}'s own car has no business insurance recorded and "
            "is not used."
        )


def _expiry_notes(worker: Worker, service: Service) -> Iterator[str]:
    """Say which skills run out before the rota ends."""
    for held in worker.qualifications:
        if held.expires and held.expires <= service.end:
            later = any(
                other.skill == held.skill
                and (other.expires is None or other.expires > held.expires)
                for other in worker.qualifications
            )
            if not later:
                verb = "ran" if held.expires < service.start else "runs"
                yield (
                    f"{worker.name}'s {held.skill} {verb} out on "
                    f"{words.day(held.expires)} {held.expires.year} and does "
                    "not count after it."
                )
