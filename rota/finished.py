"""Finished options on disk, so that a batch that is stopped can go on."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pydantic import ValidationError

import rota
from rota.comparison import Outcome
from rota.domain import Noun, Problem
from rota.errors import OutputError
from rota.io import atomic
from rota.options import Option


class Finished:
    """A folder with one file for each finished option.

    A file's name is a digest of all that decides the answer: problem, option,
    seed, seconds and the version of rota. Files appear whole or not at all.
    """

    def __init__(
        self, folder: Path, problem: Problem, seconds: float, seed: int
    ) -> None:
        self.folder = folder
        self._common = "\n".join(
            (
                rota.__version__,
                repr(float(seconds)),
                repr(seed),
                _kinds(problem.rules),
                problem.model_dump_json(),
            )
        )
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{folder} cannot be written.") from error

    def key(self, option: Option) -> str:
        """Give the digest of an option of this batch."""
        said = (self._common, _kinds(option.changes), option.model_dump_json())
        return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]

    def find(self, option: Option) -> Outcome | None:
        """Give what came of an option, if it is finished."""
        try:
            text = self._place(option).read_text(encoding="utf-8")
            return Outcome.model_validate_json(text)
        except (OSError, ValidationError):  # not there, or not of ours
            return None

    def keep(self, option: Option, outcome: Outcome) -> None:
        """Put down what came of an option; an error is tried again."""
        if outcome.has_rota:
            data = outcome.model_dump_json().encode()
            atomic.write_bytes(self._place(option), data, None)

    def _place(self, option: Option) -> Path:
        return self.folder / f"{self.key(option)}.json"


def _kinds(nouns: tuple[Noun, ...]) -> str:
    """Name the classes, which a JSON text does not."""
    return ",".join(type(noun).__name__ for noun in nouns)
