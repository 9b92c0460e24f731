"""The sheets for payroll: what the contract says, and what was worked."""

from rota.io.column import Column, Sheet, Type
from rota.io.sheets.people import NAME

CLOCK_CHANGES = ("actual", "nominal")
EDGES = ("start", "split")
OVER = ("hours bank", "paid", "TOIL")
AFTER = (
    "contract in the period",
    "contract in the week",
    "full time in the week",
)
PREMIUMS = (
    "bank holiday",
    "overtime",
    "Sunday",
    "Saturday",
    "night",
    "evening",
)

BY_LAW = "by law"

# Each setting is read as a column would be.
SETTINGS = (
    Column(
        "Premiums",
        "The premiums there are, the one that goes first at the front; what "
        "is left out is paid plain.",
        Type.LIST,
        default=", ".join(PREMIUMS),
        also=("Premium order", "Which goes first"),
    ),
    Column(
        "Evening from",
        "When evening hours begin; they end when the night begins.",
        Type.CLOCK,
        default="20:00",
        also=("Evening starts",),
    ),
    Column(
        "Night from",
        "When night hours begin.",
        Type.CLOCK,
        default="23:00",
        also=("Night starts",),
    ),
    Column(
        "Night to",
        "When night hours end.",
        Type.CLOCK,
        default="06:00",
        also=("Night ends", "Night until"),
    ),
    Column(
        "Whole nights",
        "Yes: a waking night with three night hours is night from its "
        "beginning to its end.",
        Type.YES_NO,
        default="No",
        also=("Whole shift",),
    ),
    Column(
        "Clock change",
        "How long a night is in which the clocks change: actual is what "
        "passed, nominal what the clock on the wall says.",
        Type.CHOICE,
        choices=CLOCK_CHANGES,
        default="actual",
        also=("Clock changes",),
    ),
    Column(
        "Over midnight",
        "To which pay period a night over its edge belongs: start to the one "
        "it starts in; split to both.",
        Type.CHOICE,
        choices=EDGES,
        words=(("start date", "start"), ("split at midnight", "split")),
        default="start",
        also=("Hours attribution",),
    ),
    Column(
        "Over contract",
        "What becomes of hours over contract: put in the hours bank and "
        "carried on, paid as overtime, or TOIL.",
        Type.CHOICE,
        choices=OVER,
        words=(("overtime", "paid"), ("bank", "hours bank"), ("lieu", "TOIL")),
        default="hours bank",
        also=("Hours over contract",),
    ),
    Column(
        "Overtime after",
        "The hours after which overtime begins: contracted hours of the "
        "period, of each week, or full-time hours of each week.",
        Type.CHOICE,
        choices=AFTER,
        words=(
            ("period", "contract in the period"),
            ("contract", "contract in the period"),
            ("week", "contract in the week"),
            ("full time", "full time in the week"),
        ),
        default="contract in the period",
        also=("Overtime from",),
    ),
    Column(
        "Awake in fee",
        "Minutes awake on a sleep-in that its fee pays for.",
        Type.WHOLE,
        default="0",
        also=("Awake included", "Minutes awake in fee"),
        least=0,
        most=720,
    ),
    Column(
        "Leave accrual",
        "Leave that each hour worked brings: per cent, from 0 to 30; or by "
        "law, which is 12.07 for own staff without contracted hours in Great "
        "Britain.",
        default=BY_LAW,
        also=("Holiday accrual", "Accrual", "Leave %"),
    ),
    Column(
        "Leave rolled up",
        "Yes: leave that accrues is paid with the hours, and not taken later.",
        Type.YES_NO,
        default="No",
        also=("Rolled-up leave", "Rolled up holiday pay"),
    ),
)

PAY_RULES = Sheet(
    "Pay rules",
    "What the contract says of pay, one setting in each row; it only matters "
    "to `rota hours`. But for leave no law decides these: what is not said "
    "here is as the list of settings says.",
    (
        Column(
            "Setting",
            "Which setting.",
            Type.CHOICE,
            required=True,
            choices=tuple(setting.name for setting in SETTINGS),
            words=tuple((a, s.name) for s in SETTINGS for a in s.also),
            also=("Pay rule",),
            example="Night from",
            width=20,
        ),
        Column(
            "Value",
            "What it is to be.",
            default="as it is",
            example="22:00",
            width=24,
        ),
        Column(
            "For",
            "For whom: a name or payroll number, a role, or a contract "
            "(permanent, bank, agency, sessional). A person goes before a "
            "role, a role before a contract, a contract before everybody.",
            default="everybody",
            also=("Who", "Worker", "Contract"),
            width=20,
        ),
        Column(
            "From",
            "Only for shifts that start on this day or after it.",
            Type.DATE,
            default="always",
            also=("First",),
        ),
        Column(
            "To",
            "Only for shifts that start on this day or before it.",
            Type.DATE,
            default="always",
            also=("Until", "Last"),
        ),
    ),
    also=("Pay", "Pay settings"),
)

WORKED = Sheet(
    "Worked",
    "What was worked, where it was not as the rota says; for `rota hours`. A "
    "shift without a row here counts as worked as planned, and the hours say "
    "how many those are.",
    (
        NAME,
        Column(
            "Date",
            "The day on which it started.",
            Type.DATE,
            required=True,
            also=("Day",),
        ),
        Column(
            "Shift",
            "The code or times that stand in the rota, or `visit`; another "
            "code is an extra shift.",
            Type.SHIFTS,
            default="the person's one shift of that day",
            also=("Code", "Shift code"),
        ),
        Column(
            "From",
            "When it really started.",
            Type.CLOCK,
            default="as planned",
            also=("Start", "Started", "Actual start", "From time"),
        ),
        Column(
            "To",
            "When it really ended.",
            Type.CLOCK,
            default="as planned",
            also=("End", "Ended", "Finish", "Actual end", "To time"),
        ),
        Column(
            "Worked",
            "No: it was not worked at all.",
            Type.YES_NO,
            default="Yes",
            also=("Was worked",),
        ),
        Column(
            "Hours awake",
            "Hours awake and working on a sleep-in, or called out.",
            Type.HOURS,
            default="0",
            also=("Awake", "Awake hours", "Disturbed", "Call-out hours"),
            least=0,
            most=16,
        ),
        Column(
            "Miles",
            "Miles driven for work in an own car.",
            Type.NUMBER,
            default="0",
            also=("Mileage",),
            least=0,
            most=1000,
        ),
        Column(
            "Travel minutes",
            "Minutes of travel to this shift from the one before it.",
            Type.WHOLE,
            default="as planned",
            also=("Travel",),
            least=0,
            most=480,
        ),
        Column(
            "Unit",
            "The unit of an extra shift.",
            default="the person's first unit",
        ),
        Column(
            "Note",
            "For whoever pays; leave reasons of health out.",
            also=("Notes", "Comment", "Remark"),
            width=30,
        ),
    ),
    also=("Actual", "Actual hours", "Timesheet", "Timesheets"),
)
