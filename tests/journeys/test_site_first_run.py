"""First run: a partnership from an empty place to its first requests.

Given a site with nobody in it, when whoever runs it begins a partnership and hands on the link,
then its first person chooses a password, is led step by step, and the agency invited on the way
finds what it was asked for on its first page.
"""

import re

from playwright.sync_api import Browser, expect

from tests.factories.served import Empty
from tests.journeys.someone import at_the_door

NAME = "Northmoor Safeguarding Children Partnership"
PASSWORD = "north moor lantern gravel"


def test_from_nothing_to_the_first_requests(browser: Browser, empty_site: Empty):
    told = empty_site.command(
        "begin_partnership",
        NAME,
        "--council",
        "Peterborough",
        "--email",
        "sam@northmoor.example",
        "--name",
        "Sam (example)",
        "--site",
        empty_site.address,
    )
    link = re.search(r"http://\S+", told)
    assert link

    # The link leads to a password, the password to the first page, and that to the first step.
    sam = at_the_door(browser, empty_site.address)
    sam.page.goto(link[0])
    sam.looks()
    sam.page.get_by_label("New password").fill(PASSWORD)
    sam.press("Save the new password")
    sam.sees("Your new password is saved")
    sam.looks()
    sam.signs_in("sam@northmoor.example", PASSWORD)
    sam.sees("The partnership is not set up yet")
    sam.looks()
    sam.follow("Set up the partnership")
    sam.sees("1 of 5 steps are done")
    sam.looks()

    # A council that there is not is said beside its box; then name, colour and councils are kept.
    sam.follow("What the partnership is")
    sam.page.get_by_label("Councils whose children").fill("Northmoor")
    sam.press("Save")
    expect(sam.page.locator(".govuk-error-summary")).to_be_visible()
    sam.looks()
    sam.page.get_by_label("Councils whose children").fill("Peterborough")
    sam.page.get_by_label("Plum").check()
    sam.press("Save")
    sam.sees("is about the children of Peterborough")
    expect(sam.page.locator("body")).to_have_class(re.compile("gt-plum"))

    # Agencies from the list, checked before they are added.
    sam.follow("Safeguarding partners and agencies")
    sam.looks()
    expect(sam.page.get_by_label("Council", exact=True)).to_have_value("Peterborough Council")
    sam.page.get_by_label("Integrated care board").fill("Northmoor Care Board (made up)")
    sam.page.get_by_label("Police").fill("Northmoor Police (made up)")
    for box, number in (("Day", "1"), ("Month", "4"), ("Year", "2026")):
        sam.page.get_by_label(box, exact=True).fill(number)
    sam.press("Continue")
    sam.sees("Check your answers")
    sam.looks()
    sam.press("Add them")
    sam.sees("4 agencies take part from 1 April 2026")

    sam.follow("Groups and posts")
    sam.looks()
    sam.press("Add them")
    sam.sees("5 groups are here")

    sam.follow("What agencies are asked for")
    sam.looks()
    sam.press("Ask for them")
    sam.sees("returns are asked for")

    # The police's lead is invited, and finds what was asked for.
    sam.follow(re.compile("^People"))
    sam.looks()
    sam.page.get_by_label("Email address").fill("lead@police.example")
    sam.page.get_by_label("Role").select_option(label="Agency lead")
    sam.page.get_by_label("Agency", exact=True).select_option(label="Northmoor Police (made up)")
    sam.page.locator("main").get_by_role("button").first.click()
    sam.sees("lead@police.example")
    sam.page.goto("/set-up/")
    sam.sees("5 of 5 steps are done")
    sam.looks()
    sam.page.goto("/")
    sam.sees("The partnership itself")
    sam.leaves()

    letters = [file.read_text(encoding="utf-8") for file in (empty_site.home / "emails").iterdir()]
    told = "".join(letters).replace("=\n", "")
    invited = re.search(r"http://\S+/people/invitation/\S+", told)
    assert invited, told
    lead = at_the_door(browser, empty_site.address)
    lead.page.goto(invited[0])
    lead.looks()
    lead.page.get_by_label("Your name").fill("Lead (example)")
    lead.page.get_by_label("Password", exact=True).fill(PASSWORD)
    lead.page.locator("main").get_by_role("button").last.click()
    lead.moves_on_from("/people/invitation/")
    lead.page.goto("/")
    lead.sees("Police: front door and domestic abuse")
    lead.sees("Fill it in")
    lead.looks()
    lead.leaves()


def test_an_empty_page_says_what_to_do_first(browser: Browser, empty_site: Empty):
    told = empty_site.command(
        "begin_partnership",
        "Southmoor Safeguarding Children Partnership",
        "--council",
        "Luton",
        "--email",
        "kim@southmoor.example",
        "--name",
        "Kim (example)",
        "--site",
        empty_site.address,
    )
    link = re.search(r"http://\S+", told)
    assert link
    kim = at_the_door(browser, empty_site.address)
    kim.page.goto(link[0])
    kim.page.get_by_label("New password").fill(PASSWORD)
    kim.press("Save the new password")
    kim.signs_in("kim@southmoor.example", PASSWORD)
    for path, says in {
        "/figures/": "No figures are kept yet",
        "/returns/": "Ask for a return to begin",
        "/returns/came/": "Nothing has been asked for yet",
        "/figures/questions/": "Nothing has been asked yet",
        "/agencies/": "Add the three safeguarding partners first",
        "/groups/": "Add the executive first",
        "/schools/": "Bring in the list",
        "/attention/": "No figure is kept yet",
        "/people/interests/": "Nobody has declared one",
    }.items():
        kim.page.goto(path)
        kim.sees(says)
        kim.looks()
    kim.leaves()
