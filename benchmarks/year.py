"""A year of an example, month by month: who had what, against what is fair.

Usage: python -m benchmarks.year EXAMPLE [--seconds N] [--periods N] [--most N]

Each period is read from a workbook, solved, and moved on with `rota next`'s
own machinery, so that history and ledger are what a manager would have. From
the second period on everybody has leave in turn, training that ran out is
renewed, support that ended is given to somebody new, and hours owed beyond a
week are settled. What is done is kept in `out/year-EXAMPLE`; started again,
it goes on from there, `--most` periods at a time.

For nights, weekends and bank holidays it says how far from the fair share
the furthest worker is after the year, in shifts, beside the least that any
rota could reach. The fair share of a year is, period by period, what people
really had, divided as the period's shares are, and what the ledger owed
before the first. The bound keeps those totals, the dates on which each
worker could be given the burden, and how much of it needs a skill; it gives
up everything else: rest, runs, patterns, hours and skills for a moment. So no
rota with as many nights in each period comes nearer.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from ortools.sat.python import cp_model

import rota
from rota.calendar import saturday
from rota.domain import Absence, Burden, Problem
from rota.domain.asked import holders, skills_asked
from rota.domain.cutting import sessions_of
from rota.domain.fair_shares import fair_after
from rota.examples import write_example
from rota.io.next_book import write_next
from rota.next_period import roll
from rota.roster import Roster
from rota.rules.fair_share import count_burden

BURDENS = (Burden.NIGHTS, Burden.WEEKENDS, Burden.HOLIDAYS)
SEAM = ("rest", "forty eight hours", "nights in a row", "weekly rest")
FINE = 100_000  # parts of a shift, in the bound
LEAVE, YEAR = 56, 520  # tenths of a week
Lines = dict[str, Any]  # what is kept of one period


def main() -> None:
    """Go on with the year, and say how it stands."""
    asked = _arguments()
    folder = Path("out") / f"year-{asked.example}"
    folder.mkdir(parents=True, exist_ok=True)
    first = folder / "0.xlsx"
    if not first.exists():
        write_example(asked.example, first)
    done = sorted(folder.glob("*.json"), key=lambda path: int(path.stem))
    ahead = range(len(done), min(asked.periods, len(done) + asked.most))
    for number in ahead:
        lines = _period(folder, number, asked.seconds)
        text = json.dumps(lines, indent=1)
        (folder / f"{number}.json").write_text(text, encoding="utf-8")
        print(_said(number, lines))
    done = sorted(folder.glob("*.json"), key=lambda path: int(path.stem))
    report([json.loads(path.read_text("utf-8")) for path in done])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("example", choices=rota.examples.EXAMPLES)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--periods", type=int, default=13)
    parser.add_argument("--most", type=int, default=13)
    return parser.parse_args()


# -- one period --------------------------------------------------------------


def _period(folder: Path, number: int, seconds: float) -> Lines:
    """Solve one period, write the next workbook, and keep what was had."""
    source = folder / f"{number}.xlsx"
    loaded = rota.load(source)
    problem = _with_leave(loaded.problem, number)
    if number:
        first = rota.load(folder / "0.xlsx").problem
        problem = _supported(_settled(problem), first, number)
    result = rota.solve(
        problem,
        seconds=seconds,
        start=loaded.roster,
        reproducible=True,  # the same whatever else the machine does
    )
    report = result.report
    after = roll(problem, result.roster)
    write_next(source, folder / f"{number + 1}.xlsx", problem, after)
    return {
        "start": str(problem.start),
        "broken": Counter(breach.rule.id for breach in report.broken),
        "to_fill": report.minutes_to_fill,
        "cost": report.cost / 6_000,
        "here": [w.id for w in problem.workers if w.employed_on(problem.end)],
        "skills": {burden: _skills(problem, burden) for burden in BURDENS},
        "shares": {
            burden: dict(_shares(problem, result.roster, burden))
            for burden in BURDENS
        },
    }


def _with_leave(problem: Problem, number: int) -> Problem:
    """Let everybody have 5.6 weeks of leave a year, in turn.

    It is booked a period ahead. The first period has the leave of the
    workbook.
    """
    length = timedelta(days=len(problem.dates))
    weeks, ahead = problem.weeks, [week + length for week in problem.weeks]
    fresh = [*(_leave(problem, weeks, number) if number else ())]
    fresh += _leave(problem, ahead, number + 1)
    return problem.replace(absences=(*problem.absences, *fresh))


def _leave(
    problem: Problem, weeks: Sequence[date], number: int
) -> Iterator[Absence]:
    """Give the leave of one period, of those who have none in it."""
    end = weeks[-1] + timedelta(days=6)
    away = {
        absence.worker_id
        for absence in problem.absences
        if absence.first <= end and absence.last >= weeks[0]
    }
    for place, worker in enumerate(problem.workers):
        if worker.id in away or not worker.weekly_minutes:
            continue
        for week, first in enumerate(weeks, number * len(weeks)):
            if (week + 5 * place) * LEAVE % YEAR < LEAVE:
                yield Absence(
                    worker_id=worker.id,
                    first=first,
                    last=first + timedelta(days=6),
                )


def _settled(problem: Problem) -> Problem:
    """Renew training, and settle hours that are owed beyond a week.

    Where contracts come to more than the service needs, the hours owed would
    grow from period to period, and outweigh everything else.
    """
    return problem.replace(
        workers=tuple(
            worker.replace(
                brought_forward=max(
                    -worker.weekly_minutes,
                    min(worker.weekly_minutes, worker.brought_forward),
                ),
                qualifications=tuple(
                    held.replace(expires=None)
                    for held in worker.qualifications
                ),
            )
            for worker in problem.workers
        )
    )


def _supported(problem: Problem, first: Problem, number: int) -> Problem:
    """Give support that ended to somebody new, as in the first period.

    Else a service of six weeks each would have nobody left.
    """
    later = timedelta(days=len(problem.dates)) * number
    kept = [line for line in problem.plan_lines if not line.last]
    again = [
        line.replace(
            first=line.first and line.first + later, last=line.last + later
        )
        for line in first.plan_lines
        if line.last
    ]
    if not again:
        return problem
    here = {client.id for client in problem.clients}
    fresh = [client for client in first.clients if client.id not in here]
    clients, lines = (*problem.clients, *fresh), (*kept, *again)
    sessions = sessions_of(
        lines, clients, problem.client_away, problem.start, problem.end
    )
    return problem.replace(
        clients=clients, plan_lines=lines, sessions=sessions
    )


def _shares(
    problem: Problem, roster: Roster, burden: Burden
) -> Iterator[tuple[str, Lines]]:
    """Give what each worker had, was to have of it, and could have had."""
    shares = problem.fair_shares[burden]
    had = {
        name: count_burden(problem, roster, burden, name) for name in shares
    }
    after = fair_after(problem, burden, had)
    for worker_id, fair in shares.items():
        yield (
            worker_id,
            {
                "had": had[worker_id],
                "part": str(after[worker_id] - fair.before),
                "ahead": str(fair.carried - fair.before),
                "most": _most(problem, burden, worker_id),
            },
        )


def _skills(problem: Problem, burden: Burden) -> dict[str, Lines]:
    """Give how much of a burden needs each skill, and who has it."""
    return {
        skill: {"asked": int(asked), "held": sorted(holders(problem, skill))}
        for skill, asked in skills_asked(problem, burden).items()
    }


def _most(problem: Problem, burden: Burden, worker_id: str) -> int:
    """Count the dates, or weekends, on which it could be given."""
    days = {
        duty.date
        for duty in problem.allowed_of[worker_id]
        if problem.burdens_of[duty.id][burden]
    }
    if burden is Burden.WEEKENDS:
        return len({saturday(day) for day in days})
    return len(days)


def _said(number: int, lines: Lines) -> str:
    broken = lines["broken"] or "none"
    return (
        f"period {number + 1} from {lines['start']}: musts broken {broken},"
        f" {lines['to_fill'] / 60:.1f} h to fill, cost {lines['cost']:,.0f}"
    )


# -- the year ----------------------------------------------------------------


def report(periods: list[Lines]) -> None:
    """Say how far from fair the furthest is, beside the least possible."""
    broken: Counter[str] = Counter()
    for lines in periods:
        broken.update(lines["broken"])
    print(f"\n{len(periods)} periods; musts broken: {dict(broken) or 'none'}")
    at_seams = {rule: broken[rule] for rule in SEAM}
    print(f"of them at seams: {at_seams}")
    for burden in BURDENS:
        shares = [lines["shares"][burden] for lines in periods]
        skills = [lines["skills"][burden] for lines in periods]
        here = periods[-1]["here"]
        far = {n: d for n, d in distances(shares).items() if n in here}
        if not far:
            continue
        who = max(far, key=lambda name: abs(far[name]))
        least = float(bound(shares, skills, here))
        print(
            f"{burden}: furthest {who}, {float(far[who]):+.2f};"
            f" least any rota could reach {least:.2f}"
        )


def fair(shares: list[Lines]) -> dict[str, Fraction]:
    """Give everybody's fair share of the year, less what they were ahead.

    As the ledger has it in the first period in which they take part: that is
    a later one for who could have none of a burden before.
    """
    found: dict[str, Fraction] = {}
    for lines in shares:
        for name, line in lines.items():
            found.setdefault(name, -Fraction(line["ahead"]))
            found[name] += Fraction(line["part"])
    return found


def distances(shares: list[Lines]) -> dict[str, Fraction]:
    """Give what each worker had above the fair share of the year."""
    had: Counter[str] = Counter()
    for lines in shares:
        for name, line in lines.items():
            had[name] += line["had"]
    return {name: had[name] - share for name, share in fair(shares).items()}


def bound(
    shares: list[Lines],
    skills: Sequence[dict[str, Lines]] = (),
    here: Collection[str] | None = None,
) -> Fraction:
    """Give the least distance that the furthest worker could have.

    Of those who are still `here`; None for everybody.
    """
    model = cp_model.CpModel()
    loads: dict[str, list[cp_model.IntVar]] = {}
    for number, lines in enumerate(shares):
        given = {}
        for name, line in lines.items():
            most = max(line["most"], line["had"])
            given[name] = model.new_int_var(0, most, name)
            loads.setdefault(name, []).append(given[name])
        model.add(_total(lines) == sum(given.values()))
        for skill in skills[number].values() if skills else ():
            held = [name for name in skill["held"] if name in lines]
            had = sum(lines[name]["had"] for name in held)
            least = min(had, skill["asked"])
            model.add(sum(given[name] for name in held) >= least)
    furthest = model.new_int_var(0, 1_000 * FINE, "furthest")
    for name, share in fair(shares).items():
        if here is not None and name not in here:
            continue
        away = FINE * sum(loads[name])
        # rounded towards 0, so that the bound is never too high
        model.add(away - _floor(share) >= -furthest)
        model.add(away - _floor(share) - 1 <= furthest)
    model.minimize(furthest)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = 20
    solver.parameters.num_workers = 1
    solver.solve(model)
    return Fraction(max(0, int(solver.best_objective_bound)), FINE)


def _total(lines: Lines) -> int:
    return sum(line["had"] for line in lines.values())


def _floor(share: Fraction) -> int:
    return FINE * share.numerator // share.denominator


if __name__ == "__main__":
    main()
