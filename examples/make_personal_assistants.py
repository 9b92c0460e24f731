"""Makes rota/examples/personal-assistants.xlsx: one person, five assistants.

Four weeks in Northern Ireland, from 28 June to 25 July 2027, over the Twelfth
of July. She is never without somebody: from 07:00 to 22:00 one assistant is
up and about, by night one sleeps in. The person, her assistants and
everything about them are made up. Run it from the top folder:

    python -m examples.make_personal_assistants
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from examples.filling import (
    Filling,
    carried,
    grid,
    grid_rows,
    history,
    joined,
    table,
    training,
)

HERE = Path(__file__).resolve().parent.parent
TARGET = HERE / "rota" / "examples" / "personal-assistants.xlsx"
START = date(2027, 6, 28)
DAYS = 28
BEFORE = START - timedelta(days=14)

ABOUT = (
    "Una M and her assistants are an example and made up: one person, "
    "supported day and night by five people whom she employs herself, in "
    "Northern Ireland, in July 2027."
)

SERVICE = """
Name | Una's team
Nation | Northern Ireland
Starts | 28/06/2027
Weeks | 4
Full-time hours | 37.5
History known from | 14/06/2027
"""

# Whoever is alone with Una has breaks in her home, and is paid for them.
SHIFT_TYPES = """
Code|Name|Start|End|Kind|Break minutes|Break paid|Colour
E|Early|07:00|15:00|waking|20|Yes|yellow
L|Late|15:00|22:00|waking|20|Yes|orange
SI|Sleep-in|22:00|07:00|sleep-in|0||violet
TR|Training|09:30|15:30|training|0||grey
"""

COVER = """
Shift | Days | Minimum | Maximum | Medication
E | every day | 1 | 1 | 1
L | every day | 1 | 1 | 1
SI | every day | 1 | 1 | 1
"""

WORKERS = """
Name | Role | Hours | Personal care group | Opt-out
Bronagh Keane | Team leader | 32 | women | Yes
Dearbhla Rooney | Personal assistant | 30 | women | Yes
Aoife Magill | Personal assistant | 24 | women | No
Stephen Orr | Personal assistant | 16 | men | No
Patrycja Zielinska | Personal assistant | 12 | women |
"""

DRIVERS = """
Name | Driver | Own car | Business insurance until
Bronagh Keane | Yes | Yes | 31/01/2028
Dearbhla Rooney | Yes | Yes | 30/09/2027
Aoife Magill | Yes | Yes | 29/02/2028
Stephen Orr | Yes | Yes | 30/11/2027
"""

# Expiry dates; `Yes` does not run out.
TRAINING = """
Name | Moving and handling | Medication | First aid
Bronagh Keane | 14/03/2028 | 09/11/2027 | 22/05/2029
Dearbhla Rooney | 14/03/2028 | 09/11/2027 | 16/07/2027
Aoife Magill | 02/10/2027 | 30/04/2028 | 22/05/2029
Stephen Orr | 02/10/2027 | 30/04/2028 |
Patrycja Zielinska | 19/01/2028 | 30/04/2028 | 22/05/2029
"""

CLIENTS = """
Name|Known by|Most faces
Una M|Bronagh Keane, Dearbhla Rooney, Aoife Magill, Stephen Orr, Patrycja Zielinska|6
"""  # noqa: E501

# 15 hours a day: 4.5 at fixed times, trips out, and the rest of the day.
PLANS = """
Client|Support|Hours a week|From|To|Days|Skills|Personal care by
Una M|1:1||07:00|10:00|every day|Moving and handling|women
Una M|1:1||20:30|22:00|every day|Moving and handling
Una M|community access|8|||Mon-Sat
Una M|shared|65.5|||every day
Una M|sleep-in||||every day
"""

PLANS_ALSO = """
Earliest | Latest | Shortest | Longest | Driver | Reference | Rate code
 | | | | | DP-0417 | DAY
 | | | | | DP-0417 | DAY
