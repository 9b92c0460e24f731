"""The sheets about the people supported: Clients, Client diary, Sessions."""

from rota.io.column import Column, Sheet, Type
from rota.io.sheets.plans import CLIENT, DRIVER, SUPPORT, SUPPORT_WORDS

AWAY_KINDS = ("home", "hospital", "holiday", "away")
WHAT_BECOMES = ("stop", "move", "go on there")

CLIENTS = Sheet(
    "Clients",
    "The people supported, where support follows plans of their own. Initials"
    " will do for names, if they are the same on every sheet.",
    (
        Column(
            "Name",
            "The person's name, or initials, as pages are to show it.",
            required=True,
            also=(
                "Client",
                "Person",
                "Person supported",
                "Tenant",
                "Resident",
                "Young person",
                "Service user",
            ),
            example="Alma R",
            width=22,
        ),
        Column(
            "Number",
            "A number of the person's own; needed where two have one name.",
            also=("Client number", "Client id", "Id"),
            default="the name stands for the person",
        ),
        Column(
            "Unit",
            "The unit where the person lives. Of several units it has to be"
            " said, unless all support is visits.",
            also=("House", "Home", "Floor"),
            default="the only unit of the service, or none",
        ),
        Column(
            "Place",
            "The area or address from which travel is reckoned, as in the"
            " Travel sheet.",
            also=("Area", "Postcode", "Address", "Zone"),
            default="the unit",
        ),
        Column(
            "Key workers",
            "Their key workers, with commas.",
            Type.LIST,
            also=("Key worker", "Keyworker", "Keyworkers", "Named worker"),
            default="none",
            width=22,
        ),
        Column(
            "Known by",
            "Others who have supported them before, with commas; `rota next`"
            " adds to it.",
            Type.LIST,
            also=("Knows", "Supported before by", "Regular workers"),
            default="not known, and not checked",
            width=26,
        ),
        Column(
            "Most faces",
            "The most different people who are to support them in four weeks.",
            Type.WHOLE,
            also=(
                "Most faces in four weeks",
                "Most faces in 4 weeks",
                "Faces",
                "Maximum faces",
                "Max faces",
            ),
            default="no limit",
            least=1,
            most=100,
        ),
    ),
    also=(
        "People supported",
        "Client",
        "Tenants",
        "Residents",
        "Young people",
        "Service users",
        "Client list",
    ),
)

CLIENT_DIARY = Sheet(
    "Client diary",
    "When people supported are away, and their appointments.",
    (
        CLIENT,
        Column(
            "What",
            "Away at home, in hospital, on holiday or elsewhere; or an"
            " appointment that needs support.",
            Type.CHOICE,
            choices=(*AWAY_KINDS, "appointment"),
            words=(
                ("home visit", "home"),
                ("family", "home"),
                ("family visit", "home"),
                ("respite", "away"),
                ("elsewhere", "away"),
                ("leave", "away"),
                ("appt", "appointment"),
                ("outing", "appointment"),
            ),
            default="away",
            also=("Kind", "Type", "Entry"),
        ),
        Column(
            "From",
            "The first day.",
            Type.DATE,
            required=True,
            also=("Date", "First", "From date", "Start", "Start date"),
        ),
        Column(
            "From time",
            "When it begins; an appointment has to say it.",
            Type.CLOCK,
            default="the start of the day",
            also=("Start time", "Time", "Time from"),
        ),
        Column(
            "To",
            "The last day, included.",
            Type.DATE,
            default="the same day",
            also=("Last", "To date", "Until", "End", "End date"),
        ),
        Column(
            "To time",
            "When it ends; an appointment has to say it.",
            Type.CLOCK,
            default="the end of the day",
            also=("End time", "Time to"),
        ),
        Column(
            "Hours",
            "What becomes of planned hours while somebody is away: they stop,"
            " move to other days of the week, or go on there.",
            Type.CHOICE,
            choices=WHAT_BECOMES,
            words=(
                ("stops", "stop"),
                ("hours stop", "stop"),
                ("moves", "move"),
                ("hours move", "move"),
                ("go on", "go on there"),
                ("continue", "go on there"),
                ("continue there", "go on there"),
                ("hours go on there", "go on there"),
            ),
            default="stop",
            also=("Planned hours", "What becomes of the hours"),
        ),
        Column(
            "People",
            "How many go to the appointment.",
            Type.WHOLE,
            default="1",
            also=("Staff", "How many"),
            least=1,
            most=4,
        ),
        DRIVER,
        Column(
            "Skills",
            "What everybody who goes must hold, with commas.",
            Type.LIST,
            also=("Skill", "Skills needed"),
            default="none",
        ),
        Column(
            "Note",
            "Where to, or with whom; the program does not write it anywhere.",
            also=("Notes", "Details", "Title"),
            width=26,
        ),
    ),
    also=("Clients diary", "Clients away", "Appointments", "Tenants diary"),
)

SESSIONS = Sheet(
    "Sessions",
    "Who supports whom, when: the program writes it. What you change in a row"
    " stays as you typed it; so does a row with Yes under Keep.",
    (
        Column(
            "Date", "The day.", Type.DATE, required=True, also=("Day", "On")
        ),
        Column(
            "From",
            "When it begins.",
            Type.CLOCK,
            required=True,
            also=("Start", "Starts", "Start time"),
        ),
        Column(
            "To",
            "When it ends.",
            Type.CLOCK,
            required=True,
            also=("End", "Ends", "End time", "Until"),
        ),
        CLIENT,
        Column(
            "Support",
            "The kind of support, as in the Support plans.",
            Type.CHOICE,
            choices=(*SUPPORT, "appointment"),
            words=SUPPORT_WORDS,
            default="any that fits",
            also=("Kind", "Ratio"),
        ),
        Column(
            "Who",
            "Those who give it, with commas.",
            Type.LIST,
            default="nobody yet",
            also=("Worker", "Workers", "Staff", "Given by"),
            width=26,
        ),
        Column(
            "Keep",
            "Yes keeps the row, even if the program wrote it.",
            Type.YES_NO,
            default="No",
            also=("Pin", "Fixed"),
        ),
    ),
    also=("Support sessions", "Session list"),
)
