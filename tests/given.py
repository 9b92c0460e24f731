"""A test drawn as a picture: a rota in, a rule kept or broken.

    given('''      Mon Tue
             Ana    L   E''').breaches(Rest, "Ana has 9 h off before ...")

Each case is tried on both faces of the rule: what the check finds, and the
slacks of the plan at the same roster, key by key. What a case shows is kept
in SEEN, and tests/rules/test_every_rule.py asks it of every rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from rota.calendar import DAY, instant, minutes_by_day, span
from rota.checker import check
from rota.domain import (
    Absence,
    Assignment,
    Availability,
    Demand,
    DiaryEntry,
    Duty,
    Given,
    Kind,
    Problem,
    ShiftType,
    Strength,
    Worker,
)
from rota.domain.cutting import QUARTER
from rota.roster import Roster
from rota.rules.base import Breach, Rule
from rota.solver.plan import Plan
from tests.given_plans import time_of, with_client, with_line

MONDAY = date(2026, 6, 1)
SPRING = date(2026, 3, 28)  # a Saturday; next morning the clocks go forward
AUTUMN = date(2026, 10, 24)  # a Saturday; next morning the clocks go back
CHANGES = tuple(
    int(datetime(2026, month, day, 1, tzinfo=UTC).timestamp()) // 60
    for month, day in ((3, 29), (10, 25))
)
TIMES = {
    "E": "07:00-15:00",
    "L": "14:00-22:00",
    "LD": "08:00-20:00",
    "N": "22:00-08:00",
    "SI": "22:00-07:00",
}
LAST_DAY, START, CLOCK, LIMIT = TAGS = ("last day", "start", "clock", "limit")
BROKEN, KEPT_AT_LIMIT, OVER_LIMIT = "broken", "kept at limit", "over limit"
SEEN: dict[str, set[str]] = {}

Amounts = dict[object, int]
Expected = str | int


@dataclass(frozen=True)
class Case:
    """One picture: a problem, and a rota for it."""

    problem: Problem
    roster: Roster
    beside: tuple[Rule, ...] = field(default=())

    def breaches(
        self,
        rule: type[Rule] | Rule,
        *expected: Expected,
        tags: Collection[str] = (),
    ) -> None:
        """Expect exactly these breaches: sentences, or amounts.

        A sentence that ends in `...` is the beginning of one.
        """
        assert expected, "say what is expected"
        judged = _posted(rule)
        found = self._agreed(judged)
        told = [f"{b.amount}: {b.sentence}" for b in found]
        assert len(found) == len(expected), told
        for breach, wanted in zip(found, expected, strict=True):
            assert _is(breach, wanted), told
        self._verify(judged, found, tags)
        if LIMIT in tags:
            assert all(_is_one_unit(b) for b in found), told
            _note(judged, OVER_LIMIT)
        _note(judged, BROKEN)

    def keeps(
        self, rule: type[Rule] | Rule, tags: Collection[str] = ()
    ) -> None:
        """Expect no breach at all."""
        judged = _posted(rule)
        found = self._agreed(judged)
        assert not found, [b.sentence for b in found]
        self._verify(judged, found, tags)
        if LIMIT in tags:
            _note(judged, KEPT_AT_LIMIT)

    def found(self, rule: type[Rule] | Rule) -> tuple[Breach, ...]:
        """Give the breaches on which both faces agree."""
        return self._agreed(_posted(rule))

    # -- who is supported, and by whom --------------------------------------

    def client(self, name: str, **fields: Any) -> Case:
        """Say something of somebody who is supported."""
        return self._of(with_client(self.problem, name, **fields))

    def plan(self, name: str, when: str, **fields: Any) -> Case:
        """Add a line to somebody's plan.

        `when` is `09:00-11:00`, or `2 h in 09:00-13:00` a day, or `6 h a week
        in 09:00-13:00`.
        """
        return self._of(with_line(self.problem, name, when, **fields))

    def gives(
        self, worker: str, name: str, times: str, day: date | None = None
    ) -> Case:
        """Let a worker support somebody at `09:00-11:00`, the first day."""
        when = time_of(self.problem, name, times, day or self.problem.start)
        roster = self.roster.changed(add=[(worker, when.id)])
        return replace(self, roster=roster)

    def _of(self, problem: Problem) -> Case:
        roster = Roster(problem, self.roster.pairs)
        return replace(self, problem=problem, roster=roster)

    # -- both faces ---------------------------------------------------------

    def _agreed(self, rule: Rule) -> tuple[Breach, ...]:
        problem = self.problem.replace(rules=(*self.beside, rule))
        roster = Roster(problem, self.roster.pairs)
        found = check(problem, roster).of(rule.id)
        checked = {(rule.id, b.key): b.amount for b in found}
        assert len(checked) == len(found), "a key was found twice"
        slacks = Plan(problem, elastic=True).slacks(roster)
        posted = {name: n for name, n in slacks.items() if name[0] == rule.id}
        assert posted == checked, "check and plan disagree"
        return found

    def _amounts(
        self, rule: Rule, problem: Problem, roster: Roster
    ) -> Amounts:
        problem = problem.replace(rules=(*self.beside, rule))
        found = check(problem, Roster(problem, roster.pairs)).of(rule.id)
        return {b.key: b.amount for b in found}

    # -- what a case shows --------------------------------------------------

    def _verify(
        self, rule: Rule, found: tuple[Breach, ...], tags: Collection[str]
    ) -> None:
        assert set(tags) <= set(TAGS), tags
        amounts: Amounts = {b.key: b.amount for b in found}
        if LAST_DAY in tags:
            assert self._is_on_the_last_day(rule, amounts), "not the last day"
            _note(rule, LAST_DAY)
        if START in tags:
            plain = self._amounts(rule, _forget(self.problem), self.roster)
            assert plain != amounts, "what came before makes no difference"
            _note(rule, START)
        if CLOCK in tags:
            assert self._spans_a_change(), "no duty or demand is near a change"
            _note(rule, CLOCK)

    def _is_on_the_last_day(self, rule: Rule, amounts: Amounts) -> bool:
        """Tell whether a breach is dated then, or depends on that day.

        It is another without the duties of that day; or it is there because
        somebody is off then, and is another with a duty given.
        """
        end, found = self.problem.end, self.problem.given
        if any(getattr(key, "date", None) == end for key in amounts):
            return True
        held = {p for p in self.roster.pairs if found(p[1]).date == end}
        without = self.roster.changed(drop=held)
        others = [without] if held else self._with_one_more(end)
        return bool(amounts) and any(
            self._amounts(rule, self.problem, other) != amounts
            for other in others
        )

    def _with_one_more(self, day: date) -> list[Roster]:
        """Give the roster with one duty more that day, in every way."""
        return [
            self.roster.changed(add=[(worker.id, duty.id)])
            for worker in self.problem.workers
            for duty in self.problem.open_duties
            if duty.date == day
        ]

    def _spans_a_change(self) -> bool:
        return any(
            begins < change < ends
            for begins, ends in self._stretches()
            for change in CHANGES
        )

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Give from when to when each worker works, and each demand lasts."""
        for worker in self.problem.workers:
            sessions = self.roster.sessions_of(worker.id)
            done: list[Given] = [*self.roster.timeline(worker.id), *sessions]
            if done:
                begins = min(duty.begins for duty in done)
                yield begins, max(duty.ends for duty in done)
        for demand in self.problem.demands:
            yield demand.begins, demand.ends
        for session in self.problem.sessions:
            yield from session.options


