"""What is left of a Thai name when the slips of spelling are taken out: four keys, and the letters that decide.

Releases spell one name in several ways: a tone mark left out, `ศรี` for `สี`, `กูล` for `กุล`, `ณัฐพงษ์` for
`ณัฐพงศ์`. `spelt` unifies letters that sound alike and keeps every other; `heard` also drops silent letters and unifies
final stops, `sound` also final nasals; `slurred` unifies sounds that are taken for each other inside a name. The rules
are those of Thai orthography: low consonants led by ห, true and false clusters, รร for -an, letters silenced by the
tho-karan, high and low consonants of one sound.

    >>> spelt("ศรีสุวรรณ") == spelt("สีสุวรรณ") and heard("ณัฐพงษ์") == heard("ณัฐพงค์")
    True
"""

from __future__ import annotations

import re
from functools import lru_cache

_SILENT = re.compile("(?<=[ก-ฮ])[ดตทว]ร์|[ก-ฮ][ิุ]?์|(?<=[ตทธฒ])[ิุ]$|(?<=ูม)ิ$|(?<=[ิุูั][ตท])ร$")  # จันทร์, พงศ์, วุฒิ, ภูมิ, จิตร
_STOPS = str.maketrans("จชซตทสพปฟขค", "ดดดดดดบบบกก")
_NASALS = str.maketrans("ลร", "นน")
_ALIKE = str.maketrans("ศษณธฑฒภฬฏฎฐฃฅฆฌใีูื", "สสนทททพลดดถขคคชไิุึ", "่้๊๋็๎์.-–")
_RULES = {
    "ํา": "ัม",
    "อ(?=ย)|ห(?=[งญนมยรลว])": "",  # อย่า, หนู: the leader is mute
    "ญ(?=[ะาิึุัํ])|(?<=[เแโไ])ญ": "ย",
    "ญ": "น",
    "รร(?=[ก-ฮ])": "ั",
    "รร(?![ะาิึุัเแโไ])": "ัน",
    "(?<=[ก-ฮ])(?=[ก-ฮ]ฺ)": "ั",  # ธมฺม as Pali has it, ธัมม
    "ฺ": "",
    "(?<=[ก-ฮ])ส(?=ถ)|[ดต](?=ถ)": "",  # เชษฐ, ณัฏฐ
    "ทร(?=[ัาิึุ])": "ซ",  # ทราย, ทรัพย์
    "(?<=เ[ก-ฮ])อ(?=[ก-ฮ])": "ิ",  # เทอด, เทิด
    "(?<=[กขคตปผพส])[รล](?=[ะาิึุัอ])": "",  # ศรี, ตระกูล
    "ฤ": "ริ",
    "ะ": "",
    "^อเ(?=[ก-ฮ])": "เอ",  # อเนก, เอนก
}
_RULE = re.compile("|".join(f"({pattern})" for pattern in _RULES))
_REPLACEMENT = ("", *_RULES.values())
_AI = re.compile("ไ([ก-ฮ])ย")
_AY = re.compile("([ก-ฮ])ัย")
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("", "", "ะาิึุัํเแโไฺ")
_FIRST_RO = re.compile("ร(?=[ัาิึุํ])|(?<=[กขคตป])ร(?=[ก-ฮ])|(?<=[เแโไ])ร")
_FIRST_TA = re.compile("ต(?=[ัาิึุํ])|(?<=[เแโไ])ต")
_FINAL = re.compile("(?<=[ัิึุ])[ลร](?=[ก-ฮเแโไ])")
_HIGH = str.maketrans("ขฉถผฝ", "คชทพฟ")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TELLING = re.compile(r"\d+|(?<=\s)[^\W\d_](?=\.?$)")


@lru_cache(maxsize=1 << 16)
def spelt(key: str) -> str:
    """A `name_key` in which letters that sound alike are one, and tone marks and the tho-karan are gone."""
    unified = _RULE.sub(lambda found: _REPLACEMENT[found.lastindex or 0], key.translate(_ALIKE))
    if "ไ" in unified:
        unified = _AI.sub(r"\1ัย", unified)  # ไชย, ชัย
    return _DOUBLE.sub(r"\1", unified)


@lru_cache(maxsize=1 << 16)
def heard(key: str) -> str:
    """As `spelt`, without silent letters, with final stops that sound alike as one: `วัต`, `วัฒน์`; `ไท` as `ไทย`."""
    told = _AY.sub(r"ไ\1", spelt(_SILENT.sub("", key)))
    return told[:-1] + told[-1:].translate(_STOPS)


def sound(heard: str) -> str:
    """A name as `heard`, with final ล and ร as the น that they sound: `พล` and `พร`, which are names of their own."""
    return heard[:-1] + heard[-1:].translate(_NASALS)


def slurred(heard: str) -> str:
    """A name as `heard`, with ร as ล and ต as ด where they begin a syllable: `ทรงกลด` and `ทรงกรด`.

    ล and ร are น where they end one behind a vowel: `พูลทรัพย์` and `พูนทรัพย์`. Consonants of the high and the low
    class, which differ in tone alone, are one: `ฐิติมา` and `ธิติมา`.
    """
    first = _FIRST_TA.sub("ด", _FIRST_RO.sub("ล", heard))
    return _FINAL.sub("น", first).translate(_HIGH)


def bones(spelt: str) -> str:
    """The consonants of a name as `spelt`: `ชวลิตกุล` and `เชาวลิตกุล` have the same."""
    return spelt.translate(_VOWELS)


def telling(name: str) -> str:
    """The numbers in a name and the single letter at its end, by which such names differ: `2`, `ก`; else empty."""
    return " ".join(_TELLING.findall(name.translate(_DIGITS)))
