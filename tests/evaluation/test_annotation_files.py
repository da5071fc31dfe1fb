"""Annotations are read as they are written, and a broken one is told with its file, its place and the remedy."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from lgkg.errors import InputError
from lgkg.evaluation import load_annotation, load_annotations
from lgkg.evaluation.annotations import Delegation, District, Named, Office, Participant
from lgkg.facts import EventKind, PolicyKind, Role

SOMMAI, JAINGAM = "สมหมาย ทดสอบดี", "ใจงาม ลองเขียน"


def record() -> dict[str, Any]:
    """An annotation as it stands in a file."""
    return {
        "id": "harbour",
        "persons": [
            {
                "name": SOMMAI,
                "title": "นาย",
                "aliases": ["สมหมาย"],
                "offices": [
                    {"label": "ผู้ว่าราชการจังหวัดระยอง", "variants": ["ผวจ.ระยอง"], "acting": True, "former": False}
                ],
            },
            {"name": JAINGAM, "title": "", "aliases": [], "offices": []},
        ],
        "organisations": [{"label": "กระทรวงมหาดไทย", "variants": ["มท."]}],
        "provinces": ["ระยอง"],
        "districts": [{"name": "แกลง", "province": None}],
        "policies": [{"label": "นโยบายน้ำใส", "kind": "policy", "variants": []}],
        "meetings": [
            {
                "title": "สัมมนาท่าเรือสะอาด",
                "title_variants": ["สัมมนา"],
                "kind": "seminar",
                "date": "2022-10-03",
                "end_date": None,
                "start_time": "09:30",
                "venue": None,
                "province": "ระยอง",
                "attendee_count": 120,
                "participants": [
                    {"name": SOMMAI, "roles": ["chair", "speaker"]},
                    {"name": JAINGAM, "roles": ["attendee"]},
                ],
                "delegations": [{"delegate": JAINGAM, "delegator": SOMMAI}],
            }
        ],
    }


def write(folder: Path, value: object, name: str = "harbour.json") -> Path:
    (folder / name).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return folder / name


def test_an_annotation_is_read_as_it_is_written(tmp_path: Path) -> None:
    found = load_annotation(write(tmp_path, record()))
    sommai, jaingam = found.persons
    assert (sommai.name, sommai.title, sommai.aliases) == (SOMMAI, "นาย", ("สมหมาย",))
    assert sommai.offices == (Office("ผู้ว่าราชการจังหวัดระยอง", ("ผวจ.ระยอง",), acting=True, former=False),)
    assert jaingam.offices == ()
    assert found.organisations == (Named("กระทรวงมหาดไทย", ("มท.",)),)
    assert (found.provinces, found.districts) == (("ระยอง",), (District("แกลง", None),))
    assert found.policies[0].kind is PolicyKind.STATEMENT
    (meeting,) = found.meetings
    assert (meeting.kind, meeting.date, meeting.start_time) == (EventKind.SEMINAR, date(2022, 10, 3), time(9, 30))
    assert meeting.participants[0] == Participant(SOMMAI, (Role.CHAIR, Role.SPEAKER))
    assert found.delegations() == (Delegation(JAINGAM, SOMMAI),)


def test_people_without_an_office_are_private(tmp_path: Path) -> None:
    assert load_annotation(write(tmp_path, record())).private() == {JAINGAM.replace(" ", "")}


def test_keys_of_the_annotators_own_are_passed_over(tmp_path: Path) -> None:
    assert load_annotation(write(tmp_path, {**record(), "note": "ok"})) == load_annotation(write(tmp_path, record()))


def broken(*path: str | int, to: object = None, drop: bool = False) -> dict[str, Any]:
    """The annotation with one value changed or left out."""
    changed = record()
    place: Any = changed
    for step in path[:-1]:
        place = place[step]
    if drop:
        del place[path[-1]]
    else:
        place[path[-1]] = to
    return changed


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (broken("provinces", drop=True), ": `provinces` is missing. Add it"),
        (
            broken("persons", 0, "offices", 0, "former", drop=True),
            ", persons 1, offices 1: `former` is missing. Add it",
        ),
        (broken("persons", 0, "name", to=7), ', persons 1: `name` is a number where text is expected. Write "name": '),
        (broken("persons", 1, "name", to=" "), ", persons 2: `name` is blank. Fill it in"),
        (broken("persons", 0, "aliases", to="x"), ", persons 1: `aliases` is text where a list is expected. Write"),
        (broken("persons", 0, "aliases", to=[None]), ", persons 1: `aliases` holds null where text is expected. Write"),
        (broken("persons", 0, to="x"), ", persons 1: is text where an object is expected. Write"),
        (broken("persons", 0, "offices", 0, "acting", to="no"), ", offices 1: `acting` is text where true or false is"),
        (
            broken("policies", 0, "kind", to="act"),
            ", policies 1: `kind` is 'act', which is not known. Give one of: law",
        ),
        (broken("meetings", 0, "kind", to="party"), ", meetings 1: `kind` is 'party', which is not known. Give one of"),
        (
            broken("meetings", 0, "date", to="3/10/2565"),
            ": `date` is '3/10/2565', which is no day of the common era. Wr",
        ),
        (broken("meetings", 0, "date", to="2565-10-03"), ": `date` is '2565-10-03', which is no day of the common era"),
        (broken("meetings", 0, "start_time", to="เช้า"), ": `start_time` is 'เช้า', which is no time of day. Write it"),
        (broken("meetings", 0, "attendee_count", to=True), ": `attendee_count` is true or false where a whole number"),
        (
            broken("meetings", 0, "participants", 0, "name", to="ใคร"),
            ", participants 1: 'ใคร' is not among the `persons`.",
        ),
        (
            broken("meetings", 0, "participants", 0, "roles", to=["boss"]),
            ": `roles` is 'boss', which is not known. Give",
        ),
        (
            broken("meetings", 0, "participants", 0, "roles", to=[]),
            ", participants 1: `roles` is empty. Give one or more",
        ),
        (
            broken("meetings", 0, "delegations", 0, "delegator", to="ใคร"),
            ", delegations 1: 'ใคร' is not among the `perso",
        ),
        (broken("id", to="\x07"), ": the id"),
        ([], ": is a list where an object is expected"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_the_remedy(tmp_path: Path, value: object, told: str) -> None:
    path = write(tmp_path, value)
    with pytest.raises(InputError) as error:
        load_annotation(path)
    assert str(error.value).startswith(str(path))
    assert told in str(error.value)
    assert error.value.remedy


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "broken JSON at column 2"),
        (b"", "broken JSON"),
        (b"%PDF-1.4", "PDF"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_what_is_no_json_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "a.json").write_bytes(data)
    with pytest.raises(InputError, match=told) as error:
        load_annotation(tmp_path / "a.json")
    assert error.value.where == str(tmp_path / "a.json")


def test_a_folder_is_read_by_id_and_other_files_are_passed_over(tmp_path: Path) -> None:
    for name, id in (("x.json", "b"), ("y.json", "a")):
        write(tmp_path, {**record(), "id": id}, name)
    (tmp_path / "README.md").write_text("x")
    assert [one.id for one in load_annotations(tmp_path)] == ["a", "b"]


def test_two_annotations_of_one_article_are_told(tmp_path: Path) -> None:
    write(tmp_path, record(), "x.json")
    write(tmp_path, record(), "y.json")
    with pytest.raises(InputError, match=r"y\.json: annotates the article 'harbour', as .*x\.json does"):
        load_annotations(tmp_path)


@pytest.mark.parametrize(("name", "told"), [(".", "holds no annotation"), ("gone", "is no folder")])
def test_a_folder_without_annotations_is_told(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        load_annotations(tmp_path / name)
