"""Says what is wrong with a query that the engine cannot read, and where.

The engine names the farthest place that it looked at, which may lie behind the mistake (`SELEC ?x {` is wrong at column
10 to it), and all that its grammar has there. So the mistakes that people make are looked for first, and its own place
is named only where there is none of them, as the end of what has to be looked through.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import pairwise

from lgkg.errors import QueryError
from lgkg.store.sparql import first_word, tokens_of, unbound
from lgkg.store.values import Term

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_AT = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
_SENTENCE = re.compile(r"(?:one of |, |^)([A-Z]\w*(?: \w+)+)")
"""What the engine says in words, among what its grammar expects: `The SELECT contains a variable that is unbound`."""
_CLOSING = {"}": "{", ")": "("}
_SHOWN = 40
"""Characters of the query that a message repeats."""

_Tokens = Sequence[re.Match[str]]
_Found = tuple[int, str, str]
"""Where a mistake is, what it is, what to do."""


def complaint(sparql: str, bindings: Mapping[str, Term], prefixes: Mapping[str, str], told: str) -> QueryError:
    """The error to raise for a query.

    Args:
        sparql: the query as it was asked.
        bindings: the values that were bound in it before it went to the engine.
        prefixes: what may be used without declaration.
        told: what the engine says of it.
    """
    at = _AT.fullmatch(told)
    if at is None:
        return QueryError(f"the query cannot be run ({told})", remedy="Correct it")
    tokens = tokens_of(sparql)
    if not tokens:
        return QueryError("the query cannot be run: it is empty", remedy=f"Ask with {_either(_FORMS)}")
    found = _no_form(tokens) or _undeclared(sparql, tokens, prefixes) or _unpaired(tokens)
    if found is None:
        return _somewhere(sparql, bindings, at)
    place, what, remedy = found
    return QueryError(f"the query cannot be run: {_place(sparql, place)}: {what}", remedy=remedy)


def _no_form(tokens: _Tokens) -> _Found | None:
    word = first_word(tokens)
    if word is None or word[0].upper() in _FORMS:
        return None
    near = get_close_matches(word[0].upper(), _FORMS, n=1)
    remedy = f"Did you mean {near[0]}?" if near else f"Begin it with {_either(_FORMS)}"
    return word.start(), f"no query begins with {word[0][:_SHOWN]}", remedy


def _undeclared(sparql: str, tokens: _Tokens, prefixes: Mapping[str, str]) -> _Found | None:
    named = [(before[0].upper(), token) for before, token in pairwise(tokens) if token.lastgroup == "prefixed"]
    declared = {token[0][:-1] for before, token in named if before == "PREFIX"} | prefixes.keys()
    for _, token in named:
        prefix = token[0].partition(":")[0]
        if prefix not in declared and sparql[token.start() - 1] not in "_.":  # `_:b`, and prefixes with dots
            remedy = f"Declare it with PREFIX {prefix}: <…>; known without: {', '.join(sorted(prefixes))}"
            return token.start(), f"the prefix {prefix}: is not declared", remedy
    return None


def _unpaired(tokens: _Tokens) -> _Found | None:
    opened: list[re.Match[str]] = []
    for token in tokens:
        sign = token[0]
        if token.lastgroup == "unclosed":
            return token.start(), "this text has no closing quote", "Close it in the same line"
        if sign in _CLOSING.values():
            opened.append(token)
        elif sign in _CLOSING and (not opened or opened.pop()[0] != _CLOSING[sign]):
            return token.start(), f"nothing is open that this {sign} could close", "Remove it, or open it before"
    return (opened[-1].start(), f"this {opened[-1][0]} is never closed", "Close it") if opened else None


def _somewhere(sparql: str, bindings: Mapping[str, Term], at: re.Match[str]) -> QueryError:
    """The engine's own place, and what it says in words."""
    line, column = unbound(sparql, bindings, int(at[1]), int(at[2]))
    before = sparql.split("\n")[line - 1 : line]
    words = before[0][max(0, column - 1 - _SHOWN) : column - 1].strip() if before else ""
    said = "; ".join(_SENTENCE.findall(at[3])) or "it cannot be read further"
    where = f"line {line}, column {column}, behind `{words}`" if words else f"line {line}, column {column}"
    return QueryError(f"the query cannot be run: {where}: {said}", remedy="Correct it there or shortly before")


def _place(sparql: str, at: int) -> str:
    head, line = sparql[:at], sparql[at:].split("\n", 1)[0]
    words = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
    return f"line {head.count(chr(10)) + 1}, column {at - head.rfind(chr(10))}, `{words.strip()}`"


def _either(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
