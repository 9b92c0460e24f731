"""Makes rota/examples/supported-living.xlsx: a house for six people.

Four weeks across Christmas and New Year 2026/27, in England. The house, its
staff and everything about them are made up. Run it from the top folder:

    python -m examples.make_supported_living
"""

from __future__ import annotations

import random
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
TARGET = HERE / "rota" / "examples" / "supported-living.xlsx"
START = date(2026, 12, 14)
DAYS = 28
BEFORE = START - timedelta(days=14)
TOTALS = 15  # weeks of payroll totals before the History's shifts
SEED = 2026

ABOUT = (
    "Larkspur House is an example and made up, and so is everybody in "
    "it: supported living for six people with plans of their own, over "
    "Christmas and New Year 2026/27."
)

SERVICE = """
Name | Larkspur House
Nation | England
Starts | 14/12/2026
Weeks | 4
Full-time hours | 37.5
History known from | 30/11/2026
"""

SHIFT_TYPES = """
Code | Name | Start | End | Kind | Break minutes | Skills needed | Colour
E | Early | 07:00 | 15:00 | waking | 30 | | yellow
L | Late | 14:00 | 22:00 | waking | 30 | | orange
M | Middle | 09:30 | 15:30 | waking | 0 | | green
SI | Sleep-in | 22:00 | 07:00 | sleep-in | 0 | Medication | violet
N | Waking night | 22:00 | 07:00 | waking | 30 | Epilepsy | navy
TR | Training | 09:00 | 16:30 | training | 30 | | grey
"""

# The line without a shift is for everybody together: two who are with no one
# person, from the first of the morning to the last of the evening.
COVER = """
Shift | Days | Minimum | Ideal | Maximum | Medication | Driver | Lead
E | every day | 4 | | 6 | 2 | 1 | 1
E | weekday | 4 | 5 | 7
E | bank holiday | 4 | | 6
E | 25/12/2026 | 3 | 4 | 5
L | every day | 4 | | 6 | 2 | 1 | 1
L | 25/12/2026 | 3 | 4 | 5
 | every day | 2
M | Tue Wed Thu | 0 | 1 | 2
SI | every day | 1 | | 1
N | every day | 1 | | 1
"""

WORKERS = """
Name | Role | Hours | Contract | Payroll
Ruth Adeyemi | Deputy manager | 37.5 | | LH101
Callum Whitaker | Team leader | 37.5 | | LH104
Priya Raman | Team leader | 37.5 | | LH109
Denise Okoro | Senior support worker | 37.5 | | LH112
Tomasz Wilk | Senior support worker | 37.5 | | LH115
Gareth Bevan | Senior support worker | 30 | | LH116
Aisha Malik | Support worker | 37.5 | | LH121
Leanne Hartley | Support worker | 37.5 | | LH122
Samuel Boateng | Support worker | 37.5 | | LH125
Joanna Kowalczyk | Support worker | 37.5 | | LH127
Martin Frost | Support worker | 37.5 | | LH130
Femi Ogunleye | Support worker | 37.5 | | LH133
Nadia Rahman | Support worker | 30 | | LH134
Kelly-Ann Drew | Support worker | 30 | | LH138
Grace Mensah | Support worker | 22.5 | | LH141
Hannah Lister | Support worker | 18 | | LH142
Ravi Pillai | Support worker | 15 | | LH150
Oliver Stanton | Support worker | 37.5 | | LH153
Blessing Eze | Night support worker | 34 | | LH118
Peter Hallam | Night support worker | 25.5 | | LH129
Marta Silva | Night support worker | 17 | | LH146
Yusuf Demir | Support worker | | bank | LH202
Carol Timms | Support worker | | bank | LH205
Daniel Achebe | Support worker | | agency |
"""

