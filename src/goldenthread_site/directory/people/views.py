"""The pages of people: who is there, letting in, accepting, ending, declared interests."""

from typing import Any

from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.account.utils import perform_login
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from goldenthread_site.accounts.letters import NOT_SENT
from goldenthread_site.accounts.opening import open_to, open_to_everyone, open_to_members
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.accounts.second_factor import enrolled
from goldenthread_site.design.paging import steps
from goldenthread_site.directory.models import Invitation, RoleHeld
from goldenthread_site.directory.people import (
    actions,
    factors,
    forms,
    interests,
    letters,
    matters,
    queries,
)
from goldenthread_site.directory.people.permissions import can_end, can_keep_interests, check_end
from goldenthread_site.directory.people.presenters import declared, lines
from goldenthread_site.directory.people.rules import KEEPERS, ON_A_PAGE
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.trail.acting import acting


@open_to(*KEEPERS)
def people(request: HttpRequest) -> HttpResponse:
    """Who holds which role here, and who is invited."""
    standing = standing_of(request)
    form = forms.Narrowing(request.GET or None)
    page = Paginator(queries.people(standing, **form.wanted), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    given = {
        "form": form,
        "narrowed": any(form.wanted.values()),
        "lines": lines(page),
        "page": page,
        "pagination": steps(page, request.GET),
        "invitations": queries.invitations(standing),
        "now": timezone.now(),
    }
    return render(request, "directory/people/people.html", given)


@open_to(*KEEPERS)
def person(request: HttpRequest, number: int) -> HttpResponse:
    """One person: what they hold and held here, and the interests they declared."""
    standing = standing_of(request)
    found = queries.person(standing, number)
    if found is None:
        raise Http404
    held = list(queries.roles(standing, past=True).filter(person=found))
    own = [each for each in queries.conflicts(standing, all_people=True) if each.person == found]
    given = {
        "person": found,
        "held": [(each, can_end(standing, each)) for each in held],
        "untold": next((each for each in held if str(each.pk) == request.GET.get("untold")), None),
        "declared": declared(own, matters.names(standing) if own else {}),
        "keeps_interests": can_keep_interests(standing),
        "factor_lost": enrolled(found) and factors.can_take_away(standing, found),
    }
    return render(request, "directory/people/person.html", given)


@open_to(*KEEPERS)
def let_in(request: HttpRequest) -> HttpResponse:
    """Give someone a role: at once with an account, by an invitation without."""
    standing = standing_of(request)
    form = forms.LetIn(standing, request.POST or None, initial={"email": request.GET.get("email")})
    if form.is_valid():
        try:
            made = actions.let_in(by=acting(request), standing=standing, **form.given)
        except RefusedError as refused:
            form.add_error(refused.field, str(refused))
        else:
            if isinstance(made, RoleHeld):
                return _tell_of_role(request, made)
            _send_invitation(request, *made)
            return redirect("people")
    return render(request, "directory/people/let_in.html", {"form": form})


def _tell_of_role(request: HttpRequest, held: RoleHeld) -> HttpResponse:
    """Write to whoever holds it; where that fails, on to their page, to send it again."""
    name = held.person.name
    if letters.send_word_of_role(held, str(request.user), request.build_absolute_uri("/")):
        messages.success(request, f"{name} now has the role, and has been told by email.")
        return redirect("people")
    messages.warning(request, f"{name} now has the role. The letter that says so {NOT_SENT}.")
    return redirect(f"{reverse('person', args=[held.person_id])}?untold={held.pk}")


@open_to(*KEEPERS)
@require_POST
def role_tell(request: HttpRequest, number: int) -> HttpResponse:
    """Send the letter that tells someone of a role again."""
    standing = standing_of(request)
    held = get_object_or_404(queries.roles(standing), pk=number)
    check_end(standing, held)
    return _tell_of_role(request, held)


def _send_invitation(request: HttpRequest, found: Invitation, token: str) -> None:
    """Send its link, which nothing but the letter holds, and say whether it went."""
    link = request.build_absolute_uri(reverse("invitation", args=[token]))
    if letters.send_invitation(found, link):
        told = f"An invitation is on its way to {found.email}. Its link works for seven days."
        messages.success(request, told)
        return
    actions.note_not_sent(by=acting(request), standing=standing_of(request), invitation=found)
    messages.warning(
        request,
        f"The invitation of {found.email} is kept, and its letter {NOT_SENT}."
        " Send it again from the list below; if that fails too, tell whoever runs the site.",
    )


@open_to(*KEEPERS)
def invitation_again(request: HttpRequest, number: int) -> HttpResponse:
    """Send a new link; asked first."""
    return _with_invitation(request, number, "again")


@open_to(*KEEPERS)
def invitation_withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Make the link worthless; asked first."""
    return _with_invitation(request, number, "withdraw")


def _with_invitation(request: HttpRequest, number: int, what: str) -> HttpResponse:
    standing = standing_of(request)
    found = get_object_or_404(queries.invitations(standing), pk=number)
    errors: list[dict[str, str]] = []
    if request.method == "POST":
        named: dict[str, Any] = {"by": acting(request), "standing": standing, "invitation": found}
        try:
            if what == "again":
                token = actions.send_again(**named)
                found.refresh_from_db()
                _send_invitation(request, found, token)
            else:
                actions.withdraw(**named)
                messages.success(request, f"The invitation to {found.email} is withdrawn.")
        except RefusedError as refused:
            errors = [{"text": str(refused)}]
        else:
            return redirect("people")
    given = {"invitation": found, "what": what, "errors": errors}
    return render(request, "directory/people/invitation_sure.html", given)


@open_to_everyone
@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What an invited person sees: who invites them to what, and a name and password to give."""
    found = queries.open_invitation(token, timezone.now())
    if found is None:
        return render(request, "directory/people/invitation_over.html", status=410)
    if standing_of(request).person is not None:
        return render(request, "directory/people/invitation_signed_in.html")
    form = forms.Acceptance(found, request.POST or None)
    if form.is_valid():
        where = request.META.get("REMOTE_ADDR", "")
        try:
            person = actions.accept(invitation=found, where=where, **form.cleaned_data)
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            answer: HttpResponse = perform_login(request, person)
            reauthenticate_by_password(request)  # they have this moment typed it
            return answer
    given = {"invitation": found, "form": form}
    return render(request, "directory/people/invitation.html", given)


@open_to(*KEEPERS)
def role_end(request: HttpRequest, number: int) -> HttpResponse:
    """End a role; when and why are asked first."""
    standing = standing_of(request)
    held = get_object_or_404(queries.roles(standing), pk=number)
    form = forms.End(held, standing.today, request.POST or None, initial={"when": "now"})
    if form.is_valid():
        try:
            named: dict[str, Any] = {"by": acting(request), "standing": standing, "held": held}
            actions.end_role(**named, last=form.last, why=form.cleaned_data["why"])
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"The role of {held.person.name} ends.")
            return redirect("person", held.person_id)
    return render(request, "directory/people/role_end.html", {"held": held, "form": form})


