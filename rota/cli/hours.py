"""The command that works out the hours for payroll."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from rota.cli.shared import faults, load

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
def hours(
    file: Path,
    first: datetime | None,
    last: datetime | None,
    output: Path,
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
    click.echo(f"The hours are in {place}")
