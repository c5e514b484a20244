"""Letters by GOV.UK Notify, held against a stand-in that checks tokens with another library."""

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import jwt
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, get_connection

from goldenthread_site.config.deployment import deployment
from goldenthread_site.config.notify import NotifyError, token_of

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY, TEMPLATE = f"made-up-{SERVICE}-{SECRET}", "f33517ff-2a88-4f6e-b855-c550268ce08a"


class StandIn:
    """What was asked of it, and what it answers next."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.address = f"127.0.0.1:{server.server_port}"
        self.asked: list[tuple[str, dict]] = []
        self.claims: list[dict] = []
        self.answer: tuple[int, object] = (201, {"id": "made-up"})


@pytest.fixture
def notify() -> Iterator[StandIn]:
    class Asked(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            token = self.headers["Authorization"].removeprefix("Bearer ")
            status, told = there.answer
            try:
                there.claims.append(jwt.decode(token, SECRET, ["HS256"]))
            except jwt.InvalidTokenError as wrong:
                told = {"errors": [{"error": "AuthError", "message": str(wrong)}]}
                status = 403
            there.asked.append((self.path, body))
            answer = told if isinstance(told, bytes) else json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *given: object) -> None:
            """Nothing on the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    there = StandIn(server)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield there
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def by_notify(notify, settings, tmp_path) -> StandIn:
    address = f"notify+http://{notify.address}/{TEMPLATE}?key={KEY}"
    told = deployment({"GOLDENTHREAD_HOME": str(tmp_path), "GOLDENTHREAD_MAIL": address}).mail
    for name, value in told.items():
        setattr(settings, name, value)
    return notify


def a_letter(**more) -> EmailMessage:
    given = {"subject": "A return is due", "body": "By 5 April.\n\nhttps://site.example/"}
    return EmailMessage(**{**given, "to": ["lead@police.example"], **more})


def test_a_letter_goes_to_each_address_with_its_words(by_notify):
    letter = a_letter(to=["lead@police.example", "deputy@police.example"])
    assert get_connection().send_messages([letter]) == 1
    assert [path for path, _ in by_notify.asked] == ["/v2/notifications/email"] * 2
    first, second = (body for _, body in by_notify.asked)
    assert first == {
        "email_address": "lead@police.example",
        "template_id": TEMPLATE,
        "personalisation": {
            "subject": "A return is due",
            "body": "By 5 April.\n\nhttps://site.example/",
        },
    }
    assert second["email_address"] == "deputy@police.example"
    claims = by_notify.claims[0]
    assert claims["iss"] == SERVICE
    assert abs(claims["iat"] - time.time()) < 30


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (
            (400, {"errors": [{"error": "BadRequestError", "message": "Missing: body"}]}),
            "answered 400: BadRequestError: Missing: body",
        ),
        ((429, {"errors": [{"error": "TooManyRequestsError", "message": "Wait"}]}), "answered 429"),
        ((503, b"<html>"), "answered 503: and did not say why"),
    ],
)
def test_a_letter_that_is_not_taken_is_a_fault_unless_silent(by_notify, answer, says):
    by_notify.answer = answer
    with pytest.raises(NotifyError, match=says) as refused:
        get_connection().send_messages([a_letter()])
    assert "police.example" not in str(refused.value)
    assert get_connection(fail_silently=True).send_messages([a_letter()]) == 0


def test_a_server_that_is_not_there_and_an_attachment_are_faults_too(by_notify, settings):
    with_file = a_letter()
    with_file.attach("a.csv", "1,2", "text/csv")
    with pytest.raises(NotifyError, match="no attachments"):
        get_connection().send_messages([with_file])
    settings.NOTIFY_SERVER = "http://127.0.0.1:9"
    with pytest.raises(NotifyError, match="does not answer"):
        get_connection().send_messages([a_letter()])


def test_another_key_is_refused(by_notify, settings):
    settings.NOTIFY_KEY = f"made-up-{SERVICE}-{SERVICE}"
    with pytest.raises(NotifyError, match="answered 403: AuthError"):
        get_connection().send_messages([a_letter()])
    with pytest.raises(NotifyError, match="not one of"):
        token_of("no key at all", 0)


@pytest.mark.parametrize(
    "address",
    [
        f"notify://api.example/?key={KEY}",
        f"notify://api.example/{TEMPLATE}",
        f"notify+http://api.example/{TEMPLATE}?key={KEY}",
        f"notify:///{TEMPLATE}?key={KEY}",
    ],
)
def test_an_address_in_part_or_without_https_is_refused(tmp_path, address):
    with pytest.raises(ImproperlyConfigured, match="TEMPLATE-ID"):
        deployment({"GOLDENTHREAD_HOME": str(tmp_path), "GOLDENTHREAD_MAIL": address})