SHIFTS = """
Name | Shifts | Sleep-ins | Permanent nights | Opt-out
Ruth Adeyemi | E, L | | | No
Callum Whitaker | E, L, SI | | | Yes
Priya Raman | E, L, SI | | | No
Denise Okoro | E, L, SI | | | Yes
Tomasz Wilk | E, L, SI | | | Yes
Gareth Bevan | E, L, SI | | | No
Aisha Malik | E, L, SI | | | Yes
Leanne Hartley | E, L, SI
Samuel Boateng | E, L, SI | | | Yes
Joanna Kowalczyk | E, L, SI | | | Yes
Martin Frost | E, L, SI
Femi Ogunleye | E, L, SI | | | Yes
Nadia Rahman | E, L, SI
Kelly-Ann Drew | E, L, M | No
Grace Mensah | E, L, M, SI
Hannah Lister | M | No | | No
Ravi Pillai | E, L | No | | No
Oliver Stanton | E, L | No
Blessing Eze | N | | Yes | Yes
Peter Hallam | N | | Yes
Marta Silva | N | | Yes
Yusuf Demir | | | | Yes
Carol Timms | E, L | No
Daniel Achebe | E, L
"""

DRIVERS = """
Name | Driver | Licence until | Own car | Business insurance until
Ruth Adeyemi | Yes | | Yes | 30/06/2027
Callum Whitaker | Yes | 11/04/2031 | |
Denise Okoro | Yes | | |
Gareth Bevan | Yes | | |
Leanne Hartley | Yes | | Yes | 28/12/2026
Samuel Boateng | Yes | 02/09/2029 | |
Martin Frost | Yes | | |
Kelly-Ann Drew | Yes | | |
Femi Ogunleye | Yes | | Yes |
"""

FACTS = """
Name | Lead | Start | In numbers from | Right to work until | Weekly cap
Ruth Adeyemi | Yes | | | |
Callum Whitaker | Yes | | | |
Priya Raman | Yes | | | |
Denise Okoro | Yes | | | |
Tomasz Wilk | Yes | | | |
Gareth Bevan | Yes | | | |
Femi Ogunleye | | | | 31/08/2028 |
Ravi Pillai | | | | 30/09/2027 | 20
Oliver Stanton | | 07/12/2026 | 28/12/2026 | |
"""

EXTRAS = """
Name | Brought forward | Pay per hour
Aisha Malik | 7.5 |
Samuel Boateng | -7.5 |
Yusuf Demir | | 15.20
Carol Timms | | 15.20
Daniel Achebe | | 27.50
"""

# Expiry dates; `Yes` does not run out.
TRAINING = """
Name | Medication | Epilepsy | First aid | Moving and handling
Ruth Adeyemi | 14/09/2027 | 02/03/2027 | 30/06/2028 | 11/05/2027
Callum Whitaker | 22/05/2027 | 02/03/2027 | 30/06/2028 | 11/05/2027
Priya Raman | 22/05/2027 | 19/08/2027 | 12/02/2029 | 03/10/2027
Denise Okoro | 08/11/2027 | 19/08/2027 | 12/02/2029 | 03/10/2027
Tomasz Wilk | 08/11/2027 | 19/08/2027 | | 03/10/2027
Gareth Bevan | 17/02/2027 | 02/03/2027 | 30/06/2028 | 11/05/2027
Aisha Malik | 14/09/2027 | 02/03/2027 | | 11/05/2027
Leanne Hartley | 22/05/2027 | | 12/02/2029 | 03/10/2027
Samuel Boateng | 31/12/2026 | 19/08/2027 | | 11/05/2027
Joanna Kowalczyk | 08/11/2027 | 19/08/2027 | | 03/10/2027
Martin Frost | 17/02/2027 | | 30/06/2028 | 11/05/2027
Femi Ogunleye | 14/09/2027 | 02/03/2027 | | 03/10/2027
Nadia Rahman | 27/12/2026 | 02/03/2027 | | 03/10/2027
Kelly-Ann Drew | 22/05/2027 | | | 11/05/2027
Grace Mensah | 14/09/2027 | 19/08/2027 | | 03/10/2027
Hannah Lister | 08/11/2027 | | | 11/05/2027
Ravi Pillai | | | | 03/10/2027
Oliver Stanton | | | | 09/12/2028
Blessing Eze | 14/09/2027 | 19/08/2027 | 12/02/2029 | 03/10/2027
Peter Hallam | 17/02/2027 | 02/03/2027 | | 11/05/2027
Marta Silva | 22/05/2027 | 19/08/2027 | | 03/10/2027
Yusuf Demir | 08/11/2027 | 05/01/2027 | | 03/10/2027
Carol Timms | 17/02/2027 | | 30/06/2028 | 11/05/2027
Daniel Achebe | | | | Yes
"""

