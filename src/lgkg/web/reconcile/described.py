"""What the service tells of itself and of entities, as JSON."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

import lgkg
from lgkg.rdf.terms import LGKG
from lgkg.web.reconcile.candidates import Candidate
from lgkg.web.reconcile.properties import PROPERTIES, Cell, Property
from lgkg.web.reconcile.types import BROADER, KINDS, TYPES, types_of
from lgkg.web.rendering import language_of, words_of
from lgkg.web.search import Index, Thing

VERSIONS = ("0.1", "0.2")
WIDTH, HEIGHT = 420, 260
"""Pixels of a preview."""


def manifest(request: Request) -> dict[str, Any]:
    """What the service can do, and where."""
    site, here = request.app.state.site, address(request)
    suggest = {
        name: {"service_url": here, "service_path": f"/reconcile/suggest/{name}"}
        for name in ("entity", "type", "property")
    }
    suggest["entity"]["flyout_service_path"] = "/reconcile/flyout/entity?id=${id}"
    return {
        "versions": list(VERSIONS),
        "name": words_of(request)("reconcile_name"),
        "identifierSpace": site.base,
        "schemaSpace": LGKG,
        "documentation": f"{here}/reconcile/about",
        "serviceVersion": lgkg.__version__,
        "defaultTypes": [type_of(request, name) for name in KINDS],
        "view": {"url": f"{here}{site.root}{{{{id}}}}"},
        "preview": {"url": f"{here}/reconcile/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
    }


def address(request: Request) -> str:
    """Where the website lies, as the client called it, without a slash at the end."""
    return str(request.base_url).rstrip("/")


def type_of(request: Request, name: str) -> dict[str, Any]:
    """A type, with the one that is broader."""
    told: dict[str, Any] = {"id": name, "name": words_of(request)(f"type_{name}")}
    if name in BROADER:
        told["broader"] = [type_of(request, BROADER[name])]
    return told


def property_of(request: Request, prop: Property) -> dict[str, Any]:
    """A property as suggestions and extensions name it."""
    return {"id": prop.id, "name": words_of(request)(f"property_{prop.id}")}


def entity(request: Request, thing: Thing) -> dict[str, Any]:
    """An entity: its id, which is its IRI without the identifier space, its name, and the line about it."""
    told = {"id": thing.iri.removeprefix(request.app.state.site.base), "name": thing.label}
    line = thing.context[language_of(request)]
    return {**told, "description": line} if line else told


def candidate(request: Request, found: Candidate) -> dict[str, Any]:
    """A candidate of a query."""
    types = [{"id": name, "name": words_of(request)(f"type_{name}")} for name in types_of(found.thing)]
    features = [{"id": id, "value": value} for id, value in found.features.items()]
    told = {"score": found.score, "match": found.match, "type": types, "features": features}
    return {**entity(request, found.thing), **told}


def extended(request: Request, index: Index, ids: list[str], wanted: list[str]) -> dict[str, Any]:
    """The values of properties of entities; of an entity that is not there, none."""
    rows: dict[str, dict[str, list[Cell]]] = {}
    for id in ids:
        thing = index.thing(request.app.state.site.base + id)
        rows[id] = {name: _cells(request, index, PROPERTIES[name], thing) if thing else [] for name in wanted}
    return {"meta": [_meta(request, PROPERTIES[name]) for name in wanted], "rows": rows}


def _meta(request: Request, prop: Property) -> dict[str, Any]:
    told = property_of(request, prop)
    if prop.type:
        type_told = {"id": prop.type, "name": words_of(request)(f"type_{prop.type}")}
        told |= {"type": type_told, "service": f"{address(request)}/reconcile"}
    return told


def _cells(request: Request, index: Index, prop: Property, thing: Thing) -> list[Cell]:
    if prop.value:
        return prop.value(thing)
    return [entity(request, one) for one in prop.things(thing, index)]


def suggested_types(request: Request, prefix: str) -> list[dict[str, Any]]:
    """The types whose id or name contains a text."""
    return [told for told in (type_of(request, name) for name in TYPES) if _is_named(told, prefix)]


def suggested_properties(request: Request, prefix: str) -> list[dict[str, Any]]:
    """The properties whose id or name contains a text."""
    return [told for told in (property_of(request, one) for one in PROPERTIES.values()) if _is_named(told, prefix)]


def _is_named(told: dict[str, Any], text: str) -> bool:
    return any(text.casefold() in told[part].casefold() for part in ("id", "name"))
