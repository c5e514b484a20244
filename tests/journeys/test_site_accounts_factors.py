"""Second factors in a real browser: an app and its codes, and a passkey of the browser's own."""

import re
import time
from collections.abc import Iterator

import pytest
from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import Browser, Page, expect

from tests.factories.served import PASSWORD
from tests.journeys.axe import axe_faults


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the journey for whatever the browser complains of."""
    complaints: list[str] = []
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


def sign_in(page: Page, site: str, who: str) -> None:
    page.goto(f"{site}/account/login/")
    page.get_by_label("Email address").fill(f"{who}@luton.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()


def heading(page: Page, words: str) -> None:
    """The page that should be open is, and axe has nothing to say against it."""
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    assert axe_faults(page) == []


def show_it_is_still_you(page: Page) -> None:
    heading(page, "Show that it is still you")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()


class App:
    """An authenticator app that has this key. Each of its codes works once only."""

    def __init__(self, secret: str) -> None:
        self._secret, self._last = secret, 0

    def last(self) -> str:
        """The code shown before."""
        return totp.format_hotp_value(totp.hotp_value(self._secret, self._last))

    def fresh(self) -> str:
        """The code shown now, or the one after it where that was used already."""
        now = int(time.time()) // 30
        self._last = max(now, self._last + 1)
        return self.last()


def test_whoever_may_see_records_adds_an_app_and_signs_in_with_its_codes(
    page: Page, site: str
) -> None:
    sign_in(page, site, "legal.adviser")
    heading(page, "Second factor and passkeys")
    expect(page.get_by_text("so a password alone is not enough")).to_be_visible()
    page.goto(f"{site}/figures/")
    heading(page, "Second factor and passkeys")

    page.get_by_role("button", name="Add an app").click()
    show_it_is_still_you(page)
    heading(page, "Add an authenticator app")
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Add the app").click()
    expect(page.get_by_role("alert")).to_contain_text("The code is not right")
    secret = page.locator("#authenticator_secret").text_content() or ""
    app = App(secret)
    page.get_by_label("Code").fill(app.fresh())
    page.get_by_role("button", name="Add the app").click()
    heading(page, "Your recovery codes")
    expect(page.locator("#recovery_codes li")).to_have_count(10)
    page.get_by_role("button", name="I have kept them").click()
    expect(page).to_have_url(f"{site}/")

    for code, opens in ((app.fresh, True), (app.last, False)):  # a code works once
        page.get_by_role("button", name="Sign out").click()
        sign_in(page, site, "legal.adviser")
        heading(page, "Show that it is you")
        page.get_by_label("Code").fill(code())
        page.get_by_role("button", name="Continue").click()
        if opens:
            expect(page).to_have_url(f"{site}/")
        else:
            expect(page.get_by_role("alert")).to_contain_text("The code is not right")


@pytest.mark.needs_javascript
def test_a_passkey_is_added_opens_the_site_without_a_password_and_is_removed(
    page: Page, site: str
) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    kept = devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )["authenticatorId"]
    sign_in(page, site, "reader")
    page.goto(f"{site}/account/2fa/")
    page.get_by_role("button", name="Add a passkey").click()
    show_it_is_still_you(page)
    heading(page, "Add a passkey")
    page.get_by_label("What to call it").fill("Work laptop")
    page.get_by_role("button", name="Add the passkey").click()
    heading(page, "Your recovery codes")
    page.get_by_role("button", name="Sign out").click()

    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(f"{site}/")
    expect(page.get_by_label("Your account")).to_contain_text("Reader (example)")

    page.goto(f"{site}/account/2fa/webauthn/")
    heading(page, "Your passkeys")
    expect(page.get_by_role("main")).to_contain_text("Work laptop")
    page.get_by_role("link", name=re.compile("^Remove")).click()
    heading(page, "Show that it is still you")
    page.get_by_role("link", name="Use a passkey").click()
    heading(page, "Show that it is still you")
    page.get_by_role("button", name="Use a passkey").click()
    heading(page, "Remove this passkey")
    page.get_by_role("button", name="Remove the passkey").click()
    expect(page.get_by_role("main")).to_contain_text("You have none yet.")
    page.get_by_role("button", name="Sign out").click()

    devtools.send("WebAuthn.clearCredentials", {"authenticatorId": kept})
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.locator("[data-passkey-problem]")).to_contain_text("The passkey was not used")