PATTERNS = """
Name|Week|Starts|Firm|When|Mon|Tue|Wed|Thu|Fri|Sat|Sun
Ruth Adeyemi|1|14/12/2026|preferred||OFF|E|E||E|OFF|OFF
Ruth Adeyemi|2||preferred||E|E|E||OFF|E|E
Gareth Bevan|1|14/12/2026|firm|||||||OFF|OFF
Gareth Bevan|2||firm
Nadia Rahman|1|07/12/2026|firm|||||||OFF|OFF
Nadia Rahman|2||firm
Martin Frost|1|14/12/2026|preferred|||||||OFF|OFF
Martin Frost|2||preferred
Leanne Hartley|1|07/12/2026|preferred|||||||OFF|OFF
Leanne Hartley|2||preferred
Kelly-Ann Drew|1||firm||||||OFF
Hannah Lister|1||firm|term|OFF|M|M|M|OFF|OFF|OFF
Ravi Pillai|1||firm||OFF|OFF||OFF
"""

TOGETHER = {"From": "07:00", "To": "22:00"}

# A word that Support plans name; it is written on no page.
CARE = """
Name | Personal care group
Ruth Adeyemi | women
Priya Raman | women
Denise Okoro | women
Aisha Malik | women
Leanne Hartley | women
Joanna Kowalczyk | women
Nadia Rahman | women
Kelly-Ann Drew | women
Grace Mensah | women
Carol Timms | women
"""

CLIENTS = """
Name | Key workers
Alan P | Tomasz Wilk, Samuel Boateng
Beth W | Denise Okoro, Aisha Malik
Colin D | Callum Whitaker, Martin Frost
Dawn F | Priya Raman, Kelly-Ann Drew
Edna S | Leanne Hartley, Joanna Kowalczyk
Farouk A | Gareth Bevan, Femi Ogunleye
"""

# Help to get up and to bed, by two.
BY_TWO = """
Client | Support | From | To | Skills | Personal care by | Rate code
Beth W | 2:1 | 07:30 | 08:15 | Moving and handling | women | S2
Beth W | 2:1 | 20:30 | 21:15 | Moving and handling | women | S2
"""

ONE_TO_ONE = """
Client|Hours a week|Days|Earliest|Latest|Shortest|Longest|Skills|Rate code
Alan P|14|every day|09:00|14:00|2|2|Epilepsy|S1
Dawn F|9|Mon-Sat|15:00|20:00|1.5|1.5||S1
Edna S|7|every day|09:00|14:00|1|1||S1
"""

# One in the middle of every day, and one in the afternoon.
OUTINGS = """
Client|Support|Hours a day|Days|Earliest|Latest|Driver|Rate code
Colin D|community access|3|Mon Wed Fri Sun|10:00|14:30|Yes|C1
Dawn F|community access|3|Tue Thu Sat|10:00|14:30|Yes|C1
Edna S|community access|2.5|Mon Wed Fri|15:00|19:00|Yes|C1
Farouk A|community access|2.5|Tue Thu Sat Sun|15:00|19:00|Service vehicle|C1
"""

FOR_ALL = """
Client | Support | Hours a week | Rate code
Alan P | shared | 56 | S6
Beth W | shared | 56 | S6
Colin D | shared | 56 | S6
Dawn F | shared | 56 | S6
Edna S | shared | 56 | S6
Farouk A | shared | 56 | S6
Alan P | waking night | | WN
Beth W | waking night | | WN
Colin D | sleep-in | | SI
Dawn F | sleep-in | | SI
Edna S | sleep-in | | SI
Farouk A | sleep-in | | SI
"""

FUNDERS = """
Client | Funder | Reference
Alan P | Northshire Council | NC-2201
Beth W | Northshire ICB | CHC-140
Colin D | Northshire Council | NC-2230
Dawn F | Northshire Council | NC-2231
Edna S | Eastham Council | EA-77
Farouk A | Eastham Council | EA-81
"""

