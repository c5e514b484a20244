"""The page as a whole: its frame, headings, addresses, policy, size and sameness."""

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from functools import partial
from hashlib import sha256
from itertools import pairwise

import pytest

from goldenthread.report.html import render
from tests.factories.documents import a_document, a_long_document
from tests.factories.drawings import a_drawing
from tests.factories.pages import Element, read_page
from tests.factories.work import calls_made


@pytest.fixture(scope="module")
def html() -> str:
    return render(a_document(), a_drawing)


@pytest.fixture(scope="module")
def page(html: str) -> Element:
    return read_page(html)


def test_it_is_in_english_with_one_main_heading_and_the_landmarks(page: Element) -> None:
    assert page.one("html").attributes["lang"] == "en-GB"
    assert "How children in Northmoor were kept safe" in page.one("h1").text
    for landmark in ("header", "main", "footer"):
        page.one(landmark)
    assert page.one("nav").attributes["aria-label"] == "Contents"


def test_the_first_link_skips_to_the_main_content(page: Element) -> None:
    first = next(page.every("a"))
    assert first.attributes["href"] == f"#{page.one('main').attributes['id']}"


def test_headings_never_skip_a_level(page: Element) -> None:
    levels = [int(e.tag[1]) for e in page.every() if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert 4 in levels


def test_no_two_elements_share_an_address(page: Element) -> None:
    counts = Counter(e.attributes["id"] for e in page.every() if "id" in e.attributes)
    assert counts
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_link_within_the_page_leads_somewhere(page: Element) -> None:
    ids = {e.attributes["id"] for e in page.every() if "id" in e.attributes}
    targets = [e.attributes["href"] for e in page.every("a")]
    inner = [target[1:] for target in targets if target.startswith("#")]
    assert len(inner) > 300
    assert set(inner) <= ids


def test_the_contents_list_every_section_nested(page: Element) -> None:
    contents = page.one("nav")
    front_door = next(
        item for item in contents.every("li") if next(item.every("a")).text == "The front door"
    )
    nested = [link.text for link in front_door.one("ol").every("a")]
    assert nested == ["Contacts", "What was decided", "Who refers children"]


def test_it_says_when_for_whom_and_under_what_it_was_written(page: Element) -> None:
    head = page.one("header").text
    for told in ("2 December 2024", "Northmoor", "2023-24", "Working Together", "Partnership"):
        assert told in head


def test_sources_and_licence_stand_at_the_foot(page: Element) -> None:
    foot = page.one("footer")
    assert "Open Government Licence v3.0" in foot.text
    assert [item.text for item in foot.every("li")] == list(a_document().sources)


def test_it_loads_nothing_from_elsewhere(page: Element) -> None:
    elsewhere = [
        (e.tag, value)
        for e in page.every()
        for name, value in e.attributes.items()
        if name in ("src", "href", "srcset", "data", "action") and not value.startswith("#")
    ]
    licence = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    assert elsewhere == [("link", "data:,"), ("a", licence)]


def test_the_policy_lets_in_its_own_style_and_script_and_no_more(html: str, page: Element) -> None:
    (meta,) = [e for e in page.every("meta") if "http-equiv" in e.attributes]
    rules = dict(
        rule.strip().split(" ", 1) for rule in meta.attributes["content"].split(";") if rule
    )
    assert rules["default-src"] == "'none'"
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (inner,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = b64encode(sha256(inner.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"


def test_no_style_attribute_is_left_for_the_policy_to_refuse(page: Element) -> None:
    assert [e.tag for e in page.every() if "style" in e.attributes] == []


def test_a_second_run_writes_the_same_bytes(html: str) -> None:
    assert render(a_document(), a_drawing).encode() == html.encode()


def test_what_is_written_cannot_become_markup() -> None:
    hostile = '</title><script>alert("x")</script><img src=x onerror=alert(1)>'
    document = a_document(title=hostile, subtitle=hostile, partnership=hostile, edition=hostile)
    page = read_page(render(document, a_drawing))
    assert page.one("h1").text.endswith(hostile)
    assert len(list(page.every("script"))) == 1
    assert list(page.every("img")) == []


def test_a_document_with_nothing_in_it_is_still_a_page() -> None:
    empty = a_document(summary=(), sections=(), sources=())
    page = read_page(render(empty, a_drawing))
    assert "Nothing stands out" in page.one("main").text


def test_eight_hundred_threads_stay_small_and_are_no_more_work_each() -> None:
    assert len(render(a_long_document(800), a_drawing).encode()) < 2_000_000
    few, many = (
        calls_made(partial(render, a_long_document(threads), a_drawing)) / threads
        for threads in (400, 800)
    )
    assert many < few * 1.2


@pytest.mark.parametrize("address", ["page-main", "thread-0", "printed-0"])
def test_an_address_of_the_page_itself_is_refused(address: str) -> None:
    document = a_document()
    taken = replace(document.sections[0], id=address)
    with pytest.raises(ValueError, match="address of the page’s own"):
        render(replace(document, sections=(taken,)), a_drawing)


def test_parts_that_share_an_address_are_refused() -> None:
    document = a_document()
    twice = replace(document.sections[1], id=document.sections[0].id)
    with pytest.raises(ValueError, match="share the address 'front-door'"):
        render(replace(document, sections=(document.sections[0], twice)), a_drawing)
