"""What is otherwise in the rota than the program last wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from rota.differences import Difference
from rota.io.cells import fold
from rota.io.memory import Memory
from rota.io.sheets.running import ROTA

Texts = Mapping[tuple[str, str, date], str]  # sheet, worker id, date: text


def changed_since(
    memory: Memory, now: Texts, names: Mapping[str, str]
) -> tuple[Difference, ...] | None:
    """Give the rota cells that are not as the program last wrote them.

    None where it never wrote any. A cell that somebody had typed before it
    was written is not among those that can be compared; a star that keeps a
    cell changes nothing. `names` are those of the workers by id.
    """
    title = fold(ROTA.name)
    written = {place: t for place, t in memory.items() if place[0] == title}
    if not written:
        return None
    return tuple(_changes(written, now, names))


def _changes(
    written: Memory, now: Texts, names: Mapping[str, str]
) -> Iterator[Difference]:
    for place, text in written.items():
        _, worker_id, day = place
        before = text.rstrip("*? ")
        said = now.get(place, "").rstrip("*? ")
        if worker_id in names and fold(said) != before:
            name = names[worker_id]
            yield Difference(name, day, before.upper(), said.upper())
