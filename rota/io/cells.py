"""What stands in a cell: text, numbers, dates, yes and no, choices.

Each function takes whatever the spreadsheet holds and gives the value, or
raises CellError with a sentence that says what was expected.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

EXCEL_ERRORS = frozenset(
    [
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
    ]
)
LARGEST = 1e9
EPOCH = date(1899, 12, 30)  # day 0 of Excel's calendar
FIRST_YEAR, LAST_YEAR = 1920, 2100
A_DATE = "a date is expected here, such as 07/03/2026."


class CellError(ValueError):
    """A cell cannot be read; `expected` says what should stand there."""

    def __init__(self, expected: str, nearest: str = "") -> None:
        self.expected = expected
        self.nearest = nearest
        super().__init__(expected)


def tidy(value: object) -> str:
    """Give the text of a cell: trimmed, single spaces, `7.0` as `7`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}" if _is_midnight(value) else str(value)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return " ".join(str(value).replace("\u200b", "").split())


def _is_midnight(value: datetime) -> bool:
    return value.time() == time()


def fold(value: object) -> str:
    """Give a cell's text for comparing: capitals do not matter."""
    return tidy(value).casefold()


def heading(value: object) -> str:
    """Give a heading for comparing: only letters, digits, £ and % count."""
    return " ".join(re.findall(r"[^\W_]+|[£%]", fold(value)))


def is_blank(value: object) -> bool:
    """Tell whether a cell shows nothing."""
    return value is None or (isinstance(value, str) and not tidy(value))


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Give the known word most like this one, or empty."""
    by_fold = {fold(name): name for name in known if name}
    found = difflib.get_close_matches(fold(word), by_fold, 1, cutoff)
    return by_fold[found[0]] if found else ""


def as_text(value: object) -> str:
    """Read text."""
    text = tidy(value)
    if text.upper() in EXCEL_ERRORS:
        raise CellError("this is an Excel error, not a value; mend the cell.")
    return text


def as_list(value: object) -> tuple[str, ...]:
    """Read a list of words: commas, semicolons or new lines between them."""
    lines = value.replace("\n", ",") if isinstance(value, str) else value
    text = as_text(lines)
    parts = (tidy(part) for part in re.split(r"[,;]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def as_number(value: object) -> float:
    """Read a number; text that is plainly a number will do."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number = float(value)
    else:
        number = _number_in(as_text(value))
    if not abs(number) < LARGEST:  # false for what is no number, too
        raise CellError("a number of a sensible size is expected here.")
    return number


def _number_in(text: str) -> float:
    found = re.fullmatch(r"£?\s*(-?\d+(?:,\d{3})*(?:\.\d+)?)\s*%?", text)
    if found is None:
        raise CellError("a number is expected here, not text.")
    return float(found[1].replace(",", ""))


def as_whole(value: object) -> int:
    """Read a whole number."""
    number = as_number(value)
    if not number.is_integer():
        raise CellError("a whole number is expected here.")
    return int(number)


def as_hours(value: object) -> int:
    """Read a length in hours (`7.5`, `7:30`, `7h30`), in minutes."""
    if isinstance(value, timedelta):
        return round(value.total_seconds() / 60)
    if isinstance(value, time):
        return value.hour * 60 + value.minute
    if isinstance(value, datetime):
        return _hours_past_a_day(value)
    text = fold(value)
    parts = re.fullmatch(r"(-?)(\d+)\s*(?::|h)\s*([0-5]?\d)(?:\s*m\w*)?", text)
    if parts:
        minutes = int(parts[2]) * 60 + int(parts[3])
        return -minutes if parts[1] else minutes
    plain = re.sub(r"\s*h(ou)?rs?$|\s*h$", "", text)
    try:
        return round(
            as_number(plain if isinstance(value, str) else value) * 60
        )
    except CellError as error:
        raise CellError("hours are expected here, such as 37.5.") from error


