"""Seals short secrets before they are kept in the database, and opens them again.

Who holds a copy of the database, or a backup of it, cannot make anyone’s codes. The keys come from
the environment: the first seals, every one opens, so that a new key can be put before the old one.
"""

import base64
import hashlib
from functools import cache

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_MARK = "sealed"


class SealError(Exception):
    """Something sealed cannot be opened here. The message names the key that is missing."""


def seal(text: str) -> str:
    """Sealed under the first key, whose name stands before it."""
    name, key = next(iter(_keys().items()))
    return f"{_MARK}:{name}:{key.encrypt(text.encode()).decode('ascii')}"


def unseal(sealed: str) -> str:
    """What was sealed. Raises SealError where no key opens it, or it was tampered with."""
    name, token = name_and_token(sealed)
    if name not in _keys():
        raise SealError(
            f"This was sealed under the key {name}, and GOLDENTHREAD_SEALS has no such key. Put it"
            " back, after the one in use."
        )
    try:
        return _keys()[name].decrypt(token.encode()).decode()
    except InvalidToken as wrong:
        raise SealError(f"What was sealed under the key {name} has been changed.") from wrong


def name_and_token(sealed: str) -> tuple[str, str]:
    """The name of the key something is sealed under, and the rest. Raises SealError."""
    parts = sealed.split(":")
    if len(parts) != 3 or parts[0] != _MARK:
        raise SealError("This was never sealed, or was changed.")
    return parts[1], parts[2]


def is_sealed(text: str) -> bool:
    """True for what was sealed, under whatever key."""
    return text.startswith(f"{_MARK}:") and text.count(":") == 2


def key_names() -> list[str]:
    """The names of the keys there are here, the one in use first. They give nothing away."""
    return list(_keys())


def _keys() -> dict[str, Fernet]:
    return _made(tuple(settings.SEALS))


@cache
def _made(secrets: tuple[str, ...]) -> dict[str, Fernet]:
    """The keys by name, the first first. Made of the secrets, and unlike anything else that is."""
    made = {}
    for secret in secrets:
        key = HKDF(SHA256(), length=32, salt=None, info=b"golden thread: sealing").derive(
            secret.encode()
        )
        name = hashlib.sha256(b"golden thread: name of a key" + key).hexdigest()[:8]
        made[name] = Fernet(base64.urlsafe_b64encode(key))
    return made
