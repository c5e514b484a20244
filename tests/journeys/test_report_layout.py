"""The report on a telephone, on a wide screen, on paper and without a script."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Opener


def when_everything_is_unfolded(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280])
def test_the_page_never_moves_sideways(open_report: Opener, width: int, javascript: bool) -> None:
    page = open_report(width, javascript=javascript)
    when_everything_is_unfolded(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_wide_table_moves_in_its_own_region_by_keyboard(open_report: Opener) -> None:
    page = open_report(320)
    region = page.get_by_role("region", name="Referrals to children’s social care by source")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("region => region.scrollLeft > 0", arg=region.element_handle())


def test_a_focused_figure_is_not_hidden_behind_the_row_headings(open_report: Opener) -> None:
    page = open_report(320)
    covered = page.evaluate(
        "Array.from(document.querySelectorAll('#table-sources td a.figure')).filter(link => {"
        "  link.focus();"
        "  const at = link.getBoundingClientRect();"
        "  const seen = x => document.elementFromPoint(x, at.y + at.height / 2) === link;"
        "  return !seen(at.left + 2) && !seen(at.right - 2);"
        "}).length"
    )
    assert covered == 0


def test_on_a_wide_screen_the_contents_stay_beside_the_text(open_report: Opener) -> None:
    page = open_report()
    contents = page.get_by_role("navigation", name="Contents")
    page.evaluate("document.querySelector('#child-protection-factors').scrollIntoView()")
    expect(contents).to_be_in_viewport()
    expect(contents.locator("[aria-current]")).to_have_text("What assessments found")


def test_on_a_telephone_the_contents_unfold_and_fold_again(open_report: Opener) -> None:
    page = open_report(390)
    contents = page.get_by_role("navigation", name="Contents")
    link = contents.get_by_role("link", name="Child protection")
    expect(link).to_be_hidden()
    contents.get_by_text("Contents").click()
    link.click()
    expect(link).to_be_hidden()
    expect(page.get_by_role("heading", name="Child protection", exact=True)).to_be_in_viewport()


def test_the_contents_can_be_come_back_to(open_report: Opener) -> None:
    page = open_report(390)
    page.locator("#looked-after ~ .back a").click()
    expect(page.get_by_role("navigation", name="Contents")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_without_a_script_the_contents_and_numbers_are_within_reach(
    open_report: Opener, width: int
) -> None:
    page = open_report(width, javascript=False)
    contents = page.get_by_role("navigation", name="Contents")
    expect(contents.get_by_role("link", name="Child protection")).to_be_visible()
    figure = page.locator("#chart-contacts")
    expect(figure.get_by_role("table")).to_be_hidden()
    figure.locator("summary").click()
    expect(figure.get_by_role("table")).to_be_visible()


def test_a_reader_can_skip_to_the_text(open_report: Opener) -> None:
    page = open_report()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#page-main")).to_be_focused()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_on_paper_every_chart_has_its_numbers_open(open_report: Opener, javascript: bool) -> None:
    page = open_report(javascript=javascript)
    page.emulate_media(media="print")
    for table in page.locator(".numbers table").all():
        box = table.bounding_box()
        assert box is not None
        assert box["height"] > 50
    expect(page.locator("#chart-contacts table")).to_be_visible()


def test_printing_leaves_the_page_as_it_was(open_report: Opener, tmp_path: Path) -> None:
    page = open_report()
    page.locator("#chart-issues summary").click()
    page.pdf(path=tmp_path / "printed.pdf")
    assert page.locator(".numbers[open]").count() == 1
