"""The catalogue's page: committed as generated, with every link leading somewhere."""

import re
from dataclasses import replace
from pathlib import Path

from goldenthread.indicators import DIMENSIONS, catalogue
from goldenthread.indicators.documentation import address, entry, page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "indicators.md"


def test_the_committed_page_is_the_generated_one() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make docs` and commit the page"


def test_the_page_is_the_same_when_made_again() -> None:
    assert page() == page()


def test_every_link_within_the_page_leads_to_one_heading() -> None:
    text = page()
    headings = [address(title) for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)]
    assert len(set(headings)) == len(headings)
    links = set(re.findall(r"\]\(#([^)]*)\)", text))
    assert len(links) > len(catalogue())
    assert links <= set(headings)


def test_every_indicator_and_breakdown_is_described() -> None:
    text = page()
    for one in catalogue().values():
        assert f"### {one.title}\n" in text
        assert f"- **Name:** `{one.name}`" in text
        assert one.limits in text
        assert one.checked_against in text
    for name in DIMENSIONS:
        assert f"| `{name}` |" in text


def test_a_deployment_s_owner_and_target_are_shown() -> None:
    one = replace(catalogue()["contacts"], owner="Head of the front door", target="None agreed")
    assert "- **Owner:** Head of the front door." in entry(one)
    assert "- **Target:** None agreed." in entry(one)
    assert "Owner" not in entry(catalogue()["contacts"])
