"""Threads that one search lends to another, until that gives them back."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Crew:
    """The threads of one run, of which the borrower has always had one."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._wanted = threading.Event()
        self._lent = threading.Event()
        self._back = threading.Event()

    @property
    def size(self) -> int:
        """How many threads the borrower has just now."""
        lent = self._lent.is_set() and not self._back.is_set()
        return self._threads if lent else 1

    @property
    def is_complete(self) -> bool:
        """Tell whether there are no more threads to come."""
        return self.size == self._threads

    @property
    def is_wanted(self) -> bool:
        """Tell whether the borrower asks for what it has not had."""
        return self._wanted.is_set() and not self._back.is_set()

    def borrow(self) -> None:
        """Ask for all threads; they come when the lender can."""
        self._wanted.set()

    def lend(self, over: Callable[[], bool]) -> None:
        """Lend all threads, and wait until they are back or it is over."""
        self._lent.set()
        while not (over() or self._back.wait(0.1)):
            pass

    def give_back(self) -> None:
        """Keep one thread alone, and ask for no more."""
        self._back.set()
