"""A lead partner reads what needs attention and asks; who is asked answers; an outsider sees none.

Given Luton's example, when a lead partner follows what stands out to its page and asks the police
about it, the police find the question among their work, answer it, and the partner closes it.
"""

import re

from playwright.sync_api import Browser, expect

from tests.journeys.someone import Someone
from tests.journeys.ways import Way

ASKED = "What lies behind the change, in practice and in recording?"
ANSWERED = "More was recorded after the new guidance; practice did not change."


def test_from_what_stands_out_to_an_answer(browser: Browser, site: str, way: Way):
    # The partner sees what stands out and opens it.
    partner = Someone(browser, site, "lead.partner@luton.example", 1280)
    partner.sees("What needs attention")
    partner.looks()
    title = partner.page.locator("main li h4 a").first.inner_text()
    partner.follow(title)
    expect(partner.page.locator("h1")).to_have_text(title)
    partner.looks()

    # A question without words is no question; with words it is asked of the police.
    partner.page.get_by_role("button", name="Ask a question").click()
    partner.looks()
    partner.press("Ask")
    partner.is_told_of_a_problem(way=way)
    partner.looks()
    partner.page.get_by_label("What do you want to know?").fill(ASKED)
    partner.page.get_by_label("Who is to answer?").select_option(label="Bedfordshire Police")
    partner.press("Ask")
    partner.sees("Your question has been asked")
    partner.sees("Waiting for an answer")
    partner.looks()

    # The police find it on their first page, by telephone, and answer it.
    police = Someone(browser, site, "agency.lead@luton.example", 360)
    police.sees(ASKED)
    police.looks()
    police.follow(re.compile("Answer"))
    police.looks()
    police.page.get_by_label("Your answer").fill(ANSWERED)
    police.press("Answer")
    police.sees("Your answer has been sent")
    police.looks()
    police.leaves()

    # The partner closes it, saying what came of it.
    partner.page.goto("/figures/questions/")
    partner.sees(ANSWERED)
    partner.follow(re.compile("Close"))
    partner.page.get_by_label("What came of it?").fill("Noted for the autumn’s report.")
    partner.press("Close")
    partner.sees("The question is closed")
    partner.looks()
    partner.leaves()

    # The site's administrator has no part in it.
    outsider = Someone(browser, site, "administrator@luton.example", 1280)
    outsider.page.goto("/figures/questions/")
    outsider.sees("You cannot do this")
    outsider.looks()
