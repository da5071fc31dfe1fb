"""Facts of invented articles, made by hand, for every test that needs facts, quads or a graph.

`harbour` and `flood` name the same governor; `hostile` holds all that a text can do to a file format.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from lgkg import resources
from lgkg.article import Article
from lgkg.building import build
from lgkg.building.spark.session import spark_session
from lgkg.facts import (
    Delegation,
    EventKind,
    Evidence,
    Facts,
    Level,
    Meeting,
    Office,
    Organization,
    Participation,
    Person,
    Place,
    Policy,
    PolicyKind,
    Role,
    Span,
    Tenure,
)
from lgkg.graph import Graph, open_graph
from lgkg.identity import EqualNames, Identities
from lgkg.rdf import (
    DEFAULT_BASE,
    article_labels,
    article_quads,
    entities_quads,
    provenance_quads,
    vocabulary_quads,
)
from lgkg.store import NQUADS, STORE, Manifest, load, packed, replacing

settings.register_profile("lgkg", deadline=None)  # how long an example takes tells of the machine, not of the law
settings.load_profile("lgkg")

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pyspark.sql import SparkSession

HOSTILE = '<script>alert("x")</script>\\ "} . <a> <b> <c> .\n\t\r\x00\x0b\x7f\u200b\u2028\ufffe\U0001f600\''

EQUAL_NAMES = EqualNames()

CHROMIUM = """--headless --no-sandbox --disable-gpu --enable-unsafe-swiftshader --disable-quic --no-first-run
--disable-background-networking --disable-component-update --disable-sync"""


@dataclass(frozen=True)
class Reader:
    """Points at phrases of a text."""

    text: str

    def at(self, phrase: str, confidence: float = 0.9, rule: str = "by-hand") -> Evidence:
        """The evidence of the first place that holds the phrase."""
        start = self.text.index(phrase)
        return Evidence(Span(start, start + len(phrase)), confidence, rule)

    def person(self, honorific: str, given: str, family: str | None, *aliases: str) -> Person:
        name = f"{given} {family}" if family else given
        return Person(name, given, family, honorific, aliases, self.at(name))


@pytest.fixture(scope="session")
def harbour() -> Facts:
    """A governor chairs a seminar with his acting deputy, whom he has assigned; an office of a PAO is former."""
    text = (
        "วันที่ 3 ตุลาคม 2565 เวลา 09.30 น. นายสมหมาย ทดสอบดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานเปิดสัมมนาท่าเรือสะอาด "
        "ณ ห้องประชุมพลอย ตามโครงการท่าเรือสะอาด โดยมี นางสาวใจงาม ลองเขียน รักษาราชการแทนรองผู้ว่าราชการจังหวัดระยอง "
        "ซึ่งได้รับมอบหมายจากนายสมหมาย และนายอดีต เคยเป็น อดีตนายก อบจ.ระยอง เข้าร่วม 120 คน"
    )
    read = Reader(text)
    rayong = Place(Level.PROVINCE, "ระยอง", "21", None, read.at("ระยอง"))
    pao = Organization("องค์การบริหารส่วนจังหวัดระยอง", "pao", rayong, ("อบจ.ระยอง",), read.at("อบจ.ระยอง"))
    governor = Office("ผู้ว่าราชการจังหวัดระยอง", "governor", None, rayong, (), read.at("ผู้ว่าราชการจังหวัดระยอง"))
    deputy = Office("รองผู้ว่าราชการจังหวัดระยอง", "deputy_governor", None, rayong, (), read.at("รองผู้ว่าราชการจังหวัดระยอง"))
    president = Office(
        "นายกองค์การบริหารส่วนจังหวัดระยอง", "pao_president", pao, rayong, ("นายก อบจ.ระยอง",), read.at("นายก อบจ.ระยอง")
    )
    sommai = read.person("นาย", "สมหมาย", "ทดสอบดี", "สมหมาย")
    jaingam = read.person("นางสาว", "ใจงาม", "ลองเขียน")
    adeet = read.person("นาย", "อดีต", "เคยเป็น")
    project = Policy("โครงการท่าเรือสะอาด", PolicyKind.PROJECT, (), read.at("โครงการท่าเรือสะอาด"))
    seen = date(2022, 10, 3)
    seminar = Meeting(
        "สัมมนาท่าเรือสะอาด",
        EventKind.SEMINAR,
        datetime(2022, 10, 3, 9, 30),
        None,
        "ห้องประชุมพลอย",
        rayong,
        None,
        (project,),
        120,
        read.at("เป็นประธานเปิดสัมมนาท่าเรือสะอาด", 0.85),
    )
    return Facts(
        Article("harbour", text, "เปิดสัมมนาท่าเรือสะอาด", date(2022, 10, 4), "https://www.example.go.th/ข่าว/1"),
        persons=(sommai, jaingam, adeet),
        offices=(governor, deputy, president),
        organizations=(pao,),
        places=(rayong,),
        policies=(project,),
        tenures=(
            Tenure(sommai, governor, False, False, seen, read.at("นายสมหมาย ทดสอบดี ผู้ว่าราชการจังหวัดระยอง", 1.0)),
            Tenure(
                jaingam, deputy, True, False, seen, read.at("นางสาวใจงาม ลองเขียน รักษาราชการแทนรองผู้ว่าราชการจังหวัดระยอง")
            ),
            Tenure(adeet, president, False, True, seen, read.at("นายอดีต เคยเป็น อดีตนายก อบจ.ระยอง", 0.7)),
        ),
        meetings=(seminar,),
        participations=(
            Participation(
                sommai, seminar, (Role.CHAIR, Role.SPEAKER), governor, read.at("เป็นประธานเปิดสัมมนาท่าเรือสะอาด")
            ),
            Participation(jaingam, seminar, (Role.ATTENDEE,), None, read.at("โดยมี นางสาวใจงาม ลองเขียน")),
            Participation(adeet, seminar, (Role.ATTENDEE,), None, read.at("และนายอดีต เคยเป็น")),
        ),
        delegations=(Delegation(jaingam, sommai, seminar, read.at("ซึ่งได้รับมอบหมายจากนายสมหมาย")),),
    )


@pytest.fixture(scope="session")
def flood() -> Facts:
    """The same governor, his name typed otherwise, meets a permanent secretary; dates and codes are missing."""
    text = (
        "นายสมหมาย  ทดสอบดี ผวจ.ระยอง ประชุมเตรียมรับน้ำท่วมร่วมกับ นายพร้อม รับน้ํา ปลัดกระทรวงมหาดไทย "
        "ระหว่างวันที่ 5-6 พ.ย. 2565 ที่อำเภอหนองบัว ตามพระราชบัญญัติทดสอบ พ.ศ. 2550"
    )
    read = Reader(text)
    rayong = Place(Level.PROVINCE, "ระยอง", "21", None, read.at("ระยอง"))
    nongbua = Place(Level.DISTRICT, "หนองบัว", None, None, read.at("อำเภอหนองบัว"))
    ministry = Organization("กระทรวงมหาดไทย", "ministry", None, (), read.at("กระทรวงมหาดไทย"))
    governor = Office("ผู้ว่าราชการจังหวัดระยอง", "governor", None, rayong, ("ผวจ.ระยอง",), read.at("ผวจ.ระยอง"))
    secretary = Office("ปลัดกระทรวงมหาดไทย", "permanent_secretary", ministry, None, (), read.at("ปลัดกระทรวงมหาดไทย"))
    sommai = Person("สมหมาย ทดสอบดี", "สมหมาย", "ทดสอบดี", "นาย", (), read.at("สมหมาย  ทดสอบดี"))
    prom = read.person("นาย", "พร้อม", "รับน้ํา")
    act = Policy("พระราชบัญญัติทดสอบ พ.ศ. 2550", PolicyKind.LAW, (), read.at("พระราชบัญญัติทดสอบ พ.ศ. 2550"))
    meeting = Meeting(
        "ประชุมเตรียมรับน้ำท่วม",
        EventKind.MEETING,
        date(2022, 11, 5),
        date(2022, 11, 6),
        None,
        rayong,
        ministry,
        (act,),
        None,
        read.at("ประชุมเตรียมรับน้ำท่วม"),
    )
    return Facts(
        Article("flood", text),
        persons=(sommai, prom),
        offices=(governor, secretary),
        organizations=(ministry,),
        places=(rayong, nongbua),
        policies=(act,),
        tenures=(
            Tenure(sommai, governor, False, False, None, read.at("นายสมหมาย  ทดสอบดี ผวจ.ระยอง")),
            Tenure(prom, secretary, False, False, None, read.at("นายพร้อม รับน้ํา ปลัดกระทรวงมหาดไทย")),
        ),
        meetings=(meeting,),
        participations=(
            Participation(sommai, meeting, (Role.ATTENDEE,), None, read.at("นายสมหมาย  ทดสอบดี")),
            Participation(prom, meeting, (Role.ATTENDEE,), secretary, read.at("นายพร้อม รับน้ํา")),
        ),
    )


@pytest.fixture(scope="session")
def hostile() -> Facts:
    """Every text in it is an attack: on N-Quads, on SPARQL, on HTML, on a terminal."""
    text = f"นาย{HOSTILE} ณ {HOSTILE}"
    read = Reader(text)
    person = Person(HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), read.at(HOSTILE))
    body = Organization(HOSTILE, "ministry", None, (HOSTILE,), read.at(HOSTILE))
    office = Office(HOSTILE, "governor", body, None, (HOSTILE,), read.at(HOSTILE))
    meeting = Meeting(
        HOSTILE, EventKind.OTHER, date(2022, 1, 1), None, HOSTILE, None, body, (), 0, read.at(HOSTILE, 0.123)
    )
    return Facts(
        Article(f"ข่าว/../{HOSTILE}", text, HOSTILE, date(2022, 1, 2), f"https://example.go.th/{HOSTILE}"),
        persons=(person,),
        offices=(office,),
        organizations=(body,),
        policies=(Policy(HOSTILE, PolicyKind.AGREEMENT, (), read.at(HOSTILE)),),
        tenures=(Tenure(person, office, True, True, date(2022, 1, 2), read.at(HOSTILE, 0.5, HOSTILE)),),
        meetings=(meeting,),
        participations=(Participation(person, meeting, tuple(Role), office, read.at(HOSTILE)),),
        delegations=(Delegation(person, person, None, read.at(HOSTILE)),),
    )


@pytest.fixture(scope="session")
def all_facts(harbour: Facts, flood: Facts, hostile: Facts) -> tuple[Facts, ...]:
    """The three articles."""
    return (harbour, flood, hostile)


@pytest.fixture(scope="session")
def harbour_again(harbour: Facts) -> Facts:
    """The seminar of `harbour` as another article tells it: all that may differ does, and one more person is there."""
    text = (
        "เมื่อวันที่ 3 ตุลาคม 2565 เวลา 09.00 น. นายสมหมาย ทดสอบดี พ่อเมืองระยอง เป็นประธานพิธีเปิดงานท่าเรือสะอาดเพื่อทะเลไทย "
        "จัดโดยสำนักงานจังหวัดระยอง ที่ศาลากลางจังหวัดระยอง ระหว่างวันที่ 3-4 ตุลาคม 2565 มีผู้เข้าร่วม 100 คน "
        "พร้อมด้วย นางสาวใจงาม ลองเขียน ซึ่งได้รับมอบหมายจากนายสมหมาย และ นายใหม่ เพิ่งมา ตามโครงการท่าเรือสะอาด"
    )
    read = Reader(text)
    (rayong,) = harbour.places
    bureau = Organization("สำนักงานจังหวัดระยอง", "provincial_office", rayong, (), read.at("สำนักงานจังหวัดระยอง"))
    governor = Office("พ่อเมืองระยอง", "governor", None, rayong, (), read.at("พ่อเมืองระยอง"))
    place = replace(rayong, evidence=read.at("ระยอง"))
    project = replace(harbour.policies[0], evidence=read.at("โครงการท่าเรือสะอาด"))
    sommai, jaingam = read.person("นาย", "สมหมาย", "ทดสอบดี"), read.person("นางสาว", "ใจงาม", "ลองเขียน")
    mai = read.person("นาย", "ใหม่", "เพิ่งมา")
    opening = Meeting(
        "งานท่าเรือสะอาดเพื่อทะเลไทย",
        EventKind.CEREMONY,
        datetime(2022, 10, 3, 9),
        date(2022, 10, 4),
        "ศาลากลางจังหวัดระยอง",
        place,
        bureau,
        (project,),
        100,
        read.at("พิธีเปิดงานท่าเรือสะอาดเพื่อทะเลไทย", 0.95, "another-rule"),
    )
    return Facts(
        Article("harbour-again", text, "เปิดงานท่าเรือสะอาด", date(2022, 10, 5), "https://www.example.go.th/ข่าว/2"),
        persons=(sommai, jaingam, mai),
        offices=(governor,),
        organizations=(bureau,),
        places=(place,),
        policies=(project,),
        meetings=(opening,),
        participations=(
            Participation(sommai, opening, (Role.CHAIR,), governor, read.at("เป็นประธานพิธีเปิดงาน")),
            Participation(jaingam, opening, (Role.CHAIR,), None, read.at("นางสาวใจงาม ลองเขียน")),
            Participation(mai, opening, (Role.ATTENDEE,), None, read.at("นายใหม่ เพิ่งมา")),
        ),
        delegations=(Delegation(jaingam, sommai, opening, read.at("ซึ่งได้รับมอบหมายจากนายสมหมาย")),),
    )


class OneMeeting(EqualNames):
    """Takes all meetings for one."""

    def meeting(self, facts: Facts, meeting: Meeting) -> str:
        """The one id."""
        return "meeting/one"


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, harbour: Facts, harbour_again: Facts) -> Path:
    """A graph of two articles that tell of one meeting, for reading only."""
    folder = tmp_path_factory.mktemp("graph") / "shared"
    return write_graph(folder, (harbour, harbour_again), OneMeeting())


@pytest.fixture(scope="session")
def shared(shared_folder: Path) -> Iterator[Graph]:
    """The same, opened."""
    with open_graph(shared_folder) as graph:
        yield graph


GraphMaker = Callable[[Path, Iterable[Facts]], Path]


def write_graph(folder: Path, facts: Iterable[Facts], ids: Identities = EQUAL_NAMES) -> Path:
    """A graph of these facts, made without the build; returns its folder."""
    listed = list(facts)
    counted = Counter(label for one in listed for label in article_labels(one, ids))
    blocks = sorted(article_quads(one, ids) for one in listed)
    blocks += (quads for _, quads in entities_quads(((*label, n) for label, n in sorted(counted.items())), ids))
    blocks += [provenance_quads("0.0.0", len(listed), "0" * 64), vocabulary_quads(ids)]
    with replacing(folder) as work:
        (work / NQUADS).write_bytes(b"".join(map(packed, blocks)))
        load(work / NQUADS, work / STORE)
        quads = sum(block.count(b"\n") for block in blocks)
        Manifest("0.0.0", DEFAULT_BASE, len(listed), quads, "0" * 64).write(work)
    return folder


@pytest.fixture(scope="session")
def make_graph() -> GraphMaker:
    """Makes a graph of facts in a folder."""
    return write_graph


@pytest.fixture(scope="session")
def graph_folder(tmp_path_factory: pytest.TempPathFactory, all_facts: tuple[Facts, ...]) -> Path:
    """A graph of the three articles, for reading only."""
    return write_graph(tmp_path_factory.mktemp("graph") / "three", all_facts)


@pytest.fixture(scope="session")
def samples_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The graph of the twenty sample articles, for reading only."""
    folder = tmp_path_factory.mktemp("graph") / "samples"
    build([resources.data("samples", "articles")], folder)
    with open_graph(folder) as graph:
        yield graph


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session; without it tests are skipped, or fail where everything is required."""
    from playwright.sync_api import sync_playwright

    if not (path := shutil.which("chromium")):
        message = "Chromium is missing; on Debian: apt install chromium fonts-thai-tlwg"
        pytest.fail(message, pytrace=False) if os.environ.get("LGKG_REQUIRE_ALL") == "1" else pytest.skip(message)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=CHROMIUM.split())
        yield started
        started.close()


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """One Spark in local mode for the session; without Java tests are skipped, or fail where everything is required."""
    if not shutil.which("java"):
        message = "Java is missing; on Debian: apt install default-jre-headless"
        pytest.fail(message, pytrace=False) if os.environ.get("LGKG_REQUIRE_ALL") == "1" else pytest.skip(message)
    with spark_session("local[2]") as session:
        yield session
