"""The official areas as RDF: names in Thai and English, codes, and what lies in what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lgkg.domain.gazetteer import Area, gazetteer
from lgkg.facts import Evidence, Facts, Level, Place, Span
from lgkg.identity import Identities
from lgkg.rdf.nquads import english, literal, thai
from lgkg.rdf.terms import CONTAINED_IN, DOPA_CODE, EXACT_MATCH, LABEL, PREF_LABEL, TYPE, WIKIDATA, term

_LEVELS: Final = {2: Level.PROVINCE, 4: Level.DISTRICT, 6: Level.SUBDISTRICT}
_FROM_GAZETTEER: Final = Evidence(Span(0, 0), 1.0, "gazetteer")


def areas_of(facts: Facts) -> Iterator[Place]:
    """The areas that an article names, those of its bodies, posts and meetings, and what these lie in; some twice."""
    referred = [
        *facts.places,
        *(body.jurisdiction for body in facts.organizations),
        *(office.jurisdiction for office in facts.offices),
        *(meeting.province for meeting in facts.meetings),
    ]
    for place in referred:
        while place:
            yield place
            place = place.within


def area_ids(areas: Iterable[Area], ids: Identities) -> dict[str, Area]:
    """The areas by the id of their place."""
    return {ids.place(_place(area)): area for area in areas}


def area_statements(area: Area, ids: Identities, base: str) -> Iterator[tuple[str, str, str]]:
    """What is known of an area: class, names, codes, the area it lies in, and its item in Wikidata.

    ISO 3166-2 takes the two digits of the DOPA code for a province (`TH-21`), and has no codes for what is below it.
    """
    node = f"<{base}{ids.place(_place(area))}>"
    yield node, TYPE, term(f"lgkg:{_LEVELS[len(area.code)]}")
    yield node, LABEL, literal(area.name)
    yield node, PREF_LABEL, thai(area.name)
    yield node, PREF_LABEL, english(area.name_en)
    yield node, DOPA_CODE, literal(area.code)
    if len(area.code) == 2:
        yield node, term("schema:identifier"), literal(f"TH-{area.code}")
    else:
        yield node, CONTAINED_IN, f"<{base}{ids.place(_place(gazetteer().by_code[area.code[:-2]]))}>"
    if area.wikidata:
        yield node, EXACT_MATCH, f"<{WIKIDATA}{area.wikidata}>"


def _place(area: Area) -> Place:
    return Place(_LEVELS[len(area.code)], area.name, area.code, None, _FROM_GAZETTEER)
