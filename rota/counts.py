"""The counts by which two rotas are compared."""

from __future__ import annotations

from rota.calendar import HOUR
from rota.checker import SIXTIETHS, Report
from rota.domain import Noun
from rota.explain import shifts_to_fill
from rota.metrics import Metrics


class Counts(Noun):
    """What a rota comes to. Lengths are hours, money is pounds.

    `hours_not_given` are those that clients have less than their plans.

    `points` weigh what is not met, and `rules_broken` are musts, both by the
    rules of the workbook whatever the option makes of them: one yardstick.
    `spread` is how far apart two people are in what they are owed of nights,
    weekends, sleep-ins or bank holidays, where it is worst.
    """

    shifts_to_fill: int
    hours_to_fill: float
    hours_not_given: float = 0.0
    rules_broken: int
    own_rules_broken: int
    pounds: float
    points: float
    agency_hours: float
    hours_off_contract: float
    spread: float
    requests_met: int
    requests: int

    @property
    def keeps_every_must(self) -> bool:
        """Tell whether no must is broken, as the option has them."""
        return not self.own_rules_broken


def count(report: Report, yardstick: Report | None = None) -> Counts:
    """Count what a rota comes to.

    Parameters
    ----------
    report
        Its check, by its own rules.
    yardstick
        Its check by the rules that all options are measured with; None: its
        own.
    """
    common = yardstick or report
    metrics = Metrics(report.problem, report.roster, report)
    met, requests = metrics.requests
    to_fill = shifts_to_fill(report.problem, report.roster, report)
    return Counts(
        shifts_to_fill=len(to_fill),
        hours_to_fill=report.minutes_to_fill / HOUR,
        hours_not_given=report.minutes_not_given / HOUR,
        rules_broken=len(common.broken),
        own_rules_broken=len(report.broken),
        pounds=sum(metrics.money.values()),
        points=sum(breach.cost for breach in common.not_met) / SIXTIETHS,
        agency_hours=metrics.service.agency / HOUR,
        hours_off_contract=_off_contract(metrics) / HOUR,
        spread=round(_spread(metrics), 2),
        requests_met=met,
        requests=requests,
    )


def _off_contract(metrics: Metrics) -> int:
    """Give minutes over and under contract, added up over everybody."""
    return sum(
        abs(line.difference) for line in metrics.hours if line.has_contract
    )


def _spread(metrics: Metrics) -> float:
    """Give the widest distance in what two people are owed of one burden."""
    owed: dict[str, list[float]] = {}
    for share in metrics.shares:
        owed.setdefault(share.burden, []).append(share.owed)
    return max((max(all_) - min(all_) for all_ in owed.values()), default=0)
