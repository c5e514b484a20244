"""Makes docs/images/site.png again: what a lead partner sees first, in the example.

    .venv/bin/python docs/picture_of_the_site.py [HOME]

It needs Chromium on the path. HOME is a place that ``goldenthread-site start`` has filled with the
example; without it one is made, which takes some minutes.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.factories.served import PASSWORD, managed, served_site  # noqa: E402

PICTURE = ROOT / "docs" / "images" / "site.png"
WHO = "lead.partner@luton.example"
PATIENCE = 180_000  # milliseconds: the machine may be busy


def main() -> None:
    """Serve, sign in, take the picture."""
    with TemporaryDirectory() as made, sync_playwright() as playwright:
        home = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made)
        managed(home, "start", "--only-load")
        managed(home, "work", "--batch")
        with served_site(home) as address:
            program = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1180, "height": 960})
            page.set_default_timeout(PATIENCE)
            page.goto(f"{address}/account/login/")
            page.locator("input[name=login]").fill(WHO)
            page.locator("input[name=password]").fill(PASSWORD)
            page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
            page.get_by_role("heading", name="Your work", exact=True).wait_for()
            page.screenshot(path=PICTURE)
            browser.close()


if __name__ == "__main__":
    main()
