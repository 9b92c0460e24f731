"""The structure holds: import arrows, and two faces apart."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

import rota
from rota.rules import RULES
from rota.rules.base import Rule

HOME = Path(rota.__file__).parent
FILES = sorted(HOME.rglob("*.py"))

# A room may import from itself and from those on the lines above its own.
FLOORS = (
    ("errors", "progress", "words", "calendar"),
    ("domain", "leave_year"),
    ("roster", "needed", "unknown"),
    ("shared_hours",),
    ("commissioned", "familiar", "shared_short"),
    ("rest_ledger",),
    ("rules", "differences"),
    ("checker", "options"),
    ("check", "discretion", "faces", "ledger", "typed"),
    ("metrics",),
    ("payroll",),
    ("nearest", "next_period", "evidence"),
    ("nearest_support",),
    ("supply",),
    ("explain", "not_given", "result"),
    ("counts",),
    ("comparison", "rollup"),
    ("trips_beforehand",),
    ("beforehand",),
    ("solver", "io"),
    ("finished", "cluster", "engine"),
    ("batch", "services"),
    ("examples",),
    ("cli",),
    ("__main__",),
)
FLOOR = {room: n for n, rooms in enumerate(FLOORS) for room in rooms}

# Who may spell which package, at any depth of a file.
ONLY_IN = {
    "ortools": ("solver",),
    "numba": ("solver",),
    "openpyxl": ("io",),
    "click": ("cli",),
    "rich": ("cli",),
    "highspy": (),
}


def room_of(path: Path) -> str:
    return path.relative_to(HOME).parts[0].removesuffix(".py")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(nodes: Iterator[ast.AST] | list[ast.AST]) -> set[str]:
    """Give the full names that some nodes import."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def at_import(path: Path) -> list[ast.AST]:
    """Give what runs when a file is imported: no function, no type hint."""
    found: list[ast.AST] = []
    todo: list[ast.AST] = [tree_of(path)]
    while todo:
        node = todo.pop()
        found.append(node)
        hints = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(
            node.test
        )
        if not isinstance(node, ast.FunctionDef) and not hints:
            todo += ast.iter_child_nodes(node)
    return found


