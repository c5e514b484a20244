"""Where a request comes from, told by a reverse proxy that is trusted and by nobody else.

Whoever sends a request may write any address into its headers. Only what the deployment’s own
proxies added is believed: the last address that is not one of theirs.
"""

from collections.abc import Callable, Sequence
from ipaddress import (
    IPv4Address,
    IPv6Address,
    ip_address,
    ip_network,
)

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Address = IPv4Address | IPv6Address
# What a proxy may say. From anyone else it is taken away before anything reads it.
TOLD = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_FORWARDED",
    "HTTP_X_REAL_IP",
)
SOCKET = "unix"  # a proxy that reaches the site by a socket of this machine has no address


class ThroughTrustedProxies:
    """Puts the client’s own address where everything looks for it; stands before all others."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Believe a trusted proxy; forget what anyone else says of where it comes from."""
        meta, trusted = request.META, settings.TRUSTED_PROXIES
        if is_trusted(meta.get("REMOTE_ADDR", ""), trusted):
            meta["REMOTE_ADDR"] = client_of(
                meta.get("REMOTE_ADDR", ""), meta.get("HTTP_X_FORWARDED_FOR", ""), trusted
            )
            read = {"HTTP_X_FORWARDED_PROTO"}
        else:
            read = set()
        for name in set(TOLD) - read:
            meta.pop(name, None)
        return self.respond(request)


def is_trusted(address: str, trusted: Sequence[str]) -> bool:
    """True for an address within these networks; for none at all where sockets are trusted."""
    if not address:
        return SOCKET in trusted
    read = read_address(address)
    return read is not None and any(read in ip_network(each) for each in trusted if each != SOCKET)


def client_of(sender: str, forwarded: str, trusted: Sequence[str]) -> str:
    """Who asked the outermost proxy that is trusted; the sender itself where that is not told.

    What stands further left in ``forwarded`` was said by the client, and may be anything.
    """
    for each in reversed(forwarded.split(",")):
        read = read_address(each)
        if read is None:
            break
        sender = str(read)
        if not is_trusted(sender, trusted):
            break
    return sender


def read_address(text: str) -> Address | None:
    """An address as proxies write it, some with a port; None for anything else."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        read = ip_address(text)
    except ValueError:
        return None
    return getattr(read, "ipv4_mapped", None) or read
