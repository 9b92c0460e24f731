"""The commands about several rotas: batch, compare."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from rota.cli.shared import (
    BROKEN,
    KEPT,
    USAGE,
    faults,
    load,
    stop_with,
    time_to_search,
)

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from rota.comparison import Comparison, Outcome
    from rota.io.read import Loaded
    from rota.options import Option
    from rota.rollup import Line
    from rota.services import Service

_STOPPED = (
    "Stopped. What is finished is kept; the same command goes on from there."
)
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option(
    "--options",
    "options_file",
    type=_FILE,
    help="A TOML file of options; without, the Options sheet of FILE.",
)
@click.option(
    "-o",
    "--output",
    type=_FILE,
    required=True,
    help="The comparison, or the page.",
)
@click.option(
    "--seconds",
    default=60.0,
    callback=time_to_search,
    show_default=True,
    help="Time to search, for each option.",
)
@click.option("--seed", default=0, show_default=True, help="Any number.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    help="Options at a time, which bounds the memory.  [default: the cores]",
)
@click.option("--cluster", "address", help="A Dask scheduler to solve on.")
@click.option(
    "--local-cluster",
    "workers",
    type=click.IntRange(1),
    help="Solve on so many Dask workers of this machine.",
)
def batch(
    files: tuple[Path, ...],
    options_file: Path | None,
    output: Path,
    seconds: float,
    seed: int,
    jobs: int | None,
    address: str | None,
    workers: int | None,
) -> None:
    """Solve options of a rota, and write one comparison of them.

    Several FILES are the services of one provider instead: a person of one
    payroll number is never in two of them at once, and one page says what all
    of them lack. The first named has the first choice.

    Each option's rota goes to a folder beside the comparison, and so does
    what is finished: a batch that is stopped goes on when started again.
    """
    if address and workers:
        raise click.UsageError("Give --cluster or --local-cluster, not both.")
    if len(files) > 1 and options_file:
        raise click.UsageError("Options are of one FILE.")
    settings: dict[str, Any] = {
        "seconds": seconds,
        "seed": seed,
        "jobs": jobs,
        "folder": _folder(output) / "finished",
        "progress": _tell,
    }
    with faults(), _engine(address or "", workers or 0) as executor:
        settings["executor"] = executor
        try:
            if len(files) > 1:
                _services(files, output, settings)
            _one_service(files[0], options_file, output, settings)
        except KeyboardInterrupt:
            stop_with(_STOPPED, BROKEN)


def _folder(output: Path) -> Path:
    """Give the folder of the rotas that belong to a page."""
    return output.with_name(f"{output.stem} rotas")


def _one_service(
    file: Path,
    options_file: Path | None,
    output: Path,
    settings: dict[str, Any],
) -> NoReturn:
    """Compare the options of one workbook."""
    loaded = load(file)
    options = _options(loaded, options_file)
    from rota.batch import compare as compare_options

    base = loaded.roster if _stands(loaded) else None
    comparison = compare_options(
        loaded.problem, options, base=base, **settings
    )
    _finish(comparison, loaded, output)


def _services(
    files: Sequence[Path], output: Path, settings: dict[str, Any]
) -> NoReturn:
    """Solve several workbooks; one that cannot be read has its reason."""
    from rota.io.comparison import roll_up_text, write_roll_up
    from rota.rollup import Line, roll_up
    from rota.services import solve_services

    loaded, lines = _read_all(files)
    problems = [(name, one.problem) for name, one in loaded.items()]
    for service in solve_services(problems, **settings):
        name, result = service.name, service.result
        if result is None:
            lines[name] = Line(name, error=service.outcome.error)
            continue
        lines[name] = roll_up(name, result)
        _write_rota(service, loaded[name], _folder(output))
    ordered = [lines[file.stem] for file in files]
    written = write_roll_up(ordered, output)
    click.echo(roll_up_text(ordered))
    click.echo(f"All services are in {written}")
    click.echo(f"The rotas are in {_folder(output)}")
    well = not any(line.error or line.rules_broken for line in ordered)
    sys.exit(KEPT if well else BROKEN)


def _read_all(
    files: Sequence[Path],
) -> tuple[dict[str, Loaded], dict[str, Line]]:
    """Read workbooks by name; those with faults become lines at once."""
    from rota.errors import RotaError
    from rota.rollup import Line

    loaded: dict[str, Loaded] = {}
    lines: dict[str, Line] = {}
    for file in files:
        if file.stem in {*loaded, *lines}:
            stop_with(f"Two workbooks are called {file.stem}.", USAGE)
        try:
            loaded[file.stem] = load(file)
        except RotaError as error:
            said = " ".join(str(error).split("\n")[:3])
            lines[file.stem] = Line(file.stem, error=said)
    return loaded, lines


def _write_rota(service: Service, loaded: Loaded, folder: Path) -> None:
    """Write the rota of one service, and where else its people work."""
    from rota.io.write import write

    folder.mkdir(parents=True, exist_ok=True)
    write(
        service.alone(loaded.problem),
        folder / f"{service.name}.xlsx",
        source=loaded.source,
        notes=(*service.elsewhere, *loaded.notes),
        person_word=loaded.person_word,
    )


def _options(loaded: Loaded, file: Path | None) -> tuple[Option, ...]:
    """Give the options of the file, or else of the Options sheet."""
    if file is not None:
        from rota.io.options import read_options

        return read_options(file)
    if not loaded.options:
        name = loaded.source.name
        said = f"{name} has no Options sheet with options; give --options."
        stop_with(said, USAGE)
    return loaded.options


def _stands(loaded: Loaded) -> bool:
    """Tell whether a rota stands in the workbook, beyond what was typed."""
    return len(loaded.roster) > len(loaded.problem.pinned)


@contextmanager
def _engine(address: str, workers: int) -> Iterator[Executor | None]:
    """Give what options are solved on; None: processes of this machine."""
    if not address and not workers:
        yield None
        return
    from rota.cluster import cluster

    with cluster(address, workers) as executor:
        yield executor


def _tell(outcome: Outcome, done: int, of: int) -> None:
    """Say that an option is finished."""
    said = outcome.error
    if outcome.counts is not None and not said:
        said = f"{outcome.counts.hours_to_fill:.0f} h to fill"
    click.echo(f"{done} of {of}: {outcome.name}: {said}", err=True)


def _finish(comparison: Comparison, loaded: Loaded, output: Path) -> NoReturn:
    """Write everything, print the table, leave with the right code."""
    from rota.io.comparison import (
        comparison_text,
        write_comparison,
        write_rotas,
    )

    written = write_comparison(comparison, output)
    folder = _folder(output)
    rotas = write_rotas(comparison, loaded, folder)
    click.echo(comparison_text(comparison))
    click.echo(f"The comparison is in {written}")
    if rotas:
        click.echo(f"The rotas are in {folder}")
    well = all(
        not outcome.error
        and outcome.counts is not None
        and outcome.counts.keeps_every_must
        for outcome in comparison.outcomes
    )
    sys.exit(KEPT if well else BROKEN)


@click.command()
@click.argument("one", type=_FILE)
@click.argument("other", type=_FILE)
def compare(one: Path, other: Path) -> None:
    """Compare two rotas, whoever made them: counts, and every cell."""
    with faults():
        both = [load(one), load(other)]
        from rota.checker import check
        from rota.counts import count
        from rota.differences import differences
        from rota.io.comparison import two_text

        counts = [count(check(b.problem, b.roster)) for b in both]
        found = differences(both[0].roster, both[1].roster)
        click.echo(two_text((one.stem, other.stem), counts, found))
    kept = all(each.keeps_every_must for each in counts)
    sys.exit(KEPT if kept else BROKEN)
