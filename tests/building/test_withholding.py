"""Whoever is withheld is gone from what an article comes to, and all else in it stays."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from lgkg.article import Article
from lgkg.building.block import Block, block_of
from lgkg.building.withholding import Withholder
from lgkg.errors import GraphError
from lgkg.facts import Facts
from lgkg.identity import EqualNames, JudgementRow, Ledger, PersonRow
from lgkg.identity.ledger import Judgement
from lgkg.identity.redaction import Redaction, Redactions
from lgkg.rdf import DEFAULT_BASE, article_quads
from lgkg.rdf.lines import lines_of
from lgkg.rdf.terms import term
from lgkg.store import packed

TEXT = (
    "วันที่ 12 ตุลาคม 2565 เวลา 09.30 น. ที่ห้องประชุมศาลากลางจังหวัดระยอง นายกรกฎ พงศ์ทดสอบ ผู้ว่าราชการจังหวัดระยอง "
    "เป็นประธานการประชุมคณะกรรมการจังหวัด โดยมี นายวิชัย มั่นคง ปลัดจังหวัดระยอง เข้าร่วมประชุม นายกรกฎ กล่าวว่า "
    "งานของมูลนิธิกรกฎพงศ์ทดสอบก้าวหน้า"
)
ARTICLE = Article("n1", TEXT, "กรกฎ เปิดประชุม", url="https://example.go.th/ข่าว/กรกฎ-พงศ์ทดสอบ?ชื่อ=กรกฎพงศ์ทดสอบ")
NAME = Redaction("กรกฎ พงศ์ทดสอบ")


def read(article: Article) -> Block:
    return block_of(article, EqualNames(), DEFAULT_BASE)


def withhold(block: Block, *rows: Redaction) -> Block:
    return Withholder(Redactions(rows), DEFAULT_BASE).block(block)


def words(block: Block) -> list[str]:
    return [line.text or "" for line in lines_of(gzip.decompress(block.quads))]


def test_a_person_is_gone_and_others_keep_all_their_facts() -> None:
    before = read(ARTICLE)
    after = withhold(before, NAME)
    assert [one.name for one in before.occurrences] != ["วิชัย มั่นคง"]
    assert [one.name for one in after.occurrences] == ["วิชัย มั่นคง"]
    assert not any("กรกฎ" in text or "พงศ์ทดสอบ" in text for text in words(after))
    assert not any("กรกฎ" in label for _, _, label in after.labels)
    assert after.facts == before.facts - 2
    (other,) = after.occurrences
    assert [event.people for event in after.events] == [(other.person,)]
    assert after.events[0].chairs == ()
    node = f"{DEFAULT_BASE}{other.person}>"
    about = [line for line in lines_of(gzip.decompress(before.quads)) if node in line.subject + line.object]
    assert set(about) <= set(lines_of(gzip.decompress(after.quads)))


def test_a_passage_keeps_its_length_and_its_place() -> None:
    quoted, hidden = passages(read(ARTICLE)), passages(withhold(read(ARTICLE), NAME))
    assert hidden
    for node, text in hidden.items():
        assert len(text) == len(quoted[node])
        assert all(letter in ("█", was) for letter, was in zip(text, quoted[node], strict=True))


def passages(block: Block) -> dict[str, str]:
    lines = lines_of(gzip.decompress(block.quads))
    return {line.subject: line.text or "" for line in lines if line.predicate == term("oa:exact")}


def test_a_passage_that_only_the_withheld_are_cited_to_is_gone(harbour: Facts) -> None:
    quads = article_quads(harbour, EqualNames())
    before = Block(f"{DEFAULT_BASE}article/harbour", packed(quads), quads.count(b"\n"), (), (), (), b"", 0, 9)
    after = withhold(before, Redaction("อดีต เคยเป็น"))
    assert "และนายอดีต เคยเป็น" in passages(before).values()
    assert set(passages(before).values()) - set(passages(after).values()) == {
        "และนายอดีต เคยเป็น",
        "นายอดีต เคยเป็น อดีตนายก อบจ.ระยอง",
    }
    assert after.passages == len(passages(after))
    assert after.facts == 7


def test_a_web_address_that_prints_the_name_is_left_out() -> None:
    assert term("dcterms:source") in gzip.decompress(read(ARTICLE).quads).decode()
    assert term("dcterms:source") not in gzip.decompress(withhold(read(ARTICLE), NAME).quads).decode()


def test_a_publisher_that_bears_the_name_is_masked() -> None:
    block = read(replace(ARTICLE, publisher="เว็บของ กรกฎ พงศ์ทดสอบ"))
    assert "เว็บของ กรกฎ พงศ์ทดสอบ" in gzip.decompress(block.quads).decode()
    assert "กรกฎ" not in gzip.decompress(withhold(block, NAME).quads).decode()


def test_an_article_that_does_not_name_the_person_is_the_same_block() -> None:
    block = read(ARTICLE)
    assert withhold(block, Redaction("กรกนก พงศ์ทดสอบ")) is block
    assert withhold(block) is block


def test_withholding_twice_changes_nothing_more() -> None:
    once = withhold(read(ARTICLE), NAME)
    assert withhold(once, NAME).quads == once.quads


def test_a_name_with_an_office_is_withheld_where_the_article_sees_it_in_that_office() -> None:
    block = read(ARTICLE)
    assert withhold(block, Redaction(NAME.name, office="office/governor.92")) is block
    here = withhold(block, Redaction(NAME.name, office="office/governor.21"))
    assert here.quads == withhold(block, NAME).quads


def test_a_name_with_an_article_is_withheld_there_alone() -> None:
    one, other = read(ARTICLE), read(Article("n2", TEXT))
    row = Redaction(NAME.name, article="n1")
    assert withhold(one, row).quads == withhold(one, NAME).quads
    assert withhold(other, row) is other


def test_a_brother_whose_given_name_ends_alike_keeps_his_name() -> None:
    text = TEXT.replace("วิชัย มั่นคง", "วิกรกฎ พงศ์ทดสอบ")
    after = withhold(read(Article("n1", text)), NAME)
    assert [one.name for one in after.occurrences] == ["วิกรกฎ พงศ์ทดสอบ"]
    assert sum("นายวิกรกฎ พงศ์ทดสอบ" in passage for passage in passages(after).values()) > 0


@pytest.mark.parametrize("spelt", ["กรกฎพงศ์ทดสอบ", "กรกฎ\u200b  พงศ์ทดสอบ", "กรกฎ พงศ์ทดสอบ "])
def test_the_spelling_in_the_list_need_not_be_that_of_the_article(spelt: str) -> None:
    article = Article("n1", TEXT.replace("กรกฎ พงศ์ทดสอบ", spelt))
    assert not any(spelt.strip() in text or "นายกรกฎ" in text for text in words(withhold(read(article), NAME)))


def test_what_was_not_withheld_fails_the_check_without_telling_the_name() -> None:
    holder = Withholder(Redactions([NAME]), DEFAULT_BASE)
    holder.check_article(gzip.decompress(withhold(read(ARTICLE), NAME).quads))
    with pytest.raises(GraphError) as caught:
        holder.check_article(gzip.decompress(read(ARTICLE).quads))
    assert caught.value.where == f"{DEFAULT_BASE}article/n1"
    assert "กรกฎ" not in str(caught.value)


def test_an_id_that_is_the_name_fails_the_check() -> None:
    block = withhold(read(Article("ข่าวกรกฎพงศ์ทดสอบ", TEXT)), NAME)
    with pytest.raises(GraphError, match="give it an id without the name") as caught:
        Withholder(Redactions([NAME]), DEFAULT_BASE).check_article(gzip.decompress(block.quads))
    assert "กรกฎ" not in str(caught.value)


def test_a_name_in_a_common_graph_fails_the_check_unless_it_is_part_of_a_longer_one() -> None:
    holder = Withholder(Redactions([NAME]), DEFAULT_BASE)
    quads = '<x:a> <x:b> "วิกรกฎ พงศ์ทดสอบ"@th <x:c> .\n'.encode()
    holder.check_common("graph/entities", quads, holder.longer(["วิกรกฎ พงศ์ทดสอบ", "วิชัย มั่นคง"]))
    with pytest.raises(GraphError, match="graph/entities: a name that is withheld"):
        holder.check_common("graph/entities", quads, [])


def test_a_ledger_loses_the_rows_about_the_withheld_and_their_names_in_reasons() -> None:
    ledger = Ledger()
    other = PersonRow("person/b", "วิชัย มั่นคง", "person/b", ("n1", "n2"))
    ledger.add(PersonRow("person/a", "กรกฎ  พงศ์ทดสอบ", "person/a", ("n1",)), other)
    ledger.add(JudgementRow("person/a", "person/b", Judgement.DIFFERENT, "x", "y"))
    ledger.add(JudgementRow("person/b", "person/c", Judgement.DIFFERENT, "x", "ไม่ใช่ กรกฎพงศ์ทดสอบ"))
    left = Withholder(Redactions([NAME, Redaction(article="n2")]), DEFAULT_BASE).ledger(ledger)
    assert left.rows == [
        PersonRow("person/b", "วิชัย มั่นคง", "person/b", ("n1",)),
        JudgementRow("person/b", "person/c", Judgement.DIFFERENT, "x", "ไม่ใช่ █████████████"),
    ]
