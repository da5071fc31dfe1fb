"""The website serves the ontology's JSON-LD context at a path that does not change."""

from __future__ import annotations

import httpx

from lgkg import resources


def test_the_context_is_served_for_scripts_of_any_site(client: httpx.Client) -> None:
    response = client.get("/lgkg/ontology/context.jsonld")
    assert response.content == resources.ontology("context.jsonld").read_bytes()
    assert response.headers["content-type"].partition(";")[0] == "application/ld+json"
    assert response.headers["access-control-allow-origin"] == "*"
