"""What is published twice is recognised, what merely follows the same pattern is not."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgkg.identity.near_duplicates import NEAR_DUPLICATE, near_duplicates, signature

RELEASE = (
    "วันที่ 3 ตุลาคม 2565 เวลา 09.30 น. นายสมหมาย ทดสอบดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานเปิดสัมมนาท่าเรือสะอาด "
    "ณ ห้องประชุมพลอย ศาลากลางจังหวัดระยอง โดยมีหัวหน้าส่วนราชการ ผู้บริหารท้องถิ่น และผู้ประกอบการท่าเรือเข้าร่วม "
    "เพื่อรับฟังแนวทางจัดการน้ำเสียจากเรือประมงและเรือท่องเที่ยว ก่อนลงพื้นที่ดูสถานีรับของเสียที่ท่าเรือบ้านเพ"
)
REPORT = (
    "กรมชลประทานสมมติรายงานสถานการณ์น้ำประจำวันที่ {day} พฤศจิกายน 2565 อ่างเก็บน้ำดอนทอง มีน้ำ {water} ล้านลูกบาศก์เมตร "
    "คิดเป็นร้อยละ {share} ของความจุ ระบายวันละ {drained} ล้านลูกบาศก์เมตร ฝนสะสม {rain} มิลลิเมตร {note}"
)
SIGNED = "581af978c04a371e59e244c76a8da5fee502c39324544de262ec2fbf0c85439d"

texts = st.text(alphabet="กขคงจฉชซดตถทธนบปผพฟภมยรลวศสหอ ะาิีุู่้ 0123456789", min_size=0, max_size=600)


def jaccard(one: str, other: str) -> float:
    """The similarity that signatures estimate: of the shingles of five letters."""
    mine, theirs = ({t[at : at + 5] for at in range(len(t) - 4)} for t in map("".join, (one.split(), other.split())))
    return len(mine & theirs) / len(mine | theirs)


def similarity(one: str, other: str) -> float:
    """The estimate of two texts, 0 where it is not told."""
    found = near_duplicates([("a", signature(one)), ("b", signature(other))], 0.01)
    return found[0][2] if found else 0.0


def test_a_release_with_another_headline_is_a_near_duplicate() -> None:
    longer = RELEASE * 2 + " ระยองเปิดสัมมนาท่าเรือสะอาด"
    ((one, other, alike),) = near_duplicates([("b", signature(longer)), ("a", signature(RELEASE * 2))])
    assert (one, other) == ("a", "b")
    assert alike >= NEAR_DUPLICATE


def test_reports_of_a_series_are_not() -> None:
    first = REPORT.format(day=1, water="120.5", share="61", drained="2.5", rain="14", note="ขอให้ประชาชนริมน้ำติดตามข่าว")
    second = REPORT.format(day=9, water="98.2", share="49", drained="1.1", rain="0", note="งดเพาะปลูกพืชฤดูแล้งรอบสอง")
    assert near_duplicates([("a", signature(first)), ("b", signature(second))]) == []


def test_spaces_invisible_characters_and_spellings_of_one_letter_do_not_count() -> None:
    spaced = RELEASE.replace(" ", "\u00a0\n ").replace("ท่าเรือ", "ท่า\u200bเรือ").replace("ำ", "ํา").replace("แ", "เเ")
    assert spaced != RELEASE
    assert signature(spaced) == signature(RELEASE)


@pytest.mark.parametrize("text", ["", " \n", "หน้าแรก", "ข่าวประชาสัมพันธ์ " * 4, "\u200b" * 500])
def test_a_text_that_says_next_to_nothing_is_nobodys_duplicate(text: str) -> None:
    assert signature(text) == b""
    assert near_duplicates([("a", signature(text)), ("b", signature(text)), ("c", signature(RELEASE))]) == []


def test_a_signature_never_changes() -> None:
    assert len(signature(RELEASE)) == 512
    assert hashlib.sha256(signature(RELEASE)).hexdigest() == SIGNED
    script = "import sys; from lgkg.identity.near_duplicates import signature; print(signature(sys.argv[1]).hex())"
    for seed in ("0", "1"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "utf-8"}
        told = subprocess.run([sys.executable, "-c", script, RELEASE], env=environment, capture_output=True, check=True)
        assert told.stdout.decode().strip() == signature(RELEASE).hex()


def test_a_lone_surrogate_does_no_harm() -> None:
    assert similarity(RELEASE + "\ud800", RELEASE) > 0.9


@given(texts, texts)
def test_the_estimate_is_near_the_similarity(one: str, other: str) -> None:
    one, other = RELEASE + one, RELEASE + other
    assert abs(similarity(one, other) - jaccard(one, other)) < 0.25  # more than five standard errors of 128 samples


@given(st.lists(st.sampled_from([RELEASE, RELEASE[:200], RELEASE * 2, RELEASE[100:], ""]), max_size=8), st.randoms())
def test_the_order_of_articles_tells_nothing(listed: list[str], chance: Random) -> None:
    signed = [(f"a{at}", signature(text)) for at, text in enumerate(listed)]
    shuffled = chance.sample(signed, len(signed))
    assert near_duplicates(shuffled) == near_duplicates(signed)


def test_all_pairs_are_found_where_there_are_few() -> None:
    signed = [(f"a{at}", signature(RELEASE * 2 + "น" * at)) for at in range(12)]
    expected = list(combinations(sorted(name for name, _ in signed), 2))
    assert [pair[:2] for pair in near_duplicates(signed)] == expected


def test_a_thousand_copies_are_joined_without_comparing_all_with_all() -> None:
    signed = [(f"{at:04}", signature(RELEASE)) for at in range(1000)]
    found = near_duplicates(signed)
    assert len(found) < 64 * 1000
    assert {(f"{at:04}", f"{at + 1:04}") for at in range(999)} <= {pair[:2] for pair in found}


def test_signatures_of_many_unlike_articles_meet_nobody() -> None:
    chance = np.random.default_rng(20261126)
    signed = [(f"{at:04}", chance.integers(0, 1 << 32, 128, dtype=np.uint32).tobytes()) for at in range(2000)]
    assert near_duplicates(signed) == []
