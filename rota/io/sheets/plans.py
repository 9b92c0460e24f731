"""The Support plans sheet: what is commissioned for each person."""

from rota.io.column import Column, Sheet, Type
from rota.io.sheets.cover import DAY_WORDS

SUPPORT = (
    "1:1",
    "2:1",
    "3:1",
    "community access",
    "visit",
    "shared",
    "waking night",
    "sleep-in",
)
SUPPORT_WORDS = (
    ("1 to 1", "1:1"),
    ("one to one", "1:1"),
    ("2 to 1", "2:1"),
    ("two to one", "2:1"),
    ("3 to 1", "3:1"),
    ("three to one", "3:1"),
    ("community", "community access"),
    ("outing", "community access"),
    ("call", "visit"),
    ("home visit", "visit"),
    ("core", "shared"),
    ("shared core", "shared"),
    ("background", "shared"),
    ("night", "waking night"),
    ("wake night", "waking night"),
    ("sleep", "sleep-in"),
    ("sleeping night", "sleep-in"),
)

CLIENT = Column(
    "Client",
    "The name as in the Clients sheet, or the number.",
    required=True,
    also=(
        "Name",
        "Person",
        "Person supported",
        "Tenant",
        "Resident",
        "Young person",
        "Service user",
    ),
    example="Alma R",
    width=20,
)
DRIVER = Column(
    "Driver",
    "Whether one of those who give it has to drive; and whether that must be"
    " the service's vehicle.",
    Type.CHOICE,
    choices=("No", "Yes", "Service vehicle"),
    words=(
        ("n", "No"),
        ("none", "No"),
        ("y", "Yes"),
        ("any", "Yes"),
        ("own car", "Yes"),
        ("minibus", "Service vehicle"),
        ("company vehicle", "Service vehicle"),
    ),
    default="No",
    also=("Driver needed", "Drives"),
)


def _hours(name: str, text: str, most: float, *also: str) -> Column:
    return Column(
        name,
        text,
        Type.HOURS,
        default="as the other columns say",
        also=also,
        least=0.25,
        most=most,
    )


def _clock(name: str, text: str, default: str, *also: str) -> Column:
    return Column(name, text, Type.CLOCK, default=default, also=also)


def _date(name: str, text: str, default: str, *also: str) -> Column:
    return Column(name, text, Type.DATE, default=default, also=also)


def _names(name: str, text: str, default: str, *also: str) -> Column:
    return Column(name, text, Type.LIST, default=default, also=also, width=20)


