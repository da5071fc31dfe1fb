"""Which found fact stands for which annotated one: each for one at most.

>>> one_to_one(["ก", "ข"], ["ข", "ค"], str.__eq__)
Matched(pairs=(('ข', 'ข'),), missed=('ก',), spurious=('ค',))
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from lgkg.evaluation import graph_facts
from lgkg.evaluation.annotations import Delegation, Meeting, Named, Office, Policy
from lgkg.evaluation.labels import key, same, same_or_begins, similarity

OFFICE_BEGINS, BODY_BEGINS = 0.7, 0.85
"""The least share of an office's, an organisation's longer label that the shorter one must have, if it begins it."""
POLICY_ALIKE, VENUE_ALIKE = 0.8, 0.7
"""The least similarity of the labels of one policy, of one venue."""
MEETING_ALIKE = 1.0
"""The least that speaks for two events being one; see `likeness`."""

G = TypeVar("G")
F = TypeVar("F")
_G_co = TypeVar("_G_co", covariant=True)
_F_co = TypeVar("_F_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Matched(Generic[_G_co, _F_co]):
    """Annotated facts with the found ones that stand for them, and those left over on both sides."""

    pairs: tuple[tuple[_G_co, _F_co], ...]
    missed: tuple[_G_co, ...]
    spurious: tuple[_F_co, ...]


def one_to_one(annotated: Iterable[G], found: Iterable[F], match: Callable[[G, F], bool]) -> Matched[G, F]:
    """Matches as many as can be matched, so that how many they are does not depend on any order.

    Each annotated fact takes the first found one that matches and is free; where none is, those before it move on to
    others that match them, if that frees one.
    """
    wanted, left = list(annotated), list(found)
    candidates = [[at for at, one in enumerate(left) if match(fact, one)] for fact in wanted]
    held = _assignment(candidates)
    taken = set(held.values())
    return Matched(
        tuple((wanted[taker], left[at]) for taker, at in sorted(held.items())),
        tuple(fact for taker, fact in enumerate(wanted) if taker not in held),
        tuple(one for at, one in enumerate(left) if at not in taken),
    )


def _assignment(candidates: Sequence[Sequence[int]]) -> dict[int, int]:
    """Which of its candidates each taker gets: a maximum matching, along augmenting paths, the shortest first.

    >>> _assignment([[0, 1], [0]])
    {0: 1, 1: 0}
    """
    held: dict[int, int] = {}
    taken: dict[int, int] = {}
    for taker in range(len(candidates)):
        reached: dict[int, int] = {}
        at = _free_one(taker, candidates, taken, reached)
        while at is not None:
            one = reached[at]
            taken[at] = one
            held[one], at = at, held.get(one)
    return held


def _free_one(
    taker: int, candidates: Sequence[Sequence[int]], taken: Mapping[int, int], reached: dict[int, int]
) -> int | None:
    """The nearest free candidate; `reached` is filled with through whom each one on the way was reached."""
    waiting = deque([taker])
    while waiting:
        one = waiting.popleft()
        for at in candidates[one]:
            if at not in reached:
                reached[at] = one
                if at not in taken:
                    return at
                waiting.append(taken[at])
    return None


def is_office(office: Office, label: str) -> bool:
    """Whether a form of the office is the label, or one begins the other with at least 0.7 of its length."""
    return any(same_or_begins(form, label, OFFICE_BEGINS) for form in office.forms)


def is_organisation(body: Named, label: str) -> bool:
    """Whether a form of the body is the label, or one begins the other with at least 0.85 of its length."""
    return any(same_or_begins(form, label, BODY_BEGINS) for form in body.forms)


def is_policy(policy: Policy, label: str) -> bool:
    """Whether a form of the policy has a `similarity` of at least 0.8 to the label; its kind is compared apart."""
    return any(similarity(form, label) >= POLICY_ALIKE for form in policy.forms)


def is_venue(venue: str, label: str) -> bool:
    """Whether the two have a `similarity` of at least 0.7."""
    return similarity(venue, label) >= VENUE_ALIKE


def is_delegation(delegation: Delegation, found: graph_facts.Delegation) -> bool:
    """Whether delegate and delegator both have the same name; whatever the event."""
    return same(delegation.delegate, found.delegate) and same(delegation.delegator, found.delegator)


def pair_meetings(
    annotated: Iterable[Meeting], found: Iterable[graph_facts.Meeting]
) -> Matched[Meeting, graph_facts.Meeting]:
    """Pairs events one to one: that with the most participants first, each with the one left that is most like it.

    Two events are paired only if their `likeness` is at least 1.
    """
    left, pairs, missed = list(found), [], []
    for meeting in sorted(annotated, key=lambda it: -len(it.participants)):
        best = max(left, key=lambda it: likeness(meeting, it), default=None)
        if best is None or likeness(meeting, best) < MEETING_ALIKE:
            missed.append(meeting)
        else:
            left.remove(best)
            pairs.append((meeting, best))
    return Matched(tuple(pairs), tuple(missed), tuple(left))


def likeness(meeting: Meeting, found: graph_facts.Meeting) -> float:
    """What speaks for two events being one, 0 to 2.5.

    The best `similarity` of their titles, and half of each of these: the best similarity of their venues, the share of
    the annotated participants who took part, and 1 if the day is the same.
    """
    title = _best(meeting.forms, found.titles)
    venue = _best([meeting.venue or ""], found.venues)
    wanted = {key(one.name) for one in meeting.participants}
    present = wanted & {key(part.person) for part in found.participations}
    share = len(present) / max(1, len(meeting.participants))
    day = bool(meeting.date) and str(meeting.date) in found.dates
    return title + 0.5 * venue + 0.5 * share + 0.5 * day


def _best(forms: Iterable[str], labels: Iterable[str]) -> float:
    return max((similarity(form, label) for form in forms for label in labels), default=0.0)
