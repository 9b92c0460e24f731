"""A rule that is stronger, weaker, dearer or set otherwise in an option."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from rota.domain import Problem, Rule
from rota.errors import OptionError
from rota.options.base import Change, nobody
from rota.rules.strengths import STRENGTHS, is_price, strengthened


class RuleChange(Change):
    """A rule with another strength or other settings.

    `strength` is Must, Very high, High, Medium, Low, Watch or Off. Settings
    are the rule's own, by name; prices among them are pounds.
    """

    rule: str
    strength: str = ""
    settings: tuple[tuple[str, Any], ...] = ()

    def made(self, problem: Problem) -> Problem:
        """Give the problem with the rule changed."""
        found = self._found(problem)
        changed = found.replace(**self._fields(found))
        return problem.replace(
            rules=tuple(changed if r is found else r for r in problem.rules)
        )

    def _found(self, problem: Problem) -> Rule:
        for rule in problem.rules:
            if rule.id == _plain(self.rule):
                return rule
        known = [rule.id for rule in problem.rules]
        raise OptionError(nobody("rule", self.rule, known))

    def _fields(self, rule: Rule) -> dict[str, Any]:
        fields = {_plain(name): name for name in type(rule).model_fields}
        found = self._strength(rule)
        for typed, value in self.settings:
            name = fields.get(_plain(typed))
            if name in (None, "strength", "overrides"):
                raise OptionError(
                    nobody(f"setting of {rule.id}", typed, fields)
                )
            found[name] = _value(rule, name, value)
        return found

    def _strength(self, rule: Rule) -> dict[str, Any]:
        if not self.strength:
            return {}
        words = {word.casefold(): word for word in STRENGTHS}
        word = words.get(self.strength.strip().casefold())
        if word is None:
            raise OptionError(nobody("strength", self.strength, STRENGTHS))
        return strengthened(rule, word)


def _plain(name: str) -> str:
    """Give a name as rules and settings compare: `Days_in a row`."""
    return " ".join(name.replace("_", " ").casefold().split())


def _value(rule: Rule, name: str, value: Any) -> Any:
    """Give the value of one setting as the rule keeps it."""
    info = type(rule).model_fields[name]
    several = isinstance(getattr(rule, name), tuple)
    if several:
        value = _parts(value)
    if is_price(info):
        value = _pence(rule, name, value)
    try:
        kept = rule.replace(**{name: value})
    except ValidationError as error:
        said = error.errors()[0]["msg"]
        where = f"{rule.id}, {name.replace('_', ' ')}"
        raise OptionError(f"{where}: {said}.") from error
    return getattr(kept, name)


def _parts(value: Any) -> tuple[Any, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(","))
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _pence(rule: Rule, name: str, pounds: Any) -> Any:
    try:
        if isinstance(pounds, tuple):
            return tuple(round(100 * float(one)) for one in pounds)
        return round(100 * float(pounds))
    except (TypeError, ValueError) as error:
        where = f"{rule.id}, {name.replace('_', ' ')}"
        raise OptionError(f"{where}: pounds are expected.") from error


def settings_of(values: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    """Give settings as a RuleChange keeps them: `{"hours": 12}`."""
    return tuple(
        (name, tuple(value) if isinstance(value, list) else value)
        for name, value in values.items()
    )
