"""Only a trusted proxy says where a request comes from; what anyone else says is forgotten."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from goldenthread_site.accounts.proxies import TOLD, ThroughTrustedProxies, client_of, is_trusted
from goldenthread_site.config.deployment import deployment

OURS = ("10.0.0.0/8", "fd00::/8")


def heard(settings, sender: str, trusted=OURS, **headers: str) -> HttpRequest:
    """The request as everything behind the middleware reads it."""
    settings.TRUSTED_PROXIES = trusted
    asked = RequestFactory(REMOTE_ADDR=sender).get("/", headers=headers)
    seen: list[HttpRequest] = []

    def respond(request: HttpRequest) -> HttpResponse:
        seen.append(request)
        return HttpResponse()

    ThroughTrustedProxies(respond)(asked)
    return seen[0]


@pytest.mark.parametrize(
    ("sender", "forwarded", "client"),
    [
        ("10.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("10.0.0.1", "", "10.0.0.1"),  # the proxy asks for itself: a health check
        ("10.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),  # the first is the client's lie
        ("10.0.0.1", "203.0.113.7, 10.0.0.2", "203.0.113.7"),  # two proxies of ours
        (
            "10.0.0.1",
            "10.9.9.9, 203.0.113.7, 10.0.0.2",
            "203.0.113.7",
        ),  # a lie like ours
        ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
        ("10.0.0.1", "203.0.113.7:51234", "203.0.113.7"),
        ("10.0.0.1", "[2001:db8::7]:51234", "2001:db8::7"),
        ("10.0.0.1", "203.0.113.7, nonsense", "10.0.0.1"),
        ("fd00::1", "2001:db8::7", "2001:db8::7"),
        ("::ffff:10.0.0.1", "203.0.113.7", "203.0.113.7"),
    ],
)
def test_the_last_address_that_is_not_ours_is_the_clients(settings, sender, forwarded, client):
    assert client_of(sender, forwarded, OURS) == client
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    assert heard(settings, sender, **headers).META["REMOTE_ADDR"] == client


@pytest.mark.parametrize("sender", ["203.0.113.9", "", "nonsense"])
def test_what_is_forged_from_outside_is_forgotten(settings, sender):
    request = heard(
        settings,
        sender,
        **{
            "x-forwarded-for": "10.0.0.5",
            "x-forwarded-proto": "https",
            "x-forwarded-host": "other.example",
            "x-real-ip": "10.0.0.5",
            "forwarded": "for=10.0.0.5;proto=https",
        },
    )
    assert request.META["REMOTE_ADDR"] == sender
    assert not set(TOLD) & set(request.META)
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert not request.is_secure()


def test_that_the_client_spoke_https_is_believed_of_a_proxy_of_ours(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    request = heard(settings, "10.0.0.1", **{"x-forwarded-proto": "https"})
    assert request.is_secure()
    assert request.META["REMOTE_ADDR"] == "10.0.0.1"


def test_a_socket_of_this_machine_is_trusted_only_where_it_is_named():
    assert is_trusted("", ("unix",))
    assert not is_trusted("", OURS)
    assert not is_trusted("203.0.113.7", ("unix",))


def test_a_deployment_names_its_proxies(tmp_path):
    def told(**more: str) -> tuple[str, ...]:
        home = {"GOLDENTHREAD_HOME": str(tmp_path), "GOLDENTHREAD_SECRET_KEY": "k" * 60}
        return deployment(home | more).proxies

    real = {"GOLDENTHREAD_HOSTS": "site.example"}
    assert told() == ()
    assert told(**real) == ("127.0.0.1/32", "::1/128")
    assert told(**real, GOLDENTHREAD_PROXIES="") == ()
    assert told(**real, GOLDENTHREAD_PROXIES="10.0.0.5, 172.28.0.0/24,unix") == (
        "10.0.0.5",
        "172.28.0.0/24",
        "unix",
    )
    with pytest.raises(ImproperlyConfigured, match="GOLDENTHREAD_PROXIES"):
        told(**real, GOLDENTHREAD_PROXIES="the proxy")
