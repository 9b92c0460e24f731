"""What is not known of the time before a rota, and is not taken to be zero."""

from __future__ import annotations

from collections.abc import Iterator

from rota import words
from rota.domain import Burden, Problem
from rota.domain.asked import asked_for


def unknown(problem: Problem) -> Iterator[str]:
    """Say what History leaves out, if there is any history at all."""
    history = (problem.past, problem.week_totals, problem.ledger)
    if any(history):
        yield from _weeks(problem)
        yield from _burdens(problem)


def _weeks(problem: Problem) -> Iterator[str]:
    """Say of how many people the 48-hour average misses a week."""
    last = problem.weeks[0]
    short = sum(
        worker.contract.is_own_staff
        and not worker.is_opted_out_in(last)
        and not problem.reference_weeks(worker, last).complete
        for worker in problem.workers
    )
    if short:
        yield (
            "The 48-hour average of"
            f" {words.count(short, 'person', 'people')} is over the weeks"
            " that are known: History has not all of them."
        )


def _burdens(problem: Problem) -> Iterator[str]:
    """Say which burdens are shared out from this rota on."""
    recorded = {burden for _, burden in problem.carried}
    fresh = [
        burden.value
        for burden in Burden
        if burden.value not in recorded and asked_for(problem, burden)
    ]
    if fresh:
        yield (
            f"History does not say what people carried of"
            f" {words.listed(fresh)}: fair shares count from this rota on."
        )
