"""The provenance graph: what was read and with which version, told without a clock, so that builds can be compared."""

from __future__ import annotations

from datetime import datetime

from lgkg.rdf.nquads import Block, integer, literal
from lgkg.rdf.terms import DEFAULT_BASE, LABEL, TYPE, XSD, term


def provenance_iri(base: str = DEFAULT_BASE) -> str:
    """The IRI of the provenance graph."""
    return f"{base}graph/provenance"


def provenance_quads(
    version: str, articles: int, input_sha256: str, base: str = DEFAULT_BASE, ended: datetime | None = None
) -> bytes:
    """The provenance graph as canonical N-Quads.

    Args:
        version: the version of lgkg.
        articles: how many articles were read.
        input_sha256: digest of the input, in hexadecimal; it names the run.
        base: what is written before every id.
        ended: when the run ended, with its zone, if that is to be told; two builds then differ.
    """
    block = Block(f"<{provenance_iri(base)}>")
    run, program = f"<{base}run/{input_sha256[:16]}>", f"<{base}program/lgkg>"
    block.add(run, TYPE, term("prov:Activity"))
    block.add(run, term("prov:wasAssociatedWith"), program)
    block.add(run, term("lgkg:articleCount"), integer(articles))
    block.add(run, term("lgkg:inputSha256"), literal(input_sha256))
    if ended:
        block.add(run, term("prov:endedAtTime"), f'"{ended.isoformat(timespec="seconds")}"^^<{XSD}dateTime>')
    block.add(program, TYPE, term("prov:SoftwareAgent"))
    block.add(program, LABEL, literal("lgkg"))
    block.add(program, term("schema:softwareVersion"), literal(version))
    return block.canonical()
