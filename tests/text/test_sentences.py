from __future__ import annotations

import pytest

from lgkg.text import Span, clip, sentences


def cut(text: str) -> list[str]:
    return [sentence.of(text) for sentence in sentences(text, Span(0, len(text)))]


def test_an_opener_behind_a_space_begins_a_sentence() -> None:
    assert cut("นายอำเภอเปิดงาน จากนั้น กำนันกล่าวรายงาน ทั้งนี้ มีผู้ร่วมงาน 50 คน") == [
        "นายอำเภอเปิดงาน",
        "จากนั้น กำนันกล่าวรายงาน",
        "ทั้งนี้ มีผู้ร่วมงาน 50 คน",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "เวลา 13.30 น. ณ อ.เมือง จ.น่าน ปลัด มท. เปิดงาน พ.ศ. 2566 โดยมีนายอำเภอร่วมงาน",
        "ผู้แทนส่วนราชการ ส่วนราชการในจังหวัด และส่วนท้องถิ่น",
        "พัฒนา 4 ด้าน คือ น้ำ ดิน ป่า คน",
        "วันนี้ (17 มี.ค. 66) นายอำเภอเปิดงาน",
        "นายอำเภอกล่าวว่า สำหรับปีนี้จะจัดอีกครั้ง",
        "โครงการ “ถนนดี” ของตำบล",
        "ชั้น 2. 5 เมตร",
    ],
)
def test_what_only_looks_like_an_end_does_not_cut(text: str) -> None:
    assert cut(text) == [text]


def test_another_speaker_begins_a_sentence() -> None:
    assert cut("นายอำเภอรับเรื่อง ด้าน นายสมชาย กล่าวว่า ยินดี") == ["นายอำเภอรับเรื่อง", "ด้าน นายสมชาย กล่าวว่า ยินดี"]
    assert cut("นายอำเภอรับเรื่อง ด้านนายสมชายยินดี") == ["นายอำเภอรับเรื่อง", "ด้านนายสมชายยินดี"]


def test_the_end_of_a_speech_ends_a_sentence() -> None:
    speech = "“" + "ขอให้ทุกหมู่บ้านดูแลกัน" * 5 + "”"
    assert cut(f"{speech} นายอำเภอกล่าว") == [speech, "นายอำเภอกล่าว"]
    straight = speech.replace("“", '"').replace("”", '"')
    assert cut(f"{straight} นายอำเภอกล่าว") == [straight, "นายอำเภอกล่าว"]


def test_the_numbers_of_a_list_begin_sentences() -> None:
    assert cut("มี 2 เรื่อง 1. ถนน 2) น้ำประปา") == ["มี 2 เรื่อง", "1. ถนน", "2) น้ำประปา"]


def test_lines_are_sentences_apart() -> None:
    assert cut("บรรทัดแรก\n\n บรรทัดที่สอง \n") == ["บรรทัดแรก", "บรรทัดที่สอง"]


def test_only_the_stretch_asked_for_is_cut() -> None:
    text = "ก ทั้งนี้ ข ทั้งนี้ ค"
    assert sentences(text, Span(2, 11)) == [Span(2, 11)]
    assert sentences(text, Span(0, 0)) == []


def test_a_short_sentence_is_the_passage() -> None:
    assert clip("ก ข ค", Span(0, 5), Span(2, 3)) == Span(0, 5)


def test_a_long_sentence_is_cut_at_spaces_around_the_focus() -> None:
    text = "กข คงจฉ " * 100
    passage = clip(text, Span(0, len(text)), Span(403, 407), limit=60)
    assert passage.covers(Span(403, 407))
    assert 40 < passage.end - passage.start <= 60
    assert text[passage.start - 1] == " " and text[passage.end] == " "


def test_without_spaces_the_cut_spares_clusters() -> None:
    text = "ที่" * 300
    passage = clip(text, Span(0, len(text)), Span(450, 453), limit=100)
    assert passage.of(text).startswith("ท") and text[passage.end] == "ท"
    assert passage.end - passage.start <= 100


def test_the_focus_stays_whole_beyond_limit_and_sentence() -> None:
    text = "ก" * 100
    assert clip(text, Span(0, 100), Span(20, 80), limit=10) == Span(20, 80)
    assert clip(text, Span(0, 30), Span(20, 40)) == Span(0, 40)


def test_the_focus_at_an_edge_keeps_the_limit() -> None:
    text = "กข " * 100
    assert clip(text, Span(0, 299), Span(0, 2), limit=30) == Span(0, 29)
    assert clip(text, Span(0, 299), Span(297, 299), limit=30) == Span(270, 299)
