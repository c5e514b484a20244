"""A page's form filled in with what was typed: each kind of field, and nothing else changed."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from goldenthread_site.accounts.kept.filling import filled

PAGE = """<!DOCTYPE html>
<html><body><form method="get" action="/a/"><input name="name" value="search"></form>
<svg viewBox="0 0 1 1"><path d="M0"/></svg>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="fresh"><input name="name" id="n" value="old &amp; gone">
<input type="password" name="word"><input type="file" name="file">
<textarea name="terms" rows="3">before</textarea>
<input type="checkbox" name="who" value="1" checked><input type="checkbox" name="who" value="2">
<input type="radio" name="how" value="a" checked><input type="radio" name="how" value="b">
<select name="place"><option value="">None</option><option value="x" selected>X</option>
<option value="y">Y</option></select>
<button name="do" value="save">Save</button></form></body></html>"""
TYPED = {
    "csrf": ["stale"],
    "name": ['A "quoted" <name>'],
    "word": ["secret"],
    "terms": ["\nfirst\n</textarea><script>"],
    "who": ["2"],
    "how": ["b"],
    "place": ["y"],
    "do": ["other"],
}


def form_of(page: str, number: int = 1):
    return html.document_fromstring(page).forms[number]


def test_each_kind_of_field_says_what_was_typed():
    form = form_of(filled(PAGE, "/a/", "/a/", TYPED))
    assert form.fields["name"] == 'A "quoted" <name>'
    assert form.fields["terms"].lstrip("\n") == "first\n</textarea><script>"
    assert form.xpath("//input[@name='who' and @checked]/@value") == ["2"]
    assert form.fields["how"] == "b"
    assert form.fields["place"] == "y"


def test_tokens_passwords_buttons_and_other_forms_stay_as_they_were():
    page = filled(PAGE, "/a/", "/a/", TYPED)
    form = form_of(page)
    assert form.fields["csrf"] == "fresh"
    assert "secret" not in page
    assert "other" not in page
    assert form_of(page, 0).fields["name"] == "search"
    assert '<svg viewBox="0 0 1 1"><path d="M0"/></svg>' in page


@pytest.mark.parametrize(
    ("address", "action", "goes_to", "fills"),
    [
        ("/a/", "", "/a/", True),
        ("/a/", "", "/b/", False),
        ("/a/", "/b/", "/b/", True),
        ("/a/", "send/", "/a/send/", True),
        ("/a/", "/b/?from=1", "/b/", True),
        ("/a/", "https://elsewhere.example/b/", "/a/", False),
    ],
)
def test_only_the_form_that_goes_there_is_filled(address, action, goes_to, fills):
    page = f'<form method="POST" action="{action}"><input name="name"></form>'
    changed = filled(page, address, goes_to, {"name": ["typed"]})
    assert (changed != page) == fills


def test_fields_of_one_name_are_filled_in_their_order():
    page = '<form method="post"><input name="n"><input name="n" value="x"><input name="n"></form>'
    form = form_of(filled(page, "/", "/", {"n": ["1", "2"]}), 0)
    assert [each.value for each in form.inputs] == ["1", "2", None]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=60))
def test_any_text_comes_back_as_it_was(text):
    """As a browser would read it: a line break at the very beginning does not count."""
    page = '<form method="post"><input name="n"><textarea name="t"></textarea></form>'
    changed = filled(page, "/", "/", {"n": [text], "t": [text]})
    seen: dict[str, str] = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            if tag == "input":
                seen["n"] = dict(attrs)["value"]

        def handle_data(self, data):
            seen["t"] = seen.get("t", "") + data

    reader = Reader()
    reader.feed(changed)
    reader.close()
    assert seen["n"] == text
    assert seen.get("t", "").removeprefix("\n") == text
