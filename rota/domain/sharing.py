"""Dividing what is asked for: night staff and skills first, by contract."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from rota.domain.asked import holders, skills_asked
from rota.domain.burdens import Burden

if TYPE_CHECKING:
    from rota.domain.problem import Problem


def shared(
    problem: Problem,
    burden: Burden,
    able: Mapping[str, int],
    asked: Fraction,
    periods: Fraction = Fraction(1),
) -> dict[str, Fraction]:
    """Divide what is asked for; what needs a skill is theirs who have it.

    In so many periods like this one: in each, contracts hold as much, and as
    much needs a skill.
    """
    staff: frozenset[str] = frozenset()
    most: dict[str, Fraction] = {}
    shares = divided(asked, able)
    if burden is Burden.NIGHTS:
        staff = frozenset(n for n in able if is_night_staff(problem, n))
        most = {n: periods * _contract_nights(problem, n) for n in able}
        shares = _nights_first(asked, able, staff, most)
    for skill, needed in skills_asked(problem, burden).items():
        held = holders(problem, skill) & able.keys()
        may = {name: Fraction(able[name]) for name in held}
        shares = _with_skill(may, periods * needed, shares, most, staff)
    return shares


def _nights_first(
    asked: Fraction,
    able: Mapping[str, int],
    staff: Collection[str],
    most: Mapping[str, Fraction],
) -> dict[str, Fraction]:
    """Divide nights: night staff first, as many as their contracts hold."""
    theirs = {name: Fraction(able[name]) for name in staff}
    others = {n: w for n, w in able.items() if n not in staff}
    first = asked
    if others:
        first = min(asked, sum((most[n] for n in staff), Fraction(0)))
    return _spread(first, theirs, most) | divided(asked - first, others)


def _with_skill(
    held: Mapping[str, Fraction],
    needed: Fraction,
    shares: dict[str, Fraction],
    most: Mapping[str, Fraction],
    kept: Collection[str],
) -> dict[str, Fraction]:
    """Raise the shares of those who alone can do what needs a skill.

    Where their shares come to enough of it they stay as they are. Nobody's
    rises beyond what the contract comes to while somebody else's can; the
    others' fall for it, those of night staff last, who have nothing else.
    """
    total = sum(shares.values(), Fraction(0))
    have = sum((shares[name] for name in held), Fraction(0))
    by = min(needed, total) - have
    if not have or by <= 0:
        return shares
    down = {n: s for n, s in shares.items() if n not in held}
    above = {n: most.get(n, shares[n] + by) - shares[n] for n in held}
    below = {n: Fraction(0) if n in kept else s for n, s in down.items()}
    rise, fall = _spread(by, held, above), _spread(by, down, below)
    return {
        name: share + rise.get(name, 0) - fall.get(name, 0)
        for name, share in shares.items()
    }


def _spread(
    amount: Fraction,
    weights: Mapping[str, Fraction],
    room: Mapping[str, Fraction],
) -> dict[str, Fraction]:
    """Divide an amount by weight, to each what there is room for.

    What there is no room for is divided by weight all the same.
    """
    given = dict.fromkeys(weights, Fraction(0))
    while amount > 0 and any(weights.values()):
        some = {
            name: weight
            for name, weight in weights.items()
            if weight and given[name] < room[name]
        }
        for name, part in divided(amount, some or weights).items():
            if some:
                part = min(part, room[name] - given[name])
            given[name] += part
            amount -= part
    return given


def is_night_staff(problem: Problem, worker_id: str) -> bool:
    """Tell somebody with agreed permanent nights, or with nights only."""
    shifts = [d for d in problem.allowed_of[worker_id] if d.contract]
    return problem.worker[worker_id].permanent_nights or all(
        duty.is_night or duty.invited for duty in shifts
    )


def _contract_nights(problem: Problem, worker_id: str) -> Fraction:
    """Give how many nights a contract comes to, leave taken off.

    Hours brought forward are left out: who has nights to make up is behind
    in the ledger too, and would be owed them twice.
    """
    lengths = sorted(d.contract for d in problem.duties if d.is_night)
    usual = lengths[len(lengths) // 2] if lengths else 0
    due = problem.due[worker_id] - problem.absence_credit[worker_id]
    due -= problem.worker[worker_id].brought_forward
    return Fraction(max(0, due), usual) if usual else Fraction(0)


def divided(
    total: Fraction, weights: Mapping[str, int] | Mapping[str, Fraction]
) -> dict[str, Fraction]:
    """Divide a total by weight, by name; nothing where nobody weighs."""
    everybody = sum(weights.values()) or 1
    return {name: total * w / everybody for name, w in weights.items()}
