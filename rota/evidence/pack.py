"""All the evidence of one rota, and what is not known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from rota import words
from rota.calendar import local_date
from rota.checker import Report, check
from rota.differences import Difference
from rota.domain import Key, Kind, Problem, SessionTime, Worker
from rota.evidence.average import (
    NightTime,
    Statutory,
    WorkingTime,
    highest,
    latest_statutory,
    night_times,
    working_time,
)
from rota.evidence.exceptions import Exempted, exceptions
from rota.evidence.rest import RestPeriod, weekly_rest
from rota.evidence.staffing import AgencyWeek, Alone, agency_weeks, alone
from rota.evidence.training import SkillOnShift, TrainingRecord
from rota.metrics import Metrics
from rota.payroll import Worked, as_it_was
from rota.rest_ledger import RestOwed, rest_owed
from rota.roster import Roster
from rota.rules.night_average import NightAverage
from rota.rules.rest import Rest
from rota.rules.weekly_rest import WeeklyRest

_Rule = TypeVar("_Rule", NightAverage, Rest, WeeklyRest)


@dataclass(frozen=True)
class Evidence:
    """What an inspector asks of one rota.

    Attributes
    ----------
    report
        The check of the rota, as it was worked as far as that is recorded.
    changes
        Cells that are not as they were published, which is `one` of each
        difference; None: nothing is known of what was published.
    assumed
        How many shifts are as planned, because nobody has written down how
        they were worked.
    """

    report: Report
    changes: tuple[Difference, ...] | None = None
    assumed: int = 0

    @classmethod
    def of(
        cls,
        problem: Problem,
        roster: Roster,
        worked: Iterable[Worked] = (),
        changes: tuple[Difference, ...] | None = None,
    ) -> Evidence:
        """Give the evidence of a rota, as it was worked where that is known.

        See `rota.payroll` for what was worked, and the attributes for
        `changes`.
        """
        records = tuple(worked)
        known = {(r.worker_id, r.planned_id) for r in records}
        report = check(*as_it_was(problem, roster, records))
        return cls(report, changes, len(roster.pairs - known))

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
        """Hours and cover."""
        return Metrics(self.problem, self.roster, self.report)

    @property
    def employed(self) -> tuple[Worker, ...]:
        """Everybody whom the service itself employs."""
        people = self.problem.workers
        return tuple(w for w in people if w.contract.is_own_staff)

    # -- working time ---------------------------------------------------------

    @cached_property
    def working_time(self) -> tuple[WorkingTime, ...]:
        """Everybody's average of the period that ends with the rota."""
        people = self.problem.workers
        return tuple(
            working_time(self.problem, self.roster, w) for w in people
        )

    def highest(self, worker: Worker) -> WorkingTime | None:
        """Give the highest average of a period that ends in the rota."""
        return highest(self.problem, self.roster, worker)

    def statutory(self, worker: Worker) -> Statutory:
        """Give the exact formula for the latest period it is known for."""
        return latest_statutory(self.problem, self.roster, worker)

    @cached_property
    def nights(self) -> tuple[NightTime, ...]:
        """The averages of those who work waking nights."""
        rule = self._rule(NightAverage)
        return night_times(self.problem, self.roster, rule)

    # -- rest -----------------------------------------------------------------

    @cached_property
    def rest_owed(self) -> tuple[RestOwed, ...]:
        """The ledger of rest that was too short."""
        return rest_owed(self.problem, self.roster)

    def approver_of_rest(self, debt: RestOwed) -> str:
        """Say who made the exception under which a rest was short."""
        day = local_date(debt.since if debt.goes_on is None else debt.goes_on)
        key = Key(worker_id=debt.worker_id, date=day)
        for override in self._rule(Rest).overrides:
            if override.meets(key):
                return override.approver or "exception without approver"
        return ""

    @cached_property
    def weekly_rest(self) -> tuple[RestPeriod, ...]:
        """Weekly rest, period by period."""
        rule = self._rule(WeeklyRest)
        return weekly_rest(self.problem, self.roster, rule)

    def _rule(self, kind: type[_Rule]) -> _Rule:
        """Give the rule as the workbook sets it, else as it comes."""
        for rule in self.problem.rules:
            if isinstance(rule, kind):
                return rule
        return kind()

    @cached_property
    def at_short_notice(self) -> frozenset[tuple[str, date]]:
        """Days, by name and date, changed at short notice, as recorded."""
        names = self.problem.worker
        return frozenset(
            (names[worker_id].name, day)
            for worker_id, day in self.problem.changed
            if worker_id in names
        )

    # -- staff ----------------------------------------------------------------

    @cached_property
    def training(self) -> tuple[SkillOnShift, ...]:
        """Each skill that matters on each shift."""
        record = TrainingRecord(self.problem, self.roster)
        return tuple(record.lines())

    @cached_property
    def agency(self) -> tuple[AgencyWeek, ...]:
        """Agency staff, week by week."""
        return agency_weeks(self.problem, self.roster)

    @cached_property
    def alone(self) -> tuple[Alone, ...]:
        """When somebody was the only one in a unit."""
        return alone(self.problem, self.roster)

    @cached_property
    def exceptions(self) -> tuple[Exempted, ...]:
        """The exceptions to the rules."""
        return exceptions(self.report)

    # -- what is not known ----------------------------------------------------

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """What is not known, and is not taken to be zero."""
        return tuple(self._unknown())

    def _unknown(self) -> Iterator[str]:
        yield from self._of_the_past()
        yield from self._of_the_people()
        yield from self._of_the_records()

    def _of_the_past(self) -> Iterator[str]:
        known = self.problem.known_from
        if known is None or known >= self.problem.start:
            yield (
                "Shifts before the rota starts are not known: rest is judged"
                " from its first day on."
            )
        missing = [one for one in self.working_time if one.missing]
        if missing:
            most = max(one.missing for one in missing)
            yield (
                "Hours are not known for every week of the average of"
                f" {_people(len(missing))} (up to {words.count(most, 'week')}"
                " missing): the average is over the weeks that are known."
            )
        part = [one for one in self.weekly_rest if not one.is_known]
        if part:
            yield (
                f"{words.count(len(part), 'period')} of weekly rest reach"
                " beyond the time that is known, and are not judged."
            )

    def _of_the_people(self) -> Iterator[str]:
        blank = sum(w.opted_out is None for w in self.employed)
        if blank:
            yield (
                f"No opt-out is recorded, either way, for {_people(blank)};"
                " the 48-hour limit is taken to apply to them."
            )
        undated = {
            (one.worker.id, one.skill)
            for one in self.training
            if one.is_recorded and one.is_valid and one.expires is None
        }
        if undated:
            yield (
                f"{words.count(len(undated), 'skill')} of people on shift"
                " have no expiry date on record: they count as valid."
            )
        silent = {a.worker.id for a in self.alone if a.signed_off is None}
        if silent:
            yield (
                "Whether they may work alone is not recorded for"
                f" {_people(len(silent))} who did."
            )
        unassessed = sum(
            one.is_night_worker and one.worker.night_assessed_on is None
            for one in self.nights
        )
        if unassessed:
            yield (
                "No night health assessment is recorded for"
                f" {_people(unassessed)} who work nights."
            )

    def _of_the_records(self) -> Iterator[str]:
        if self.assumed:
            yield (
                f"{words.count(self.assumed, 'shift')} of"
                f" {len(self.roster)} are taken to be as planned: the Worked"
                " sheet says nothing of them."
            )
        if self.changes is None:
            yield (
                "What was published is not known: give the published workbook"
                " with --published, or a rota that this program wrote."
            )
        visits = sum(
            bool(time.contract) and not self._is_in_a_round(worker.id, time)
            for worker in self.problem.workers
            for time in self.roster.sessions_of(worker.id)
        )
        if visits:
            many = words.count(visits, "visit is", "visits are")
            yield (
                f"{many} in no round, and so not in the averages of working"
                " time, nor in rest."
            )
        lacking = sum(bool(one.lacks) for one in self.exceptions)
        if lacking:
            yield (
                f"{words.count(lacking, 'exception')} to the rules"
                " lack a reason or an approver."
            )

    def _is_in_a_round(self, worker_id: str, time: SessionTime) -> bool:
        """Tell a visit whose time is counted with a round."""
        return any(
            duty.begins <= time.begins and time.ends <= duty.ends
            for duty in self.roster.timeline(worker_id)
            if duty.kind is Kind.ROUND
        )


def _people(number: int) -> str:
    return words.count(number, "person", "people")
