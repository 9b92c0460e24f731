"""Measure: public instances, generated services, and other methods.

Usage:
  python -m benchmarks curtois DIR [--only 1,3,5]
  python -m benchmarks inrc2 DIR [--only n030w4_1_6-2-9-1]
  python -m benchmarks care [--people 30,100] [--weeks 4] [--sites N]
  python -m benchmarks peers [DIR] [--only ...] [--people ...]

Each takes --seconds N --workers N --seed 0,1,2 --csv FILE.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from benchmarks import tasks
from benchmarks.measure import run

RESULTS = Path(__file__).parent / "results"


def main(arguments: list[str] | None = None) -> int:
    """Read the command, measure, print; 1 where something failed."""
    options = _parser().parse_args(arguments)
    path = options.csv or RESULTS / f"{options.family}.csv"
    rows = run(tasks.of(options), path)
    if not rows:
        print("There is nothing to measure.", file=sys.stderr)
    wrong = [row for row in rows if row.failed or row.musts_broken]
    return int(bool(wrong) or not rows)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    families = parser.add_subparsers(dest="family", required=True)
    for name, says in tasks.FAMILIES.items():
        family = families.add_parser(name, help=says)
        if name in ("curtois", "inrc2"):
            family.add_argument("folder", type=Path)
        if name in ("curtois", "inrc2", "peers"):
            family.add_argument("--only", type=_words, default=[])
        if name == "peers":
            family.add_argument("folder", type=Path, nargs="?")
            family.add_argument("--methods", type=_words, default=[])
        if name in ("care", "peers"):
            family.add_argument("--people", type=_numbers, default=[30, 100])
            family.add_argument("--weeks", type=_numbers, default=[4])
            family.add_argument("--sites", type=int)
        _common(family)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=_numbers, default=[0])
    parser.add_argument("--csv", type=Path, help="rows are added to it")


def _words(said: str) -> list[str]:
    return [word.strip() for word in said.split(",") if word.strip()]


def _numbers(said: str) -> list[int]:
    return [int(word) for word in _words(said)]


if __name__ == "__main__":
    sys.exit(main())
