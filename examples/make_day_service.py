"""Makes rota/examples/day-service.xlsx: a day centre with two minibuses.

One week of May 2027 in England. The centre, its staff, the people who come
to it and everything about them are made up. Run it from the top folder:

    python -m examples.make_day_service
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from examples.filling import Filling, grid, history, joined, table

HERE = Path(__file__).resolve().parent.parent
TARGET = HERE / "rota" / "examples" / "day-service.xlsx"
START = date(2027, 5, 10)
BEFORE = START - timedelta(days=7)

ABOUT = (
    "The Weir Centre is an example and made up, and so is everybody in it: a "
    "day service on weekdays, with two minibuses that fetch people, take "
    "them home and go on trips between. What several people do together "
    "has one row in Clients."
)

SERVICE = """
Name | The Weir Centre
Nation | England
Starts | 10/05/2027
Weeks | 1
Full-time hours | 37
History known from | 03/05/2027
"""

SHIFT_TYPES = """
Code | Name | Start | End | Kind | Break minutes | Counts as | Colour
D | Day | 08:15 | 16:15 | waking | 30 | SD | yellow
SD | Short day | 09:30 | 15:30 | waking | 0 | | green
TR | Training | 09:00 | 16:30 | training | 30 | | grey
"""

# In the building: those out with a minibus are not counted.
COVER = """
From | To | Days | Minimum | Ideal | First aid | Lead
09:45 | 15:15 | weekday | 4 | 5 | 1 |
08:30 | 09:45 | weekday | 2 | | |
15:15 | 16:15 | weekday | 2 | | |
"""

AT_NOON = """
At | Days | Skill | How many
12:30 | weekday | Medication | 1
"""

WORKERS = """
Name | Role | Hours | Contract | Shifts | Lead
Yvonne Castle | Centre manager | 37 | | D | Yes
Imran Sheikh | Deputy manager | 37 | | D | Yes
Sophie Garland | Day centre officer | 37 | | D, SD
Derek Mullins | Driver and support worker | 37 | | D
Paulina Zielinska | Driver and support worker | 30 | | D, SD
Terry Noakes | Driver and support worker | 37 | | D
Chidi Obi | Support worker | 37 | | D, SD
Maureen Fitch | Support worker | 30 | | D, SD
Layla Hussain | Support worker | 30 | | D, SD
Ben Corrigan | Support worker | 24 | | SD
Joyce Amadi | Support worker | 18 | | SD
Stephen Vine | Support worker | | bank | D, SD
"""

# Who may drive the minibuses, and who has a car insured for work.
DRIVERS = """
Name|Driver|Licence until|Own car|Business insurance until|Service vehicle
Yvonne Castle|Yes||Yes|30/06/2027|No
Imran Sheikh|Yes||||Yes
Derek Mullins|Yes|14/02/2031|||Yes
Paulina Zielinska|Yes||||Yes
Terry Noakes|Yes|12/05/2027|||Yes
Chidi Obi|Yes||Yes|08/01/2028|Yes
Sophie Garland|Yes||Yes|11/05/2027|No
"""

# Expiry dates.
TRAINING = """
Name | First aid | Medication | Moving and handling | Passenger assistant
Yvonne Castle | 17/10/2028 | 02/12/2027 | 20/01/2028 | 14/09/2028
Imran Sheikh | 17/10/2028 | 02/12/2027 | 20/01/2028 | 14/09/2028
Sophie Garland | 17/10/2028 | 02/12/2027 | 20/01/2028 | 14/09/2028
Derek Mullins | 25/03/2029 | | 20/01/2028 | 14/09/2028
Paulina Zielinska | | 16/07/2027 | 20/01/2028 | 03/04/2029
Terry Noakes | 25/03/2029 | | 11/05/2027 | 03/04/2029
Chidi Obi | | 16/07/2027 | 20/01/2028 | 03/04/2029
Maureen Fitch | 25/03/2029 | 16/07/2027 | 20/01/2028 | 14/09/2028
Layla Hussain | | 02/12/2027 | 20/01/2028 | 03/04/2029
Ben Corrigan | 17/10/2028 | | 20/01/2028 |
Joyce Amadi | | 02/12/2027 | 20/01/2028 | 03/04/2029
Stephen Vine | | | 20/01/2028 | 14/09/2028
"""

# The centre is closed at weekends; some have another day off each week.
CLOSED = {"Firm": "firm", "Sat": "OFF", "Sun": "OFF"}
DAYS_OFF = """
Name | Mon | Wed | Thu | Fri
Paulina Zielinska | | OFF
Ben Corrigan | | | OFF
Joyce Amadi | OFF | | | OFF
"""

AVAILABILITY = """
Name | First | Last
Stephen Vine | 12/05/2027 | 14/05/2027
"""

LEAVE = """
Name | First | Last | Kind
Sophie Garland | 13/05/2027 | 14/05/2027 | leave
Maureen Fitch | 10/05/2027 | 10/05/2027 | leave
"""

REQUESTS = """
Name | First | Last | Wants | Priority
Chidi Obi | 14/05/2027 | | OFF | normal
Layla Hussain | 12/05/2027 | | SD | low
"""

DIARY = """
Title|Date|Start|End|Who|Share|Code
Minibus check with the garage|12/05/2027|13:00|14:30|Derek Mullins||MB
Planning meeting|11/05/2027|13:30|14:30|Yvonne Castle, Imran Sheikh||PM
"""

VEHICLES = """
Vehicle | Off from | Off to
Minibus 1 | |
Minibus 2 | 13/05/2027 | 13/05/2027
"""

CLIENTS = """
Name | Key workers | Known by
North run | Derek Mullins | Terry Noakes, Maureen Fitch, Layla Hussain
South run | Paulina Zielinska | Chidi Obi, Joyce Amadi, Imran Sheikh
Swimming group | Chidi Obi | Derek Mullins, Ben Corrigan, Layla Hussain
Allotment group | Terry Noakes | Maureen Fitch, Sophie Garland
Work skills group | Sophie Garland | Imran Sheikh, Chidi Obi, Joyce Amadi
Andre W | Layla Hussain | Chidi Obi, Ben Corrigan, Maureen Fitch
Bridget O | Maureen Fitch | Joyce Amadi, Layla Hussain, Sophie Garland
Colin T | Chidi Obi | Derek Mullins, Ben Corrigan
Farah N | Joyce Amadi | Layla Hussain, Sophie Garland
Neil P | Ben Corrigan | Terry Noakes, Chidi Obi
"""

# With one minibus in the workshop on Thursday, the south run is by taxi.
PLANS = """
Client|Support|People|Hours a week|Hours a day|From|To|Days|Funder
North run|community access|2|||08:30|09:45|weekday|Block contract
North run|community access|2|||15:15|16:15|weekday|Block contract
South run|community access|2|||08:30|09:45|Mon Tue Wed Fri|Block contract
South run|community access|2|||15:15|16:15|Mon Tue Wed Fri|Block contract
Swimming group|community access|2||2|||Tue Fri|Block contract
Allotment group|community access|2||2.5|||Mon Wed|Block contract
Work skills group|community access|1||2|||Thu|Block contract
Andre W|1:1||10||||weekday|Council
Bridget O|2:1|2||0.75|||weekday|Health board
Colin T|1:1||6||||Mon Wed Fri|Council
Farah N|1:1|||1.5|||Tue Thu|Direct payment
Neil P|community access|1|3||||Mon-Thu|Direct payment
"""

MORE = """
Client|Earliest|Latest|Shortest|Longest|Driver|Skills|Care by
North run|||||Service vehicle|Passenger assistant
South run|||||Service vehicle|Passenger assistant
Swimming group|10:00|13:00|||Service vehicle|
Allotment group|10:00|15:00|||Service vehicle|
Work skills group|10:00|13:00|||Yes|
Andre W|09:45|15:15|1|3||
Bridget O|11:00|13:30||||Moving and handling|women
Colin T|10:00|15:00|1|2||
Farah N|10:00|15:00||||Medication|women
Neil P|10:00|15:00|1.5|3|Yes|
"""

CARE = """
Name | Personal care group
Yvonne Castle | women
Imran Sheikh | men
Sophie Garland | women
Derek Mullins | men
Paulina Zielinska | women
Terry Noakes | men
Chidi Obi | men
Maureen Fitch | women
Layla Hussain | women
Ben Corrigan | men
Joyce Amadi | women
Stephen Vine | men
"""

CLIENT_DIARY = """
Client | What | From | To | From time | To time | Hours | Driver
Colin T | holiday | 14/05/2027 | 14/05/2027 | | | move |
Farah N | appointment | 12/05/2027 | | 10:15 | 12:00 | | Yes
"""

# Seven days from Monday 3 May, a bank holiday.
PAST = """
Yvonne Castle     | . D D D D . .
Imran Sheikh      | . D D D D . .
Sophie Garland    | . D D D D . .
Derek Mullins     | . D D D D . .
Paulina Zielinska | . D . D D . .
Terry Noakes      | . D D D D . .
Chidi Obi         | . D D D D . .
Maureen Fitch     | . D D D . . .
Layla Hussain     | . D D . D . .
Ben Corrigan      | . SD SD . SD . .
Joyce Amadi       | . SD SD SD . . .
"""


def make(path: Path) -> None:
    """Write the workbook."""
    book = Filling(path, "day-service")
    book.service(SERVICE)
    book.sheet("Shift types", table(SHIFT_TYPES))
    book.sheet("Cover", [*table(COVER), *table(AT_NOON)])
    book.sheet("Workers", joined(WORKERS, DRIVERS, CARE))
    book.matrix("Training", table(TRAINING))
    book.sheet("Patterns", _patterns())
    book.sheet("Availability", table(AVAILABILITY))
    book.sheet("Leave", table(LEAVE))
    book.sheet("Requests", table(REQUESTS))
    book.sheet("Diary", table(DIARY))
    book.sheet("Clients", table(CLIENTS))
    book.sheet("Support plans", _plans())
    book.sheet("Client diary", table(CLIENT_DIARY))
    book.sheet("Vehicles", table(VEHICLES))
    book.sheet("History", history(BEFORE, grid(PAST)))
    book.rota(START, ((row["Name"], ["."] * 7) for row in table(WORKERS)))
    book.save(ABOUT)


def _patterns() -> Iterator[dict[str, str]]:
    for row in joined(WORKERS, DAYS_OFF):
        days = {name: text for name, text in row.items() if text == "OFF"}
        yield {"Name": row["Name"], "Week": "1"} | days | CLOSED


def _plans() -> Iterator[dict[str, str]]:
    """Give the plan lines, with what holds for all lines of somebody."""
    more = {row.pop("Client"): row for row in table(MORE)}
    for number, row in enumerate(table(PLANS), 1):
        line = row | more[row["Client"]]
        if "Care by" in line:
            line["Personal care by"] = line.pop("Care by")
        yield line | {"Reference": f"WC/{number:02}"}


if __name__ == "__main__":
    make(TARGET)
