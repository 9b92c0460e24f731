"""The sheets about the service: Service, Shift types, Cover, Bank holidays."""

from rota.io.column import Column, Sheet, Type
from rota.io.sheets import rule_book

NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
KINDS = (
    "supported living",
    "care home",
    "community",
    "day service",
    "children's home",
)
DUTY_KINDS = ("waking", "sleep-in", "on-call", "training", "shadow")
WEEKDAYS = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]
DAY_WORDS = ("every day", "weekday", "weekend", "bank holiday", *WEEKDAYS)

SERVICE = Sheet(
    "Service",
    "What this rota is for: one name and one value in each row.",
    (
        Column(
            "Name",
            "The name of the service, as it stands on the rota.",
            also=("Service", "Service name"),
            default="the name of the file",
            example="Rowan House",
        ),
        Column(
            "Kind",
            "What kind of service it is; this chooses the starting rules.",
            Type.CHOICE,
            also=("Kind of service", "Service kind", "Type", "Service type"),
            choices=KINDS,
            words=(
                ("supported-living", "supported living"),
                ("residential", "care home"),
                ("residential care", "care home"),
                ("nursing home", "care home"),
                ("home care", "community"),
                ("community support", "community"),
                ("domiciliary", "community"),
                ("day centre", "day service"),
                ("childrens home", "children's home"),
                ("residential childrens home", "children's home"),
            ),
            default="general rules",
        ),
        Column(
            "Nation",
            "Whose bank holidays apply.",
            Type.CHOICE,
            choices=NATIONS,
            words=(("NI", "Northern Ireland"), ("Cymru", "Wales")),
            default="England",
        ),
        Column(
            "Starts",
            "The first day of the rota.",
            Type.DATE,
            required=True,
            also=("Start", "Start date", "First date", "First day", "From"),
            example="07/12/2026",
        ),
        Column(
            "Weeks",
            "How many weeks the rota is for.",
            Type.WHOLE,
            also=("Number of weeks",),
            default="4, unless Ends is filled in",
            least=1,
            most=26,
            example="4",
        ),
        Column(
            "Ends",
            "The last day of the rota; instead of Weeks.",
            Type.DATE,
            also=("End", "End date", "Last date", "Last day", "To"),
            default="so many Weeks after Starts",
        ),
        Column(
            "Units",
            "The parts with cover of their own (floors, houses), with commas.",
            Type.LIST,
            also=("Unit", "Houses", "Floors"),
            default="the service is one unit",
        ),
        Column(
            "Full-time hours",
            "The weekly hours of somebody full-time, for those typed as WTE.",
            Type.HOURS,
            also=("Full time week", "WTE hours", "FTE hours"),
            default="37.5",
            least=1,
            most=60,
        ),
        Column(
            "Bank holiday basis",
            "Which day is the bank holiday when it falls on a weekend: the "
            "substitute day, the actual day, or both.",
            Type.CHOICE,
            also=("Bank holidays fall on",),
            choices=("substitute", "actual", "both"),
            default="both",
        ),
        Column(
            "Bank holiday night",
            "Which part of a night over midnight is bank-holiday work.",
            Type.CHOICE,
            also=("Bank holiday attribution", "Bank holiday hours"),
            choices=("split", "start", "majority"),
            words=(("split at midnight", "split"),),
            default="majority",
        ),
        Column(
            "Break inside a spell",
            "How many minutes may lie between two duties that are one spell "
            "of work; rest is owed after a spell, not inside it.",
            Type.WHOLE,
            also=("Spell break", "Split shift break"),
            default="60",
            least=0,
            most=600,
        ),
        Column(
            "Word for the person",
            "What a person supported is called on pages.",
            also=("Person", "Person word", "We say"),
            choices=("person", "tenant", "resident", "young person"),
            default="as usual for the kind of service, else person",
        ),
        Column(
            "History known from",
            "The date from which every shift before the rota is known.",
            Type.DATE,
            also=("Known from",),
            default="the first date in the History sheet",
        ),
        *rule_book.SERVICE_LINES,
        Column(
            "Travel",
            "Minutes between two units: a row for each pair, such as "
            "`Travel Rowan to Birch`, with the minutes beside it.",
            Type.WHOLE,
            default="0 minutes",
            least=0,
            most=240,
        ),
    ),
    required=True,
    in_pairs=True,
    also=("Settings", "Service details"),
)

