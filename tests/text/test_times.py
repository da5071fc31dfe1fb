from __future__ import annotations

from datetime import time

import pytest

from lgkg.text import find_times


@pytest.mark.parametrize(
    ("text", "stated", "start", "end"),
    [
        ("เวลา 17.30 น. ณ ห้องประชุม", "17.30 น.", time(17, 30), None),
        ("เวลา13.30น.", "13.30น.", time(13, 30), None),
        ("09.00-16.30 น.", "09.00-16.30 น.", time(9), time(16, 30)),
        ("เวลา 08.00 น .ถึง 17.00 น.", "08.00 น .ถึง 17.00 น.", time(8), time(17)),
        ("๐๙.๓๐ น.", "๐๙.๓๐ น.", time(9, 30), None),
        ("17:30 น.", "17:30 น.", time(17, 30), None),
        ("8.30 นาฬิกา", "8.30 นาฬิกา", time(8, 30), None),
        ("เวลา 13.30 น ณ ศาลากลาง", "13.30 น", time(13, 30), None),
        ("เวลา 09.30 ณ ศาลากลาง", "09.30", time(9, 30), None),
        ("24.00 น.", "24.00 น.", time(0), None),
    ],
)
def test_a_time_of_day_is_read(text: str, stated: str, start: time, end: time | None) -> None:
    (mention,) = find_times(text)
    assert (mention.span.of(text), mention.start, mention.end) == (stated, start, end)


@pytest.mark.parametrize(
    "text",
    ["25.70 น.", "12.60 น.", "24.30 น.", "2,310.26 น.", "ร้อยละ 12.30 นโยบาย", "13.30 น.ส.ทิพย์", "ใช้เวลา 1.30 ชั่วโมง"],
)
def test_what_is_no_time_of_day_is_left_alone(text: str) -> None:
    assert find_times(text) == []
