"""Who is who: gives the people, bodies, posts, places and events of an article their canonical ids."""

from lgkg.identity.equal_names import EqualNames
from lgkg.identity.events import SAME_EVENT, same_events
from lgkg.identity.identities import Identities
from lgkg.identity.keys import name_key
from lgkg.identity.ledger import Judgement, JudgementRow, Ledger, PersonRow
from lgkg.identity.meetings import Events, which_is_which, with_people
from lgkg.identity.near_duplicates import near_duplicates, signature
from lgkg.identity.occurrences import Occurrence, events_of, occurrences_of
from lgkg.identity.people import People, who_is_who
from lgkg.identity.portrait import portrait
from lgkg.identity.records import EventRecord, Link, PersonRecord, Seat

__all__ = [
    "SAME_EVENT",
    "EqualNames",
    "EventRecord",
    "Events",
    "Identities",
    "Judgement",
    "JudgementRow",
    "Ledger",
    "Link",
    "Occurrence",
    "People",
    "PersonRecord",
    "PersonRow",
    "Seat",
    "events_of",
    "name_key",
    "near_duplicates",
    "occurrences_of",
    "portrait",
    "same_events",
    "signature",
    "which_is_which",
    "who_is_who",
    "with_people",
]
