"""Makes rota/examples/reablement.xlsx: support at home that tapers off.

Two weeks of spring 2027, in England. The council, its team, the people who
come home from hospital and everything about them are made up. Run it from
the top folder:

    python -m examples.make_reablement
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from examples.filling import Filling, grid, history, joined, table

HERE = Path(__file__).resolve().parent.parent
TARGET = HERE / "rota" / "examples" / "reablement.xlsx"
START = date(2027, 4, 12)
END = date(2027, 4, 25)
BEFORE = START - timedelta(days=7)
FORTNIGHT = timedelta(days=14)

ABOUT = (
    "The Saltmarsh reablement team is an example and made up, and so is "
    "everybody in it: a council team of ten, people who start at a day's "
    "notice, and visits that taper over six weeks. Each stage of somebody's "
    "plan is a row of Support plans with dates of its own."
)

SERVICE = """
Name | Saltmarsh reablement team
Nation | England
Starts | 12/04/2027
Weeks | 2
Full-time hours | 37
History known from | 05/04/2027
Minutes credited for travel | 15
"""

SHIFT_TYPES = """
Code | Name | Start | End | Kind | Break minutes | Colour
AM | Morning round | 07:30 | 14:00 | round | 0 | yellow
PM | Evening round | 15:30 | 20:30 | round | 0 | orange
D | Duty worker | 09:00 | 17:00 | waking | 30 | green
TR | Training | 09:00 | 16:30 | training | 30 | grey
"""

COVER = """
Shift | Days | Minimum | Ideal | Maximum
D | weekday | 1 | | 1
D | bank holiday | 0 | | 0
"""

WORKERS = """
Name | Role | Hours | Shifts | Driver | Own car | Business insurance until
Philippa Brandt | Team co-ordinator | 30 | D | Yes | Yes | 30/09/2027
Owen Stackpole | Senior worker | 22 | AM, PM, D | Yes | Yes | 19/02/2028
Marcia Delroy | Senior worker | 22 | AM, PM, D | Yes | Yes | 21/04/2027
Agnieszka Mazur | Reablement worker | 18 | AM, PM | Yes | Yes | 11/12/2027
Tony Quill | Reablement worker | 18 | AM, PM | Yes | Yes | 07/07/2027
Sunita Rao | Reablement worker | 16 | AM, PM | Yes | Yes | 23/01/2028
Bola Adeniyi | Reablement worker | 16 | AM, PM | Yes | Yes | 14/06/2027
Heather Crane | Reablement worker | 14 | AM | | |
Joe Tallis | Reablement worker | 14 | AM, PM | Yes | Yes | 30/11/2027
Wilma Stride | Reablement worker | 12 | PM | Yes | Yes | 05/08/2027
"""

FACTS = """
Name | Lead | Usual shift hours | Opt-out | Personal care group
Philippa Brandt | Yes | 7.5 | No | women
Owen Stackpole | Yes | 5 | No | men
Marcia Delroy | Yes | 5 | No | women
Agnieszka Mazur | | 4 | Yes | women
Tony Quill | | 4 | No | men
Sunita Rao | | 4 | No | women
Bola Adeniyi | | 4 | Yes | women
Heather Crane | | 4 | No | women
Joe Tallis | | 4 | No | men
Wilma Stride | | 4 | No | women
"""

# Expiry dates.
TRAINING = """
Name | Medication | Moving and handling
Philippa Brandt | 12/10/2027 | 08/03/2028
Owen Stackpole | 12/10/2027 | 08/03/2028
Marcia Delroy | 12/10/2027 | 08/03/2028
Agnieszka Mazur | 20/04/2027 | 15/11/2027
Tony Quill | 19/01/2028 | 15/11/2027
Sunita Rao | 19/01/2028 | 15/11/2027
Bola Adeniyi | 19/01/2028 | 08/03/2028
Heather Crane | 12/10/2027 | 08/03/2028
Joe Tallis | 19/01/2028 | 15/11/2027
Wilma Stride | 12/10/2027 | 15/11/2027
"""

PATTERNS = """
Name | Week | Starts | Firm | Mon | Tue | Wed | Thu | Fri | Sat | Sun
Philippa Brandt | 1 | | firm | D | D | D | D | OFF | OFF | OFF
Heather Crane | 1 | | firm | | | | | OFF | | OFF
Wilma Stride | 1 | 12/04/2027 | firm | | | | | | OFF | OFF
Wilma Stride | 2 | | firm
"""

LEAVE = """
Name | First | Last | Kind
Sunita Rao | 16/04/2027 | 18/04/2027 | leave
Tony Quill | 21/04/2027 | 23/04/2027 | sick
"""

REQUESTS = """
Name | First | Last | Wants | Priority
Bola Adeniyi | 24/04/2027 | 25/04/2027 | OFF | normal
Joe Tallis | 14/04/2027 | | OFF | normal
Marcia Delroy | 18/04/2027 | | OFF | high
Agnieszka Mazur | 19/04/2027 | | AM | low
"""

DIARY = """
Title | Date | Start | End | Who | Share | Code
Review of everybody's goals | 21/04/2027 | 14:15 | 15:15 | everyone | 50 | GR
"""

TRAVEL = """
From | To | Minutes by car | Minutes on foot
Saltmarsh | Saltmarsh | 6 | 10
Saltmarsh | Hythe End | 9 | 25
Hythe End | Hythe End | 5 | 8
Saltmarsh | Up Wending | 14 | 60
Hythe End | Up Wending | 12 | 50
Up Wending | Up Wending | 6 | 15
"""

# Who comes home when, often at a day's notice; some started before the rota.
CLIENTS = """
Name | Place | From | Fortnights | Care by
Mr Aldous | Saltmarsh | 08/03/2027 | 3 |
Mrs Bakare | Hythe End | 17/03/2027 | 3 | women
Mrs Chilvers | Saltmarsh | 24/03/2027 | 3 |
Mr Dang | Up Wending | 29/03/2027 | 2 |
Miss Eade | Hythe End | 01/04/2027 | 3 |
Mr Farrow | Saltmarsh | 06/04/2027 | 3 |
Mrs Gill | Saltmarsh | 09/04/2027 | 3 | women
Mrs Ioannou | Up Wending | 15/04/2027 | 3 |
Mrs Kemble | Hythe End | 20/04/2027 | 3 |
Mr Larkin | Saltmarsh | 23/04/2027 | 2 |
"""

# What somebody has in their first, second and third fortnight.
STAGES = """
Fortnight | Hours a day | Days | Earliest | Latest | Skills
1 | 1 | every day | 07:30 | 10:00 | Medication
1 | 0.75 | every day | 12:00 | 14:00 |
1 | 0.75 | every day | 17:00 | 19:30 | Medication
2 | 0.75 | every day | 08:00 | 10:30 |
2 | 0.75 | every day | 17:30 | 20:00 |
3 | 0.75 | Mon Wed Fri Sat | 08:30 | 11:30 |
"""

CLIENT_DIARY = """
Client | What | From | To | Hours
Mrs Bakare | hospital | 20/04/2027 | 24/04/2027 | stop
Mr Farrow | home | 17/04/2027 | 18/04/2027 | stop
"""

# Seven days from Monday 5 April.
PAST = """
Philippa Brandt | D D D D . . .
Owen Stackpole  | AM . PM . D AM AM
Marcia Delroy   | . AM AM AM . . .
Agnieszka Mazur | PM PM . . AM AM .
Tony Quill      | AM AM . PM PM . .
Sunita Rao      | . . AM AM . PM PM
Bola Adeniyi    | . PM PM . AM . .
Heather Crane   | AM AM . AM . . .
Joe Tallis      | . . . AM . AM AM
Wilma Stride    | PM . PM . PM . .
"""


def make(path: Path) -> None:
    """Write the workbook."""
    book = Filling(path, "reablement")
    book.service(SERVICE)
    book.sheet("Shift types", table(SHIFT_TYPES))
    book.sheet("Cover", table(COVER))
    book.sheet("Workers", joined(WORKERS, FACTS))
    book.matrix("Training", table(TRAINING))
    book.sheet("Patterns", table(PATTERNS))
    book.sheet("Leave", table(LEAVE))
    book.sheet("Requests", table(REQUESTS))
    book.sheet("Diary", table(DIARY))
    book.sheet("Clients", _clients())
    book.sheet("Support plans", _plans())
    book.sheet("Client diary", table(CLIENT_DIARY))
    book.sheet("Travel", table(TRAVEL))
    book.sheet("History", history(BEFORE, grid(PAST)))
    days = (END - START).days + 1
    book.rota(START, ((row["Name"], ["."] * days) for row in table(WORKERS)))
    book.save(ABOUT)


def _clients() -> Iterator[dict[str, str]]:
    for row in table(CLIENTS):
        yield {"Name": row["Name"], "Place": row["Place"]}


def _plans() -> Iterator[dict[str, str]]:
    """Give a row for each visit of each fortnight that is not over."""
    for number, client in enumerate(table(CLIENTS), 1):
        for row in table(STAGES):
            nth = int(row.pop("Fortnight"))
            first = _date(client["From"]) + FORTNIGHT * (nth - 1)
            last = first + FORTNIGHT - timedelta(days=1)
            if nth > int(client["Fortnights"]) or last < START:
                continue
            line = {"Client": client["Name"], "Support": "visit", **row}
            line |= {"From date": _said(first), "To date": _said(last)}
            if "Care by" in client:
                line["Personal care by"] = client["Care by"]
            line |= {"Funder": "Council", "Reference": f"RB/{number:03}"}
            yield line


def _date(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()


def _said(day: date) -> str:
    return f"{day:%d/%m/%Y}"


if __name__ == "__main__":
    make(TARGET)
