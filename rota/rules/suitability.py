"""Who may be given which duty: unit, shift type, training, invitation."""

from __future__ import annotations

from typing import ClassVar

from rota import words
from rota.domain import Duty, Given, Problem, Shift, Strength, Worker
from rota.rules.base import Gate


class Qualification(Gate):
    """Whoever works a shift has the training it asks of everyone, in date.

    So has whoever supports somebody whose plan asks for a skill. Source:
    Health and Social Care Act 2008 (Regulated Activities) Regulations 2014,
    reg 18 (CQC-TRN).
    """

    strength: Strength = Strength.MUST

    def judges(self, duty: Given) -> bool:  # noqa: ARG002
        """Judge shifts and sessions alike."""
        return True

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002 (a gate reads it or not)
        worker: Worker,
        duty: Given,
    ) -> str | None:
        """Refuse where a skill is missing or out of date that day."""
        for skill in duty.skills:
            if not worker.holds(skill, duty.date):
                return (
                    f"{worker.name} has no {skill} in date on"
                    f" {words.day(duty.date)}"
                )
        return None


class UnitAllowed(Gate):
    """Everyone works only in units that are theirs."""

    is_by_unit: ClassVar[bool] = True
    strength: Strength = Strength.MUST

    def judges(self, duty: Given) -> bool:  # noqa: ARG002
        """Judge shifts and sessions alike."""
        return True

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002
        worker: Worker,
        duty: Given,
    ) -> str | None:
        """Refuse a unit that is not on the worker's list."""
        if not worker.units or not duty.unit_id:
            return None
        if duty.unit_id in worker.units:
            return None
        return f"{worker.name} does not work in {duty.unit_id}"


class ShiftAllowed(Gate):
    """Everyone works only the shift types that are theirs."""

    strength: Strength = Strength.MUST

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002
        worker: Worker,
        duty: Duty,
    ) -> str | None:
        """Refuse a shift type that is not on the worker's list."""
        listed = worker.shift_codes
        if not listed or duty.code in listed or duty.invited:
            return None
        if not isinstance(duty, Shift):
            return None
        return f"{worker.name} does not work {duty.code}"


class Invited(Gate):
    """Only those named for a meeting, a training or own times have it."""

    strength: Strength = Strength.MUST

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002
        worker: Worker,
        duty: Duty,
    ) -> str | None:
        """Refuse whoever is not named."""
        if not duty.invited or worker.id in duty.invited:
            return None
        return f"{worker.name} is not named for {duty.name or duty.code}"


class Typed(Gate):
    """A cell the manager typed stays as it was typed."""

    strength: Strength = Strength.MUST

    def refuses(
        self, problem: Problem, worker: Worker, duty: Duty
    ) -> str | None:
        """Refuse anything else on a day that is kept."""
        if (worker.id, duty.date) not in problem.kept_days:
            return None
        pins = problem.pinned_pairs
        if (worker.id, duty.id) in pins:
            return None
        return f"{worker.name}'s {words.day(duty.date)} is kept as typed"
