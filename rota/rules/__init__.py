"""The rule book: RULES, in the order of the manual, and their defaults."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from rota import domain
from rota.domain import Profile, Strength
from rota.rules.agency import AgencyLast, AgencyShare
from rota.rules.attendance import Attendance
from rota.rules.availability import Availability
from rota.rules.base import Breach, Gate, Rule, cost_of
from rota.rules.breaks import Breaks
from rota.rules.christmas import ChristmasAgain
from rota.rules.christmas_or_new_year import ChristmasOrNewYear
from rota.rules.clients_choice import NotWith, PersonalCare, PersonalCareWish
from rota.rules.continuity import Faces, NotOnlyStrangers, PreferredPeople
from rota.rules.contract_hours import ContractHours
from rota.rules.cover import (
    CoverIdeal,
    CoverMaximum,
    CoverMinimum,
    NobodyThere,
    SkillCover,
)
from rota.rules.days_in_a_row import DaysInARow, ManyDaysInARow
from rota.rules.days_off_in_a_row import (
    FewestDaysOffInARow,
    MostDaysOffInARow,
)
from rota.rules.dbs_check import DbsCheck
from rota.rules.early_starts_in_a_row import EarlyStartsInARow
from rota.rules.employment import Employment, NoNights, RightToWork, Under18
from rota.rules.fair_share import FairShares
from rota.rules.fewest_days_in_a_row import FewestDaysInARow
from rota.rules.forward_rotation import ForwardRotation
from rota.rules.hazardous_nights import HazardousNights
from rota.rules.hours_in_period import FewestHours, MostHours
from rota.rules.leave import Leave, NightBeforeLeave
from rota.rules.lone_working import LoneWorking
from rota.rules.long_days_in_a_row import LongDaysInARow, LongDaysLimit
from rota.rules.long_shifts import LongShifts
from rota.rules.long_weekly_rest import LongWeeklyRest
from rota.rules.most_of_a_shift import MostOfAShift
from rota.rules.night_assessment import NightAssessment
from rota.rules.night_average import NightAverage
from rota.rules.nights_in_a_row import ManyNightsInARow, NightsInARow
from rota.rules.one_client import ClientOnePlace, SessionOnce, SessionPeople
from rota.rules.one_place import OnePlace, TravelTime
from rota.rules.one_session import OneSession, SessionTravel
from rota.rules.pairs import (
    NeverTogether,
    NotOnlyTheseTwo,
    TogetherWhenPossible,
)
from rota.rules.patterns import FirmPattern, PatternKept
from rota.rules.pay import ExtraPay, Overtime
from rota.rules.quick_returns import QuickReturns
from rota.rules.recovery import RecoveryAfterNights
from rota.rules.requests import Requests
from rota.rules.rest import Rest
from rota.rules.rota_notice import RotaNotice
from rota.rules.same_shift_in_a_row import (
    FewestSameShiftInARow,
    SameShiftInARow,
)
from rota.rules.shifts_in_period import FewestShifts, MostShifts
from rota.rules.single_days_off import SingleDaysOff
from rota.rules.sleep_ins_a_week import SleepInsAWeek
from rota.rules.sleep_ins_in_a_row import SecondSleepIn, SleepInsInARow
from rota.rules.spell_length import SpellLength
from rota.rules.sponsored_hours import SponsoredHours
from rota.rules.stability import Stability
from rota.rules.successions import Successions
from rota.rules.suitability import (
    Invited,
    Qualification,
    ShiftAllowed,
    Typed,
    UnitAllowed,
)
from rota.rules.supervision import Supervision
from rota.rules.support_hours import EnoughPeople, SupportHours
from rota.rules.support_on_shift import SupportOnShift
from rota.rules.trips import TripDriver, Vehicles
from rota.rules.very_long_weeks import VeryLongWeeks
from rota.rules.weekends import WeekendsInARow
from rota.rules.weekends_in_period import MostWeekends
from rota.rules.weekly_hours import FortyEightHours, WeeklyCaps
from rota.rules.weekly_rest import WeeklyRest
from rota.rules.whole_weekends import WholeWeekends
from rota.rules.young import YoungBreak, YoungDay

AnyRule = TypeVar("AnyRule", bound=domain.Rule)

RULES: tuple[type[Rule], ...] = (
    # who may have a duty at all
    Typed,
    Leave,
    NightBeforeLeave,
    Availability,
    FirmPattern,
    Employment,
    RightToWork,
    DbsCheck,
    NoNights,
    Under18,
    YoungBreak,
    Qualification,
    UnitAllowed,
    ShiftAllowed,
    Invited,
    # one person's time
    OnePlace,
    TravelTime,
    Rest,
    QuickReturns,
    ForwardRotation,
    SpellLength,
    LongShifts,
    Breaks,
    WeeklyRest,
    LongWeeklyRest,
    FortyEightHours,
    NightAverage,
    NightAssessment,
    HazardousNights,
    VeryLongWeeks,
    WeeklyCaps,
    YoungDay,
    DaysInARow,
    ManyDaysInARow,
    FewestDaysInARow,
    NightsInARow,
    ManyNightsInARow,
    LongDaysInARow,
    LongDaysLimit,
    EarlyStartsInARow,
    SleepInsInARow,
    SecondSleepIn,
    SleepInsAWeek,
    RecoveryAfterNights,
    SameShiftInARow,
    FewestSameShiftInARow,
    Successions,
    SingleDaysOff,
    FewestDaysOffInARow,
    MostDaysOffInARow,
    WeekendsInARow,
    WholeWeekends,
    MostWeekends,
    # what has to be done
    CoverMinimum,
    NobodyThere,
    CoverIdeal,
    CoverMaximum,
    SkillCover,
    Attendance,
    # people with people
    Supervision,
    LoneWorking,
    NeverTogether,
    NotOnlyTheseTwo,
    TogetherWhenPossible,
    AgencyLast,
    AgencyShare,
    # people supported
    SupportOnShift,
    OneSession,
    SessionTravel,
    SessionPeople,
    SessionOnce,
    ClientOnePlace,
    NotWith,
    PersonalCare,
    PersonalCareWish,
    SupportHours,
    EnoughPeople,
    TripDriver,
    Vehicles,
    Faces,
    NotOnlyStrangers,
    PreferredPeople,
    # contracts, wishes, fairness, money
    ContractHours,
    MostHours,
    FewestHours,
    MostShifts,
    FewestShifts,
    MostOfAShift,
    SponsoredHours,
    PatternKept,
    Requests,
    FairShares,
    ChristmasAgain,
    ChristmasOrNewYear,
    Stability,
    RotaNotice,
    ExtraPay,
    Overtime,
)

_BY_KIND: dict[str, dict[type[Rule], dict[str, Any]]] = {
    "care-home": {
        LongDaysLimit: {"strength": Strength.MUST},
        NightAverage: {"strength": Strength.WATCH},
        LoneWorking: {"strength": Strength.MUST, "by_unit": False},
    },
    "childrens-home": {
        NightAverage: {"strength": Strength.WATCH},
        LoneWorking: {"strength": Strength.MUST},
    },
    "supported-living": {LoneWorking: {"strength": Strength.MUST}},
    "community": {LoneWorking: {"strength": Strength.OFF}},
    "personal-assistants": {LoneWorking: {"strength": Strength.OFF}},
    "reablement": {LoneWorking: {"strength": Strength.OFF}},
}


_BY_PROFILE: dict[Profile, dict[type[Rule], dict[str, Any]]] = {
    # reg 21 disapplies reg 6, and not reg 4; regs 10 and 11 stay musts, from
    # which an exception is made by name, because the rest is owed (reg 24)
    Profile.CONTINUITY: {NightAverage: {"strength": Strength.WATCH}},
}


def defaults(
    kind: str = "", profile: Profile = Profile.STANDARD
) -> tuple[Rule, ...]:
    """Give the rules of a kind of service, with their starting values.

    `kind` is "supported-living", "care-home", "community", "day-service",
    "childrens-home", "personal-assistants", "reablement", or empty for any.
    """
    changes = _BY_KIND.get(kind, {}) | _BY_PROFILE.get(profile, {})
    return tuple(rule(**changes.get(rule, {})) for rule in RULES)


def with_settings(
    rules: Iterable[AnyRule], **settings: Any
) -> tuple[AnyRule, ...]:
    """Give the rules with settings changed: `rest={"hours": 12}`.

    Names are the rules' ids with underscores for spaces.
    """
    return tuple(
        rule.replace(**settings.get(rule.id.replace(" ", "_"), {}))
        for rule in rules
    )


__all__ = [
    "RULES",
    "Breach",
    "Gate",
    "Rule",
    "cost_of",
    "defaults",
    "with_settings",
]
