"""The page of `baocao view` in Debian's Chromium: what a person clicks and types does what it should."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from needs import needs
from view_pages import SHOWN, shown

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    needs(bool(CHROMIUM and DRIVER), "chromium with chromium-driver (apt-get install chromium chromium-driver)"),
    needs(find_spec("selenium") is not None, "selenium"),
    pytest.mark.xdist_group("browser"),
]
PDF, DOCX = SHOWN[0], SHOWN[1]
Browse = Callable[..., Any]

#: Whether an element is seen: its middle stands in the window, and in its pane.
SEEN = """
const one = arguments[0].getBoundingClientRect(), pane = arguments[0].closest("#document, #facts").getBoundingClientRect();
const x = (one.left + one.right) / 2, y = (one.top + one.bottom) / 2;
return one.width > 0 && x > pane.left && x < pane.right && y > pane.top && y < pane.bottom;
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.add_argument("--force-prefers-reduced-motion")  # nothing to wait for
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def browse(browser: Any, tmp_path: Path) -> Iterator[Browse]:
    """Open a page at a size; afterwards the console has to be empty."""

    def opened(name: str, width: int = 1400, height: int = 900, after: str = "") -> Any:
        page = tmp_path / "page.html"
        page.write_text(shown(name), encoding="utf-8")
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get("about:blank")
        browser.get(page.as_uri() + after)
        return browser

    yield opened
    assert browser.get_log("browser") == []


def all_of(page: Any, css: str) -> list[Any]:
    return list(page.find_elements("css selector", css))


def one(page: Any, css: str) -> Any:
    return page.find_element("css selector", css)


def seen(page: Any, element: Any) -> bool:
    return bool(page.execute_script(SEEN, element))


def press(page: Any, keys: str) -> None:
    from selenium.webdriver import ActionChains

    ActionChains(page).send_keys(keys).perform()


def chosen(page: Any) -> list[str]:
    return [row.get_attribute("data-row") for row in all_of(page, "tr.fact.chosen")]


def wait_for(page: Any, met: Callable[[Any], bool]) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(page, 5).until(met)


@pytest.mark.parametrize("name", [PDF, DOCX])
def test_a_click_on_a_row_shows_its_place(browse: Browse, name: str) -> None:
    page = browse(name)
    row = all_of(page, ".k-quantities tr.fact")[-1]
    page.execute_script("arguments[0].scrollIntoView({block: 'center'})", row)
    one(row, ".c-surface").click()
    fact = row.get_attribute("data-row")
    place = one(page, f"#document [data-fact='{fact}']")
    assert seen(page, place)
    assert {"chosen", "flash"} <= set(place.get_attribute("class").split())
    assert chosen(page) == [fact]


@pytest.mark.parametrize("name", [PDF, DOCX])
def test_a_click_on_a_place_opens_its_row_with_all_columns(browse: Browse, name: str) -> None:
    page = browse(name)
    place = next(one for one in all_of(page, "#document .k-entities") if one.is_displayed() and seen(page, one))
    place.click()
    assert chosen(page) == [place.get_attribute("data-fact")]
    assert seen(page, one(page, "tr.fact.chosen"))
    details = one(page, "tr.more").text
    for column in ("fact_id", "char_start", "surface", "unit_level", "rule", "doubtful", "confidence"):
        assert column in details


def test_a_value_of_a_table_is_a_place_of_its_own(browse: Browse) -> None:
    page = browse(PDF)
    value = all_of(page, "[data-value]")[10]
    page.execute_script("arguments[0].scrollIntoView({block: 'center'})", value)
    value.click()
    assert "header_path" in one(page, "tr.more").text
    assert seen(page, one(page, f"rect[data-fact='{value.get_attribute('data-value')}']"))


def test_a_contradiction_leads_to_both_places(browse: Browse) -> None:
    page = browse(PDF)
    for side in all_of(page, ".card .goto"):
        page.execute_script("arguments[0].scrollIntoView({block: 'center'})", side)
        side.click()
        assert chosen(page) == [side.get_attribute("data-goto")]
        assert seen(page, one(page, "rect.chosen"))


