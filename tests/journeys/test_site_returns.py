"""A return in a real browser, from a file with faults to figures that are kept.

Given Luton's example, when the police's contributor uploads a file with faults, mends and submits
it, the lead signs, and the analyst queries and accepts, then each finds their work and no step is
out of reach of those who use a keyboard or a screen reader.
"""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from goldenthread_site.directory.example.loading import PASSWORD
from tests.journeys.someone import Someone
from tests.journeys.ways import Way

CONTRIBUTOR = "agency.contributor@luton.example"
RETURN = "Police: front door and domestic abuse"
FILE = """Line,{period},What it counts
Notices about children sent to the front door,405,
"Of these, because of domestic abuse",180,
"Of these, because a child was missing",nil,
"Of these, because of exploitation",about 20,
Domestic abuse incidents with children in the home,371.5,
Children taken into police protection,not known,
Children heard at the exploitation panel,,
"""


def kept_as_it_is_typed(contributor: Someone) -> None:
    """With scripts: without pressing anything, and beyond the end of the session."""
    page = contributor.page
    with page.expect_response("**/keep/") as kept:
        page.keyboard.press("Tab")
    assert kept.value.ok
    page.reload()
    expect(page.get_by_label("Of these, because of exploitation")).to_have_value("20")

    # Signing in again, from the middle of the work, loses nothing of it.
    page.context.clear_cookies()
    box = page.get_by_label("Domestic abuse incidents with children")
    box.fill("371")
    box.press("Tab")
    expect(page.locator("#kept")).to_contain_text("Not saved")
    again = page.context.new_page()
    again.goto("/account/login/")
    again.locator("input[name=login]").fill(CONTRIBUTOR)
    again.locator("input[name=password]").fill(PASSWORD)
    again.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    again.wait_for_url(lambda address: "/login/" not in address)
    again.close()
    page.get_by_label("Children heard at the exploitation panel").fill("refused")
    with page.expect_response("**/keep/") as kept:
        page.keyboard.press("Tab")
    assert kept.value.ok
    # The browser itself tells of the one request that was turned away.
    contributor.complaints.clear()


def saved_by_hand(contributor: Someone) -> None:
    """Without scripts: by the button. (What a session’s end does then is test_site_typing_kept.)"""
    page = contributor.page
    page.get_by_label("Domestic abuse incidents with children").fill("371")
    page.get_by_label("Children heard at the exploitation panel").fill("refused")
    contributor.press("Save the draft")
    contributor.sees("Your draft is saved")


def test_from_a_file_with_faults_to_figures_kept(
    browser: Browser, site: str, way: Way, tmp_path: Path
):
    # The contributor finds what is due.
    contributor = Someone(browser, site, CONTRIBUTOR, 1280)
    page = contributor.page
    page.goto("/returns/")
    contributor.looks()
    row = page.get_by_role("row").filter(has_text="Fill it in").filter(has_text=RETURN)
    row.get_by_role("link").click()
    contributor.looks()
    contributor.press("Fill it in")
    contributor.looks()

    # A file with four faults is read, and each fault stands beside its line.
    contributor.follow("upload a file")
    contributor.looks()
    asked_for = page.locator("main").inner_text()
    period = re.search(r"column headed (\d{4}-\d{2} Q\d)", asked_for)
    assert period is not None
    file = tmp_path / "our numbers.csv"
    file.write_text(FILE.format(period=period[1]), encoding="utf-8")
    page.set_input_files("input[type=file]", file)
    contributor.press("Read the file")
    contributor.sees("6 of 7 lines were read")
    expect(page.get_by_role("alert").filter(has_text="There is a problem")).to_be_visible()
    contributor.is_told_of_a_problem(way=way)
    expect(page.locator(".govuk-error-message")).to_have_count(3)
    contributor.looks()

    # A fault's link leads to its box.
    page.get_by_role("link", name=re.compile("because of exploitation")).click()
    expect(page.locator("#id_notices_exploitation")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("20")
    if way.scripts:
        kept_as_it_is_typed(contributor)
    else:
        saved_by_hand(contributor)
    page.reload()
    expect(page.get_by_label("Of these, because of exploitation")).to_have_value("20")
    expect(page.get_by_label("Domestic abuse incidents with children")).to_have_value("371")
    expect(page.get_by_label("Children heard at the exploitation panel")).to_have_value("refused")

    # The answers are checked and submitted.
    contributor.press("Check your answers")
    contributor.sees("Check your answers before you submit")
    contributor.sees("0 (nil)")
    contributor.looks()
    contributor.press("Submit the return")
    contributor.sees("The return is submitted")
    contributor.sees("Cell B2 of the file")
    contributor.looks()
    where = page.url.partition("#")[0]
    contributor.leaves()

    # The lead signs, on a telephone.
    lead = Someone(browser, site, "agency.lead@luton.example", 360)
    lead.page.goto(where)
    lead.press("Sign")
    lead.looks()
    lead.press("Sign")
    lead.sees("Tick the box to sign")
    lead.page.get_by_label("I have read these figures").check()
    lead.press("Sign")
    lead.sees("You have signed the return")
    lead.looks()
    lead.leaves()

    # The analyst queries; the agency answers; the analyst accepts.
    analyst = Someone(browser, site, "analyst@luton.example", 1280)
    analyst.page.goto(where)
    analyst.looks()
    analyst.press("Query")
    analyst.page.get_by_label("About which line?").select_option(label=_LINE)
    analyst.page.get_by_label("What do you want to know?").fill("Fewer than before: all stations?")
    analyst.looks()
    analyst.press("Ask")
    analyst.sees("Queried")

    answering = Someone(browser, site, CONTRIBUTOR, 1280)
    answering.page.goto(where)
    answering.looks()
    answering.follow(re.compile("^Answer"))
    answering.page.get_by_label("Your answer").fill("All of them. Recording changed in July.")
    answering.press("Send the answer")
    answering.sees("Recording changed in July.")
    answering.leaves()

    analyst.page.goto(where)
    analyst.press("Accept")
    analyst.sees("Period before")
    analyst.looks()
    analyst.press("Accept")
    analyst.sees("its figures are kept")
    analyst.looks()
    analyst.leaves()


_LINE = "Notices about children sent to the front door"


def test_an_outsider_finds_nothing(browser: Browser, site: str):
    reader = Someone(browser, site, "reader@luton.example", 1280)
    for path in ("/returns/", "/returns/2/", "/returns/2/fill-in/", "/returns/asked/2/"):
        answer = reader.page.goto(path)
        assert answer is not None
        assert answer.status == 403, path
        reader.looks()
    reader.page.context.close()
