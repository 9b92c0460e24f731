"""Makes rota/examples/childrens-home.xlsx: a home for four young people.

Two sleep in, every night. Four weeks in England, from 8 February to 7 March
2027, with half-term in the second. Early and late overlap by half an hour, in
which whoever comes is told how the day went. The home, its staff and
everything about them are made up. Run it from the top folder:

    python -m examples.make_childrens_home
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
TARGET = HERE / "rota" / "examples" / "childrens-home.xlsx"
START = date(2027, 2, 8)
DAYS = 28
BEFORE = START - timedelta(days=14)
HALF_TERM = [date(2027, 2, 15) + timedelta(days=n) for n in range(5)]

ABOUT = (
    "Bramble Cottage is an example and made up, and so is everybody in "
    "it: a home for four young people, over half-term in February 2027."
)

SERVICE = """
Name | Bramble Cottage
Nation | England
Starts | 08/02/2027
Weeks | 4
Full-time hours | 37.5
History known from | 25/01/2027
"""

SHIFT_TYPES = """
Code | Name | Start | End | Kind | Break minutes | Colour
E | Early | 07:30 | 15:00 | waking | 30 | yellow
L | Late | 14:30 | 22:30 | waking | 30 | orange
SI | Sleep-in | 22:30 | 07:30 | sleep-in | 0 | violet
TR | Training | 09:30 | 16:30 | training | 30 | grey
"""

# On school days two are enough until the afternoon; the last line is the
# handover, when those who come and those who go are there together.
COVER = """
Shift | From | To | Days | Minimum | Maximum | Lead | Driver | First aid
E | | | weekday | 2 | 4 | 1 | 1 | 1
E | | | weekend | 3 | 4 | 1 | 1 | 1
L | | | every day | 3 | 4 | 1 | 1 | 1
SI | | | every day | 2 | 2 | 1
 | 14:30 | 15:00 | every day | 5
