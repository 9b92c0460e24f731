"""The command that rolls a finished rota on to the next period."""

from __future__ import annotations

from pathlib import Path

import click

from rota.cli.shared import faults, load


@click.command("next")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The workbook to write; FILE itself is never changed.",
)
def next_period(file: Path, output: Path) -> None:
    """Make the workbook of the next period from a finished rota."""
    from rota.io.next_book import write_next
    from rota.io.text import next_text
    from rota.next_period import roll

    with faults():
        loaded = load(file)
        after = roll(loaded.problem, loaded.roster, loaded.pay)
        written = write_next(loaded.source, output, loaded.problem, after)
        click.echo(next_text(loaded.problem, after))
    for note in written.notes:
        click.echo(note)
    click.echo(f"The next workbook is {written.path}")
