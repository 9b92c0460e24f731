"""Random problems and rosters, small and full of everything."""

from __future__ import annotations

import random
from datetime import date, time, timedelta
from typing import Any

from rota.calendar import DAY, HOUR, NIGHT, Nation, NightPeriod, instant
from rota.checker import check
from rota.domain import (
    CHANGES,
    REFUSED,
    Absence,
    AbsenceKind,
    Assignment,
    Availability,
    Burden,
    Carried,
    Contract,
    Dbs,
    Demand,
    DiaryEntry,
    Driving,
    Kind,
    Pair,
    PairKind,
    PatternDay,
    Problem,
    Qualification,
    Request,
    Rule,
    Shift,
    ShiftType,
    Strength,
    Travel,
    WeeklyCap,
    WeekTotal,
    Wish,
    Worker,
)
from rota.roster import Part, Roster
from rota.rules import defaults
from tests.chance_plans import PlanChance

TYPES = (
    ShiftType(code="E", start=time(7), end=time(15), break_minutes=30),
    ShiftType(code="L", start=time(14), end=time(22)),
    ShiftType(code="LD", start=time(8), end=time(20)),
    ShiftType(code="N", start=time(22), end=time(8), is_hazardous=True),
    ShiftType(code="M", start=time(6), end=time(10, 30), break_minutes=30),
    ShiftType(
        code="SI",
        start=time(22),
        end=time(7),
        kind=Kind.SLEEP_IN,
        fixed_length=True,
    ),
    ShiftType(code="ES", start=time(7), end=time(14), skills=("hoist",)),
    ShiftType(code="R", start=time(8), end=time(16), kind=Kind.ROUND),
)
STARTS = (
    date(
        2026, 3, 23
    ),  # the clocks go forward on 29 March; Good Friday 3 April
    date(2026, 10, 19),  # the clocks go back on 25 October
    date(2026, 12, 21),
    date(2026, 6, 3),  # a Wednesday
)
UNITS = ("Ash", "Birch")
FESTIVE = ("christmas day 2025", "boxing day 2025", "new year's day 2026")
BURDENS = tuple(burden.value for burden in Burden)
NIGHTS = (NIGHT, NightPeriod(21 * HOUR, 5 * HOUR), NightPeriod(DAY, 7 * HOUR))


