"""What each command measures."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import rota
from benchmarks import (
    care,
    curtois,
    curtois_score,
    inrc2,
    inrc2_files,
    inrc2_score,
)
from benchmarks.known import CURTOIS, INRC2
from benchmarks.measure import Effort, Scored, Task, ours

FAMILIES = {
    "curtois": "shift scheduling instances of Curtois and Qu",
    "inrc2": "instances of the second nurse rostering competition",
    "care": "generated services that hide a complete rota",
    "peers": "other ways to solve the same, in the same time",
}


def of(options: argparse.Namespace) -> Iterator[Task]:
    """Give the tasks of a command, seed by seed."""
    makers = {
        "curtois": of_curtois,
        "inrc2": of_inrc2,
        "care": of_care,
        "peers": of_peers,
    }
    make = makers[options.family]
    for seed in options.seed:
        yield from make(
            options, Effort(options.seconds, options.workers, seed)
        )


def of_curtois(options: argparse.Namespace, effort: Effort) -> Iterator[Task]:
    """Read every instance of a folder, or those named."""
    paths = options.folder.glob("Instance*.txt")
    numbered = sorted((int(re.sub(r"\D", "", p.stem)), p) for p in paths)
    for number, path in numbered:
        if not options.only or str(number) in options.only:
            yield Task(
                family="curtois",
                instance=path.stem,
                make=partial(make_curtois, path),
                method="rota",
                answer=ours,
                effort=effort,
                score=partial(score_curtois, path),
                known=CURTOIS.get(number),
            )


def make_curtois(path: Path) -> rota.Problem:
    """Read an instance and make its problem."""
    return curtois.problem(curtois.read(path), path.stem)


def score_curtois(path: Path, roster: rota.Roster) -> Scored:
    """Score a rota by the published format; say what is broken."""
    found = curtois_score.score(path, curtois.entries(roster))
    wrong = [f"{n} {name}" for name, n in sorted(found.broken.items())]
    if found.minutes_short:
        wrong.append(f"{found.minutes_short} minutes short")
    short = curtois.SHORT_MINUTE * found.minutes_short
    said = ", ".join([str(found.points), *wrong])
    return Scored(said, found.points + short)


def of_inrc2(options: argparse.Namespace, effort: Effort) -> Iterator[Task]:
    """Read the instances named, else those with a score that is known."""
    for name in options.only or INRC2:
        scenario = name.split("_")[0]
        places = [options.folder, options.folder / scenario]
        here = [p for p in places if (p / f"Sc-{scenario}.txt").exists()]
        if here:
            yield Task(
                family="inrc2",
                instance=name,
                make=partial(make_inrc2, here[0], name),
                method="rota",
                answer=ours,
                effort=effort,
                score=partial(score_inrc2, here[0], name),
                known=INRC2.get(name),
            )


def make_inrc2(folder: Path, name: str) -> rota.Problem:
    """Read an instance and make its problem."""
    return inrc2.problem(inrc2_files.read(folder, name), name)


def score_inrc2(folder: Path, name: str, roster: rota.Roster) -> Scored:
    """Score a rota by the published format; say what is broken."""
    found = inrc2_score.score(folder, name, inrc2.entries(roster))
    wrong = [f"{n} {kind}" for kind, n in sorted(found.broken.items())]
    if found.missing:
        wrong.append(f"{found.missing} below the minimum")
    said = ", ".join([str(found.total), *wrong])
    return Scored(said, found.total + inrc2.MISSING * found.missing)


def of_care(options: argparse.Namespace, effort: Effort) -> Iterator[Task]:
    """Make up services of the sizes asked for; the seed makes them, too."""
    sizes = [(n, w) for n in options.people for w in options.weeks]
    for people, weeks in sizes:
        made = (people, weeks, options.sites, effort.seed)
        yield Task(
            family="care",
            instance=f"{people} x {weeks} w",
            make=partial(make_care, *made),
            method="rota",
            answer=ours,
            effort=effort,
        )


def make_care(
    people: int, weeks: int, sites: int | None, seed: int
) -> rota.Problem:
    """Make up a service; the rota hidden in it is not handed on."""
    return care.make(people, weeks, sites, seed).problem


def of_peers(options: argparse.Namespace, effort: Effort) -> Iterator[Task]:
    """Give each instance to every method: public ones, where a folder is."""
    from benchmarks.peers import METHODS

    tasks = [*of_care(options, effort)]
    if options.folder:
        tasks = [*of_curtois(options, effort), *of_inrc2(options, effort)]
    for task in tasks:
        for name in options.methods or METHODS:
            yield replace(task, method=name, answer=METHODS[name])
