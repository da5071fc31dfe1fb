"""The tables that a graph comes to: their columns, and which property of the graph fills each.

Most rows say what one article says: a person has one row in each article that names the person. Ids are those of the
graph without what stands before them all (`person/5n3v…`); `names` has the name by which each is known best. This is
the one place where the tables are defined: what writes them, and `docs/tables.md`, follow it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    TEXTS = "texts"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"


class From(StrEnum):
    """How a cell is had: from the values of a property, or from what the row is about."""

    VALUE = "value"
    THING = "thing"
    """The id of what the property leads to."""
    NAME = "name"
    """The last part of what it leads to: the name of a concept, a class or a role."""
    SUBJECT = "subject"
    ARTICLE = "article"
    CLASS = "class"
    START = "start"
    END = "end"
    OTHERS = "others"
    """All values but the first of the first property, and all of the others."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: what it is called.
        about: what it holds, for readers.
        kind: of what kind that is.
        terms: the properties that fill it.
        source: how.
    """

    name: str
    about: str
    kind: Kind = Kind.TEXT
    terms: tuple[str, ...] = ()
    source: From = From.VALUE


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: what it is called.
        about: what a row is.
        classes: the classes of what has rows in it; empty for what has the property of its last column.
        columns: its columns.
        common: whether it tells of the graph of entities, which belongs to all articles.
    """

    name: str
    about: str
    classes: tuple[str, ...]
    columns: tuple[Column, ...]
    common: bool = False


def _thing(name: str, about: str, term: str) -> Column:
    return Column(name, about, terms=(term,), source=From.THING)


def _concept(name: str, about: str, term: str) -> Column:
    return Column(name, about, terms=(term,), source=From.NAME)


def _subject(name: str, about: str) -> Column:
    return Column(name, about, source=From.SUBJECT)


def _others(*terms: str) -> Column:
    return Column("other_names", "other names that the article prints", Kind.TEXTS, terms, From.OTHERS)


_ARTICLE = Column("article", "id of the article that says so", source=From.ARTICLE)
_PASSAGE = (
    Column("start", "where the passage begins that says so, in code points of the text", Kind.INTEGER, (), From.START),
    Column("end", "where it ends", Kind.INTEGER, (), From.END),
)
_VOUCHED = (
    Column("confidence", "how sure the reading is, from 0 to 1", Kind.NUMBER, ("lgkg:confidence",)),
    Column("rule", "the rule that read it", terms=("lgkg:rule",)),
    *_PASSAGE,
)
_LABEL = Column("label", "its name as the article prints it, abbreviations written out", terms=("rdfs:label",))
_LABELS = _others("rdfs:label", "skos:altLabel")

