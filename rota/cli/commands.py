"""The commands about one rota: template, check, solve, rules."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from rota.cli.shared import (
    BROKEN,
    CODES,
    KEPT,
    NO_ROTA,
    USAGE,
    faults,
    load,
    stop_with,
    time_to_search,
)

if TYPE_CHECKING:
    from rota.io.read import Loaded
    from rota.progress import Progress
    from rota.result import Result

KINDS = (
    "supported-living",
    "care-home",
    "community",
    "day-service",
    "childrens-home",
    "personal-assistants",
    "reablement",
)

_STOPPING = "Stopping; the best rota so far is kept."
_STOPPED = "Stopped early; this is the best rota so far."


@click.group(epilog=CODES)
@click.version_option(package_name="rota")
def main() -> None:
    """Make fair rotas for social care that keep the rules, from Excel."""


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--for", "kind", type=click.Choice(KINDS), help="The service.")
@click.option("--example", help="Write an example instead: its name.")
def template(file: Path, kind: str | None, example: str | None) -> None:
    """Write a workbook to fill in, or an example that is filled in."""
    if kind and example:
        raise click.UsageError("Give --for or --example, not both.")
    if file.exists():
        stop_with(f"{file} is there already; choose another name.", USAGE)
    with faults():
        if example:
            from rota.examples import write_example

            write_example(example, file)
        else:
            from rota.io.template import write_template

            write_template(file, kind)
    click.echo(f"Written: {file}")


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Check the rota that stands in a workbook, whoever made it."""
    from rota.checker import check as check_rota
    from rota.io.text import check_text

    with faults():
        loaded = load(file)
        report = check_rota(loaded.problem, loaded.roster)
        word = loaded.person_word
        click.echo(check_text(report, loaded.notes, word))
    sys.exit(BROKEN if report.broken else KEPT)


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The workbook to write; FILE itself is never changed.",
)
@click.option(
    "--seconds",
    default=60.0,
    callback=time_to_search,
    show_default=True,
    help="Time to search.",
)
@click.option("--seed", default=0, show_default=True, help="Any number.")
@click.option(
    "--gap",
    type=click.FloatRange(0, 100),
    default=0.0,
    show_default=True,
    help="End early once no rota can cost less by more than this percentage.",
)
@click.option(
    "--only-gaps",
    is_flag=True,
    help="Fill the open shifts and move nobody.",
)
@click.option(
    "--reproducible",
    is_flag=True,
    help="The same rota again for the same workbook, version and seed.",
)
@click.option(
    "--stay-near",
    is_flag=True,
    help="The rota in FILE is published: change as little as possible, and"
    " the less the nearer the day.",
)
@click.option(
    "--afresh",
    is_flag=True,
    help="Forget the rota that an earlier run wrote into FILE.",
)
def solve(
    file: Path,
    output: Path,
    seconds: float,
    seed: int,
    gap: float,
    only_gaps: bool,
    reproducible: bool,
    stay_near: bool,
    afresh: bool,
) -> None:
    """Make the rota and write it to a new workbook.

    What is typed in the Rota sheet stays. What an earlier run filled in
    changes only where that is worth it; see --stay-near and --afresh.
    """
    if afresh and (stay_near or only_gaps):
        raise click.UsageError("--afresh forgets what the others would keep.")
    with faults():
        loaded = load(file)
        for sentence in loaded.beforehand:
            click.echo(sentence, err=True)
        from rota.solver.run import solve as solve_rota

        asked = loaded.asked(
            afresh=afresh, published=date.today() if stay_near else None
        )

        def job(
            watch: Callable[[Progress], None], stop: threading.Event
        ) -> Result:
            """Solve as the command asks."""
            return solve_rota(
                asked.problem,
                seconds=seconds,
                seed=seed,
                start=asked.start,
                near=asked.near,
                only_gaps=only_gaps,
                reproducible=reproducible,
                gap=gap / 100,
                watch=watch,
                stop=stop,
            )

        result = _watched(job, seconds)
        _finish(result, loaded, output)


def _finish(result: Result, loaded: Loaded, output: Path) -> NoReturn:
    """Write the workbook, print the summary, leave with the right code."""
    from rota.io.text import summary_text
    from rota.io.write import write
    from rota.result import Status

    written = write(
        result,
        output,
        source=loaded.source,
        notes=loaded.notes,
        person_word=loaded.person_word,
    )
    click.echo(summary_text(result, loaded.notes, loaded.person_word))
    for note in written.notes:
        click.echo(note)
    click.echo(f"The rota is in {written.path}")
    if result.status is Status.NO_ROTA:
        stop_with(f"No rota keeps every must: {result.reason}", NO_ROTA)
    sys.exit(BROKEN if result.report.broken else KEPT)


@main.command()
@click.argument("rule", required=False)
def rules(rule: str | None) -> None:
    """List the rules, or say everything about one."""
    from rota.rules.manual import one_rule, rule_list

    with faults():
        click.echo(one_rule(rule) if rule else rule_list())


def _watched(
    job: Callable[[Callable[[Progress], None], threading.Event], Result],
    seconds: float,
) -> Result:
    """Run a solve beside the clock; Ctrl-C keeps the best rota so far."""
    latest: list[Progress] = []
    answer: list[Result] = []
    failed: list[BaseException] = []
    stop, ended = threading.Event(), threading.Event()

    def run() -> None:
        """Keep the answer, or what went wrong, for the main thread."""
        try:
            answer.append(job(latest.append, stop))
        except BaseException as error:
            failed.append(error)
        finally:
            ended.set()

    with _ctrl_c_sets(stop):
        threading.Thread(target=run, daemon=True).start()
        _tick(ended, latest, seconds, stop)
    if failed:
        raise failed[0]
    return answer[0]


@contextmanager
def _ctrl_c_sets(stop: threading.Event) -> Iterator[None]:
    """Let Ctrl-C ask for the end, where it would break off what waits.

    Python 3.11 takes a thread for dead whose `join` was broken off.
    """
    usual = signal.signal(signal.SIGINT, lambda *_: stop.set())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)


def _tick(
    ended: threading.Event,
    latest: Sequence[Progress],
    seconds: float,
    stop: threading.Event,
) -> None:
    """Show how the solve stands until it ends."""
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("Reading the rules ...") as status:
        from time import monotonic

        began, told = monotonic(), 0
        while not ended.wait(0.25):
            if len(latest) > told:
                told = len(latest)
                began = monotonic() - latest[-1].seconds
            said = _line(monotonic() - began, seconds, latest)
            status.update(_STOPPING if stop.is_set() else said)
    if stop.is_set():
        console.print(_STOPPED)


def _line(elapsed: float, seconds: float, latest: Sequence[Progress]) -> str:
    if latest and latest[-1].is_getting_ready:
        return "Getting ready (half a minute or so, the first time)"
    said = f"{elapsed:.0f} of at most {seconds:.0f} s"
    if not latest or latest[-1].minutes_to_fill is None:
        return f"{said}; looking for a first rota"
    hours = latest[-1].minutes_to_fill / 60
    return f"{said}; {hours:.0f} h still to fill (Ctrl-C keeps this rota)"
