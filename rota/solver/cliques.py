"""Pairs that exclude each other, gathered into groups that all do.

One group of n says what n (n - 1) / 2 pairs say, and says it more tightly to
a linear relaxation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Edge = tuple[int, int]


def cliques(edges: Iterable[Edge]) -> Iterator[tuple[int, ...]]:
    """Cover pairs by groups in which every two exclude each other.

    Groups are grown greedily from each pair not yet covered, in order, so
    the answer is the same on every run.
    """
    beside: dict[int, set[int]] = {}
    ordered = sorted({(min(edge), max(edge)) for edge in edges})
    for one, other in ordered:
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    covered: set[Edge] = set()
    for edge in ordered:
        if edge not in covered:
            group = _grown(edge, beside)
            covered.update(
                (one, other) for one in group for other in group if one < other
            )
            yield group


def _grown(edge: Edge, beside: dict[int, set[int]]) -> tuple[int, ...]:
    group = list(edge)
    common = beside[edge[0]] & beside[edge[1]]
    while common:
        new = min(common)
        group.append(new)
        common &= beside[new]
    return tuple(sorted(group))
