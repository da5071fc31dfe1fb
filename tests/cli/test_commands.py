"""Each command does what its help says, ends with the right code, and shows nothing that an article could abuse."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from lgkg import __version__, resources
from lgkg.cli import main
from lgkg.cli.app import app
from lgkg.cli.terminal import one_line, safe
from lgkg.knowledge_graph import TIMEOUT
from lgkg.rdf.findings import Finding, Severity

ROOT = Path(__file__).parents[2]
COMMANDS = (
    "build",
    "update",
    "status",
    "extract",
    "query",
    "questions",
    "view",
    "network",
    "export",
    "validate",
    "redact",
    "evaluate",
    "info",
)
NAMES = "SELECT DISTINCT ?name { ?p a lgkg:Person ; foaf:name ?name } ORDER BY ?name"


class Ran(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def run(*arguments: str | Path) -> Ran:
        capfdbinary.readouterr()
        monkeypatch.setattr(sys, "argv", ["lgkg", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capfdbinary.readouterr()
        code = ended.value.code
        assert code is None or isinstance(code, int)
        return Ran(code or 0, written.out.decode(), written.err.decode())

    return run


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from lgkg import build

    folder = tmp_path_factory.mktemp("graphs") / "samples"
    build([resources.data("samples", "articles")], folder)
    return folder


def test_help_and_version_are_quick_to_find(run: Run) -> None:
    assert run("--version") == Ran(0, f"lgkg {__version__}\n", "")
    shown = run("--help")
    assert shown.code == 0
    assert all(command in shown.out for command in COMMANDS)
    assert run().code == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_each_example_in_the_help_can_be_run(
    run: Run, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    shown = run(command, "--help").out
    examples = re.findall(r"^ +lgkg (.+)$", shown.split("Example:")[1].split("Arguments:")[0], re.M)
    assert examples
    monkeypatch.chdir(tmp_path)
    prepare_examples(graph)
    for example in (one for one in examples if "localhost" not in one):  # those that ask stores: tests/stores
        assert run(*shlex.split(example)).code == 0, example


def prepare_examples(graph: Path) -> None:
    """What the examples name: the samples, the demo graph, and some more articles."""
    Path("data").symlink_to(resources.data())
    Path("out").mkdir()
    shutil.copytree(graph, "out/demo")  # some examples change it
    Path("more").symlink_to(resources.data("samples", "articles"))
    Path("news.jsonl.gz").write_bytes(gzip.compress(b'{"id": "n1", "text": "x"}'))


def test_a_build_ends_with_a_summary(run: Run, tmp_path: Path) -> None:
    ran = run("build", resources.data("samples", "articles"), "--out", tmp_path / "graph")
    assert (ran.code, ran.err) == (0, "")
    figures = {name: int(figure.replace(",", "")) for figure, name in re.findall(r"^ +([\d,]+)  (\w+)$", ran.out, re.M)}
    assert figures["articles"] == 20
    assert all(
        figures[name] > 0
        for name in ("people", "offices", "organisations", "places", "policies", "meetings", "passages")
    )
    assert len(re.findall(r"^ +\d+  .+ · .+$", ran.out, re.M)) == 5
    assert ran.out.splitlines()[-1].endswith(str(tmp_path / "graph"))


def test_one_of_a_kind_is_counted_in_the_singular(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง", encoding="utf-8")
    (tmp_path / "in" / "b.odt").touch()
    lines = run("build", tmp_path / "in", "--out", tmp_path / "graph").out.splitlines()
    assert [line.strip() for line in lines[:5]] == [
        "1  article",
        "1  file of another kind passed over",
        "1  person",
        "1  office",
        "0  organisations",
    ]


def test_problems_are_named_on_one_line_each_and_the_code_is_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง", encoding="utf-8")
    (tmp_path / "in" / "b\x1b[31m\n.txt").write_text("", encoding="utf-8")
    ran = run("build", tmp_path / "in", "--out", tmp_path / "graph")
    assert ran.code == 1
    assert ran.err == f"lgkg: {tmp_path}/in/b\\x1b[31m\\n.txt: is empty. Remove it, or put an article in it\n"


def test_many_problems_are_cut_short(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "ก"}\n' + "x\n" * 30, encoding="utf-8")
    ran = run("build", tmp_path / "a.jsonl", "--out", tmp_path / "graph")
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 21
    assert ran.err.splitlines()[-1].startswith("lgkg: … and 10 more problems")


def test_no_article_at_all_is_a_failure(run: Run, tmp_path: Path) -> None:
    ran = run("build", tmp_path / "gone.txt", "--out", tmp_path / "graph")
    assert ran.code == 3
    assert ran.err.splitlines() == [
        f"lgkg: {tmp_path}/gone.txt: does not exist. Check the spelling of the path",
        "lgkg: no article could be read, so no graph was built. Give files or folders of articles",
    ]
    assert not (tmp_path / "graph").exists()


@pytest.mark.parametrize(
    "arguments",
    [("build",), ("build", "x"), ("build", "x", "--out", "g", "--jobs", "0"), ("nothing",), ("query", "g")],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).code == 2


def test_a_folder_that_is_no_graph_is_told(run: Run, tmp_path: Path) -> None:
    for command in (("info",), ("validate",), ("query", "ASK {}"), ("export", "--format", "trig", "-o", "x")):
        ran = run(command[0], tmp_path, *command[1:])
        assert ran.code == 3
        assert ran.err.startswith(f"lgkg: {tmp_path}: this is not a graph")
        assert "Traceback" not in ran.err


def test_answers_come_as_table_csv_and_json(run: Run, graph: Path) -> None:
    table = run("query", graph, NAMES).out.splitlines()
    assert table[0].strip() == "name"
    as_csv = list(csv.reader(io.StringIO(run("query", graph, NAMES, "--format", "csv").out)))
    as_json = json.loads(run("query", graph, NAMES, "--format", "json").out)
    names = [row["name"] for row in as_json]
    assert as_csv == [["name"], *([name] for name in names)]
    assert [line.strip() for line in table[2:]] == names
    assert names == sorted(names)


def test_a_limit_says_how_much_there_is(run: Run, graph: Path) -> None:
    ran = run("query", graph, NAMES, "--limit", "2", "--format", "json")
    assert len(json.loads(ran.out)) == 2
    assert re.fullmatch(r"lgkg: 2 of \d+ rows; --limit shows more\n", ran.err)


def test_a_question_with_as_many_rows_as_it_asks_for_says_how_to_ask_for_more(run: Run, graph: Path) -> None:
    ran = run("query", graph, "who-met-whom", "--param", "top=2", "--limit", "1")
    more = "lgkg: the question asks for 2 rows and there may be more; --param top=N asks for N\n"
    assert ran.err == f"lgkg: 1 of 2 rows; --limit shows more\n{more}"
    assert run("query", graph, "who-met-whom", "--param", "top=2").err == more
    assert run("query", graph, "who-met-whom", "--param", "top=9999").err == ""


def test_a_table_is_bounded_and_the_other_formats_are_whole(run: Run, graph: Path) -> None:
    query = "SELECT ?s { ?s ?p ?o } LIMIT 1500"
    table = run("query", graph, query)
    assert (len(table.out.splitlines()), table.err) == (1002, "lgkg: 1,000 of 1,500 rows; --limit shows more\n")
    assert len(run("query", graph, query, "--limit", "1200").out.splitlines()) == 1202
    as_csv, as_json = run("query", graph, query, "--format", "csv"), run("query", graph, query, "--format", "json")
    assert (len(list(csv.reader(io.StringIO(as_csv.out)))), as_csv.err) == (1501, "")
    assert (len(json.loads(as_json.out)), as_json.err) == (1500, "")


def test_json_rows_are_written_as_a_list(run: Run, graph: Path) -> None:
    query = "SELECT ?x ?y { VALUES (?x ?y) { (1 'a') (2 'b') } }"
    rows = [{"x": 1, "y": "a"}, {"x": 2, "y": "b"}]
    assert run("query", graph, query, "--format", "json").out == json.dumps(rows, indent=1) + "\n"
    assert run("query", graph, query, "--format", "json", "--limit", "0").out == "[]\n"
    assert json.loads(run("query", graph, "SELECT * {}", "--format", "json").out) == [{}]


def test_a_query_is_stopped_when_its_time_is_up(run: Run, graph: Path) -> None:
    forever = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i) }"
    ran = run("query", graph, forever, "--timeout", "1")
    assert (ran.code, ran.err) == (
        3,
        "lgkg: the query took longer than 1 seconds and was stopped. Ask for less: name a person, place or time, "
        "add a LIMIT, or give it more time\n",
    )
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    default = next(option.default for option in group.commands["query"].params if option.name == "timeout")
    assert default == TIMEOUT


def test_values_are_bound_not_pasted(run: Run, graph: Path) -> None:
    query = "SELECT ?name { ?p a lgkg:Person ; foaf:name ?name }"
    assert (
        len(json.loads(run("query", graph, query, "--param", 'name=" } UNION { ?p ?q ?name', "--format", "json").out))
        == 0
    )
    ran = run(
        "query",
        graph,
        "SELECT ?label { ?c rdfs:label ?label }",
        "--param",
        "c=<https://w3id.org/lgkg/ontology#Person>",
        "--format",
        "json",
    )
    assert {row["label"] for row in json.loads(ran.out)}


def test_a_yes_or_no_and_triples_are_shown_too(run: Run, graph: Path) -> None:
    assert json.loads(run("query", graph, "ASK { ?p a lgkg:Person }", "--format", "json").out) == [{"answer": True}]
    triples = run("query", graph, "CONSTRUCT { ?p a lgkg:Person } { ?p a lgkg:Person }", "--format", "csv").out
    assert triples.splitlines()[0] == "subject,predicate,object"


def test_a_query_is_read_from_a_file(run: Run, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "names.rq").write_text(NAMES, encoding="utf-8")
    assert run("query", graph, tmp_path / "names.rq").out == run("query", graph, NAMES).out
    missing = run("query", graph, tmp_path / "gone.rq")
    assert (missing.code, missing.err.startswith(f"lgkg: {tmp_path}/gone.rq: the query cannot be read")) == (3, True)


def test_a_wrong_query_and_an_unknown_question_are_told(run: Run, graph: Path) -> None:
    for query in ("SELECT nonsense", "no-such-question"):
        ran = run("query", graph, query)
        assert ran.code == 3
        assert len(ran.err.splitlines()) == 1
    assert run("query", graph, "ASK {}", "--param", "novalue").code == 2


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(run: Run, graph: Path) -> None:
    query = 'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { ("=1+1" " @x" -5) ("a" "+b" 3.5) } }'
    rows = list(csv.reader(io.StringIO(run("query", graph, query, "--format", "csv").out)))
    assert rows == [["a", "b", "c"], ["'=1+1", "' @x", "-5"], ["a", "'+b", "3.5"]]


def test_control_characters_never_reach_the_terminal(run: Run, graph: Path) -> None:
    query = 'SELECT ?x { VALUES ?x { "a\\u001b[2Jb\\u202ec\\u0007" } }'
    assert run("query", graph, query).out.splitlines()[-1] == "a\\x1b[2Jb\\u202ec\\x07"
    assert json.loads(run("query", graph, query, "--format", "json").out) == [{"x": "a\x1b[2Jb\u202ec\x07"}]


def test_safe_leaves_thai_alone() -> None:
    text = "ผู้ว่าฯ น้ำ\u200bท่วม ก\tข\n"
    assert safe(text) == text
    assert one_line(text) == "ผู้ว่าฯ น้ำ\u200bท่วม ก\\tข\\n"
    assert safe("\x9b31m\ud800\u2028") == "\\x9b31m\\ud800\\u2028"


def test_a_day_of_publication_without_parts_to_tell_it_is_refused(run: Run, graph: Path, tmp_path: Path) -> None:
    asked = ("export", graph, "--format", "nquads", "--published", "2026-11-27", "-o")
    ran = run(*asked, tmp_path / "out.nq")
    assert (ran.code, list(tmp_path.glob("out.*"))) == (2, [])
    assert "--split" in ran.err
    assert run(*asked, tmp_path / "parts", "--split", "5000").code == 0


def test_parts_of_which_no_day_of_publication_is_known_are_told_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text("นายสมหมาย ใจดี ผู้ว่าราชการจังหวัดระยอง กล่าวว่า ดี", encoding="utf-8")
    assert run("build", tmp_path / "undated.txt", "--out", tmp_path / "graph").code == 0
    asked = ("export", tmp_path / "graph", "--format", "nquads", "--split", "5000", "-o")
    assert "give --published DAY" in run(*asked, tmp_path / "parts").err
    assert "--published" not in run(*asked, tmp_path / "others", "--published", "2026-11-27").err


@pytest.mark.parametrize("form", ["nquads", "trig", "turtle", "jsonld"])
def test_each_format_can_be_exported(run: Run, graph: Path, tmp_path: Path, form: str) -> None:
    ran = run("export", graph, "--format", form, "-o", tmp_path / "out.file")
    assert ran.code == 0
    assert (tmp_path / "out.file").stat().st_size > 1000


def test_info_and_validate_tell_of_a_sound_graph(run: Run, graph: Path) -> None:
    assert re.search(r"^articles +20$", run("info", graph).out, re.M)
    for language, verdict in (("en", "The graph keeps to its shapes."), ("th", "กราฟเป็นไปตามข้อกำหนดทุกข้อ")):
        ran = run("validate", graph, "--language", language)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.splitlines()[-1].startswith(verdict)  # what may be misread in the samples is warned of


@pytest.mark.parametrize(
    ("severities", "code", "verdict"),
    [
        ((Severity.ERROR,), 1, "1 finding."),
        ((Severity.WARNING,), 0, "The graph keeps to its shapes. 1 warning."),
        ((Severity.ERROR, Severity.ERROR, Severity.WARNING, Severity.WARNING), 1, "2 findings. 2 warnings."),
    ],
)
def test_warnings_are_told_apart_from_findings_and_do_not_fail(
    run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch, severities: tuple[Severity, ...], code: int, verdict: str
) -> None:
    found = [Finding(("a01",), "ระยอง", "http://x", "", "", "Check it.", severity) for severity in severities]
    monkeypatch.setattr("lgkg.graph.Graph.validate", lambda *_, **__: found)
    ran = run("validate", graph)
    lines = ran.out.splitlines()
    assert (ran.code, lines[-1]) == (code, verdict)
    assert [line.startswith("warning: ") for line in lines[:-1]] == [one is Severity.WARNING for one in severities]


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_questions_are_listed(run: Run, language: str) -> None:
    assert len(run("questions", "--language", language).out.splitlines()) > 12


def test_a_day_may_be_given_in_the_buddhist_era(run: Run, graph: Path, tmp_path: Path) -> None:
    pages = []
    for day in ("2024-02-01", "2567-02-01", "1 กุมภาพันธ์ 2567"):
        assert run("view", graph, "-o", tmp_path / "page.html", "--since", day, "--until", "2567-12-31").code == 0
        pages.append((tmp_path / "page.html").read_bytes())
    assert pages[0] == pages[1] == pages[2]
    wrong = run("view", graph, "-o", tmp_path / "page.html", "--since", "yesterday")
    assert (wrong.code, "'yesterday' is no day" in wrong.err) == (2, True)
    assert "--since YYYY-MM-DD" in run("view", "--help").out


def test_an_unexpected_fault_is_one_line(run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr("lgkg.graph.Graph.info", fail)
    ran = run("info", graph)
    assert ran.code == 3
    assert ran.err.startswith("lgkg: unexpected ZeroDivisionError: division\\nby zero. Run it again with LGKG_DEBUG=1")
    monkeypatch.setenv("LGKG_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        app(["info", str(graph)])
