"""Everything the pages speak of, worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rota import words
from rota.checker import Report
from rota.commissioned import ClientWeek, commissioned_hours
from rota.domain import Duty, Problem, Worker
from rota.explain import ShiftToFill, shifts_to_fill
from rota.faces import ClientFaces, client_faces
from rota.familiar import Familiar, familiar
from rota.metrics import Metrics
from rota.not_given import NotGiven, hours_not_given
from rota.result import Result
from rota.roster import Roster
from rota.shared_short import SharedShort, shared_short


@dataclass(frozen=True)
class Facts:
    """A rota, its check, and what the reader and the solve had to say."""

    report: Report
    notes: tuple[str, ...] = ()
    result: Result | None = None
    person_word: str = "client"
    source_hash: str = ""

    @classmethod
    def of(
        cls, result: Result, notes: Iterable[str], person_word: str = "client"
    ) -> Facts:
        """Give the facts of a solved rota."""
        return cls(result.report, tuple(notes), result, person_word)

    @property
    def problem(self) -> Problem:
        """The question."""
        return self.report.problem

    @property
    def roster(self) -> Roster:
        """The rota."""
        return self.report.roster

    @cached_property
    def metrics(self) -> Metrics:
        """The numbers."""
        return Metrics(self.problem, self.roster, self.report)

    @cached_property
    def to_fill(self) -> tuple[ShiftToFill, ...]:
        """The shifts to fill."""
        return shifts_to_fill(self.problem, self.roster, self.report)

    @cached_property
    def not_given(self) -> tuple[NotGiven, ...]:
        """The support that is not given, or by too few."""
        return hours_not_given(self.problem, self.roster)

    @cached_property
    def commissioned(self) -> tuple[ClientWeek, ...]:
        """What is commissioned and given, by client, line and week."""
        return commissioned_hours(self.problem, self.roster)

    @cached_property
    def faces(self) -> tuple[ClientFaces, ...]:
        """Who sees each client, by client and count of four weeks."""
        return client_faces(self.problem, self.roster)

    @cached_property
    def familiar(self) -> tuple[Familiar, ...]:
        """How often those come whom plans prefer, by client."""
        return familiar(self.problem, self.roster)

    @cached_property
    def shared_short(self) -> tuple[SharedShort, ...]:
        """What is short of the support that a house gives together."""
        return shared_short(self.problem, self.roster)

    @property
    def has_clients(self) -> bool:
        """Tell whether the service plans by support plans."""
        return bool(self.problem.clients)

    @property
    def title(self) -> str:
        """The name of the service, or what stands for it."""
        return self.problem.name or "Rota"

    @property
    def period(self) -> str:
        """The dates of the rota in words."""
        first, last = self.problem.start, self.problem.end
        year = f" {first.year}" if first.year != last.year else ""
        return f"{words.day(first)}{year} to {words.day(last)} {last.year}"

    @property
    def has_units(self) -> bool:
        """Tell whether the service has several units."""
        return len([unit for unit in self.problem.units if unit]) > 1

    @cached_property
    def workers(self) -> tuple[Worker, ...]:
        """The workers as the pages list them: by unit, role, contract."""
        units = {unit: n for n, unit in enumerate(self.problem.units)}
        people = self.problem.workers
        roles = list(dict.fromkeys(w.role for w in people))
        contracts = list(dict.fromkeys(w.contract for w in people))

        def place(worker: Worker) -> tuple[bool, int, int, int]:
            home = units.get(self.homes[worker.id], len(units))
            role = roles.index(worker.role)
            outside = not worker.contract.is_own_staff
            return outside, home, contracts.index(worker.contract), role

        return tuple(sorted(people, key=place))

    @cached_property
    def homes(self) -> dict[str, str]:
        """The unit each worker's row stands for; shifts elsewhere say so."""
        people = self.problem.workers
        return {worker.id: self._home(worker) for worker in people}

    def _home(self, worker: Worker) -> str:
        if worker.units or not self.has_units:
            return worker.units[0] if worker.units else ""
        worked = [
            duty.unit_id
            for duty in self.metrics.duties_of(worker.id)
            if duty.unit_id
        ]
        return max(sorted(set(worked)), key=worked.count, default="")

    @cached_property
    def by_day(self) -> dict[tuple[str, date], tuple[Duty, ...]]:
        """What stands in each worker's cells, by begin."""
        found: dict[tuple[str, date], tuple[Duty, ...]] = {}
        for worker in self.problem.workers:
            for duty in self.metrics.duties_of(worker.id):
                place = (worker.id, self.metrics.cell_of(worker.id, duty.id))
                found[place] = (*found.get(place, ()), duty)
        return found

    @cached_property
    def short_names(self) -> dict[str, str]:
        """The first name of each worker, as much more as tells two apart."""
        names = [worker.name for worker in self.problem.workers]
        return {
            worker.id: _short(worker.name, names)
            for worker in self.problem.workers
        }

    @property
    def typed(self) -> frozenset[tuple[str, date]]:
        """The cells that a person typed and the program kept."""
        return self.metrics.typed

    @cached_property
    def away(self) -> frozenset[tuple[str, date]]:
        """The whole days on which somebody is away, whatever the reason."""
        return frozenset(
            (absence.worker_id, day)
            for absence in self.problem.absences
            if absence.is_whole_days
            for day in self.problem.dates
            if absence.first <= day <= absence.last
        )


def _short(name: str, names: list[str]) -> str:
    """Give the fewest words that only one of the names begins with."""
    parts = name.split()
    for many in range(1, len(parts)):
        short = " ".join(parts[:many])
        if sum(other.startswith(short) for other in names) == 1:
            return short
    return name