@open_to(*KEEPERS)
def factor_lost(request: HttpRequest, number: int) -> HttpResponse:
    """Take away the second factor of someone who has lost it; why is asked first."""
    standing = standing_of(request)
    found = queries.person(standing, number)
    if found is None:
        raise Http404
    form = forms.FactorLost(request.POST or None)
    if form.is_valid():
        try:
            named: dict[str, Any] = {"by": acting(request), "standing": standing}
            factors.take_away(**named, person=found, why=form.cleaned_data["why"])
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            told = f"{found.name} now signs in without a second factor."
            if letters.send_word_of_factor(found, str(request.user)):
                messages.success(request, told)
            else:
                told += f" The letter that warns them of it {NOT_SENT}: tell them yourself."
                messages.warning(request, told)
            return redirect("person", found.pk)
    return render(request, "directory/people/factor_lost.html", {"person": found, "form": form})


@open_to_members
def conflicts(request: HttpRequest) -> HttpResponse:
    """One's own declared interests; the business unit sees everybody's."""
    standing = standing_of(request)
    found = list(queries.conflicts(standing, all_people=True))
    keeps = can_keep_interests(standing)
    given = {
        "declared": declared(found, matters.names(standing) if found else {}),
        "keeps": keeps,
        "back": ("People", reverse("people")) if keeps else ("Your account", reverse("account")),
    }
    return render(request, "directory/people/conflicts.html", given)


@open_to_members
def conflict_declare(request: HttpRequest) -> HttpResponse:
    """Declare an interest: from today its person sees nothing of the matter."""
    standing = standing_of(request)
    form = forms.Interest(standing, request.POST or None)
    if form.is_valid():
        try:
            interests.declare(by=acting(request), standing=standing, **form.given)
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The interest is declared. From now on it keeps them away.")
            return redirect("conflicts")
    return render(request, "directory/people/conflict_declare.html", {"form": form})


@open_to(*KEEPERS[:2])
def conflict_end(request: HttpRequest, number: int) -> HttpResponse:
    """End someone else's interest."""
    standing = standing_of(request)
    found = get_object_or_404(queries.conflicts(standing, all_people=True), pk=number)
    form = forms.EndInterest(request.POST or None, initial={"last": standing.today})
    if form.is_valid():
        try:
            named: dict[str, Any] = {"by": acting(request), "standing": standing}
            interests.end_interest(**named, conflict=found, last=form.cleaned_data["last"])
        except RefusedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The interest ends.")
            return redirect("conflicts")
    shown = declared([found], matters.names(standing))[0]
    given = {"shown": shown, "form": form}
    return render(request, "directory/people/conflict_end.html", given)
