"""Pages of agencies: the list, one of them, and everything that may be done with it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread_site.accounts.opening import open_to, open_to_members
from goldenthread_site.design.pages import day
from goldenthread_site.directory import actions, forms, permissions, presenters, queries
from goldenthread_site.directory.models import Agency, Partnership, Succession
from goldenthread_site.directory.people.matters import in_conflict, without_conflicts
from goldenthread_site.directory.rules import KEEPERS
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.directory.views.steps import Step, taken
from goldenthread_site.trail.acting import acting


@open_to_members
def agencies(request: HttpRequest) -> HttpResponse:
    """Who takes part and who used to, by standing."""
    standing = standing_of(request)
    given = {
        "by_standing": presenters.by_standing(queries.members_on(standing, standing.today)),
        "past": presenters.past(queries.past_members(standing, standing.today)),
        "linked": queries.linked_partnerships(standing),
        "keeps": permissions.can_keep_directory(standing),
    }
    return render(request, "directory/agencies.html", given)


@open_to_members
def agency(request: HttpRequest, number: int) -> HttpResponse:
    """One agency: its places, names, line and posts."""
    standing, shown = standing_of(request), _agency(request, number)
    before, after = queries.successions_of(shown)
    given = {
        "agency": shown,
        "footprint": presenters.footprint_in_words(shown.footprint),
        "became": presenters.what_became(shown, after),
        "came_from": presenters.what_it_came_from(before),
        "successors": [each.successor for each in after],
        "places": presenters.places(shown, standing),
        "names": shown.former_names.order_by("until"),
        "people": queries.people_of(standing, shown),
        "posts": queries.posts_of(shown, standing.today),
        "keeps": permissions.can_keep_agency(standing, shown),
        "interest": permissions.can_keep_directory(standing) and in_conflict(shown, standing),
    }
    return render(request, "directory/agency.html", given)


@open_to(*KEEPERS)
def add(request: HttpRequest) -> HttpResponse:
    """Add an agency, or take in one that is known from next door."""
    form = forms.AgencyForm(request.POST or None)

    def act() -> str:
        made = actions.add_agency(
            by=acting(request), partnership=_partnership(request), **form.cleaned_data
        )
        return f"{made.name} takes part from {day(form.cleaned_data['since'])}."

    return taken(request, Step("Add an agency", form, act, reverse("agencies"), "Add it"))


@open_to(*KEEPERS)
def rename(request: HttpRequest, number: int) -> HttpResponse:
    """Another name from a day on."""
    shown = _kept(request, number)
    now = {"name": shown.name, "short_name": shown.short_name}
    form = forms.RenameForm(request.POST or None, initial=now)

    def act() -> str:
        actions.rename_agency(by=acting(request), agency=shown, **form.cleaned_data)
        return f"It is called {form.cleaned_data['name']} from {day(form.cleaned_data['since'])}."

    def answers() -> list[tuple[str, str]]:
        given = form.cleaned_data
        return [
            ("Name until then", shown.name),
            ("New name", given["name"]),
            ("Short name", given["short_name"]),
            ("First day", day(given["since"])),
        ]

    warning = "Every partnership that it takes part in will see the new name."
    title, back = f"Rename {shown.name}", reverse("agency", args=[number])
    return taken(request, Step(title, form, act, back, "Rename it", answers, warning))


@open_to(*KEEPERS)
def footprint(request: HttpRequest, number: int) -> HttpResponse:
    """Where its own figures come from."""
    shown = _kept(request, number)
    form = forms.FootprintForm(request.POST or None, initial={"footprint": shown.footprint})

    def act() -> str:
        actions.change_footprint(by=acting(request), agency=shown, **form.cleaned_data)
        where = presenters.footprint_in_words(form.cleaned_data["footprint"])
        return f"Its own figures are about {where}."

    title, back = f"Change where {shown.name} works", reverse("agency", args=[number])
    return taken(request, Step(title, form, act, back))


@open_to(*KEEPERS)
def end(request: HttpRequest, number: int) -> HttpResponse:
    """Its last day."""
    shown, partnership = _kept(request, number), _partnership(request)
    form = forms.EndForm(request.POST or None)

    def act() -> str:
        actions.end_membership(
            by=acting(request), agency=shown, partnership=partnership, **form.cleaned_data
        )
        return f"{shown.name} takes part until {day(form.cleaned_data['until'])}."

    def answers() -> list[tuple[str, str]]:
        given = form.cleaned_data
        where = partnership.name if given["exists"] else "Every partnership: it exists no more"
        return [("Ends in", where), ("Last day", day(given["until"])), ("Why", given["why"])]

    warning = (
        "Nobody takes over what is asked of it. If another agency does, go back and record that"
        " instead. What it sent stays."
    )
    title, back = f"End {shown.name}", reverse("agency", args=[number])
    return taken(request, Step(title, form, act, back, "End it", answers, warning))


@open_to(*KEEPERS)
def succession(request: HttpRequest, number: int) -> HttpResponse:
    """Who takes over from it."""
    shown = _kept(request, number)
    standing = standing_of(request)
    others = without_conflicts(queries.agencies(standing).exclude(pk=number), standing)
    form = forms.SuccessionForm(others, request.POST or None)

    def act() -> str:
        given = form.cleaned_data
        actions.record_succession(by=acting(request), predecessor=shown, **given)
        return f"{given['successor']} takes over from {day(given['on'])}."

    def answers() -> list[tuple[str, str]]:
        given = form.cleaned_data
        how = Succession.How(given["how"]).label
        return [
            ("What happens", f"{shown.name} {how} {given['successor']}"),
            ("First day", day(given["on"])),
            ("What moves", "Its places in partnerships, and every request that is still open"),
            ("What stays", "What it sent, and reports that name it"),
        ]

    warning = f"{shown.name} ends on the day before. This cannot be taken back here."
    title = f"Record who takes over from {shown.name}"
    back = reverse("agency", args=[number])
    return taken(request, Step(title, form, act, back, "Record it", answers, warning))


def _agency(request: HttpRequest, number: int) -> Agency:
    found = queries.agency(standing_of(request), number)
    if found is None:
        raise Http404
    return found


def _kept(request: HttpRequest, number: int) -> Agency:
    found = _agency(request, number)
    permissions.check_keep_agency(standing_of(request), found)
    return found


def _partnership(request: HttpRequest) -> Partnership:
    found = standing_of(request).partnership
    if found is None:
        raise Http404
    return found