def _hours_past_a_day(value: datetime) -> int:
    """Read a length that Excel shows as a date in 1900: over 24 hours."""
    if value.year > 1900:
        raise CellError("hours are expected here; this is a date.")
    days = (value.date() - EPOCH).days - 1
    return days * 1440 + value.hour * 60 + value.minute


def as_pence(value: object) -> int:
    """Read an amount of money in pounds, as whole pence."""
    try:
        return round(as_number(value) * 100)
    except CellError as error:
        message = "an amount in pounds is expected here, such as 12.50."
        raise CellError(message) from error


def as_prices(value: object) -> tuple[int, ...]:
    """Read one price in pounds, or rising ones with commas, as pence."""
    if isinstance(value, str):
        return tuple(as_pence(part) for part in re.split(r"[,;/]", value))
    return (as_pence(value),)


YES = frozenset(["y", "yes", "true", "1", "x", "✓", "✔"])
_NO = frozenset(["n", "no", "false", "0", "none", "-", "✗"])


def as_yes(value: object) -> bool:
    """Read Yes or No."""
    text = fold(value)
    if text in YES:
        return True
    if text in _NO:
        return False
    raise CellError("Yes or No is expected here.")


def as_choice(
    value: object, choices: Sequence[str], also: Mapping[str, str]
) -> str:
    """Read one of a few words, or another word for one of them."""
    text = _ratio(value) or as_text(value)
    known = {heading(word): word for word in choices}
    known |= {heading(word): meant for word, meant in also.items()}
    found = known.get(heading(text))
    if found is None:
        near = nearest(text, choices) or known.get(
            heading(nearest(text, also)), ""
        )
        raise CellError(f"expected one of: {', '.join(choices)}.", near)
    return found


def _ratio(value: object) -> str:
    """Give back what was typed where Excel has made a time of `2:1`."""
    if isinstance(value, time):
        return f"{value.hour}:{value.minute}"
    if isinstance(value, float) and 0 < value < 1:
        hours, minutes = divmod(round(value * 1440), 60)
        return f"{hours}:{minutes}"
    return ""


_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[t ]0.*)?")
_WORDS = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \-/.]([a-z]{3,9})\.?[ \-/.,]*"
    r"(\d{4}|\d{2})"
)
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +")


def as_date(value: object) -> date:
    """Read a date: a real one, or text with the day first."""
    if isinstance(value, datetime):
        found = value.date()
    elif isinstance(value, date):
        found = value
    elif isinstance(value, (int, float)) and 20_000 <= value <= 73_050:
        found = EPOCH + timedelta(days=int(value))
    else:
        found = _date_in(fold(value))
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise CellError(f"the year {found.year} cannot be right; {A_DATE}")
    return found


def _date_in(text: str) -> date:
    bare = _WEEKDAY.sub("", text)
    if parts := _DAY_FIRST.fullmatch(bare):
        return _date_of(int(parts[3]), int(parts[2]), int(parts[1]))
    if parts := _YEAR_FIRST.fullmatch(bare):
        return _date_of(int(parts[1]), int(parts[2]), int(parts[3]))
    if (parts := _WORDS.fullmatch(bare)) and parts[2][:3] in _MONTHS:
        month = _MONTHS.index(parts[2][:3]) + 1
        return _date_of(int(parts[3]), month, int(parts[1]))
    raise CellError(A_DATE)


def _date_of(year: int, month: int, day: int) -> date:
    full = year + 2000 if year < 100 else year
    try:
        return date(full, month, day)
    except ValueError as error:
        raise CellError(
            f"there is no such day; {A_DATE}", _swapped(full, month, day)
        ) from error


def _swapped(year: int, month: int, day: int) -> str:
    """Give the date with day and month changed about, if there is one."""
    if 12 < month <= 31 and 1 <= day <= 12:
        return f"{month:02d}/{day:02d}/{year}"
    return ""
