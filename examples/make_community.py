"""Makes rota/examples/community.xlsx: visits to thirty people in their homes.

One week of March 2027, in a made-up town in Wales. The service, its staff,
the people it visits and everything about them are made up. Run it from the
top folder:

    python -m examples.make_community
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from examples.filling import Filling, grid, history, joined, table

HERE = Path(__file__).resolve().parent.parent
TARGET = HERE / "rota" / "examples" / "community.xlsx"
START = date(2027, 3, 8)
BEFORE = START - timedelta(days=7)

ABOUT = (
    "Glanrafon Home Care is an example and made up, and so is everybody in "
    "it: twelve people who visit thirty in their homes, by car and on foot, "
    "in a week of March 2027."
)

SERVICE = """
Name | Glanrafon Home Care
Nation | Wales
Starts | 08/03/2027
Weeks | 1
Full-time hours | 35
History known from | 01/03/2027
Minutes credited for travel | 10
"""

SHIFT_TYPES = """
Code | Name | Start | End | Kind | Break minutes | Colour
AM | Morning round | 07:00 | 14:00 | round | 0 | yellow
PM | Evening round | 15:30 | 22:00 | round | 0 | orange
O | Office | 09:00 | 16:00 | waking | 30 | green
OC | On call | 22:00 | 07:00 | on-call | 0 | violet
TR | Training | 09:00 | 16:30 | training | 30 | grey
"""

COVER = """
Shift | Days | Minimum | Ideal | Maximum
O | weekday | 1 | | 1
OC | every day | 1 | | 1
"""

WORKERS = """
Name | Role | Hours | Contract | Payroll | Shifts
Catrin Howells | Registered manager | 35 | | GH01 | O, AM, OC
Dafydd Morgan | Senior care worker | 30 | | GH04 | AM, PM, O, OC
Siân Prosser | Senior care worker | 28 | | GH05 | AM, PM, OC
Lowri Bevan | Care worker | 25 | | GH09 | AM, PM
Beata Nowak | Care worker | 25 | | GH11 | AM, PM
Emyr Llewellyn | Care worker | 25 | | GH12 | AM, PM
Anwen Pugh | Care worker | 20 | | GH15 | AM
Kofi Asante | Care worker | 25 | | GH17 | AM, PM
Rhian Tudor | Care worker | 16 | | GH18 | PM
Jess Hopkin | Care worker | 20 | | GH20 | AM, PM
Aled Vaughan | Care worker | | bank | GH31 | AM, PM
Mair Eynon | Care worker | | bank | GH32 | AM
"""

# Insurance for business is what counts: without it somebody walks.
DRIVERS = """
Name | Driver | Licence until | Own car | Business insurance until
Catrin Howells | Yes | | Yes | 30/09/2027
Dafydd Morgan | Yes | | Yes | 14/11/2027
Siân Prosser | Yes | 20/06/2030 | Yes | 31/05/2027
Lowri Bevan | Yes | | Yes | 12/03/2027
Emyr Llewellyn | Yes | | Yes | 02/08/2027
Kofi Asante | Yes | 17/01/2033 | Yes | 19/12/2027
Jess Hopkin | Yes | | No
Aled Vaughan | Yes | | Yes | 08/04/2027
"""

FACTS = """
Name | Lead | Personal care group | Usual shift hours | Opt-out
Catrin Howells | Yes | women | 7 | No
Dafydd Morgan | Yes | men | 5 | Yes
Siân Prosser | Yes | women | 5 | No
Lowri Bevan | | women | 5 | No
Beata Nowak | | women | 5 | Yes
Emyr Llewellyn | | men | 5 | No
Anwen Pugh | | women | 4 | No
Kofi Asante | | men | 5 | Yes
Rhian Tudor | | women | 4 | No
Jess Hopkin | | women | 4 | No
Aled Vaughan | | men | 4 | No
Mair Eynon | | women | 4 | No
"""

# Expiry dates.
TRAINING = """
Name | Medication | Moving and handling
Catrin Howells | 19/01/2028 | 04/02/2028
Dafydd Morgan | 19/01/2028 | 04/02/2028
Siân Prosser | 23/06/2027 | 16/09/2027
Lowri Bevan | 23/06/2027 | 04/02/2028
Beata Nowak | 08/10/2027 | 16/09/2027
Emyr Llewellyn | 12/03/2027 | 16/09/2027
Anwen Pugh | 08/10/2027 | 04/02/2028
Kofi Asante | 19/01/2028 | 04/02/2028
Rhian Tudor | 23/06/2027 | 16/09/2027
Jess Hopkin | | 16/09/2027
Aled Vaughan | 08/10/2027 | 16/09/2027
Mair Eynon | 23/06/2027 | 16/09/2027
"""

PATTERNS = """
Name | Week | Firm | Mon | Tue | Wed | Thu | Fri | Sat | Sun
Catrin Howells | 1 | firm | O | O | O | O | OFF | OFF | OFF
Anwen Pugh | 1 | firm | | | | | | OFF | OFF
Rhian Tudor | 1 | firm | | | OFF | | | |
"""

AVAILABILITY = """
Name | Days | Status
Aled Vaughan | Wed Fri Sat Sun |
Mair Eynon | Mon Tue Wed Fri Sat |
"""

LEAVE = """
Name | First | Last | Kind
Emyr Llewellyn | 13/03/2027 | 14/03/2027 | leave
Jess Hopkin | 08/03/2027 | 08/03/2027 | leave
"""

REQUESTS = """
Name | First | Last | Wants | Priority
Kofi Asante | 14/03/2027 | | OFF | normal
Lowri Bevan | 12/03/2027 | | AM | low
Beata Nowak | 11/03/2027 | | OFF | high
"""

PAIRS = """
Name | Other | Kind
Anwen Pugh | Mair Eynon | together when possible
"""

DIARY = """
Title | Date | Start | End | Who | Share | Code
Team meeting | 10/03/2027 | 14:15 | 15:15 | everyone | 50 | TM
"""

# The town on its hill, the harbour below it, and two villages.
TRAVEL = """
From | To | Minutes by car | Minutes on foot
Town | Town | 5 | 8
Harbour | Harbour | 5 | 5
Bryn estate | Bryn estate | 5 | 6
Town | Harbour | 8 | 15
Town | Bryn estate | 6 | 14
Harbour | Bryn estate | 10 | 25
Llanafon | Llanafon | 4 | 9
Town | Llanafon | 12 | 50
Harbour | Llanafon | 14 | 60
Bryn estate | Llanafon | 10 | 45
Pentre Isaf | Pentre Isaf | 5 | 10
Town | Pentre Isaf | 15 | 70
Harbour | Pentre Isaf | 12 | 55
Bryn estate | Pentre Isaf | 18 | 90
Llanafon | Pentre Isaf | 20 | 110
"""

CLIENTS = """
Name | Place | Visits | Key workers | Care by | Most faces | Funder
Eirlys P | Town | hoist | Siân Prosser, Beata Nowak | women | | Health board
Gwilym R | Bryn estate | four | Dafydd Morgan | | 8 | Council
Olwen H | Harbour | four | Lowri Bevan | women | 8 | Council
Mrs Treharne | Town | two | Beata Nowak | women | 7 | Council
Idris M | Town | two | Kofi Asante | | 7 | Council
Nansi L | Harbour | two | Rhian Tudor | women | 7 | Council
Berwyn J | Llanafon | two | Emyr Llewellyn | | 7 | Council
Mr Sandhu | Bryn estate | two | Kofi Asante | | 7 | Council
Glenys W | Town | morning | Anwen Pugh | women | | Council
Tegwen D | Town | morning | Anwen Pugh | women | | Council
Huw T | Harbour | morning | Dafydd Morgan | | | Council
Mrs Okafor | Bryn estate | morning | Lowri Bevan | | | Council
Elfed S | Pentre Isaf | morning | Emyr Llewellyn | | | Council
Morfydd G | Town | tea | Siân Prosser | | | Council
Ceinwen B | Harbour | tea | Rhian Tudor | women | | Council
Trefor A | Bryn estate | tea | Kofi Asante | | | Council
Mr Haddad | Llanafon | tea | Dafydd Morgan | | | Council
Hefin E | Town | lunch | Mair Eynon | | | Council
Iola C | Town | lunch | Anwen Pugh | | | Council
Mrs Petrova | Harbour | lunch | Beata Nowak | | | Council
Arthur N | Bryn estate | lunch | | | | Council
Meurig F | Town | weekday | Jess Hopkin | | | Direct payment
Blodwen K | Harbour | weekday | Jess Hopkin | | | Council
Miss Ricci | Llanafon | weekday | Lowri Bevan | women | | Council
Gareth Y | Town | shopping | Jess Hopkin | | | Direct payment
Menna V | Harbour | shopping | Mair Eynon | | | Private
Ifor O | Bryn estate | shopping | | | | Private
Eluned Q | Town | bath | Beata Nowak | women | | Council
Wyn S | Harbour | bath | Dafydd Morgan | men | | Council
Dilys U | Pentre Isaf | sitting | Siân Prosser | | | Health board
"""

# Who has been there before, beside the key workers.
KNOWN = """
Name | Known by
Eirlys P | Catrin Howells, Lowri Bevan, Anwen Pugh, Rhian Tudor, Dafydd Morgan
Gwilym R | Kofi Asante, Emyr Llewellyn, Lowri Bevan, Siân Prosser, Rhian Tudor
Olwen H | Siân Prosser, Beata Nowak, Rhian Tudor, Jess Hopkin, Anwen Pugh
Mrs Treharne | Anwen Pugh, Siân Prosser, Rhian Tudor, Mair Eynon
Idris M | Dafydd Morgan, Beata Nowak, Rhian Tudor, Jess Hopkin, Aled Vaughan
Nansi L | Lowri Bevan, Beata Nowak, Siân Prosser, Mair Eynon
Berwyn J | Dafydd Morgan, Siân Prosser, Lowri Bevan, Kofi Asante
Mr Sandhu | Dafydd Morgan, Emyr Llewellyn, Aled Vaughan, Rhian Tudor
Glenys W | Beata Nowak, Mair Eynon, Jess Hopkin
Tegwen D | Beata Nowak, Mair Eynon, Siân Prosser
Huw T | Kofi Asante, Aled Vaughan, Lowri Bevan
Mrs Okafor | Emyr Llewellyn, Kofi Asante, Jess Hopkin, Mair Eynon
Elfed S | Dafydd Morgan, Siân Prosser, Aled Vaughan
Morfydd G | Rhian Tudor, Beata Nowak, Kofi Asante
Ceinwen B | Beata Nowak, Lowri Bevan, Siân Prosser
Trefor A | Rhian Tudor, Emyr Llewellyn, Dafydd Morgan
Mr Haddad | Siân Prosser, Emyr Llewellyn, Lowri Bevan
Hefin E | Anwen Pugh, Beata Nowak, Jess Hopkin
Iola C | Mair Eynon, Jess Hopkin, Beata Nowak
Mrs Petrova | Anwen Pugh, Lowri Bevan, Aled Vaughan
Arthur N | Emyr Llewellyn, Kofi Asante, Mair Eynon
Meurig F | Anwen Pugh, Mair Eynon, Dafydd Morgan
Blodwen K | Anwen Pugh, Mair Eynon, Siân Prosser
Miss Ricci | Siân Prosser, Jess Hopkin, Catrin Howells
Gareth Y | Kofi Asante, Aled Vaughan, Mair Eynon
Menna V | Anwen Pugh, Jess Hopkin, Beata Nowak
Eluned Q | Anwen Pugh, Lowri Bevan
Wyn S | Kofi Asante, Emyr Llewellyn
Dilys U | Dafydd Morgan, Lowri Bevan, Rhian Tudor
"""

# A visit of each row is given once on each of its days; hours a week may be
# spread over theirs. A fixed time is for what cannot wait.
VISITS = """
Visits|People|Hours a week|Hours a day|From|To|Days|Earliest|Latest|Skills
hoist|2||0.75||||07:30|10:30|Medication, Moving and handling
hoist|2||0.5||||12:00|14:00|Moving and handling
hoist|2||0.5||||16:00|18:30|Moving and handling
hoist|2||0.5||||19:30|22:00|Medication, Moving and handling
four|||0.75||||07:00|10:00|Medication
four|||0.5||||12:00|14:00|
four|||0.5||||16:00|18:30|
four|||0.5||||19:30|22:00|Medication
two|||0.75||||07:00|10:30|Medication
two|||0.5||||19:00|22:00|
morning|||0.5||||07:30|11:30|
tea|||0.5||||16:00|18:30|Medication
lunch|||0.5||||11:45|14:00|
weekday|||0.5|||weekday|08:00|12:00|
shopping||2||||Mon-Fri|09:00|14:00|
bath||1.5||||Mon Tue Thu|09:00|13:00|Moving and handling
sitting||4||||Tue Thu|15:30|20:00|
"""
CARE = ("hoist", "four", "two", "morning", "weekday", "bath")

# Where people are not at home, or have an appointment.
CLIENT_DIARY = """
Client | What | From | To | Hours
Huw T | hospital | 11/03/2027 | 14/03/2027 | stop
Gareth Y | holiday | 08/03/2027 | 09/03/2027 | move
"""

# Seven days from Monday 1 March.
PAST = """
Catrin Howells | O O O O . . .
Dafydd Morgan  | AM AM . AM OC . .
Siân Prosser   | PM . PM PM . AM PM
Lowri Bevan    | AM AM AM . . PM PM
Beata Nowak    | PM PM PM . AM AM .
Emyr Llewellyn | . . AM AM AM . AM
Anwen Pugh     | AM AM . AM AM . .
Kofi Asante    | PM . . PM PM PM AM
Rhian Tudor    | . PM . PM PM . PM
Jess Hopkin    | AM . AM AM AM . .
"""


def make(path: Path) -> None:
    """Write the workbook."""
    book = Filling(path, "community")
    book.service(SERVICE)
    book.sheet("Shift types", table(SHIFT_TYPES))
    book.sheet("Cover", table(COVER))
    book.sheet("Workers", joined(WORKERS, DRIVERS, FACTS))
    book.matrix("Training", table(TRAINING))
    book.sheet("Patterns", table(PATTERNS))
    book.sheet("Availability", table(AVAILABILITY))
    book.sheet("Leave", table(LEAVE))
    book.sheet("Requests", table(REQUESTS))
    book.sheet("Pairs", table(PAIRS))
    book.sheet("Diary", table(DIARY))
    book.sheet("Clients", _clients())
    book.sheet("Support plans", _plans())
    book.sheet("Client diary", table(CLIENT_DIARY))
    book.sheet("Vehicles", [])
    book.sheet("Travel", table(TRAVEL))
    book.sheet("History", history(BEFORE, grid(PAST)))
    book.rota(START, ((row["Name"], ["."] * 7) for row in table(WORKERS)))
    book.save(ABOUT)


def _clients() -> Iterator[dict[str, str]]:
    """Give the people supported, without what their plans say."""
    left_out = ("Visits", "Care by", "Funder")
    for row in joined(CLIENTS, KNOWN):
        yield {k: v for k, v in row.items() if k not in left_out}


def _plans() -> Iterator[dict[str, str]]:
    """Give a row for each visit that somebody has."""
    for number, client in enumerate(table(CLIENTS), 1):
        for row in table(VISITS):
            if row.pop("Visits") != client["Visits"]:
                continue
            line = {"Client": client["Name"], "Support": "visit", **row}
            if "Care by" in client and client["Visits"] in CARE:
                line["Personal care by"] = client["Care by"]
            yield line | {
                "Funder": client["Funder"],
                "Reference": f"GH/{number:03}",
            }


if __name__ == "__main__":
    make(TARGET)
