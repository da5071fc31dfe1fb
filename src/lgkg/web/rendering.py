"""Pages from templates: all text is escaped, words come in the reader's language.

A template has `word` (`{{ word("people") }}`, `{{ word.moment(day) }}`), `language`, `path` (where something of the
graph lies on this website: `{{ path(iri) }}`) and what the page gives it. Whatever is shown passes through
`lgkg.harmless.safe`.
"""

from __future__ import annotations

from functools import cache

import jinja2
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from lgkg.harmless import safe
from lgkg.markup.words import LANGUAGES, Words

ROOMS = ("lgkg.web", "lgkg.web.asking", "lgkg.web.pages", "lgkg.web.search", "lgkg.web.reconcile", "lgkg.web.walk")
"""Rooms whose `words.json` gives the words of pages."""

_COOKIE = "language"


def page(request: Request, template: str, status: int = 200, /, **values: object) -> HTMLResponse:
    """A template filled in, in the language that the reader wants."""
    language = language_of(request)
    site = request.app.state.site
    told = {"word": words_of(request), "language": language, "path": site.path, "request": request, **values}
    response = HTMLResponse(_templates().get_template(template).render(told), status)
    response.headers["Vary"] = "Accept, Accept-Language, Cookie"
    response.headers["Content-Language"] = language
    if request.query_params.get("lang") == language:
        response.set_cookie(_COOKIE, language, max_age=31_536_000, samesite="lax", httponly=True)
    return response


def words_of(request: Request) -> Words:
    """The words of pages in the language that the reader wants."""
    return Words(language_of(request), *ROOMS)


def language_of(request: Request) -> str:
    """`th` or `en`: what the address asks for (`?lang=en`), what was chosen before, or what the browser wants."""
    wanted = (request.query_params.get("lang"), request.cookies.get(_COOKIE), *_preferred(request))
    fallback: str = request.app.state.site.settings.language
    return next((language for language in wanted if language in LANGUAGES), fallback)


def _preferred(request: Request) -> list[str]:
    """The languages of `Accept-Language`, the most wanted first."""
    ranked = []
    for position, entry in enumerate(request.headers.get("accept-language", "").split(",")[:20]):
        name, _, quality = entry.strip().partition(";q=")
        ranked.append((-_number(quality), position, name.partition("-")[0].lower()))
    return [name for *_, name in sorted(ranked)]


def _number(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0.0


@cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("lgkg.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda shown: safe(shown) if isinstance(shown, str) and not isinstance(shown, Markup) else shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
