"""The analyst takes the scorecard away, and lets a program read the figures until they end it.

Given Luton's example, when the analyst exports the scorecard with true counts, why is asked first;
when they make a token, a program reads with it until it is ended.
"""

import os
import re
from datetime import date, timedelta
from pathlib import Path

import httpx
from playwright.sync_api import Browser

from tests.factories.served import PASSWORD
from tests.journeys.someone import Someone
from tests.journeys.ways import Way

ANALYST = "analyst@luton.example"


def seen(someone: Someone, name: str) -> None:
    """Axe has nothing to say; and a picture is kept for whoever asks for pictures."""
    someone.looks()
    if folder := os.environ.get("GOLDENTHREAD_PICTURES"):
        width = someone.page.viewport_size["width"] if someone.page.viewport_size else 0
        someone.page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


def still_you(someone: Someone) -> None:
    """Asked for their password once more, they give it."""
    someone.sees("Show that it is still you")
    someone.page.get_by_label("Password", exact=True).fill(PASSWORD)


def test_taking_the_scorecard_away(browser: Browser, site: str, way: Way):
    analyst = Someone(browser, site, ANALYST, 1280)
    analyst.page.goto("/figures/?year=2023-24")
    analyst.follow("Export the scorecard")
    seen(analyst, "export")
    analyst.page.get_by_label(re.compile("True counts, small ones too")).check()
    analyst.press("Export")
    analyst.is_told_of_a_problem(way=way)
    seen(analyst, "export-fault")
    analyst.page.get_by_label("What are true counts needed for?").fill("The quarterly audit")
    analyst.page.get_by_label("A workbook laid out to be accessible").check()
    analyst.press("Export")
    still_you(analyst)
    with analyst.page.expect_download() as taken:
        analyst.press("Continue")
    assert taken.value.suggested_filename == "scorecard-luton-2023-24-not-for-publication.xlsx"
    analyst.leaves()

    # A reader is not offered true counts, and is asked for no reason.
    reader = Someone(browser, site, "reader@luton.example", 360)
    reader.page.goto("/figures/?year=2023-24")
    reader.follow("Export the scorecard")
    assert reader.page.get_by_label(re.compile("True counts")).count() == 0
    seen(reader, "export")
    with reader.page.expect_download() as taken:
        reader.press("Export")
    assert taken.value.suggested_filename == "scorecard-luton-2023-24.csv"
    reader.leaves()


def test_a_program_reads_until_its_token_is_ended(browser: Browser, site: str):
    analyst = Someone(browser, site, ANALYST, 360)
    analyst.page.goto("/account/")
    analyst.follow(re.compile("^Tokens"))
    analyst.sees("You have no token")
    seen(analyst, "tokens-none")
    analyst.follow("How to connect")
    seen(analyst, "connect")
    analyst.page.get_by_role("button", name="Make a token").click()
    still_you(analyst)
    analyst.press("Continue")
    seen(analyst, "make")
    analyst.press("Make the token")
    analyst.sees("Enter a name for the token")
    seen(analyst, "make-fault")
    last = date.today() + timedelta(days=30)
    analyst.page.get_by_label("What will use it?").fill("Quarterly dashboard")
    for box, number in (("Day", last.day), ("Month", last.month), ("Year", last.year)):
        analyst.page.get_by_label(box, exact=True).fill(str(number))
    analyst.press("Make the token")
    analyst.sees("Copy it now")
    seen(analyst, "made")
    token = analyst.page.get_by_label("Token", exact=True).input_value()

    # A server that has only just begun makes its figures ready first, which takes a slow one long.
    bearer = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=site, headers=bearer, timeout=60) as program:
        figures = program.get("/api/v1/figures", params={"year": "2023-24", "per_page": 50})
        assert figures.status_code == 200
        assert figures.json()["counts"] == "as released"
        assert program.get(figures.json()["next"]).json()["page"] == 2
        described = httpx.get(f"{site}/api/v1/openapi.json").json()
        assert "/api/v1/figures" in described["paths"]

        analyst.page.goto("/account/tokens/")
        analyst.sees("Quarterly dashboard")
        seen(analyst, "tokens")
        analyst.page.set_viewport_size({"width": 1280, "height": 900})
        seen(analyst, "tokens")
        analyst.follow(re.compile("End this token"))
        seen(analyst, "end")
        analyst.page.get_by_label("Why does it end?").fill("The dashboard is no longer used")
        analyst.press("End the token")
        analyst.sees("nothing can be read with it any more")
        assert program.get("/api/v1/figures").status_code == 401
    analyst.page.goto("/api/")
    seen(analyst, "connect")
    analyst.leaves()
