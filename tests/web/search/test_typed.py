from __future__ import annotations

from lgkg.web.search.shown import parts
from lgkg.web.search.things import Kind
from lgkg.web.search.typed import LONGEST, Meaning, is_name, meanings


def test_a_title_is_taken_off_for_people_alone() -> None:
    assert meanings("นายสมหมาย") == [Meaning("นายสมหมาย"), Meaning("สมหมาย", Kind.PERSON)]


def test_an_abbreviation_is_written_out_for_what_it_abbreviates() -> None:
    assert Meaning("องค์การบริหารส่วนจังหวัดระยอง", Kind.ORGANIZATION) in meanings("อบจ.ระยอง")


def test_keys_typed_in_english_are_read_as_on_a_thai_keyboard() -> None:
    assert Meaning("สมชาย", keyed=True) in meanings("l,=kp")
    assert all(not meaning.keyed for meaning in meanings("สมชาย"))


def test_nothing_typed_means_nothing_and_too_much_is_cut() -> None:
    assert meanings("  \u200b ") == meanings("") == []
    assert max(len(meaning.name) for meaning in meanings("ก" * 5000)) == LONGEST


def test_a_name_in_latin_letters_is_told_from_keys() -> None:
    assert is_name("Chan-o-cha")
    assert not is_name("l,=kp")


def test_the_part_that_was_typed_is_marked_however_it_is_spelt() -> None:
    assert parts("ทองคํา ใจดี", "ทองคำ") == [("ทองคํา", True), (" ใจดี", False)]
    assert parts("สมหมาย", "ไม่มี") == [("สมหมาย", False)]
