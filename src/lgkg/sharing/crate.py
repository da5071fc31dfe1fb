"""A folder of files as an RO-Crate 1.2 (https://www.researchobject.org/ro-crate/), for repositories of research data.

`ro-crate-metadata.json` says of the folder what `void.ttl` says of the graph, in the words of schema.org, and of each
file its size, format and SHA-256. The run and the program have the IRIs that they have in the graph.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from lgkg.rdf.terms import LGKG
from lgkg.rdf.void import TITLES
from lgkg.sharing.rights import LICENCE, PLACES, RIGHTS

if TYPE_CHECKING:
    from lgkg.graph import Graph, Info

CRATE = "ro-crate-metadata.json"
VERSION = "https://w3id.org/ro/crate/1.2"
_N_QUADS = ("https://www.w3.org/TR/n-quads/", "RDF 1.1 N-Quads")
_N_TRIPLES = ("https://www.w3.org/TR/n-triples/", "RDF 1.1 N-Triples")
_IRI = ("https://www.rfc-editor.org/rfc/rfc3987", "RFC 3987 IRI")
_TURTLE = ("https://www.w3.org/TR/turtle/", "RDF 1.1 Turtle")
_FORMATS = {
    ".nq.gz": ("application/gzip", _N_QUADS, "quads of the graph"),
    ".nt.gz": ("application/gzip", _N_TRIPLES, "triples of one named graph"),
    ".nt.gz.graph": ("text/plain", _IRI, "name of the graph that the triples are of"),
    ".ttl": ("text/turtle", _TURTLE, "what the data set is, in VoID and DCAT"),
}
"""End of a file's name -> media type, address and name of the format, and what the file is."""

Entity: TypeAlias = dict[str, Any]


def crate(graph: Graph, folder: Path, sums: Mapping[str, str], published: date | None = None) -> bytes:
    """The metadata of a folder.

    Args:
        graph: the graph that the files hold.
        folder: where the files lie.
        sums: name of a file -> its SHA-256, in hexadecimal.
        published: the day on which they are published; that of the newest article if it is not given.
    """
    found = graph.info()
    counts = {"articles": found.articles, "quads": found.quads, **found.counts}
    dataset = {**_dataset(graph, counts), **_days(found, published), "hasPart": [_link(name) for name in sorted(sums)]}
    entities = [_itself(), dataset, *_files(folder, sums), *_counted(counts), *_made(graph), _licence()]
    told = {"@context": f"{VERSION}/context", "@graph": entities}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _itself() -> Entity:
    return {"@id": CRATE, "@type": "CreativeWork", "conformsTo": _link(VERSION), "about": _link("./")}


def _dataset(graph: Graph, counts: Iterable[str]) -> Entity:
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": TITLES["en"],
        "alternateName": TITLES["th"],
        "description": f"{TITLES['en']}, read by lgkg, each fact with its passage. {RIGHTS['en']}",
        "license": _link(LICENCE),
        "identifier": _link("#input"),
        "inLanguage": ["th", "en"],
        "isBasedOn": _link(PLACES),
        "mentions": _link(_run(graph)),
        "variableMeasured": [_link(f"#count-{name}") for name in counts],
    }


def _days(found: Info, published: date | None) -> Entity:
    """The day of publication and the days of the articles, as far as they are known."""
    day = published or (found.published[1] if found.published else None)
    covered = {"temporalCoverage": "/".join(map(str, found.published))} if found.published else {}
    return {"datePublished": day.isoformat(), **covered} if day else covered


def _files(folder: Path, sums: Mapping[str, str]) -> Iterator[Entity]:
    formats = {}
    for name, digest in sorted(sums.items()):
        media, (address, called), about = next(it for end, it in _FORMATS.items() if name.endswith(end))
        formats[address] = called
        yield {
            "@id": name,
            "@type": "File",
            "name": name,
            "description": about,
            "encodingFormat": [media, _link(address)],
            "contentSize": str((folder / name).stat().st_size),
            "sha256": digest,
        }
    for address, called in sorted(formats.items()):
        yield {"@id": address, "@type": "WebPage", "name": called}


def _counted(counts: Mapping[str, int]) -> Iterator[Entity]:
    for name, count in counts.items():
        yield {"@id": f"#count-{name}", "@type": "PropertyValue", "name": f"number of {name}", "value": count}


def _made(graph: Graph) -> Iterator[Entity]:
    """The run, what it read, the program, and where the places come from."""
    about = graph.manifest
    program = f"{about.base}program/lgkg"
    yield {
        "@id": _run(graph),
        "@type": "CreateAction",
        "name": "Reading of the press releases",
        "instrument": _link(program),
        "object": _link("#input"),
        "result": _link("./"),
    }
    yield {
        "@id": "#input",
        "@type": "PropertyValue",
        "name": "SHA-256 of the articles that were read",
        "propertyID": f"{LGKG}inputSha256",
        "value": about.input_sha256,
    }
    address = LGKG.removesuffix("#")  # of its ontology: the program has no other of its own
    yield {"@id": program, "@type": "SoftwareApplication", "name": "lgkg", "version": about.version, "url": address}
    yield {"@id": PLACES, "@type": "WebSite", "name": "GeoThai: places of Thailand", "url": PLACES}


def _licence() -> Entity:
    return {
        "@id": LICENCE,
        "@type": "CreativeWork",
        "name": "Creative Commons Attribution 4.0 International",
        "identifier": "CC-BY-4.0",
        "description": RIGHTS["en"],
    }


def _run(graph: Graph) -> str:
    return f"{graph.manifest.base}run/{graph.manifest.input_sha256[:16]}"


def _link(id: str) -> Entity:
    return {"@id": id}
