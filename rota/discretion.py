"""What is private about somebody, and how a page speaks of it.

Health, age and the right to work decide what people may be given, and a
client's care decides who may give it; the reason is nobody's business on a
page that is printed or pinned up.
"""

from __future__ import annotations

from rota import words
from rota.domain import Given, Problem, Rule, SessionTime
from rota.rules.base import Breach
from rota.rules.clients_choice import PersonalCare
from rota.rules.employment import NoNights, RightToWork, Under18
from rota.rules.sponsored_hours import SponsoredHours
from rota.rules.suitability import Qualification
from rota.rules.young import YoungBreak, YoungDay

PRIVATE = (NoNights, RightToWork, Under18, YoungBreak, YoungDay, PersonalCare)
UNNAMED = (SponsoredHours,)  # its sentences tell nothing, its name does
NEUTRAL = "who may work what"
CHOICE = "who supports whom"
SPELT = (("sleep in", "sleep-in"), ("dbs", "DBS"))  # on a page


def is_private(rule: Rule) -> bool:
    """Tell whether a rule speaks of something private."""
    return isinstance(rule, PRIVATE)


def title(rule: Rule) -> str:
    """Name a rule on a page."""
    hidden = is_private(rule) or isinstance(rule, UNNAMED)
    name = NEUTRAL if hidden else rule.id
    if isinstance(rule, PersonalCare):
        name = CHOICE
    for plain, spelt in SPELT:
        name = name.replace(plain, spelt)
    return name[:1].upper() + name[1:]


def refusal(rule: Rule, duty: Given, reason: str) -> str:
    """Word the reason for which somebody may not have a duty."""
    if is_private(rule):
        return f"cannot be given {duty.code} on {words.day(duty.date)}"
    if isinstance(duty, SessionTime) and isinstance(rule, Qualification):
        return "has not, in date, all the training that the plan asks for"
    return reason


def exception(breach: Breach) -> str:
    """Say why an exception from a must was made, and who approved it."""
    made = breach.exception
    reason = made.reason if made and not is_private(breach.rule) else ""
    approver = made.approver if made else ""
    why = reason.strip() or "no reason is recorded"
    if is_private(breach.rule):
        why = "the reason is kept elsewhere"
    by = (
        f"approved by {approver.strip()}"
        if approver.strip()
        else ("nobody is recorded as having approved it")
    )
    return f"{why}; {by}"


def sentence(problem: Problem, breach: Breach) -> str:
    """Word a rule that is not kept."""
    if not is_private(breach.rule):
        return breach.sentence
    if isinstance(breach.rule, PersonalCare):
        return _choice(problem, breach)
    key = breach.key
    duties = [problem.given(name) for name in key.duty_ids]
    codes = words.listed([duty.code for duty in duties])
    name = problem.worker[key.worker_id].name
    day = f" on {words.day(key.date)}" if key.date else ""
    return f"{name} cannot be given {codes or 'this'}{day}"


def _choice(problem: Problem, breach: Breach) -> str:
    """Say that others are to support somebody, and not why."""
    session = problem.session[breach.key.what]
    name = problem.client[session.client_id].name
    return f"{name} on {words.day(session.date)}: the plan asks for others"
