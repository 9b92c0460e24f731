"""A plan as one rota stands in it: what everything is worth, kept up to date.

Changing a few duties costs as much as what those duties touch, however large
the service is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

from rota.checker import Report
from rota.domain import SessionTime
from rota.roster import EVERYTHING, Part, Roster
from rota.rules.base import Breach
from rota.solver.collector import held_collector
from rota.solver.excerpt import TIE, Excerpt
from rota.solver.linear import Row, Slot, Worth
from rota.solver.plan import Plan

Changes = Mapping[int, int]  # variables of the plan and their new values


class Standing:
    """One rota in a plan, with every value, total and slack of it."""

    def __init__(self, plan: Plan, roster: Roster) -> None:
        self.plan = plan
        with held_collector():
            self._stand(roster)

    def _stand(self, roster: Roster) -> None:
        plan = self.plan
        self.values = plan.values(roster)
        self.slots: list[Slot] = list(plan.all_slots())
        self.rows: list[Row] = []
        self.slot_of: list[int] = []
        self._first_row: list[int] = []
        for number, slot in enumerate(self.slots):
            self._first_row.append(len(self.rows))
            self.rows += slot.rows
            self.slot_of += [number] * len(slot.rows)
        self.rows += plan.ties
        self.slot_of += [TIE] * len(plan.ties)
        self.rows_of = self._incidence()
        self.made_of = self._consequences()
        self.totals = [row.total(self.values) for row in self.rows]
        self._spares = plan.unavoidable()
        self.slacks = [0] * len(self.slots)
        self._worths: list[Worth] = [(0, 0)] * len(self.slots)
        self.worth: Worth = (0, 0)
        self._costing: dict[int, None] = {}
        self._roster: Roster | None = None
        self._weigh(range(len(self.slots)))

    def _incidence(self) -> list[list[tuple[int, int]]]:
        """Give the (row, coefficient) of each variable."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.values]
        for number, row in enumerate(self.rows):
            for coefficient, variable in row.terms:
                found[variable].append((number, coefficient))
        return found

    def _consequences(self) -> list[list[int]]:
        """Give the variables that are made of each variable."""
        found: list[list[int]] = [[] for _ in self.values]
        for number, variable in enumerate(self.plan.variables):
            for literal in variable.of:
                found[abs(literal)].append(number)
        return found

    # -- changing -----------------------------------------------------------

    def change(self, choices: Changes) -> Changes:
        """Set choices and all that follows; give what stood before."""
        undo: dict[int, int] = {}
        touched: dict[int, None] = {}
        todo = [v for v, value in choices.items() if self.values[v] != value]
        heapify(todo)
        while todo:
            variable = heappop(todo)
            if variable in undo:
                continue
            new = choices.get(variable)
            if new is None:
                new = self.plan.variables[variable].value(self.values)
            if new != self.values[variable]:
                undo[variable] = self.values[variable]
                self._set(variable, new, touched)
                for made in self.made_of[variable]:
                    heappush(todo, made)
        self._weigh(touched)
        return undo

    def take_over(self, roster: Roster) -> Changes:
        """Stand as another roster does; give what stood before."""
        chosen = self.plan.chosen(roster)
        every = self.plan.choices(EVERYTHING)
        return self.change({v: int(v in chosen) for v in every})

    def restore(self, before: Changes) -> None:
        """Set variables back to what stood before."""
        touched: dict[int, None] = {}
        for variable, value in before.items():
            self._set(variable, value, touched)
        self._weigh(touched)

    def _set(self, variable: int, new: int, touched: dict[int, None]) -> None:
        self._roster = None
        step = new - self.values[variable]
        self.values[variable] = new
        for row, coefficient in self.rows_of[variable]:
            self.totals[row] += step * coefficient
            slot = self.slot_of[row]
            if slot != TIE:
                touched[slot] = None

    def _weigh(self, slots: Iterable[int]) -> None:
        """Weigh some slots again."""
        beyond, weight = self.worth
        for number in slots:
            slack = self._slack(number)
            old_beyond, old_weight = self._worths[number]
            new = self._worth_of(number, slack)
            self.slacks[number], self._worths[number] = slack, new
            beyond += new[0] - old_beyond
            weight += new[1] - old_weight
            if new[1]:
                self._costing[number] = None
            else:
                self._costing.pop(number, None)
        self.worth = beyond, weight

    def rows_in(self, slot: int) -> range:
        """Give the numbers of the rows of a slot."""
        first = self._first_row[slot]
        return range(first, first + len(self.slots[slot].rows))

    def _slack(self, slot: int) -> int:
        return max(
            self.rows[n].off(self.totals[n]) for n in self.rows_in(slot)
        )

    def _worth_of(self, slot: int, slack: int) -> Worth:
        here = self.slots[slot]
        beyond = max(0, slack - self._spares[slot]) if here.is_hard else 0
        return beyond, here.cost(slack) if slack else 0

    # -- looking ------------------------------------------------------------

    def excerpt(self, part: Part) -> Excerpt:
        """Give the plan of a part, with the rest as it stands."""
        return Excerpt(self, self.choices(part))

    def choices(self, part: Part) -> list[int]:
        """Give the variables that a part leaves open as things stand.

        Sessions that others give, who are not freed, are left out; where one
        of several people is still wanted, it is at the time of the rest.
        """
        choices = self.plan.choices(part)
        session_of = self.plan.session_of
        if not session_of:
            return choices
        free = set(choices)
        others: dict[str, list[SessionTime]] = {}
        for variable, time in session_of.items():
            if self.values[variable] and variable not in free:
                others.setdefault(time.session.id, []).append(time)
        return [v for v in choices if _is_open(session_of.get(v), others)]

    def roster(self) -> Roster:
        """Give the rota itself."""
        if self._roster is None:
            self._roster = self.plan.roster(self.values)
        return self._roster

    def broken_of(self) -> list[str]:
        """Give the workers whose musts are broken beyond the constants."""
        found = {
            self.slots[number].key.worker_id
            for number in self._costing
            if self._worths[number][0]
        }
        return sorted(found - {""})

    def report(self) -> Report:
        """Give what is broken or not met, without words."""
        found = []
        for number in self._costing:
            slot = self.slots[number]
            found.append(
                Breach(
                    slot.rule, slot.key, self.slacks[number], "", slot.price
                )
            )
        return Report(self.plan.problem, self.roster(), tuple(found))


def _is_open(
    time: SessionTime | None, others: Mapping[str, list[SessionTime]]
) -> bool:
    """Tell whether somebody more is wanted at a time of a session."""
    if time is None:
        return True
    held = others.get(time.session.id, [])
    enough = len(held) >= time.session.people
    return not held or (not enough and time.id == held[0].id)
