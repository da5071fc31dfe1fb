"""What could not be read is read again, alone, and the graph is then that of a build from all articles."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from lgkg.article import Article
from lgkg.building import BuildReport, build, revision, update
from lgkg.building.block import Block, block_of
from lgkg.identity import Identities
from lgkg.store import NQUADS, STATUS

TEXT = "วันที่ {day} ตุลาคม 2565 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุมคณะกรรมการป้องกันไฟป่า"
GRAPH = Path("graph")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder to work in, where `news/` holds three articles, a broken line, an empty file and a zipped fault."""
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news/few.jsonl").write_text("\n".join([told("a", 1), "{", told("c", 3)]), encoding="utf-8")
    Path("news/empty.txt").touch()
    pack("{")


def told(id: str, day: int) -> str:
    return json.dumps({"id": id, "text": TEXT.format(day=day)}, ensure_ascii=False)


def pack(line: str) -> None:
    with zipfile.ZipFile("news/may.zip", "w") as packed:
        packed.writestr("may.jsonl", "\n".join([told("z", 9), line]))


def mend() -> None:
    """Mends all that `folder` broke."""
    Path("news/few.jsonl").write_text("\n".join([told("a", 1), told("b", 2), told("c", 3)]), encoding="utf-8")
    Path("news/empty.txt").write_text(TEXT.format(day=4), encoding="utf-8")
    pack(told("y", 8))


def statuses() -> list[tuple[str | None, str, str]]:
    rows = map(json.loads, (GRAPH / STATUS).read_text(encoding="utf-8").splitlines())
    return [(row["id"], row["origin"], row["status"]) for row in rows]


def again() -> BuildReport:
    return update(GRAPH, failed=True)


def test_what_was_mended_is_read_and_nothing_else_is() -> None:
    build("news", GRAPH)
    mend()
    report = again()
    assert (report.read, report.renewed, report.problem_count) == (3, 0, 0)
    found, quads = statuses(), (GRAPH / NQUADS).read_bytes()
    build("news", "anew")
    assert quads == Path("anew", NQUADS).read_bytes()
    assert {status for _, _, status in found} == {"ok"}
    assert found == [(id, origin, "ok") for id, origin, _ in found]
    assert (GRAPH / STATUS).read_bytes() == Path("anew", STATUS).read_bytes()


def test_what_is_still_broken_is_told_again_and_noted_once() -> None:
    build("news", GRAPH)
    before = statuses()
    assert again().problem_count == 3
    assert statuses() == before


def test_an_article_that_made_the_reader_fail_is_read_when_it_does_not_any_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mend()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(revision, "block_of", failing_on_c)
        build("news", GRAPH)
    assert ("c", "news/few.jsonl:3", "failed") in statuses()
    assert again().read == 1
    assert ("c", "news/few.jsonl:3", "ok") in statuses()


def failing_on_c(article: Article, ids: Identities, base: str, *, include_private: bool) -> Block:
    if article.id == "c":
        raise KeyError("lost")
    return block_of(article, ids, base, include_private=include_private)


def test_of_an_article_whose_id_another_has_the_other_stays() -> None:
    Path("news/taken.jsonl").write_text("\n".join([told("a", 20), "{"]), encoding="utf-8")
    build("news/few.jsonl", GRAPH)
    update(GRAPH, ["news/few.jsonl", "news/taken.jsonl"])
    before, quads = statuses(), (GRAPH / NQUADS).read_bytes()
    assert ("a", "news/taken.jsonl:1", "failed") in before
    assert again().read == 0
    assert (statuses(), (GRAPH / NQUADS).read_bytes()) == (before, quads)


def test_an_article_that_changed_meanwhile_is_left_to_an_update() -> None:
    build("news", GRAPH)
    Path("news/few.jsonl").write_text("\n".join([told("a", 30), told("b", 2), told("c", 3)]), encoding="utf-8")
    assert again().read == 1
    assert update(GRAPH, "news/few.jsonl").renewed == 1


@pytest.mark.parametrize("gone", ["news/few.jsonl", "news/empty.txt", "news/may.zip"])
def test_of_a_file_that_is_gone_everything_that_was_noted_stays(gone: str) -> None:
    build("news", GRAPH)
    before = statuses()
    Path(gone).unlink()
    assert again().problem_count == 3
    assert {*before} <= {*statuses()}


def test_a_link_to_a_folder_is_not_followed_now_either(tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "d.txt").write_text(TEXT.format(day=5), encoding="utf-8")
    mend()
    Path("news/link").symlink_to(other)
    build("news", GRAPH)
    before = statuses()
    assert (None, "news/link", "problem") in before
    assert again().read == 0
    assert statuses() == before


def test_a_colon_in_the_name_of_a_file_is_no_end_of_it() -> None:
    Path("news/09:30.jsonl").write_text("{", encoding="utf-8")
    build("news", GRAPH)
    Path("news/09:30.jsonl").write_text(told("t", 7), encoding="utf-8")
    again()
    assert ("t", "news/09:30.jsonl:1", "ok") in statuses()


def test_inputs_are_not_given_along_with_it() -> None:
    build("news", GRAPH)
    with pytest.raises(ValueError, match="either inputs or failed"):
        update(GRAPH, "news", failed=True)
