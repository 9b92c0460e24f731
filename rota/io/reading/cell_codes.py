"""What a rota cell says: codes, own times, OFF, absence, a unit, a star."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from rota.domain import AbsenceKind, Kind, ShiftType
from rota.io.cells import CellError, as_text, fold, is_blank, nearest, tidy
from rota.io.reading.service import Service
from rota.io.times import as_span, looks_like_span, shown_span

OFF_WORDS = frozenset(
    ["off", "day off", "rd", "rest", "rest day", "do", "d/o", "x"]
)
BLANK_WORDS = frozenset(["-", "\u2013", "\u2014", ".", "free", "n/r"])
AWAY_WORDS: Mapping[str, AbsenceKind] = {
    "al": AbsenceKind.LEAVE,
    "a/l": AbsenceKind.LEAVE,
    "leave": AbsenceKind.LEAVE,
    "annual leave": AbsenceKind.LEAVE,
    "hol": AbsenceKind.LEAVE,
    "holiday": AbsenceKind.LEAVE,
    "ph": AbsenceKind.LEAVE,
    "bh": AbsenceKind.LEAVE,
    "s": AbsenceKind.SICK,
    "sick": AbsenceKind.SICK,
    "sk": AbsenceKind.SICK,
    "ul": AbsenceKind.UNPAID,
    "upl": AbsenceKind.UNPAID,
    "unpaid": AbsenceKind.UNPAID,
    "awol": AbsenceKind.UNPAID,
    "ml": AbsenceKind.OTHER,
    "mat": AbsenceKind.OTHER,
    "pat": AbsenceKind.OTHER,
    "cl": AbsenceKind.OTHER,
    "comp": AbsenceKind.OTHER,
    "toil": AbsenceKind.TOIL,
    "lieu": AbsenceKind.TOIL,
    "jury": AbsenceKind.OTHER,
    "susp": AbsenceKind.OTHER,
}
BARRED_WORDS = frozenset(["na", "n/a", "unav", "unavailable", "u/a"])
TRAINING_WORDS = frozenset(["tr", "trg", "train", "training"])
TRAINING = ShiftType(
    code="TR",
    name="Training",
    start=time(9),
    end=time(17),
    kind=Kind.TRAINING,
    break_minutes=30,
)
_JOINTS = re.compile(r"\s*[/+,;&]\s*")
_KNOWN = "OFF, AL, S, TR, or times such as 07:00-15:00"


class Piece(NamedTuple):
    """One duty in a cell: a code, or own times; perhaps with a unit."""

    code: str
    unit_id: str | None = None
    times: tuple[int, int] | None = None


class Said(NamedTuple):
    """What a whole cell says."""

    pieces: tuple[Piece, ...] = ()
    is_off: bool = False
    absence: AbsenceKind | None = None
    is_barred: bool = False
    is_kept: bool = False
    text: str = ""

    @property
    def is_blank(self) -> bool:
        """Tell a cell that leaves the day free."""
        away = self.absence is not None or self.is_barred
        return not (self.pieces or self.is_off or away)


class CodeReader:
    """Reads rota cells by the codes and units of one workbook."""

    def __init__(
        self,
        service: Service,
        shift_types: Sequence[ShiftType],
        diary_codes: Iterable[str] = (),
    ) -> None:
        self.service = service
        self.types = {fold(known.code): known for known in shift_types}
        self.types.setdefault("tr", TRAINING)
        self.diary_codes = {fold(code): code for code in diary_codes}
        self._codes = [*(t.code for t in shift_types), *diary_codes]
        self._read: dict[str, Said] = {}

    def read(self, value: object) -> Said:
        """Read a cell; raises CellError."""
        if is_blank(value):
            return Said()
        if isinstance(value, (date, datetime, time)):
            raise _turned_into_date(value)
        text = as_text(value)
        if text not in self._read:
            self._read[text] = self._said(text)
        return self._read[text]

    def _said(self, text: str) -> Said:
        bare = text.rstrip("*? ")
        kept = "*" in text[len(bare) :]
        said = self._word(fold(bare)) or Said(pieces=self._pieces(bare))
        return said._replace(is_kept=kept, text=text)

    def _word(self, word: str) -> Said | None:
        """Read a cell that is one word, if no shift type has that code."""
        if word in self.types or word in self.diary_codes:
            return None
        if word in OFF_WORDS:
            return Said(is_off=True)
        if word in AWAY_WORDS:
            return Said(absence=AWAY_WORDS[word])
        if word in BARRED_WORDS:
            return Said(is_barred=True)
        return Said() if word in BLANK_WORDS or not word else None

    def _pieces(self, text: str) -> tuple[Piece, ...]:
        whole = self._piece(text)
        if whole is not None:
            return (whole,)
        return tuple(self._certain(part) for part in self._parts(text))

    def _parts(self, text: str) -> list[str]:
        parts = [part for part in _JOINTS.split(text) if part]
        words = text.split(" ")
        if len(parts) == 1 and all(self._piece(word) for word in words):
            return words
        return parts

    def _certain(self, text: str) -> Piece:
        found = self._piece(text)
        if found is None:
            raise self._unknown(text)
        return found

    def _piece(self, text: str) -> Piece | None:
        """Read one duty, with its unit after @ or after a space."""
        plain = self._bare_piece(text)
        if plain is not None:
            return plain
        for mark in ("@", " "):
            head, found, tail = text.partition(mark)
            piece = self._bare_piece(head.strip()) if found else None
            alone = mark == "@" and not _JOINTS.search(tail)
            if piece and (alone or self._is_unit(tail)):
                return piece._replace(unit_id=self.service.unit(tail))
        return None

    def _bare_piece(self, text: str) -> Piece | None:
        word = fold(text)
        if word in self.types:
            return Piece(self.types[word].code)
        if word in self.diary_codes:
            return Piece(self.diary_codes[word])
        if word in TRAINING_WORDS:
            return Piece(TRAINING.code)
        if looks_like_span(text):
            return Piece(tidy(text), times=as_span(text))
        return None

    def _is_unit(self, word: str) -> bool:
        return fold(word) in {
            fold(unit) for unit in self.service.units if unit
        }

    def _unknown(self, text: str) -> CellError:
        if self._word(fold(text)):
            return CellError(
                f"{text} cannot share a cell with a shift; type one of them."
            )
        codes = ", ".join(known.code for known in self.types.values())
        return CellError(
            f"{text!r} is no code of Shift types; expected {codes}, {_KNOWN}.",
            nearest(text, self._codes, 0.5),
        )


def _turned_into_date(value: date | time) -> CellError:
    """Say what was probably typed where Excel has made a date of it."""
    if isinstance(value, time):
        return CellError("one time alone is no shift; type both times.")
    typed = f"{value.day}-{value.month}"
    try:
        meant = shown_span(*as_span(typed))
    except CellError:
        meant = ""
    return CellError(
        f"Excel has turned what was typed (perhaps {typed}) into a date. "
        "Type times in full, such as 07:00-15:00.",
        meant,
    )
