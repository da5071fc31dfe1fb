from __future__ import annotations

import pytest

from lgkg.identity.keys import name_key
from lgkg.identity.linkage.slips import bones, heard, slurred, sound, spelt, telling


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ศรีสุวรรณ", "สีสุวรรณ"),
        ("ชาญวีรกูล", "ชาญวีรกุล"),
        ("วีระพงษ์", "วีรพงศ์"),
        ("ไชยวัฒน์", "ชัยวัฒน์"),
        ("พรหมศร", "พรมศร"),
        ("หมอกแก้ว", "มอกแก้ว"),
        ("บุญญา", "บุนยา"),
        ("อํานาจ", "อำนาจ"),
        ("เเก้ว", "แกว"),
        ("ณัฐฎา", "นัฐดา"),
        ("ภูมิพัฒน์", "พูมิพัฒน"),
        ("ธมฺมธโร", "ธัมมธโร"),
        ("เชษฐา", "เชฐา"),
        ("กุศล-ทอง", "กุศลทอง"),
        ("ส.ทอง", "ส ทอง"),
        ("ณัฏฐา", "ณัฐา"),
        ("เทอดศักดิ์", "เทิดศักดิ์"),
        ("อเนก", "เอนก"),
    ],
)
def test_slips_of_spelling_are_spelt_alike(a: str, b: str) -> None:
    assert spelt(name_key(a)) == spelt(name_key(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ณัฐพงษ์", "ณัฐพงค์"),
        ("จันทร์", "จัน"),
        ("สิงห์", "สิง"),
        ("ชาติ", "ชาต"),
        ("จิตร", "จิต"),
        ("นิวัติ", "นิวัฒน์"),
        ("ภูมิ", "ภูม"),
        ("นเรศวร์", "นเรศร์"),
        ("ไทยเจริญ", "ไทเจริญ"),
    ],
)
def test_silent_letters_and_which_stop_ends_a_name_are_not_heard(a: str, b: str) -> None:
    assert heard(name_key(a)) == heard(name_key(b))
    assert spelt(name_key(a)) != spelt(name_key(b))


@pytest.mark.parametrize(("a", "b"), [("ทศพร", "ทศพล"), ("วีรกูร", "วีรกูล")])
def test_final_nasals_sound_alike(a: str, b: str) -> None:
    assert sound(heard(a)) == sound(heard(b))
    assert heard(a) != heard(b)


@pytest.mark.parametrize(
    ("a", "b"), [("สมชาย", "สมชัย"), ("วิชัย", "วิชาญ"), ("มานะ", "มานี"), ("สุดา", "สุตา"), ("ประภาส", "ประภา")]
)
def test_other_names_stay_other(a: str, b: str) -> None:
    assert len({spelt(a), spelt(b)}) == len({sound(heard(a)), sound(heard(b))}) == 2


@pytest.mark.parametrize(
    ("a", "b"), [("ทรงกลด", "ทรงกรด"), ("ลลิตา", "ลลิดา"), ("รำไพ", "ลำไพ"), ("ฐานิดา", "ธานิดา"), ("พูลผล", "พูนผล")]
)
def test_sounds_taken_for_each_other_where_a_syllable_begins_are_slurred(a: str, b: str) -> None:
    assert slurred(heard(name_key(a))) == slurred(heard(name_key(b)))
    assert sound(heard(name_key(a))) != sound(heard(name_key(b)))


@pytest.mark.parametrize(("a", "b"), [("สมพร", "สมพล"), ("พรชัย", "พลชัย"), ("ปรีชา", "ปรีดา")])
def test_names_of_their_own_are_not_slurred_into_one(a: str, b: str) -> None:
    assert slurred(heard(name_key(a))) != slurred(heard(name_key(b)))


def test_names_that_differ_in_vowels_alone_have_the_same_bones() -> None:
    assert bones(spelt("ชวลิตกุล")) == bones(spelt("เชาวลิตกุล")) != bones(spelt("ชวลิตผล"))


def test_numbers_and_the_letter_at_the_end_tell_names_apart() -> None:
    assert telling("ชุมชน ๒") == telling("ชุมชน 2") == "2"
    assert telling("ชุมชน ก.") == "ก"
    assert telling("กิตติ ณ ระนอง") == telling("มาลี ส. ศิริ") == telling("สมชาย ใจดี") == ""
