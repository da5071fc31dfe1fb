"""The seam between what an article says and who that is: an `Identities` gives every entity its canonical id.

An id is a short ASCII path that becomes an IRI below the graph's base: `person/5n3v…`, `place/21`, `org/pao.21`.
Nobody else makes ids, and nobody else knows how they are made.
"""

from __future__ import annotations

from typing import Protocol

from lgkg.facts import Facts, Meeting, Office, Organization, Person, Place, Policy


class Identities(Protocol):
    """Who is who. Every method is a function of its arguments and of what the object was made with."""

    def article(self, article_id: str) -> str:
        """The id of the article read under `article_id`, any text."""
        ...

    def person(self, facts: Facts, person: Person) -> str:
        """The id of a person whom the article of `facts` names."""
        ...

    def office(self, office: Office) -> str:
        """The id of a post."""
        ...

    def organization(self, organization: Organization) -> str:
        """The id of a body."""
        ...

    def place(self, place: Place) -> str:
        """The id of a province, district or subdistrict."""
        ...

    def policy(self, policy: Policy) -> str:
        """The id of a law, strategy, project, policy or agreement."""
        ...

    def meeting(self, facts: Facts, meeting: Meeting) -> str:
        """The id of an event that the article of `facts` reports."""
        ...

    def venue(self, meeting: Meeting) -> str:
        """The id of the place where a meeting that has a `venue` was held."""
        ...
