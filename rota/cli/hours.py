"""The command that works out the hours for payroll."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rota.cli.shared import faults, load

if TYPE_CHECKING:
    from rota.io.read import Loaded
    from rota.payroll import Payroll

DAY = click.DateTime(formats=["%d/%m/%Y", "%Y-%m-%d"])


@click.command("hours")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--from",
    "first",
    type=DAY,
    help="First day of the pay period, as 01/12/2026; the rota's if left out.",
)
@click.option(
    "--to", "last", type=DAY, help="Last day of it; the rota's if left out."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Where to write: a workbook (.xlsx), or a .csv for payroll.",
)
@click.option(
    "--commissioned",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write, for those who fund support, what was given: .xlsx.",
)
def hours(
    file: Path,
    first: datetime | None,
    last: datetime | None,
    output: Path,
    commissioned: Path | None,
) -> None:
    """Work out the hours for payroll, planned and worked."""
    from rota.io.pay_book import hours_text, write_hours
    from rota.payroll import payroll

    with faults():
        loaded = load(file)
        pay = payroll(
            loaded.problem,
            loaded.roster,
            loaded.pay,
            first and first.date(),
            last and last.date(),
        )
        place = write_hours(pay, output, loaded.source)
        click.echo(hours_text(pay))
        funders = commissioned and _for_funders(loaded, pay, commissioned)
    click.echo(f"The hours are in {place}")
    if funders:
        click.echo(f"The commissioned hours are in {funders}")


def _for_funders(loaded: Loaded, pay: Payroll, path: Path) -> Path:
    """Write what was given of the support plans in the pay period."""
    from rota.io.commissioned_book import write_commissioned
    from rota.io.pages.pay import period
    from rota.payroll import support_worked

    weeks = support_worked(
        loaded.problem,
        loaded.roster,
        loaded.pay.worked,
        pay.first,
        pay.last,
    )
    return write_commissioned(
        weeks,
        path,
        loaded.source,
        service=loaded.problem.name,
        period=period(pay),
        person_word=loaded.person_word,
    )