CLIENT_DIARY = """
Client|What|From|From time|To|To time|Hours|Driver|Note
Colin D|home|24/12/2026|10:00|27/12/2026|17:00|stop||With his sister
Dawn F|home|24/12/2026||26/12/2026||stop||With her parents
Beth W|appointment|22/12/2026|10:30||12:00||Yes|Dentist
Alan P|appointment|05/01/2027|14:30||16:30||Yes|Clinic
"""

VEHICLES = """
Vehicle
Van
"""

BANK_HOLIDAYS = """
Date | To | Name | What
02/11/2026 | 18/12/2026 | Autumn term, second half | term
19/12/2026 | 03/01/2027 | Christmas holidays | school holiday
04/01/2027 | 12/02/2027 | Spring term, first half | term
"""

AVAILABILITY = """
Name|First|Last|Days|From time|To time|Status|Booked
Yusuf Demir|14/12/2026|20/12/2026|Mon Tue Fri||||
Yusuf Demir|21/12/2026|24/12/2026|||||
Yusuf Demir|27/12/2026|03/01/2027|||||
Yusuf Demir|04/01/2027|10/01/2027|Sat Sun||||
Carol Timms|19/12/2026|10/01/2027|Sat Sun||||
Carol Timms|23/12/2026|23/12/2026|||||
Carol Timms|26/12/2026|28/12/2026|||||
Daniel Achebe|23/12/2026|27/12/2026|||||
Daniel Achebe|26/12/2026|||||available|L
Grace Mensah|||Thu|07:00|12:00|not available|
"""

LEAVE = """
Name | First | Last | Kind
Martin Frost | 14/12/2026 | 18/12/2026 | leave
Nadia Rahman | 14/12/2026 | 16/12/2026 | sick
Marta Silva | 14/12/2026 | 18/12/2026 | leave
Joanna Kowalczyk | 19/12/2026 | 02/01/2027 | leave
Hannah Lister | 21/12/2026 | 03/01/2027 | leave
Callum Whitaker | 21/12/2026 | 25/12/2026 | leave
Leanne Hartley | 23/12/2026 | 27/12/2026 | leave
Blessing Eze | 24/12/2026 | 27/12/2026 | leave
Tomasz Wilk | 24/12/2026 | 27/12/2026 | leave
Kelly-Ann Drew | 24/12/2026 | 26/12/2026 | leave
Ravi Pillai | 28/12/2026 | 03/01/2027 | leave
Priya Raman | 28/12/2026 | 01/01/2027 | leave
Peter Hallam | 28/12/2026 | 31/12/2026 | leave
Samuel Boateng | 30/12/2026 | 03/01/2027 | leave
Aisha Malik | 04/01/2027 | 08/01/2027 | leave
Denise Okoro | 04/01/2027 | 08/01/2027 | leave
Femi Ogunleye | 06/01/2027 | 07/01/2027 | leave
Marta Silva | 07/01/2027 | 08/01/2027 | leave
"""

REQUESTS = """
Name | First | Last | Wants | Priority
Ruth Adeyemi | 25/12/2026 | | OFF | normal
Priya Raman | 25/12/2026 | | OFF | low
Martin Frost | 25/12/2026 | | OFF | high
Nadia Rahman | 24/12/2026 | | E | normal
Grace Mensah | 25/12/2026 | 26/12/2026 | OFF | normal
Samuel Boateng | 25/12/2026 | | OFF | normal
Femi Ogunleye | 31/12/2026 | | OFF | normal
Denise Okoro | 31/12/2026 | 01/01/2027 | OFF | normal
Leanne Hartley | 31/12/2026 | | E | normal
Kelly-Ann Drew | 17/12/2026 | | OFF | high
Tomasz Wilk | 19/12/2026 | | OFF | low
Marta Silva | 24/12/2026 | | OFF | normal
Oliver Stanton | 02/01/2027 | 03/01/2027 | OFF | low
Carol Timms | 28/12/2026 | | L | low
"""

