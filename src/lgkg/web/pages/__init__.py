"""Pages of people, offices, bodies, places, policies, events and articles, at their IRIs, for people and for machines.

`routes` gives them to the website; `front` gives the first page its list of provinces and latest articles.
"""

from lgkg.web.pages.door import routes
from lgkg.web.pages.front import front

__all__ = ["front", "routes"]
