"""The sheets about the service: Service, and Bank holidays."""

from rota.io.column import Column, Sheet, Type
from rota.io.sheets import rule_book

NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")
KINDS = (
    "supported living",
    "care home",
    "community",
    "day service",
    "children's home",
    "personal assistants",
    "reablement",
)

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
                ("PA", "personal assistants"),
                ("PAs", "personal assistants"),
                ("direct payment", "personal assistants"),
                ("re-ablement", "reablement"),
                ("reablement team", "reablement"),
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
            "substitute day, the actual day, or both; or the actual day at "
            "Christmas and New Year, and the substitute day else.",
            Type.CHOICE,
            also=("Bank holidays fall on",),
            choices=("substitute", "actual", "both", "actual at Christmas"),
            words=(("actual for Christmas", "actual at Christmas"),),
            default="both",
        ),
        Column(
            "Bank holiday night",
            "Which part of a night over midnight is bank-holiday work.",
            Type.CHOICE,
            also=("Bank holiday attribution", "Bank holiday hours"),
            choices=("split", "start", "majority", "window"),
            words=(("split at midnight", "split"),),
            default="majority",
        ),
        Column(
            "Bank holiday from",
            "Where Bank holiday night is `window`: the time at which a bank "
            "holiday begins; it ends at the same time of the next day.",
            Type.CLOCK,
            also=("Bank holiday window", "Bank holiday starts"),
            default="08:00",
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
            "Night from",
            "When night begins by agreement (Working Time Regulations, reg "
            "2); a waking shift with three hours of it is a night. Pay has "
            "settings of its own.",
            Type.CLOCK,
            also=("Night period from", "Night starts", "Night begins"),
            default="23:00",
        ),
        Column(
            "Night to",
            "When night ends by agreement: seven to twelve hours later, and "
            "midnight to 05:00 lies between.",
            Type.CLOCK,
            also=("Night period to", "Night ends"),
            default="06:00",
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
            "Minutes credited for travel",
            "Minutes paid for the way to each visit, beside the visit.",
            Type.WHOLE,
            also=("Travel credit", "Travel credited", "Travel per visit"),
            default="0",
            least=0,
            most=120,
        ),
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
