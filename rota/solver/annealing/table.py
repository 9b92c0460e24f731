"""A standing rota as arrays: what compiled code reads and writes.

Each array has a line for each thing, and a column for each of the numbers
named here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from rota.solver.arrays import (
    IntLines,
    Ints,
    LongLines,
    Longs,
    begins,
    flat,
    flat_pairs,
)
from rota.solver.gauges import Gauges, gauges_of, least_step
from rota.solver.standing import Standing

# Of a variable: what it is, how many of its literals are true, and how many
# make it so; how many steps it is from choices; where the sums that it is in
# and what it makes begin and end.
VALUE, TRUE_ONES, NEEDED, LEVEL, SUMS, SUMS_END, MAKES, MAKES_END = range(8)
# Of a gauge: its total, and where in the bills a total of nought stands.
TOTAL, AT = range(2)
# Of a bill: what it costs, and how many steps musts are broken beyond what is
# broken anyway. The same of a slot.
COST, BROKEN = range(2)
# Of a row: its total, as of a gauge, its bounds and its slot.
LOW, HIGH, SLOT = range(1, 4)
# Of a slot besides: its rows and prices; whether it forbids, by how much it is
# broken anyway, and by how much at least; and when it was last touched.
(
    FIRST_ROW,
    ROW_END,
    PRICE,
    PRICE_END,
    IS_HARD,
    SPARE,
    STEP,
    TOUCHED,
) = range(2, 10)
# Of a choice: whose, on which day, of what; among which others that would do
# as well (a session has several times); whether it is one of a session; what
# kind of duty, which other days have too; from when till when, in minutes; and
# by how many people at once.
(
    WORKER,
    DAY,
    DUTY,
    GROUP,
    IS_SESSION,
    KIND,
    BEGINS,
    ENDS,
    PEOPLE,
) = range(9)

NO_BOUND = 2**60
NOBODY = 0  # the number of no variable, and so of no choice
MOST = 500  # choices that one move turns over


class Scene(NamedTuple):
    """Who could do what, and does it: what moves are drawn from.

    `choices` are shifts, so many, and sessions after them. A cell is a day of
    a worker, `cells` the choices of each, worker by worker; `takers` are the
    choices of each group; `of_worker` says which choice is a duty of a worker,
    or 0; `of_kind` which duty is of a kind on a day, or -1.
    """

    variables: IntLines
    choices: Ints
    shifts: int
    places: IntLines
    cells: Ints
    cells_at: Ints
    takers: Ints
    takers_at: Ints
    of_worker: IntLines
    of_kind: IntLines
    days: int


class Table(NamedTuple):
    """A standing rota, to be changed in place.

    Sums are the gauges and, numbered on after them, the rows, of slots that no
    gauge shows. `in_sums` are pairs of a sum and a coefficient, `makes` of a
    variable and 1, or -1 where it is made of the negation; `terms` are the
    variables of each sum. The variables are those of the scene.
    """

    scene: Scene
    in_sums: IntLines
    makes: IntLines
    gauges: IntLines
    bills: LongLines
    rows: LongLines
    slots: LongLines
    prices: Longs
    terms: Ints
    terms_at: Ints
    inputs: Ints
    inputs_at: Ints


def table_of(standing: Standing) -> Table:
    """Write a standing rota into arrays; ties, which always hold, are left."""
    gauges = gauges_of(standing.slots, standing.plan.unavoidable())
    rows = [row for n in gauges.wide for row in standing.slots[n].rows]
    variables = standing.plan.variables
    sums = [*gauges.terms, *(row.terms for row in rows)]
    in_sums: list[list[tuple[int, int]]] = [[] for _ in variables]
    for number, terms in enumerate(sums):
        for coefficient, variable in terms:
            in_sums[variable].append((number, coefficient))
    makes = _makes(standing)
    inputs = [[abs(x) for x in made.of] for made in variables]
    inside = [[variable for _, variable in terms] for terms in sums]
    slots, prices = _slots(standing, gauges.wide)
    return Table(
        scene=_scene(standing, _variables(standing, in_sums, makes)),
        in_sums=flat_pairs(in_sums),
        makes=flat_pairs(makes),
        gauges=_read(standing, gauges),
        bills=gauges.bills,
        rows=_totals(standing, gauges.wide),
        slots=slots,
        prices=prices,
        terms=flat(inside),
        terms_at=begins(inside),
        inputs=flat(inputs),
        inputs_at=begins(inputs),
    )


def _scene(standing: Standing, variables: IntLines) -> Scene:
    """Give who could do what, day by day and group by group."""
    problem = standing.plan.problem
    places = _places(standing)
    days, workers = len(problem.dates), len(problem.workers)
    made = standing.plan.variables
    choices = [n for n, one in enumerate(made) if one.op == "pair"]
    choices.sort(key=lambda n: bool(places[n, IS_SESSION]))
    groups, kinds, duties = (
        1 + int(places[:, column].max()) for column in (GROUP, KIND, DUTY)
    )
    cells: list[list[int]] = [[] for _ in range(workers * days)]
    takers: list[list[int]] = [[] for _ in range(groups)]
    of_worker = np.zeros((workers, duties), np.int32)
    of_kind = np.full((kinds, days), -1, np.int32)
    for choice in choices:
        worker, day, duty, group, _, kind, *_ = places[choice]
        of_kind[kind, day] = duty
        cells[worker * days + day].append(choice)
        takers[group].append(choice)
        of_worker[worker, duty] = choice
    return Scene(
        variables=variables,
        choices=np.array(choices, np.int32),
        shifts=len(choices) - int(places[:, IS_SESSION].sum()),
        places=places,
        cells=flat(cells),
        cells_at=begins(cells),
        takers=flat(takers),
        takers_at=begins(takers),
        of_worker=of_worker,
        of_kind=of_kind,
        days=days,
    )


def _places(standing: Standing) -> IntLines:
    """Give whose each choice is, on which day, and of what."""
    problem = standing.plan.problem
    variables = standing.plan.variables
    worker_at = {worker.id: n for n, worker in enumerate(problem.workers)}
    day_at = {day: n for n, day in enumerate(problem.dates)}
    session_of = standing.plan.session_of
    duty_at: dict[str, int] = {}
    group_at: dict[str, int] = {}
    kind_at: dict[tuple[str, str], int] = {}
    places = np.zeros((len(variables), 9), np.int32)
    for number, made in enumerate(variables):
        if made.pair is not None:
            worker_id, duty_id = made.pair
            given = problem.given(duty_id)
            time = session_of.get(number)
            group_id = duty_id if time is None else time.session.id
            kind = (group_id, "")
            if time is None:
                duty = problem.duty[duty_id]
                kind = (duty.code, duty.unit_id)
            places[number] = (
                worker_at[worker_id],
                day_at[given.date],
                duty_at.setdefault(duty_id, len(duty_at)),
                group_at.setdefault(group_id, len(group_at)),
                time is not None,
                kind_at.setdefault(kind, len(kind_at)),
                given.begins,
                given.ends,
                1 if time is None else time.session.people,
            )
    return places


def _makes(standing: Standing) -> list[list[tuple[int, int]]]:
    """Give what is made of each variable, and with which sign."""
    variables = standing.plan.variables
    found: list[list[tuple[int, int]]] = [[] for _ in variables]
    for number, made in enumerate(variables):
        for literal in made.of:
            found[abs(literal)].append((number, 1 if literal > 0 else -1))
    return found


def _variables(
    standing: Standing,
    in_sums: Sequence[Sequence[object]],
    makes: Sequence[Sequence[object]],
) -> IntLines:
    made = standing.plan.variables
    values = standing.values
    found = np.zeros((len(made), 8), np.int32)
    found[:, VALUE] = values
    found[:, TRUE_ONES] = [
        sum(values[abs(x)] == (x > 0) for x in one.of) for one in made
    ]
    found[:, NEEDED] = [1 if one.op == "or" else len(one.of) for one in made]
    for number, one in enumerate(made):
        levels = [int(found[abs(x), LEVEL]) for x in one.of]
        found[number, LEVEL] = 1 + max(levels, default=-1)
    sums, makes_at = begins(in_sums), begins(makes)
    found[:, SUMS], found[:, SUMS_END] = sums[:-1], sums[1:]
    found[:, MAKES], found[:, MAKES_END] = makes_at[:-1], makes_at[1:]
    return found


def _read(standing: Standing, gauges: Gauges) -> IntLines:
    """Give the gauges as they stand."""
    values = standing.values
    totals = [sum(c * values[v] for c, v in terms) for terms in gauges.terms]
    found = np.zeros((len(totals), 2), np.int32)
    found[:, TOTAL], found[:, AT] = totals, gauges.at
    return found


def _totals(standing: Standing, wide: Sequence[int]) -> LongLines:
    """Give the rows of some slots as they stand."""
    of = [n for slot in wide for n in standing.rows_in(slot)]
    rows = [standing.rows[n] for n in of]
    slot_at = {slot: n for n, slot in enumerate(wide)}
    found = np.zeros((len(rows), 4), np.int64)
    found[:, TOTAL] = [standing.totals[n] for n in of]
    found[:, LOW] = [-NO_BOUND if r.lo is None else r.lo for r in rows]
    found[:, HIGH] = [NO_BOUND if r.hi is None else r.hi for r in rows]
    found[:, SLOT] = [slot_at[standing.slot_of[n]] for n in of]
    return found


def _slots(standing: Standing, wide: Sequence[int]) -> tuple[LongLines, Longs]:
    """Give some slots, not yet weighed, and the marginal prices of all."""
    slots = [standing.slots[n] for n in wide]
    spares = standing.plan.unavoidable()
    prices = [slot.marginal for slot in slots]
    found = np.zeros((len(slots), 10), np.int64)
    rows = begins([slot.rows for slot in slots])
    at = begins(prices)
    found[:, FIRST_ROW], found[:, ROW_END] = rows[:-1], rows[1:]
    found[:, PRICE], found[:, PRICE_END] = at[:-1], at[1:]
    found[:, IS_HARD] = [slot.is_hard for slot in slots]
    found[:, SPARE] = [spares[n] for n in wide]
    found[:, STEP] = [least_step(slot) for slot in slots]
    return found, np.array([p for held in prices for p in held], np.int64)
