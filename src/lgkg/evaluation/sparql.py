"""The queries that an evaluation asks of the named graph of each article.

`GRAPH` has to name a graph, and queries are asked one article at a time: where `VALUES` gives the graphs, the engine
looks through those of all articles, which takes a thousand times longer in a large graph.
"""

from __future__ import annotations

ARTICLES = """
SELECT ?article ?id ?digest {
  VALUES ?id { IDS }
  ?article a lgkg:Article ; dcterms:identifier ?id .
  OPTIONAL { ?article lgkg:textSha256 ?digest }
}
"""
"""`IDS` stands for the ids of the articles."""

_GROUNDS = """
    OPTIONAL { ?fact lgkg:evidence/oa:exact ?passage }
    OPTIONAL { ?fact lgkg:confidence ?confidence }
    OPTIONAL { ?fact lgkg:rule ?rule }
"""


def _facts(variables: str, pattern: str) -> str:
    return f"""
SELECT ?passage ?confidence ?rule {variables} {{
  GRAPH ARTICLE {{
    {pattern}{_GROUNDS}  }}
}}
"""


FACTS = {
    "persons": _facts("?label", "?fact a lgkg:Person ; foaf:name ?label ."),
    "organisations": _facts("?label", "?fact a lgkg:Organization ; rdfs:label ?label ."),
    "places": _facts(
        "?label ?level",
        """VALUES ?level { lgkg:Province lgkg:District }
    ?fact a ?level ; rdfs:label ?label .""",
    ),
    "policies": _facts(
        "?label ?kind",
        """VALUES ?kind { lgkg:Law lgkg:Strategy lgkg:Project lgkg:PolicyStatement lgkg:Agreement }
    ?fact a lgkg:Policy , ?kind ; rdfs:label ?label .""",
    ),
    "tenures": _facts(
        "?fact ?person ?office ?acting ?former",
        """?fact a lgkg:Tenure ; org:member/foaf:name ?person ; lgkg:office ?post .
    ?post a lgkg:Office ; rdfs:label ?office .
    OPTIONAL { ?fact lgkg:acting ?acting }
    OPTIONAL { ?fact lgkg:former ?former }""",
    ),
    "meetings": _facts(
        "?fact ?title ?day ?venue ?province",
        """?fact a lgkg:Meeting ; rdfs:label ?title .
    OPTIONAL { ?fact schema:startDate ?day }
    OPTIONAL { ?fact schema:location ?place . ?place a lgkg:Venue ; rdfs:label ?venue }
    OPTIONAL { ?fact lgkg:province/rdfs:label ?province }""",
    ),
    "participations": _facts(
        "?fact ?person ?meeting ?role",
        """VALUES ?role { lgkg:chair lgkg:speaker lgkg:attendee }
    ?fact a lgkg:Participation ; lgkg:participant/foaf:name ?person ; lgkg:meeting ?meeting ; lgkg:role ?role .""",
    ),
    "delegations": _facts(
        "?fact ?delegate ?delegator",
        """?fact a lgkg:Delegation ; lgkg:delegate/foaf:name ?delegate ; lgkg:delegator/foaf:name ?delegator .""",
    ),
    "passages": """
SELECT ?passage {
  GRAPH ARTICLE { ?cited a lgkg:Passage ; oa:exact ?passage }
}
""",
}
"""What is asked -> the query; `ARTICLE` stands for the article. Rows about facts begin with their grounds."""
