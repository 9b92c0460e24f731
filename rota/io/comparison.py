"""Writing a comparison: one workbook for all options, and one for each."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from rota import words
from rota.comparison import MEASURES, NOT_GIVEN, Comparison, Measure
from rota.counts import Counts
from rota.differences import Difference
from rota.io import atomic
from rota.io.read import Loaded
from rota.io.write import Written, write
from rota.options import Joining, Option, ShiftSwap
from rota.rollup import Line

MOST_LINES = 40
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_SAID = (
    "hours_to_fill",
    "hours_not_given",
    "rules_broken",
    "pounds",
    "points",
    "agency_hours",
    "requests_met",
    "changes",
)


def write_comparison(comparison: Comparison, path: str | Path) -> Path:
    """Write the comparison as a workbook; gives where it stands.

    Raises
    ------
    OutputError
        Nothing can be written there.
    """
    import openpyxl

    from rota.io.pages import options

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    options.draw(book.create_sheet("Options"), comparison)
    options.draw_charts(book.create_sheet("Charts"), comparison)
    options.draw_cells(book.create_sheet("Differences"), comparison)
    stream = io.BytesIO()
    book.save(stream)
    return atomic.write_bytes(Path(path), stream.getvalue(), None)


def write_rotas(
    comparison: Comparison, loaded: Loaded, folder: str | Path
) -> tuple[Written, ...]:
    """Write each option's rota as a workbook of its own.

    The manager's sheets follow the pages, but for an option with other
    people or shift types: they would not be true of it.
    """
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    asked = {option.name: option for option in comparison.options}
    return tuple(
        write(
            result,
            place / f"{file_name(name)}.xlsx",
            source=None if _is_another(asked[name]) else loaded.source,
            notes=(f"This is the option {name}.", *loaded.notes),
            person_word=loaded.person_word,
        )
        for name, result in comparison.results
    )


def _is_another(option: Option) -> bool:
    """Tell whether the sheets of the workbook lack what is in the rota."""
    return any(isinstance(c, Joining | ShiftSwap) for c in option.changes)


def write_roll_up(lines: Sequence[Line], path: str | Path) -> Path:
    """Write the page of all services; gives where it stands."""
    import openpyxl

    from rota.io.pages import services

    book = openpyxl.Workbook()
    book.worksheets[0].title = "All services"
    services.draw(book.worksheets[0], lines)
    stream = io.BytesIO()
    book.save(stream)
    return atomic.write_bytes(Path(path), stream.getvalue(), None)


def roll_up_text(lines: Sequence[Line]) -> str:
    """Give the services as lines of text: what is to fill, and to hire."""
    wide = max(len(line.name) for line in lines)
    return "\n".join(
        f"{line.name.ljust(wide)}  "
        + (line.error or f"{line.within_28_days} to fill in 28 days")
        + (f"; hire {line.to_hire}" if line.to_hire else "")
        for line in lines
    )


def file_name(name: str) -> str:
    """Give a name that every system takes for a file."""
    return _UNSAFE.sub("-", name).strip(" .-")[:80] or "option"


def comparison_text(comparison: Comparison) -> str:
    """Give the comparison as lines of text."""
    return "\n".join(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    wide = max(len(outcome.name) for outcome in comparison.outcomes)
    measures = [m for m in comparison.measures if m.name in _SAID]
    heads = [measure.heading.split(",")[0] for measure in measures]
    yield " " * (wide + 2) + "  ".join(heads)
    for outcome in comparison.outcomes:
        values = comparison.values(outcome)
        mark = "*" if outcome.name in comparison.unbeaten else " "
        cells = [
            said(measure, values.get(measure.name)).rjust(len(head))
            for measure, head in zip(measures, heads, strict=True)
        ]
        line = "  ".join(cells) if values else outcome.error
        yield f"{mark} {outcome.name.ljust(wide)}{line}".rstrip()
        if values and outcome.error:
            yield f"    {outcome.error}"
    if comparison.unbeaten:
        yield ""
        yield "* no other option is as good on every count."


def two_text(
    names: Sequence[str],
    counts: Sequence[Counts],
    found: Sequence[Difference],
) -> str:
    """Give the comparison of two rotas as lines of text."""
    wide = max(len(measure.heading) for measure in MEASURES)
    columns = [max(10, len(name)) for name in names]
    heads = [n.rjust(c) for n, c in zip(names, columns, strict=True)]
    lines = [" " * wide + "  " + "  ".join(heads)]
    for measure in MEASURES:
        values = [getattr(one, measure.name, None) for one in counts]
        if measure.name == "own_rules_broken" or None in values:
            continue
        if measure is NOT_GIVEN and not any(values):
            continue  # no support plans, or all given
        cells = [
            said(measure, value).rjust(column)
            for value, column in zip(values, columns, strict=True)
        ]
        lines.append(f"{measure.heading.ljust(wide)}  {'  '.join(cells)}")
    lines += ["", words.count(len(found), "cell") + " filled differently"]
    lines += [f"  {one.sentence}" for one in found[:MOST_LINES]]
    if len(found) > MOST_LINES:
        lines.append(f"  and {len(found) - MOST_LINES} more")
    return "\n".join(lines)


def said(measure: Measure, value: float | None) -> str:
    """Say a value as its column shows it."""
    if value is None:
        return ""
    if measure.form.endswith("%"):
        return f"{value:.0%}"
    decimals = len(measure.form.partition(".")[2])
    grouping = "," if "," in measure.form else ""
    return f"{value:{grouping}.{decimals}f}"
