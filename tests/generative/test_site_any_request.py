"""Requests that nobody thought of: any address, as anyone, with anything in it; no fault, ever."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.any_request import INDICATORS, METHODS, QUERIES, World
from tests.factories.cases import cases
from tests.factories.nasty import CONTENTS, NAMES, RAW, TEXTS, BadFile

pytestmark = pytest.mark.django_db

_TEXTS = st.sampled_from(TEXTS) | st.text(max_size=60)
_FILES = st.builds(
    BadFile, st.sampled_from(NAMES), st.sampled_from(CONTENTS) | st.binary(max_size=300)
)
_HEADERS = st.dictionaries(
    st.sampled_from(
        ("Referer", "HX-Request", "Authorization", "Accept-Language", "X-Forwarded-For", "Accept")
    ),
    st.sampled_from(("http://[x", "Bearer x", "http://localhost/returns/", "x" * 9000))
    | st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=30),
    max_size=2,
)


@pytest.fixture
def world(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return World()


@settings(
    max_examples=cases(quick=120, soak=6000),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_request_is_answered(world, data):
    address = data.draw(st.sampled_from(world.addresses), label="address")
    anyone = list(world.cookies)
    role = data.draw(st.sampled_from(world.roles_for(address) * 3 + anyone), label="role")
    known = list(INDICATORS) if "slug:" in address.route else world.numbers(address)
    part = st.sampled_from(known) | st.sampled_from(known) | _TEXTS
    path = address.filled(data.draw(part, label="part") for _ in range(address.places))
    headers = data.draw(st.just({}) | _HEADERS, label="headers")
    method = data.draw(st.just("POST") | st.sampled_from(METHODS), label="method")
    if method != "POST":
        names = st.sampled_from(QUERIES) | _TEXTS
        pairs = data.draw(st.lists(st.tuples(names, _TEXTS), max_size=4), label="query")
        query = "&".join(f"{_quoted(name)}={_quoted(text)}" for name, text in pairs)
        world.send(role, method, f"{path}?{query}", headers=headers)
        return
    if raw := data.draw(st.none() | st.none() | st.sampled_from(RAW), label="raw"):
        world.send(role, "POST", path, raw=raw, headers=headers)
        return
    form = {}
    for name, values in world.fields(role, path).items():
        value = st.sampled_from(values)
        form[name] = data.draw(
            value | value | _TEXTS | st.lists(_TEXTS | value, max_size=3) | _FILES, label=name
        )
    world.send(role, "POST", path, form, headers=headers)


def _quoted(text):
    return quote(text.encode("utf-8", "replace"), safe="")
