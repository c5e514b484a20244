"""Pages of groups with their terms, and of posts and who holds them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread_site.accounts.opening import open_to, open_to_members
from goldenthread_site.design.pages import day
from goldenthread_site.directory import actions, forms, permissions, queries
from goldenthread_site.directory.models import Agency, Group, Partnership, Post
from goldenthread_site.directory.rules import KEEPERS
from goldenthread_site.directory.standing import Standing, standing_of
from goldenthread_site.directory.views.steps import Step, taken
from goldenthread_site.trail.acting import acting


@open_to_members
def groups(request: HttpRequest) -> HttpResponse:
    """The partnership’s groups, its own and shared ones, and those that ended."""
    standing = standing_of(request)
    found = list(queries.groups(standing))
    given = {
        "groups": [each for each in found if not _over(each, standing)],
        "past": [each for each in found if _over(each, standing)],
        "keeps": permissions.can_keep_directory(standing),
    }
    return render(request, "directory/groups.html", given)


@open_to_members
def group(request: HttpRequest, number: int) -> HttpResponse:
    """One group: terms, with whom it is shared, posts."""
    standing, shown = standing_of(request), _group(request, number)
    given = {
        "group": shown,
        "over": _over(shown, standing),
        "posts": queries.posts_of(shown, standing.today),
        "keeps": permissions.can_keep_group(standing, shown),
    }
    return render(request, "directory/group.html", given)


@open_to(*KEEPERS)
def add(request: HttpRequest) -> HttpResponse:
    """A new group."""
    here = _partnership(request)
    others = queries.other_partnerships(standing_of(request))
    form = forms.GroupForm(others, request.POST or None)

    def act() -> str:
        made = actions.add_group(by=acting(request), partnership=here, **form.cleaned_data)
        return f"The group {made.name} is here. Add its posts next."

    return taken(request, Step("Add a group", form, act, reverse("groups"), "Add it"))


@open_to(*KEEPERS)
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Its name, terms, sharing and end."""
    shown = _group(request, number)
    permissions.check_keep_group(standing_of(request), shown)
    now = {
        "name": shown.name,
        "terms": shown.terms,
        "shared_with": list(shown.shared_with.values_list("pk", flat=True)),
        "ended": shown.ended,
    }
    others = queries.other_partnerships(standing_of(request))
    form = forms.GroupChangeForm(others, request.POST or None, initial=now)

    def act() -> str:
        actions.change_group(by=acting(request), group=shown, **form.cleaned_data)
        return f"The group {form.cleaned_data['name']} is changed."

    back = reverse("group", args=[number])
    return taken(request, Step(f"Change the group {shown.name}", form, act, back))


@open_to(*KEEPERS)
def add_post(request: HttpRequest, place: str, number: int) -> HttpResponse:
    """A post in an agency or a group."""
    standing = standing_of(request)
    found: Agency | Group | None = (
        queries.agency(standing, number) if place == "agency" else queries.group(standing, number)
    )
    if found is None:
        raise Http404
    if isinstance(found, Group):
        permissions.check_keep_group(standing, found)
    else:
        permissions.check_keep_agency(standing, found)
    where, form = found, forms.PostForm(request.POST or None)

    def act() -> str:
        made = actions.add_post(
            by=acting(request), partnership=_partnership(request), place=where, **form.cleaned_data
        )
        return f"The post {made.title} is here. Say next who holds it."

    back = reverse(place, args=[number])
    return taken(request, Step(f"Add a post in {where.name}", form, act, back, "Add it"))


@open_to(*KEEPERS)
def give_post(request: HttpRequest, number: int) -> HttpResponse:
    """Who holds a post from a day."""
    standing, found = standing_of(request), _post(request, number)
    permissions.check_keep_post(standing, found)
    form = forms.PostHolderForm(queries.people_here(standing), request.POST or None)

    def act() -> str:
        given = form.cleaned_data
        actions.give_post(
            by=acting(request), partnership=_partnership(request), post=found, **given
        )
        return f"{given['person']} holds {found.title} from {day(given['since'])}."

    return taken(request, Step(f"Who holds {found.title}?", form, act, _place_of(found)))


@open_to(*KEEPERS)
def leave_post(request: HttpRequest, number: int) -> HttpResponse:
    """Nobody holds it after a day."""
    found = _post(request, number)
    permissions.check_keep_post(standing_of(request), found)
    form = forms.LeaveForm(request.POST or None)

    def act() -> str:
        actions.end_holding(
            by=acting(request), partnership=_partnership(request), post=found, **form.cleaned_data
        )
        return f"Nobody holds {found.title} after {day(form.cleaned_data['until'])}."

    return taken(request, Step(f"When does {found.title} fall empty?", form, act, _place_of(found)))


def _over(group: Group, standing: Standing) -> bool:
    return group.ended is not None and group.ended < standing.today


def _place_of(post: Post) -> str:
    if post.group_id is not None:
        return reverse("group", args=[post.group_id])
    return reverse("agency", args=[post.agency_id])


def _group(request: HttpRequest, number: int) -> Group:
    found = queries.group(standing_of(request), number)
    if found is None:
        raise Http404
    return found


def _post(request: HttpRequest, number: int) -> Post:
    found = queries.post(standing_of(request), number)
    if found is None:
        raise Http404
    return found


def _partnership(request: HttpRequest) -> Partnership:
    found = standing_of(request).partnership
    if found is None:
        raise Http404
    return found
