"""The rules in words: the list, one rule, and docs/rules.md."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Iterator

from rota.domain import PriceTag, Strength
from rota.errors import RuleError
from rota.rules import RULES, Rule

WORDS = {
    Strength.MUST: "Must",
    Strength.SHOULD: "Should",
    Strength.WATCH: "Watch",
    Strength.OFF: "Off",
}


def rule_list() -> str:
    """List every rule: its name, strength and first sentence."""
    wide = max(len(rule.id_of_class()) for rule in RULES)
    return "\n".join(
        f"{rule.id_of_class():<{wide}}  {strength_word(rule()):<6}"
        f"  {rule.title()}"
        for rule in RULES
    )


def one_rule(name: str) -> str:
    """Say everything about one rule.

    Raises
    ------
    RuleError
        Where there is no such rule; the nearest name is given.
    """
    rule = find(name)()
    lines = [rule.id.capitalize(), "", *_text(type(rule)), ""]
    lines += [f"  {setting}" for setting in settings(rule)]
    return "\n".join(lines)


def find(name: str) -> type[Rule]:
    """Find a rule by its name, however it is spelt with spaces and case."""
    by_id = {rule.id_of_class(): rule for rule in RULES}
    wanted = " ".join(name.replace("-", " ").replace("_", " ").split())
    if wanted.casefold() in by_id:
        return by_id[wanted.casefold()]
    near = difflib.get_close_matches(wanted.casefold(), by_id, 1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise RuleError(f"There is no rule {name!r}.{hint}")


def strength_word(rule: Rule) -> str:
    """Say the strength as the Rules sheet does."""
    return WORDS[rule.strength]


def settings(rule: Rule) -> Iterator[str]:
    """Say each setting and its starting value."""
    yield f"strength: {strength_word(rule)}"
    for name, field in type(rule).model_fields.items():
        if name in ("strength", "overrides"):
            continue
        value = getattr(rule, name)
        if any(isinstance(tag, PriceTag) for tag in field.metadata):
            if value:
                must = rule.strength is Strength.MUST
                where = ", if it is made a should" if must else ""
                yield f"{name}: {_pounds(value)} a {rule.unit}{where}"
        else:
            said = "none" if value in ((), None) else value
            yield f"{name}: {said}  ({field.description or name})"


def _pounds(value: int | tuple[int, ...]) -> str:
    if isinstance(value, tuple):
        return " then ".join(_pounds(step) for step in value)
    return f"£{value / 100:g}"


def _text(rule: type[Rule]) -> list[str]:
    return inspect.cleandoc(rule.__doc__ or "").splitlines()


def manual() -> str:
    """Write docs/rules.md: every rule, its settings and its source."""
    lines = [
        "# The rules",
        "",
        "Made from the rules themselves by `python -m rota.rules.manual`.",
        "",
    ]
    for kind in RULES:
        rule = kind()
        lines += [f"## {rule.id.capitalize()}", "", *_text(kind), ""]
        lines += [f"- {setting}" for setting in settings(rule)]
        lines.append("")
    return "\n".join(lines)
