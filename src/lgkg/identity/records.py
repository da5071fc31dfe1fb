"""What is compared to tell who is who and which event is which: people and events as records with their context.

A record is what all articles together say of one person or one event, or what a single article says of it, so that
the same comparison serves both. Ids are those of `lgkg.identity`, short paths such as `person/5n3v…` and `place/21`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Seat:
    """A post in which somebody was seen, and when: never when the term began or ended.

    Attributes:
        office: id of the post.
        kind: concept name of the scheme `office-kind`, e.g. `deputy_governor`.
        body: id of the body it is a post in; empty if unknown.
        area: DOPA code of the area it covers (2, 4 or 6 digits, the first two are the province's); empty if unknown.
        first: first day on which the person was seen in it; None if no article tells.
        last: last such day.
        former: whether every sighting calls the post a former one.
    """

    office: str
    kind: str
    body: str
    area: str
    first: date | None
    last: date | None
    former: bool = False


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person as the articles show them.

    Attributes:
        id: the person's id.
        name: given and family name as most articles print them, no honorific.
        given: the given name.
        family: the family name; None where only one name is known.
        honorifics: titles and ranks as printed, sorted.
        seats: posts in which the person was seen, sorted by office.
        first: first day of an article that names the person; None if no article has a day.
        last: last such day.
        articles: how many articles name the person.
    """

    id: str
    name: str
    given: str
    family: str | None
    honorifics: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()
    first: date | None = None
    last: date | None = None
    articles: int = 1


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event as one article reports it.

    Attributes:
        id: the id that the event has in this article alone.
        article: id of the article.
        title: what names it.
        kind: concept name of the scheme `event-kind`.
        day: its first day; None if unknown.
        venue: the place as printed; empty if unknown.
        province: id of the province; empty if unknown.
        organizer: id of the body that holds it; empty if unknown.
        chairs: ids of the people who chair it, sorted.
        people: ids of all who took part, the chairs among them, sorted.
        about: ids of the policies it is about, sorted.
        time: time of day at which it begins; None if unknown.
    """

    id: str
    article: str
    title: str
    kind: str
    day: date | None
    venue: str = ""
    province: str = ""
    organizer: str = ""
    chairs: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    time: time | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two ids that may be one person's or one event's.

    Attributes:
        a: the id that sorts first.
        b: the other.
        score: how probable it is that they are one, from 0 to 1.
        reasons: what speaks for and against it, in short English phrases, strongest first.
    """

    a: str
    b: str
    score: float
    reasons: tuple[str, ...] = ()
