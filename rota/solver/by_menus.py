"""The search where sessions are many: over one menu of times after another.

Shifts are built first, against the people that sessions will need on the
whole; each day's sessions are given to those who are at work; from then on
shifts and sessions are decided together: annealed on each menu, and in patches
of both.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Collection
from dataclasses import replace

from rota.roster import Roster
from rota.solver.best import Best
from rota.solver.by_annealing import annealing_of
from rota.solver.improve import Improver
from rota.solver.menu import some_times
from rota.solver.oneshot import Budget
from rota.solver.places import Places
from rota.solver.plan import Plan
from rota.solver.support import shifts_only, with_shifts_of

FIRST_MENU = 4  # times for each session, while none is given
NEXT_MENUS = 3  # the same beside the one that stands
PATIENCE = 0.0003  # ticks a thread on one menu, for each variable of its plan
LEAST = 0.1  # the same for each second there is, where that is more
SHIFTS_SHARE = 0.4  # of the time, at most, for shifts without sessions
SHIFT_ROUNDS = 2  # of the search, for shifts that suit the load
MOVES = 300  # of an annealing on one menu, for each of its choices
HEAT = 0.3  # of what is hot: what was found stands for the most part
MENU_ROUNDS = 8  # of the search, where rounds are counted and not seconds

Over = Callable[[], bool]


class ByMenus:
    """One search, from the best rota known or from none."""

    def __init__(self, best: Best, budget: Budget, over: Over) -> None:
        self._best = best
        self._budget = budget
        self._over = over
        self._chance = random.Random(budget.seed)
        self._places = Places(best.report.problem)
        self._turn = math.inf  # ticks to spend on one menu

    def begin(self) -> None:
        """Build shifts if there are none; give each day's sessions.

        The shifts are a rota too, for whoever has no time for more. By
        themselves they may cost more than none: a round is worth having for
        its visits alone. So the sessions are given to them all the same.
        """
        start = self._first_shifts()
        self._best.offer(start)
        if not self._over():
            self._improver = self._on_new_menu(start, FIRST_MENU)
            self._improver.give_sessions()

    def race(self) -> None:
        """Improve on every thread until it is over, menu by menu.

        A menu has its turn in ticks: on one thread the same rotas follow each
        other however fast the machine is, and only the end depends on it.
        """
        while not self._over():
            made_of = len(self._improver.standing.values)
            turn = max(PATIENCE * made_of, LEAST * self._budget.seconds)
            self._turn = turn * self._budget.threads
            self._improver.race(self._anneal)
            self._next_menu()

    def _anneal(self) -> None:
        """Anneal the best rota on this menu, by a thread of its own.

        As long on any machine: as many moves for each choice.
        """
        seed = self._chance.randrange(2**31)
        plan = self._improver.standing.plan
        best = self._best
        annealing = annealing_of(plan, best.report.roster, seed, best)
        annealing.heat(HEAT)
        began, most = annealing.moves, MOVES * max(1, annealing.choices)

        def spent() -> float:
            """Give the share of the moves."""
            share = (annealing.moves - began) / most
            return 1.0 if self._over() else share

        annealing.cool(spent)
        if annealing.has_gained:
            self._best.offer(annealing.best_roster())

    def run(self, rounds: int) -> None:
        """Improve for a number of rounds, the same on any machine."""
        for done in range(0, rounds, MENU_ROUNDS):
            if self._over() or self._best.proved:
                break
            self._improver.run(min(MENU_ROUNDS, rounds - done))
            if done + MENU_ROUNDS < rounds:
                self._next_menu()

    def _first_shifts(self) -> Roster:
        """Build shifts against the load of the sessions."""
        problem = self._best.report.problem
        if len(self._best.report.roster) > len(problem.pinned):
            return self._best.report.roster
        plain = shifts_only(problem)
        shifts = Best(plain, None)
        improver = Improver(Plan(plain), shifts, self._budget, self._too_long)
        improver.begin()
        improver.run(SHIFT_ROUNDS)
        return with_shifts_of(problem, shifts.report.roster)

    def _too_long(self) -> bool:
        """Tell whether the shifts leave too little time for the sessions."""
        spent = self._best.seconds() > SHIFTS_SHARE * self._budget.seconds
        return spent or self._over()

    def _next_menu(self) -> None:
        """Go on to other times, from the best rota so far."""
        if not self._over():
            stands = self._best.report.roster
            not_met = self._not_met()
            self._improver = self._on_new_menu(stands, NEXT_MENUS, not_met)

    def _on_new_menu(
        self, stands: Roster, most: int, not_met: Collection[str] = ()
    ) -> Improver:
        """Make a plan of other times; how long its turn is, race says."""
        problem = self._best.report.problem
        menu = some_times(problem, stands, most, self._chance, not_met)
        seed = self._chance.randrange(2**31)
        budget = replace(self._budget, seed=seed)
        plan = Plan(problem, menu=menu)
        self._turn = math.inf

        def over() -> bool:
            return self._over() or made.ticks > self._turn

        made = Improver(plan, self._best, budget, over, stands, self._places)
        return made

    def _not_met(self) -> set[str]:
        """Give the plan lines whose hours are not as asked."""
        found = self._best.report.of("support hours")
        return {breach.key.what.rpartition(":")[0] for breach in found}
