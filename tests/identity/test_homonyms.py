"""Equal names are one person unless the posts speak against it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from lgkg.identity.homonyms import partition
from lgkg.identity.mint import mint
from lgkg.identity.occurrences import Occurrence
from lgkg.identity.records import Seat

NAME = mint("person", "สมชาย ใจดี")
RAYONG, LAMPANG, PHRAE = "21", "52", "54"
MARCH, SEPTEMBER, OCTOBER = date(2024, 3, 5), date(2024, 9, 28), date(2024, 10, 3)


def seen(article: str, area: str = "", day: date | None = MARCH, kind: str = "governor", body: str = "") -> Occurrence:
    seat = Seat(f"office/{kind}{area}{body}", kind, body, area, day, day)
    return Occurrence(article, NAME, "สมชาย ใจดี", "สมชาย", "ใจดี", "นาย", day, (seat,))


def unseated(article: str) -> Occurrence:
    return Occurrence(article, NAME, "สมชาย ใจดี", "สมชาย", "ใจดี", "นาย", MARCH, ())


def people(*occurrences: Occurrence, known: Mapping[str, str] | None = None) -> dict[str, list[str]]:
    """Id -> the articles of each of the people."""
    parts, _ = partition(NAME, sorted(occurrences, key=lambda one: one.article), known or {})
    return {part.id: sorted(one.article for one in part.occurrences) for part in parts}


def doubts(*occurrences: Occurrence) -> int:
    return len(partition(NAME, occurrences, {})[1])


def other(article: str) -> str:
    return mint("person", NAME, article)


def test_one_province_is_one_person_with_the_names_own_id() -> None:
    assert people(seen("a", RAYONG), seen("b", RAYONG, OCTOBER)) == {NAME: ["a", "b"]}


def test_two_provinces_within_a_month_are_two_people() -> None:
    again = seen("c", RAYONG, MARCH + timedelta(20))
    assert people(seen("a", RAYONG), seen("b", LAMPANG, MARCH + timedelta(10)), again) == {
        NAME: ["a", "c"],
        other("b"): ["b"],
    }
    assert doubts(seen("a", RAYONG), seen("b", LAMPANG, MARCH + timedelta(10)), again) == 0


def test_a_move_across_the_first_of_october_is_one_person() -> None:
    moved = seen("a", RAYONG, SEPTEMBER), seen("b", LAMPANG, OCTOBER), seen("c", LAMPANG, OCTOBER + timedelta(3))
    assert people(*moved) == {NAME: ["a", "b", "c"]}


def test_a_move_across_the_first_of_october_is_doubtful_on_two_days_alone() -> None:
    moved = seen("a", RAYONG, SEPTEMBER), seen("b", LAMPANG, OCTOBER)
    assert people(*moved) == {NAME: ["a"], other("b"): ["b"]}
    assert doubts(*moved) == 1


def test_an_article_that_comes_late_tells_of_the_post_that_was_left() -> None:
    late = seen("c", RAYONG, OCTOBER + timedelta(7))
    moved = seen("a", RAYONG, SEPTEMBER), seen("b", LAMPANG, OCTOBER), seen("d", LAMPANG, OCTOBER + timedelta(20))
    assert people(*moved, late) == {NAME: ["a", "b", "c", "d"]}


def test_a_move_within_a_month_at_another_time_is_doubtful() -> None:
    move = seen("a", RAYONG), seen("b", LAMPANG, MARCH + timedelta(10))
    assert people(*move) == {NAME: ["a"], other("b"): ["b"]}
    assert doubts(*move) == 1


def test_a_move_after_months_is_one_person() -> None:
    assert people(seen("a", RAYONG), seen("b", LAMPANG, MARCH + timedelta(90))) == {NAME: ["a", "b"]}


def test_who_stays_in_one_province_is_two_people_in_two_and_doubtful() -> None:
    mayors = seen("a", RAYONG, SEPTEMBER, "mayor"), seen("b", LAMPANG, OCTOBER, "mayor")
    assert people(*mayors) == {NAME: ["a"], other("b"): ["b"]}
    assert doubts(*mayors) == 1


def test_who_was_seen_in_turns_is_two_people() -> None:
    back = seen("a", RAYONG), seen("b", LAMPANG, MARCH + timedelta(100)), seen("c", RAYONG, MARCH + timedelta(200))
    assert people(*back) == {NAME: ["a", "c"], other("b"): ["b"]}


def test_the_province_of_more_articles_keeps_the_names_own_id() -> None:
    assert people(seen("a", LAMPANG), seen("b", RAYONG), seen("c", RAYONG)) == {NAME: ["b", "c"], other("a"): ["a"]}


def test_a_post_of_no_province_is_the_only_persons_of_the_name() -> None:
    assert people(seen("a", RAYONG), seen("b", kind="minister"), unseated("c")) == {NAME: ["a", "b", "c"]}


def test_a_post_of_no_province_is_whose_body_it_shares() -> None:
    two = seen("a", RAYONG, body="body/1"), seen("b", LAMPANG, body="body/2")
    assert people(*two, seen("c", kind="minister", body="body/2")) == {NAME: ["a"], other("b"): ["b", "c"]}


def test_a_name_without_a_post_beside_two_people_is_a_third() -> None:
    assert people(seen("a", RAYONG), seen("b", LAMPANG), unseated("c")) == {
        NAME: ["a"],
        other("b"): ["b"],
        other("c"): ["c"],
    }


def test_former_posts_say_nothing() -> None:
    former = Seat("office/former", "governor", "", LAMPANG, MARCH, MARCH, former=True)
    once = Occurrence("b", NAME, "สมชาย ใจดี", "สมชาย", "ใจดี", "นาย", MARCH, (former,))
    assert people(seen("a", RAYONG), once) == {NAME: ["a", "b"]}


def test_an_article_with_posts_in_two_provinces_says_nothing() -> None:
    seats = seen("b", RAYONG).seats + seen("b", LAMPANG).seats
    both = Occurrence("b", NAME, "สมชาย ใจดี", "สมชาย", "ใจดี", "นาย", MARCH, seats)
    assert people(seen("a", RAYONG), both) == {NAME: ["a", "b"]}


def test_known_occurrences_stay_whatever_their_posts() -> None:
    known = {"a": NAME, "b": NAME}
    assert people(seen("a", RAYONG), seen("b", LAMPANG), known=known) == {NAME: ["a", "b"]}


def test_a_new_article_goes_to_the_known_person_whom_it_fits() -> None:
    known = {"a": NAME, "b": other("b")}
    assert people(seen("a", RAYONG), seen("b", LAMPANG), seen("c", LAMPANG), known=known) == {
        NAME: ["a"],
        other("b"): ["b", "c"],
    }


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"gone": NAME}, NAME),  # nobody else bore the name
        ({"gone": NAME, "gone too": other("gone too")}, other("a")),
        ({"gone": other("gone")}, other("a")),
    ],
)
def test_the_names_own_id_is_free_only_where_nobody_else_bore_the_name(known: dict[str, str], expected: str) -> None:
    assert people(seen("a", RAYONG), known=known) == {expected: ["a"]}


def test_without_days_people_of_two_provinces_are_one_unless_they_stay_there() -> None:
    assert people(seen("a", RAYONG, None), seen("b", PHRAE, None)) == {NAME: ["a", "b"]}
    assert doubts(seen("a", RAYONG, None, "mayor"), seen("b", PHRAE, None, "mayor")) == 1
