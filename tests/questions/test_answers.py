"""What the questions answer on the samples, against what the annotations of the samples say.

The expected values were read from `data/samples/annotations`, not from answers. Titles are left out where the reader
cuts them longer or shorter than the annotation.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

import pytest

from lgkg import resources
from lgkg.graph import Graph
from lgkg.questions import question
from lgkg.store import Value

Rows: TypeAlias = "list[tuple[Value | None, ...]]"

KITTIPHOT, PHITHAKPHON, RONGRAT = "กิตติพศ เจนจัดทรัพย์", "พิทักษ์พล รัตนวรากุล", "รองรัตน์ ชัยวิเศษรัตน์"
CHATCHAPHONG, THIRADON, PHUWANET = "ชัชพงศ์ อินทนิลไพศาล", "ธีรดนย์ วรวงศ์เทพ", "ภูวเนศ สุวรรณประกาศิต"
PHONTHIPHA, WATCHARA, PHRA_RATCHA = "พรทิพา ศรีนวลละออง", "วัชระ ภู่เพชรทอง", "พระราชสิริธรรมาภรณ์ วิ."


def ask(graph: Graph, id: str, columns: Iterable[str] = (), /, **given: Value) -> Rows:
    """The rows of an answer, of these columns or of all."""
    answer = question(id).ask(graph, **given)
    kept = [answer.columns.index(column) for column in columns] or range(len(answer.columns))
    return [tuple(row[at] for at in kept) for row in answer]


def test_who_met_whom(samples_graph: Graph) -> None:
    assert ask(samples_graph, "who-met-whom", top=3) == [
        (KITTIPHOT, PHITHAKPHON, 4, date(2024, 1, 26), date(2024, 10, 8)),
        (KITTIPHOT, RONGRAT, 4, date(2024, 1, 26), date(2024, 11, 4)),
        (PHITHAKPHON, RONGRAT, 4, date(2024, 1, 26), date(2024, 10, 8)),
    ]


def test_no_pair_meets_twice_over_or_alone(samples_graph: Graph) -> None:
    pairs = [frozenset(pair) for pair in ask(samples_graph, "who-met-whom", ("one", "other"), top=10_000)]
    assert len(pairs) == len(set(pairs)) > 300
    assert all(len(pair) == 2 for pair in pairs)


def test_who_was_with(samples_graph: Graph) -> None:
    may, november = date(2024, 5, 15), date(2024, 11, 14)
    assert ask(samples_graph, "who-was-with", person=THIRADON) == [
        ("จักรินทร์ ณ ลำปาง", 2, may, november),
        ("นิรมิต ล้อมเจริญ", 2, may, november),
        ("ปรียานุช ตันติวุฒิกร", 2, may, november),
        ("สมพร ใจคำปัน", 2, may, november),
        ("คาร์ล เบอร์เกอร์", 1, may, may),
        (CHATCHAPHONG, 1, may, may),
        ("บุญส่ง แก้วเขลางค์", 1, november, november),
        ("พระราชวิสุทธิเขลางค์ วิ.", 1, november, november),
        ("ภัทรพงษ์ ก่อเกียรติเจริญ", 1, may, may),
        ("อัมพร เตชะสืบ", 1, november, november),
    ]


def test_who_chaired_with_whom(samples_graph: Graph) -> None:
    most = [(PHONTHIPHA, "กาญจนา เพ็งแก้วขาว", 2, 0), (PHONTHIPHA, WATCHARA, 2, 0)]
    assert ask(samples_graph, "who-chaired-with-whom", top=2) == most
    together = [row for row in ask(samples_graph, "who-chaired-with-whom", top=10_000) if row[3]]
    assert together == [(PHONTHIPHA, PHRA_RATCHA, 1, 1), (PHRA_RATCHA, PHONTHIPHA, 1, 1)]


def test_who_chaired_what_a_person_attended(samples_graph: Graph) -> None:
    assert ask(samples_graph, "who-chaired-for", ("chair", "date", "articles"), person=WATCHARA) == [
        (PHONTHIPHA, date(2024, 2, 24), "a03"),
        (PHRA_RATCHA, date(2024, 2, 24), "a03"),
        (PHONTHIPHA, date(2024, 7, 18), "a10"),
        ("ศักย์ศรณ์ ณ พัทลุง", date(2024, 8, 26), "a12"),
        ("กฤตวัฒน์ เรืองเดชานุกูล", date(2024, 12, 19), "a20"),
    ]


def test_who_held_an_office_and_when_it_was_seen(samples_graph: Graph) -> None:
    columns = ("person", "seen", "acting", "former", "article")
    assert ask(samples_graph, "office-holders", columns, office="ผวจ.ลำปาง") == [
        (CHATCHAPHONG, date(2024, 3, 14), False, False, "a04"),
        (CHATCHAPHONG, date(2024, 5, 15), False, False, "a07"),
        (CHATCHAPHONG, date(2024, 8, 26), False, False, "a12"),
        (CHATCHAPHONG, date(2024, 11, 4), False, True, "a16"),
        (THIRADON, date(2024, 11, 14), True, False, "a17"),
        (PHUWANET, date(2024, 12, 19), False, False, "a20"),
    ]


def test_the_successive_holders_of_an_office(samples_graph: Graph) -> None:
    columns = ("holder", "acting", "former", "first", "last", "articles")
    assert ask(samples_graph, "observed-terms", columns, office="ผู้ว่าราชการจังหวัดลำปาง") == [
        (CHATCHAPHONG, False, False, date(2024, 3, 14), date(2024, 8, 26), 3),
        (CHATCHAPHONG, False, True, date(2024, 11, 4), date(2024, 11, 4), 1),
        (THIRADON, True, False, date(2024, 11, 14), date(2024, 11, 14), 1),
        (PHUWANET, False, False, date(2024, 12, 19), date(2024, 12, 19), 1),
    ]


def test_the_meetings_of_a_person(samples_graph: Graph) -> None:
    columns = ("date", "roles", "venue", "province", "articles")
    lampang = [
        (date(2024, 5, 15), "attendee", "ห้องประชุมเขลางค์รัตน์ หอประชุมจังหวัดลำปาง", "ลำปาง", "a07"),
        (date(2024, 11, 14), "chair, speaker", "ลานข่วงนคร สวนเขื่อนยาง ริมแม่น้ำวัง", "ลำปาง", "a17"),
    ]
    assert ask(samples_graph, "person-meetings", columns, person=THIRADON) == lampang
    assert ask(samples_graph, "person-meetings", columns, person=THIRADON, since="2024-05-16") == lampang[1:]
    assert ask(samples_graph, "person-meetings", columns, person=THIRADON, until=date(2024, 5, 15)) == lampang[:1]


def test_the_record_of_a_person(samples_graph: Graph) -> None:
    found = ask(samples_graph, "person-record", ("date", "fact", "detail", "article"), person=THIRADON)
    may, november = date(2024, 5, 15), date(2024, 11, 14)
    assert [(day, str(fact).rpartition("#")[2], detail, article) for day, fact, detail, article in found] == [
        (may, "Participation", "attendee", "a07"),
        (may, "Tenure", "", "a07"),
        (november, "Participation", "chair", "a17"),
        (november, "Participation", "speaker", "a17"),
        (november, "Tenure", "acting", "a17"),
        (november, "Tenure", "", "a17"),
    ]
    offices = ask(samples_graph, "person-record", ("what", "detail"), person=THIRADON)[-2:]
    assert offices == [("ผู้ว่าราชการจังหวัดลำปาง", "acting"), ("รองผู้ว่าราชการจังหวัดลำปาง", "")]


def test_the_passages_of_a_record_stand_in_the_article(samples_graph: Graph) -> None:
    found = ask(samples_graph, "person-record", ("passage",), person="สุทธิพงศ์ ดีขุนทด")
    texts = [
        resources.data("samples", "articles", f"{id}.txt").read_text(encoding="utf-8-sig") for id in ("a05", "a06")
    ]
    assert len(found) == 7
    assert all(any(str(passage) in text for text in texts) for (passage,) in found)


def test_the_record_of_a_person_tells_both_sides_of_a_delegation_and_the_address(samples_graph: Graph) -> None:
    columns = ("what", "detail", "article", "published", "url")
    told = ask(samples_graph, "person-record", columns, person="พิมพ์ลภัส เกื้อสกุลชัย")
    assert [row[:3] for row in told if str(row[1]).startswith("assigned")] == [
        ("สุรเดช มีทรัพย์ทวี", "assigned", "a04"),
        ("ศักย์ศรณ์ ณ พัทลุง", "assigned by", "a15"),
    ]
    assert {
        row[3:] for row in ask(samples_graph, "person-record", columns, person="เผด็จ กล้าหาญ") if row[2] == "a19"
    } == {(date(2024, 12, 11), "https://www.theparaj.example/news/271")}


def test_delegations(samples_graph: Graph) -> None:
    assert sorted(ask(samples_graph, "delegations", ("article", "delegate", "delegator"))) == [
        ("a04", "สุรเดช มีทรัพย์ทวี", "พิมพ์ลภัส เกื้อสกุลชัย"),
        ("a05", "สุทธิพงศ์ ดีขุนทด", "นรากร ปลั่งศรีนคร"),
        ("a06", "สุทธิพงศ์ ดีขุนทด", "นรากร ปลั่งศรีนคร"),
        ("a09", "นวลนาง เทียมประทาย", KITTIPHOT),
        ("a11", "ปัณณวัฒน์ ณ นคร", PHONTHIPHA),
        ("a15", "พิมพ์ลภัส เกื้อสกุลชัย", "ศักย์ศรณ์ ณ พัทลุง"),
        ("a18", "มณีจันทร์ บุญประคองชัย", "กฤตวัฒน์ เรืองเดชานุกูล"),
    ]
    of_one = ask(samples_graph, "delegations", ("article", "date"), person="พิมพ์ลภัส เกื้อสกุลชัย")
    assert of_one == [("a04", date(2024, 3, 14)), ("a15", date(2024, 10, 8))]


def test_acting_holders(samples_graph: Graph) -> None:
    columns = ("person", "office", "seen", "article")
    october = (RONGRAT, "ผู้ว่าราชการจังหวัดนครราชสีมา", date(2024, 10, 8), "a15")
    assert ask(samples_graph, "acting-holders", columns) == [
        ("ภูผา จึงสุขสถาพร", "โฆษกประจำสำนักนายกรัฐมนตรี", date(2024, 5, 26), "a08"),
        ("ปัณณวัฒน์ ณ นคร", "ผู้ว่าราชการจังหวัดนครศรีธรรมราช", date(2024, 8, 13), "a11"),
        ("ปัณณวัฒน์ ณ นคร", "ผู้ว่าราชการจังหวัดนครศรีธรรมราช", date(2024, 8, 26), "a12"),
        october,
        (THIRADON, "ผู้ว่าราชการจังหวัดลำปาง", date(2024, 11, 14), "a17"),
        ("ธันวา รัศมีเรืองโชค", "ผู้อำนวยการเขตดุสิต", date(2024, 11, 28), "a18"),
    ]
    assert ask(samples_graph, "acting-holders", columns, since="2024-09-01", until="31 ตุลาคม 2567") == [october]


def test_the_offices_seen_in_an_organisation(samples_graph: Graph) -> None:
    march, november = date(2024, 3, 20), date(2024, 11, 28)
    assert ask(samples_graph, "offices-of-organisation", organisation="ทม.ปากช่อง") == [
        ("รองนายกเทศมนตรีเมืองปากช่อง", 2, march, march),
        ("นายกเทศมนตรีเมืองปากช่อง", 1, march, november),
        ("ปลัดเทศบาลเมืองปากช่อง", 1, march, march),
    ]


def test_the_most_active(samples_graph: Graph) -> None:
    assert ask(samples_graph, "most-active-people", top=4) == [
        (CHATCHAPHONG, 5, 2, date(2024, 3, 14), date(2024, 12, 19)),
        (PHITHAKPHON, 5, 1, date(2024, 1, 26), date(2024, 10, 8)),
        (RONGRAT, 5, 1, date(2024, 1, 26), date(2024, 11, 4)),
        (KITTIPHOT, 5, 0, date(2024, 1, 26), date(2024, 11, 4)),
    ]
    assert ask(samples_graph, "most-active-organisations", top=1) == [("กระทรวงมหาดไทย", 6, 4, 0)]
    assert ask(samples_graph, "most-active-organisers") == [
        ("สมาคมสันนิบาตเทศบาลแห่งประเทศไทย", 1, date(2024, 11, 28), date(2024, 11, 28)),
        ("เทศบาลนครลำปาง", 1, date(2024, 11, 14), date(2024, 11, 14)),
    ]


@pytest.mark.parametrize("province", ["ฉะเชิงเทรา", "จังหวัดฉะเชิงเทรา", "Chachoengsao", "แปดริ้ว"])
def test_meetings_in_a_province_by_any_of_its_names(samples_graph: Graph, province: str) -> None:
    visit = (
        date(2024, 12, 11),
        "ตรวจเยี่ยมการดำเนินงานศูนย์พัฒนาคุณภาพชีวิตผู้สูงอายุเทศบาลตำบลเทพราช",
        "การลงพื้นที่หรือตรวจเยี่ยม",
        "อาคารเฉลิมพระเกียรติ เทศบาลตำบลเทพราช",
        None,
        "มณีจันทร์ บุญประคองชัย",
        "a19",
    )
    assert ask(samples_graph, "meetings-in-province", province=province) == [visit]


def test_meetings_in_a_province_between_two_dates(samples_graph: Graph) -> None:
    def articles(**days: Value) -> list[Value | None]:
        return [
            row[0] for row in ask(samples_graph, "meetings-in-province", ("articles",), province="นครราชสีมา", **days)
        ]

    assert articles(until="2024-06-30") == ["a01", "a02", "a05", "a06", "a09"]
    assert articles(since="2024-02-12", until="2024-04-05") == ["a02", "a05", "a06"]
    assert articles(since="2024-10-01") == ["a15", "a16"]
    assert articles(since="2025-01-01") == []


def test_several_chairs_stand_in_one_row(samples_graph: Graph) -> None:
    rows = ask(samples_graph, "meetings-in-province", ("articles", "chairs"), province="นครศรีธรรมราช")
    assert rows[0] == ("a03", f"{PHONTHIPHA}, {PHRA_RATCHA}")


def test_the_events_of_an_article(samples_graph: Graph) -> None:
    columns = ("title", "kind", "date", "venue", "province", "people", "attendees")
    assert ask(samples_graph, "events-of-article", columns, article="a02") == [
        (
            "ประชุมคณะกรรมการศูนย์อำนวยการความปลอดภัยทางถนนจังหวัดนครราชสีมา ครั้งที่ 1/2567",
            "การประชุม",
            date(2024, 2, 12),
            "ห้องประชุมพระครูพิศาลบุญญาธร ชั้น 2 ศาลากลางจังหวัดนครราชสีมา",
            "นครราชสีมา",
            6,
            None,
        )
    ]
    assert ask(samples_graph, "events-of-article", ("attendees",), article="a01") == [(180,)]
    assert ask(samples_graph, "events-of-article", article="a13") == []


def test_the_local_governments_of_an_area_and_their_heads(samples_graph: Graph) -> None:
    theparat = ("เทศบาลตำบลเทพราช", "เทศบาลตำบล", "อุดม พร้อมมูลทรัพย์", False, date(2024, 12, 11))
    pao = ("องค์การบริหารส่วนจังหวัดฉะเชิงเทรา", "องค์การบริหารส่วนจังหวัด", "ชูชาติ ฉิมพลีวัฒน์", False, date(2024, 12, 11))
    assert ask(samples_graph, "local-governments", place="อำเภอบ้านโพธิ์") == [theparat]
    assert {theparat, pao} <= set(ask(samples_graph, "local-governments", place="Chachoengsao"))


def test_where_a_policy_appears(samples_graph: Graph) -> None:
    columns = ("article", "published", "url")
    act = "พระราชบัญญัติป้องกันและบรรเทาสาธารณภัย พ.ศ. 2550"
    assert ask(samples_graph, "where-a-policy-appears", columns, policy=act) == [
        ("a13", None, None),
        ("a01", date(2024, 1, 26), "https://news.example.go.th/contents/10126"),
    ]
    assert all(act in str(row[0]) for row in ask(samples_graph, "where-a-policy-appears", ("passage",), policy=act))


def test_which_policies_a_person_discussed_with_whom(samples_graph: Graph) -> None:
    partners = [
        "กฤตวัฒน์ เรืองเดชานุกูล",
        "กัมพล หนูขาวสุข",
        CHATCHAPHONG,
        "ปัณณวัฒน์ ณ นคร",
        PHONTHIPHA,
        WATCHARA,
        "สุรเดช มีทรัพย์ทวี",
        "เผด็จ กล้าหาญ",
        "เอกพล อยู่ประเสริฐชัย",
        "โกศล วิเศษสิงห์ทอง",
    ]
    found = ask(samples_graph, "policies-discussed", person=PHUWANET)
    assert found[:10] == [("หลักการ “สร้างคืนให้ดีกว่าเดิม”", name, 1, 0, date(2024, 12, 19)) for name in partners]
    assert len(found) == 20


def test_who_took_part_where_a_policy_was_discussed(samples_graph: Graph) -> None:
    found = ask(samples_graph, "who-discussed-a-policy", ("person", "events", "about"), policy="เมืองยืดหยุ่นรับภัยพิบัติ")
    assert found[:2] == [(KITTIPHOT, 2, 1), (CHATCHAPHONG, 2, 1)]
    lampang = ask(samples_graph, "who-discussed-a-policy", ("person", "events", "first"), policy="ลอยรักษ์น้ำ")
    assert (THIRADON, 1, date(2024, 11, 14)) in lampang
    assert len(lampang) == 8


def test_things_are_found_by_a_part_of_their_name(samples_graph: Graph) -> None:
    found = ask(samples_graph, "find", ("name", "kind"), text="โคราชขับดี")
    assert [(name, str(kind).rpartition("#")[2]) for name, kind in found] == [
        ("โครงการ “โคราชขับดี ถึงบ้านทุกคน”", "Policy")
    ]
    assert ask(samples_graph, "find", ("name",), text="PHIMAI") == [("Phimai",)]