PAIRS = """
Name | Other | Kind
Leanne Hartley | Martin Frost | never together
Ravi Pillai | Oliver Stanton | not only these two
Callum Whitaker | Oliver Stanton | together when possible
"""

DIARY = """
Title|Date|Start|End|Who|Share|Code
Team meeting|16/12/2026|15:00|16:30|everyone|40|TM
Supervision with Ruth|17/12/2026|15:00|16:00|Femi Ogunleye||SV
Medication refresher|06/01/2027|09:00|12:30|Samuel Boateng, Nadia Rahman||MR
Supervision with Ruth|07/01/2027|15:00|16:00|Oliver Stanton||SV
Office day|17/12/2026|08:30|16:00|Ruth Adeyemi||OD
Office day|24/12/2026|08:30|16:00|Ruth Adeyemi||OD
Office day|31/12/2026|08:30|16:00|Ruth Adeyemi||OD
Office day|07/01/2027|08:30|16:00|Ruth Adeyemi||OD
"""

# Fourteen days from Monday 30 November.
PAST = """
Ruth Adeyemi     | . E E . E . .  E E E L . E E
Callum Whitaker  | L . L L/SI E . .  L L L L . L L
Priya Raman      | . E E E E . .  E E . E L/SI E L
Denise Okoro     | E E . . E E E  . . . . . . .
Tomasz Wilk      | E . . L L L L/SI  . . E E L L L
Gareth Bevan     | . L L L L . .  E . . . E E E
Aisha Malik      | L L . E L/SI E L  . E L L/SI E . .
Leanne Hartley   | . L/SI E . . L/SI E  L L . . . . .
Samuel Boateng   | . . E E E . .  E L/SI E . L L L/SI
Joanna Kowalczyk | L/SI . L/SI E L . .  E E L/SI E . E E
Martin Frost     | L . . L L . .  . . E E E L/SI E
Femi Ogunleye    | . . . . . L L  . . L L L . .
Nadia Rahman     | E E E E . . .  SI E E E L . .
Kelly-Ann Drew   | E L L . . L L  L L . . . . .
Grace Mensah     | E E . . . E E  L . . . E . .
Hannah Lister    | . M M M . . .  . M M M . . .
Ravi Pillai      | . . . . . E E  . . E . E . .
Oliver Stanton   | . . . . . . .  E E L . . L L
Blessing Eze     | . . N . . N N  N N . . . . N
Peter Hallam     | . . . N N . .  . . N N . . .
Marta Silva      | N N . . . . .  . . . . N N .
"""

# From Monday 14 December, four weeks.
TYPED = """
Ruth Adeyemi     | . . . . . . .  . . . . . . .  . . . . . . .  . . . . . . .
Callum Whitaker  | . . . . . . .  . . . . . . .  . . . . . . .  . . . . . . .
Priya Raman      | . . . . . . .  . . . . . . .  . . . . . . .  . . . . . . .
Denise Okoro     | . . . . . . .  . . . . E . .  . . . . . . .  . . . . . . .
Gareth Bevan     | . . . . . . .  . . . . L/SI/E . .  . . . . . . .  . . . . .
Aisha Malik      | . . . . . . .  . . . . L . .  . . . . . . .  . . . . . . .
Samuel Boateng   | . . . . . 13:00-21:00 .  . . . . OFF . .  . . . . . . .
Femi Ogunleye    | . . . . . . .  . . . . E . .  . . . . . . .  . . . . . . .
Oliver Stanton   | TR TR . . . . .  . . . . OFF . .  . . . . . . .
Marta Silva      | . . . . . . .  . . . . N . .  . . . . . . .  . . . . . . .
"""

