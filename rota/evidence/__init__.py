"""Evidence: what an inspector asks of a rota, with how sure each figure is.

from rota.evidence import Evidence

pack = Evidence(rota.check(problem, roster))
pack.working_time, pack.rest_owed, pack.unknown
"""

from rota.evidence.average import NightTime, Statutory, WorkingTime
from rota.evidence.exceptions import Exempted
from rota.evidence.pack import Evidence
from rota.evidence.rest import RestPeriod
from rota.evidence.staffing import AgencyWeek, Alone
from rota.evidence.training import SkillOnShift

__all__ = [
    "AgencyWeek",
    "Alone",
    "Evidence",
    "Exempted",
    "NightTime",
    "RestPeriod",
    "SkillOnShift",
    "Statutory",
    "WorkingTime",
]
