from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from lgkg.facts import Facts
from lgkg.identity import EqualNames
from lgkg.rdf import PREFIXES, article_labels, entities_iri, entities_quads
from lgkg.rdf.entities import CountedLabel

IDS = EqualNames()


def names(counted: Iterable[CountedLabel], entity: str) -> dict[str, set[tuple[str, str | None]]]:
    """The names that the entities graph gives an entity: property -> text and language."""
    store = ox.Store()
    store.load(b"".join(quads for _, quads in entities_quads(counted, IDS, "http://x/")), ox.RdfFormat.N_QUADS)
    found: dict[str, set[tuple[str, str | None]]] = {}
    for quad in store.quads_for_pattern(ox.NamedNode(f"http://x/{entity}"), None, None):
        assert quad.graph_name == ox.NamedNode("http://x/graph/entities")
        if isinstance(quad.object, ox.Literal):
            found.setdefault(quad.predicate.value, set()).add((quad.object.value, quad.object.language))
    return found


PREFERRED, OTHER = PREFIXES["skos"] + "prefLabel", PREFIXES["skos"] + "altLabel"


def test_the_name_most_articles_print_is_preferred_and_the_others_are_kept() -> None:
    counted = [("person/a", "Person", "ก ข", 1), ("person/a", "Person", "กข", 3), ("person/a", "Person", "ก  ข", 2)]
    assert names(counted, "person/a") == {PREFERRED: {("กข", "th")}, OTHER: {("ก ข", "th"), ("ก  ข", "th")}}


def test_among_equals_the_shorter_and_then_the_first_is_preferred() -> None:
    counted = [
        ("org/a", "Organization", "กขค", 2),
        ("org/a", "Organization", "ขข", 2),
        ("org/a", "Organization", "กข", 2),
    ]
    assert names(counted, "org/a")[PREFERRED] == {("กข", "th")}


def test_an_official_area_has_its_official_names_in_both_languages() -> None:
    told = names([("place/21", "Province", "ระยอง", 1)], "place/21")
    assert told[PREFERRED] == {("ระยอง", "th"), ("Rayong", "en")}
    assert told[PREFIXES["lgkg"] + "dopaCode"] == {("21", None)}


def test_a_subdistrict_is_described_with_what_it_lies_in() -> None:
    block = dict(entities_quads([("place/210101", "Subdistrict", "ท่าประดู่", 1)], IDS, "http://x/"))["place/210101"]
    assert b"<http://x/place/210101> <https://schema.org/containedInPlace> <http://x/place/2101>" in block


def test_an_article_names_each_entity_once_and_people_without_honorific(harbour: Facts) -> None:
    labels = article_labels(harbour, IDS)
    assert len(labels) == len(set(labels)) == 10
    assert {name for _, kind, name in labels if kind == "Person"} == {"สมหมาย ทดสอบดี", "ใจงาม ลองเขียน", "อดีต เคยเป็น"}


def test_an_area_that_is_only_referred_to_has_a_name_too(harbour: Facts) -> None:
    unlisted = Facts(harbour.article, offices=harbour.offices[:1])
    assert ("place/21", "Province", "ระยอง") in article_labels(unlisted, IDS)


def test_entities_are_written_one_by_one_as_they_come() -> None:
    def endless() -> Iterable[CountedLabel]:
        number = 0
        while True:
            yield (f"org/{number:09}", "Organization", "ก", 1)
            number += 1

    blocks = entities_quads(endless(), IDS)
    assert next(iter(blocks))[1].count(b"\n") == 2


def test_the_entities_graph_lies_below_the_base() -> None:
    assert entities_iri("http://x/") == "http://x/graph/entities"
