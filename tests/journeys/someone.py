"""A person at a browser of their own, signed in to the site."""

import re

from playwright.sync_api import Browser, Page, expect

from goldenthread_site.directory.example.loading import PASSWORD
from tests.journeys.axe import axe_faults
from tests.journeys.ways import Way


class Someone:
    """A person at a browser of their own. Without an address they have not signed in yet."""

    def __init__(self, browser: Browser, site: str, address: str, width: int) -> None:
        self.complaints: list[str] = []
        viewport = {"width": width, "height": 900}
        self.page: Page = browser.new_context(base_url=site, viewport=viewport).new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        if address:
            self.signs_in(address, PASSWORD)

    def signs_in(self, address: str, password: str) -> None:
        self.page.goto("/account/login/")
        self.page.locator("input[name=login]").fill(address)
        self.page.locator("input[name=password]").fill(password)
        self.press("Sign in")
        self.moves_on_from("/account/login/")

    def moves_on_from(self, path: str) -> None:
        """Another page has come: going on before that would break off what was pressed."""
        self.page.wait_for_url(lambda address: path not in address)

    def press(self, name: str) -> None:
        main = self.page.locator("main")
        main.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str | re.Pattern[str]) -> None:
        self.page.locator("main").get_by_role("link", name=name).first.click()

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def is_told_of_a_problem(self, *, way: Way) -> None:
        """The summary of what is wrong is there, and where scripts run has the focus."""
        summary = self.page.locator(".govuk-error-summary")
        expect(summary).to_be_visible()
        if way.scripts:
            expect(summary).to_be_focused()

    def looks(self) -> None:
        """Nothing a machine can find keeps anyone out, and nothing sticks out sideways."""
        assert axe_faults(self.page) == []
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")

    def leaves(self) -> None:
        self.page.context.close()
        assert self.complaints == [], self.complaints


def at_the_door(browser: Browser, site: str, width: int = 1280) -> Someone:
    """Someone who has not signed in."""
    return Someone(browser, site, "", width)
