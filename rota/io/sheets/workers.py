"""The Workers sheet: only name, role and hours have to be typed."""

from rota.io.column import Column, Sheet, Type
from rota.io.sheets import rule_book

CONTRACTS = ("permanent", "bank", "agency", "sessional")


def _date(name: str, text: str, default: str, *also: str) -> Column:
    return Column(name, text, Type.DATE, default=default, also=also)


def _yes(name: str, text: str, default: str, *also: str) -> Column:
    return Column(name, text, Type.YES_NO, default=default, also=also)


_WHO = (
    Column(
        "Name",
        "The person's name, as it stands on the rota.",
        required=True,
        also=("Worker", "Staff", "Staff name", "Employee", "Full name"),
        example="Ana Silva",
        width=22,
    ),
    Column(
        "Surname",
        "The surname, where Name holds only the first name.",
        also=("Last name", "Family name"),
        default="part of Name",
    ),
    Column(
        "Role",
        "What the person is employed as.",
        required=True,
        also=("Job", "Job title", "Grade", "Position"),
        example="Support worker",
        width=18,
    ),
    Column(
        "Hours",
        "Contracted hours a week.",
        Type.HOURS,
        also=(
            "Contract hours",
            "Contracted hours",
            "Hours per week",
            "Hrs per week",
            "Weekly hours",
            "Hrs",
        ),
        default="from WTE; 0 for bank, agency and sessional",
        least=0,
        most=84,
        example="37.5",
    ),
    Column(
        "WTE",
        "Share of full time, instead of Hours.",
        Type.NUMBER,
        also=("FTE",),
        default="from Hours",
        least=0,
        most=1.5,
    ),
    Column(
        "Payroll",
        "Payroll number; needed where two people have the same name.",
        also=("Payroll number", "Payroll no", "Staff id", "Id", "SAP"),
        default="the name stands for the person",
    ),
    Column(
        "Units",
        "The units where the person may work, the usual one first.",
        Type.LIST,
        also=("Unit", "House", "Floor"),
        default="every unit",
    ),
    Column(
        "Contract",
        "Permanent, bank, agency or sessional. All but permanent staff work "
        "only when they have offered.",
        Type.CHOICE,
        also=("Contract type", "Employment", "Terms"),
        choices=CONTRACTS,
        words=(
            ("full time", "permanent"),
            ("part time", "permanent"),
            ("fixed term", "permanent"),
            ("perm", "permanent"),
            ("zero hours", "bank"),
            ("relief", "bank"),
            ("casual", "bank"),
            ("as and when", "bank"),
        ),
        default="permanent",
    ),
)

_SHIFTS = (
    Column(
        "Shifts",
        "The codes the person may work, with commas.",
        Type.LIST,
        also=("Shift types", "Shift codes", "Works"),
        default="all",
    ),
    _yes(
        "Nights",
        "Whether the person works waking nights.",
        "Yes",
        "Waking nights",
        "Night shifts",
    ),
    _yes(
        "Sleep-ins",
        "Whether the person does sleep-ins.",
        "Yes",
        "Sleepins",
    ),
    _yes(
        "Permanent nights",
        "Agreed permanent nights, and only nights.",
        "No",
        "Nights only",
    ),
    *rule_book.AGREEMENTS,
    Column(
        "Usual shift hours",
        "The length of the person's usual shift, for the tolerance of "
        "contracted hours.",
        Type.HOURS,
        also=("Usual shift",),
        default="the middle length of the shifts the person may work",
        least=0.25,
        most=26,
    ),
    Column(
        "Brought forward",
        "Hours the person owes from before; less than 0 where they are owed.",
        Type.HOURS,
        also=("Brought forward hours", "Hours owed", "Carried over"),
        default="0",
        least=-500,
        most=500,
    ),
    Column(
        "Leave brought forward",
        "Hours of annual leave that are left when the rota starts.",
        Type.HOURS,
        also=("Leave left", "Leave hours left", "Leave balance"),
        default="not recorded",
        least=-500,
        most=500,
    ),
    Column(
        "TOIL brought forward",
        "Hours of time off in lieu that are left when the rota starts.",
        Type.HOURS,
        also=("TOIL left", "TOIL", "TOIL balance"),
        default="not recorded",
        least=-500,
        most=500,
    ),
)

