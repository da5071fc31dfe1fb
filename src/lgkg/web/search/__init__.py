"""Search: what somebody types, found as it is typed, on a page and as JSON."""

from lgkg.web.search.found import Way
from lgkg.web.search.index import Group, Hit, Index
from lgkg.web.search.roman import rough
from lgkg.web.search.routes import routes
from lgkg.web.search.shelf import Shelf
from lgkg.web.search.things import Kind, Thing, things
from lgkg.web.search.typed import meanings

__all__ = ["Group", "Hit", "Index", "Kind", "Shelf", "Thing", "Way", "meanings", "rough", "routes", "things"]