10:30 | 20:00 | 3 | 4 | Yes | DP-0417 | OUT
 | | | | | DP-0417 | DAY
 | | | | | DP-0418 | NIGHT
"""
FUNDER = "Lough Shore Trust"

CLIENT_DIARY = """
Client|What|From|From time|To time|Driver|Note
Una M|appointment|07/07/2027|10:30|12:30|Yes|Dentist
"""

PATTERNS = """
Name|Week|Starts|Firm|Mon|Tue|Wed|Thu|Fri|Sat|Sun
Stephen Orr|1||preferred|||OFF|OFF
"""

LEAVE = """
Name | First | Last | Kind
Dearbhla Rooney | 12/07/2027 | 18/07/2027 | leave
Aoife Magill | 23/07/2027 | 25/07/2027 | leave
"""

REQUESTS = """
Name | First | Last | Wants | Priority
Bronagh Keane | 10/07/2027 | | OFF | high
Patrycja Zielinska | 03/07/2027 | 04/07/2027 | OFF | normal
Stephen Orr | 12/07/2027 | | E | low
Aoife Magill | 01/07/2027 | | OFF | normal
"""

PAIRS = """
Name | Other | Kind
Bronagh Keane | Patrycja Zielinska | never together
"""

DIARY = """
Title | Date | Start | End | Who | Share | Code
Team meeting | 14/07/2027 | 13:00 | 14:30 | everyone | 40 | TM
"""

# Fourteen days from Monday 14 June.
PAST = """
Bronagh Keane      | E E . L/SI . . SI  E . E L/SI . E .
Dearbhla Rooney    | L/SI . E . L/SI . E  . E L/SI . . L/SI .
Aoife Magill       | . L/SI . E . E .  . L/SI . . E . E
Stephen Orr        | . . L/SI . . L/SI .  L/SI . . . L/SI . .
Patrycja Zielinska | . . . . E . L  . . . E . . L/SI
"""

# From Monday 28 June.
TYPED = """
Stephen Orr        | . TR . . . . .
Patrycja Zielinska | . . . . . . .  . . . E . . .
"""

# What each has carried since April.
CARRIED = """
Name | weekends | sleep-ins | bank holidays
Bronagh Keane | 8 | 21 | 2
Dearbhla Rooney | 7 | 20 | 2
Aoife Magill | 6 | 16 | 1
Stephen Orr | 4 | 11 | 1
Patrycja Zielinska | 3 | 8 | 1
"""


def make(path: Path) -> None:
    """Write the workbook."""
    book = Filling(path, "personal-assistants")
    book.service(SERVICE)
    book.sheet("Shift types", table(SHIFT_TYPES))
    book.sheet("Cover", table(COVER))
    book.sheet("Workers", joined(WORKERS, DRIVERS))
    book.sheet("Training", training(TRAINING))
    book.sheet("Clients", table(CLIENTS))
    book.sheet("Support plans", _plans())
    book.sheet("Client diary", table(CLIENT_DIARY))
    book.sheet("Patterns", table(PATTERNS))
    book.sheet("Leave", table(LEAVE))
    book.sheet("Requests", table(REQUESTS))
    book.sheet("Pairs", table(PAIRS))
    book.sheet("Diary", table(DIARY))
    book.sheet("History", _history())
    names = [row["Name"] for row in table(WORKERS)]
    book.rota(START, grid_rows(TYPED, names, DAYS))
    book.save(ABOUT)


def _plans() -> Iterator[dict[str, str]]:
    """Give each line of the plan, with who pays for it."""
    also = table(PLANS_ALSO)
    for line, more in zip(table(PLANS), also, strict=True):
        yield line | more | {"Funder": FUNDER}


def _history() -> Iterator[dict[str, str]]:
    """Give what was worked in the fortnight before, and the ledger."""
    yield from history(BEFORE, grid(PAST))
    yield from carried(CARRIED)


if __name__ == "__main__":
    make(TARGET)
