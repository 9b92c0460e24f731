"""Problems so small that every rota for them can be written down."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import chain, islice, product

from rota.checker import Report, check
from rota.domain import (
    Absence,
    Assignment,
    Contract,
    Demand,
    Problem,
    Request,
    Rule,
    Session,
    ShiftType,
    Strength,
    Worker,
)
from rota.roster import Pair, Roster
from rota.rules import defaults
from tests.chance import Chance

MONDAY = date(2026, 6, 1)
FEW_TIMES = 2
MENDED_BY_OTHERS = ("supervision", "lone working")
KINDS = (
    ShiftType(code="E", start=time(7), end=time(15)),
    ShiftType(code="L", start=time(14), end=time(22)),
    ShiftType(code="N", start=time(22), end=time(8)),
)
Broken = dict[tuple[str, object], int]


def from_chance(seed: int) -> Problem:
    """Draw a problem full of everything in which something is left to choose.

    The draws of one seed change whenever problems are given more to hold.
    """
    drawn = (_drawn(100 * seed + more) for more in range(100))
    return next(problem for problem in drawn if _leaves_a_choice(problem))


def _leaves_a_choice(problem: Problem) -> bool:
    return len(list(islice(every_rota(problem), 2))) == 2


def _drawn(seed: int, duties: int = 5) -> Problem:
    """Draw a problem, and leave it a few duties.

    Of the gates only some stay musts, lest nobody may do anything.
    """
    chance = Chance(seed, days=3 + seed % 3, people=3)
    problem = chance.problem()
    pins = {entry.duty_id for entry in problem.pinned}
    sessions = _few_sessions(chance.rng, problem, pins)
    times = [
        one.time_id(*option) for one in sessions for option in one.options
    ]
    frames = _frames(problem, times)
    others = [d.id for d in problem.open_duties if d.id not in pins | frames]
    room = max(0, duties - len(pins | frames))
    kept = pins | frames | set(chance.rng.sample(others, room))
    kept |= {*times, *(entry.duty_id for entry in problem.past)}
    return problem.replace(
        shifts=tuple(s for s in problem.shifts if s.id in kept),
        diary=tuple(d for d in problem.diary if d.id in kept),
        sessions=sessions,
        near=_kept(problem.near, kept),
        rules=tuple(_softer(chance.rng, rule) for rule in problem.rules),
    )


def _few_sessions(
    rng: random.Random, problem: Problem, pins: set[str], many: int = 2
) -> tuple[Session, ...]:
    """Keep the sessions that are pinned, and a few, with two times each."""
    given = {
        session.id: [
            option
            for option in session.options
            if session.time_id(*option) in pins
        ]
        for session in problem.sessions
    }
    free = [session for session in problem.sessions if not given[session.id]]
    pinned = [session for session in problem.sessions if given[session.id]]
    room = max(0, many - len(pinned))
    few = [*pinned, *rng.sample(free, min(room, len(free)))]
    return tuple(with_few_times(rng, s, *given[s.id]) for s in few)


def with_few_times(
    rng: random.Random, session: Session, *kept: tuple[int, int]
) -> Session:
    """Give a session with two times at most, those to be kept among them."""
    others = [option for option in session.options if option not in kept]
    room = max(0, FEW_TIMES - len(kept))
    drawn = rng.sample(others, min(room, len(others)))
    return session.replace(options=tuple(sorted([*kept, *drawn])))


def _frames(problem: Problem, times: list[str]) -> set[str]:
    """Give a shift for each of some sessions, where one could hold it."""
    found = set()
    for option in (problem.session_times[name] for name in times):
        found |= {
            duty.id
            for duty in problem.open_duties
            if option.is_given_on(duty)
            and duty.begins <= option.begins
            and option.ends <= duty.ends
        }
    return set(sorted(found)[:2])


def _softer(rng: random.Random, rule: Rule) -> Rule:
    if rule.is_gate and rng.random() < 0.7:
        return rule.replace(strength=Strength.SHOULD, price=2_000)
    return rule


def _kept(
    near: tuple[Assignment, ...] | None, duty_ids: set[str]
) -> tuple[Assignment, ...] | None:
    if near is None:
        return None
    return tuple(entry for entry in near if entry.duty_id in duty_ids)


def house(seed: int, days: int = 3, people: int = 2) -> Problem:
    """Draw a small house: contracts, cover, a request, leave, history."""
    rng = random.Random(seed)
    names = ("Ana", "Ben", "Cat", "Dan", "Eve", "Fay", "Gus")[:people]
    end = MONDAY + timedelta(days=days - 1)
    kinds = rng.sample(KINDS, 2) if days * people < 12 else list(KINDS)
    dates = [MONDAY + timedelta(days=n) for n in range(-2, days)]
    shifts = tuple(kind.on(day) for day in dates for kind in kinds)
    past = tuple(
        Assignment(worker_id=rng.choice(names), duty_id=shift.id)
        for shift in shifts
        if shift.date < MONDAY and rng.random() < 0.7
    )
    return Problem(
        start=MONDAY,
        end=end,
        workers=tuple(_worker(rng, name) for name in names),
        shifts=shifts,
        demands=tuple(
            _demand(rng, kind, day)
            for day in dates
            if day >= MONDAY
            for kind in kinds
        ),
        absences=(_leave(rng, names, end),),
        requests=(
            Request(worker_id=rng.choice(names), date=rng.choice(dates[2:])),
        ),
        rules=defaults(),
        past=past,
        known_from=dates[0],
    )


def _worker(rng: random.Random, name: str) -> Worker:
    contract = rng.choice([Contract.PERMANENT] * 4 + [Contract.AGENCY])
    hours = rng.choice((16, 24, 37)) * 60
    permanent = contract is Contract.PERMANENT
    return Worker(
        id=name,
        name=name,
        weekly_minutes=hours if permanent else 0,
        opted_out=rng.choice((None, True)),
    )


def _demand(rng: random.Random, kind: ShiftType, day: date) -> Demand:
    shift = kind.on(day)
    return Demand(
        id=f"{day}:{kind.code}",
        date=day,
        begins=shift.begins,
        ends=shift.ends,
        codes=(kind.code,),
        minimum=rng.choice((1, 1, 2)),
        ideal=rng.choice((0, 2)),
        maximum=rng.choice((None, 2)),
    )


def _leave(rng: random.Random, names: tuple[str, ...], end: date) -> Absence:
    day = rng.choice((MONDAY, end))
    return Absence(worker_id=rng.choice(names), first=day, last=day)


def every_rota(problem: Problem) -> Iterator[tuple[Roster, Report]]:
    """Give every rota that breaks no must beyond what the constants do.

    What one worker does is looked at first, beside the constants alone:
    a must about nobody else that it breaks, it breaks in every rota, unless
    the others can mend it by being there.
    """
    least = broken(check(problem, Roster.pins(problem)))
    choices = [
        list(_lives(problem, worker.id, least)) for worker in problem.workers
    ]
    for lives in product(*choices):
        roster = Roster(problem, set(chain(*lives)))
        report = check(problem, roster)
        if within(broken(report), least):
            yield roster, report


def _lives(
    problem: Problem, worker_id: str, least: Broken
) -> Iterator[tuple[Pair, ...]]:
    pins = {p for p in problem.pinned_pairs if p[0] == worker_id}
    others = problem.pinned_pairs - pins
    strict = _musts(problem)
    for chosen in product(*_choices(problem, worker_id, pins)):
        life = (*sorted(pins), *chain(*chosen))
        report = check(strict, Roster(strict, {*life, *others}))
        own = {
            name: amount
            for name, amount in broken(report).items()
            if getattr(name[1], "worker_id", "") == worker_id
            and not getattr(name[1], "other_id", "")
            and name[0] not in MENDED_BY_OTHERS
        }
        if within(own, least):
            yield life


def _musts(problem: Problem) -> Problem:
    """Give a problem with the rules that can forbid, which is read faster."""
    return problem.replace(
        rules=tuple(
            rule
            for rule in problem.rules
            if rule.strength is Strength.MUST or rule.overrides
        )
    )


def _choices(
    problem: Problem, worker_id: str, pins: set[Pair]
) -> Iterator[tuple[tuple[Pair, ...], ...]]:
    """Give what can become of each duty and session: nothing is first.

    A session is given at one of its times, or not at all.
    """
    for duty in problem.open_duties:
        if (worker_id, duty.id) not in pins:
            yield (), ((worker_id, duty.id),)
    for session in problem.sessions:
        times = [(worker_id, t.id) for t in problem.times_of[session.id]]
        if not pins & set(times):
            yield (), *((pair,) for pair in times)


def broken(report: Report) -> Broken:
    """Give what musts are broken by, by rule and key."""
    return {(b.rule.id, b.key): b.amount for b in report.broken}


def within(found: Broken, least: Broken) -> bool:
    """Tell whether nothing is broken by more than that."""
    return all(n <= least.get(name, 0) for name, n in found.items())