# -- arrows -------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(HOME)))
def test_imports_go_down_the_house_only(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return  # it names everything, and imports nothing until asked
    assert room in FLOOR, f"say on which floor {room} stands"
    for name in imported(ast.walk(tree_of(path))):
        parts = name.split(".")
        if parts[0] == "rota" and parts[1:] and parts[1] != room:
            known = {"__version__": -1, **FLOOR}
            assert parts[1] in known, f"on which floor stands {parts[1]}?"
            assert known[parts[1]] < FLOOR[room], f"{room} imports {name}"


@pytest.mark.parametrize("package", ONLY_IN)
def test_a_package_is_spelled_in_one_room(package: str) -> None:
    rooms = {
        room_of(path)
        for path in FILES
        for name in imported(ast.walk(tree_of(path)))
        if name.split(".")[0] == package
    }
    assert rooms <= set(ONLY_IN[package])
    assert rooms or not ONLY_IN[package], "the test looks for nothing"


def test_pandas_is_imported_in_io_or_when_it_is_needed() -> None:
    for path in FILES:
        if room_of(path) != "io":
            packages = {n.split(".")[0] for n in imported(at_import(path))}
            assert not packages & {"pandas", "holidays"}, path


def test_the_house_has_only_files_that_are_known() -> None:
    """A file too many on a floor is a file nobody decided on."""
    rooms = {room_of(path) for path in FILES} - {"__init__"}
    assert rooms <= FLOOR.keys()


# -- the public names ---------------------------------------------------------


def test_public_names_are_sorted_and_each_is_there_once() -> None:
    names = list(rota.__all__)
    capitals = sorted(n for n in names if n.isupper())
    classes = sorted(n for n in names if n[0].isupper() and not n.isupper())
    functions = sorted(n for n in names if n.islower())
    assert names == [*capitals, *classes, *functions]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", rota.__all__)
def test_every_public_name_is_found(name: str) -> None:
    home = {"load": "rota.io.read", "save": "rota.io.write"}.get(name)
    if home is not None and find_spec(home) is None:
        pytest.skip(f"{home} is not written yet")
    assert getattr(rota, name) is not None
    assert name in dir(rota)


def test_another_name_is_no_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'solver_'"):
        rota.solver_  # noqa: B018 (the question is the test)


def test_checking_loads_no_solver() -> None:
    code = (
        "import sys, rota\n"
        "from tests.given import MONDAY\n"
        "problem = rota.Problem(start=MONDAY, end=MONDAY,\n"
        "                       rules=rota.defaults())\n"
        "from rota.roster import Roster\n"
        "rota.check(problem, Roster(problem, ()))\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "print(sorted(loaded & {'ortools', 'numba', 'pandas', 'openpyxl'}))\n"
    )
    code = code.replace("from tests.given import MONDAY", _A_DAY)
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


_A_DAY = "from datetime import date; MONDAY = date(2026, 6, 1)"


# -- post and breaches share no helper ----------------------------------------

# What a rule *is*, said once for both faces. Everything else is said twice.
DEFINITION = {
    "limit",
    "counts",
    "wanted",
    "price_at",
    "price_of",
    "price_on",
    "hourly",
    "refuses",
    "_shape",
    "_periods",
    "_cap",
    "asks",
    "fits",
    "beside",
    "more_if_essential",
}
Place = tuple[str, str]  # module, name of a function, class or method


class Book:
    """The functions and classes of a module of rota.rules, by name."""

    def __init__(self, module: str) -> None:
        path = Path(inspect.getfile(import_module(module)))
        body = tree_of(path).body
        self.defined = {
            node.name: node
            for node in body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
        }
        self.elsewhere = {
            alias.asname or alias.name: node.module
            for node in body
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
            if node.module.startswith("rota.rules.")
            and node.module != "rota.rules.base"
        }


@cache
def book(module: str) -> Book:
    return Book(module)


def helpers(rule: type[Rule], face: str) -> set[Place]:
    """Give every helper that a face of a rule reaches, however far."""
    found: set[Place] = set()
    todo = [_method(rule, face)]
    while todo:
        here = todo.pop()
        if here is None:
            continue
        module, node = here
        for place, reached in _reached(rule, module, node):
            if place not in found:
                found.add(place)
                todo.append(reached)
    return found


Reached = tuple[str, ast.AST]


def _method(rule: type[Rule], name: str) -> Reached | None:
    """Find a method in the rule or in what it is made of, short of base."""
    for owner in rule.__mro__:
        inside = owner.__module__.startswith("rota.rules.")
        if name in vars(owner) and inside:
            if owner.__module__ == "rota.rules.base":
                return None
            body = book(owner.__module__).defined[owner.__name__].body
            for node in body:
                if isinstance(node, ast.FunctionDef) and node.name == name:
                    return owner.__module__, node
    return None


def _reached(
    rule: type[Rule], module: str, node: ast.AST
) -> Iterator[tuple[Place, Reached]]:
    """Give the helpers that a piece of code names, one step on."""
    here = book(module)
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            home = here.elsewhere.get(part.id, module)
            inner = book(home).defined.get(part.id)
            if inner is not None and inner is not node:
                yield (home, part.id), (home, inner)
        elif isinstance(part, ast.Attribute) and _is_self(part.value):
            own = _method(rule, part.attr)
            if own is not None and part.attr not in DEFINITION:
                yield (rule.__name__, part.attr), own


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id_of_class())
def test_the_two_faces_of_a_rule_share_no_helper(rule: type[Rule]) -> None:
    assert not helpers(rule, "post") & helpers(rule, "breaches")


def test_that_test_sees_helpers_at_all() -> None:
    faces = {
        face: {name for rule in RULES for _, name in helpers(rule, face)}
        for face in ("post", "breaches")
    }
    assert {"Stints", "_heads", "_keep_clear", "_bar"} <= faces["post"]
    assert {"times_of", "count_people", "_needed"} <= faces["breaches"]


def test_what_defines_a_rule_is_a_method_of_one() -> None:
    """No name stays in the list above that no rule has any more."""
    known = {
        name
        for rule in RULES
        for owner in rule.__mro__
        if owner.__module__.startswith(("rota.rules.", "rota.domain.rule"))
        for name in vars(owner)
    }
    assert known >= DEFINITION