TABLES = (
    Table(
        "articles",
        "an article",
        ("lgkg:Article",),
        (
            _subject("article", "id of the article in the graph"),
            Column("identifier", "the id it was read under", terms=("dcterms:identifier",)),
            Column("title", "its headline", terms=("dcterms:title",)),
            Column("published", "the day of publication", Kind.DAY, ("dcterms:issued",)),
            Column("source", "where it was published", terms=("dcterms:source",)),
            Column("publisher", "what the site or body that published it calls itself", terms=("dcterms:publisher",)),
            Column("text_sha256", "SHA-256 of its text", terms=("lgkg:textSha256",)),
        ),
    ),
    Table(
        "people",
        "a person as an article names the person",
        ("lgkg:Person",),
        (
            _ARTICLE,
            _subject("person", "id of the person"),
            Column("name", "the name as printed, without honorific", terms=("foaf:name",)),
            Column("given", "the given name", terms=("foaf:givenName",)),
            Column("family", "the family name", terms=("foaf:familyName",)),
            Column("honorific", "title or rank as printed", terms=("lgkg:honorific",)),
            _others("foaf:name", "skos:altLabel"),
            *_PASSAGE,
        ),
    ),
    Table(
        "offices",
        "a post as an article names it",
        ("lgkg:Office",),
        (
            _ARTICLE,
            _subject("office", "id of the post"),
            _LABEL,
            _concept("kind", "concept of the scheme office-kind", "org:role"),
            _thing("organization", "id of the body that it is a post in", "org:postIn"),
            _thing("area", "id of the area it covers", "lgkg:jurisdiction"),
            _LABELS,
            *_PASSAGE,
        ),
    ),
    Table(
        "organizations",
        "a body as an article names it",
        ("lgkg:Organization",),
        (
            _ARTICLE,
            _subject("organization", "id of the body"),
            _LABEL,
            _concept("kind", "concept of the scheme body-kind", "org:classification"),
            _thing("area", "id of the area it is responsible for", "lgkg:jurisdiction"),
            _LABELS,
            *_PASSAGE,
        ),
    ),
    Table(
        "places",
        "an area as an article names or implies it",
        ("lgkg:Place", "lgkg:Province", "lgkg:District", "lgkg:Subdistrict"),
        (
            _ARTICLE,
            _subject("place", "id of the area"),
            Column("level", "Province, District or Subdistrict; Place where it is only implied", source=From.CLASS),
            Column("name", "its short name", terms=("rdfs:label",)),
            Column("code", "its official (DOPA) code", terms=("lgkg:dopaCode",)),
            _thing("within", "id of the area it lies in", "schema:containedInPlace"),
            *_PASSAGE,
        ),
    ),
    Table(
        "policies",
        "a law, strategy, project, policy or agreement as an article names it",
        ("lgkg:Policy",),
        (
            _ARTICLE,
            _subject("policy", "id of the policy"),
            _LABEL,
            Column("kind", "Law, Strategy, Project, PolicyStatement or Agreement", source=From.CLASS),
            _LABELS,
            *_PASSAGE,
        ),
    ),
    Table(
        "tenures",
        "an article sees a person in a post",
        ("lgkg:Tenure",),
        (
            _ARTICLE,
            _subject("tenure", "id of the observation"),
            _thing("person", "id of the person", "org:member"),
            _thing("office", "id of the post", "lgkg:office"),
            Column("observed_on", "the day on which the person was seen in it", Kind.DAY, ("lgkg:observedOn",)),
            Column("acting", "whether the person acts for somebody", Kind.FLAG, ("lgkg:acting",)),
            Column("former", "whether the post is a former one", Kind.FLAG, ("lgkg:former",)),
            *_VOUCHED,
        ),
    ),
    Table(
        "meetings",
        "an event as an article reports it; one id may have rows in several articles",
        ("lgkg:Meeting",),
        (
            _ARTICLE,
            _subject("meeting", "id of the event"),
            Column("title", "what names it", terms=("rdfs:label",)),
            _concept("kind", "concept of the scheme event-kind", "lgkg:eventKind"),
            Column("start_date", "its first day", Kind.DAY, ("schema:startDate",)),
            Column("start_time", "when it begins, Thai local time, as 09:30:00", terms=("lgkg:startTime",)),
            Column("end_date", "its last day, if it lasts longer", Kind.DAY, ("schema:endDate",)),
            _thing("venue", "id of the place where it is held", "schema:location"),
            _thing("province", "id of the province", "lgkg:province"),
            _thing("organizer", "id of the body that holds it", "schema:organizer"),
            Column("about", "ids of policies it is about", Kind.TEXTS, ("schema:about",), From.THING),
            Column("attendees", "how many are said to attend", Kind.INTEGER, ("lgkg:attendeeCount",)),
            *_VOUCHED,
        ),
    ),
    Table(
        "participations",
        "a person took part in an event",
        ("lgkg:Participation",),
        (
            _ARTICLE,
            _subject("participation", "id of the statement"),
            _thing("person", "id of the person", "lgkg:participant"),
            _thing("meeting", "id of the event", "lgkg:meeting"),
            Column("roles", "chair, speaker, attendee", Kind.TEXTS, ("lgkg:role",), From.NAME),
            _thing("in_capacity_of", "id of the post in which the person took part", "lgkg:inCapacityOf"),
            *_VOUCHED,
        ),
    ),
    Table(
        "delegations",
        "a person assigned another, to an event if one is named",
        ("lgkg:Delegation",),
        (
            _ARTICLE,
            _subject("delegation", "id of the statement"),
            _thing("delegate", "id of the person who was sent", "lgkg:delegate"),
            _thing("delegator", "id of the person who sent", "lgkg:delegator"),
            _thing("meeting", "id of the event", "lgkg:meeting"),
            *_VOUCHED,
        ),
    ),
    Table(
        "passages",
        "a passage that an article is cited with",
        ("lgkg:Passage",),
        (
            _ARTICLE,
            Column("start", "where it begins, in code points of the text", Kind.INTEGER, ("oa:start",)),
            Column("end", "where it ends", Kind.INTEGER, ("oa:end",)),
            Column("text", "what it says", terms=("oa:exact",)),
        ),
    ),
    Table(
        "venues",
        "a place where events are held, as an article names it",
        ("lgkg:Venue",),
        (
            _ARTICLE,
            _subject("venue", "id of the place"),
            Column("name", "its name as printed", terms=("rdfs:label",)),
            _thing("province", "id of the province it lies in", "schema:containedInPlace"),
        ),
    ),
    Table(
        "names",
        "anything with an id, by the name that most articles give it",
        (),
        (
            _subject("id", "the id"),
            Column("classes", "its classes: Person, Office, Province …", Kind.TEXTS, ("rdf:type",), From.NAME),
            Column("other_names", "other names that articles give it", Kind.TEXTS, ("skos:altLabel",)),
            Column("name", "the name", terms=("skos:prefLabel",)),
        ),
        common=True,
    ),
    Table(
        "replaced",
        "an id that another has replaced, because both are one person or one event",
        (),
        (
            _subject("id", "the id that was replaced"),
            _thing("by", "the id that is used instead", "dcterms:isReplacedBy"),
        ),
        common=True,
    ),
    Table(
        "near_duplicates",
        "two articles of nearly the same text",
        (),
        (
            _subject("article", "id of an article"),
            Column("others", "ids of others", Kind.TEXTS, ("lgkg:nearDuplicateOf",), From.THING),
        ),
        common=True,
    ),
)
