"""The ways a journey through the site is gone: its width, its scripts, its database.

`make test` goes the first; `make soak` goes all of them. A journey says nothing of it: it asks for
``site`` and ``browser``, and both know the way.
"""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Route

# What the site's own script in the head has told the stylesheets is taken back.
_NO_SCRIPTS = """addEventListener("DOMContentLoaded", () =>
    document.body.classList.remove("js-enabled", "govuk-frontend-supported"))"""


@dataclass(frozen=True, slots=True)
class Way:
    """``width`` in pixels, None for what the journey asks for itself."""

    width: int | None = None
    scripts: bool = True
    postgresql: bool = False

    def __str__(self) -> str:
        parts = (
            f"{self.width}px" if self.width else "",
            "" if self.scripts else "no-javascript",
            "postgresql" if self.postgresql else "sqlite",
        )
        return "-".join(filter(None, parts))


FIRST = Way()
WAYS = (
    FIRST,
    *(
        way
        for width in (1280, 360)
        for scripts in (True, False)
        for postgresql in (False, True)
        if (way := Way(width, scripts, postgresql)) != Way(1280)
    ),
)


class OnItsWay:
    """A browser whose every window goes one way; for the rest it is the browser it is given."""

    def __init__(self, browser: Browser, way: Way) -> None:
        self._browser, self._way = browser, way

    def new_context(self, **options: Any) -> BrowserContext:
        """A window: as wide as the way says, and without the site’s scripts where it says so."""
        if self._way.width:
            options["viewport"] = {"width": self._way.width, "height": 900}
        context = self._browser.new_context(**options)
        if not self._way.scripts:
            # The browser runs scripts still, so that axe can; the site's own come empty.
            context.add_init_script(_NO_SCRIPTS)
            context.route("**/static/**/*.js", _empty)
        return context


def _empty(route: Route) -> None:
    route.fulfill(body="", content_type="text/javascript")
