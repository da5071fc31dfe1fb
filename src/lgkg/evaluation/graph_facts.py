"""What the graph says of one article: labels and statements, each with its grounds. See `graph_reader`."""

from __future__ import annotations

from dataclasses import dataclass

from lgkg.facts import PolicyKind


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why the graph says so: the passage, and for statements the confidence (0-1) and the rule."""

    passage: str = ""
    confidence: float | None = None
    rule: str = ""

    def together(self, other: Grounds) -> Grounds:
        """The grounds of what follows from two facts, as sure as the less sure one."""
        sure = [it.confidence for it in (self, other) if it.confidence is not None]
        passages = " … ".join(dict.fromkeys((self.passage, other.passage)))
        rules = " + ".join(dict.fromkeys((self.rule, other.rule)))
        return Grounds(passages, min(sure, default=None), rules)


NO_GROUNDS = Grounds()


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, province or district under the label that the article gives it."""

    label: str
    grounds: Grounds

    @property
    def shown(self) -> str:
        """What it is called where it is listed."""
        return self.label


@dataclass(frozen=True, slots=True)
class Policy(Entity):
    """A policy and its kind."""

    kind: PolicyKind


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office; `fact` is the IRI of the statement."""

    fact: str
    person: str
    office: str
    acting: bool
    former: bool
    grounds: Grounds

    @property
    def shown(self) -> str:
        """What it is called where it is listed."""
        return f"{self.person}: {self.office}"

    @property
    def status(self) -> tuple[bool, bool]:
        """Acting, former."""
        return self.acting, self.former


@dataclass(frozen=True, slots=True)
class Participation:
    """A person at an event, in some roles."""

    fact: str
    person: str
    roles: frozenset[str]
    grounds: Grounds

    @property
    def shown(self) -> str:
        """What it is called where it is listed."""
        return self.person


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event: all titles, days (`2022-10-03`), venues and provinces that it has, and who took part."""

    fact: str
    titles: frozenset[str]
    dates: frozenset[str]
    venues: frozenset[str]
    provinces: frozenset[str]
    participations: tuple[Participation, ...]
    grounds: Grounds

    @property
    def shown(self) -> str:
        """What it is called where it is listed."""
        return " / ".join(sorted(self.titles))


@dataclass(frozen=True, slots=True)
class Delegation:
    """`delegator` assigned `delegate`."""

    fact: str
    delegate: str
    delegator: str
    grounds: Grounds

    @property
    def shown(self) -> str:
        """What it is called where it is listed."""
        return f"{self.delegator} → {self.delegate}"


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All that the graph says of an article, in the order of labels and IRIs; entities once a label.

    `text_sha256` and `passages` are of the article itself: the digest of its text, and all that is cited from it,
    longest first.
    """

    persons: tuple[Entity, ...] = ()
    organisations: tuple[Entity, ...] = ()
    provinces: tuple[Entity, ...] = ()
    districts: tuple[Entity, ...] = ()
    policies: tuple[Policy, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    text_sha256: str = ""
    passages: tuple[str, ...] = ()
