"""What somebody does on a day, as a move of a rota finds it."""

from __future__ import annotations

from rota.solver.annealing.table import (
    DAY,
    MOST,
    VALUE,
    WORKER,
    Scene,
)
from rota.solver.arrays import Ints
from rota.solver.compiled import compiled


@compiled
def cell_of(scene: Scene, choice: int) -> int:
    """Give the day of the worker of a choice."""
    places = scene.places
    return int(places[choice, WORKER] * scene.days + places[choice, DAY])


@compiled
def works(scene: Scene, worker: int, day: int) -> bool:
    """Tell whether somebody does anything on a day; nobody outside."""
    if day < 0 or day >= scene.days:
        return False
    cell = worker * scene.days + day
    for n in range(scene.cells_at[cell], scene.cells_at[cell + 1]):
        if scene.variables[scene.cells[n], VALUE]:
            return True
    return False


@compiled
def all_of(
    scene: Scene, cell: int, but_for: int, found: Ints, count: int
) -> int:
    """Add all that somebody does on a day to a move, but for one choice."""
    for n in range(scene.cells_at[cell], scene.cells_at[cell + 1]):
        held = scene.cells[n]
        if held != but_for and scene.variables[held, VALUE] and count < MOST:
            found[count] = held
            count += 1
    return count
