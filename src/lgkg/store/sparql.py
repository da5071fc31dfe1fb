"""Reads just enough of SPARQL to bind variables safely and to refuse what reaches beyond the graph.

Values never become text that is parsed as SPARQL: a binding is a `VALUES` block at the head of every group that
mentions the variable, its term written by the store's own library. (Oxigraph's own substitution only takes
variables that the query projects.)

`SERVICE` is refused here but for hosts that are allowed, because Oxigraph would call any address, inner networks
included. Oxigraph parses without a tokenizer (`1SERVICE<…>`, `SERVICE:a{…}` and `trueSERVICE…` are service calls to
it), so whatever could be one is refused, at the cost of refusing prefixes with `service` in their names. So is a query
that has the word, if only in a comment or a text, and something that may be read in two ways: what one takes for a
text or a comment could be a call to the other.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit

from lgkg.errors import QueryError
from lgkg.store.values import Term

_HEX, _SURROGATE = "[0-9a-fA-F]{4}", "[dD][89abAB]"  # \ud800 is no character, and to the engine no escape
_PLANE = f"(?: 0000(?!{_SURROGATE}) | 000[1-9a-fA-F] | 0010 )"
_ESCAPE = rf"""\\(?: [tbnrf"'\\] | u(?!{_SURROGATE}){_HEX} | U{_PLANE}{_HEX} )"""
_TOKEN = re.compile(
    rf"""(?P<string>\"{{3}}(?:[^"\\]|{_ESCAPE}|"{{1,2}}(?!"))*+\"{{3}}
         | '{{3}}(?:[^'\\]|{_ESCAPE}|'{{1,2}}(?!'))*+'{{3}}
         | "(?:[^"\\\n\r]|{_ESCAPE})*+" | '(?:[^'\\\n\r]|{_ESCAPE})*+')
      | (?P<unclosed>"(?:[^"\\\n\r]|{_ESCAPE})*+ | '(?:[^'\\\n\r]|{_ESCAPE})*+)
      | (?P<iri><[^\s<>"{{}}|^`\\]*>)
      | (?P<comment>\#[^\n\r]*)
      | (?P<language>@[A-Za-z-]+)
      | (?P<variable>[?$]\w+)
      | (?P<prefixed>(?:[^\W\d_][\w-]*+)?:[\w:-]*)
      | (?P<word>[^\W\d_][\w-]*+)
      | (?P<open>\{{) | (?P<close>\}})
      | (?P<other>\S)""",
    re.VERBOSE | re.DOTALL,
)
_PROLOGUE = frozenset({"BASE", "PREFIX"})
_UPDATES = frozenset({"INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"})
_LONG_TEXTS = 200
"""Texts in three quotes; reading a query takes the time of their number times its length."""


def prepared(sparql: str, bindings: Mapping[str, Term], services: Container[str] = ()) -> str:
    """The query with its variables bound.

    Args:
        sparql: a query.
        bindings: variable (without `?`) to term.
        services: hosts, with their ports where those are told, that it may call.

    Raises:
        QueryError: it is an update, it calls another `SERVICE`, or a bound variable is not in it.
    """
    tokens = tokens_of(sparql)
    _refuse_updates(tokens)
    _refuse_services(sparql, tokens, services)
    return _bound(sparql, tokens, bindings) if bindings else sparql


def unbound(sparql: str, bindings: Mapping[str, Term], line: int, column: int) -> tuple[int, int]:
    """Line and column in a query of what stands at line and column of the same query with its variables bound."""
    before = prepared(sparql, bindings).split("\n")[line - 1][: column - 1]
    for name, term in bindings.items():
        before = before.replace(_values(name, term), "")
    return line, len(before) + 1


def tokens_of(sparql: str) -> list[re.Match[str]]:
    """The tokens of a query, comments left out; `lastgroup` says what each is.

    Raises:
        QueryError: it has so many long texts that reading it would take too long.
    """
    if sparql.count('"""') + sparql.count("'''") > _LONG_TEXTS:
        raise QueryError(f"the query has more than {_LONG_TEXTS} texts in three quotes", remedy="Use single quotes")
    return [match for match in _TOKEN.finditer(sparql) if match.lastgroup != "comment"]


def first_word(tokens: Iterable[re.Match[str]]) -> re.Match[str] | None:
    """The first word behind the prologue, which says what kind of query it is."""
    words = (token for token in tokens if token.lastgroup == "word")
    return next((word for word in words if word[0].upper() not in _PROLOGUE), None)


def _refuse_updates(tokens: list[re.Match[str]]) -> None:
    word = first_word(tokens)
    if word is not None and word[0].upper() in _UPDATES:
        raise QueryError(
            "this is an update, and a graph is only read", remedy="Ask with SELECT, ASK, CONSTRUCT or DESCRIBE"
        )


def _refuse_services(sparql: str, tokens: list[re.Match[str]], allowed: Container[str]) -> None:
    if "service" not in sparql.casefold():
        return
    for at, token in enumerate(tokens):
        if _is_unclear(token) or (_may_call(token) and not _is_allowed(tokens[at : at + 3], allowed)):
            raise QueryError(
                "SERVICE is refused, since it would reach other machines",
                remedy="Ask about this graph alone; a prefix whose name contains `service` has to be renamed",
            )


def _is_unclear(token: re.Match[str]) -> bool:
    """Whether the engine may read on differently from here.

    That is so behind an escape outside of texts (`x:a\\#b`), and behind what is an IRI here and may be a comparison to
    it, followed by a text, a comment or the end of a group: `1<2&&'>'=''`. (`1<http://…>` is no comparison.)
    """
    if token.lastgroup == "iri":
        return not token[0].startswith(("<http://", "<https://")) and any(sign in token[0] for sign in "'#)")
    return token[0] == "\\"


def _is_allowed(call: list[re.Match[str]], allowed: Container[str]) -> bool:
    """Whether it calls, by its whole address, a host that may be called."""
    words = [token for token in call if token[0].upper() not in ("SERVICE", "SILENT")]
    if call[0][0].upper() != "SERVICE" or not words or words[0].lastgroup != "iri":
        return False
    try:
        address = urlsplit(words[0][0][1:-1])
    except ValueError:  # `http://[`
        return False
    return address.scheme in ("http", "https") and (address.netloc in allowed or address.hostname in allowed)


def _may_call(token: re.Match[str]) -> bool:
    match token.lastgroup:
        case "word":
            return "service" in token[0].casefold()
        case "prefixed":
            return "service" in token[0].partition(":")[0].casefold()
    return False


@dataclass(slots=True)
class _Group:
    """What stands between two braces: where it begins, whether patterns may stand there, what it mentions."""

    start: int
    takes_patterns: bool
    variables: set[str] = field(default_factory=set)


def _bound(sparql: str, tokens: list[re.Match[str]], bindings: Mapping[str, Term]) -> str:
    groups = list(_groups(tokens))
    mentioned = set().union(*(group.variables for group in groups))
    for name in bindings:
        if name not in mentioned:
            raise QueryError(f"the query has no variable ?{name}", remedy="Bind only variables that its patterns use")
    for group in sorted(groups, key=lambda group: -group.start):
        names = sorted(group.variables & bindings.keys())
        values = "".join(_values(name, bindings[name]) for name in names)
        sparql = sparql[: group.start] + values + sparql[group.start :]
    return sparql


def _values(name: str, term: Term) -> str:
    return f" VALUES ?{name} {{ {term} }}"


def _groups(tokens: list[re.Match[str]]) -> Iterator[_Group]:
    """The groups that may hold patterns: no templates, no data of `VALUES`, no bare wrapping of a sub-select."""
    opened: list[_Group] = []
    keyword = ""
    for token, following in pairwise([*tokens, *tokens[-1:]]):
        if token.lastgroup == "word":
            keyword = token[0].upper()
        elif token.lastgroup == "open":
            wraps = following[0].upper() == "SELECT"
            opened.append(_Group(token.end(), keyword not in ("CONSTRUCT", "VALUES") and not wraps))
            keyword = ""
        elif token.lastgroup == "close" and opened:
            group = opened.pop()
            keyword = ""
            if group.takes_patterns:
                yield group
        elif token.lastgroup == "variable" and opened:
            opened[-1].variables.add(token[0][1:])
