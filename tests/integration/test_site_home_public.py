"""What the public is shown: a quick way out on every page, cookies as they are, no other."""

from datetime import date

import pytest
from django.test import Client

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.example.loading import PASSWORD, load_example
from goldenthread_site.home.views import COOKIES

pytestmark = pytest.mark.django_db
PUBLIC = (
    "/",
    "/accessibility/",
    "/cookies/",
    "/account/roles/",
    "/account/login/",
    "/account/password/reset/",
)
EXIT = "govuk-exit-this-page"


@pytest.mark.parametrize("path", PUBLIC)
def test_every_public_page_has_a_quick_way_out_and_the_footer(client: Client, path: str):
    page = client.get(path).content.decode()
    assert page.count(f'class="{EXIT}"') == 1
    for link in ("/accessibility/", "/cookies/"):
        assert f'href="{link}"' in page


def test_nobody_who_is_signed_in_is_offered_it(client: Client):
    accounts = dict(load_example(date(2026, 11, 21)))
    typed = {"login": accounts[Role.READER], "password": PASSWORD}
    client.get("/account/login/")
    client.post("/account/login/", typed)
    assert EXIT not in client.get("/accessibility/").content.decode()
    given = set(client.cookies)
    assert {"sessionid", "csrftoken"} <= given <= {name for name, _, _ in COOKIES}
