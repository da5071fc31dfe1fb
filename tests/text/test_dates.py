from __future__ import annotations

from datetime import date

import pytest

from lgkg.text import find_dates, fiscal_year
from lgkg.text.dates import month_names

PUBLISHED = date(2024, 3, 20)


def one(text: str, reference: date | None = None) -> tuple[str, date, date | None]:
    (mention,) = find_dates(text, reference)
    return mention.span.of(text), mention.start, mention.end


@pytest.mark.parametrize(
    ("text", "stated", "day"),
    [
        ("เมื่อวันที่ 3 ตุลาคม 2565 ที่ห้องประชุม", "3 ตุลาคม 2565", date(2022, 10, 3)),
        ("เมื่อวันที่ 8 พ.ย.61ที่โรงแรม", "8 พ.ย.61", date(2018, 11, 8)),
        ("วันนี้ (16 มี.ค. 67) นายก อบจ.", "16 มี.ค. 67", date(2024, 3, 16)),
        ("วันนี้(9 ก.ค. 66)", "9 ก.ค. 66", date(2023, 7, 9)),
        ("3 ตุลาคม พ. ศ. 2560", "3 ตุลาคม พ. ศ. 2560", date(2017, 10, 3)),
        ("3 ตุลาคม พ.ศ.2560", "3 ตุลาคม พ.ศ.2560", date(2017, 10, 3)),
        ("วันที่ 3 เดือน ตุลาคม พุทธศักราช 2565", "3 เดือน ตุลาคม พุทธศักราช 2565", date(2022, 10, 3)),
        ("3 ตุลาคม 2022", "3 ตุลาคม 2022", date(2022, 10, 3)),
        ("3 ตุลาคม ค.ศ. 2022", "3 ตุลาคม ค.ศ. 2022", date(2022, 10, 3)),
        ("๓ ตุลาคม ๒๕๖๕", "๓ ตุลาคม ๒๕๖๕", date(2022, 10, 3)),
        ("7 มีนาคม\xa0 2566", "7 มีนาคม\xa0 2566", date(2023, 3, 7)),
        ("วันอังคาร, 03 พฤษภาคม 2565", "03 พฤษภาคม 2565", date(2022, 5, 3)),
        ("16/03/2567", "16/03/2567", date(2024, 3, 16)),
        ("16/03/67", "16/03/67", date(2024, 3, 16)),
        ("16-03-2567", "16-03-2567", date(2024, 3, 16)),
        ("2024-03-16", "2024-03-16", date(2024, 3, 16)),
        ("16 มี.ค 67", "16 มี.ค 67", date(2024, 3, 16)),
        ("16 มีค 67", "16 มีค 67", date(2024, 3, 16)),
        ("16 มีค. 67", "16 มีค. 67", date(2024, 3, 16)),
        ("5 กรกฏาคม 2566", "5 กรกฏาคม 2566", date(2023, 7, 5)),
        ("6 ตุลา 2565", "6 ตุลา 2565", date(2022, 10, 6)),
    ],
)
def test_a_single_day_is_read_in_every_style(text: str, stated: str, day: date) -> None:
    assert one(text) == (stated, day, None)


@pytest.mark.parametrize(
    ("text", "stated", "first", "last"),
    [
        ("22-24 ส.ค. 68", "22-24 ส.ค. 68", date(2025, 8, 22), date(2025, 8, 24)),
        ("22 – 24 สิงหาคม 2568", "22 – 24 สิงหาคม 2568", date(2025, 8, 22), date(2025, 8, 24)),
        ("ระหว่างวันที่ 5 ถึง 7 มีนาคม 2566", "5 ถึง 7 มีนาคม 2566", date(2023, 3, 5), date(2023, 3, 7)),
        ("30 ม.ค. – 2 ก.พ. 2566", "30 ม.ค. – 2 ก.พ. 2566", date(2023, 1, 30), date(2023, 2, 2)),
        ("30 ธ.ค. - 2 ม.ค. 2566", "30 ธ.ค. - 2 ม.ค. 2566", date(2022, 12, 30), date(2023, 1, 2)),
        ("1 ต.ค. 2565 ถึงวันที่ 30 ก.ย. 2566", "1 ต.ค. 2565 ถึงวันที่ 30 ก.ย. 2566", date(2022, 10, 1), date(2023, 9, 30)),
        (
            "วันจันทร์ที่ 30 มกราคม ถึงวันพุธที่ 1 กุมภาพันธ์ 2566",
            "30 มกราคม ถึงวันพุธที่ 1 กุมภาพันธ์ 2566",
            date(2023, 1, 30),
            date(2023, 2, 1),
        ),
        ("1 ตค.-30พย.2565", "1 ตค.-30พย.2565", date(2022, 10, 1), date(2022, 11, 30)),
        ("16/03/2567 - 18/03/2567", "16/03/2567 - 18/03/2567", date(2024, 3, 16), date(2024, 3, 18)),
        ("วันที่ 5 และ 6 ตุลาคม 2565", "5 และ 6 ตุลาคม 2565", date(2022, 10, 5), date(2022, 10, 6)),
        ("30 ธ.ค. 2565 - 2 ม.ค.", "30 ธ.ค. 2565 - 2 ม.ค.", date(2022, 12, 30), date(2023, 1, 2)),
    ],
)
def test_a_range_is_one_mention_over_months_and_years(text: str, stated: str, first: date, last: date) -> None:
    assert one(text) == (stated, first, last)