"""
IN_HALF_TERM = {"Shift": "E", "Minimum": "3"}

WORKERS = """
Name | Role | Hours | Contract | Payroll | Shifts
Marcus Bell | Deputy manager | 37.5 | | BC02 | E, L, SI
Yvonne Clarke | Senior residential worker | 37.5 | | BC03 | E, L, SI
Imran Hussain | Senior residential worker | 37.5 | | BC05 | E, L, SI
Tess Rowntree | Senior residential worker | 37.5 | | BC06 | E, L, SI
Jodie Pearce | Residential worker | 37.5 | | BC08 | E, L, SI
Kofi Amponsah | Residential worker | 37.5 | | BC09 | E, L, SI
Alice Brennan | Residential worker | 37.5 | | BC11 | E, L, SI
Dominic Shaw | Residential worker | 30 | | BC12 | E, L, SI
Rukhsana Begum | Residential worker | 22.5 | | BC14 | E, L, SI
Owen Fletcher | Residential worker | 37.5 | | BC15 | E, L
Gloria Nkosi | Residential worker | | bank | BC21 | E, L, SI
Neil Hartshorn | Residential worker | | bank | BC23 | E, L
Petra Novak | Residential worker | | agency | | E, L
"""

FACTS = """
Name | Opt-out | Lead | Driver | Start | In numbers from | Pay per hour
Marcus Bell | Yes | Yes | Yes
Yvonne Clarke | Yes | Yes | Yes
Imran Hussain | Yes | Yes | Yes
Tess Rowntree | No | Yes
Jodie Pearce | Yes | | Yes
Kofi Amponsah | Yes | | Yes
Alice Brennan | Yes | Yes
Dominic Shaw | | | Yes
Rukhsana Begum
Owen Fletcher | | | Yes | 01/02/2027 | 22/02/2027
Gloria Nkosi | | | Yes | | | 15.80
Neil Hartshorn | No | | | | | 15.80
Petra Novak | | | | | | 26.40
"""

# Expiry dates; `Yes` does not run out.
TRAINING = """
Name | First aid | Medication | Safe holding
Marcus Bell | 12/06/2028 | 04/11/2027 | 09/05/2027
Yvonne Clarke | 12/06/2028 | 04/11/2027 | 09/05/2027
Imran Hussain | 30/09/2027 | 18/03/2027 | 21/08/2027
Tess Rowntree | 30/09/2027 | 18/03/2027 | 21/08/2027
Jodie Pearce | 19/02/2027 | 04/11/2027 | 09/05/2027
Kofi Amponsah | 14/01/2029 | 18/03/2027 | 21/08/2027
Alice Brennan | 14/01/2029 | 04/11/2027 | 21/08/2027
Dominic Shaw | 12/06/2028 | | 09/05/2027
Rukhsana Begum | 14/01/2029 | 18/03/2027 | 26/02/2027
Owen Fletcher | | | Yes
Gloria Nkosi | 30/09/2027 | | 21/08/2027
Neil Hartshorn | 12/06/2028 | | 09/05/2027
"""

PATTERNS = """
Name|Week|Starts|Firm|Mon|Tue|Wed|Thu|Fri|Sat|Sun
Marcus Bell|1|08/02/2027|preferred||||||OFF|OFF
Marcus Bell|2||preferred
Rukhsana Begum|1||firm|||OFF
Tess Rowntree|1|15/02/2027|preferred||||||OFF|OFF
Tess Rowntree|2||preferred
"""

BANK_HOLIDAYS = """
Date | To | Name | What
04/01/2027 | 12/02/2027 | Spring term, first half | term
15/02/2027 | 19/02/2027 | Half-term | school holiday
22/02/2027 | 25/03/2027 | Spring term, second half | term
"""

AVAILABILITY = """
Name|First|Last|Days|From time|To time|Status|Booked
Gloria Nkosi|08/02/2027|07/03/2027|Fri Sat Sun
Gloria Nkosi|15/02/2027|19/02/2027
Neil Hartshorn|08/02/2027|07/03/2027|Sat Sun
Neil Hartshorn|15/02/2027|18/02/2027
Petra Novak|17/02/2027|19/02/2027
Petra Novak|17/02/2027||||| available|L
Dominic Shaw|||Thu|07:00|13:00|not available
"""

LEAVE = """
Name | First | Last | Kind
Kofi Amponsah | 08/02/2027 | 14/02/2027 | leave
Yvonne Clarke | 15/02/2027 | 19/02/2027 | leave
Alice Brennan | 22/02/2027 | 26/02/2027 | leave
Imran Hussain | 01/03/2027 | 05/03/2027 | leave
Jodie Pearce | 10/02/2027 | 11/02/2027 | sick
"""

REQUESTS = """
Name | First | Last | Wants | Priority
Jodie Pearce | 14/02/2027 | | OFF | high
Dominic Shaw | 14/02/2027 | | L | low
Rukhsana Begum | 19/02/2027 | 20/02/2027 | OFF | normal
Marcus Bell | 06/03/2027 | 07/03/2027 | OFF | normal
Tess Rowntree | 27/02/2027 | | OFF | high
Kofi Amponsah | 18/02/2027 | | E | normal
"""

PAIRS = """
Name | Other | Kind
Neil Hartshorn | Petra Novak | never together
Owen Fletcher | Yvonne Clarke | together when possible
"""

DIARY = """
Title|Date|Start|End|Who|Share|Code
Team meeting|10/02/2027|10:30|12:00|everyone|40|TM
Team meeting|24/02/2027|10:30|12:00|everyone|40|TM
Office day|11/02/2027|09:00|16:30|Marcus Bell||OD
Office day|18/02/2027|09:00|16:30|Marcus Bell||OD
Office day|25/02/2027|09:00|16:30|Marcus Bell||OD
Office day|04/03/2027|09:00|16:30|Marcus Bell||OD
First aid course|22/02/2027|09:30|16:00|Jodie Pearce||FA
"""

# Fourteen days from Monday 25 January.
PAST = """
Marcus Bell    | E E . L/SI E . .  . L/SI E . E L/SI E
Yvonne Clarke  | L/SI E . . L/SI E .  L/SI E . L L/SI . .
Imran Hussain  | . L/SI E . . L/SI E  . . L/SI E . E L/SI
Tess Rowntree  | L . L/SI E . . L/SI  E . L . . L/SI E
Jodie Pearce   | E . . L/SI E E .  L/SI . . L/SI . . L
Kofi Amponsah  | . L/SI E . . L/SI E  . L L . L/SI . .
Alice Brennan  | . L L . L/SI . L/SI  E . . L/SI E . L
Dominic Shaw   | L/SI . L . L . E  . L/SI E . . E .
Rukhsana Begum | . . . L . L .  L E . . . . L/SI
Gloria Nkosi   | . . L/SI . . E .  . . L/SI . L L E
Neil Hartshorn | . . . . . . L  . . . . . E .
Owen Fletcher  | . . . . . . .  E E . E L . .
"""

# From Monday 8 February.
TYPED = """
Owen Fletcher  | TR TR . . . . .
Yvonne Clarke  | . . . . . L/SI .  . . . . . . .
Tess Rowntree  | . . . . . . .  . . . . . E .
"""

# What each has carried since November; bank holidays since April.
CARRIED = """
Name | weekends | sleep-ins | bank holidays | Christmas Day 2026
Marcus Bell | 6 | 20 | 2 | 1
Yvonne Clarke | 7 | 21 | 3
Imran Hussain | 7 | 20 | 3 | 1
Tess Rowntree | 6 | 19 | 2
Jodie Pearce | 7 | 20 | 3 | 1
Kofi Amponsah | 6 | 20 | 2
Alice Brennan | 7 | 19 | 3
Dominic Shaw | 6 | 16 | 2 | 1
Rukhsana Begum | 5 | 12 | 1
"""


def make(path: Path) -> None:
    """Write the workbook."""
    book = Filling(path, "childrens-home")
    book.service(SERVICE)
    book.sheet("Shift types", table(SHIFT_TYPES))
    book.sheet("Cover", _cover())
    book.sheet("Workers", joined(WORKERS, FACTS))
    book.sheet("Training", training(TRAINING))
    book.sheet("Patterns", table(PATTERNS))
    book.sheet("Bank holidays", table(BANK_HOLIDAYS))
    book.sheet("Availability", table(AVAILABILITY))
    book.sheet("Leave", table(LEAVE))
    book.sheet("Requests", table(REQUESTS))
    book.sheet("Pairs", table(PAIRS))
    book.sheet("Diary", table(DIARY))
    book.sheet("History", _history())
    names = [row["Name"] for row in table(WORKERS)]
    book.rota(START, grid_rows(TYPED, names, DAYS))
    book.save(ABOUT)


def _cover() -> Iterator[dict[str, str]]:
    """Give what is needed; in half-term nobody is at school."""
    yield from table(COVER)
    for day in HALF_TERM:
        yield IN_HALF_TERM | {"Days": f"{day:%d/%m/%Y}"}


def _history() -> Iterator[dict[str, str]]:
    """Give what was worked in the fortnight before, and the ledger."""
    yield from history(BEFORE, grid(PAST))
    yield from carried(CARRIED)


if __name__ == "__main__":
    make(TARGET)
