"""Groups with their terms, and posts with whoever holds them, as one partnership sees them."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from goldenthread_site.accounts.models import Person
from goldenthread_site.directory.models import Agency, Group, Holding, Partnership, Post, on
from goldenthread_site.directory.queries.agencies import agencies
from goldenthread_site.directory.rules import ONLY_SHARED
from goldenthread_site.directory.standing import Standing


def groups(standing: Standing) -> QuerySet[Group]:
    """The partnership’s own and those it shares; for a neighbour the shared ones only."""
    here = standing.partnership
    if here is None:
        return Group.objects.none()
    if standing.roles <= ONLY_SHARED:
        # With an adults' board they have no part.
        beside = Partnership.Kind.CHILDREN
        shared = Q(partnership=here, shared_with__kind=beside) | Q(
            shared_with=here, partnership__kind=beside
        )
    else:
        shared = Q(partnership=here) | Q(shared_with=here)
    found = Group.objects.filter(shared).distinct().select_related("partnership")
    return found.prefetch_related("shared_with")


def group(standing: Standing, number: int) -> Group | None:
    """One of them; None where it is not theirs to see."""
    return groups(standing).filter(pk=number).first()


def posts_of(place: Agency | Group, day: date) -> list[Post]:
    """The posts of an agency or a group, each with ``held``: who holds it on that day."""
    holders = Holding.objects.filter(on(day)).select_related("person").order_by("since")
    found = place.posts.order_by("title", "pk")
    return list(found.prefetch_related(Prefetch("holdings", holders, to_attr="held")))


def post(standing: Standing, number: int) -> Post | None:
    """A post of a group or an agency that this person may see."""
    place = Q(group__in=groups(standing)) | Q(agency__in=agencies(standing))
    return Post.objects.filter(place, pk=number).select_related("agency", "group").first()


def people_here(standing: Standing) -> QuerySet[Person]:
    """Those who hold a role in the partnership today, and so may be given a post."""
    return (
        Person.objects.filter(
            roles_held__in=standing.partnership.roles_held.filter(on(standing.today))
            if standing.partnership
            else [],
            is_active=True,
        )
        .distinct()
        .order_by("name", "pk")
    )
