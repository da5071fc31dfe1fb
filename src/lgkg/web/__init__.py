"""A website over a graph: pages for people, a SPARQL endpoint for machines.

    settings = Settings(port=8080)
    serve("out/demo", settings)

The graph is only read. Whatever asks it does so through `Pool`, in processes that are ended when their time is up.
"""

from lgkg.web.server import serve
from lgkg.web.settings import Settings
from lgkg.web.site import site

__all__ = ["Settings", "serve", "site"]
