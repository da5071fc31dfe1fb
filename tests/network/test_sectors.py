from __future__ import annotations

from importlib import resources

import pytest

from lgkg.domain.concepts import concepts
from lgkg.network.sectors import OTHER, sector_of
from lgkg.tables import table, values

SECTORS = [row["id"] for row in table("sectors")]
OFFICES = [concept.id for concept in concepts() if concept.scheme == "office-kind"]
BODIES = [concept.id for concept in concepts() if concept.scheme == "body-kind"]


@pytest.mark.parametrize(
    ("office", "body", "sector"),
    [
        ("minister", "ministry", "central"),
        ("governor", "", "provincial"),
        ("district_chief", "", "provincial"),
        ("pao_president", "pao", "local"),
        ("mayor", "", "local"),
        ("senator", "", "parliament"),
        ("provincial_prosecutor", "", "parliament"),
        ("provincial_police_commander", "", "security"),
        ("abbot", "", "society"),
    ],
)
def test_the_kind_of_an_office_settles_its_sector(office: str, body: str, sector: str) -> None:
    assert sector_of(office, body) == sector


@pytest.mark.parametrize(
    ("body", "sector"),
    [("ministry", "central"), ("damrongtham", "provincial"), ("pao", "local"), ("school", "society"), ("", OTHER)],
)
def test_an_office_found_everywhere_is_of_the_sector_of_its_body(body: str, sector: str) -> None:
    assert sector_of("director", body) == sector_of("deputy_director", body) == sector


def test_the_office_counts_before_the_body() -> None:
    assert sector_of("permanent_secretary_interior", "school") == "central"


def test_a_narrower_kind_is_of_the_sector_of_the_broader() -> None:
    assert sector_of("interior_minister", "") == sector_of("minister", "") == "central"
    assert sector_of("", "city_municipality") == sector_of("", "local_government") == "local"


@pytest.mark.parametrize("row", [row for row in table("offices") if row["ranks"]], ids=lambda row: str(row["id"]))
def test_deputies_and_assistants_are_of_the_sector_of_their_head(row: dict[str, str]) -> None:
    heads = sector_of(row["id"], "")
    own = {"deputy_minister": "central", "vice_president_of_association": "society"}
    for rank in values(row["ranks"]):
        deputy = f"{rank}_{row['id']}"
        assert sector_of(deputy, "") == own.get(deputy, heads)


@pytest.mark.parametrize("kind", ["", "no_such_kind", "deputy_", "<script>", "pao"])
def test_what_no_row_claims_is_of_another_sector(kind: str) -> None:
    assert sector_of(kind, "") == sector_of(kind, kind.upper()) == OTHER


def test_every_kind_that_exists_has_a_sector_of_the_table_or_the_other() -> None:
    found = {sector_of(office, "") for office in OFFICES} | {sector_of("", body) for body in BODIES}
    assert found == {*SECTORS, OTHER}


@pytest.mark.parametrize("row", table("sectors"), ids=lambda row: str(row["id"]))
def test_the_table_names_only_kinds_that_exist(row: dict[str, str]) -> None:
    def exists(claim: str, kinds: list[str]) -> bool:
        return any(kind.startswith(claim[:-1]) for kind in kinds) if claim.endswith("*") else claim in kinds

    assert [claim for claim in values(row["offices"]) if not exists(claim, OFFICES)] == []
    assert [claim for claim in values(row["bodies"]) if not exists(claim, BODIES)] == []


@pytest.mark.parametrize("column", ["offices", "bodies"])
def test_no_kind_is_claimed_twice(column: str) -> None:
    claims = [claim for row in table("sectors") for claim in values(row[column])]
    assert len(claims) == len(set(claims))


def test_each_sector_has_a_name_in_both_languages_and_a_colour() -> None:
    style = resources.files("lgkg.network.picture").joinpath("parts.css").read_text("utf-8")
    assert all(row["th"] and row["en"] for row in table("sectors"))
    assert all(f"--kind-{kind}:" in style for kind in (*range(len(SECTORS)), OTHER, "unknown"))
