"""The pages of the ontology, in Thai and English, and its diagram: made from `ontology/lgkg.ttl`."""

from __future__ import annotations

import html
from collections.abc import Container, Iterator
from textwrap import wrap

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from lgkg import resources

LGKG = rdflib.Namespace("https://w3id.org/lgkg/ontology#")
WORDS = {
    "title": {"en": "Ontology", "th": "ออนโทโลยี"},
    "diagram": {"en": "Classes of the ontology and what joins them", "th": "คลาสของออนโทโลยีและความสัมพันธ์"},
    "classes": {"en": "Classes", "th": "คลาส"},
    "properties": {"en": "Properties", "th": "คุณสมบัติ"},
    "individuals": {"en": "Roles", "th": "บทบาท"},
    "kind of": {"en": "A kind of", "th": "เป็นชนิดหนึ่งของ"},
    "said of": {"en": "Said of", "th": "ใช้กับ"},
    "value": {"en": "Value", "th": "ค่า"},
    "example": {"en": "Example", "th": "ตัวอย่าง"},
}
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property, OWL.AnnotationProperty)


def page(language: str) -> str:
    """The page in a language."""
    graph = _graph()
    classes = _own(graph, OWL.Class, RDFS.Class)
    properties = _own(graph, *PROPERTIES)
    others = [node for node in _own(graph) if node not in {*classes, *properties}]
    parts = [
        f"# {WORDS['title'][language]}",
        "",
        str(_text(graph, _ontology(graph), rdflib.DCTERMS.description, language)),
        "",
    ]
    parts += [f"![{WORDS['diagram'][language]}](ontology.{language}.svg)", ""]
    for name, nodes in (("classes", classes), ("properties", properties), ("individuals", others)):
        parts += [f"## {WORDS[name][language]}", ""]
        parts += [line for node in nodes for line in _entry(graph, node, language)]
    return "\n".join(parts)


PLACES = {
    "Article": (0, 0), "Passage": (1, 0), "Person": (0, 1), "Tenure": (1, 1), "Office": (2, 1), "Organization": (3, 1),
    "Delegation": (0, 2), "Participation": (1, 2), "Meeting": (2, 2), "Place": (3, 2), "Role": (1, 3), "Policy": (2, 3),
}  # fmt: skip
"""Where the diagram shows a class: column and row. Narrower classes are listed inside the wider one."""


def diagram(language: str) -> str:
    """The classes and the properties between them, as SVG.

    Raises:
        ValueError: the ontology has a class that has no place, and no wider one that has.
    """
    graph = _graph()
    shown = {LGKG[name]: (140 + 290 * column, 70 + 150 * row) for name, (column, row) in PLACES.items()}
    inside: dict[rdflib.URIRef, list[str]] = {node: [] for node in shown}
    for node in _own(graph, OWL.Class, RDFS.Class):
        if node not in shown:
            inside[_wider(graph, node, shown)].append(str(_text(graph, node, RDFS.label, language)))
    return _svg(graph, shown, inside, language)


def _wider(graph: rdflib.Graph, node: rdflib.URIRef, shown: Container[rdflib.URIRef]) -> rdflib.URIRef:
    """The nearest wider class that has a place."""
    above = sorted(it for it in graph.objects(node, RDFS.subClassOf) if isinstance(it, rdflib.URIRef))
    for found in above:
        if found in shown:
            return found
    for found in above:
        if found.startswith(LGKG):
            return _wider(graph, found, shown)
    raise ValueError(f"{node} has no place in the diagram of the ontology: give it one in docsite/ontology.py")


def _graph() -> rdflib.Graph:
    return rdflib.Graph().parse(resources.ontology("lgkg.ttl"), format="turtle")


def _ontology(graph: rdflib.Graph) -> rdflib.term.Node:
    return next(graph.subjects(RDF.type, OWL.Ontology))


def _own(graph: rdflib.Graph, *kinds: rdflib.URIRef) -> list[rdflib.URIRef]:
    """The ontology's own terms of these kinds, or of any, sorted."""
    found = {node for kind in kinds or (None,) for node in graph.subjects(RDF.type, kind)}
    return sorted(node for node in found if isinstance(node, rdflib.URIRef) and node.startswith(LGKG))


def _entry(graph: rdflib.Graph, node: rdflib.URIRef, language: str) -> Iterator[str]:
    yield from (
        f"### {_text(graph, node, RDFS.label, language)} {{#{_short(node).partition(':')[2]}}}",
        "",
        f"`{_short(node)}`",
        "",
    )
    if comment := _text(graph, node, RDFS.comment, language):
        yield from (str(comment), "")
    for word, predicate in (("kind of", RDFS.subClassOf), ("said of", RDFS.domain), ("value", RDFS.range)):
        if values := sorted(
            _short(value) for value in graph.objects(node, predicate) if isinstance(value, rdflib.URIRef)
        ):
            yield f"- {WORDS[word][language]}: " + ", ".join(f"`{value}`" for value in values)
    if example := _text(graph, node, SKOS.example, language):
        yield f"- {WORDS['example'][language]}: {html.escape(str(example))}"
    yield ""


