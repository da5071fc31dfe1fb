"""Who is who: gives the people, bodies, posts, places and events of an article their canonical ids."""

from lgkg.identity.equal_names import EqualNames
from lgkg.identity.identities import Identities
from lgkg.identity.keys import name_key

__all__ = ["EqualNames", "Identities", "name_key"]
