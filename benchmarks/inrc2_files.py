"""The files of the second nurse rostering competition, all weeks known.

`n030w4_1_6-2-9-1` is the scenario n030w4 with history 1 and the weeks 6, 2,
9 and 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
HEADERS = (
    "SCENARIO",
    "WEEKS",
    "SKILLS",
    "SHIFT_TYPES",
    "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS",
    "CONTRACTS",
    "NURSES",
    "HISTORY",
    "NURSE_HISTORY",
    "WEEK_DATA",
    "REQUIREMENTS",
    "SHIFT_OFF_REQUESTS",
)

Range = tuple[int, int]


@dataclass(frozen=True)
class Contract:
    """What a contract says of its nurses."""

    shifts: Range
    working: Range
    off: Range
    weekends: int
    whole_weekends: bool


@dataclass(frozen=True)
class History:
    """What somebody did before the start."""

    shifts: int
    weekends: int
    last: str
    same: int
    working: int
    off: int


@dataclass(frozen=True)
class Nurse:
    """Somebody, with skills and history."""

    id: str
    contract: Contract
    skills: tuple[str, ...]
    history: History


@dataclass(frozen=True)
class Wanted:
    """The people one shift wants by one skill."""

    day: int
    shift: str
    skill: str
    least: int
    best: int


@dataclass(frozen=True)
class Instance:
    """What the files say, put together."""

    weeks: int
    skills: tuple[str, ...]
    running: dict[str, Range]  # days of the same shift running, by shift
    never: tuple[tuple[str, str], ...]
    nurses: tuple[Nurse, ...]
    wanted: tuple[Wanted, ...]
    off: tuple[tuple[str, int, str], ...]  # nurse, day, shift or Any

    @property
    def shifts(self) -> tuple[str, ...]:
        """The types of shift."""
        return tuple(self.running)


def read(folder: Path, name: str) -> Instance:
    """Read the files of an instance, which lie in one folder."""
    scenario, history, weeks = name.split("_")
    said = _lines(folder / f"Sc-{scenario}.txt")
    past = _lines(folder / f"H0-{scenario}-{history}.txt")
    files = [
        _lines(folder / f"WD-{scenario}-{week}.txt")
        for week in weeks.split("-")
    ]
    contracts = {line[0]: _contract(line) for line in said["CONTRACTS"]}
    done = {line[0]: _history(line) for line in past["NURSE_HISTORY"]}
    return Instance(
        weeks=len(files),
        skills=tuple(line[0] for line in said["SKILLS"]),
        running={line[0]: _range(line[1]) for line in said["SHIFT_TYPES"]},
        never=tuple(
            (line[0], other)
            for line in said["FORBIDDEN_SHIFT_TYPES_SUCCESSIONS"]
            for other in line[2:]
        ),
        nurses=tuple(
            Nurse(line[0], contracts[line[1]], tuple(line[3:]), done[line[0]])
            for line in said["NURSES"]
        ),
        wanted=tuple(
            Wanted(7 * week + day, line[0], line[1], *_range(cell))
            for week, file in enumerate(files)
            for line in file["REQUIREMENTS"]
            for day, cell in enumerate(line[2:])
        ),
        off=tuple(
            dict.fromkeys(
                (line[0], 7 * week + DAYS.index(line[2]), line[1])
                for week, file in enumerate(files)
                for line in file.get("SHIFT_OFF_REQUESTS", [])
            )
        ),
    )


def _lines(path: Path) -> dict[str, list[list[str]]]:
    """Cut a file into its parts, and those into words."""
    found: dict[str, list[list[str]]] = {}
    part: list[list[str]] = []
    for line in path.read_text("utf-8").splitlines():
        words = line.split()
        if words and words[0] in HEADERS:
            part = found.setdefault(words[0], [])
        elif words:
            part.append(words)
    return found


def _range(said: str) -> Range:
    low, high = re.findall(r"\d+", said)
    return int(low), int(high)


def _contract(line: list[str]) -> Contract:
    shifts, working, off = map(_range, line[1:4])
    return Contract(shifts, working, off, int(line[4]), line[5] == "1")


def _history(line: list[str]) -> History:
    numbers = [int(word) for word in line[4:7]]
    return History(int(line[1]), int(line[2]), line[3], *numbers)
