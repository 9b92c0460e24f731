"""Support plans in words: what is given, what is not, and by how many."""

from __future__ import annotations

from collections.abc import Iterator

from rota import words
from rota.io.pages.facts import Facts


def to_give(facts: Facts) -> Iterator[str]:
    """Say in a few words how much support nobody gives."""
    minutes = facts.report.minutes_not_given
    if minutes:
        yield f"{words.hours(minutes)} of support not given"
    few = sum(1 for gap in facts.not_given if gap.missing)
    if few:
        yield words.count(few, "session") + " with too few people"


def not_given(facts: Facts) -> Iterator[str]:
    """Say what is not given, who is nearest, and what is in the way."""
    for gap in facts.not_given:
        near = gap.nearest
        who = f" Nearest: {near.sentence}." if near else ""
        why = f" {gap.supply}." if gap.supply else ""
        yield f"{gap.sentence}.{why}{who}"


def hours(facts: Facts) -> Iterator[str]:
    """Say what is commissioned and given in all."""
    weeks = [week for week in facts.commissioned if week.planned]
    for by_cover, what in ((False, "Sessions"), (True, "Shared support")):
        mine = [w for w in weeks if w.line.kind.is_by_cover is by_cover]
        if mine:
            planned = sum(week.planned for week in mine)
            short = sum(week.short for week in mine)
            over = sum(week.over for week in mine)
            beyond = f", {words.hours(over)} over" if over else ""
            done = "all given"
            if short:
                done = (
                    f"{words.hours(planned - short)} of them given,"
                    f" {words.hours(short)} short"
                )
            said = f"{words.hours(planned)} commissioned"
            yield f"{what}: {said}, {done}{beyond}"


def faces(facts: Facts) -> Iterator[str]:
    """Say how many different people come, and where they are too many."""
    counts = [one for one in facts.faces if one.number]
    if not counts:
        return
    mean = sum(one.number for one in counts) / len(counts)
    top = max(counts, key=lambda one: one.number)
    yield (
        f"On average {mean:.1f} for each {facts.person_word}; most"
        f" {top.number} ({top.client.name})"
    )
    for one in counts:
        if one.is_too_many:
            yield (
                f"{one.client.name}: {one.number} from"
                f" {words.day(one.first)} to {words.day(one.last)};"
                f" at most {one.client.faces}"
            )
