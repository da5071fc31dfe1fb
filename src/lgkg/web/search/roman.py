r"""Thai names in Latin letters: a key that a name has in Thai and in whatever way somebody romanises it.

Thais spell their names in Latin letters as they like (ประยุทธ์: Prayut, Prayuth; วีรกูล: Virakul, Weerakoon), by sound
or letter by letter. What the ways have in common is most of the consonants, in order: `consonants` keeps one letter for
each class of consonants that are taken for each other (ก ข ค, ต ท ด, บ ป พ, ร ล …) and no vowel. `rough` keeps the
vowels that are written, to tell apart those whose consonants are near.

    >>> consonants(rough("ประยุทธ์")) == consonants(rough("Prayuth"))
    True
"""

from __future__ import annotations

import re
from functools import lru_cache

_SIGN = "ะัา-ู็อ"
"""Vowels that are written behind their consonant."""
_TONES = dict.fromkeys(map(ord, "่้๊๋"))
_SILENT = re.compile("(?<=[ก-ฮ])[ดตทว]ร์|[ก-ฮ][ิุ]?์|(?<=[ิุูั][ตท])ร$|(?<=ัก)ร(?=[ก-ฮ]|$)")
_MUTE = re.compile(f"(?<![ก-ฮ{_SIGN}])ห(?=[งญนมยรลว])|^อ(?=ย)")
_GLIDE = re.compile(
    f"(?<=[{_SIGN}เ-ไ])ย(?![{_SIGN}])|(?<=[เโ][ก-ฮ])ย|ย$|(?<=[เแ][ก-ฮ])ว(?![{_SIGN}])|(?<=[าิี็])ว(?![{_SIGN}])|(?<=[ก-ฮ])ว(?=[ก-ฮ](?![{_SIGN}]))"
)
_SOUNDS = {
    "^ทร(?=[งวัา])": "ซ",
    f"(?<=[ศสซ])ร(?=[{_SIGN}เ-ไ])": "",
    f"(?<=.)(?<![ปชต])ร(?![{_SIGN}เ-ไ])|(?<=.)[ลญ](?![{_SIGN}เ-ไ])": "น",
    f"(?<=.)จ(?=$|[ก-ฮ][รลว]?[{_SIGN}เ-ไ])|[ชซศษส]$": "ต",
}
"""How letters sound where they begin or end a syllable, once vowels stand behind their consonants."""
_THAI = {
    "k": "กขฃคฅฆ", "c": "จฉชฌ", "s": "ซศษส", "t": "ดตถทธฎฏฐฑฒ", "p": "บปผพภ", "f": "ฝฟ",
    "n": "งณน", "m": "ม", "y": "ยญ", "l": "รลฬฤ", "w": "ว", "h": "หฮ",
}  # fmt: skip
_CONSONANTS = str.maketrans({thai: latin for latin, letters in _THAI.items() for thai in letters})
_VOWELS = str.maketrans(
    {"ะ": "a", "ั": "a", "า": "a", "ำ": "am", "ํ": "m", "ิ": "i", "ี": "i", "ึ": "u", "ื": "u", "ุ": "u", "ู": "u"}
    | {"เ": "e", "แ": "e", "โ": "o", "ใ": "ai", "ไ": "ai", "อ": "o", "็": ""}
)
_LEADING = re.compile("([เแโใไ])([ก-ฮ])([รลว](?=[ก-ฮะาิีึืุู็่้]))?")
_DIGRAPHS = (
    ("tch", "c"), ("ch", "c"), ("sh", "c"), ("kh", "k"), ("gh", "k"), ("ck", "k"), ("ph", "p"), ("bh", "p"),
    ("th", "t"), ("dh", "t"), ("ng", "n"), ("zh", "c"), ("oo", "u"), ("ee", "i"), ("ou", "u"), ("ue", "u"), ("eu", "u"),
    ("ae", "e"), ("oe", "o"), ("sr", "s"),
)  # fmt: skip
_LATIN = str.maketrans({"g": "k", "q": "k", "j": "c", "z": "s", "x": "s", "d": "t", "b": "p", "v": "w", "r": "l"})
_LONG = re.compile("(?<=[aeiou])r(?=[^aeiouyr]|$)")
_LATIN_GLIDE = re.compile("(?<=[aeiou])[yw](?![aeiou])|(?<=[^aeiou])y(?![aeiou])")
_LATIN_FINAL_L = re.compile("(?<=[aeiou])[lr](?![aeiou])")
_LATIN_FINAL_S = re.compile("[csj]$")
_NEITHER = re.compile("[^a-z]")
_DOUBLE = re.compile(r"(.)\1+")
_VOWEL = re.compile("[aeiou]")


@lru_cache(maxsize=1 << 16)
def rough(word: str) -> str:
    """A word, Thai or Latin, in few Latin letters: a class a consonant, the vowels that are written."""
    told = word.casefold()
    told = _of_latin(told) if any("a" <= letter <= "z" for letter in told) else _of_thai(told)
    return _DOUBLE.sub(r"\1", _NEITHER.sub("", told))


def consonants(rough: str) -> str:
    """What `rough` gave, without its vowels; empty where nothing is left."""
    return _DOUBLE.sub(r"\1", _VOWEL.sub("", rough))


def _of_thai(word: str) -> str:
    word = _MUTE.sub("", _SILENT.sub("", word.translate(_TONES)))
    word = _GLIDE.sub(lambda glide: "ิ" if glide[0] == "ย" else "อ", word)
    word = _LEADING.sub(r"\2\3\1", word.replace("รร", "ั"))
    for pattern, letter in _SOUNDS.items():
        word = re.sub(pattern, letter, word)
    return word.translate(_VOWELS).translate(_CONSONANTS)


def _of_latin(word: str) -> str:
    word = _LONG.sub("", word)
    for pair, letter in _DIGRAPHS:
        word = word.replace(pair, letter)
    word = _LATIN_FINAL_L.sub("n", _LATIN_FINAL_S.sub("t", word))
    return _LATIN_GLIDE.sub(lambda glide: "i" if glide[0] == "y" else "o", word.translate(_LATIN))