SHIFT_TYPES = Sheet(
    "Shift types",
    "The codes of the rota and what each one means.",
    (
        Column(
            "Code",
            "What stands in a rota cell.",
            required=True,
            also=("Shift", "Shift code", "Abbreviation"),
            example="E",
        ),
        Column(
            "Name",
            "What the code is short for.",
            also=("Shift name", "Description", "Meaning"),
            default="the code",
            example="Early",
            width=18,
        ),
        Column(
            "Start",
            "When it starts.",
            Type.CLOCK,
            required=True,
            also=("Starts", "Start time", "From", "Begin", "Begins"),
            example="07:00",
        ),
        Column(
            "End",
            "When it ends; at or before the start means the next day.",
            Type.CLOCK,
            required=True,
            also=("Ends", "End time", "Finish", "To", "Until"),
            example="15:00",
        ),
        Column(
            "Kind",
            "Waking, sleep-in, on-call, training or shadow: decides which "
            "hours and which cover it counts to.",
            Type.CHOICE,
            also=("Type", "Shift kind"),
            choices=DUTY_KINDS,
            words=(
                ("sleep", "sleep-in"),
                ("sleeping night", "sleep-in"),
                ("sleep over", "sleep-in"),
                ("day", "waking"),
                ("night", "waking"),
                ("waking night", "waking"),
                ("work", "waking"),
                ("shadowing", "shadow"),
                ("induction", "shadow"),
                ("meeting", "training"),
            ),
            default="waking",
        ),
        Column(
            "Break minutes",
            "Minutes of break inside it.",
            Type.WHOLE,
            also=("Break", "Breaks", "Unpaid break"),
            default="0",
            least=0,
            most=240,
        ),
        Column(
            "Break paid",
            "Whether the break is paid.",
            Type.YES_NO,
            also=("Paid break",),
            default="No",
        ),
        Column(
            "Contract hours",
            "Hours it counts towards contracted hours.",
            Type.HOURS,
            also=("Counted hours", "Hours", "Paid hours"),
            default="its length without an unpaid break; 0 for a sleep-in",
            least=0,
            most=48,
        ),
        Column(
            "Skills needed",
            "What everybody on it must hold, with commas.",
            Type.LIST,
            also=("Skills", "Skill", "Skill needed"),
            default="none",
        ),
        Column(
            "Units",
            "The units in which it is worked, with commas.",
            Type.LIST,
            also=("Unit",),
            default="every unit",
        ),
        Column(
            "Counts as",
            "Other codes whose cover it also meets, such as E, L for a long "
            "day.",
            Type.LIST,
            also=("Covers", "Also covers"),
            default="only itself",
        ),
        Column(
            "Minimum age",
            "The age from which somebody may do it.",
            Type.WHOLE,
            also=("Min age",),
            default="none",
            least=0,
            most=30,
        ),
        rule_book.HAZARDOUS,
        Column(
            "Colour",
            "The colour of its rota cells, as a word or as in #FFE699.",
            also=("Color",),
            default="a colour of the program's choice",
        ),
    ),
    required=True,
    also=("Shifts", "Shift codes", "Codes", "Key", "Legend"),
)

COVER = Sheet(
    "Cover",
    "How many people are needed, when, and with which skills. A row for a "
    "date goes before one for bank holidays, that before one for a named "
    "weekday, that before weekday or weekend, that before every day; a cell "
    "left blank there keeps what the wider row says.",
    (
        Column(
            "Unit",
            "The unit; `each` for every unit by itself; blank counts the "
            "whole service together.",
            also=("House", "Floor", "Area"),
            default="the whole service",
        ),
        Column(
            "Shift",
            "A shift code. Or leave it blank and give From and To.",
            also=("Code", "Shift code", "Shift type"),
            example="E",
        ),
        Column(
            "From",
            "When a time band starts, if no shift is given.",
            Type.CLOCK,
            also=("Start", "Start time"),
        ),
        Column(
            "To",
            "When a time band ends.",
            Type.CLOCK,
            also=("End", "End time", "Until"),
        ),
        Column(
            "At",
            "A clock time at which a skill is needed once, such as a "
            "medication round.",
            Type.CLOCK,
            also=("Time", "At time"),
        ),
        Column(
            "Days",
            "Every day, weekday, weekend, bank holiday, Mon, Mon-Fri, "
            "Mon Wed, or a date.",
            also=("Day", "When", "Date"),
            default="every day",
            choices=DAY_WORDS,
            example="weekday",
            width=14,
        ),
        Column(
            "Minimum",
            "How many people there must be.",
            Type.WHOLE,
            also=("Min", "People", "Needed", "Staff", "Number", "Required"),
            least=0,
            most=500,
            example="2",
        ),
        Column(
            "Ideal",
            "How many there should be.",
            Type.WHOLE,
            default="the minimum",
            also=("Best", "Target", "Preferred"),
            least=0,
            most=500,
        ),
        Column(
            "Maximum",
            "More than this is too many.",
            Type.WHOLE,
            also=("Max", "Most"),
            default="no limit",
            least=0,
            most=500,
        ),
        Column(
            "Skill",
            "A skill that some of them must hold between them; or give the "
            "skill a column of its own, headed with its name.",
            also=("Skills", "Skill needed", "With skill"),
            example="Medication",
            width=14,
        ),
        Column(
            "How many",
            "How many must hold the skill.",
            Type.WHOLE,
            also=("With the skill", "Skill number", "Number with skill"),
            default="1",
            least=0,
            most=100,
        ),
        Column(
            "Kind",
            "Whether a time band needs waking people, or a sleep-in.",
            Type.CHOICE,
            choices=("waking", "sleep-in", "on-call"),
            default="waking",
        ),
    ),
    required=True,
    loose=True,
    also=("Cover needed", "Staffing", "Demand", "Minimum staffing"),
)

BANK_HOLIDAYS = Sheet(
    "Bank holidays",
    "Changes to the bank holidays of the nation; and the school terms.",
    (
        Column(
            "Date",
            "The day, or the first day.",
            Type.DATE,
            True,
            also=("From", "First", "Day", "Start"),
        ),
        Column(
            "To",
            "The last day, for a term or a holiday.",
            Type.DATE,
            default="the same day",
            also=("Last", "Until", "End"),
        ),
        Column(
            "Name",
            "What it is called.",
            default="Bank holiday",
            also=("Holiday", "Bank holiday"),
            width=24,
        ),
        Column(
            "What",
            "Whether the day is added or taken off, or is a school term or "
            "holiday.",
            Type.CHOICE,
            choices=("add", "remove", "term", "school holiday"),
            words=(
                ("bank holiday", "add"),
                ("added", "add"),
                ("removed", "remove"),
                ("not a bank holiday", "remove"),
                ("school term", "term"),
                ("holiday", "school holiday"),
            ),
            default="add",
            also=("Add or remove", "Add/remove", "Kind", "Type"),
        ),
    ),
    without="the bank holidays are those of the nation",
    also=("Holidays", "Bank hols"),
)
