"""The sheets about what people can, may, will and want to do."""

from rota.io.column import Column, Sheet, Type

NAME = Column(
    "Name",
    "The name as in the Workers sheet, or the payroll number.",
    required=True,
    also=("Worker", "Staff", "Staff name", "Employee", "Person"),
    example="Ana Silva",
    width=22,
)
WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FULL = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]


def _date(name: str, text: str, default: str, *also: str) -> Column:
    return Column(name, text, Type.DATE, default=default, also=also)


FIRST = Column(
    "First",
    "The first day.",
    Type.DATE,
    required=True,
    also=("From", "Date", "First day", "Start", "Start date", "From date"),
    example="21/12/2026",
)
LAST = _date(
    "Last",
    "The last day, included.",
    "the same day",
    "To",
    "Until",
    "Last day",
    "End",
    "End date",
    "To date",
)
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

TRAINING = Sheet(
    "Training",
    "Who holds which skill until when: as a list, or as a matrix with people "
    "down, skills across, and expiry dates (or Yes) inside.",
    (
        NAME,
        Column(
            "Skill",
            "The skill, by the name used in Cover.",
            also=("Course", "Training", "Qualification"),
            example="Medication",
        ),
        _date(
            "From",
            "First day it is valid.",
            "already valid",
            "Valid from",
            "Completed",
            "Date completed",
            "Passed",
        ),
        _date(
            "Expires",
            "Last day it is valid.",
            "does not expire",
            "Expiry",
            "Expiry date",
            "Valid until",
            "Until",
            "Due",
        ),
    ),
    without="skills are only those of the Workers sheet",
    loose=True,
    also=("Training matrix", "Skills", "Qualifications"),
)

PATTERNS = Sheet(
    "Patterns",
    "Rolling patterns: one row for each week of a person's cycle.",
    (
        NAME,
        Column(
            "Week",
            "Which week of the cycle, 1 to 8.",
            Type.WHOLE,
            also=("Pattern week", "Week of cycle"),
            default="1",
            least=1,
            most=8,
            example="1",
        ),
        _date(
            "Starts",
            "A date in the first week of the cycle; once is enough.",
            "the first week of the rota",
            "Start",
            "Start date",
            "Cycle starts",
        ),
        Column(
            "Firm",
            "Firm: nothing else on that day. Preferred: a wish "
            "that has a price.",
            Type.CHOICE,
            also=("Firm or preferred",),
            choices=("firm", "preferred"),
            words=(
                ("yes", "firm"),
                ("y", "firm"),
                ("fixed", "firm"),
                ("no", "preferred"),
                ("n", "preferred"),
            ),
            default="preferred",
        ),
        Column(
            "When",
            "Whether it holds always, in term, or in the school holidays.",
            Type.CHOICE,
            choices=("always", "term", "school holidays"),
            words=(
                ("term time", "term"),
                ("holidays", "school holidays"),
                ("school holiday", "school holidays"),
            ),
            default="always",
        ),
        *(
            Column(
                short,
                f"{full}: a code, codes as E/L, OFF, times, or blank for "
                "free.",
                Type.SHIFTS,
                also=(full,),
                default="free",
                example="E" if short == "Mon" else "",
                width=7,
            )
            for short, full in zip(WEEK, _FULL, strict=True)
        ),
    ),
    without="nobody has a rolling pattern",
    also=("Pattern", "Rolling rota", "Fixed pattern"),
)

AVAILABILITY = Sheet(
    "Availability",
    "When bank, agency and sessional staff have offered; when anybody cannot "
    "work; and shifts already booked with an agency.",
    (
        NAME,
        _date(
            "First",
            "The first day.",
            "the first day of the rota",
            "From",
            "Date",
            "From date",
            "Start",
        ),
        _date(
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

REQUESTS = Sheet(
    "Requests",
    "What people ask for: a wish, not a promise.",
    (
        NAME,
        FIRST,
        LAST,
        Column(
            "Wants",
            "OFF, a shift code, or not and a code: not N.",
            also=("Request", "Want", "Shift", "Code", "Asks for"),
            default="OFF",
            example="OFF",
        ),
        Column(
            "Priority",
            "How much it matters.",
            Type.CHOICE,
            choices=("high", "normal", "low"),
            words=(("medium", "normal"), ("urgent", "high")),
            default="normal",
        ),
    ),
    without="nobody has asked for anything",
    also=("Wishes", "Requests off"),
)

PAIRS = Sheet(
    "Pairs",
    "Two people to keep apart, or to bring together.",
    (
        NAME,
        Column(
            "Other",
            "The other person.",
            required=True,
            also=("Other name", "With", "Name 2", "And", "Second name"),
            width=22,
        ),
        Column(
            "Kind",
            "What the two are to each other.",
            Type.CHOICE,
            choices=(
                "never together",
                "not only these two",
                "together when possible",
            ),
            words=(
                ("apart", "never together"),
                ("not together", "never together"),
                ("not alone together", "not only these two"),
                ("together", "together when possible"),
            ),
            default="never together",
            also=("What", "Rule"),
            width=22,
        ),
    ),
    without="nobody is kept apart",
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
