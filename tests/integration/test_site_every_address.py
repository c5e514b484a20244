"""Every address of the site, with nonsense of each kind: no fault of the site, none logged."""

from urllib.parse import quote

import pytest
from django.test import Client

from tests.factories.any_request import INDICATORS, METHODS, QUERIES, World
from tests.factories.nasty import CONTENTS, NAMES, RAW, TEXTS, BadFile

pytestmark = pytest.mark.django_db
_PARTS = 2  # the addresses are swept in so many tests, so that they share out among processes


@pytest.fixture
def world(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return World()


def an_address_of(world, address, number):
    """The address filled with rows there are, another each time."""
    known = INDICATORS if "slug:" in address.route else world.numbers(address)
    return address.filled(known[(number + place) % len(known)] for place in range(address.places))


@pytest.mark.parametrize("part", range(_PARTS))
def test_whatever_is_sent_to_an_address_is_answered(world, part):
    asked = 0
    for number, address in enumerate(world.addresses):
        if number % _PARTS != part:
            continue
        role = world.roles_for(address)[number % len(world.roles_for(address))]
        path = an_address_of(world, address, number)
        text = TEXTS[number * 7 % len(TEXTS)]
        fields = world.fields(role, path)
        world.send(role, "POST", path, dict.fromkeys(fields, text))
        some = {
            name: values[number % len(values)]
            if place % 2
            else TEXTS[(number + place) % len(TEXTS)]
            for place, (name, values) in enumerate(fields.items())
        }
        bad = BadFile(NAMES[number % len(NAMES)], CONTENTS[number % len(CONTENTS)])
        world.send(role, "POST", path, some | ({"file": bad} if "file" in fields else {}))
        world.send(role, "POST", path, raw=RAW[number % len(RAW)])
        world.send(role, METHODS[number % len(METHODS)], path)
        world.send(role, "GET", address.filled([text] * address.places))
        asked += 6
    assert asked > 300


def test_whatever_is_asked_in_a_query_is_answered(world):
    readers = dict.fromkeys(("/", "/figures/", "/returns/", "/returns/came/"), "analyst")
    readers |= dict.fromkeys(("/trail/", "/people/"), "business_unit")
    readers |= {"/agencies/": "analyst", "/schools/": "analyst", "/account/login/": "analyst"}
    readers |= {"/figures/section_47_enquiries/": "analyst", "/api/v1/figures": "analyst"}
    for number, name in enumerate(QUERIES):
        for place, (path, role) in enumerate(readers.items()):
            text = quote(TEXTS[(number * len(readers) + place) % len(TEXTS)], safe="")
            world.send(role, "GET", f"{path}?{name}={text}&{name}=%ff&{name}[]=1")


def test_nothing_is_written_without_the_token_of_a_form(world):
    """What comes from another site, in the browser of someone signed in, is refused."""
    client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    answered = {}
    for address in world.addresses:
        role = world.roles_for(address)[0]
        client.cookies = world.cookies[role]
        path = an_address_of(world, address, 0)
        answered[address.name] = client.post(path, {"a": "b"}).status_code
    # 405: it takes no form at all; 401: a program’s address, which no cookie opens; 404: nothing.
    strange = {name: status for name, status in answered.items() if status not in (401, 403)}
    assert set(strange.values()) <= {404, 405}, strange


def test_a_word_that_is_no_number_is_no_address(world):
    for address in world.addresses:
        if "int:" in address.route or "number:" in address.route:
            for text in ("", "x", "-1", "1.5", "١", "\x00", "2" * 19, "9" * 400):
                path = address.filled([text] * address.places)
                answer = world.send(world.roles_for(address)[0], "GET", path)
                assert answer.status_code in (302, 403, 404, 405), path
