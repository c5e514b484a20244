"""Letters by GOV.UK Notify, for partnerships whose council sends its letters that way.

The service needs one template there, of an email, whose subject is ``((subject))`` and whose
message is ``((body))``.
"""

import base64
import hashlib
import hmac
import json
import re
import time
from collections.abc import Sequence
from typing import Any

import httpx
from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

_PATIENCE = 20  # seconds
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
KEY = re.compile(rf".*?({_UUID})-({_UUID})", re.IGNORECASE)


class NotifyError(OSError):
    """A letter was not taken. The message says what Notify answered, and not whom it was for."""


class Notify(BaseEmailBackend):
    """Sends each letter to each of its addresses, one request each."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """How many letters went out. Raises NotifyError for one that did not, unless silent."""
        sent = 0
        with httpx.Client(base_url=settings.NOTIFY_SERVER, timeout=_PATIENCE) as client:
            for message in email_messages:
                try:
                    for address in message.recipients():
                        _send(client, message, address)
                except NotifyError:
                    if not self.fail_silently:
                        raise
                else:
                    sent += bool(message.recipients())
        return sent


def _send(client: httpx.Client, message: EmailMessage, address: str) -> None:
    if message.attachments:
        raise NotifyError("GOV.UK Notify takes no attachments as letters have them.")
    asked = {
        "email_address": address,
        "template_id": settings.NOTIFY_TEMPLATE,
        "personalisation": {"subject": message.subject, "body": message.body},
    }
    token = {"Authorization": f"Bearer {token_of(settings.NOTIFY_KEY, int(time.time()))}"}
    try:
        answer = client.post("/v2/notifications/email", json=asked, headers=token)
    except httpx.HTTPError as wrong:
        raise NotifyError(f"GOV.UK Notify does not answer ({type(wrong).__name__}).") from wrong
    if answer.status_code != 201:
        raise NotifyError(f"GOV.UK Notify answered {answer.status_code}: {_why(answer)}")


def _why(answer: httpx.Response) -> str:
    try:
        errors: list[dict[str, Any]] = answer.json()["errors"]
        return "; ".join(f"{each['error']}: {each['message']}" for each in errors)
    except (ValueError, KeyError, TypeError):
        return "and did not say why"


def token_of(key: str, now: int) -> str:
    """What says who asks: the service’s number and the time, signed with the key’s secret half."""
    found = KEY.fullmatch(key)
    if found is None:
        raise NotifyError("The API key is not one of GOV.UK Notify’s.")
    service, secret = found.groups()
    head = _part({"typ": "JWT", "alg": "HS256"})
    claims = _part({"iss": service, "iat": now})
    signed = hmac.new(secret.encode(), f"{head}.{claims}".encode(), hashlib.sha256).digest()
    return f"{head}.{claims}.{_plain(signed)}"


def _part(value: dict[str, Any]) -> str:
    return _plain(json.dumps(value, separators=(",", ":")).encode())


def _plain(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")
