"""A file so large that it is read in the background, and the page on which one waits for it.

Given the police's contributor with a draft, when they send a large file of another quarter, then
they may wait or look again, and are told what is wrong with it; and when they send the right one,
they come to their draft with its lines in it. With the site's scripts the page looks by itself.
"""

import re
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect

from goldenthread_site.returns.rules import MAX_UPLOAD_BYTES
from tests.journeys.someone import Someone
from tests.journeys.ways import Way

RETURN = "Police: front door and domestic abuse"
PATIENCE = 300_000  # thousandths of a second: the machine may be very busy
LINES = """Line,{period},What it counts
Notices about children sent to the front door,405,
"Of these, because of domestic abuse",180,
"Of these, because a child was missing",nil,
"Of these, because of exploitation",20,
Domestic abuse incidents with children in the home,371,
Children taken into police protection,not known,
Children heard at the exploitation panel,6,
"""


def a_file(folder: Path, period: str) -> Path:
    """A return with a long tail of rows that say nothing, as some spreadsheets save them."""
    text = LINES.format(period=period)
    blank = "," + " " * 5000 + ",\n"
    file = folder / f"{period.replace(' ', '-')}.csv"
    file.write_text(text + blank * ((MAX_UPLOAD_BYTES * 9 // 10) // len(blank)), encoding="utf-8")
    return file


def sends(contributor: Someone, file: Path) -> None:
    """Puts it in line, and looks at the page that waits: it holds still until one ``waits``."""
    page = contributor.page
    page.route("**/reading/**", _holds_still)
    page.set_input_files("input[type=file]", file)
    contributor.press("Read the file")
    page.wait_for_url("**/reading/**", timeout=PATIENCE)
    expect(page.locator("h1")).to_have_text("Reading your file")
    contributor.sees(f"{file.name} is kept")
    contributor.looks()


def _holds_still(route: Route) -> None:
    """What the page asks by itself is answered with nothing; what a person asks goes on."""
    if route.request.headers.get("hx-request"):
        route.fulfill(status=204)
    else:
        route.continue_()


def waits(page: Page, way: Way) -> None:
    """Until it is read: by itself, or by looking again."""
    page.unroute("**/reading/**")
    until = time.monotonic() + PATIENCE / 1000
    heading = page.locator("h1")
    if way.scripts:
        expect(heading).not_to_have_text("Reading your file", timeout=PATIENCE)
    while heading.inner_text() == "Reading your file" and time.monotonic() < until:
        page.get_by_role("link", name="Look again").click()
        page.wait_for_load_state()
    expect(heading).not_to_have_text("Reading your file")


def test_a_large_file_is_waited_for_and_read(browser: Browser, site: str, way: Way, tmp_path: Path):
    contributor = Someone(browser, site, "agency.contributor@luton.example", 1280)
    page = contributor.page
    page.goto("/returns/")
    row = page.get_by_role("row").filter(has_text="Fill it in").filter(has_text=RETURN)
    row.get_by_role("link").click()
    contributor.press("Fill it in")
    contributor.follow("upload a file")
    found = re.search(r"column headed (\d{4}-\d{2} Q\d)", page.locator("main").inner_text())
    assert found is not None

    sends(contributor, a_file(tmp_path, "2001-02 Q1"))
    waits(page, way)
    contributor.sees("was taken into the draft")
    contributor.sees(f"no column headed {found[1]}")
    contributor.looks()
    page.locator("main").get_by_role("button", name="Upload a file again").click()

    sends(contributor, a_file(tmp_path, found[1]))
    waits(page, way)
    contributor.sees("7 of 7 lines were read")
    expect(page.get_by_label("Notices about children sent to the front door")).to_have_value("405")
    contributor.looks()

    # Whoever thinks better of it stops it: the draft stays as it is.
    contributor.follow("upload a file")
    sends(contributor, a_file(tmp_path, found[1]))
    contributor.press("Stop reading it")
    expect(page.get_by_label("Notices about children sent to the front door")).to_have_value("405")
    contributor.leaves()
