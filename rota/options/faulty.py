"""What was written for an option and cannot be understood."""

from __future__ import annotations

from typing import NoReturn

from rota.domain import Problem
from rota.errors import OptionError
from rota.options.base import Change


class Faulty(Change):
    """Stands for what cannot be read, so that the other options can run."""

    reason: str

    def made(self, problem: Problem) -> NoReturn:  # noqa: ARG002
        """Say what is wrong with it."""
        raise OptionError(self.reason)
