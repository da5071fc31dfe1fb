from __future__ import annotations

import pytest

from lgkg.web.search.roman import consonants, rough


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("สมชาย", "Somchai"),
        ("สมชาย", "somchay"),
        ("ประยุทธ์", "Prayut"),
        ("ประยุทธ์", "Prayuth"),
        ("วงษ์สุวรรณ", "Wongsuwan"),
        ("ศรีสวัสดิ์", "Srisawat"),  # ร is mute behind ศ
        ("หนู", "Noo"),  # ห leads, and is mute
        ("จันทร์", "Chan"),  # letters under a tho-karan are mute
        ("พร", "Porn"),  # a final ร is n; r writes a long vowel
        ("บุญ", "Boon"),
        ("กิจ", "Kij"),
        ("แก้ว", "Kaew"),
        ("ทรงพล", "Songphon"),
        ("ธรรม", "Tham"),
    ],
)
def test_a_thai_name_and_its_spelling_in_latin_letters_have_one_key(thai: str, latin: str) -> None:
    assert consonants(rough(thai)) == consonants(rough(latin)) != ""


def test_the_rough_form_keeps_the_vowels_that_are_written() -> None:
    assert rough("สมชาย") != rough("สมชู")
    assert consonants(rough("ชาติ")) == consonants(rough("ชุติ"))


def test_what_is_neither_thai_nor_latin_has_no_key() -> None:
    assert rough("漢字 123 \u0e4f") == ""
