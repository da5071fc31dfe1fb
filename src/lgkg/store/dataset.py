"""Reads which graphs a query names by `FROM`, so that one that is not there is told instead of found empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from urllib.parse import urljoin

from lgkg.store.sparql import first_word
from lgkg.store.wanted import Dataset

_ESCAPED = re.compile(r"\\(.)")


def dataset_of(tokens: Sequence[re.Match[str]], prefixes: Mapping[str, str]) -> Dataset | None:
    """The graphs that a query names by `FROM` and `FROM NAMED`.

    Args:
        tokens: the tokens of the query.
        prefixes: what may be used without declaration.

    Returns:
        None if it names none, or one in a way that the engine will complain of.
    """
    default: list[str] = []
    named: list[str] = []
    for is_named, token in _clauses(tokens):
        iri = _iri(token, tokens, prefixes)
        if iri is None:
            return None
        (named if is_named else default).append(iri)
    return Dataset(tuple(default), tuple(named)) if default or named else None


def _clauses(tokens: Sequence[re.Match[str]]) -> Iterator[tuple[bool, re.Match[str]]]:
    """Whether a clause says NAMED, and the token of its graph; they stand before the first group."""
    start = first_word(tokens)
    said = ""
    for token in tokens[tokens.index(start) :] if start else ():
        if token.lastgroup == "open":
            return
        if token.lastgroup in ("iri", "prefixed") and said in ("FROM", "NAMED"):
            yield said == "NAMED", token
        said = token[0].upper() if token.lastgroup == "word" else ""


def _iri(token: re.Match[str], tokens: Sequence[re.Match[str]], prefixes: Mapping[str, str]) -> str | None:
    if token.lastgroup == "iri":
        return urljoin(_base(tokens), token[0][1:-1])
    prefix, _, local = token[0].partition(":")
    before = {**prefixes, **_declared(tokens)}.get(prefix)
    return None if before is None else before + _ESCAPED.sub(r"\1", local)


def _base(tokens: Sequence[re.Match[str]]) -> str:
    bases = [after[0][1:-1] for word, after in pairwise(tokens) if word[0].upper() == "BASE"]
    return bases[-1] if bases else ""


def _declared(tokens: Sequence[re.Match[str]]) -> dict[str, str]:
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return {
        name[0].partition(":")[0]: urljoin(_base(tokens), iri[0][1:-1])
        for word, name, iri in triples
        if word[0].upper() == "PREFIX"
    }
