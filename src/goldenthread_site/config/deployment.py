"""What one deployment says of itself, read from its environment and nowhere else."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# Seconds that a thread keeps its connection: to open one costs as much as a page asks, and with it
# go the plans that PostgreSQL has made on it.
_KEPT_OPEN = 600
_SQLITE = {
    # A writer takes its turn at the start of its transaction and waits for it, so that two people
    # who save at once both succeed; readers never wait (write-ahead log).
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON",
}
_POSTGRESQL = {
    # With rules of who reads which rows, most questions take longer to plan than to answer: what
    # a connection is asked a third time stays planned. For that the database puts the values in.
    "server_side_binding": True,
    "prepare_threshold": 2,
}


@dataclass(frozen=True, slots=True)
class Deployment:
    """``home`` holds all that the site keeps: database, uploads, keys. ``example`` is a trial.

    ``mail`` are Django's own settings for letters: a server, or a folder where none is named.
    ``proxies`` are networks whose word on where a request comes from is taken; ``seals`` the
    secrets that fields of the database are sealed with, the one in use first.
    """

    home: Path
    secret_key: str
    hosts: tuple[str, ...]
    database: Mapping[str, Any]
    mail: Mapping[str, Any]
    proxies: tuple[str, ...]
    seals: tuple[str, ...]
    example: bool


def deployment(environment: Mapping[str, str] = os.environ) -> Deployment:
    """Read ``GOLDENTHREAD_HOME``, ``_SECRET_KEY``, ``_SEALS``, ``_HOSTS``, ``_PROXIES``,
    ``_DATABASE`` and ``_MAIL``.

    With none of them it is the example: SQLite in ``build/site``, for this machine only, with a key
    of its own. Raises ImproperlyConfigured where a deployment leaves out what it must say.
    """
    said = environment.get("GOLDENTHREAD_HOSTS", "").split(",")
    hosts = tuple(each.strip() for each in said if each.strip())
    home = Path(environment.get("GOLDENTHREAD_HOME", "build/site")).absolute()
    key = environment.get("GOLDENTHREAD_SECRET_KEY", "")
    if hosts and len(key) < 50:
        raise ImproperlyConfigured(
            "Set GOLDENTHREAD_SECRET_KEY to a long random text (50 characters or more) and keep it"
            " out of the repository; GOLDENTHREAD_HOSTS says that others will use this site."
        )
    key = key or _own_key(home)
    return Deployment(
        home=home,
        secret_key=key,
        hosts=hosts,
        database=_database(environment.get("GOLDENTHREAD_DATABASE", ""), home),
        mail=_mail(environment.get("GOLDENTHREAD_MAIL", ""), home),
        proxies=_proxies(environment.get("GOLDENTHREAD_PROXIES"), example=not hosts),
        seals=_seals(environment.get("GOLDENTHREAD_SEALS", ""), key),
        example=not hosts,
    )


def _own_key(home: Path) -> str:
    """The example's key: made once, and kept so that nobody is signed out by a restart."""
    place = home / "secret-key"
    if not place.exists():
        home.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_text(secrets.token_urlsafe(60), encoding="ascii")
    return place.read_text(encoding="ascii")


def _proxies(said: str | None, *, example: bool) -> tuple[str, ...]:
    """Networks and addresses; this machine's own where nothing is said, in a trial nobody."""
    if said is None:
        return () if example else ("127.0.0.1/32", "::1/128")
    found = tuple(each.strip() for each in said.split(",") if each.strip())
    for each in found:
        try:
            if each != "unix":
                ip_network(each)
        except ValueError as wrong:
            raise ImproperlyConfigured(
                f"GOLDENTHREAD_PROXIES are addresses or networks of reverse proxies, such as"
                f" 10.0.0.5 or 172.28.0.0/24, with commas between, or unix: {wrong}"
            ) from wrong
    return found


def _seals(said: str, key: str) -> tuple[str, ...]:
    """What is said, and the secret key last: what was sealed before anything was said opens."""
    found = tuple(each.strip() for each in said.split(",") if each.strip())
    if any(len(each) < 32 for each in found):
        raise ImproperlyConfigured(
            "GOLDENTHREAD_SEALS are long random texts (32 characters or more), with commas between:"
            " the one in use first, then those that older rows were sealed with"
        )
    return (*found, key)


def _database(address: str, home: Path) -> dict[str, Any]:
    if not address:
        home.mkdir(parents=True, exist_ok=True)
        name = str(home / "site.sqlite3")
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": name,
            "OPTIONS": dict(_SQLITE),
            "CONN_MAX_AGE": _KEPT_OPEN,
        }
    parts = urlsplit(address)
    named = parts.scheme in ("postgresql", "postgres") and parts.path.strip("/")
    if not named or not _has_port(parts):
        raise ImproperlyConfigured(
            "GOLDENTHREAD_DATABASE is an address like postgresql://name:password@host:5432/database"
        )
    return {
        "ENGINE": "goldenthread_site.barrier.backend",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # A host in the query is a folder with the server's socket in it, as libpq has it.
        "HOST": parse_qs(parts.query).get("host", [unquote(parts.hostname or "")])[0],
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": _KEPT_OPEN,
        "OPTIONS": dict(_POSTGRESQL),
    }


def _has_port(parts: SplitResult) -> bool:
    """Whether the port, where one is named, is a number that can be one."""
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def _mail(address: str, home: Path) -> dict[str, Any]:
    """Letters go to a server, or lie in a folder where none is named: on a trial one reads them."""
    backends = "django.core.mail.backends"
    if not address:
        return {
            "EMAIL_BACKEND": f"{backends}.filebased.EmailBackend",
            "EMAIL_FILE_PATH": home / "emails",
        }
    parts = urlsplit(address)
    if parts.scheme.startswith("notify"):
        return _notify(parts)
    sender = parse_qs(parts.query).get("from", [""])[0]
    if (
        parts.scheme not in ("smtp", "smtps")
        or not parts.hostname
        or "@" not in sender
        or not _has_port(parts)
    ):
        raise ImproperlyConfigured(
            "GOLDENTHREAD_MAIL is an address like smtp://name:password@host:587?from=ADDRESS (smtps"
            " for a server that is encrypted from the start); from is whom letters come from"
        )
    implicit = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": f"{backends}.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if implicit else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": implicit,
        "EMAIL_USE_TLS": not implicit,
        "EMAIL_TIMEOUT": 20,
        "DEFAULT_FROM_EMAIL": sender,
    }


def _notify(parts: SplitResult) -> dict[str, Any]:
    """GOV.UK Notify, over HTTPS; without it only on this machine, for a stand-in."""
    template, key = parts.path.strip("/"), parse_qs(parts.query).get("key", [""])[0]
    here = parts.scheme == "notify+http" and parts.hostname in ("127.0.0.1", "localhost")
    if not (parts.scheme == "notify" or here) or not parts.netloc or not template or not key:
        raise ImproperlyConfigured(
            "GOLDENTHREAD_MAIL for GOV.UK Notify is an address like"
            " notify://api.notifications.service.gov.uk/TEMPLATE-ID?key=API-KEY"
        )
    return {
        "EMAIL_BACKEND": "goldenthread_site.config.notify.Notify",
        "NOTIFY_SERVER": f"{'http' if here else 'https'}://{parts.netloc}",
        "NOTIFY_TEMPLATE": template,
        "NOTIFY_KEY": key,
    }
