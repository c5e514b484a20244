"""Who sees what: every page as every role, compared cell by cell with the page that is kept."""

import pytest
from django.test import Client
from django.urls import resolve

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.people.documentation import addresses
from tests.conftest import ROOT
from tests.factories.signing_in import sign_in
from tests.seeing.asking import DOES, NOTHING_DONE, OPENS, REFUSED, SHOWN, Found, ask
from tests.seeing.belonging import Whose
from tests.seeing.line import Line
from tests.seeing.lines import lines
from tests.seeing.page import page, read
from tests.seeing.world import World

pytestmark = pytest.mark.django_db

KEPT = ROOT / "docs" / "reference" / "who-sees-what.md"
LINES = lines()
BY_TITLE = {each.title: each for each in LINES}
# The sign-in library's own pages, which are about an account and not about what anybody keeps.
OF_THE_LIBRARY = "Signing in and one’s own account."
# What belongs to another agency and is not sent or shared yet: its people's alone.
DRAFTS = (
    "A draft",
    "A draft, from what was asked",
    "What came: a draft’s number",
    "Fill in a draft",
    "Keep a draft while typing",
    "Say what a draft is about",
    "Paste into a draft",
    "Upload into a draft",
    "Stop reading a file",
    "The file to fill in",
    "Submit a draft",
    "Commentary kept to its writers",
)
GOOD = (OPENS, SHOWN, DOES)


def route(line: Line) -> str:
    """The address as the site has it, with its converters."""
    anything = dict.fromkeys(_names(line), "1")
    return "/" + resolve(line.address.partition("?")[0].format_map(anything)).route


def _names(line: Line) -> list[str]:
    return [each.partition("}")[0] for each in line.address.split("{")[1:]]


def test_no_page_is_left_out():
    asked = {route(each) for each in LINES}
    wanted = {
        each.path for each in addresses() if not each.opening.public and each.what != OF_THE_LIBRARY
    }
    assert len(wanted) > 70
    assert wanted - asked == set(), "add a line for each to tests/seeing/lines.py"
    assert len(BY_TITLE) == len(LINES), "two lines have the same title"


@pytest.fixture
def found() -> Found:
    return ask(World(), LINES)


def test_every_role_sees_what_the_page_says_and_nothing_else(found: Found):
    assert found.faults == []
    kept = read(KEPT.read_text(encoding="utf-8"), LINES)
    differs = {
        (each.title, each.whose.value, each.role.value): (kept.get(each), found.answers.get(each))
        for each in kept.keys() | found.answers.keys()
        if kept.get(each) != found.answers.get(each)
    }
    assert differs == {}, "is that meant? then write the page anew: make sees WRITE=1"
    assert page(found.answers, LINES) == KEPT.read_text(encoding="utf-8")


def test_what_is_kept_breaks_no_rule():
    """Said once more by hand, of the page that is kept: so that nobody keeps a wrong one."""
    kept = read(KEPT.read_text(encoding="utf-8"), LINES)
    good = {each for each, said in kept.items() if any(mark in said for mark in GOOD)}
    seen = {each for each, said in kept.items() if SHOWN in said or DOES in said or said == OPENS}
    for line in LINES:
        own = {each for each in good if each.title == line.title and each.whose is Whose.OWN}
        assert own or line.nobody, f"{line.title}: the question is put wrongly, nobody may"
    # Nothing of a partnership next door is seen or changed by anyone.
    assert {each for each in seen if each.whose is Whose.ELSEWHERE} == set()
    # Another agency's drafts: read by the scrutineer, changed by nobody.
    drafts = {each for each in seen if each.whose is Whose.OTHER and each.title in DRAFTS}
    assert {each.role for each in drafts} == {Role.SCRUTINEER}
    assert {each.title for each in drafts if BY_TITLE[each.title].sent is not None} == set()
    # What the matter of a declared interest holds is shut, to every role.
    shut = {each.title for each in seen if each.whose is Whose.SHUT}
    assert shut & {each.title for each in LINES if each.matter} == set()
    # An inspector, a reader, a councillor and the like change nothing of anyone's.
    for role in (Role.INSPECTOR, Role.READER, Role.COUNCILLOR, Role.NEIGHBOUR):
        done = {each.title for each, said in kept.items() if each.role is role and DOES in said}
        assert {title for title in done if not BY_TITLE[title].everyones} == set(), role
    # A refusal and a page that does nothing are told apart from one that is opened.
    assert {*REFUSED, NOTHING_DONE} <= {each for said in kept.values() for each in said.split(", ")}


def test_without_a_second_factor_every_page_sends_on_to_one():
    world = World()
    for role in (each for each in Role if each.told.records):
        client = Client()
        sign_in(client, world.people[role], factor=False)
        given = world.given(Whose.OWN, role)
        for line in (each for each in LINES if not each.program):
            address = line.address.format_map(given)
            answer = client.get(address)
            where = answer.headers.get("location", "")
            assert (role, address, answer.status_code) == (role, address, 302)
            assert where.startswith("/account/2fa/")
