"""Which rows hold something sealed: to say what keys a backup needs, and to seal with a new key.

A room that seals fields of its own says so once, in its ``apps.py``::

    holds_sealed("trail.RecordRequest", _texts_of, _set)
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db import models, transaction

from goldenthread_site.accounts.models import KeptTyping
from goldenthread_site.accounts.sealing import key_names, name_and_token, seal, unseal

Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Holder:
    """``texts``: what is sealed in a row. ``changed``: put each through a function, unsaved."""

    label: str
    texts: Callable[[Any], list[str]]
    changed: Callable[[Any, Change], None]

    def rows(self) -> Iterator[models.Model]:
        """Every row of the table, in order."""
        yield from apps.get_model(self.label)._base_manager.order_by("pk").iterator(500)


_HOLDERS: dict[str, Holder] = {}


def holds_sealed(
    label: str, texts: Callable[[Any], list[str]], changed: Callable[[Any, Change], None]
) -> None:
    """Say that rows of a table hold something sealed."""
    _HOLDERS[label] = Holder(label, texts, changed)


def names_used() -> list[str]:
    """The names of the keys that some row is sealed under."""
    return sorted(
        {
            name_and_token(text)[0]
            for holder in _HOLDERS.values()
            for row in holder.rows()
            for text in holder.texts(row)
        }
    )


@transaction.atomic
def reseal() -> int:
    """Seal under the key in use whatever is sealed under another; how many rows that were.

    All or nothing. Raises SealError where a key is missing.
    """
    now, done = key_names()[0], 0
    for holder in _HOLDERS.values():
        for row in holder.rows():
            if all(name_and_token(text)[0] == now for text in holder.texts(row)):
                continue
            held = type(row)._base_manager.select_for_update().get(pk=row.pk)
            holder.changed(held, lambda text: seal(unseal(text)))
            held.save()
            done += 1
    return done


# What the sign-in library seals by its adapter: the secret of an app, the seed of recovery codes.
_NAMES = ("secret", "seed")


def _texts_of_authenticator(row: Authenticator) -> list[str]:
    return [row.data[name] for name in _NAMES if name in row.data]


def _changed_authenticator(row: Authenticator, change: Change) -> None:
    row.data |= {name: change(row.data[name]) for name in _NAMES if name in row.data}


def _set_typing(row: KeptTyping, change: Change) -> None:
    row.sealed = change(row.sealed)


holds_sealed("mfa.Authenticator", _texts_of_authenticator, _changed_authenticator)
holds_sealed("accounts.KeptTyping", lambda row: [row.sealed], _set_typing)
