"""Serves the parts of the picture as the files they are: `/network/parts/VERSION/stage.js`.

The version is a digest of all of them, so that a browser may keep them for good.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lgkg.errors import PictureError
from lgkg.network.picture import LARGEST, LIBRARIES, PARTS
from lgkg.pages import part

_ROOM = "lgkg.network.picture"
_STYLE = "parts.css"
_MOST = {"canvas": LARGEST, "webgl": 4_000}
"""Renderer -> people whom it shows at most."""
_KEEP = {"Cache-Control": "public, max-age=31536000, immutable"}


def files() -> list[Route]:
    """The route of the files."""
    return [Route("/network/parts/{version}/{name}", _file)]


def renderers() -> dict[str, int]:
    """The renderers that there are, each with how many people it shows at most; WebGL only where it was built."""
    return {name: most for name, most in _MOST.items() if f"{name}-library.js" in _contents()}


def scripts(renderer: str) -> list[str]:
    """The paths of the scripts of a picture, in the order in which they must be read."""
    return [_path(f"{name}.js") for name in (f"{renderer}-library", renderer, *PARTS)]


def stylesheet() -> str:
    """The path of the styles."""
    return _path(_STYLE)


async def _file(request: Request) -> Response:
    version, name = request.path_params["version"], request.path_params["name"]
    if version != _version() or name not in _contents():
        raise HTTPException(404, f"{name[:60]} is no file of the picture, or of another version of it")
    kind = "text/css" if name == _STYLE else "text/javascript"
    return Response(_contents()[name], media_type=kind, headers=_KEEP)


def _path(name: str) -> str:
    return f"/network/parts/{_version()}/{name}"


@cache
def _version() -> str:
    parts = "\0".join(f"{name}\0{content}" for name, content in _contents().items())
    return hashlib.sha256(parts.encode()).hexdigest()[:16]


@cache
def _contents() -> Mapping[str, str]:
    own = {name: part(_ROOM, name) for name in (_STYLE, *(f"{name}.js" for name in (*LIBRARIES, *PARTS)))}
    return own | {f"{name}-library.js": library for name in LIBRARIES if (library := _library(name))}


def _library(renderer: str) -> str:
    try:
        return LIBRARIES[renderer]()
    except PictureError:
        return ""
