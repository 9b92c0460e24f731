"""Numbers that are no rules: hours, people, shares, money, requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rota.checker import SIXTIETHS, Report
from rota.domain import (
    Burden,
    Contract,
    Demand,
    Duty,
    Given,
    Kind,
    Problem,
    Worker,
)
from rota.needed import needed_on, visits_needed
from rota.roster import Roster
from rota.rules.contract_hours import credited_minutes
from rota.rules.cover import count_people
from rota.rules.fair_share import count_burden
from rota.typed import cell_of, typed_cells

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class WorkerHours:
    """One worker's hours in the horizon; every length is minutes.

    `due` is contracted and brought forward together; what is above it is
    carried on as less than 0, what is below it as more.
    """

    worker_id: str
    name: str
    contracted: int
    brought_forward: int
    credited: int
    rostered: int
    duties: int
    weekends: int
    has_contract: bool

    @property
    def due(self) -> int:
        """What the contract asks for, with what was brought forward."""
        return self.contracted + self.brought_forward

    @property
    def difference(self) -> int:
        """Minutes over what is due; less than 0 is under."""
        return self.rostered + self.credited - self.due

    @property
    def carried_on(self) -> int:
        """What is owed to the service after the horizon."""
        return -self.difference if self.has_contract else 0


@dataclass(frozen=True, slots=True)
class WorkerShare:
    """What one worker carries of one burden, against the fair share."""

    worker_id: str
    name: str
    burden: str
    carried: int
    had: int
    fair: float

    @property
    def owed(self) -> float:
        """How far behind the fair share; less than 0 is ahead."""
        return self.fair - self.carried - self.had


@dataclass(frozen=True, slots=True)
class ServiceHours:
    """Person-minutes of waking cover and visits, by contract hours."""

    needed: int
    available: int
    rostered: int
    own: int
    agency: int
    sleep_ins_needed: int
    sleep_ins_given: int

    @property
    def agency_share(self) -> float:
        """The part of the rostered hours that agency staff work."""
        return self.agency / self.rostered if self.rostered else 0.0


@dataclass(frozen=True, slots=True)
class People:
    """How many are there for one demand, and how many must be."""

    demand: Demand
    there: int

    @property
    def short(self) -> int:
        """How many are missing at the worst moment."""
        return max(0, self.demand.minimum - self.there)


@dataclass(frozen=True, slots=True)
class Holders:
    """Who is there for a demand and holds its skill."""

    demand: Demand
    names: tuple[str, ...]
    there: int  # at the worst moment

    @property
    def short(self) -> int:
        """How many are missing at the worst moment."""
        return max(0, self.demand.minimum - self.there)


@dataclass(frozen=True)
class Metrics:
    """The numbers of one rota."""

    problem: Problem
    roster: Roster
    report: Report

    @cached_property
    def hours(self) -> tuple[WorkerHours, ...]:
        """Hours of every worker, in the order of the problem."""
        return tuple(self._hours(worker) for worker in self.problem.workers)

    def _hours(self, worker: Worker) -> WorkerHours:
        problem = self.problem
        credit = problem.absence_credit[worker.id]
        total = credited_minutes(problem, self.roster, worker)
        return WorkerHours(
            worker_id=worker.id,
            name=worker.name,
            contracted=problem.due[worker.id] - worker.brought_forward,
            brought_forward=worker.brought_forward,
            credited=credit,
            rostered=total - credit,
            duties=len(self.duties_of(worker.id)),
            weekends=self.count(Burden.WEEKENDS, worker.id),
            has_contract=worker.weekly_minutes > 0,
        )

    def duties_of(self, worker_id: str) -> tuple[Duty, ...]:
        """Give what a worker does in the horizon, by begin."""
        days = self.problem.date_set
        return tuple(
            duty
            for duty in self.roster.timeline(worker_id)
            if duty.date in days
        )

    def count(self, burden: Burden, worker_id: str) -> int:
        """Count what a worker carries of a burden in the horizon."""
        return count_burden(self.problem, self.roster, burden, worker_id)

    @cached_property
    def shares(self) -> tuple[WorkerShare, ...]:
        """Everybody's share of every burden, burden by burden."""
        problem = self.problem
        return tuple(
            WorkerShare(
                worker_id=worker.id,
                name=worker.name,
                burden=burden.value,
                carried=shares[worker.id].carried,
                had=self.count(burden, worker.id),
                fair=float(shares[worker.id].share),
            )
            for burden in Burden
            for shares in (problem.fair_shares[burden],)
            for worker in problem.workers
            if worker.id in shares
        )

    @cached_property
    def service(self) -> ServiceHours:
        """Hours needed, available and rostered over the whole service."""
        problem = self.problem
        given = [
            (worker, duty)
            for worker in problem.workers
            for duty in self.duties_of(worker.id)
        ]
        waking: list[tuple[Worker, Given]] = [
            (w, d) for w, d in given if d.kind is Kind.WAKING
        ]
        waking += [
            (worker, visit)
            for worker in problem.workers
            for visit in self.roster.sessions_of(worker.id)
        ]
        rostered = sum(duty.contract for _, duty in waking)
        agency = sum(
            duty.contract
            for worker, duty in waking
            if worker.contract is Contract.AGENCY
        )
        return ServiceHours(
            needed=sum(needed_on(problem, day) for day in problem.dates)
            + visits_needed(problem),
            available=sum(
                max(0, problem.due[w.id] - problem.absence_credit[w.id])
                for w in problem.workers
                if w.weekly_minutes
            ),
            rostered=rostered,
            own=rostered - agency,
            agency=agency,
            sleep_ins_needed=sum(
                demand.minimum
                for demand in problem.demands
                if demand.kind is Kind.SLEEP_IN and not demand.skill
            ),
            sleep_ins_given=sum(duty.is_sleep_in for _, duty in given),
        )

    @cached_property
    def people(self) -> tuple[People, ...]:
        """How many are there for every demand for people."""
        return tuple(
            People(demand, self._least(demand))
            for demand in self.problem.demands
            if not demand.skill
        )

    def _least(self, demand: Demand) -> int:
        return min(
            count_people(self.problem, self.roster, demand, begins, ends)
            for begins, ends in self.problem.pieces(demand)
        )

    @cached_property
    def holders(self) -> tuple[Holders, ...]:
        """Who leads, gives medication and so on, for every such demand."""
        return tuple(
            Holders(
                demand,
                tuple(self._names(demand)),
                self._least(demand),
            )
            for demand in self.problem.demands
            if demand.skill and demand.minimum
        )

    def _names(self, demand: Demand) -> Iterator[str]:
        there = {
            worker.id
            for duty in self.problem.meets[demand.id]
            for worker in (
                *self.roster.workers_on(duty.id),
                *self.problem.past_workers_on(duty.id),
            )
            if worker.counts_on(duty.date)
            and worker.holds(demand.skill, duty.date)
        }
        for worker in self.problem.workers:
            if worker.id in there:
                yield worker.name

    @cached_property
    def requests(self) -> tuple[int, int]:
        """How many requests are met, and how many there are."""
        every = len(self.problem.requests)
        return every - len(self.report.of("requests")), every

    @cached_property
    def money(self) -> dict[str, float]:
        """Pounds really paid beyond contracted pay, by rule."""
        found: dict[str, float] = {}
        for breach in self.report.money:
            name = breach.rule.id
            found[name] = found.get(name, 0.0) + breach.cost / SIXTIETHS
        return found

    @cached_property
    def kept(self) -> int:
        """How many cells a person typed and the program kept."""
        return len(self.typed)

    @cached_property
    def typed(self) -> frozenset[tuple[str, date]]:
        """The cells of the horizon that a person typed: worker id, date."""
        return typed_cells(self.problem, self.roster)

    def cell_of(self, worker_id: str, duty_id: str) -> date:
        """Give the date in whose cell a duty stands."""
        return cell_of(self.problem, self.roster, worker_id, duty_id)

    def to_frame(self) -> pd.DataFrame:
        """Give a table of hours, one row a worker; lengths are hours."""
        columns = [
            "contracted",
            "brought_forward",
            "credited",
            "rostered",
            "due",
            "difference",
            "carried_on",
        ]
        rows = [
            {"worker": line.worker_id, "name": line.name}
            | {name: getattr(line, name) / 60 for name in columns}
            | {"duties": line.duties, "weekends": line.weekends}
            for line in self.hours
        ]
        names = ["worker", "name", *columns, "duties", "weekends"]
        return _frame(rows, names)

    def shares_to_frame(self) -> pd.DataFrame:
        """Give a table of fair shares: worker, burden, had, fair, owed."""
        names = [field.name for field in fields(WorkerShare)] + ["owed"]
        rows = [
            {name: getattr(share, name) for name in names}
            for share in self.shares
        ]
        return _frame(rows, names)


def _frame(rows: list[dict[str, Any]], columns: list[str]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(rows, columns=columns)
