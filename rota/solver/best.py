"""The best rota so far, and what makes one rota better than another."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property

from rota.checker import Report, check
from rota.domain import Key, Problem
from rota.progress import Progress
from rota.roster import Roster
from rota.solver.clock import Clock

Worth = tuple[int, int]  # must broken beyond the constants; then the weight
Watch = Callable[[Progress], None]


class Scale:
    """Weighs rotas of one problem.

    First comes by how much musts are broken beyond what pins and history
    break by themselves; then the cost, with a high price on what is left of
    those breaches, so that whoever can mend them does.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem = problem

    @cached_property
    def unavoidable(self) -> dict[tuple[str, Key], int]:
        """By how much constants alone break each must."""
        pins = check(self._problem, Roster.pins(self._problem))
        return {(b.rule.id, b.key): b.amount for b in pins.broken}

    def worth(self, report: Report) -> Worth:
        """Give the worth of a checked rota, or of a part; less is better."""
        beyond = sum(
            max(0, b.amount - self.unavoidable.get((b.rule.id, b.key), 0))
            for b in report.broken
        )
        return beyond, report.cost + report.to_mend


class Best:
    """The best rota so far, by its check; told from any thread.

    The bound is one of cost and `to_mend` together, as the solver weighs
    them; `cost_bound` is what it says about the cost.
    """

    def __init__(
        self, problem: Problem, watch: Watch | None, gap: float = 0.0
    ) -> None:
        self._problem = problem
        self._gap = gap  # a share of the cost that need not be saved
        self._watch = watch
        self._lock = threading.Lock()
        self.scale = Scale(problem)
        self._clock = Clock()
        self.seconds: Callable[[], float] = self._clock
        self.report = check(problem, Roster.pins(problem))
        self.bound: int | None = None
        self.is_impossible = False  # to meet every must that asks

    def offer(self, roster: Roster, bound: int | None = None) -> None:
        """Take a roster if it is better; tell who watches."""
        self.take(check(self._problem, roster), bound)

    def take(self, report: Report, bound: int | None = None) -> None:
        """Take a checked roster if it is better; tell who watches."""
        if bound is not None:
            self.raise_bound(bound)
        with self._lock:
            if self.scale.worth(report) < self.scale.worth(self.report):
                self.report = report
        self._tell()

    @contextmanager
    def getting_ready(self, but_for: float) -> Iterator[None]:
        """Let no time count meanwhile, but for so many seconds; tell of it."""
        self._tell(is_getting_ready=True)
        with self._clock.held(but_for):
            yield
        self._tell()

    def raise_bound(self, bound: int) -> None:
        """Take a proven lower limit, if it is a better one."""
        with self._lock:
            self.bound = max(bound, self.bound or bound)

    @property
    def cost_bound(self) -> int | None:
        """A lower limit of the cost of rotas that mend no less than this."""
        if self.bound is None:
            return None
        return self.bound - self.report.to_mend

    @property
    def proved(self) -> bool:
        """Tell whether no rota can be better."""
        bound = self.cost_bound
        return bound is not None and bound >= self.report.cost

    @property
    def is_near_enough(self) -> bool:
        """Tell whether no rota can be better by more than the gap."""
        bound = self.cost_bound
        if bound is None:
            return False
        return self.report.cost - bound <= self._gap * self.report.cost

    @property
    def asks_in_vain(self) -> bool:
        """Tell whether a must that asks for something is not met."""
        return any(b.rule.asks_at_least for b in self.report.broken)

    def _tell(self, *, is_getting_ready: bool = False) -> None:
        """Tell who watches how things stand."""
        if self._watch is not None:
            self._watch(
                Progress(
                    seconds=self.seconds(),
                    cost=self.report.cost,
                    bound=self.cost_bound,
                    minutes_to_fill=self.report.minutes_to_fill,
                    is_getting_ready=is_getting_ready,
                )
            )
