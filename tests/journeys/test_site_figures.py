"""Figures in a real browser: what needs attention, filters that stay, the thread to the cell.

Given Luton's example, when a lead partner reads what needs attention and asks, it is off the list;
when someone narrows the scorecard without JavaScript, the way back keeps what they chose; and when
the analyst follows a figure's thread, it ends at the cell of the return it came with.
"""

import re

import pytest
from playwright.sync_api import Browser, expect

from goldenthread_site.directory.example.loading import PASSWORD
from tests.journeys.someone import Someone
from tests.journeys.ways import Way

NOTE = "A fall since the spring is partly from recording"


def test_a_lead_partner_reads_what_needs_attention_and_asks(browser: Browser, site: str):
    partner = Someone(browser, site, "lead.partner@luton.example", 1280)
    partner.sees("What needs attention")
    partner.follow(re.compile("All that needs attention"))
    partner.looks()
    standing_out = partner.page.locator("ul.gt-cards").first
    title = standing_out.locator("li h3").first.inner_text()
    before = standing_out.locator("li").count()

    # One thing to do about each; doing it takes it off the list and puts a question there.
    standing_out.get_by_role("link", name=re.compile("Ask about it")).first.click()
    partner.looks()
    partner.page.get_by_label("What do you want to know?").fill("What lies behind this?")
    partner.press("Ask")
    expect(partner.page.locator("h1")).to_have_text(title)
    partner.sees("Your question has been asked")
    partner.page.goto("/attention/")
    expect(partner.page.locator("ul.gt-cards").first.locator("li")).to_have_count(before - 1)
    questions = partner.page.locator("h2#questions + ul")
    expect(questions).to_contain_text("What lies behind this?")
    partner.looks()
    partner.leaves()


def test_filters_work_without_javascript_and_the_way_back_keeps_them(browser: Browser, site: str):
    context = browser.new_context(
        base_url=site, viewport={"width": 360, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto("/account/login/")
    page.locator("input[name=login]").fill("reader@luton.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda address: "/login/" not in address)
    page.goto("/figures/")
    page.get_by_label("Year").select_option("2023-24")
    page.get_by_label("Theme").select_option(label="Child protection")
    page.get_by_label("Words in the title").fill("conferences")
    page.get_by_role("button", name="Show").click()
    main = page.locator("main")
    expect(main).not_to_contain_text("Section 47 enquiries")
    main.get_by_role("link", name="Initial child protection conferences").click()
    expect(page.locator("h1")).to_have_text("Initial child protection conferences")
    page.get_by_role("link", name="All figures").click()
    expect(page.get_by_label("Words in the title")).to_have_value("conferences")
    expect(page.get_by_label("Theme")).to_have_value("child_protection")
    expect(page.locator("main")).not_to_contain_text("Section 47 enquiries")
    context.close()


@pytest.mark.needs_javascript
def test_with_javascript_the_lines_the_heading_and_the_address_change_in_place(
    browser: Browser, site: str
):
    reader = Someone(browser, site, "reader@luton.example", 1280)
    page = reader.page
    for year in ("2023-24", "2024-25"):  # each is made ready once
        page.goto(f"/figures/?year={year}")
    page.get_by_label("Year").select_option("2023-24")
    expect(page.locator("h1")).to_have_text("Figures, 2023-24")
    expect(page).to_have_url(re.compile("year=2023-24"))
    page.get_by_label("Theme").select_option(label="Child protection")
    expect(page.locator("#lines h2")).to_have_text(["Child protection"])
    expect(page.locator("#export a")).to_have_attribute(
        "href", re.compile("theme=child_protection")
    )
    reader.looks()
    reader.leaves()


def test_the_thread_of_a_figure_leads_to_the_cell_of_its_return(
    browser: Browser, site: str, way: Way
):
    analyst = Someone(browser, site, "analyst@luton.example", 1280)
    page = analyst.page
    page.goto("/figures/?theme=police")
    analyst.looks()
    later = page.locator("main").get_by_role("link", name=re.compile(r"^\d{4}-\d{2}$"))
    expect(later.first).to_be_visible()
    analyst.follow(max(later.all_inner_texts()))
    row = page.get_by_role("row").filter(has_text="Police notices about children").first
    expect(row).to_contain_text("436")
    expect(row).to_contain_text(NOTE)
    expect(row).to_contain_text("not due")
    analyst.follow("Police notices about children")
    analyst.looks()
    page.get_by_role("link", name=re.compile("Notices about children sent")).click()
    expect(page).to_have_url(re.compile(r"/returns/\d+/#line-notices$"))
    expect(page.locator("#line-notices")).to_contain_text("436")
    analyst.looks()

    # What the analyst says of it stands on its page, with its date and who may read it.
    page.goto("/figures/police_notices/")
    page.get_by_role("button", name="Say what lies behind it").click()
    analyst.looks()
    analyst.press("Save")
    analyst.is_told_of_a_problem(way=way)
    page.get_by_label("What lies behind the figure?").fill("Notices were read out by telephone.")
    analyst.press("Save")
    analyst.sees("Notices were read out by telephone.")
    analyst.sees("read by: everyone who reads the partnership’s figures")
    analyst.looks()
    analyst.leaves()


def test_it_all_reads_on_a_telephone(browser: Browser, site: str):
    reader = Someone(browser, site, "business.unit@luton.example", 360)
    for address in (
        "/attention/",
        "/figures/?year=2023-24",
        "/figures/",
        "/figures/initial_conferences_within_15_working_days/?year=2023-24",
        "/figures/contacts/target/?year=2023-24",
        "/figures/contacts/break/?year=2023-24",
    ):
        reader.page.goto(address)
        reader.looks()
    reader.leaves()
