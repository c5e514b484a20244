"""Runs the axe rules of WCAG 2.2 AA, and its good practice, in an open page."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async rules => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  return found.violations.flatMap(fault => fault.nodes.map(node => fault.id + ": " + node.html));
}"""


@cache
def _source() -> str:
    return (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def axe_faults(page: Page) -> list[str]:
    """Each element that breaks a rule, as the rule's name and the element. Empty is good.

    A click returns as soon as the next page has begun to arrive, so the page is waited for first.
    """
    page.wait_for_load_state("load")
    page.evaluate(_source())
    return page.evaluate(_RUN, _RULES)
