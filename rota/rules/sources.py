"""Where each rule comes from, as the law of the nation numbers it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping

from rota.calendar import Nation
from rota.domain import Problem, Profile, Rule

REGULATIONS = "Working Time Regulations 1998"
IN_IRELAND = "Working Time Regulations (Northern Ireland) 2016"
# Great Britain: SI 1998/1833; Northern Ireland: SR 2016/49, with its own
# numbers for the same rules
NUMBERS: Mapping[str, str] = {
    "2": "2",
    "4": "4",
    "5": "5",
    "5A": "6",
    "6": "7",
    "6A": "8",
    "7": "9",
    "8": "10",
    "10": "12",
    "11": "13",
    "12": "14",
    "21": "25",
    "23": "27",
    "24": "28",
}
_CITED = re.compile(
    rf"{REGULATIONS}, (regs? (?:\d+A?(?:\(\d+\))?(?:, | and )?)+)"
)
_NUMBER = re.compile(r"(?<!\()\b\d+A?\b")  # and no paragraph
_SOURCE = re.compile(r"Source:\s+(.*)", re.DOTALL)


def source(rule: type[Rule], nation: Nation = Nation.ENGLAND) -> str:
    """Give the source that the docstring of a rule names; empty if none."""
    text = inspect.cleandoc(rule.__doc__ or "")
    found = _SOURCE.search(text)
    if found is None:
        return ""
    said = " ".join(found[1].split()).removesuffix(".")
    return cited(said, nation)


def cited(text: str, nation: Nation) -> str:
    """Give a citation with the numbers that hold in a nation."""
    if nation is not Nation.NORTHERN_IRELAND:
        return text
    return _CITED.sub(_in_ireland, text)


def _in_ireland(found: re.Match[str]) -> str:
    there = _NUMBER.sub(lambda number: NUMBERS[number[0]], found[1])
    return f"{IN_IRELAND}, {there}"


def profile(problem: Problem) -> str:
    """Say how working time is judged in a service."""
    if problem.profile is Profile.STANDARD:
        text = f"Standard: averages over 17 weeks ({REGULATIONS}, reg 4)"
    else:
        text = (
            "Continuity of care: averages over 26 weeks, no night average,"
            " and rest that is missed is owed as compensatory rest"
            f" ({REGULATIONS}, regs 4, 21 and 24)"
        )
    return cited(text, problem.nation)
