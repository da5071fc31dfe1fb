"""The head of a question's file: what it says, and that a slip in it is told with the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lgkg.errors import DataError
from lgkg.questions import Kind, Question, questions

HEAD = """# id = "sample"
# theme = "people"
# th = "ใคร"
# en = "Who"
#
# [parameters.person]
# kind = "person"
# th = "บุคคล"
# en = "a person"
# example = "ก ข"
#
# [parameters.top]
# kind = "int"
# th = "จำนวน"
# en = "how many"
# example = "5"
# default = "20"
#
# [columns]
# name = { th = "ชื่อ", en = "the name" }

# A comment that is not of the header.
SELECT ?name { ?person foaf:name ?name } LIMIT 20
"""


def read(folder: Path, text: str, name: str = "sample.rq") -> Question:
    (folder / name).write_text(text, encoding="utf-8")
    return Question.read(folder / name)


def test_a_header_is_read(tmp_path: Path) -> None:
    asked = read(tmp_path, HEAD)
    assert (asked.id, asked.title.of("th"), asked.title.of("en")) == ("sample", "ใคร", "Who")
    person, top = asked.parameters
    assert (person.kind, person.example, person.default, person.optional) == (Kind.PERSON, "ก ข", None, False)
    assert (top.kind, top.default, top.optional) == (Kind.INT, "20", True)
    assert asked.columns["name"].of("en") == "the name"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('# id = "sample"\n', "", "'id' is missing"),
        ('id = "sample"', 'id = "simple"', "the id is 'simple', but the file is named 'sample'"),
        ('theme = "people"', 'theme = "weather"', "'weather' is not a valid Theme"),
        ('# th = "ใคร"\n', "", "'th' is missing"),
        ('en = "Who"', 'en = " "', "`en` is not a text"),
        ('en = "Who"', "en = 5", "`en` is not a text"),
        ('en = "Who"', 'en = "Who', "(at line"),
        ('en = "Who"', 'en = "Who"\n# fr = "Qui"', "nothing to do with 'fr'"),
        ('kind = "person"', 'kind = "animal"', "'animal' is not a valid Kind"),
        ('# example = "ก ข"\n', "", "'example' is missing"),
        ('example = "ก ข"', 'example = "ก ข"\n# optional = "no"', "neither true nor false"),
        ('en = "the name" }', 'en = "the name", several = 1 }', "`several` is neither true nor false"),
        ('en = "the name" }', 'en = "the name", names = "dog" }', "'dog' is not a valid Kind"),
        ('example = "ก ข"', 'example = "ก ข"\n# sample = "x"', "nothing to do with 'sample'"),
        ("[parameters.person]", "[parameters.people]", "the query has no variable ?people"),
        ("# [columns]\n# name", "# [columns]\n# label", "the query has no variable ?label"),
        ("# [columns]\n", "# [comments]\n", "'columns' is missing"),
        (" LIMIT 20", "", "the number behind the one LIMIT"),
        (" LIMIT 20", " LIMIT 20 OFFSET 1 # LIMIT 5", "the number behind the one LIMIT"),
        (HEAD, "SELECT * { ?s ?p ?o }", "'columns' is missing"),
        (HEAD, "", "'columns' is missing"),
    ],
)
def test_a_broken_header_is_told_with_its_file(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    assert right in HEAD
    with pytest.raises(DataError) as error:
        read(tmp_path, HEAD.replace(right, wrong, 1))
    assert error.value.where == str(tmp_path / "sample.rq")
    assert told in str(error.value)


def test_there_are_questions_enough_and_each_is_in_two_languages() -> None:
    assert len(questions()) >= 14
    for asked in questions():
        wordings = [asked.title, *(p.wording for p in asked.parameters), *asked.columns.values()]
        assert all(any("ก" <= letter <= "๛" for letter in wording.th) for wording in wordings), asked.id
        assert all(wording.en.isascii() for wording in wordings), asked.id


def test_the_queries_are_plain_sparql_that_stands_alone() -> None:
    import pyoxigraph as ox

    from lgkg.rdf import PREFIXES

    for asked in questions():
        assert isinstance(ox.Store().query(asked.sparql, prefixes=PREFIXES), ox.QuerySolutions), asked.id
