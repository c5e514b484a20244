"""Every write about tokens: making one, ending one, and that one was used on a day."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.api.models import Token
from goldenthread_site.api.permissions import check_end, check_make
from goldenthread_site.api.rules import check_last_day, digest_of, fresh
from goldenthread_site.directory.standing import Standing
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record


@transaction.atomic
def make(
    *, by: Acting, standing: Standing, name: str, last_day: date, true_counts: bool
) -> tuple[Token, str]:
    """A token and its secret, which is kept nowhere. Raises RefusedError, NotAllowedError."""
    check_make(standing, true_counts=true_counts)
    check_last_day(last_day, standing.today)
    if by.person is None or standing.partnership is None:
        raise RefusedError("Only a person makes a token, for a partnership.")
    named = {"person": by.person, "partnership": standing.partnership, "name": name.strip()}
    if Token.objects.filter(**named, ended_at__isnull=True).exists():
        raise RefusedError("You have a token of this name: end it first, or choose another", "name")
    secret = fresh()
    token = Token.objects.create(
        **named, digest=digest_of(secret), last_day=last_day, true_counts=true_counts
    )
    _note(by, "token made", token)
    return token, secret


@transaction.atomic
def end(*, by: Acting, standing: Standing, token: Token, why: str = "") -> None:
    """It reads nothing from now on. Raises NotAllowedError; RefusedError where it has ended."""
    found = Token.objects.select_for_update().get(pk=token.pk)
    check_end(standing, found)
    if found.ended_at is not None:
        raise RefusedError("This token has ended already.")
    found.ended_at, found.ended_by = timezone.now(), by.person
    found.save(update_fields=["ended_at", "ended_by"])
    _note(by, "token ended", found, why)


def note_use(*, by: Acting, token: Token, today: date) -> None:
    """Write down the first use of a day; later ones change nothing."""
    if token.last_used == today:
        return
    with transaction.atomic():
        earlier = Q(last_used__isnull=True) | Q(last_used__lt=today)
        if Token.objects.filter(earlier, pk=token.pk).update(last_used=today):
            _note(by, "token used", token)


def _note(by: Acting, action: str, token: Token, why: str = "") -> None:
    record(
        by=by,
        action=action,
        about=token,
        partnership=token.partnership_id,
        why=why,
        detail={"until": token.last_day.isoformat(), "true_counts": token.true_counts},
    )