@pytest.mark.parametrize(("forth", "back"), [("j", "k"), ("\ue015", "\ue013")])
def test_keys_go_to_the_next_and_the_previous_fact(browse: Browse, forth: str, back: str) -> None:
    page = browse(PDF)
    rows = [row.get_attribute("data-row") for row in all_of(page, "tr.fact")]
    press(page, forth)
    assert chosen(page) == rows[:1]
    press(page, forth * 2)
    assert chosen(page) == rows[2:3]
    press(page, back)
    assert chosen(page) == rows[1:2]
    press(page, "\ue00c")  # Escape
    assert chosen(page) == []
    assert not all_of(page, "tr.more")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ke hoach lien tich", True), ("Kế hoạch liên tịch", True), ("kế hoach liên tich", True), ("kễ", False)],
)
def test_facts_are_searched_with_and_without_marks(browse: Browse, typed: str, found: bool) -> None:
    page = browse(PDF)
    press(page, "/")
    page.switch_to.active_element.send_keys(typed)
    wait_for(page, lambda page: len([row for row in all_of(page, ".k-citations tr.fact") if row.is_displayed()]) < 20)
    left = [row.text for row in all_of(page, "tr.fact") if row.is_displayed()]
    assert bool(left) == found
    assert one(page, "#nothing").is_displayed() != found
    if found:
        assert any("20/KHLT-SNV-CAT" in text for text in left)
    drawn = {place.get_attribute("data-fact") for place in all_of(page, "rect:not(.off)")}
    assert len(drawn) >= len(left) - 4 if found else not drawn  # checks have no place of their own
    press(page, "\ue00c")
    assert not all_of(page, "tr.fact[hidden]")


def test_kinds_can_be_left_out(browse: Browse) -> None:
    page = browse(PDF)
    one(page, "[name=kind][value=citations]").click()
    assert not one(page, ".listing.k-citations").is_displayed()
    assert not [rect for rect in all_of(page, "rect.k-citations") if rect.is_displayed()]
    assert one(page, ".listing.k-entities").is_displayed()


def test_the_other_language(browse: Browse) -> None:
    page = browse(PDF)
    assert "Trích dẫn" in one(page, ".listing.k-citations summary").text
    press(page, "j")
    one(page, "#language").click()
    assert "Citations" in one(page, ".listing.k-citations summary").text
    assert "date of the instrument as stated" in one(page, "tr.more").text.lower()
    assert one(page, "html").get_attribute("lang") == "en"
    assert one(page, "#filter").get_attribute("placeholder").startswith("Search")
    one(page, "#language").click()
    assert "Trích dẫn" in one(page, ".listing.k-citations summary").text


def test_help(browse: Browse) -> None:
    page = browse(PDF)
    press(page, "?")
    assert one(page, "#help").is_displayed()
    press(page, "\ue00c")
    assert not one(page, "#help").is_displayed()


def test_boxes_stay_where_they_are_when_the_page_grows(browse: Browse) -> None:
    page = browse(PDF)
    script = """
    const box = document.querySelector("rect").getBoundingClientRect(), sheet = document.querySelector(".sheet").getBoundingClientRect();
    return [(box.left - sheet.left) / sheet.width, (box.top - sheet.top) / sheet.height, sheet.width];
    """
    x, y, width = page.execute_script(script)
    one(page, "#zoom-in").click()
    other_x, other_y, wider = page.execute_script(script)
    assert wider > 1.2 * width
    assert (other_x, other_y) == pytest.approx((x, y), abs=0.003)


@pytest.mark.parametrize("name", [PDF, DOCX])
def test_a_phone_has_one_column_and_two_tabs(browse: Browse, name: str) -> None:
    page = browse(name, width=390, height=844)
    assert page.execute_script("return document.documentElement.scrollWidth") <= 390
    assert page.execute_script("const f = document.getElementById('facts'); return f.scrollWidth - f.clientWidth") <= 0
    assert not one(page, "#document").is_displayed()
    row = all_of(page, ".k-quantities tr.fact")[3]
    page.execute_script("arguments[0].scrollIntoView({block: 'center'})", row)
    one(row, ".c-surface").click()
    assert not one(page, "#facts").is_displayed()
    place = one(page, f"#document [data-fact='{row.get_attribute('data-row')}']")
    assert seen(page, place)
    one(page, "#tab-facts").click()
    assert one(page, "tr.fact.chosen").is_displayed()


def test_a_page_is_opened_at_a_fact(browse: Browse) -> None:
    page = browse(PDF)
    fact = all_of(page, ".k-entities tr.fact")[-1].get_attribute("data-row")
    page = browse(PDF, after=f"#f-{fact}")
    assert chosen(page) == [fact]


def test_what_is_pressed_has_a_name(browse: Browse) -> None:
    page = browse(PDF)
    nameless = """
    return [...document.querySelectorAll("button, input, [role=tab], [role=tablist]")].filter((one) => one.checkVisibility() &&
      !one.textContent.trim() && !one.getAttribute("aria-label") && !(one.labels && one.labels.length)).map((one) => one.outerHTML);
    """
    assert page.execute_script(nameless) == []