def _posted(rule: type[Rule] | Rule) -> Rule:
    """Give a rule that is posted: one that is off becomes a should."""
    made = rule() if isinstance(rule, type) else rule
    if made.strength is Strength.OFF and not made.overrides:
        return made.replace(strength=Strength.SHOULD)
    return made


def _is(breach: Breach, wanted: Expected) -> bool:
    if isinstance(wanted, int):
        return breach.amount == wanted
    if wanted.endswith("..."):
        return breach.sentence.startswith(wanted.removesuffix("..."))
    return breach.sentence == wanted


def _is_one_unit(breach: Breach) -> bool:
    """Tell whether a breach is the least there can be of its kind.

    Of support that is a quarter of an hour.
    """
    piece = breach.key.to - breach.key.at if breach.key.at else 1
    return breach.amount in (1, QUARTER, piece)


def _forget(problem: Problem) -> Problem:
    """Give the problem without anything that was before the start."""
    workers = tuple(w.replace(brought_forward=0) for w in problem.workers)
    return problem.replace(
        past=(),
        week_totals=(),
        ledger=(),
        workers=workers,
        clients=tuple(one.replace(known_by=()) for one in problem.clients),
    )


def _note(rule: Rule, what: str) -> None:
    SEEN.setdefault(rule.id, set()).add(what)


