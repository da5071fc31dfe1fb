"""The annotations of the sample articles are well-formed and agree with the texts they describe."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, time
from functools import cache
from pathlib import Path

import geothai
import pytest

from lgkg import resources
from lgkg.evaluation import POLICY_KINDS, Annotation, load_annotation
from lgkg.evaluation.annotations import Office
from lgkg.facts import EventKind, PolicyKind, Role

SAMPLES = resources.data("samples")
SETS = {"a": SAMPLES, "b": SAMPLES / "hard"}
"""The first letter of an article's id -> the folder that holds its set."""
FIRST = [f"a{n:02}" for n in range(1, 21)]
HARD = [f"b{n:02}" for n in range(1, 21)]
IDS = FIRST + HARD
LOCAL_GOVERNMENT = re.compile("^(เทศบาล|องค์การบริหารส่วนจังหวัด)(?=.)")
"""Bodies that an article may name through their head alone, as in นายกเทศมนตรีนครลำปาง, and keep the area only."""
INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200d\ufeff]+")


@cache
def texts() -> dict[str, str]:
    """The article of each id, as read."""
    found = {path.stem: decode(path) for folder in SETS.values() for path in (folder / "articles").glob("*.txt")}
    for path in (SAMPLES / "articles").glob("*.jsonl"):
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        found |= {record["id"]: record["text"] for record in records}
    return found


