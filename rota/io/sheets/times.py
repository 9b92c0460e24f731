"""The sheets about when people can come, are away, or meet."""

from rota.io.column import Column, Sheet, Type
from rota.io.sheets.people import FIRST, LAST, NAME, date_column

_SOME_TIME = (
    Column(
        "From time",
        "When a part day starts.",
        Type.CLOCK,
        default="the whole day",
        also=("Start time", "Time from"),
    ),
    Column(
        "To time",
        "When a part day ends.",
        Type.CLOCK,
        default="the whole day",
        also=("End time", "Time to"),
    ),
)

AVAILABILITY = Sheet(
    "Availability",
    "When bank, agency and sessional staff have offered; when anybody cannot "
    "work; and shifts already booked with an agency.",
    (
        NAME,
        date_column(
            "First",
            "The first day.",
            "the first day of the rota",
            "From",
            "Date",
            "From date",
            "Start",
        ),
        date_column(
            "Last",
            "The last day, included.",
            "the same day; the last day "
            "of the rota, where First is blank or Days is filled in",
            "To",
            "Until",
            "To date",
            "End",
        ),
        Column(
            "Days",
            "Only on these days of the week, such as Wed, or Mon-Fri.",
            also=("Day", "Weekdays", "On"),
            default="every day",
        ),
        *_SOME_TIME,
        Column(
            "Status",
            "Available, or not available.",
            Type.CHOICE,
            also=("Available", "Availability", "What"),
            choices=("available", "not available"),
            words=(
                ("yes", "available"),
                ("y", "available"),
                ("offered", "available"),
                ("can", "available"),
                ("no", "not available"),
                ("n", "not available"),
                ("unavailable", "not available"),
                ("cannot", "not available"),
                ("never", "not available"),
            ),
            default="available",
        ),
        Column(
            "Booked",
            "A shift code already booked with the person: it stays.",
            also=("Shift", "Code", "Booked shift"),
            default="nothing booked",
        ),
        Column(
            "Unit",
            "The unit of a booked shift.",
            default="the person's first unit",
        ),
    ),
    without="bank, agency and sessional staff have offered nothing",
    also=("Offers", "Bank availability"),
)

ABSENCE_WORDS = (
    ("annual leave", "leave"),
    ("holiday", "leave"),
    ("al", "leave"),
    ("sickness", "sick"),
    ("s", "sick"),
    ("unpaid leave", "unpaid"),
    ("maternity", "other"),
    ("paternity", "other"),
    ("compassionate", "other"),
    ("lieu", "toil"),
    ("time off in lieu", "toil"),
    ("jury service", "other"),
    ("suspended", "other"),
)
LEAVE = Sheet(
    "Leave",
    "Approved leave, sickness and other absence.",
    (
        NAME,
        FIRST,
        LAST,
        Column(
            "Kind",
            "Leave, sickness and TOIL (time off in lieu) credit contracted "
            "hours; unpaid and other do not.",
            Type.CHOICE,
            also=("Type", "Reason", "Leave type"),
            choices=("leave", "sick", "unpaid", "toil", "other"),
            words=ABSENCE_WORDS,
            default="leave",
        ),
        *_SOME_TIME,
        Column(
            "Hours credit",
            "Hours it counts towards contracted hours, all days together.",
            Type.HOURS,
            also=("Credit", "Hours", "Paid hours"),
            default="a fifth of the week for each day away",
            least=0,
            most=1000,
        ),
    ),
    without="nobody is on leave",
    also=("Annual leave", "Absence", "Absences", "Leave and absence"),
)

DIARY = Sheet(
    "Diary",
    "Training, supervision, meetings, office time: takes people's time.",
    (
        Column(
            "Title",
            "What it is.",
            required=True,
            also=("What", "Name", "Event", "Entry"),
            example="Team meeting",
            width=22,
        ),
        Column("Date", "The day.", Type.DATE, required=True, also=("Day",)),
        Column(
            "Start",
            "When it starts.",
            Type.CLOCK,
            required=True,
            also=("From", "Starts", "Start time"),
        ),
        Column(
            "End",
            "When it ends.",
            Type.CLOCK,
            required=True,
            also=("To", "Ends", "End time", "Until"),
        ),
        Column(
            "Who",
            "Names, roles, units, or everyone, with commas.",
            Type.LIST,
            default="everyone",
            also=("People", "Attendees", "Staff", "Invited"),
            width=26,
        ),
        Column(
            "Share",
            "How many of a hundred of them must attend.",
            Type.NUMBER,
            default="100",
            also=("Share %", "Percent", "Must attend"),
            least=0,
            most=100,
        ),
        Column(
            "Paid hours",
            "Hours it counts towards contracted hours.",
            Type.HOURS,
            default="its length",
            also=("Hours",),
            least=0,
            most=24,
        ),
        Column(
            "Counts in cover",
            "Whether those there still count as cover.",
            Type.YES_NO,
            default="No",
            also=("In cover",),
        ),
        Column("Unit", "Where it is.", default="the whole service"),
        Column(
            "Code",
            "What stands for it in the rota cell.",
            default="the first letters of the title",
        ),
    ),
    without="there are no meetings or training days",
    also=("Meetings", "Events"),
)
