"""Support plans in words: what is given, what is not, and by how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rota import words
from rota.commissioned import ClientWeek
from rota.domain import SessionTime
from rota.io.pages.facts import Facts
from rota.rules.trips import TripDriver

NAMED = 3  # people in a line


def to_give(facts: Facts) -> Iterator[str]:
    """Say in a few words how much support nobody gives."""
    minutes = facts.report.minutes_not_given
    if minutes:
        yield f"{words.hours(minutes)} of support not given"
    few = sum(1 for gap in facts.not_given if gap.missing)
    if few:
        yield words.count(few, "session") + " with too few people"
    shared = sum(short.minutes for short in facts.shared_short)
    if shared:
        yield f"{words.hours(shared)} of shared support not given"
    trips = len(list(undriven(facts)))
    if trips:
        yield words.count(trips, "trip") + " without a driver"


def not_given(facts: Facts) -> Iterator[str]:
    """Say what is not given, who is nearest, and what is in the way."""
    for gap in facts.not_given:
        near = gap.nearest
        who = f" Nearest: {near.sentence}." if near else ""
        why = f" {gap.supply}." if gap.supply else ""
        yield f"{gap.sentence}.{why}{who}"


def shared(facts: Facts) -> Iterator[str]:
    """Say what is short of that which a house gives together, and why."""
    for short in facts.shared_short:
        yield f"{short.sentence}. {short.why}."


def undriven(facts: Facts) -> Iterator[str]:
    """Say the trips for which nobody there can drive."""
    for breach in facts.report.not_met:
        if isinstance(breach.rule, TripDriver):
            yield breach.sentence


def undriven_times(facts: Facts) -> Iterator[SessionTime]:
    """Give those trips as they are planned."""
    for breach in facts.report.not_met:
        if isinstance(breach.rule, TripDriver):
            yield from facts.roster.times_of(breach.key.what)


def hours(facts: Facts) -> Iterator[str]:
    """Say what is commissioned and given in all."""
    weeks = [week for week in facts.commissioned if week.planned]
    mine = [week for week in weeks if not week.line.kind.is_by_cover]
    if mine:
        short = sum(week.short for week in mine)
        over = sum(week.over for week in mine)
        beyond = f", {words.hours(over)} over" if over else ""
        yield f"Sessions: {_given(mine, short)}{beyond}"
    mine = [week for week in weeks if week.line.kind.is_by_cover]
    if mine:
        short = sum(one.minutes for one in facts.shared_short)
        yield f"Shared support: {_given(mine, short)}{_shares(mine, short)}"


def _given(weeks: Sequence[ClientWeek], short: int) -> str:
    planned = sum(week.planned for week in weeks)
    said = f"{words.hours(planned)} commissioned"
    if not short:
        return f"{said}, all given"
    return (
        f"{said}, {words.hours(planned - short)} of them given,"
        f" {words.hours(short)} short"
    )


def _shares(weeks: Sequence[ClientWeek], short: int) -> str:
    """Say who has less than their plan where a house gives enough for all."""
    less = [week for week in weeks if week.short]
    if short or not less:
        return ""
    names = list(dict.fromkeys(week.client.name for week in less))
    minutes = sum(week.short for week in less)
    return (
        f"; in equal shares {words.hours(minutes)} less than planned for"
        f" {words.people(names)}"
    )


def who_comes(facts: Facts) -> Iterator[str]:
    """Say how many different people come, whom plans prefer, and strangers."""
    yield from _faces(facts)
    yield from _preferred(facts)
    yield from _strangers(facts)


def _faces(facts: Facts) -> Iterator[str]:
    """Say how many different people come, and where they are too many."""
    counts = [one for one in facts.faces if one.number]
    if not counts:
        return
    mean = sum(one.number for one in counts) / len(counts)
    top = max(counts, key=lambda one: one.number)
    if len({one.client.id for one in counts}) > 1:
        yield (
            f"Different people: {mean:.1f} on average for each"
            f" {facts.person_word}; most {top.number} ({top.client.name})"
        )
    else:
        yield f"Different people: {top.number} ({top.client.name})"
    for one in counts:
        if one.is_too_many:
            yield (
                f"{one.client.name}: {one.number} from"
                f" {words.day(one.first)} to {words.day(one.last)};"
                f" at most {one.client.faces}"
            )


def _preferred(facts: Facts) -> Iterator[str]:
    """Say to how many sessions those come whom plans prefer."""
    held = [one for one in facts.familiar if one.asked]
    if not held:
        return
    asked = sum(one.asked for one in held)
    come = asked - sum(one.without for one in held)
    lacking = sorted(
        (one for one in held if one.without),
        key=lambda one: (one.share, -one.asked),
    )
    said = f"Key workers and preferred people: at {come} of {asked} sessions"
    if len(held) > 1 and lacking:
        names = [
            f"{one.client.name} ({one.asked - one.without} of {one.asked})"
            for one in lacking[:NAMED]
        ]
        said += f"; least often {words.listed(names)}"
    yield said


def _strangers(facts: Facts) -> Iterator[str]:
    """Say to how many sessions nobody comes who is known there."""
    held = [one for one in facts.familiar if one.strangers]
    if held:
        held.sort(key=lambda one: -one.strangers)
        names = [f"{x.client.name} {x.strangers}" for x in held[:NAMED]]
        more = len(held) - NAMED
        if more > 0:
            names.append(words.count(more, "other"))
        many = sum(one.strangers for one in held)
        yield (
            f"Nobody they know: {words.count(many, 'session')}"
            f" ({words.listed(names)})"
        )
