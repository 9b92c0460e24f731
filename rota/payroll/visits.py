"""Sessions of support plans as duties; whom they are for is not said."""

from __future__ import annotations

from rota.domain import Shift
from rota.domain.support import SessionTime

VISIT, SUPPORT = "visit", "support"


def as_duty(time: SessionTime) -> Shift:
    """Give a session as a duty.

    A visit is paid for its length, and the way to it counts towards the
    contract; support in a house lies within a shift, and is paid with it.
    """
    is_visit = bool(time.contract)
    code = VISIT if is_visit else SUPPORT
    length = time.length if is_visit else 0
    return Shift(
        id=time.id,
        code=code,
        name=code.capitalize(),
        date=time.date,
        begins=time.begins,
        ends=time.ends,
        unit_id=time.unit_id,
        work=length,
        wage=length,
        contract=time.contract,
        skills=time.skills,
    )