class Chance:
    """Everything is drawn from one seed."""

    def __init__(self, seed: int, days: int = 15, people: int = 5) -> None:
        self.rng = random.Random(seed)
        self.start = self.rng.choice(STARTS)
        self.days = days
        self.ids = [f"w{n}" for n in range(people)]
        self.end = self.start + timedelta(days=days - 1)
        self.plans = PlanChance(self.rng, self.start, days, self.ids, UNITS)

    def maybe(self, chance: float = 0.3) -> bool:
        return self.rng.random() < chance

    def day(self, before: int = 0, after: int = 0) -> date:
        shift = self.rng.randint(-before, self.days - 1 + after)
        return self.start + timedelta(days=shift)

    def worker(self, name: str) -> Worker:
        rng = self.rng
        contract = rng.choices(list(Contract), [6, 2, 1, 2])[0]
        hours = rng.choice((16, 24, 37)) * 60
        return Worker(
            id=name,
            name=name.upper(),
            contract=contract,
            weekly_minutes=hours if contract is Contract.PERMANENT else 0,
            brought_forward=rng.choice((0, 0, 300, -600)),
            units=(rng.choice(UNITS),) if self.maybe() else (),
            shift_codes=("E", "L", "SI") if self.maybe(0.2) else (),
            qualifications=self.qualifications(),
            driving=self.driving(),
            starts_on=self.day(10) if self.maybe(0.2) else None,
            ends_on=self.day() if self.maybe(0.2) else None,
            right_to_work_until=self.day() if self.maybe(0.2) else None,
            no_nights_from=self.day() if self.maybe(0.2) else None,
            no_nights_until=self.day() if self.maybe(0.2) else None,
            born_on=self.day().replace(year=2008) if self.maybe(0.2) else None,
            counts_from=self.day() if self.maybe(0.2) else None,
            dbs=rng.choices(list(Dbs), [8, 1, 1])[0],
            lone_ok=rng.choice((None, None, True, False)),
            caps=self.caps(),
            opted_out=rng.choice((None, True, False)),
            opted_out_from=self.day(20) if self.maybe(0.2) else None,
            opted_out_until=self.day(20) if self.maybe(0.2) else None,
            reference_weeks=rng.choice((2, 4, 17)),
            permanent_nights=self.maybe(0.2),
            night_assessed_on=self.day(400) if self.maybe(0.5) else None,
            sponsored_minutes=rng.choice((0, 0, 30 * 60)),
            night_share=rng.choice((100, 100, 50, 0)),
            weekend_share=rng.choice((100, 100, 25)),
            pay_pence=1900 if self.maybe() else None,
        )

    def driving(self) -> Driving | None:
        if self.maybe(0.2):
            return None
        return Driving(
            licence_until=self.day() if self.maybe(0.2) else None,
            own_car=self.maybe(0.5),
            business_insured_until=self.day() if self.maybe(0.7) else None,
            may_drive_service_vehicle=self.maybe(0.5),
        )

    def qualifications(self) -> tuple[Qualification, ...]:
        return tuple(
            Qualification(
                skill=skill,
                expires=self.day() if self.maybe() else None,
                valid_from=self.day(20) if self.maybe(0.2) else None,
            )
            for skill in ("hoist", "lead", "medication", "driver")
            if self.maybe(0.6)
        )

    def caps(self) -> tuple[WeeklyCap, ...]:
        if not self.maybe():
            return ()
        return (WeeklyCap(minutes=20 * 60, first=self.day(10), last=None),)

    def shifts(self, before: int, after: int) -> list[Shift]:
        first = self.start - timedelta(days=before)
        return [
            kind.on(first + timedelta(days=n), unit)
            for n in range(self.days + before + after)
            for kind in TYPES
            for unit in UNITS
        ]

    def demands(self) -> list[Demand]:
        rng, made = self.rng, []
        for n in range(self.days):
            day = self.start + timedelta(days=n)
            for kind in rng.sample(TYPES, 3):
                shift = kind.on(day, rng.choice(UNITS))
                skill = rng.choice(("", "", "lead", "driver"))
                made.append(
                    Demand(
                        id=f"{day}:{kind.code}:{shift.unit_id}:{skill}",
                        unit_id=shift.unit_id,
                        date=day,
                        begins=shift.begins,
                        ends=shift.ends,
                        kind=kind.kind,
                        codes=(kind.code,),
                        skill=skill,
                        minimum=rng.randint(0, 2),
                        ideal=rng.randint(0, 3),
                        maximum=rng.choice((None, 2, 3)),
                        short_price=rng.choice((None, 600)),
                        over_price=rng.choice((None, 60)),
                    )
                )
            made += self.bands(day)
        return made

    def bands(self, day: date) -> list[Demand]:
        rng = self.rng
        begins = instant(day, rng.choice((420, 480, 1320)))
        band = Demand(
            id=f"{day}:band",
            unit_id=rng.choice(("", *UNITS)),
            date=day,
            begins=begins,
            ends=begins + 60 * rng.choice((4, 10)),
            minimum=rng.randint(0, 2),
            ideal=2,
            maximum=3,
        )
        meds = Demand(
            id=f"{day}:meds",
            unit_id=rng.choice(UNITS),
            date=day,
            begins=instant(day, 830),
            ends=instant(day, 860),
            skill="medication",
            minimum=1,
            occasion=True,
        )
        return [band, meds]

    def diary(self) -> list[DiaryEntry]:
        made = []
        for n in range(2):
            day = self.day()
            begins = instant(day, 600)
            made.append(
                DiaryEntry(
                    id=f"diary{n}",
                    code="TR",
                    name="Fire training",
                    date=day,
                    begins=begins,
                    ends=begins + 180,
                    work=180,
                    wage=180,
                    contract=180,
                    invited=tuple(self.rng.sample(self.ids, 3)),
                    share=self.rng.choice((50, 100)),
                )
            )
        return made

    def absences(self) -> list[Absence]:
        made = []
        for name in self.ids:
            if self.maybe(0.5):
                first = self.day(2)
                made.append(
                    Absence(
                        worker_id=name,
                        first=first,
                        last=first + timedelta(days=self.rng.randint(0, 4)),
                        kind=self.rng.choice(list(AbsenceKind)),
                    )
                )
            if self.maybe(0.2):
                day = self.day()
                made.append(
                    Absence(
                        worker_id=name,
                        first=day,
                        last=day,
                        starts=600,
                        ends=900,
                        credit=120,
                    )
                )
        return made

    def availability(self) -> list[Availability]:
        made = []
        for name in self.ids:
            for _ in range(4):
                begins = instant(self.day(), 0)
                made.append(
                    Availability(
                        worker_id=name,
                        begins=begins,
                        ends=begins + 1440 * self.rng.randint(1, 3),
                        offered=self.maybe(0.8),
                    )
                )
        return made

    def pairs(self) -> list[Pair]:
        return [
            Pair(worker_id=one, other_id=other, kind=kind)
            for kind in PairKind
            for one, other in [self.rng.sample(self.ids, 2)]
        ]

    def near(self, shifts: list[Shift]) -> tuple[Assignment, ...] | None:
        if self.maybe(0.5):
            return None
        return tuple(dict.fromkeys(self.assignment(shifts) for _ in range(9)))

    def assignment(self, shifts: list[Shift]) -> Assignment:
        return Assignment(
            worker_id=self.rng.choice(self.ids),
            duty_id=self.rng.choice(shifts).id,
        )

    def past(self, shifts: list[Shift]) -> tuple[Assignment, ...]:
        outside = [s for s in shifts if not self.start <= s.date <= self.end]
        taken = [self.assignment(outside) for _ in range(4 * len(self.ids))]
        return tuple(dict.fromkeys(taken))

    def problem(self, rules: tuple[Rule, ...] | None = None) -> Problem:
        """Draw shifts and support plans together."""
        problem = self.shifts_alone(rules)
        facts = self.plans.facts()
        facts["travel"] += problem.travel
        planned = problem.replace(**facts)
        pairs = self.plans.sessions(planned, planned.pinned_pairs, 0.01)
        return planned.replace(
            pinned=(*planned.pinned, *Roster(planned, pairs)),
            near=self.with_sessions(planned, planned.near),
        )

    def with_sessions(
        self, problem: Problem, near: tuple[Assignment, ...] | None
    ) -> tuple[Assignment, ...] | None:
        if near is None:
            return None
        known = {(entry.worker_id, entry.duty_id) for entry in near}
        pairs = self.plans.sessions(problem, known, 0.05)
        return (*near, *Roster(problem, pairs))

    def shifts_alone(self, rules: tuple[Rule, ...] | None = None) -> Problem:
        rng = self.rng
        shifts = self.shifts(before=16, after=3)
        mine = [s for s in shifts if self.start <= s.date <= self.end]
        pinned = tuple(
            dict.fromkeys(
                self.assignment(mine) for _ in range(rng.randint(0, 4))
            )
        )
        return Problem(
            nation=rng.choice(list(Nation)),
            start=self.start,
            end=self.end,
            units=UNITS,
            travel=(Travel(unit_id="Ash", other_id="Birch", minutes=60),),
            shift_types=TYPES,
            workers=tuple(self.worker(name) for name in self.ids),
            shifts=tuple(shifts),
            diary=tuple(self.diary()),
            demands=tuple(self.demands()),
            absences=tuple(self.absences()),
            availability=tuple(self.availability()),
            requests=tuple(
                {
                    (r.worker_id, r.date, r.what): r
                    for r in (self.request() for _ in range(7))
                }.values()
            ),
            patterns=tuple(
                {
                    (p.worker_id, p.date): p
                    for p in (self.pattern() for _ in range(8))
                }.values()
            ),
            pairs=tuple(self.pairs()),
            rules=self.rules() if rules is None else rules,
            past=self.past(shifts),
            pinned=pinned,
            kept=tuple({(e.worker_id, self.day()): 0 for e in pinned}),
            near=self.near(mine),
            published_on=self.day(40) if self.maybe(0.5) else None,
            known_from=rng.choice((None, self.start - timedelta(days=15))),
            spell_gap=rng.choice((0, 60)),
            week_totals=tuple(self.totals()),
            ledger=tuple(
                Carried(
                    worker_id=name,
                    burden=burden,
                    count=rng.randint(0, 3),
                    fair=rng.choice((None, 0, 150, 275)),
                )
                for name in self.ids
                for burden in (*BURDENS, REFUSED, CHANGES, *FESTIVE)
            ),
            night_period=NIGHTS[self.start.day % len(NIGHTS)],
        )

    def request(self) -> Request:
        code = self.rng.choice(("", "", "E", "N"))
        return Request(
            worker_id=self.rng.choice(self.ids),
            date=self.day(),
            code=code,
            avoid=bool(code) and self.maybe(),
            wish=self.rng.choice(list(Wish)),
            price=self.rng.choice((None, None, 700)),
        )

    def rules(self) -> tuple[Rule, ...]:
        """Give every rule; those that are off by default cost, too."""
        return tuple(
            self.set(rule, Strength.SHOULD)
            if rule.strength is Strength.OFF
            else rule
            for rule in defaults()
        )

    def set(self, rule: Rule, strength: Strength) -> Rule:
        """Draw the numbers of a rule that has none of its own."""
        numbers: dict[str, dict[str, Any]] = {
            "most hours": {"most": 40},
            "fewest hours": {"least": 20},
            "most shifts": {"most": 4},
            "fewest shifts": {"least": 3},
            "most weekends": {"most": 1},
            "most of a shift": {
                "most": (("N", 2),),
                "agreed": ((self.ids[0], "E", 1),),
            },
            "whole weekends": {"not_for": self.ids[:1]},
            "successions": {
                "never": (("L", "E"), ("L", "ES"), ("LD", "E"), ("N", "LD"))
            },
            "same shift in a row": {"most": (("E", 2), ("N", 1))},
            "fewest same shift in a row": {"least": (("E", 3), ("N", 2))},
        }
        drawn = dict(numbers.get(rule.id, {}))
        if "own" in type(rule).model_fields:
            number = 1200 if rule.unit == "hour" else self.rng.randint(1, 3)
            drawn["own"] = ((self.ids[-1], number),)
        return rule.replace(strength=strength, **drawn)

    def pattern(self) -> PatternDay:
        return PatternDay(
            worker_id=self.rng.choice(self.ids),
            date=self.day(),
            codes=self.rng.choice(((), ("E",), ("L", "SI"), ("N",))),
            firm=self.maybe(),
        )

    def totals(self) -> list[WeekTotal]:
        monday = self.start - timedelta(days=self.start.weekday())
        return [
            WeekTotal(
                worker_id=name,
                monday=monday - timedelta(days=7 * back),
                minutes=self.rng.randint(0, 60) * 60,
                excluded_days=self.rng.choice((0, 0, 2)),
            )
            for name in self.ids
            for back in range(1, self.rng.randint(1, 20))
        ]

    def roster(self, problem: Problem, share: float = 0.1) -> Roster:
        """Draw a roster that pays no heed to any rule."""
        pairs = [
            (worker.id, duty.id)
            for worker in problem.workers
            for duty in problem.open_duties
        ]
        count = int(share * self.rng.random() * len(pairs))
        chosen = set(self.rng.sample(pairs, count)) | {
            (entry.worker_id, entry.duty_id) for entry in problem.pinned
        }
        given = self.plans.sessions(problem, chosen, share)
        return Roster(problem, chosen | given)

    def parts(self) -> tuple[Part, ...]:
        """Draw some workers, some days, and both."""
        ids = frozenset(self.rng.sample(self.ids, 2))
        days = frozenset(self.day() for _ in range(3))
        return Part(worker_ids=ids), Part(dates=days), Part(ids, days)

    def changed_within(self, roster: Roster, part: Part) -> Roster:
        """Draw again whatever the part frees."""
        problem = roster.problem
        duties = {
            (worker.id, duty.id)
            for worker in part.workers(problem)
            for duty in part.duties(problem)
        }
        free = (duties | _times(problem, part)) - problem.pinned_pairs
        stands = roster.pairs - free
        again = stands | (self.roster(problem, 0.3).pairs & duties & free)
        given = self.plans.sessions(problem, again, 0.3) & free
        return Roster(problem, again | given)

    def legal(self, problem: Problem, share: float) -> Roster:
        """Draw a roster and leave out what would break another must."""
        drawn = sorted(self.roster(problem, share).pairs)
        self.rng.shuffle(drawn)
        drawn.sort(key=lambda pair: pair[1] in problem.session_times)
        kept = Roster.pins(problem)
        least = _broken(kept)
        for pair in drawn:
            more = kept.changed(add=[pair])
            if all(n <= least.get(k, 0) for k, n in _broken(more).items()):
                kept = more
        return kept

    def one_change(self, roster: Roster) -> Roster:
        """Give or take one duty, or one session."""
        problem = roster.problem
        given = self.plans.sessions(problem, roster.pairs, 0.1)
        if given and self.maybe():
            return roster.changed(add=[self.rng.choice(sorted(given))])
        stands = sorted(roster.pairs - problem.pinned_pairs)
        if stands and self.maybe():
            return roster.changed(drop=[self.rng.choice(stands)])
        duty = self.rng.choice(problem.open_duties)
        pair = (self.rng.choice(self.ids), duty.id)
        if pair in problem.pinned_pairs:
            return roster
        if pair in roster:
            return roster.changed(drop=[pair])
        return roster.changed(add=[pair])


def _times(problem: Problem, part: Part) -> set[tuple[str, str]]:
    """Give every time of a session that a part frees, by worker."""
    return {
        (worker.id, time.id)
        for worker in part.workers(problem)
        for session in part.sessions(problem)
        for time in problem.times_of[session.id]
    }


def _broken(roster: Roster) -> dict[object, int]:
    report = check(roster.problem, roster)
    return {(b.rule.id, b.key): b.amount for b in report.broken}