def _text(
    graph: rdflib.Graph, node: rdflib.term.Node, predicate: rdflib.URIRef, language: str
) -> rdflib.term.Node | str:
    said = {getattr(it, "language", None): it for it in graph.objects(node, predicate)}
    return said.get(language) or said.get(None) or ""


def _short(node: rdflib.term.Node) -> str:
    """A name with its prefix: `lgkg:Person`."""
    return str(_graph_names().qname(str(node)))


def _graph_names() -> rdflib.namespace.NamespaceManager:
    return _graph().namespace_manager


def _joins(
    graph: rdflib.Graph, shown: Container[rdflib.URIRef], language: str
) -> dict[tuple[rdflib.URIRef, rdflib.URIRef], list[str]]:
    """From class to class: the properties that lead from one to the other, as the shapes want them."""
    shapes = rdflib.Graph().parse(resources.ontology("shapes.ttl"), format="turtle")
    found: dict[tuple[rdflib.URIRef, rdflib.URIRef], set[str]] = {}
    rows = [tuple(rdflib.URIRef(str(it)) for it in row) for row in shapes.query(_JOINS) if isinstance(row, tuple)]
    rows += [
        (rdflib.URIRef(str(subject)), node, rdflib.URIRef(str(target)))
        for node in _own(graph, *PROPERTIES)
        if (subject := graph.value(node, RDFS.domain)) and (target := graph.value(node, RDFS.range))
    ]
    for subject, path, target in rows:
        if subject in shown and target in shown and subject != target:
            label = str(_text(graph, path, RDFS.label, language) or _short(path))
            found.setdefault((subject, target), set()).add(label)
    return {pair: sorted(labels) for pair, labels in sorted(found.items())}


_JOINS = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?class ?path ?target {
  ?shape sh:targetClass ?class ; sh:property ?property .
  ?property sh:path ?path ; (sh:class|sh:or/rdf:rest*/rdf:first/sh:class) ?target .
  FILTER (isIRI(?path))
}
"""


def _svg(
    graph: rdflib.Graph,
    shown: dict[rdflib.URIRef, tuple[int, int]],
    inside: dict[rdflib.URIRef, list[str]],
    language: str,
) -> str:
    lines = [_line(words, shown[one], shown[other]) for (one, other), words in _joins(graph, shown, language).items()]
    boxes = [_box(str(_text(graph, node, RDFS.label, language)), inside[node], *place) for node, place in shown.items()]
    style = (
        "text{font:15px 'Noto Sans Thai',Loma,sans-serif;text-anchor:middle}.p{font-size:12px;fill:#444;"
        "paint-order:stroke;stroke:#fff;stroke-width:5px}.n{font-size:11px;fill:#555}rect{fill:#eef3fa;stroke:#24588f}"
        "path{stroke:#8a94a0;fill:none}"
    )
    arrow = '<marker id="a" markerWidth="9" markerHeight="9" refX="8" refY="4" orient="auto">'
    arrow += '<path d="M0,0L8,4L0,8"/></marker>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1150 620" role="img"><style>{style}</style>'
        f'<defs>{arrow}</defs><rect width="1150" height="620" style="fill:#fff;stroke:none"/>\n'
        + "\n".join([*lines, *boxes])
        + "\n</svg>\n"
    )


def _line(words: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    (x1, y1), (x2, y2) = start, end
    part = _inside_box(x2 - x1, y2 - y1)
    path = f'<path d="M{x1},{y1}L{x2 - (x2 - x1) * part:.0f},{y2 - (y2 - y1) * part:.0f}" marker-end="url(#a)"/>'
    along = 0.5 if x1 == x2 or y1 == y2 else 0.4  # so that the words of lines that cross do not
    x, y = x1 + (x2 - x1) * along, y1 + (y2 - y1) * along - 8 * (len(words) - 1) + 4
    labels = (
        f'<text class="p" x="{x:.0f}" y="{y + 16 * at:.0f}">{html.escape(it)}</text>' for at, it in enumerate(words)
    )
    return path + "".join(labels)


def _inside_box(dx: int, dy: int) -> float:
    """Which part of a line lies inside the box that it leads to."""
    return min(_WIDTH / 2 / abs(dx) if dx else 1, _HEIGHT / 2 / abs(dy) if dy else 1)


_WIDTH, _HEIGHT = 190, 60


def _box(label: str, narrower: list[str], x: int, y: int) -> str:
    rect = f'<rect x="{x - _WIDTH // 2}" y="{y - _HEIGHT // 2}" width="{_WIDTH}" height="{_HEIGHT}" rx="8"/>'
    told = [f'<text x="{x}" y="{y + (5 if not narrower else -12)}">{html.escape(label)}</text>']
    for at, line in enumerate(wrap(" · ".join(narrower), 34)):
        told.append(f'<text class="n" x="{x}" y="{y + 2 + 12 * at}">{html.escape(line)}</text>')
    return rect + "".join(told)