_SKILLS = (
    Column(
        "Skills",
        "Skills without an expiry date, with commas; others belong in the "
        "Training sheet.",
        Type.LIST,
        also=("Skill", "Trained in"),
        default="as in the Training sheet",
        example="Medication, First aid",
        width=22,
    ),
    _yes(
        "Lead",
        "Whether the person may lead a shift.",
        "No",
        "Shift leader",
        "Shift lead",
        "Leads",
        "Can lead",
    ),
    _yes(
        "Driver",
        "Whether the person may drive people supported.",
        "No",
        "Drives",
        "Can drive",
    ),
    _date(
        "Licence until",
        "When the driving licence runs out.",
        "no limit",
        "Licence expires",
        "Driving licence until",
    ),
    _yes("Own car", "Whether the person drives an own car.", "No", "Car"),
    _date(
        "Business insurance until",
        "Until when an own car is insured for business use; without it "
        "the car is not used.",
        "not insured",
        "Business insured until",
        "Insurance until",
        "Business insurance",
    ),
    _yes(
        "Service vehicle",
        "Whether the service's vehicle may be driven.",
        "Yes for a driver without an own car",
        "Drives service vehicle",
        "Company vehicle",
    ),
)

_CARE = (
    Column(
        "Personal care group",
        "A word of your own that Support plans may name under Personal care "
        "by; it stays on this sheet and is written nowhere else.",
        Type.LIST,
        also=("Care group", "Gives personal care as"),
        default="none",
    ),
)

_DATES = (
    _date(
        "Start",
        "First day of employment.",
        "already employed",
        "Start date",
        "Starts",
        "Employed from",
        "Started",
    ),
    _date(
        "End",
        "Last day of employment.",
        "no end",
        "End date",
        "Ends",
        "Leaves",
        "Leaving date",
        "Employed until",
    ),
    _date(
        "In numbers from",
        "Until this date the person is in induction and is not counted.",
        "counted already",
        "Counts from",
        "Counted from",
    ),
    Column(
        "DBS",
        "How far the DBS check is: clear, adult first (works beside somebody "
        "experienced), pending (no shifts yet).",
        Type.CHOICE,
        also=("DBS status", "PVG", "AccessNI", "Criminal record check"),
        choices=("clear", "adult first", "pending"),
        words=(
            ("yes", "clear"),
            ("y", "clear"),
            ("done", "clear"),
            ("no", "pending"),
            ("n", "pending"),
            ("applied", "pending"),
            ("waiting", "pending"),
        ),
        default="clear",
    ),
    _yes(
        "May work alone",
        "Signed off to be the only one in a unit. Agency staff, new staff and "
        "people under 18 never are.",
        "yes, unless the rule on lone working asks for a Yes",
        "Lone working",
        "Works alone",
        "Signed off to work alone",
    ),
    _date(
        "Date of birth",
        "Only needed for those under 18.",
        "over 18",
        "DOB",
        "Born",
    ),
    _yes("Late clause", "Under 18: the contract has work after 22:00.", "No"),
    _date(
        "Right to work until",
        "When the right to work runs out.",
        "no limit",
        "Right to work",
        "RTW until",
        "Visa until",
        "Visa expires",
    ),
    _date(
        "No nights from",
        "From this date no nights, by certificate.",
        "at once, where No nights until is given",
    ),
    _date(
        "No nights until",
        "Until this date no nights, by certificate.",
        "no limit, where No nights from is given",
    ),
)

_HOURS = (
    Column(
        "Weekly cap",
        "At most so many hours in any week, Monday to "
        "Sunday: a student visa, an agreement.",
        Type.HOURS,
        also=("Weekly cap hours", "Cap", "Maximum hours", "Max hours"),
        default="none",
        least=0,
        most=84,
    ),
    _date("Cap from", "First day of the weekly cap.", "always"),
    _date("Cap until", "Last day of the weekly cap.", "always", "Cap to"),
    _yes(
        "Opt-out",
        "Whether a 48-hour opt-out is signed. Sleep-ins count "
        "in full towards the 48 hours.",
        "not recorded: treated as No",
        "Opted out",
        "48 hour opt-out",
        "48h opt-out",
        "WTR opt-out",
    ),
    _date("Opt-out from", "First day of the opt-out.", "always"),
    _date("Opt-out until", "Last day of the opt-out.", "no end"),
    Column(
        "Reference weeks",
        "Weeks over which the 48 hours are averaged.",
        Type.WHOLE,
        default="17; 26 where the service is for continuity of care",
        least=1,
        most=52,
    ),
    Column(
        "Other job hours",
        "Weekly hours in another job.",
        Type.HOURS,
        also=("Other job", "Second job hours"),
        default="0",
        least=0,
        most=84,
    ),
    rule_book.TO_BE_GIVEN,
    Column(
        "Pay per hour",
        "What an hour costs: agency, bank, overtime.",
        Type.MONEY,
        also=("Rate", "Hourly rate", "Pay"),
        default="the figure of the Rules sheet",
        least=0,
        most=500,
    ),
)

WORKERS = Sheet(
    "Workers",
    "Who can be on the rota. Only name, role and hours (or WTE) are needed.",
    _WHO + _SHIFTS + _SKILLS + _CARE + _DATES + _HOURS,
    required=True,
    also=("Staff", "Staff list", "Employees", "Team"),
)
