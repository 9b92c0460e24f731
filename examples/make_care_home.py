"""Makes rota/examples/care-home.xlsx: a home with nursing, in two units.

Four weeks in Scotland, from 8 March to 4 April 2027: Good Friday, the clocks
going forward on Easter Sunday, and leave that has to be taken by the end of
March. The home, its staff and everything about them are made up. Run it from
the top folder:

    python -m examples.make_care_home
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from examples.filling import Filling, grid, history, joined, table

HERE = Path(__file__).resolve().parent.parent
TARGET = HERE / "rota" / "examples" / "care-home.xlsx"
START = date(2027, 3, 8)
BEFORE = START - timedelta(days=14)

ABOUT = (
    "Kirkbrae House is an example and made up, and so is everybody in "
    "it: a home with nursing in two units, in Scotland, over Easter "
    "2027."
)

SERVICE = """
Name | Kirkbrae House
Nation | Scotland
Starts | 08/03/2027
Weeks | 4
Units | Heather, Rowan
Full-time hours | 38.5
History known from | 22/02/2027
"""

SHIFT_TYPES = """
Code | Name | Start | End | Kind | Break minutes | Counts as | Colour
LD | Long day | 08:00 | 20:00 | waking | 60 | E, L | blue
E | Early | 08:00 | 14:00 | waking | 0 | | yellow
L | Late | 14:00 | 20:00 | waking | 0 | | orange
N | Night | 20:00 | 08:00 | waking | 60 | | navy
TR | Training | 09:00 | 17:00 | training | 30 | | grey
"""

COVER = """
Unit|From|To|At|Days|Minimum|Ideal|Maximum|Skill|How many|Lead|Medication
each|08:00|14:00||weekday|5||7|||1
each|08:00|14:00||weekend|4|5|7|||1
each|08:00|14:00||bank holiday|4|5|7|||1
each|14:00|20:00||every day|4||6|||1
each|20:00|08:00||every day|2||3|||1
|08:00|20:00||every day||||Nurse|1
|20:00|08:00||every day||||Nurse|1
each|||08:30|every day|||||||1
each|||13:00|every day|||||||1
each|||17:30|every day|||||||1
each|||21:30|every day|||||||1
"""

WORKERS = """
Name | Role | Hours | Units | Contract | Payroll
Fiona McAllister | Charge nurse | 33 | Heather, Rowan | | 1002
Ifeoma Nwachukwu | Nurse | 33 | Heather, Rowan | | 1011
Gregor Sinclair | Nurse | 33 | Rowan, Heather | | 1014
Maricel Santos | Nurse | 33 | Rowan, Heather | | 1019
Anil Thapa | Nurse | 33 | Heather, Rowan | | 1023
Catriona Munro | Nurse | 33 | Rowan, Heather | | 1007
Elspeth Rennie | Nurse | 22 | Heather, Rowan | | 1005
Morag Fraser | Senior carer | 33 | Heather | | 1003
Kwame Asante | Senior carer | 33 | Heather | | 1016
Piotr Zielinski | Senior carer | 33 | Heather | | 1021
Shona Campbell | Senior carer | 33 | Rowan | | 1004
Lakshmi Iyer | Senior carer | 33 | Rowan | | 1018
Agnieszka Nowak | Senior carer | 22 | Rowan, Heather | | 1026
Donald MacRae | Senior carer | 33 | Rowan | | 1009
Amina Yusuf | Carer | 38.5 | Heather | | 1031
Ross Galbraith | Carer | 38.5 | Heather | | 1032
Josephine Mwangi | Carer | 38.5 | Heather | | 1034
Kirsty Baxter | Carer | 38.5 | Heather | | 1035
Thomas Okafor | Carer | 38.5 | Heather | | 1037
Eilidh Drummond | Carer | 30 | Heather | | 1038
Sunita Gurung | Carer | 38.5 | Heather, Rowan | | 1040
Pauline Rae | Carer | 22 | Heather | | 1012
Liam Docherty | Carer | 38.5 | Heather | | 1058
Beata Kaminska | Carer | 38.5 | Rowan | | 1041
Hamish Orr | Carer | 38.5 | Rowan | | 1042
Charity Banda | Carer | 38.5 | Rowan | | 1044
Nicola Petrie | Carer | 38.5 | Rowan | | 1045
Ravinder Gill | Carer | 38.5 | Rowan | | 1047
Isla Buchanan | Carer | 30 | Rowan | | 1048
Mohammed Aziz | Carer | 33 | Rowan, Heather | | 1050
Linh Tran | Carer | 16.5 | Rowan | | 1056
Rhona Kerr | Carer | 33 | Heather | | 1024
Stephen Osei | Carer | 22 | Heather | | 1029
Jacqueline Boyd | Carer | 22 | Heather | | 1013
Daria Popescu | Carer | 22 | Heather, Rowan | | 1053
Alasdair Ness | Carer | 33 | Rowan | | 1025
Winifred Addo | Carer | 22 | Rowan | | 1033
Margaret Tosh | Carer | 22 | Rowan | | 1006
Sean Quigley | Carer | 16.5 | Rowan, Heather | | 1055
Helen Baird | Nurse | | Heather, Rowan | bank | 2003
Yvonne Laird | Carer | | Heather, Rowan | bank | 2004
Emeka Obi | Carer | | Rowan, Heather | bank | 2008
Jean Cuthbert | Carer | | Heather | bank | 2001
Patrick Devlin | Nurse | | Heather, Rowan | agency |
Rosa Pereira | Carer | | Heather, Rowan | agency |
"""

SHIFTS = """
Name | Shifts | Permanent nights | Lead | Skills | Opt-out
Fiona McAllister | LD | | Yes | | No
Ifeoma Nwachukwu | LD | | Yes | | Yes
Gregor Sinclair | LD, N | | Yes | | Yes
Maricel Santos | LD, N | | Yes | | Yes
Anil Thapa | N | Yes | Yes | | Yes
Catriona Munro | N | Yes | Yes | | No
Elspeth Rennie | LD | | Yes | | No
Morag Fraser | LD | | Yes | | No
Kwame Asante | LD, N | | Yes | | Yes
Piotr Zielinski | N | Yes | Yes | | Yes
Shona Campbell | LD | | Yes | | No
Lakshmi Iyer | LD, N | | Yes | | Yes
Agnieszka Nowak | LD | | Yes | | Yes
Donald MacRae | N | Yes | Yes | | Yes
Amina Yusuf | LD, E | | | | Yes
Ross Galbraith | LD, E | | | | No
Josephine Mwangi | LD | | | | Yes
Kirsty Baxter | LD, E
Thomas Okafor | LD | | | | Yes
Eilidh Drummond | E | | | | No
Sunita Gurung | LD | | | | Yes
Pauline Rae | LD, L
Liam Docherty | LD
Beata Kaminska | LD, E | | | | Yes
Hamish Orr | LD, E
Charity Banda | LD | | | | Yes
Nicola Petrie | LD, L
Ravinder Gill | LD | | | | No
Isla Buchanan | E | | | | No
Mohammed Aziz | LD, L
Linh Tran | LD, E | | | | No
Rhona Kerr | N | Yes | | | Yes
Stephen Osei | N | Yes
Jacqueline Boyd | N | Yes | | | No
Daria Popescu | N | Yes
Alasdair Ness | N | Yes | | | Yes
Winifred Addo | N | Yes | | | Yes
Margaret Tosh | N | Yes | | | No
Sean Quigley | N | Yes
Helen Baird | LD, N | | Yes
Yvonne Laird | LD, E
Emeka Obi | LD, N
Jean Cuthbert | E
Patrick Devlin | N | | | Nurse, Medication
Rosa Pereira | LD, N
"""

DATES = """
Name | Start | End | In numbers from | Right to work until | Weekly cap
Maricel Santos | | | | 14/11/2028
Liam Docherty | 01/03/2027 | | 22/03/2027
Charity Banda | | | | 30/06/2029
Linh Tran | | | | 31/10/2028 | 20
Pauline Rae | | 28/03/2027
"""

EXTRAS = """
Name | Brought forward | Other job hours | No nights until | Pay per hour
Ross Galbraith | 5.5
Charity Banda | -11
Lakshmi Iyer | | | 30/06/2027
Sean Quigley | | 24
Helen Baird | | | | 22.40
Yvonne Laird | | | | 14.10
Emeka Obi | | | | 14.10
Jean Cuthbert | | | | 14.10
Patrick Devlin | | | | 38.50
Rosa Pereira | | | | 26.80
"""

# The usual matrix: expiry dates, or Yes.
TRAINING = """
Name | Nurse | Medication | Moving and handling | First aid | Dementia care
Fiona McAllister | 30/09/2027 | 12/10/2027 | 04/05/2027 | 19/01/2029 | Yes
Ifeoma Nwachukwu | 31/01/2029 | 12/10/2027 | 21/09/2027 | | Yes
Gregor Sinclair | 30/04/2028 | 23/02/2028 | 04/05/2027 | | Yes
Maricel Santos | 31/08/2028 | 23/02/2028 | 21/09/2027 | 19/01/2029 | Yes
Anil Thapa | 31/03/2029 | 12/10/2027 | 21/09/2027 | 06/06/2028 | Yes
Catriona Munro | 31/12/2027 | 30/06/2027 | 04/05/2027 | | Yes
Elspeth Rennie | 30/11/2028 | 30/06/2027 | 24/03/2027 | | Yes
Morag Fraser | | 12/10/2027 | 04/05/2027 | 06/06/2028 | Yes
Kwame Asante | | 23/02/2028 | 21/09/2027 | | Yes
Piotr Zielinski | | 23/02/2028 | 21/09/2027 | 06/06/2028 | Yes
Shona Campbell | | 12/10/2027 | 04/05/2027 | 19/01/2029 | Yes
Lakshmi Iyer | | 23/02/2028 | 21/09/2027 | | Yes
Agnieszka Nowak | | 24/03/2027 | 04/05/2027 | | Yes
Donald MacRae | | 30/06/2027 | 24/03/2027 | 06/06/2028 | Yes
Amina Yusuf | | 12/10/2027 | 21/09/2027 | | Yes
Ross Galbraith | | | 04/05/2027 | | Yes
Josephine Mwangi | | 23/02/2028 | 21/09/2027 | | Yes
Kirsty Baxter | | 19/03/2027 | 04/05/2027 | |
Thomas Okafor | | | 21/09/2027 | | Yes
Eilidh Drummond | | | 24/03/2027 | 19/01/2029 | Yes
Sunita Gurung | | 30/06/2027 | 21/09/2027 | | Yes
Pauline Rae | | | 04/05/2027 | | Yes
Liam Docherty | | | 03/03/2029 | |
Beata Kaminska | | 12/10/2027 | 21/09/2027 | | Yes
Hamish Orr | | | 24/03/2027 | | Yes
Charity Banda | | 23/02/2028 | 21/09/2027 | | Yes
Nicola Petrie | | 30/06/2027 | 04/05/2027 | 06/06/2028 | Yes
Ravinder Gill | | | 21/09/2027 | |
Isla Buchanan | | | 04/05/2027 | | Yes
Mohammed Aziz | | 12/10/2027 | 21/09/2027 | | Yes
Linh Tran | | | 21/09/2027 | |
Rhona Kerr | | 30/06/2027 | 24/03/2027 | | Yes
Stephen Osei | | | 21/09/2027 | |
Jacqueline Boyd | | | 04/05/2027 | | Yes
Daria Popescu | | | 21/09/2027 | |
Alasdair Ness | | 23/02/2028 | 04/05/2027 | 19/01/2029 | Yes
Winifred Addo | | | 21/09/2027 | | Yes
Margaret Tosh | | | 24/03/2027 | | Yes
Sean Quigley | | | 21/09/2027 | |
Helen Baird | 31/03/2027 | 12/10/2027 | 04/05/2027 | | Yes
Yvonne Laird | | | 04/05/2027 | |
Emeka Obi | | | 21/09/2027 | |
Jean Cuthbert | | | 24/03/2027 | |
"""

PATTERNS = """
Name|Week|Starts|Firm|Mon|Tue|Wed|Thu|Fri|Sat|Sun
Fiona McAllister|1|01/03/2027|preferred||||||OFF|OFF
Fiona McAllister|2||preferred
Eilidh Drummond|1|08/03/2027|preferred|E|E|E|E|E|OFF|OFF
Eilidh Drummond|2||preferred|E|E|OFF|OFF|E|E|E
Isla Buchanan|1|01/03/2027|preferred|E|E|E|E|E|OFF|OFF
Isla Buchanan|2||preferred|E|E|OFF|OFF|E|E|E
Elspeth Rennie|1|08/03/2027|firm||||||OFF|OFF
Elspeth Rennie|2||firm
Pauline Rae|1|01/03/2027|firm||||||OFF|OFF
Pauline Rae|2||firm
Nicola Petrie|1|08/03/2027|firm||||||OFF|OFF
Nicola Petrie|2||firm
Kirsty Baxter|1|01/03/2027|firm||||||OFF|OFF
Kirsty Baxter|2||firm
Mohammed Aziz|1||firm|||||OFF
Linh Tran|1||firm|OFF||OFF||OFF
Jacqueline Boyd|1||preferred|||||N|N|OFF
"""

AVAILABILITY = """
Name|First|Last|Days|From time|To time|Status|Booked|Unit
Helen Baird|08/03/2027|31/03/2027|Sat Sun Wed
Helen Baird|25/03/2027|28/03/2027
Yvonne Laird|||Mon-Sat
Emeka Obi|08/03/2027|28/03/2027|Fri-Sun
Emeka Obi|29/03/2027|04/04/2027
Jean Cuthbert|||Tue Thu|08:00|14:00
Patrick Devlin|18/03/2027|21/03/2027
Patrick Devlin|19/03/2027||||||N|Rowan
Rosa Pereira|26/03/2027|29/03/2027
Rosa Pereira|27/03/2027||||||LD|Heather
Sunita Gurung|||Wed|08:00|12:00|not available
Sean Quigley|||Mon Tue|||not available
"""

LEAVE = """
Name | First | Last | Kind
Kwame Asante | 08/03/2027 | 14/03/2027 | leave
Josephine Mwangi | 08/03/2027 | 14/03/2027 | leave
Alasdair Ness | 08/03/2027 | 12/03/2027 | leave
Beata Kaminska | 10/03/2027 | 16/03/2027 | leave
Ravinder Gill | 12/03/2027 | | other
Shona Campbell | 15/03/2027 | 21/03/2027 | leave
Rhona Kerr | 15/03/2027 | 19/03/2027 | leave
Thomas Okafor | 15/03/2027 | 21/03/2027 | leave
Gregor Sinclair | 18/03/2027 | 21/03/2027 | leave
Hamish Orr | 19/03/2027 | 25/03/2027 | leave
Winifred Addo | 22/03/2027 | 26/03/2027 | leave
Amina Yusuf | 22/03/2027 | 28/03/2027 | leave
Ifeoma Nwachukwu | 25/03/2027 | 28/03/2027 | leave
Morag Fraser | 26/03/2027 | 28/03/2027 | leave
Nicola Petrie | 26/03/2027 | 02/04/2027 | leave
Eilidh Drummond | 29/03/2027 | 02/04/2027 | leave
Piotr Zielinski | 27/03/2027 | 31/03/2027 | leave
Charity Banda | 29/03/2027 | 04/04/2027 | leave
Isla Buchanan | 22/03/2027 | 26/03/2027 | leave
Stephen Osei | 31/03/2027 | 04/04/2027 | leave
Maricel Santos | 01/04/2027 | 04/04/2027 | leave
"""

REQUESTS = """
Name | First | Last | Wants | Priority
Lakshmi Iyer | 22/03/2027 | | OFF | normal
Donald MacRae | 26/03/2027 | | OFF | low
Margaret Tosh | 28/03/2027 | | OFF | normal
Ross Galbraith | 20/03/2027 | 21/03/2027 | OFF | high
Kirsty Baxter | 26/03/2027 | | OFF | normal
Liam Docherty | 17/03/2027 | | OFF | normal
Sunita Gurung | 13/03/2027 | | OFF | low
Ravinder Gill | 13/03/2027 | 14/03/2027 | OFF | normal
Maricel Santos | 14/03/2027 | | N | low
Anil Thapa | 02/04/2027 | 04/04/2027 | OFF | normal
Agnieszka Nowak | 28/03/2027 | | OFF | high
Pauline Rae | 25/03/2027 | | LD | normal
Jacqueline Boyd | 16/03/2027 | | OFF | low
"""

PAIRS = """
Name | Other | Kind
Hamish Orr | Nicola Petrie | never together
Liam Docherty | Kirsty Baxter | not only these two
Daria Popescu | Sean Quigley | not only these two
Morag Fraser | Liam Docherty | together when possible
"""

DIARY = """
Title|Date|Start|End|Who|Share|Code
Staff meeting|17/03/2027|14:00|15:30|everyone|25|SM
Leads' meeting|11/03/2027|14:00|15:00|Charge nurse, Senior carer|50|LM
Moving and handling|23/03/2027|09:30|13:00|Staff due|100|MH
Supervision|16/03/2027|14:00|15:00|Linh Tran||SV
Supervision|18/03/2027|14:00|15:00|Eilidh Drummond||SV
"""

# Whose moving and handling runs out in March.
REFRESHED = (
    "Elspeth Rennie, Donald MacRae, Eilidh Drummond, Rhona Kerr, Margaret Tosh"
)

# Fourteen days from Monday 22 February.
PAST = """
Fiona McAllister | LD . . LD LD . .  LD . . LD LD . .
Ifeoma Nwachukwu | . LD . . LD LD LD  . . LD LD . . .
Gregor Sinclair  | LD N N . . . .  N N . . . . LD
Maricel Santos   | N . . N . . .  . N N . . LD LD
Anil Thapa       | N N . . . . .  N . . . N N N
Catriona Munro   | N . . . N N N  N . . N . . .
Elspeth Rennie   | . . LD LD . . .  LD LD . . . . .
Morag Fraser     | . . . LD LD . .  LD LD . . LD LD .
Kwame Asante     | LD . . LD N N N  . . . N . . .
Piotr Zielinski  | . . N N . . .  . N N . . N N
Shona Campbell   | . . LD LD LD . .  . . . . LD LD LD
Lakshmi Iyer     | . . LD . . LD LD  . . . . . . .
Agnieszka Nowak  | . LD . . . LD LD  . . LD . . . .
Donald MacRae    | N N . . . . .  . . . N N N N
Amina Yusuf      | . . . . . E E  LD LD E . . . .
Ross Galbraith   | . . LD LD LD . .  E LD . . E LD LD
Josephine Mwangi | LD LD . . LD LD LD  . . LD LD . . .
Kirsty Baxter    | . LD LD . . LD LD  E . . LD LD . .
Thomas Okafor    | LD LD . . LD LD LD  . . LD LD . . .
Eilidh Drummond  | E . E E E . .  E E . E E E E
Sunita Gurung    | . . LD LD . . .  LD LD LD . . LD LD
Pauline Rae      | . LD LD . . . .  L LD . . L . .
Liam Docherty    | . . . . . . .  LD LD . . LD LD .
Beata Kaminska   | LD LD . . LD . .  . LD LD . . LD LD
Hamish Orr       | E E E . E . .  E . E E E LD LD
Charity Banda    | . . . . LD LD LD  . . LD LD LD . .
Nicola Petrie    | L L L LD L . .  L LD L L L . .
Ravinder Gill    | . LD LD . . LD LD  LD . . LD LD . .
Isla Buchanan    | E E . E E E E  . E E E E . .
Mohammed Aziz    | LD L . . . . .  LD L L . . LD LD
Linh Tran        | . . . LD . . .  . . . . . E LD
Rhona Kerr       | . . N . . . .  . N N N N N .
Stephen Osei     | N . . . N N N  . . . . . . .
Jacqueline Boyd  | . N . . N N .  . . . . . . .
Daria Popescu    | . . N . . . .  N . . . N N .
Alasdair Ness    | . . N N N N .  . N N . . . .
Winifred Addo    | . . N . . N N  . . . N . . .
Margaret Tosh    | . . . N . . .  . . . . . . .
Sean Quigley     | . . . N . . .  N . . . . . N
"""

# From Monday 8 March, four weeks.
TYPED = """
Kwame Asante     | . . . . . . .  . . . . . . .  . . . . N N .  . . . . . . .
Ross Galbraith   | . . . . . . .  . . . . . . .  . . . . . . .  . . . OFF . . .
Thomas Okafor    | . . . . . . .  . . . . . . .  . . . . LD . LD  . . . . . . .
Sunita Gurung    | . . . LD@Rowan . . .  . . . . . . .  . . . . . . .
Liam Docherty    | . . TR . . . .  . . . . . . .  . . . . . . .  . . . . . . .
Ravinder Gill    | . . . . . . .  . . . . . . .  . . . . LD LD .  . . . . . . .
Jacqueline Boyd  | S S S . . . .  . . . . . . .  . . . . . . .  . . . . . . .
Margaret Tosh    | . . . . N N .  . . . . . . .  . . . . . . .  . . . . . . .
"""

# What each has carried since January; bank holidays since April 2026.
CARRIED = """
Name | nights | weekends | bank holidays | Christmas Day 2026
Fiona McAllister | | 5 | 2 | 1
Ifeoma Nwachukwu | | 6 | 2
Gregor Sinclair | 21 | 6 | 3 | 1
Maricel Santos | 20 | 7 | 2
Anil Thapa | 24 | 7 | 2 | 1
Catriona Munro | 23 | 6 | 2
Elspeth Rennie | | 3 | 1
Morag Fraser | | 5 | 3 | 1
Kwame Asante | 17 | 6 | 2
Piotr Zielinski | 20 | 7 | 3 | 1
Shona Campbell | | 5 | 2
Lakshmi Iyer | | 6 | 2
Agnieszka Nowak | | 4 | 1 | 1
Donald MacRae | 25 | 7 | 2
Amina Yusuf | | 6 | 3 | 1
Ross Galbraith | | 6 | 2
Josephine Mwangi | | 5 | 2
Kirsty Baxter | | 4 | 2
Thomas Okafor | | 6 | 3 | 1
Eilidh Drummond | | 4 | 1
Sunita Gurung | | 6 | 2 | 1
Pauline Rae | | 3 | 1
Beata Kaminska | | 6 | 2
Hamish Orr | | 6 | 2
Charity Banda | | 5 | 2 | 1
Nicola Petrie | | 4 | 2
Ravinder Gill | | 6 | 3
Isla Buchanan | | 4 | 1
Mohammed Aziz | | 5 | 2 | 1
Linh Tran | | 3 | 1
Rhona Kerr | 20 | 7 | 2
Stephen Osei | 13 | 5 | 2 | 1
Jacqueline Boyd | 14 | 5 | 1
Daria Popescu | 15 | 5 | 1
Alasdair Ness | 21 | 7 | 3
Winifred Addo | 13 | 5 | 2
Margaret Tosh | 16 | 5 | 1 | 1
Sean Quigley | 7 | 2 | 1
"""


def make(path: Path) -> None:
    """Write the workbook."""
    book = Filling(path, "care-home")
    book.service(SERVICE)
    book.sheet("Shift types", table(SHIFT_TYPES))
    book.sheet("Cover", table(COVER))
    book.sheet("Workers", joined(WORKERS, SHIFTS, DATES, EXTRAS))
    book.matrix("Training", table(TRAINING))
    book.sheet("Patterns", table(PATTERNS))
    book.sheet("Availability", table(AVAILABILITY))
    book.sheet("Leave", table(LEAVE))
    book.sheet("Requests", table(REQUESTS))
    book.sheet("Pairs", table(PAIRS))
    book.sheet("Diary", _diary())
    book.sheet("History", _history())
    book.rota(START, _typed())
    book.save(ABOUT)


def _diary() -> Iterator[dict[str, str]]:
    """Give the diary; `Staff due` are those named here."""
    for row in table(DIARY):
        yield row | {"Who": row["Who"].replace("Staff due", REFRESHED)}


def _typed() -> Iterator[tuple[str, list[str]]]:
    """Give everybody's row of the Rota sheet, most of them empty."""
    typed = dict(grid(TYPED))
    for row in table(WORKERS):
        days = typed.get(row["Name"], [])
        yield row["Name"], days + ["."] * (28 - len(days))


def _history() -> Iterator[dict[str, str]]:
    """Give what was worked: the shifts, and the ledger."""
    yield from history(BEFORE, grid(PAST))
    for row in table(CARRIED):
        for what, count in row.items():
            if what != "Name":
                yield {"Name": row["Name"], "Carried": what, "Count": count}


if __name__ == "__main__":
    make(TARGET)
