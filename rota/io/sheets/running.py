"""The sheets that run on from rota to rota: Rules, History, Rota."""

from rota.io.column import Column, Sheet, Type
from rota.io.sheets.people import NAME

STRENGTHS = ("Must", "Very high", "High", "Medium", "Low", "Watch", "Off")

RULES = Sheet(
    "Rules",
    "How strong each rule is, and its settings. A rule may have several "
    "rows. A row with a worker or dates is an exception for them; a setting "
    "with dates is for rotas that start within them.",
    (
        Column(
            "Rule",
            "The rule, by its name in `rota rules`.",
            required=True,
            also=("Rule name",),
            example="days in a row",
            width=26,
        ),
        Column(
            "Strength",
            "Must forbids; Very high to Low have a price; "
            "Watch only reports; Off is off.",
            Type.CHOICE,
            choices=STRENGTHS,
            words=(("Normal", "Medium"), ("Should", "Medium")),
            default="as it is",
            also=("Priority",),
        ),
        Column(
            "Price £",
            "Advanced: what one of these is worth avoiding, in pounds.",
            Type.MONEY,
            default="as it is, times 0.5, 1, 2 or 5 from Low to Very high",
            also=("Price", "£"),
            least=0,
            most=100_000,
        ),
        Column(
            "Setting",
            "The name of a setting of the rule.",
            default="none",
            example="days",
            width=22,
        ),
        Column("Value", "What the setting is to be.", default="as it is"),
        Column(
            "Worker",
            "Only for this person. Beside most or least it is the person's "
            "own number.",
            default="everybody",
            also=("Name", "Staff"),
            width=20,
        ),
        Column(
            "From",
            "Only from this day.",
            Type.DATE,
            default="always",
            also=("First",),
        ),
        Column(
            "To",
            "Only until this day.",
            Type.DATE,
            default="always",
            also=("Until", "Last"),
        ),
        Column(
            "Reason", "Why the exception is made.", width=26, also=("Why",)
        ),
        Column(
            "Approver", "Who approved the exception.", also=("Approved by",)
        ),
    ),
    without="every rule is as `rota rules` says",
    also=("Rule", "Settings of rules"),
)

HISTORY = Sheet(
    "History",
    "What was worked before the rota starts. A row with a shift is a duty; "
    "with hours, the total of one week; with a count, what somebody has "
    "carried so far. Or the last rota as it was: people down, dates across.",
    (
        NAME,
        Column(
            "Date",
            "The day of the shift; the Monday of a weekly total.",
            Type.DATE,
            also=("Week commencing", "W/C", "Day", "Monday"),
        ),
        Column(
            "Shift",
            "The code, or the times.",
            Type.SHIFTS,
            also=("Code", "Worked", "Shift code"),
        ),
        Column(
            "Unit", "The unit of the shift.", default="the person's first unit"
        ),
        Column(
            "Hours",
            "Working time of the whole week.",
            Type.HOURS,
            also=("Week hours", "Weekly hours", "Total hours"),
            least=0,
            most=168,
        ),
        Column(
            "Days of leave",
            "Days of leave or sickness in that week.",
            Type.WHOLE,
            default="0",
            also=("Leave days",),
            least=0,
            most=7,
        ),
        Column(
            "Carried",
            "What was carried: nights, weekends, sleep-ins, "
            "bank holidays, lates, refused requests, short-notice changes, "
            "Christmas Day 2025 ...",
            also=("Burden", "Ledger", "What"),
            width=22,
        ),
        Column(
            "Count",
            "How many of them.",
            Type.WHOLE,
            also=("How many", "Number"),
            least=0,
            most=2000,
        ),
        Column(
            "Fair share",
            "What would have been fair to carry, as `rota next` worked out.",
            Type.NUMBER,
            default="by contracted hours",
            also=("Fair",),
            least=0,
            most=2000,
        ),
    ),
    without="nothing before the first day is known, and rest is checked from "
    "there only",
    loose=True,
    also=("Past", "Previous rota", "Last rota"),
)

ROTA = Sheet(
    "Rota",
    "The rota: people down, dates across. What you type in a cell stays; "
    "a star after it keeps what the program wrote.",
    (
        Column(
            "Name",
            "The name as in the Workers sheet.",
            required=True,
            also=(
                "Worker",
                "Staff",
                "Staff name",
                "Employee",
                "First",
                "First name",
                "Forename",
            ),
            width=22,
        ),
        Column(
            "Surname",
            "The surname, where it has a column of its own.",
            also=("Last name", "Family name"),
        ),
        Column(
            "Payroll",
            "Payroll number; goes before the name.",
            also=("Payroll number", "Payroll no", "Staff id", "Id", "SAP"),
        ),
        Column(
            "Unit",
            "The unit of the shifts in the row.",
            also=("House", "Floor"),
        ),
    ),
    without="no rota stands in the workbook yet",
    loose=True,
    also=("The rota", "Roster", "Off duty"),
)
