"""The simplest answer to who is who: what has the same normalised name is the same.

People by name; areas by their official code; bodies and posts by code where their kind and area settle them, else
by name. Every id depends on the entity alone, so a rebuild changes none and adding articles changes none.
"""

from __future__ import annotations

from functools import cache

from lgkg.domain.concepts import concepts
from lgkg.facts import Facts, Level, Meeting, Office, Organization, Person, Place, Policy
from lgkg.identity.keys import name_key
from lgkg.identity.mint import keep, mint

_ONE_A_PROVINCE = "pao"
_ORDAINED_OR_ROYAL = ("พระ", "สมเด็จ", "หลวง")


class EqualNames:
    """An `Identities` without memory: equal normalised names are one person."""

    def article(self, article_id: str) -> str:
        """`article/<id>`; an id that is not plain ASCII is hashed."""
        return keep("article", article_id)

    def person(self, facts: Facts, person: Person) -> str:
        """By normalised name.

        A lone given name (`นายสมชาย`) says too little to be matched beyond its article; the names of monks and
        of royalty have no family name and are matched like full names.
        """
        key = name_key(person.name)
        if person.family is None and not key.startswith(_ORDAINED_OR_ROYAL):
            return mint("person", key, facts.article.id)
        return mint("person", key)

    def office(self, office: Office) -> str:
        """`office/governor.21` where the label is no more than the kind's name and an area's; else by label."""
        area = office.jurisdiction or (office.organization.jurisdiction if office.organization else None)
        if area and area.code and name_key(office.label) == name_key(_role_names().get(office.kind, "") + area.name):
            return f"office/{office.kind}.{area.code}"
        return mint("office", name_key(office.label), self._area_key(office.label, area))

    def organization(self, organization: Organization) -> str:
        """`org/pao.21` for the one provincial administrative organisation of a province; else by label."""
        area = organization.jurisdiction
        if area and area.code and organization.kind == _ONE_A_PROVINCE:
            return f"org/{organization.kind}.{area.code}"
        return mint("org", name_key(organization.label), self._area_key(organization.label, area))

    def place(self, place: Place) -> str:
        """`place/<code>`; an area that the article leaves open by level, name and what it lies in."""
        if place.code:
            return keep("place", place.code)
        return mint("place", place.level, name_key(place.name), self.place(place.within) if place.within else "")

    def policy(self, policy: Policy) -> str:
        """By kind and label, year included."""
        return mint("policy", policy.kind, name_key(policy.label))

    def meeting(self, facts: Facts, meeting: Meeting) -> str:
        """By article, title, day and passage: the same event told by two articles is two meetings for now."""
        span = meeting.evidence.span
        told = (name_key(meeting.title), str(meeting.start), name_key(meeting.venue or ""), f"{span.start}-{span.end}")
        return mint("meeting", facts.article.id, *told)

    def venue(self, meeting: Meeting) -> str:
        """By name and province."""
        return mint("venue", name_key(meeting.venue or ""), self.place(meeting.province) if meeting.province else "")

    def _area_key(self, label: str, area: Place | None) -> str:
        """The area, where the label leaves it open: names of districts and below recur, those of provinces do not."""
        if area is None or (area.level is Level.PROVINCE and name_key(area.name) in name_key(label)):
            return ""
        return self.place(area)


@cache
def _role_names() -> dict[str, str]:
    return {concept.id: concept.th for concept in concepts() if concept.scheme == "office-kind"}
