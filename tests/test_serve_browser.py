"""The pages in a browser: search, an instrument, a link of its graph, the language, the width of a phone, keys, no complaints."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from needs import needs
from web import make_archive

BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = needs(bool(BROWSER and DRIVER), "Chromium with its driver")
pytest.importorskip("selenium")

PHONE = 390


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over a small archive."""
    import uvicorn

    from extract.web.app import application

    out = make_archive(tmp_path_factory.mktemp("browser"))
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application(out), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://localhost:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER or ""
    home = tmp_path_factory.mktemp("chromium")
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        f"--user-data-dir={home}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def browser(chromium: Any, site: str) -> Iterator[Any]:
    """The browser at the first page, wide, in Vietnamese; nothing may stand in its console in the end."""
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics(1280))
    chromium.get(f"{site}/")
    chromium.delete_all_cookies()
    chromium.get_log("browser")
    yield chromium
    assert [entry["message"] for entry in chromium.get_log("browser")] == []


def metrics(width: int) -> dict[str, Any]:
    return {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 500}


def one(browser: Any, selector: str) -> Any:
    return browser.find_element("css selector", selector)


def open_decree(browser: Any) -> None:
    """Search as a person would, and open the first instrument."""
    from selenium.webdriver.common.keys import Keys

    one(browser, "#q").send_keys("nghi dinh 61/2018 nđ cp", Keys.ENTER)
    one(browser, "[aria-labelledby=found-instruments] td a").click()


def test_search_then_instrument_then_a_link_of_its_graph(browser: Any) -> None:
    open_decree(browser)
    assert one(browser, "h1").text == "Nghị định 61/2018/NĐ-CP"
    node = one(browser, "svg.graph a.node.documents")
    name = node.find_element("css selector", "text").text
    node.click()
    assert "/documents/" in browser.current_url
    assert one(browser, "h1").text == name


def test_the_language_is_switched_and_kept(browser: Any) -> None:
    open_decree(browser)
    address = browser.current_url
    one(browser, ".language").click()
    assert browser.current_url.startswith(address)
    assert one(browser, "html").get_attribute("lang") == "en"
    one(browser, "header nav a").click()
    assert one(browser, "h1").text == "Documents"


def test_no_page_is_wider_than_a_phone(browser: Any, site: str) -> None:
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics(PHONE))
    open_decree(browser)
    decree = browser.current_url
    browser.get(f"{site}/documents")
    document = one(browser, "td a").get_attribute("href")
    browser.get(f"{site}/indicators")
    indicator = one(browser, "td a").get_attribute("href")
    lists = [
        f"{site}/{name}" for name in ("", "documents", "instruments", "indicators", "units", "checks?all=1", "units/82")
    ]
    for address in (*lists, decree, document, f"{document}/rows", f"{document}/text", indicator):
        browser.get(address)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= PHONE, address


def test_everything_is_reached_by_keys_and_shows_where_one_is(browser: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    one(browser, "body").send_keys(Keys.TAB)
    assert browser.switch_to.active_element.text == "Đến nội dung"
    for _ in range(30):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        shown = browser.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
        assert shown != "none", browser.switch_to.active_element.get_attribute("outerHTML")
        if browser.switch_to.active_element.tag_name == "button":
            return
    pytest.fail("the button of the search was not reached")


def test_every_field_has_a_label_and_every_page_its_landmarks(browser: Any, site: str) -> None:
    for name in ("", "documents", "instruments", "indicators", "units", "checks"):
        browser.get(f"{site}/{name}")
        assert browser.execute_script(
            "return [...document.querySelectorAll('input, select')].filter(field => !field.labels.length).length === 0"
        )
        assert browser.execute_script(
            "return ['header', 'nav', 'main', 'footer', 'h1'].every(n => document.querySelector(n))"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_what_is_behind_it(browser: Any, site: str, scheme: str) -> None:
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    for name in ("", "checks?all=1", "documents"):
        browser.get(f"{site}/{name}")
        assert browser.execute_script(_CONTRAST) == []


#: Texts whose contrast is under 4.5 : 1 (WCAG 2.2, 1.4.3, level AA).
_CONTRAST = """
const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const numbers = text => text.match(/[0-9.]+/g).map(Number);
const behind = element => {
  for (let e = element; e; e = e.parentElement) {
    const [r, g, b, a] = numbers(getComputedStyle(e).backgroundColor);
    if (a === undefined || a > 0) return [r, g, b];
  }
  return [255, 255, 255];
};
const found = [];
for (const element of document.querySelectorAll('body *')) {
  if (![...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
  const svg = element instanceof SVGElement;
  const ink = light(numbers(svg ? getComputedStyle(element).fill : getComputedStyle(element).color)), paper = light(behind(element));
  const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
  if (ratio < 4.5 && element.tagName !== 'title') found.push(element.outerHTML.slice(0, 120) + ' ' + ratio.toFixed(2));
}
return found;
"""
