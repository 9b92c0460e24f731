"""The command that writes the inspector's pack."""

from __future__ import annotations

from pathlib import Path

import click

from rota.cli.shared import faults, load


@click.command("evidence")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The workbook to write (.xlsx); FILE itself is never changed.",
)
@click.option(
    "--published",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The workbook as it was published, to list what was changed since.",
)
def evidence(file: Path, output: Path, published: Path | None) -> None:
    """Write the evidence an inspector asks for."""
    from rota.evidence import Evidence
    from rota.io.evidence_book import (
        changes_since,
        evidence_text,
        write_evidence,
    )

    with faults():
        loaded = load(file)
        changed = loaded.changed
        if published is not None:
            changed = changes_since(loaded, load(published))
        pack = Evidence.of(
            loaded.problem, loaded.roster, loaded.pay.worked, changed
        )
        place = write_evidence(pack, output, loaded.source)
        click.echo(evidence_text(pack))
    click.echo(f"The evidence is in {place}")
