"""A built-in question as SPARQL that can be read, changed, and asked anywhere.

>>> from lgkg.store.values import Iri
>>> print(written("Names", "# id = …\\nSELECT ?n { ?p foaf:name ?n }", {"p": Iri("urn:a")}))
# Names
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
SELECT ?n { VALUES ?p { <urn:a> } ?p foaf:name ?n }
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import dropwhile

from lgkg.rdf.terms import PREFIXES
from lgkg.store.sparql import prepared, tokens_of
from lgkg.store.values import Value, to_term


def written(title: str, sparql: str, bindings: Mapping[str, Value]) -> str:
    """The query under its title, its prefixes declared, its variables bound, without the head of its file.

    Args:
        title: what the query asks, in words.
        sparql: the text of a question.
        bindings: what its variables shall be.
    """
    query = "\n".join(dropwhile(_is_comment, sparql.strip().splitlines()))
    query = prepared(query, {name: to_term(value) for name, value in bindings.items()})
    used = {token[0].partition(":")[0] for token in tokens_of(query) if token.lastgroup == "prefixed"}
    prefixes = (f"PREFIX {prefix}: <{PREFIXES[prefix]}>" for prefix in sorted(used & PREFIXES.keys()))
    return "\n".join((f"# {title}", *prefixes, query))


def _is_comment(line: str) -> bool:
    return not line.strip() or line.startswith("#")