# What each has carried since October; bank holidays since April.
CARRIED = """
Name | nights | weekends | sleep-ins | bank holidays | Christmas Day 2025
Ruth Adeyemi | | 5 | | 1 | 1
Callum Whitaker | | 6 | 6 | 1
Priya Raman | | 7 | 7 | 2 | 1
Denise Okoro | | 6 | 6 | 1
Tomasz Wilk | | 5 | 7 | 2 | 1
Gareth Bevan | | 4 | 5 | 2
Aisha Malik | | 7 | 6 | 1
Leanne Hartley | | 5 | 6 | 1
Samuel Boateng | | 5 | 6 | 2 | 1
Joanna Kowalczyk | | 5 | 5 | 2 | 1
Martin Frost | | 6 | 7 | 1
Femi Ogunleye | | 7 | 7 | 1
Nadia Rahman | | 4 | 4 | 2
Kelly-Ann Drew | | 4 | | 1 | 1
Grace Mensah | | 4 | 4 | 1
Ravi Pillai | | 2 | | 1
Oliver Stanton | | 1
Blessing Eze | 32 | 6 | | 2 | 1
Peter Hallam | 24 | 5 | | 1
Marta Silva | 15 | 3 | | 1
"""


def make(path: Path) -> None:
    """Write the workbook."""
    book = Filling(path, "supported-living")
    book.service(SERVICE)
    book.sheet("Shift types", table(SHIFT_TYPES))
    book.sheet("Cover", _cover())
    tables = (WORKERS, SHIFTS, DRIVERS, FACTS, EXTRAS, CARE)
    book.sheet("Workers", joined(*tables))
    book.sheet("Training", training(TRAINING))
    book.sheet("Clients", _clients())
    book.sheet("Support plans", _plans())
    book.sheet("Client diary", table(CLIENT_DIARY))
    book.sheet("Vehicles", table(VEHICLES))
    book.sheet("Patterns", table(PATTERNS))
    book.sheet("Availability", table(AVAILABILITY))
    book.sheet("Leave", table(LEAVE))
    book.sheet("Requests", table(REQUESTS))
    book.sheet("Pairs", table(PAIRS))
    book.sheet("Diary", table(DIARY))
    book.sheet("Bank holidays", table(BANK_HOLIDAYS))
    book.sheet("History", _history())
    names = [row["Name"] for row in table(WORKERS)]
    book.rota(START, grid_rows(TYPED, names, DAYS))
    book.save(ABOUT)


def _cover() -> Iterator[dict[str, str]]:
    """Give what is needed by shift, and by time for everybody together."""
    for row in table(COVER):
        yield row if "Shift" in row else row | TOGETHER


def _clients() -> Iterator[dict[str, str]]:
    """Say of each person who has been there long enough to know them."""
    new = {row["Name"] for row in table(FACTS) if "Start" in row}
    known = [
        row["Name"]
        for row in table(WORKERS)
        if row.get("Contract") != "agency" and row["Name"] not in new
    ]
    for row in table(CLIENTS):
        yield row | {"Known by": ", ".join(known)}


def _plans() -> Iterator[dict[str, str]]:
    """Give every line of the plans, with who pays for it."""
    paid_by = {row["Client"]: row for row in table(FUNDERS)}
    for text in (BY_TWO, ONE_TO_ONE, OUTINGS, FOR_ALL):
        for row in table(text):
            yield row | paid_by[row["Client"]]


def _history() -> Iterator[dict[str, str]]:
    """Give what was worked: shifts, weekly totals of payroll, the ledger."""
    yield from history(BEFORE, grid(PAST))
    yield from _totals(random.Random(SEED))
    yield from carried(CARRIED)


def _totals(chance: random.Random) -> Iterator[dict[str, str]]:
    """Give each own worker's hours of the weeks before."""
    sleepers = {r["Name"] for r in table(CARRIED) if "sleep-ins" in r}
    started = {r["Name"] for r in table(FACTS) if "Start" in r}
    for row in table(WORKERS):
        if row["Name"] in started or "Hours" not in row:
            continue
        for back in range(TOTALS, 0, -1):
            week = BEFORE - timedelta(weeks=back)
            hours = float(row["Hours"]) + 7.5 * chance.choice((-1, 0, 0, 0, 1))
            asleep = 9 * chance.choice((0, 0, 1, 1, 1))
            hours += asleep if row["Name"] in sleepers else 0
            yield {
                "Name": row["Name"],
                "Date": f"{week:%d/%m/%Y}",
                "Hours": f"{max(0.0, hours):g}",
            }


if __name__ == "__main__":
    make(TARGET)
