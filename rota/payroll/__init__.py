"""Payroll: what everybody is to be paid for, by class of hour.

    from rota.payroll import payroll

    pay = payroll(loaded.problem, loaded.roster, loaded.pay, first, last)

Every minute of a duty is of exactly one class. Hours, not money: rates are
the payroll office's.
"""

from rota.payroll.actual import as_it_was
from rota.payroll.person import PersonPay
from rota.payroll.sums import Payroll, payroll
from rota.payroll.support import support_worked
from rota.payroll.tally import Tally
from rota.payroll.terms import (
    ClockChange,
    Edge,
    HourClass,
    OverContract,
    OvertimeAfter,
    PayLine,
    PayTerms,
)
from rota.payroll.worked import Pay, Worked, as_worked

__all__ = [
    "ClockChange",
    "Edge",
    "HourClass",
    "OverContract",
    "OvertimeAfter",
    "Pay",
    "PayLine",
    "PayTerms",
    "Payroll",
    "PersonPay",
    "Tally",
    "Worked",
    "as_it_was",
    "as_worked",
    "payroll",
    "support_worked",
]
