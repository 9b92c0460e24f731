"""What excludes each other among that which a derived variable is made of.

Whoever can have only one duty at a time works on a day as often as there are
duties of that day: said as a sum, no half duties hide behind each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rota.rules.base import Literal
from rota.solver.linear import Row, Slot, Variable

Groups = tuple[tuple[Literal, ...], ...]


def exclusive_groups(
    variables: Sequence[Variable],
    slots: Iterable[Slot],
    spares: Sequence[int],
) -> dict[int, Groups]:
    """Sort the inputs of each variable made by "or" into groups.

    Of each group one holds at most, by musts that no constants break.
    """
    rows = _excluding_rows(slots, spares)
    return {
        number: tuple(_grouped(made.of, rows))
        for number, made in enumerate(variables)
        if made.op == "or" and all(literal > 0 for literal in made.of)
    }


def _excluding_rows(
    slots: Iterable[Slot], spares: Sequence[int]
) -> dict[int, set[int]]:
    """Give the rows of musts in which each variable excludes others."""
    found: dict[int, set[int]] = {}
    number = 0
    for slot, spare in zip(slots, spares, strict=True):
        if slot.is_hard and not spare:
            for row in slot.rows:
                number += 1
                if _excludes(row):
                    for _, variable in row.terms:
                        found.setdefault(variable, set()).add(number)
    return found


def _excludes(row: Row) -> bool:
    """Tell a row of which at most one term may hold."""
    if row.hi is None or len(row.terms) < 2:
        return False
    sizes = sorted(c for c, _ in row.terms)
    return 0 < sizes[0] <= row.hi < sizes[0] + sizes[1]


def _grouped(
    literals: Sequence[Literal], rows: dict[int, set[int]]
) -> Iterable[tuple[Literal, ...]]:
    """Put each into the first group in which all exclude it.

    Only groups are looked at that have a row in common with it: in a large
    service most of what stands side by side never meets.
    """
    nothing: set[int] = set()
    groups: list[list[Literal]] = []
    groups_in: dict[int, dict[int, None]] = {}  # by row, oldest first
    for literal in literals:
        mine = rows.get(literal, nothing)
        near = sorted({n for row in mine for n in groups_in.get(row, ())})
        for number in near:
            if all(mine & rows.get(x, nothing) for x in groups[number]):
                groups[number].append(literal)
                break
        else:
            number = len(groups)
            groups.append([literal])
        for row in mine:
            groups_in.setdefault(row, {})[number] = None
    return map(tuple, groups)
