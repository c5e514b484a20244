"""A stand-in for an organisation's own sign-in: OpenID Connect, authorization code with PKCE."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT, SECRET = "golden-thread", "a made-up secret"


def _part(told: object) -> str:
    """One of a token's three. Its signature is not looked at: the site fetched it itself."""
    return base64.urlsafe_b64encode(json.dumps(told).encode()).decode().rstrip("=")


@dataclass
class Provider:
    """Says that whoever asks is this person; ``asked`` keeps what the site sent."""

    person: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, dict[str, str]] = field(default_factory=dict)
    address: str = ""

    def answer(self, path: str, given: dict[str, str], bearer: str) -> tuple[int, dict[str, Any]]:
        """One request and its answer; a redirect has its place under ``to``."""
        if path.endswith("/.well-known/openid-configuration"):
            names = ("authorization", "token", "userinfo")
            places = {f"{each}_endpoint": f"{self.address}/{each}" for each in names}
            return 200, {"issuer": self.address, "jwks_uri": f"{self.address}/keys", **places}
        if path == "/authorization":
            self.asked["authorization"] = given
            back = urlencode({"code": "a-code", "state": given["state"]})
            return 302, {"to": f"{given['redirect_uri']}?{back}"}
        if path == "/token":
            self.asked["token"] = given
            challenge = base64.urlsafe_b64encode(
                hashlib.sha256(given["code_verifier"].encode()).digest()
            )
            right = (
                given["code"] == "a-code"
                and (given["client_id"], given["client_secret"]) == (CLIENT, SECRET)
                and challenge.decode().rstrip("=")
                == self.asked["authorization"]["code_challenge"].rstrip("=")
            )
            if not right:
                return 400, {"error": "invalid_grant"}
            now = int(time.time())
            told = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 60, **self.person}
            parts = (_part({"alg": "HS256", "typ": "JWT"}), _part(told), _part("unsigned"))
            return 200, {
                "access_token": "a-token",
                "token_type": "Bearer",
                "id_token": ".".join(parts),
            }
        if path == "/userinfo" and bearer == "Bearer a-token":
            return 200, self.person
        return 404, {}


@contextmanager
def identity_provider() -> Iterator[Provider]:
    """Serve one on this machine for as long as the block lasts."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(urlsplit(self.path).query)

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["content-length"])).decode())

        def _answer(self, text: str) -> None:
            given = {name: values[0] for name, values in parse_qs(text).items()}
            bearer = self.headers.get("authorization", "")
            status, said = provider.answer(urlsplit(self.path).path, given, bearer)
            body = json.dumps(said).encode()
            self.send_response(status)
            if status == 302:
                self.send_header("location", said["to"])
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    provider.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
