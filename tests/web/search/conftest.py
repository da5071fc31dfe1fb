"""Things made by hand, and an index of them."""

from __future__ import annotations

import pytest

from lgkg.web.search import Index, Kind, Thing

NO_LINE = {"th": "", "en": ""}


def thing(kind: Kind, *names: str, articles: int = 1, english: tuple[str, ...] = ()) -> Thing:
    """Something of these names; its IRI tells the first."""
    iri = f"https://example.org/id/{kind}/{names[0]}"
    called = (*names, *english)
    return Thing(iri, kind, kind.capitalize(), names[0], called, english, NO_LINE, articles, None, {})


@pytest.fixture(scope="session")
def index() -> Index:
    """People, posts, bodies, places, a law, an event and an article."""
    return Index(
        [
            thing(Kind.PERSON, "ประยุทธ์ ทดสอบดี", articles=90),
            thing(Kind.PERSON, "สมชาย ใจงาม", articles=3),
            thing(Kind.PERSON, "สมชาติ วงษ์สุวรรณเดช", articles=8),
            thing(Kind.PERSON, "ณัฐพงศ์ ศรีวิไลลักษณ์", "ณัฐพงศ์"),
            thing(Kind.OFFICE, "ผู้ว่าราชการจังหวัดระยอง", "ผวจ.ระยอง", english=("Provincial Governor Rayong",)),
            thing(Kind.OFFICE, "รองผู้ว่าราชการจังหวัดระยอง"),
            thing(Kind.ORGANIZATION, "องค์การบริหารส่วนจังหวัดระยอง", articles=5),
            thing(Kind.ORGANIZATION, "กระทรวงมหาดไทย", "มท.", articles=50, english=("Ministry of Interior",)),
            thing(Kind.PLACE, "ระยอง", articles=20, english=("Rayong",)),
            thing(Kind.PLACE, "เมืองระยอง", articles=4, english=("Mueang Rayong",)),
            thing(Kind.PLACE, "นครราชสีมา", articles=6, english=("Nakhon Ratchasima",)),
            thing(Kind.PLACE, "น้ำดำ"),
            thing(Kind.POLICY, "โครงการแก้ปัญหาต่าง ๆ ของไทย"),
            thing(Kind.MEETING, "ระยองแฟร์", articles=99),
            thing(Kind.ARTICLE, "ระยองจัดงานใหญ่ประจำปี"),
        ]
    )
