"""Groups with their terms, posts, and who holds them."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import models, transaction

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.directory.models import Agency, Group, Holding, Partnership, Post
from goldenthread_site.directory.rules import day_before
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record


@transaction.atomic
def add_group(
    *,
    by: Acting,
    partnership: Partnership,
    name: str,
    terms: str,
    shared_with: Sequence[Partnership] = (),
) -> Group:
    """A new group. Raises RefusedError where the partnership has one of that name."""
    _refuse_known(partnership, name)
    group = Group.objects.create(partnership=partnership, name=name, terms=terms)
    group.shared_with.set(shared_with)
    shared = [each.name for each in shared_with]
    _tell(by, "group added", group, partnership.pk, {"shared_with": shared})
    return group


@transaction.atomic
def change_group(
    *,
    by: Acting,
    group: Group,
    name: str,
    terms: str,
    shared_with: Sequence[Partnership],
    ended: date | None,
) -> None:
    """Its name, its terms, who shares it, its last day. Raises RefusedError for a name taken."""
    if group.name.casefold() != name.casefold():
        _refuse_known(group.partnership, name)
    told = {
        "from": group.name,
        "to": name,
        "terms": group.terms != terms,
        "ended": ended.isoformat() if ended else None,
        "shared_with": [each.name for each in shared_with],
    }
    group.name, group.terms, group.ended = name, terms, ended
    group.save(update_fields=["name", "terms", "ended"])
    group.shared_with.set(shared_with)
    _tell(by, "group changed", group, group.partnership_id, told)


@transaction.atomic
def add_post(*, by: Acting, partnership: Partnership, place: Agency | Group, title: str) -> Post:
    """A post in an agency or a group."""
    where = {"agency": place} if isinstance(place, Agency) else {"group": place}
    post = Post.objects.create(title=title, **where)
    _tell(by, "post added", post, partnership.pk, {"place": place.name})
    return post


@transaction.atomic
def give_post(
    *, by: Acting, partnership: Partnership, post: Post, person: Person, since: date
) -> Holding:
    """Someone holds it from a day; whoever held it until then does so until the day before.

    Raises RefusedError where the one before began on that day or later.
    """
    Post.objects.select_for_update().get(pk=post.pk)
    still = post.holdings.filter(models.Q(until__isnull=True) | models.Q(until__gte=since))
    if still.filter(since__gte=since).exists():
        raise RefusedError("Someone holds this post from that day or later: enter a later day.")
    still.update(until=day_before(since))
    made = Holding.objects.create(post=post, person=person, since=since)
    told = {"place": _place(post).name, "since": since.isoformat()}
    _tell(by, "post given", post, partnership.pk, {**told, "person": person.pk})
    return made


@transaction.atomic
def end_holding(*, by: Acting, partnership: Partnership, post: Post, until: date) -> None:
    """Nobody holds it after that day. Raises RefusedError where nobody holds it then."""
    held = post.holdings.filter(
        models.Q(until__isnull=True) | models.Q(until__gt=until), since__lte=until
    )
    if not held.update(until=until):
        raise RefusedError("Nobody holds this post on that day.")
    told = {"place": _place(post).name, "until": until.isoformat()}
    _tell(by, "post left", post, partnership.pk, told)


def _place(post: Post) -> Agency | Group:
    place = post.agency or post.group
    if place is None:
        raise ValueError("a post stands in an agency or a group: the database sees to it")
    return place


def _refuse_known(partnership: Partnership, name: str) -> None:
    if Group.objects.filter(partnership=partnership, name__iexact=name).exists():
        raise RefusedError(f"{partnership.name} has a group called {name} already.")


def _tell(
    by: Acting, action: str, about: models.Model, partnership: int, detail: Mapping[str, object]
) -> None:
    record(by=by, action=action, about=about, partnership=partnership, detail=detail)
