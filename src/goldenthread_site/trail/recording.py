"""Adds to the trail, within the transaction of what it tells of, so that both stand or fall."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Content, Head, Link


@transaction.atomic
def record(
    *,
    by: Acting,
    action: str,
    about: models.Model,
    partnership: int | None = None,
    why: str = "",
    detail: Mapping[str, Any] | None = None,
) -> Link:
    """Write down one thing done. ``detail`` holds what changed, never a row's personal content.

    ``action`` is a verb and its thing, "return submitted". Returns the new link.
    """
    head, _ = Head.objects.select_for_update().get_or_create(pk=1)
    content = Content(
        who=by.name, why=why, place=by.where, detail=dict(detail or {}), salt=secrets.token_hex(16)
    )
    link = Link(
        number=head.number + 1,
        at=timezone.now(),
        action=action,
        about_kind=about._meta.label_lower,
        about_id=str(about.pk),
        partnership=partnership,
        person=by.person.pk if by.person else None,
        job=by.job,
        content_digest=digest_of_content(content),
        previous=head.digest,
    )
    link.digest = digest_of_link(link)
    link.save()
    content.link = link
    content.save()
    Head.objects.filter(pk=1).update(number=link.number, digest=link.digest)
    return link


def digest_of_content(content: Content) -> str:
    """Salted, so that erased words cannot be found again by guessing them."""
    told = [content.salt, content.who, content.why, content.place, content.detail]
    return _digest(told)


def digest_of_link(link: Link) -> str:
    """What the next link holds on to."""
    return _digest(
        [
            link.number,
            _moment(link.at),
            link.action,
            link.about_kind,
            link.about_id,
            link.partnership,
            link.person,
            link.job,
            link.content_digest,
            link.previous,
        ]
    )


def _digest(told: object) -> str:
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _moment(at: datetime) -> str:
    return at.astimezone(timezone.get_fixed_timezone(0)).isoformat(timespec="microseconds")
