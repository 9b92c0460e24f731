"""An option: a name, and what is different in it."""

from __future__ import annotations

import difflib
from abc import ABC, abstractmethod
from collections.abc import Iterable

from pydantic import Field, SerializeAsAny, ValidationError

from rota.domain import Noun, Problem, Worker
from rota.errors import OptionError, ProblemError, RuleError


class Change(Noun, ABC):
    """One thing that is different in an option."""

    @abstractmethod
    def made(self, problem: Problem) -> Problem:
        """Give the problem with this change; raises OptionError."""


class Option(Noun):
    """A named variant of a rota: what differs, and the number to try.

    Without changes it is the rota as it is.
    """

    name: str = Field(min_length=1)
    changes: tuple[SerializeAsAny[Change], ...] = ()
    seed: int | None = Field(None, ge=0)


def apply(problem: Problem, option: Option) -> Problem:
    """Give the problem as an option has it.

    Parameters
    ----------
    problem
        The rota as it is; it stays as it is.
    option
        What differs; its changes are made in their order.

    Returns
    -------
    A problem of its own, which holds together.

    Raises
    ------
    OptionError
        A change names something that is not there; the text names the option.
    """
    for change in option.changes:
        try:
            problem = change.made(problem)
        except (OptionError, ProblemError, RuleError) as error:
            raise OptionError(f"{option.name}: {error}") from error
        except ValidationError as error:
            said = error.errors()[0]["msg"]
            raise OptionError(f"{option.name}: {said}.") from error
    return problem


def find_worker(problem: Problem, name: str) -> Worker:
    """Find a worker by id, payroll number or name; raises OptionError."""
    wanted = name.strip().casefold()
    for worker in problem.workers:
        known = (worker.id, worker.payroll, worker.name)
        if wanted in {one.casefold() for one in known if one}:
            return worker
    every = [worker.name for worker in problem.workers]
    raise OptionError(nobody("worker", name, every))


def nobody(noun: str, name: str, known: Iterable[str]) -> str:
    """Say that there is nothing of a name, and what is nearest."""
    names = {one.casefold(): one for one in known if one}
    near = difflib.get_close_matches(name.casefold(), names, 1)
    hint = f" Did you mean {names[near[0]]!r}?" if near else ""
    return f"there is no {noun} {name!r}.{hint}"
