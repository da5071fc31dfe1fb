"""What people see of a picture, and what a click, a filter or a switch does; see conftest.py for the town."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from lgkg.graph import Graph
from lgkg.network import describe, project
from lgkg.network.model import join
from lgkg.network.picture import page

if TYPE_CHECKING:
    from tests.browser.conftest import Picture

pytestmark = pytest.mark.browser

KONG, KWAN, KHAM, NGAM, CHAN = "ก้อง ใจดี", "ขวัญ ชัยมา", "คำ แก้วดอน", "งาม ตาเมือง", "จันทร์ ถาวร"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def test_the_samples_are_drawn(opened: Callable[..., Picture], samples: str) -> None:
    picture = opened(samples)
    expect(picture.page).to_have_title("ใครปรากฏตัวร่วมกับใคร")
    count = len(picture.page.evaluate("() => lgkg.people"))
    expect(picture.page.locator("#shown")).to_have_text(f"แสดงทั้งหมด {count} คน")
    assert picture.page.evaluate("() => lgkg.state.kept.size") == count
    for canvas in ("#picture canvas", "#names"):
        colours = """canvas => new Set(new Uint32Array(canvas.getContext("2d")
            .getImageData(0, 0, 1000, 700).data.buffer)).size"""
        assert picture.page.locator(canvas).evaluate(colours) > 50


@pytest.mark.parametrize("screen", [{}, PHONE], ids=["desktop", "phone"])
def test_everyone_is_in_sight_and_not_below_the_legend(
    opened: Callable[..., Picture], samples: str, screen: dict[str, object]
) -> None:
    picture = opened(samples, **screen)
    stage, legend = (picture.page.locator(part).bounding_box() for part in ("#stage", ".overlay"))
    assert stage and legend
    for x, y in map(picture.point, picture.drawn()):
        assert stage["x"] < x < stage["x"] + stage["width"]
        assert stage["y"] < y < stage["y"] + stage["height"]
        assert x > legend["x"] + legend["width"] or y < legend["y"]


def test_everyone_stays_in_sight_when_the_window_changes_until_the_picture_is_moved(
    opened: Callable[..., Picture], samples: str
) -> None:
    picture = opened(samples)
    before = picture.scale()
    picture.page.set_viewport_size({"width": 900, "height": 600})
    picture.page.wait_for_function("before => lgkg.camera.view().scale < before", arg=before)
    picture.page.wait_for_timeout(100)
    assert all(x < 900 - 372 and y < 600 for x, y in map(picture.point, picture.drawn()))
    picture.search("กิตติ")
    picture.page.keyboard.press("Enter")
    picture.page.set_viewport_size({"width": 1280, "height": 800})
    picture.page.wait_for_timeout(100)
    assert picture.scale() > before


def test_names_are_written_at_any_zoom_and_none_over_another(opened: Callable[..., Picture], samples: str) -> None:
    picture = opened(samples)
    for button in ("#fit", "#in", "#in", "#in", "#out"):
        picture.page.locator(button).click()
        picture.page.wait_for_timeout(100)
        boxes = picture.page.evaluate("() => lgkg.names()")
        assert len(boxes) >= 10
        for number, one in enumerate(boxes):
            for other in boxes[:number]:
                beside = one["right"] <= other["left"] or other["right"] <= one["left"]
                assert beside or one["bottom"] <= other["top"] or other["bottom"] <= one["top"]


def test_a_click_on_a_line_shows_the_shared_events_with_their_passages(
    opened: Callable[..., Picture], town: str
) -> None:
    picture = opened(town)
    card = picture.page.locator("#card")
    picture.page.mouse.click(*picture.point(KONG, KWAN))
    expect(card.locator("h2")).to_have_text(f"{KONG}{KWAN}")
    expect(card).to_contain_text("ปรากฏในเหตุการณ์เดียวกัน 2 ครั้ง · 10 ม.ค. 2565 – 20 ก.พ. 2566")
    latest, first = card.locator("h3 + ul > li").all()
    expect(latest).to_contain_text("พิธีปิด20 ก.พ. 2566 · พิธี · ระยอง")
    expect(first).to_contain_text("ก้อง ใจดี: ผู้เข้าร่วม")
    assert [" ".join(quote.split()) for quote in first.locator("blockquote").all_inner_texts()] == [
        "ก้อง ใจดี มาร่วมพิธีเปิด ข่าว พิธีเปิด",
        "ขวัญ ชัยมา มาร่วมพิธีเปิด ข่าว พิธีเปิด",
        "มีการจัดพิธีเปิด ข่าว พิธีเปิด ↗",
    ]
    expect(first.locator("a")).to_have_attribute("href", "https://example.go.th/news")


def test_a_click_on_a_person_or_a_name_chooses_and_on_nothing_leaves(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    heading = picture.page.locator("#card h2")
    picture.page.mouse.click(*picture.point(NGAM))
    expect(heading).to_have_text(NGAM)
    picture.page.mouse.click(400, 100)
    expect(heading).to_have_count(0)
    name = """() => {
        const { left, right, top, bottom } = lgkg.names().find(({ id }) => lgkg.people[id].name.startsWith("จันทร์"));
        const stage = document.getElementById("picture").getBoundingClientRect();
        return [stage.left + (left + right) / 2, stage.top + (top + bottom) / 2];
    }"""
    x, y = picture.page.evaluate(name)
    picture.page.mouse.click(x, y)
    expect(heading).to_have_text(CHAN)


def test_a_pair_in_the_card_leads_to_the_line_and_on_to_the_person(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    picture.page.locator("#card .row", has_text="ก้อง ใจดี – ขวัญ ชัยมา").click()
    picture.page.locator("#card h2 button", has_text=KWAN).click()
    expect(picture.page.locator("#card h2")).to_have_text(KWAN)
    assert picture.listed("อยู่ในเหตุการณ์เดียวกันกับ") == ["ก้อง ใจดี 2 ครั้ง", "คำ แก้วดอน 1 ครั้ง"]


def test_the_language_changes_everywhere_and_back(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    find = picture.page.locator
    find("#card .row", has_text=NGAM).last.click()
    find("#language").click()
    expect(find("html")).to_have_attribute("lang", "en")
    expect(picture.page).to_have_title("Who appeared with whom")
    expect(find("#shown")).to_have_text("Showing all 5 people")
    expect(find("#kinds")).to_contain_text("Local government")
    expect(find("#card")).to_contain_text("5 Mar 2024 · meeting · Lampang")
    find("#filters summary").click()
    expect(find("#time")).to_have_text("Jan 2022 – Mar 2024")
    find("#language").click()
    expect(find("#card")).to_contain_text("5 มี.ค. 2567 · ประชุม · ลำปาง")
    expect(find("#time")).to_have_text("ม.ค. 2565 – มี.ค. 2567")


@pytest.mark.parametrize(("scheme", "other"), [("light", "dark"), ("dark", "light")])
def test_the_theme_is_that_of_the_system_until_switched(
    opened: Callable[..., Picture], town: str, scheme: str, other: str
) -> None:
    found = opened(town, color_scheme=scheme).page
    background = "() => getComputedStyle(document.body).backgroundColor"
    expect(found.locator("html")).to_have_attribute("data-theme", scheme)
    before = found.evaluate(background)
    found.locator("#theme").click()
    expect(found.locator("html")).to_have_attribute("data-theme", other)
    assert found.evaluate(background) != before


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [
        ("least", "2", {KONG, KWAN}),
        ("province", "ลำปาง", {KONG, NGAM}),
        ("event", "พิธี", {KONG, KWAN, KHAM, CHAN}),
        ("event", "ประชุม", {KONG, NGAM}),
    ],
)
def test_a_filter_hides_people_and_says_so(
    opened: Callable[..., Picture], town: str, name: str, value: str, left: set[str]
) -> None:
    picture = opened(town)
    shown = picture.page.locator("#shown")
    assert picture.drawn() == {KONG, KWAN, KHAM, NGAM, CHAN}
    picture.set(name, value)
    expect(shown).to_have_text(f"แสดง {len(left)} จาก 5 คน")
    assert picture.drawn() == left
    assert {row.rsplit(" ", 1)[0] for row in picture.listed("รายชื่อทั้งหมด")} == left
    picture.page.locator("#reset").click()
    expect(shown).to_have_text("แสดงทั้งหมด 5 คน")


def test_the_ends_of_the_time_slider_leave_out_what_was_before_and_after(
    opened: Callable[..., Picture], town: str
) -> None:
    picture = opened(town)
    time, shown = picture.page.locator("#time"), picture.page.locator("#shown")
    picture.slide("since", "ArrowRight")
    expect(time).to_have_text("ก.พ. 2565 – มี.ค. 2567")
    assert picture.drawn() == {KONG, KWAN, NGAM}
    picture.slide("until", "ArrowLeft")
    expect(time).to_have_text("ก.พ. 2565 – ก.พ. 2567")
    expect(picture.page.locator("#until")).to_have_attribute("aria-valuetext", "ก.พ. 2567")
    assert picture.drawn() == {KONG, KWAN}
    expect(shown).to_have_text("แสดง 2 จาก 5 คน")
    picture.page.locator("#reset").click()
    expect(shown).to_have_text("แสดงทั้งหมด 5 คน")


def test_the_time_slider_is_dragged_and_its_ends_do_not_pass_each_other(
    opened: Callable[..., Picture], town: str
) -> None:
    picture = opened(town)
    picture.open_filters()
    box = picture.page.locator("#slider").bounding_box()
    assert box
    left, right, middle = box["x"] + 8, box["x"] + box["width"] - 8, box["y"] + box["height"] / 2
    for start, end, left_of_them in ((right, (left + right) / 2, {KONG, KWAN, KHAM}), (left, right, {KONG, KWAN})):
        picture.page.mouse.move(start, middle)
        picture.page.mouse.down()
        picture.page.mouse.move(end, middle, steps=5)
        picture.page.mouse.up()
        picture.settle()
        assert picture.drawn() <= left_of_them
    since, until = (int(picture.page.locator(f"#{end}").input_value()) for end in ("since", "until"))
    assert 0 < since == until < 26


def test_a_filter_counts_only_the_events_that_pass(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    picture.slide("since", "ArrowRight", 2)
    pairs = ["ก้อง ใจดี – ขวัญ ชัยมา 1 ครั้ง", "ก้อง ใจดี – งาม ตาเมือง 1 ครั้ง"]
    assert picture.listed("คู่ที่พบร่วมกันมากที่สุด") == pairs
    picture.page.locator("#card .row", has_text="– ขวัญ").click()
    expect(picture.page.locator("#card")).to_contain_text("ปรากฏในเหตุการณ์เดียวกัน 1 ครั้ง · 20 ก.พ. 2566")
    picture.set("province", "ลำปาง")
    expect(picture.page.locator("#card h2")).to_have_count(0)


def test_filters_that_nobody_passes_say_so(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    expect(picture.page.locator("#empty")).to_be_hidden()
    picture.set("event", "ประชุม")
    picture.set("province", "ระยอง")
    expect(picture.page.locator("#empty")).to_be_visible()
    expect(picture.page.locator("#shown")).to_have_text("แสดง 0 จาก 5 คน")


def test_whom_a_filter_hides_is_still_found(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    picture.set("province", "ลำปาง")
    picture.search("คำ")
    picture.page.keyboard.press("Enter")
    expect(picture.page.locator("#card h2")).to_have_text(KHAM)
    assert len(picture.drawn()) == 5
    expect(picture.page.locator("#province")).to_have_value("")


def test_the_legend_hides_a_kind_and_brings_it_back(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    local = picture.page.locator("#kinds button", has_text="ท้องถิ่น")
    local.click()
    assert picture.drawn() == {KONG, NGAM, CHAN}
    expect(picture.page.locator("#shown")).to_have_text("แสดง 3 จาก 5 คน")
    expect(local).to_have_attribute("aria-pressed", "false")
    expect(local).to_be_focused()
    local.click()
    assert len(picture.drawn()) == 5


def test_people_are_coloured_by_kind_or_by_community(opened: Callable[..., Picture], crowds: str) -> None:
    picture = opened(crowds)
    kinds = picture.page.locator("#kinds button")
    expect(kinds).to_have_text(["ราชการส่วนกลาง6"])
    picture.page.locator("#by button", has_text="กลุ่ม").click()
    expect(kinds).to_have_text(["กลุ่มของ ก13", "กลุ่มของ ก43"])
    kinds.first.click()
    assert picture.drawn() == {"ก4", "ก5", "ก6"}
    picture.page.locator("#by button", has_text="สังกัด").click()
    assert len(picture.drawn()) == 6


def test_a_picture_without_communities_offers_none(opened: Callable[..., Picture], town: str) -> None:
    expect(opened(town).page.locator("#by")).to_be_hidden()


def test_printed_it_is_light_and_without_what_one_clicks(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town, color_scheme="dark")
    picture.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    picture.page.emulate_media(media="print")
    expect(picture.page.locator("html")).to_have_attribute("data-theme", "light")
    for hidden in ("#search", "#theme", "#in", "#filters"):
        expect(picture.page.locator(hidden)).to_be_hidden()
    expect(picture.page.locator("#kinds")).to_be_visible()
    assert picture.page.pdf().startswith(b"%PDF")
    picture.page.emulate_media(media="screen")
    picture.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(picture.page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_cut_picture_says_how_to_see_more(opened: Callable[..., Picture], samples_graph: Graph) -> None:
    network = project(samples_graph)
    found = opened(page(describe(samples_graph, network.top(10)), "en")).page
    expect(found.locator("#shown")).to_have_text(f"Showing 10 of {network.total} people")
    expect(found.locator("#card .note")).to_contain_text("--top NUMBER")


def test_an_empty_network_says_that_there_is_nobody(opened: Callable[..., Picture]) -> None:
    found = opened(page(join([], []))).page
    expect(found.locator("#empty")).to_be_visible()
    expect(found.locator("#shown")).to_have_text("แสดงทั้งหมด 0 คน")


def test_the_keyboard_moves_the_picture(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    picture.page.locator("#picture").focus()
    (x, y), scale = picture.point(KONG), picture.scale()
    picture.page.keyboard.press("ArrowRight")
    assert picture.point(KONG) == pytest.approx((x - 60, y), abs=1)
    picture.page.keyboard.press("ArrowDown")
    assert picture.point(KONG) == pytest.approx((x - 60, y - 60), abs=1)
    picture.page.keyboard.press("+")
    assert picture.scale() == pytest.approx(1.4 * scale)
    picture.page.keyboard.press("0")
    assert (*picture.point(KONG), picture.scale()) == pytest.approx((x, y, scale), abs=1)


def test_a_drag_moves_the_picture_and_chooses_nobody(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    x, y = picture.point(KONG)
    picture.page.mouse.move(x, y)
    picture.page.mouse.down()
    picture.page.mouse.move(x + 50, y + 30, steps=5)
    picture.page.wait_for_timeout(300)
    picture.page.mouse.up()
    assert picture.point(KONG) == pytest.approx((x + 50, y + 30), abs=3)
    assert picture.chosen() == []


def test_dots_have_the_colour_of_their_kind_where_clicks_find_them(opened: Callable[..., Picture], town: str) -> None:
    picture = opened(town)
    colours = {name: picture.colour(*picture.point(name)) for name in (KONG, KWAN, KHAM, NGAM)}
    assert colours == {KONG: "#ee6677", KWAN: "#228833", KHAM: "#228833", NGAM: "#4477aa"}


def test_a_phone_scrolls_only_down(opened: Callable[..., Picture], samples: str) -> None:
    picture = opened(samples, **PHONE)
    found = picture.page
    wide = "() => document.scrollingElement.scrollWidth"
    assert found.evaluate(wide) == 390
    picture.search("กิตติ")
    assert found.evaluate(wide) == 390
    found.keyboard.press("Enter")
    expect(found.locator("#card h2")).to_be_in_viewport()
    found.locator("#filters summary").tap()
    found.locator("#language").tap()
    assert found.evaluate(wide) == 390
    assert found.locator("#card").evaluate("card => card.scrollWidth - card.clientWidth") == 0