# -- reading a picture ------------------------------------------------------


def given(
    grid: str,
    *,
    start: date = MONDAY,
    history: str = "",
    pins: str = "",
    near: str = "",
    later: str = "",
    workers: Mapping[str, Mapping[str, Any]] | None = None,
    types: tuple[ShiftType, ...] = (),
    beside: tuple[Rule, ...] = (),
    **facts: Any,
) -> Case:
    """Read a picture of a rota.

    Parameters
    ----------
    grid
        Weekdays across; a name and a cell for each day down. A cell is `.` or
        codes such as `L/SI`, each with `@Unit` where there are units.
    start
        The date of the first column, whose weekday must be the one drawn.
    history, later
        The same for the days before the start, and after the end: the past.
    pins, near
        The same as the grid for what is pinned, and for the rota known.
    workers
        Fields of a worker by name.
    types
        Shift types beside E, L, LD, N and SI, or instead of them.
    beside
        Other rules that hold, for those that read what is refused.
    facts
        Any other field of the problem.
    """
    days, rows = _table(grid)
    _expect(days, start)
    end = start + timedelta(days=len(days) - 1)
    then, before = _table(history) if history else ([], {})
    first = start - timedelta(days=len(then))
    _expect(then, first)
    beyond, after = _table(later) if later else ([], {})
    _expect(beyond, end + timedelta(days=1))
    last = end + timedelta(days=len(beyond))
    facts.setdefault("units", _units(grid + history + pins + near + later))
    if then:
        facts.setdefault("known_from", first)
    problem = Problem(
        start=start,
        end=end,
        workers=tuple(_worker(n, (workers or {}).get(n, {})) for n in rows),
        shifts=tuple(
            kind.on(first + timedelta(days=n), unit)
            for kind in _types(types).values()
            for n in range((last - first).days + 1)
            for unit in facts["units"]
        ),
        **facts,
    )
    at = _places(problem)
    past = [*_read(before, first, at), *_read(after, end + DAY_LONG, at)]
    pinned = list(_read(_table(pins)[1] if pins else {}, start, at))
    problem = problem.replace(
        past=tuple(past),
        pinned=tuple(pinned),
        near=tuple(_read(_table(near)[1], start, at)) if near else None,
    )
    given_out = [*_read(rows, start, at), *pinned]
    return Case(problem, Roster.of(problem, given_out), beside)


DAY_LONG = timedelta(days=1)
Rows = dict[str, list[str]]


def _table(grid: str) -> tuple[list[str], Rows]:
    lines = [line.split() for line in grid.strip().splitlines()]
    head, body = lines[0], lines[1:]
    assert all(len(cells) == len(head) + 1 for cells in body), grid
    return head, {cells[0]: cells[1:] for cells in body}


def _expect(names: list[str], first: date) -> None:
    """Hold the weekdays drawn against the dates meant."""
    for n, name in enumerate(names):
        day = first + timedelta(days=n)
        assert f"{day:%a}" == name, f"{day} is no {name}"


