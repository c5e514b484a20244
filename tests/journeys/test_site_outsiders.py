"""An outsider is refused everywhere: signed out, from next door, or with a role that is over.

Given Luton's example, when each of them goes to the addresses of Luton's work, then they are asked
to sign in, refused in words, or shown that there is no such thing; never a word of Luton's.
"""

import re

import pytest
from playwright.sync_api import Browser, expect

from goldenthread_site.directory.example.people import ELSEWHERE, FORMER
from tests.journeys.someone import Someone, at_the_door

# Addresses of things that are Luton's, by their numbers in the example, and of lists.
THINGS = (
    "/returns/1/",
    "/returns/asked/1/",
    "/returns/asked/2/begin/",
    "/returns/2/fill-in/",
    "/returns/2/sign/",
    "/returns/1/export/",
    "/groups/1/",
    "/groups/1/change/",
    "/people/3/",
    "/figures/questions/1/answer/",
    "/schools/1/lead/",
)
LISTS = (
    "/returns/",
    "/returns/came/",
    "/figures/",
    "/figures/questions/",
    "/attention/",
    "/people/",
    "/trail/",
    "/set-up/",
)
# Words that stand on Luton's own pages and nowhere next door.
LUTONS = re.compile("Hospital: |Thimble Lane|Corporate director|How many families|592.2")


@pytest.mark.parametrize("path", ["/figures/", "/returns/1/"])
def test_whoever_is_not_signed_in_is_asked_to(browser: Browser, site: str, path: str):
    outsider = at_the_door(browser, site)
    outsider.page.goto(path)
    expect(outsider.page.locator("h1")).to_have_text("Sign in")
    outsider.looks()
    for each in (*THINGS, *LISTS):
        outsider.page.goto(each)
        assert "/account/login/?next=" in outsider.page.url, each
    outsider.leaves()


def test_whose_role_is_over_is_told_so_and_refused(browser: Browser, site: str):
    former = Someone(browser, site, FORMER, 1280)
    former.sees("You hold no role in any partnership today")
    former.looks()
    for each in (*THINGS, *LISTS):
        answer = former.page.goto(each)
        assert answer is not None
        assert answer.status in (403, 404), each
    former.page.goto("/returns/")
    former.sees("This page is not open to the roles you hold")
    former.looks()
    former.complaints.clear()  # the browser itself tells of each page that was refused
    former.leaves()


def test_a_member_of_the_partnership_next_door_sees_its_own_only(browser: Browser, site: str):
    beside = Someone(browser, site, ELSEWHERE, 1280)
    expect(beside.page.locator(".gt-header__name")).to_contain_text("Bedford Borough")
    beside.looks()
    for each in THINGS:
        answer = beside.page.goto(each)
        assert answer is not None
        assert answer.status in (403, 404), each
    beside.looks()
    for each in LISTS:
        answer = beside.page.goto(each)
        assert answer is not None
        assert answer.status == 200, each
        expect(beside.page.locator("main")).not_to_contain_text(LUTONS)
        beside.looks()
    beside.complaints.clear()
    beside.leaves()
