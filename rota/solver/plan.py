"""The linear model of a rota: what rules ask of the variables, as rows.

It is independent of any solver; `lower` hands it to one. Every variable knows
its value for a given roster, so that hints are complete and the plan can be
evaluated without solving.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from rota.domain import Key, Problem, Strength
from rota.roster import EVERYTHING, Part, Roster
from rota.rules.base import Literal, Price, Rule, Run, Term
from rota.solver.collector import held_collector
from rota.solver.exclusive import Groups, exclusive_groups
from rota.solver.linear import Row, Slot, fold
from rota.solver.menu import Menu, whole_menu
from rota.solver.network import Asked, post_network
from rota.solver.vocabulary import Vocabulary

RunsOf = tuple[str, tuple[Literal, ...]]  # the worker, and the run each day


class Plan(Vocabulary):
    """The model of a problem, or of a part of it with the rest as given.

    Parameters
    ----------
    problem
        The question.
    part, given
        What is open, and the roster that holds everything else.
    elastic
        Make every must a should of one penny per unit, and every pair a
        variable: the tests compare slacks with breaches.
    networks
        Tie each worker's runs of days into one network: slower to search,
        and tighter, which raises the bound.
    menu
        The times at which sessions may take place; None: whenever they may.
    """

    def __init__(
        self,
        problem: Problem,
        part: Part = EVERYTHING,
        given: Roster | None = None,
        *,
        elastic: bool = False,
        networks: bool = False,
        menu: Menu | None = None,
    ) -> None:
        with held_collector():
            super().__init__(
                problem,
                part,
                given or Roster.pins(problem),
                whole_menu(problem) if menu is None else menu,
                elastic=elastic,
            )
            self._ask(networks=networks and not elastic)

    def _ask(self, *, networks: bool) -> None:
        self.slots: dict[tuple[str, Key], Slot] = {}
        self.ties: list[Row] = []
        self.tied: set[int] = set()
        self._runs: dict[RunsOf, Asked] = {}
        for rule in self.problem.rules:
            if self._is_posted(rule):
                cast(Rule, rule).post(self)
        if networks:
            self._post_networks()
        self.groups = self._find_groups()

    # -- rows ---------------------------------------------------------------

    def _is_posted(self, rule: object) -> bool:
        strength = cast(Rule, rule).strength
        if cast(Rule, rule).overrides:
            return True
        if cast(Rule, rule).is_gate and not self.elastic:
            return strength is Strength.SHOULD
        return strength in (Strength.MUST, Strength.SHOULD)

    def bound(
        self,
        terms: Sequence[Term],
        *,
        by: Rule,
        about: Key,
        lo: int | None = None,
        hi: int | None = None,
        price: Price | None = None,
    ) -> None:
        """Ask that the sum of terms lies between lo and hi."""
        strength = by.strength_of(about)
        if strength not in (Strength.MUST, Strength.SHOULD):
            return
        if by.is_gate and strength is Strength.MUST and not self.elastic:
            return  # what it refuses is no variable, or a pin
        folded, constant = fold(terms)
        row = Row(
            folded,
            None if lo is None else lo - constant,
            None if hi is None else hi - constant,
        )
        if row.always_holds:
            return
        name = (by.id, about)
        if name not in self.slots:
            charged = by.price if price is None else price
            if self.elastic and strength is Strength.MUST:
                strength, charged = Strength.SHOULD, 1
            self.slots[name] = Slot(by, about, strength, charged)
        self.slots[name].rows.append(row)

    def runs(
        self,
        run: Run,
        *,
        by: Rule,
        least: int | None = None,
        most: int | None = None,
    ) -> None:
        """Say what a rule asks of a worker's runs, beside its rows."""
        literals = tuple(run.holds(day) for day in self.problem.dates)
        about = (run.worker_id, literals)
        asked = self._runs.setdefault(about, Asked(run))
        if least is not None:
            asked.least.append((least, by))
        if most is not None:
            asked.most.append((most, by))

    def _post_networks(self) -> None:
        """Tie the runs of each worker together where short ones count.

        Limits on long runs alone are as tight window by window.
        """
        seen: set[RunsOf] = set()
        for about, asked in self._runs.items():
            turned = (about[0], tuple(-literal for literal in about[1]))
            other = self._runs.get(turned) or Asked(asked.run.turned)
            if (asked.least or other.least) and turned not in seen:
                seen.add(about)
                self.tied |= post_network(self, asked, other)

    def tie(self, terms: Sequence[Term], total: int) -> None:
        """Add a row that what the variables mean makes true."""
        folded, constant = fold(terms)
        if folded:
            at = total - constant
            self.ties.append(Row(folded, at, at))

    # -- evaluating ---------------------------------------------------------

    def values(self, roster: Roster) -> list[int]:
        """Give the value of every variable at a roster, by index."""
        values = [0, 1]
        for variable in self.variables[2:]:
            if variable.op == "pair":
                values.append(int(variable.pair in roster.pairs))
            else:
                values.append(variable.value(values))
        return values

    def slacks(self, roster: Roster) -> dict[tuple[str, Key], int]:
        """Give every slack that is not zero at a roster, by rule and key."""
        values = self.values(roster)
        found = {name: s.slack(values) for name, s in self.slots.items()}
        return {name: slack for name, slack in found.items() if slack}

    def cost(self, roster: Roster) -> int:
        """Give the objective at a roster, in sixtieths of a penny."""
        values = self.values(roster)
        return sum(
            slot.cost(slot.slack(values))
            for slot in self.slots.values()
            if not slot.is_hard
        )

    def chosen(self, roster: Roster) -> set[int]:
        """Give the choices that a roster makes."""
        return {
            self._literals[pair]
            for pair in roster.pairs
            if pair in self._literals
        }

    def roster(self, values: Sequence[int]) -> Roster:
        """Give the roster of the pairs chosen, with what was given."""
        open_pairs = self._literals.keys()
        chosen = {p for p, x in self._literals.items() if values[x]}
        return Roster(self.problem, (self.given.pairs - open_pairs) | chosen)

    def bare(self) -> Roster:
        """Give the roster in which nothing that is open is given."""
        return Roster(self.problem, self.given.pairs - self._literals.keys())

    # -- for whoever solves it ----------------------------------------------

    def all_slots(self) -> Iterable[Slot]:
        """Every rule and key that the plan speaks of."""
        return self.slots.values()

    def unavoidable(self) -> Sequence[int]:
        """By how much constants alone break each must, slot by slot."""
        bare = self.values(self.bare())
        return [
            slot.slack(bare) if slot.is_hard else 0
            for slot in self.slots.values()
        ]

    def spares(self) -> Sequence[int]:
        """By how much each must may be broken: never one that asks."""
        return [
            0 if slot.rule.asks_at_least else amount
            for slot, amount in zip(
                self.slots.values(), self.unavoidable(), strict=True
            )
        ]

    def _find_groups(self) -> dict[int, Groups]:
        if self.elastic:
            return {}
        return exclusive_groups(
            self.variables, self.slots.values(), self.unavoidable()
        )