def decode(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp874")


@cache
def annotation(article: str) -> Annotation:
    return load_annotation(annotation_file(article))


def annotation_file(article: str) -> Path:
    return SETS[article[0]] / "annotations" / f"{article}.json"


def as_json(value: object) -> object:
    """A part of an annotation as it stands in the file."""
    match value:
        case dict():
            return {name: as_json(part) for name, part in value.items()}
        case tuple():
            return [as_json(part) for part in value]
        case PolicyKind():
            return next(word for word, kind in POLICY_KINDS.items() if kind is value)
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
    return value


def squeeze(text: str) -> str:
    """Without spaces and invisible characters, sara am and sara ae as one letter each."""
    return INVISIBLE.sub("", text).replace("ํา", "ำ").replace("เเ", "แ")


def prints(article: str, form: str) -> bool:
    return squeeze(form) in squeeze(texts()[article])


def names(article: str) -> list[str]:
    return [person.name for person in annotation(article).persons]


def offices(article: str) -> Iterator[Office]:
    for person in annotation(article).persons:
        yield from person.offices


def prints_body(article: str, label: str, variants: tuple[str, ...]) -> bool:
    """Whether the text names a body: in a form of it, or in the short form of a post, as in ส.อบจ.นครสวรรค์."""
    posts = [office.label for office in offices(article)] if article in HARD else []
    forms = [LOCAL_GOVERNMENT.sub("", label), *variants]
    return any(prints(article, form) for form in forms) or any(label in post for post in posts)


each_article = pytest.mark.parametrize("article", IDS)
each_first = pytest.mark.parametrize("article", FIRST)


def test_every_article_has_an_annotation_and_every_annotation_an_article() -> None:
    assert sorted(texts()) == IDS
    for letter, folder in SETS.items():
        found = sorted(path.stem for path in (folder / "annotations").glob("*.json"))
        assert found == [article for article in IDS if article[0] == letter]


@each_article
def test_an_annotation_bears_the_id_of_its_file(article: str) -> None:
    assert annotation(article).id == article


@each_article
def test_every_record_has_exactly_the_fields_of_the_format(article: str) -> None:
    stored = json.loads(annotation_file(article).read_text(encoding="utf-8"))
    assert as_json(asdict(annotation(article))) == stored


@each_article
def test_an_article_is_as_long_as_a_press_release(article: str) -> None:
    shortest = 1_200 if article in FIRST else 800
    assert shortest <= len(texts()[article]) <= 4_000


@each_article
def test_every_name_and_alias_occurs_in_the_text(article: str) -> None:
    without_nicknames = squeeze(re.sub(r"\([^()]*\)", "", texts()[article]))
    for person in annotation(article).persons:
        for form in [person.name, person.title, *person.aliases]:
            assert prints(article, form) or squeeze(form) in without_nicknames, form


@each_article
def test_every_variant_occurs_in_the_text(article: str) -> None:
    for record in [*annotation(article).organisations, *annotation(article).policies, *offices(article)]:
        for variant in record.variants:
            assert prints(article, variant), variant


@each_article
def test_every_organisation_and_policy_occurs_under_its_label_or_a_variant(article: str) -> None:
    for body in annotation(article).organisations:
        assert prints_body(article, body.label, body.variants), body.label
    for policy in annotation(article).policies:
        assert any(prints(article, form) for form in policy.forms), policy.label


@each_article
def test_every_title_and_venue_is_a_stretch_of_the_text(article: str) -> None:
    for meeting in annotation(article).meetings:
        assert meeting.venue
        for form in [*meeting.forms, meeting.venue]:
            assert prints(article, form), form


@each_article
def test_labels_are_tidy_and_listed_once(article: str) -> None:
    found = annotation(article)
    for labels in (
        names(article),
        found.provinces,
        [record.label for record in found.organisations],
        [record.label for record in found.policies],
        [f"{record.name} {record.province}" for record in found.districts],
    ):
        assert len(set(labels)) == len(labels)
        assert all(label == " ".join(label.split()) for label in labels)


@each_article
def test_whoever_takes_part_or_is_assigned_is_a_person_of_the_article(article: str) -> None:
    people = set(names(article))
    for meeting in annotation(article).meetings:
        taking_part = [record.name for record in meeting.participants]
        assert set(taking_part) <= people
        assert len(set(taking_part)) == len(taking_part)
        for delegation in meeting.delegations:
            assert delegation.delegate in taking_part
            assert delegation.delegator in people


@each_article
def test_kinds_and_roles_are_of_the_closed_sets(article: str) -> None:
    assert {record.kind for record in annotation(article).policies} <= set(PolicyKind)
    for meeting in annotation(article).meetings:
        assert meeting.kind in set(EventKind)
        for record in meeting.participants:
            assert record.roles
            assert set(record.roles) <= set(Role)


@each_article
def test_every_event_has_its_day_and_ends_after_it_starts(article: str) -> None:
    for meeting in annotation(article).meetings:
        assert meeting.date
        assert meeting.date <= (meeting.end_date or meeting.date)


@each_first
def test_every_event_of_the_first_twenty_has_its_time_and_province(article: str) -> None:
    for meeting in annotation(article).meetings:
        assert meeting.start_time
        assert meeting.province


@each_article
def test_districts_lie_in_their_provinces(article: str) -> None:
    codes = {province.name_th: province.code for province in geothai.provinces()}
    assert set(annotation(article).provinces) <= set(codes)
    for record in annotation(article).districts:
        assert record.province
        known = {area.name_th.removeprefix("เขต") for area in geothai.districts(codes[record.province])}
        assert record.name in known
        assert record.province in annotation(article).provinces


@each_article
def test_a_meeting_lies_in_a_province_of_the_article(article: str) -> None:
    for meeting in annotation(article).meetings:
        assert meeting.province in {None, *annotation(article).provinces}


def test_the_samples_show_every_kind_of_event_and_of_policy() -> None:
    found = [annotation(article) for article in FIRST]
    assert {meeting.kind for a in found for meeting in a.meetings} == set(EventKind)
    assert {policy.kind for a in found for policy in a.policies} == set(PolicyKind)


def test_the_samples_show_articles_with_no_event_with_one_and_with_two() -> None:
    assert {len(annotation(article).meetings) for article in FIRST} == {0, 1, 2}


def test_the_hard_samples_show_articles_with_no_event_and_with_many() -> None:
    counts = {article: len(annotation(article).meetings) for article in HARD}
    assert (counts["b13"], counts["b16"], counts["b02"], counts["b01"]) == (0, 2, 4, 6)


def test_the_samples_show_acting_and_former_holders_of_an_office() -> None:
    seen = {office.status for article in FIRST for office in offices(article)}
    assert seen == {(False, False), (True, False), (False, True)}


@pytest.mark.parametrize("article", ["a16", "b17"])
def test_one_sample_of_each_set_is_in_the_thai_code_page(article: str) -> None:
    data = (SETS[article[0]] / "articles" / f"{article}.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert data.decode("cp874") == texts()[article]


@pytest.mark.parametrize(
    ("article", "letters"),
    [
        ("b04", "๒๕๖๘"),
        ("b17", "ํา"),
        ("b17", "เเ"),
        ("b17", "\u00a0"),
        ("b19", "\u200b"),
        ("b19", "\uf70b"),
        ("b20", "\uf0b7"),
    ],
)
def test_the_hard_samples_keep_the_letters_that_make_them_hard(article: str, letters: str) -> None:
    assert letters in texts()[article]


def test_the_table_of_hard_cases_names_every_article() -> None:
    table = (SAMPLES / "README.md").read_text(encoding="utf-8").partition("## Which article shows which hard case")[2]
    assert set(re.findall(r"\b[ab]\d\d\b", table)) == set(IDS)