def _units(text: str) -> tuple[str, ...]:
    cells = [part for cell in text.split() for part in cell.split("/")]
    named = {cell.split("@")[1] for cell in cells if "@" in cell}
    return tuple(sorted(named)) or ("",)


def _types(extra: tuple[ShiftType, ...]) -> dict[str, ShiftType]:
    kinds = {"SI": Kind.SLEEP_IN}
    usual = [shift_type(c, t, kind=kinds.get(c)) for c, t in TIMES.items()]
    return {made.code: made for made in (*usual, *extra)}


def _worker(name: str, fields: Mapping[str, Any]) -> Worker:
    return Worker(**{"id": name, "name": name, **fields})


def _places(problem: Problem) -> dict[tuple[date, str, str], str]:
    return {(d.date, d.code, d.unit_id): d.id for d in problem.duties}


def _read(
    rows: Rows, first: date, at: Mapping[tuple[date, str, str], str]
) -> Iterator[Assignment]:
    for name, cells in rows.items():
        for n, cell in enumerate(cells):
            day = first + timedelta(days=n)
            for part in cell.split("/") if cell != "." else ():
                code, _, unit = part.partition("@")
                duty_id = at[day, code, unit]
                yield Assignment(worker_id=name, duty_id=duty_id)


# -- facts, said shortly ----------------------------------------------------


def shift_type(
    code: str, times: str, kind: Kind | None = None, **fields: Any
) -> ShiftType:
    """Make a shift type of `07:00-15:00`."""
    begins, ends = (time.fromisoformat(said) for said in times.split("-"))
    return ShiftType(
        code=code, start=begins, end=ends, kind=kind or Kind.WAKING, **fields
    )


def minutes(said: str) -> int:
    """Give minutes after midnight of `07:30`."""
    hours, rest = said.split(":")
    return 60 * int(hours) + int(rest)


def need(day: date, times: str, **fields: Any) -> Demand:
    """Make a demand for `07:00-15:00`, or for a code; one person at least."""
    code = times if times in TIMES else ""
    begins, ends = (minutes(t) for t in TIMES.get(times, times).split("-"))
    first, last = span(day, begins, ends)
    known: dict[str, Any] = {
        "id": f"{day}:{times}:{fields.get('skill', '')}",
        "date": day,
        "begins": first,
        "ends": last,
        "codes": (code,) if code else (),
        "kind": Kind.SLEEP_IN if code == "SI" else Kind.WAKING,
        "minimum": 1,
    }
    return Demand(**(known | fields))


def away(name: str, first: date, last: date, **fields: Any) -> Absence:
    """Make an absence."""
    return Absence(worker_id=name, first=first, last=last, **fields)


def window(name: str, day: date, times: str, *, offered: bool) -> Availability:
    """Make an offer, or a bar, of `07:00-15:00` on a date."""
    begins, ends = (minutes(said) for said in times.split("-"))
    ends += DAY if ends <= begins else 0
    return Availability(
        worker_id=name,
        begins=instant(day, begins),
        ends=instant(day, ends),
        offered=offered,
    )


def meeting(
    code: str, day: date, times: str, invited: tuple[str, ...], **fields: Any
) -> DiaryEntry:
    """Make a diary entry that counts its whole length."""
    begins, ends = span(day, *(minutes(said) for said in times.split("-")))
    length = ends - begins
    known: dict[str, Any] = {
        "id": f"{day}:{code}",
        "code": code,
        "date": day,
        "begins": begins,
        "ends": ends,
        "work": length,
        "wage": length,
        "contract": length,
        "invited": invited,
    }
    return DiaryEntry(**(known | fields))


def parts(duty: Duty) -> list[int]:
    """Give the minutes of a duty on each local date it touches."""
    return [length for _, length in minutes_by_day(duty.begins, duty.ends)]