_HOW_MUCH = (
    CLIENT,
    Column(
        "Support",
        "What sort of support it is. Shared support and nights are given by"
        " whoever is on shift: the Cover sheet says how many, or else the"
        " times of the row do.",
        Type.CHOICE,
        choices=SUPPORT,
        words=SUPPORT_WORDS,
        default="1:1",
        also=("Kind", "Ratio", "Type", "Kind of support"),
        width=16,
    ),
    Column(
        "People",
        "How many give it at once. Hours are always the person's: two people"
        " for an hour are one hour.",
        Type.WHOLE,
        default="2 for 2:1, 3 for 3:1, else 1",
        also=("Staff", "How many", "Workers"),
        least=1,
        most=4,
    ),
    _hours(
        "Hours a week",
        "Hours in each week, spread over its days as fits best. One of Hours a"
        " week, Hours a day, or From and To is needed.",
        168,
        "Hours per week",
        "Weekly hours",
        "Hours/week",
    ),
    _hours(
        "Hours a day",
        "Hours on each of its days.",
        24,
        "Hours per day",
        "Daily hours",
        "Hours/day",
    ),
    _clock(
        "From",
        "When it begins, on each of its days, if the time is fixed.",
        "the time is not fixed",
        "Start",
        "Start time",
    ),
    _clock(
        "To",
        "When it ends; at or before From means the next day.",
        "the time is not fixed",
        "End",
        "End time",
        "Until",
    ),
    Column(
        "Days",
        "The days on which it may be given, as in the Cover sheet: every day,"
        " weekday, Mon-Fri, Tue Thu, bank holiday, or a date.",
        default="every day",
        choices=DAY_WORDS,
        also=("Day", "On"),
        width=14,
    ),
    _date(
        "From date",
        "The first day of this line; support that changes has a line for each"
        " time.",
        "from the start of the rota",
        "First",
        "Valid from",
        "Starts",
    ),
    _date(
        "To date",
        "The last day of this line, included.",
        "no end",
        "Last",
        "Valid until",
        "Ends",
    ),
)
_WHEN = (
    _clock(
        "Earliest",
        "The earliest time at which it may begin.",
        "07:00",
        "Not before",
        "Earliest start",
    ),
    _clock(
        "Latest",
        "The latest time at which it may end.",
        "22:00",
        "Not after",
        "Latest end",
    ),
    Column(
        "Shortest",
        "The shortest session, in hours.",
        Type.HOURS,
        default="1, or all of it if that is less",
        also=("Shortest session", "Minimum session", "Shortest block"),
        least=0.25,
        most=24,
    ),
    Column(
        "Longest",
        "The longest session, in hours.",
        Type.HOURS,
        default="4, or the time there is if that is less",
        also=("Longest session", "Maximum session", "Longest block"),
        least=0.25,
        most=24,
    ),
)
_BY_WHOM = (
    Column(
        "Skills",
        "What everybody who gives it must hold on the day, with commas.",
        Type.LIST,
        also=("Skill", "Skills needed", "Training needed"),
        default="none",
        width=18,
    ),
    DRIVER,
    Column(
        "Trip",
        "A name that rows of several people share who go together: at one"
        " time, one driver and one vehicle do for all of them.",
        also=("Outing", "Shared trip", "Goes together"),
        default="each goes alone",
        example="Swimming",
    ),
    Column(
        "Out",
        "Whether it is given out of the house.",
        Type.YES_NO,
        default="Yes for community access, else No",
        also=("Out of the house", "Out of house", "Outdoors"),
    ),
    Column(
        "Counts in cover",
        "Whether those who give it still count to the Cover meanwhile.",
        Type.YES_NO,
        default="No",
        also=("In cover", "In numbers"),
    ),
    _names(
        "Personal care by",
        "Who may give personal care: names, or a group of the Workers sheet.",
        "anybody",
        "Care by",
    ),
    Column(
        "Firm or wish",
        "Whether Personal care by is firm, or a wish with a price.",
        Type.CHOICE,
        choices=("firm", "wish"),
        words=(("must", "firm"), ("preferred", "wish"), ("prefer", "wish")),
        default="firm",
    ),
    _names(
        "Preferred",
        "Those who are to give it if possible, beside the key workers.",
        "nobody in particular",
        "Preferred workers",
        "Prefers",
    ),
    _names(
        "Excluded",
        "Those who never give it.",
        "nobody",
        "Excluded workers",
        "Not with",
        "Never",
    ),
)
_FOR_WHOM = (
    Column(
        "Essential",
        "What of it must not be missed: a share as 80 %, or hours as 6 h.",
        default="all of it",
        also=("Essential hours", "Essential share", "Must have"),
    ),
    Column("Funder", "Who pays for it.", also=("Commissioner", "Paid by")),
    Column(
        "Reference",
        "The funder's reference.",
        also=("Ref", "Order number", "Contract reference"),
    ),
    Column("Rate code", "The funder's code of the rate.", also=("Rate",)),
)

SUPPORT_PLANS = Sheet(
    "Support plans",
    "What is commissioned for each person supported: one row for each kind of"
    " support. The program chooses the times within what a row allows.",
    _HOW_MUCH + _WHEN + _BY_WHOM + _FOR_WHOM,
    also=("Support plan", "Plans", "Care plans", "Packages"),
)