@pytest.mark.parametrize(
    ("text", "reference", "day"),
    [
        ("24 ส.ค.นี้", date(2023, 8, 17), date(2023, 8, 24)),
        ("เมื่อวันที่ 27 พ.ย. น.ส.", date(2021, 11, 27), date(2021, 11, 27)),
        ("30 ธันวาคม", date(2023, 1, 2), date(2022, 12, 30)),
        ("2 มกราคม", date(2022, 12, 30), date(2023, 1, 2)),
        ("29 ก.พ.", date(2023, 3, 1), date(2024, 2, 29)),
        ("14 ตุลา", date(2023, 10, 1), date(2023, 10, 14)),
    ],
)
def test_a_missing_year_is_the_one_nearest_to_the_reference(text: str, reference: date, day: date) -> None:
    (mention,) = find_dates(text, reference)
    assert mention.start == day


def test_a_range_without_years_may_run_over_new_year() -> None:
    (mention,) = find_dates("30 ธ.ค. - 2 ม.ค.", date(2023, 1, 5))
    assert (mention.start, mention.end) == (date(2022, 12, 30), date(2023, 1, 2))


def test_a_date_without_year_is_left_out_when_there_is_no_reference() -> None:
    assert find_dates("24 ส.ค.นี้", None) == []


@pytest.mark.parametrize(
    "text",
    [
        "31 ก.พ. 2566",
        "32 มกราคม 2566",
        "16/13/2567",
        "ผู้เข้าร่วม 5 มีคนเดียว",
        "วันนี้ เมื่อวานนี้ พรุ่งนี้",
        "1,250 คน",
        "0-2281-1234",
        "02.11.1-3",
        "โทร. 053-112-3456",
        "มติ 20 ก.ค.ศ.",
        "ม.2 ต.คอหงส์ อ.หาดใหญ่",
        "หมู่ 5 ก.คลองเตย",
        "ฝุ่น 25 มคก./ลบ.ม.",
        "ข้อ 1.2.3",
        "ครั้งที่ 1/2566",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


def test_a_time_after_the_month_is_no_year() -> None:
    assert one("วันที่ 27 พ.ย. 13.30 น.", PUBLISHED)[:2] == ("27 พ.ย.", date(2023, 11, 27))


@pytest.mark.parametrize("bar", "/-.")
def test_a_numbered_date_behind_a_month_is_no_year(bar: str) -> None:
    days = [mention.start for mention in find_dates(f"วันที่ 25 กันยายน 12{bar}3{bar}2566", PUBLISHED)]
    assert days == [date(2023, 9, 25), date(2023, 3, 12)]


def test_what_is_behind_a_year_may_begin_with_a_bar() -> None:
    assert one("1 ม.ค. 66/67/68") == ("1 ม.ค. 66", date(2023, 1, 1), None)
    assert one("1 ม.ค. 66-2 ม.ค. 67") == ("1 ม.ค. 66-2 ม.ค. 67", date(2023, 1, 1), date(2024, 1, 2))


def test_days_that_do_not_follow_each_other_are_no_range() -> None:
    assert one("วันที่ 5 และ 9 ตุลาคม 2565") == ("9 ตุลาคม 2565", date(2022, 10, 9), None)
    assert one("25-3 ตุลาคม 2565") == ("3 ตุลาคม 2565", date(2022, 10, 3), None)


def test_the_tail_of_what_is_no_date_may_be_one() -> None:
    assert one("แถว 3-1-2 มกราคม 2566") == ("1-2 มกราคม 2566", date(2023, 1, 1), date(2023, 1, 2))


@pytest.mark.parametrize("text", ["๑๖/๐๓/๒๕๖๗", "１６/０３/２５６７", "１６ มีนาคม ２５６７"])
def test_a_date_may_be_in_thai_or_wide_digits(text: str) -> None:
    assert one(text) == (text, date(2024, 3, 16), None)


def test_a_range_that_runs_backwards_is_two_dates() -> None:
    starts = [mention.start for mention in find_dates("3 ต.ค. 2566 - 1 ต.ค. 2565", None)]
    assert starts == [date(2023, 10, 3), date(2022, 10, 1)]


def test_dates_come_in_the_order_of_the_text() -> None:
    text = "16/03/2567 แล้ว 3 ตุลาคม 2565 แล้ว 2024-03-16"
    assert [mention.span.of(text) for mention in find_dates(text, None)] == ["16/03/2567", "3 ตุลาคม 2565", "2024-03-16"]


def test_january_before_the_calendar_reform_belongs_to_the_next_common_year() -> None:
    assert one("12 มกราคม 2470")[1] == date(1928, 1, 12)
    assert one("12 ธันวาคม 2470")[1] == date(1927, 12, 12)
    assert one("12 มกราคม 2484")[1] == date(1941, 1, 12)


def test_a_fiscal_year_runs_from_october_to_september() -> None:
    assert fiscal_year(2568) == (date(2024, 10, 1), date(2025, 9, 30))


def test_every_month_has_a_name_and_an_abbreviation() -> None:
    assert sorted(set(month_names().values())) == list(range(1, 13))
    assert month_names()["มีค"] == month_names()["มีนาคม"] == 3
