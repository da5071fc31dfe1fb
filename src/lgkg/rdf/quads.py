"""What one article says, as the canonical N-Quads of its named graph.

The graph is complete by itself: the article, every entity it refers to with type and label, every statement with
passage, confidence and rule. An area that the article only implies, such as the district of a subdistrict, is a plain
`lgkg:Place` there and has no passage: whoever asks an article's graph for its districts gets those that it names. The
entities graph knows the level of all. The graph's IRI is the article's. Statements and passages live below that IRI
as fragments (`…/article/d01#tenure-1`, `…/article/d01#char=12,40`, which is the form of RFC 5147), so replacing an
article's graph leaves nothing behind. Statements are written as text, several times faster than through objects.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime
from functools import cache
from itertools import accumulate
from typing import Final, TypeAlias

from lgkg.article import Article
from lgkg.domain.concepts import concepts
from lgkg.facts import (
    Delegation,
    Entity,
    Evidence,
    Facts,
    Meeting,
    Office,
    Organization,
    Participation,
    Person,
    Place,
    Policy,
    Span,
    Tenure,
)
from lgkg.identity import Identities
from lgkg.iris import web_iri
from lgkg.rdf.nquads import Block, clock, day, decimal, integer, literal, true
from lgkg.rdf.places import areas_of
from lgkg.rdf.terms import ALT_LABEL, CONTAINED_IN, DEFAULT_BASE, DOPA_CODE, EVIDENCE, LABEL, TYPE, concept, term

_Named: TypeAlias = Place | Organization | Office | Policy

_PASSAGE: Final = term("lgkg:Passage")
_START: Final = term("oa:start")
_END: Final = term("oa:end")
_EXACT: Final = term("oa:exact")
_SOURCE: Final = term("oa:hasSource")


def article_quads(facts: Facts, ids: Identities, base: str = DEFAULT_BASE) -> bytes:
    """The named graph of an article.

    Args:
        facts: what the article says.
        ids: gives every entity its id.
        base: what is written before every id; see `lgkg.iris.checked_base`.

    Returns:
        Canonical N-Quads in UTF-8: sorted, unique lines.
    """
    return _ArticleGraph(facts, ids, base).written()


def article_iri(article_id: str, ids: Identities, base: str = DEFAULT_BASE) -> str:
    """The IRI of an article, which is also that of its graph."""
    return base + ids.article(article_id)


class _ArticleGraph:
    def __init__(self, facts: Facts, ids: Identities, base: str) -> None:
        self._facts, self._ids, self._base = facts, ids, base
        self._iri = article_iri(facts.article.id, ids, base)
        self._article = f"<{self._iri}>"
        self._block = Block(self._article)
        self._passages: dict[Span, str] = {}
        self._stated: list[Span] = []
        self._reach: list[int] = []
        self._nodes: dict[int, str] = {}

    def written(self) -> bytes:
        facts = self._facts
        self._describe_article(facts.article)
        self._state_all()
        for place in facts.places:
            self._describe_place(place)
        self._describe_implied_areas()
        for organization in facts.organizations:
            self._describe_organization(organization)
        for office in facts.offices:
            self._describe_office(office)
        for person in facts.persons:
            self._describe_person(person)
        for policy in facts.policies:
            self._describe_policy(policy)
        return self._block.canonical()

    def _state_all(self) -> None:
        facts = self._facts
        for number, tenure in enumerate(facts.tenures, 1):
            self._state_tenure(f"<{self._iri}#tenure-{number}>", tenure)
        for meeting in facts.meetings:
            self._state_meeting(meeting)
        for number, participation in enumerate(facts.participations, 1):
            self._state_participation(f"<{self._iri}#participation-{number}>", participation)
        for number, delegation in enumerate(facts.delegations, 1):
            self._state_delegation(f"<{self._iri}#delegation-{number}>", delegation)
        self._stated = sorted(self._passages)
        self._reach = list(accumulate((span.end for span in self._stated), max))

    def _describe_article(self, article: Article) -> None:
        node, block = self._article, self._block
        block.add(node, TYPE, term("lgkg:Article"))
        block.add(node, term("dcterms:identifier"), literal(article.id))
        block.add(node, term("lgkg:textSha256"), literal(article.text_sha256))
        if article.title:
            block.add(node, term("dcterms:title"), literal(article.title))
        if article.published:
            block.add(node, term("dcterms:issued"), day(article.published))
        if source := web_iri(article.url) if article.url else None:
            block.add(node, term("dcterms:source"), f"<{source}>")
        if article.publisher:
            block.add(node, term("dcterms:publisher"), literal(article.publisher))

    def _describe_place(self, place: Place) -> None:
        node = self._named(place, place.name)
        self._block.add(node, TYPE, term(f"lgkg:{place.level}"))
        self._locate(node, place)

    def _describe_implied_areas(self) -> None:
        named = {self._node(place) for place in self._facts.places}
        for area in areas_of(self._facts):
            node = self._node(area)
            if node not in named:
                self._block.add(node, TYPE, term("lgkg:Place"))
                self._block.add(node, LABEL, literal(area.name))
                self._locate(node, area)

    def _locate(self, node: str, place: Place) -> None:
        if place.code:
            self._block.add(node, DOPA_CODE, literal(place.code))
        if place.within:
            self._block.add(node, CONTAINED_IN, self._node(place.within))

    def _describe_organization(self, organization: Organization) -> None:
        node = self._named(organization, organization.label, organization.variants)
        self._block.add(node, TYPE, term("lgkg:Organization"))
        self._block.add(node, term("org:classification"), concept("body-kind", organization.kind))
        if organization.kind in _local_governments():
            self._block.add(node, TYPE, term("lgkg:LocalGovernment"))
        if organization.jurisdiction:
            self._block.add(node, term("lgkg:jurisdiction"), self._node(organization.jurisdiction))

    def _describe_office(self, office: Office) -> None:
        node = self._named(office, office.label, office.variants)
        self._block.add(node, TYPE, term("lgkg:Office"))
        self._block.add(node, term("org:role"), concept("office-kind", office.kind))
        if office.organization:
            self._block.add(node, term("org:postIn"), self._node(office.organization))
        if office.jurisdiction:
            self._block.add(node, term("lgkg:jurisdiction"), self._node(office.jurisdiction))

    def _describe_person(self, person: Person) -> None:
        node, block = self._node(person), self._block
        name = literal(person.name)
        block.add(node, TYPE, term("lgkg:Person"))
        block.add(node, term("foaf:name"), name)
        block.add(node, LABEL, name)
        block.add(node, term("foaf:givenName"), literal(person.given))
        if person.family:
            block.add(node, term("foaf:familyName"), literal(person.family))
        if person.honorific:
            block.add(node, term("lgkg:honorific"), literal(person.honorific))
        for alias in person.aliases:
            block.add(node, ALT_LABEL, literal(alias))
        block.add(node, EVIDENCE, self._mention(person.evidence.span))

    def _describe_policy(self, policy: Policy) -> None:
        node = self._named(policy, policy.label, policy.variants)
        self._block.add(node, TYPE, term("lgkg:Policy"))
        self._block.add(node, TYPE, term(f"lgkg:{policy.kind}"))

    def _state_tenure(self, node: str, tenure: Tenure) -> None:
        block = self._block
        block.add(node, TYPE, term("lgkg:Tenure"))
        block.add(node, term("org:member"), self._node(tenure.person))
        block.add(node, term("lgkg:office"), self._node(tenure.office))
        if tenure.observed_on:
            block.add(node, term("lgkg:observedOn"), day(tenure.observed_on))
        if tenure.acting:
            block.add(node, term("lgkg:acting"), true())
        if tenure.former:
            block.add(node, term("lgkg:former"), true())
        self._vouch(node, tenure.evidence)

    def _state_meeting(self, meeting: Meeting) -> None:
        node, block = self._node(meeting), self._block
        block.add(node, TYPE, term("lgkg:Meeting"))
        block.add(node, LABEL, literal(meeting.title))
        block.add(node, term("lgkg:eventKind"), concept("event-kind", meeting.kind))
        self._date(node, meeting)
        if meeting.venue:
            block.add(node, term("schema:location"), self._venue(meeting, meeting.venue))
        if meeting.province:
            block.add(node, term("lgkg:province"), self._node(meeting.province))
        if meeting.organizer:
            block.add(node, term("schema:organizer"), self._node(meeting.organizer))
        for policy in meeting.about:
            block.add(node, term("schema:about"), self._node(policy))
        if meeting.attendee_count is not None:
            block.add(node, term("lgkg:attendeeCount"), integer(meeting.attendee_count))
        self._vouch(node, meeting.evidence)

    def _date(self, node: str, meeting: Meeting) -> None:
        """Day and time of day apart: SPARQL cannot compare a date with a dateTime, and would drop the row."""
        if meeting.start:
            self._block.add(node, term("schema:startDate"), day(meeting.start))
        if isinstance(meeting.start, datetime):
            self._block.add(node, term("lgkg:startTime"), clock(meeting.start.time()))
        if meeting.end:
            self._block.add(node, term("schema:endDate"), day(meeting.end))

    def _venue(self, meeting: Meeting, name: str) -> str:
        node = f"<{self._base}{self._ids.venue(meeting)}>"
        self._block.add(node, TYPE, term("lgkg:Venue"))
        self._block.add(node, LABEL, literal(name))
        if meeting.province:
            self._block.add(node, CONTAINED_IN, self._node(meeting.province))
        return node

    def _state_participation(self, node: str, participation: Participation) -> None:
        block = self._block
        block.add(node, TYPE, term("lgkg:Participation"))
        block.add(node, term("lgkg:participant"), self._node(participation.person))
        block.add(node, term("lgkg:meeting"), self._node(participation.meeting))
        for role in participation.roles:
            block.add(node, term("lgkg:role"), term(f"lgkg:{role}"))
        if participation.in_capacity_of:
            block.add(node, term("lgkg:inCapacityOf"), self._node(participation.in_capacity_of))
        self._vouch(node, participation.evidence)

    def _state_delegation(self, node: str, delegation: Delegation) -> None:
        block = self._block
        block.add(node, TYPE, term("lgkg:Delegation"))
        block.add(node, term("lgkg:delegate"), self._node(delegation.delegate))
        block.add(node, term("lgkg:delegator"), self._node(delegation.delegator))
        if delegation.meeting:
            block.add(node, term("lgkg:meeting"), self._node(delegation.meeting))
        self._vouch(node, delegation.evidence)

    def _named(self, entity: _Named, label: str, variants: tuple[str, ...] = ()) -> str:
        node = self._node(entity)
        self._block.add(node, LABEL, literal(label))
        for variant in variants:
            self._block.add(node, ALT_LABEL, literal(variant))
        self._block.add(node, EVIDENCE, self._mention(entity.evidence.span))
        return node

    def _vouch(self, node: str, evidence: Evidence) -> None:
        self._block.add(node, EVIDENCE, self._passage(evidence.span))
        self._block.add(node, term("lgkg:confidence"), decimal(evidence.confidence))
        self._block.add(node, term("lgkg:rule"), literal(evidence.rule))

    def _mention(self, span: Span) -> str:
        """The passage that names an entity: that of a statement, where one covers it."""
        first = bisect_left(self._reach, span.end)  # the first that reaches so far begins no later than the others
        covers = first < len(self._stated) and self._stated[first].covers(span)
        return self._passage(self._stated[first] if covers else span)

    def _passage(self, span: Span) -> str:
        node = self._passages.get(span)
        if node is None:
            start, end = span
            node = self._passages[span] = f"<{self._iri}#char={start},{end}>"
            block = self._block
            block.add(node, TYPE, _PASSAGE)
            block.add(node, _START, integer(start))
            block.add(node, _END, integer(end))
            block.add(node, _EXACT, literal(self._facts.article.text[start:end]))
            block.add(node, _SOURCE, self._article)
        return node

    def _node(self, thing: Entity | Meeting) -> str:
        """The term of an entity or meeting; remembered by object, since hashing a record hashes all it refers to."""
        node = self._nodes.get(id(thing))
        if node is None:
            node = self._nodes[id(thing)] = f"<{self._base}{entity_id(self._facts, thing, self._ids)}>"
        return node


def entity_id(facts: Facts, thing: Entity | Meeting, ids: Identities) -> str:
    """The id of anything that an article names."""
    match thing:
        case Person():
            return ids.person(facts, thing)
        case Office():
            return ids.office(thing)
        case Organization():
            return ids.organization(thing)
        case Place():
            return ids.place(thing)
        case Policy():
            return ids.policy(thing)
        case Meeting():
            return ids.meeting(facts, thing)


@cache
def _local_governments() -> frozenset[str]:
    return frozenset(
        kind.id for kind in concepts() if kind.scheme == "body-kind" and kind.broader == "local_government"
    )
