"""Private people: whom a text names in no public capacity is left out, and what is said of them."""

from __future__ import annotations

import pytest

from lgkg.article import Article
from lgkg.reading import read, without_private


def kept(text: str) -> list[str]:
    return [person.given for person in without_private(read(Article("t", text))).persons]


@pytest.mark.parametrize(
    "text",
    [
        "นายธนา แก้วดี นายอำเภอลอง มาถึง",
        "พลตำรวจตรี ธนา แก้วดี มาถึง",
        "ว่าที่ร้อยตรี ธนา แก้วดี มาถึง",
        "นายกองเอก ธนา แก้วดี มาถึง",
        "วันนี้ นายธนา แก้วดี เป็นประธานการประชุมคณะกรรมการจังหวัดแพร่",
    ],
)
def test_a_post_a_rank_or_the_chair_is_a_public_capacity(text: str) -> None:
    assert kept(text) == ["ธนา"]


def test_a_monk_is_in_a_public_capacity() -> None:
    assert kept("โดยมี พระครูสถิตธรรมคุณ ร่วมพิธี") == ["พระครูสถิตธรรมคุณ"]


def test_who_is_named_without_capacity_is_left_out_with_the_participation() -> None:
    text = "วันนี้ นายธนา แก้วดี นายอำเภอลอง เป็นประธานพิธีมอบบ้านผู้ประสบภัย โดยมี นายพล ใจดี ปลัดอำเภอลอง นางใจ ทองคำ เข้าร่วมพิธี"
    found = read(Article("t", text))
    assert [p.given for p in found.persons] == ["ธนา", "พล", "ใจ"]
    public = without_private(found)
    assert [p.given for p in public.persons] == ["ธนา", "พล"]
    assert [p.person.given for p in public.participations] == ["ธนา", "พล"]
    assert public.meetings == found.meetings


def test_what_is_left_refers_to_nobody_left_out() -> None:
    text = "นายธนา แก้วดี นายอำเภอลอง มอบหมายให้ นายพล ใจดี ปลัดอำเภอลอง เยี่ยม นางใจ ทองคำ อายุ 70 ปี"
    public = without_private(read(Article("t", text)))
    listed = set(public.persons)
    assert all(t.person in listed for t in public.tenures)
    assert all({d.delegate, d.delegator} <= listed for d in public.delegations)
