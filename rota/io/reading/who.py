"""Finding the person that a cell means: by payroll number or by name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rota.domain import Worker
from rota.io.cells import CellError, fold, nearest

_NUMBERED = re.compile(r"(.+?)\s*[(\[#]\s*(\w+)\s*[)\]]?")


class People:
    """The workers, to be found by what a person types for them."""

    def __init__(self, workers: Iterable[Worker]) -> None:
        self.workers = tuple(workers)
        self._by_payroll = {
            fold(worker.payroll): worker.id
            for worker in self.workers
            if worker.payroll
        }
        self._by_name: dict[str, list[str]] = {}
        for worker in self.workers:
            self._by_name.setdefault(fold(worker.name), []).append(worker.id)

    def find(self, text: str) -> str:
        """Give the id of the worker that is meant.

        Raises
        ------
        CellError
            Nobody is called that, or two people are.
        """
        found = self._by_payroll.get(fold(text)) or self._named(text)
        if found is None:
            names = [worker.name for worker in self.workers]
            raise CellError(
                "nobody in the Workers sheet has this name.",
                nearest(text, names),
            )
        return found

    def _named(self, text: str) -> str | None:
        found = self._by_name.get(fold(text), []) or self._turned(text)
        if len(found) > 1:
            raise CellError(
                "more than one person has this name; type the payroll number."
            )
        if found:
            return found[0]
        parts = _NUMBERED.fullmatch(fold(text))
        return self._by_payroll.get(parts[2]) if parts else None

    def _turned(self, text: str) -> list[str]:
        """Read `Silva, Ana` as `Ana Silva`."""
        last, comma, first = fold(text).partition(",")
        turned = f"{first.strip()} {last.strip()}"
        return self._by_name.get(turned, []) if comma else []

    def is_known(self, text: str) -> bool:
        """Tell whether a text means exactly one person."""
        try:
            return bool(self.find(text))
        except CellError:
            return False
