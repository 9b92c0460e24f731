"""Scores rosters as the second nurse rostering competition publishes it.

It reads the files and (nurse, day, shift, skill) by itself, and knows
nothing of rota: what both agree on was found twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
Roster = Iterable[tuple[str, int, str, str]]  # nurse, day, shift, skill
OFF = "-"


class Score(NamedTuple):
    """What a roster is charged, and what of the hard rules it breaks.

    `points` are by the name of the soft constraint. `missing` are people
    below the hard minimum; `broken` names what else is hard.
    """

    points: dict[str, int]
    missing: int
    broken: dict[str, int]

    @property
    def total(self) -> int:
        """The published score."""
        return sum(self.points.values())


class Files:
    """The files of one instance, looked up by heading."""

    def __init__(self, folder: Path, name: str) -> None:
        scenario, history, weeks = name.split("_")
        self.scenario = _parts(folder / f"Sc-{scenario}.txt")
        self.history = _parts(folder / f"H0-{scenario}-{history}.txt")
        self.weeks = [
            _parts(folder / f"WD-{scenario}-{week}.txt")
            for week in weeks.split("-")
        ]


def _parts(path: Path) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Cut a file at empty lines; the first word of a part is its heading."""
    text = path.read_text("utf-8").replace("(", " ").replace(")", " ")
    blocks = "\n".join(line.strip() for line in text.splitlines())
    found = {}
    for block in blocks.split("\n\n"):
        lines = [line.replace(",", " ").split() for line in block.split("\n")]
        lines = [line for line in lines if line]
        if lines:
            found[lines[0][0]] = tuple(tuple(line) for line in lines[1:])
    return found


def score(folder: Path, name: str, roster: Roster) -> Score:
    """Give the score of a roster for an instance of a folder."""
    files = Files(folder, name)
    held = list(roster)
    points: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for nurse in files.scenario["NURSES"]:
        mine = [entry for entry in held if entry[0] == nurse[0]]
        days = Counter(day for _, day, _, _ in mine)
        broken["one a day"] += sum(n - 1 for n in days.values())
        broken["skill"] += sum(s not in nurse[3:] for *_, s in mine)
        line = [OFF] * (7 * len(files.weeks))
        for _, day, shift, _ in mine:
            line[day] = shift
        broken["succession"] += _successions(files, nurse[0], line)
        points.update(dict(_of_nurse(files, nurse, line)))
    missing, points["optimal cover"] = _cover(files, held)
    points["request"] = 10 * _requests(files, held)
    return Score(
        {k: n for k, n in points.items() if n},
        missing,
        {k: n for k, n in broken.items() if n},
    )


def _before(files: Files, nurse: str) -> tuple[str, int, int, int]:
    """Give last shift, and days of it, of work and off running."""
    lines = files.history["NURSE_HISTORY"]
    found = next(line for line in lines if line[0] == nurse)
    return found[3], int(found[4]), int(found[5]), int(found[6])


def _successions(files: Files, nurse: str, line: Sequence[str]) -> int:
    """Count the forbidden successions, the one at the start included."""
    never = {
        (first, then)
        for first, _, *others in files.scenario[
            "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS"
        ]
        for then in others
    }
    last = _before(files, nurse)[0]
    return sum(pair in never for pair in pairwise([last, *line]))


def _of_nurse(
    files: Files, nurse: Sequence[str], line: Sequence[str]
) -> Iterator[tuple[str, int]]:
    """Charge one nurse's line, constraint by constraint."""
    contract = next(c for c in files.scenario["CONTRACTS"] if c[0] == nurse[1])
    fewest, most, *runs, weekends, whole = map(int, contract[1:])
    last, same, working, off = _before(files, nurse[0])
    works = [shift != OFF for shift in line]
    yield "working days", 30 * _runs(works, True, working, *runs[:2])
    yield "days off", 30 * _runs(works, False, off, *runs[2:])
    yield (
        "same shift",
        15
        * sum(
            _runs(line, kind, same if kind == last else 0, int(low), int(high))
            for kind, low, high in files.scenario["SHIFT_TYPES"]
        ),
    )
    ends = [works[n : n + 2] for n in range(5, len(works), 7)]
    if whole:
        yield "whole weekends", 30 * sum(a != b for a, b in ends)
    _, carried, had, *_ = next(
        h for h in files.history["NURSE_HISTORY"] if h[0] == nurse[0]
    )
    total = sum(works) + int(carried)
    yield "total", 20 * (max(0, total - most) + max(0, fewest - total))
    worked = sum(a or b for a, b in ends) + int(had)
    yield "weekends", 30 * max(0, worked - weekends)


def _runs(
    line: Sequence[object], wanted: object, before: int, low: int, high: int
) -> int:
    """Count days too many and too few over the runs of one kind.

    `before` is the length of the run that the history ends with. Days of
    history are not charged again; a run still going on at the end is never
    too short.
    """
    charged, day = 0, 0
    if before and line[0] != wanted:
        charged += max(0, low - before)
    for kind, run in groupby(line):
        length = len(list(run))
        if kind == wanted:
            earlier = before if day == 0 else 0
            total = earlier + length
            charged += max(0, total - max(high, earlier))
            if day + length < len(line):
                charged += max(0, low - total)
        day += length
    return charged


def _cover(
    files: Files, held: Sequence[tuple[str, int, str, str]]
) -> tuple[int, int]:
    """Count who is missing to the minimum, and charge for the optimum."""
    there = Counter((day, shift, skill) for _, day, shift, skill in held)
    missing = points = 0
    for number, week in enumerate(files.weeks):
        for shift, skill, *cells in week["REQUIREMENTS"]:
            for day in range(7):
                low, best = map(int, cells[2 * day : 2 * day + 2])
                here = there[7 * number + day, shift, skill]
                missing += max(0, low - here)
                points += 30 * max(0, best - max(here, low))
    return missing, points


def _requests(files: Files, held: Sequence[tuple[str, int, str, str]]) -> int:
    """Count the shifts off that were asked for and not given."""
    worked = {entry[:2] for entry in held}
    shifts = {entry[:3] for entry in held}
    missed = 0
    for number, week in enumerate(files.weeks):
        for nurse, shift, name in set(week.get("SHIFT_OFF_REQUESTS", ())):
            day = 7 * number + WEEK.index(name)
            if shift == "Any":
                missed += (nurse, day) in worked
            else:
                missed += (nurse, day, shift) in shifts
    return missed
