"""Pages on which the business unit sets its partnership up, in any order and more than once."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread_site.accounts.opening import open_to
from goldenthread_site.design.pages import day
from goldenthread_site.directory import actions, presenters, queries
from goldenthread_site.directory.models import Partnership
from goldenthread_site.directory.rules import KEEPERS
from goldenthread_site.directory.standing import Standing, standing_of
from goldenthread_site.directory.views.steps import Step, taken
from goldenthread_site.home.setting_up import forms
from goldenthread_site.home.setting_up.asking import first_requests
from goldenthread_site.home.setting_up.presenters import steps
from goldenthread_site.returns import checks
from goldenthread_site.trail.acting import acting


@open_to(*KEEPERS)
def set_up(request: HttpRequest) -> HttpResponse:
    """Every step, and how far it is."""
    found = steps(standing_of(request))
    done = sum(each.done for each in found)
    return render(request, "home/setting_up/steps.html", {"steps": found, "done": done})


@open_to(*KEEPERS)
def about(request: HttpRequest) -> HttpResponse:
    """Name, councils, colour, and the adults’ partnership beside it."""
    here = _here(standing_of(request))
    linked = next(iter(queries.linked_partnerships(standing_of(request))), None)
    now = {
        "name": here.name,
        "areas": here.areas,
        "colour": here.colour,
        "adults": linked.name if linked else "",
    }
    form = forms.AboutForm(request.POST or None, initial=now)

    def act() -> str:
        made = actions.describe_partnership(
            by=acting(request), partnership=here, **form.cleaned_data
        )
        where = presenters.footprint_in_words(made.areas)
        return f"{made.name} is about the children of {where}."

    return taken(request, Step("What the partnership is", form, act, reverse("set-up")))


@open_to(*KEEPERS)
def agencies(request: HttpRequest) -> HttpResponse:
    """Several agencies at once, from the kinds that most partnerships have."""
    standing = standing_of(request)
    here = _here(standing)
    form = forms.AgenciesForm(here.areas, request.POST or None)

    def act() -> str:
        since = form.cleaned_data["since"]
        for each in form.chosen:
            actions.add_agency(
                by=acting(request),
                partnership=here,
                name=each.name,
                short_name=each.kind.short_name,
                sector=each.kind.sector,
                footprint=each.footprint,
                standing=each.kind.standing,
                since=since,
            )
        number = len(form.chosen)
        many = "1 agency takes" if number == 1 else f"{number} agencies take"
        return f"{many} part from {day(since)}."

    def answers() -> list[tuple[str, str]]:
        told = [
            (
                each.name,
                f"{presenters.standing_in_words(each.kind.standing)}; its own figures are about"
                f" {presenters.footprint_in_words(each.footprint)}",
            )
            for each in form.chosen
        ]
        return [*told, ("First day", day(form.cleaned_data["since"]))]

    title = "Who takes part? Leave empty what you do not have"
    return taken(request, Step(title, form, act, reverse("set-up"), "Add them", answers))


@open_to(*KEEPERS)
def groups(request: HttpRequest) -> HttpResponse:
    """Several groups at once, with terms and posts to begin from."""
    standing = standing_of(request)
    here = _here(standing)
    there = [each.name for each in queries.groups(standing) if each.partnership_id == here.pk]
    form = forms.GroupsForm(there, request.POST or None)
    if not form.offered:
        messages.info(request, "The usual groups are here already. Add others one by one.")
        return redirect("groups")

    def act() -> str:
        chosen = [each for each in form.offered if each.key in form.cleaned_data["groups"]]
        for each in chosen:
            made = actions.add_group(
                by=acting(request), partnership=here, name=each.name, terms=each.terms
            )
            for title in each.posts:
                actions.add_post(by=acting(request), partnership=here, place=made, title=title)
        return f"{len(chosen)} {'group is' if len(chosen) == 1 else 'groups are'} here."

    return taken(request, Step("Groups and posts", form, act, reverse("set-up"), "Add them"))


@open_to(*KEEPERS)
def requests(request: HttpRequest) -> HttpResponse:
    """Several first returns at once."""
    standing = standing_of(request)
    _here(standing)
    offered = list(first_requests(standing))
    if not offered:
        there = queries.members_on(standing, standing.today)
        told = "Ask for others one by one." if there else "Add agencies first."
        messages.info(request, f"No first return is left to ask for. {told}")
        return redirect("ask_for_return" if there else "set-up-agencies")
    choices = [
        (
            each.key,
            f"{each.agency.short_name}: {each.template.title}, {each.period.words},"
            f"{f' children of {each.area.name},' if each.several else ''} due {day(each.due)}",
        )
        for each in offered
    ]
    form = forms.RequestsForm(choices, request.POST or None)

    @transaction.atomic
    def act() -> str:
        chosen = [each for each in offered if each.key in form.cleaned_data["requests"]]
        for each in chosen:
            checks.ask(
                by=acting(request),
                standing=standing,
                agency=each.agency,
                template=each.template.key,
                period=each.period.code,
                footprint=each.area.code,
                due=each.due,
            )
        return f"{len(chosen)} {'return is' if len(chosen) == 1 else 'returns are'} asked for."

    return taken(
        request, Step("What agencies are asked for", form, act, reverse("set-up"), "Ask for them")
    )


def _here(standing: Standing) -> Partnership:
    if standing.partnership is None:
        raise Http404
    return standing.partnership
