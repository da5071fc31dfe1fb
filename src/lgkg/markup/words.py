"""The words around the facts, in Thai and in English.

>>> Words("en").moment(datetime(2024, 1, 26, 9, 30))
'26 January 2024, 09:30'
>>> Words("th").moment(date(2024, 1, 26))
'26 มกราคม 2567'
"""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache

from lgkg.domain.concepts import concepts
from lgkg.pages import part
from lgkg.tables import table

_BUDDHIST_ERA = 543
LANGUAGES = ("th", "en")


class Words:
    """The words of one language.

    Args:
        language: `th` or `en`.
        rooms: further rooms of lgkg, such as `lgkg.web`, whose `words.json` gives words; a later one's count.

    Raises:
        ValueError: the language is neither `th` nor `en`.
    """

    def __init__(self, language: str, *rooms: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"there are no words in {language!r}; the languages are {' and '.join(LANGUAGES)}")
        self.language, self._words = language, _words("lgkg.markup", *rooms)

    def __call__(self, key: str, **values: object) -> str:
        """The word for `key`, with the values it asks for; the key itself where there is no word."""
        word = self._words.get(key, {}).get(self.language, key)
        return word.format(**values) if values else word

    def concept(self, scheme: str, id: str) -> str:
        """What a concept is called: `concept("body-kind", "ministry")`; its id where the tables do not know it."""
        return _concepts().get((scheme, id), {}).get(self.language, id)

    def moment(self, when: date) -> str:
        """A day, with the time of day if that is known; Thai counts years of the Buddhist era."""
        month = table("months")[when.month - 1][self.language]
        year = when.year + (_BUDDHIST_ERA if self.language == "th" else 0)
        day = self("day", day=when.day, month=month, year=year)
        return self("time", day=day, hour=when.hour, minute=when.minute) if isinstance(when, datetime) else day

    def month(self, when: date) -> str:
        """The month of a day, with its year."""
        name = table("months")[when.month - 1][self.language]
        return f"{name} {when.year + (_BUDDHIST_ERA if self.language == 'th' else 0)}"


@cache
def _words(*rooms: str) -> dict[str, dict[str, str]]:
    return {key: word for room in rooms for key, word in json.loads(part(room, "words.json")).items()}


@cache
def _concepts() -> dict[tuple[str, str], dict[str, str]]:
    return {(known.scheme, known.id): {"th": known.th, "en": known.en} for known in concepts()}
