"""Which partnership is looked at, for those who hold roles in several."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread_site.accounts.opening import open_to_members
from goldenthread_site.directory import forms
from goldenthread_site.directory.standing import CHOSEN, standing_of
from goldenthread_site.directory.views.steps import Step


@open_to_members
def choose(request: HttpRequest) -> HttpResponse:
    """Kept in the session; only partnerships in which a role is held today are offered."""
    standing = standing_of(request)
    now = {"partnership": standing.partnership.slug if standing.partnership else ""}
    form = forms.PartnershipForm(standing.partnerships, request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        request.session[CHOSEN] = form.cleaned_data["partnership"]
        chosen = dict(form.fields["partnership"].choices)  # type: ignore[attr-defined]
        messages.success(request, f"You are looking at {chosen[request.session[CHOSEN]]}.")
        return redirect("home")
    step = Step("Choose a partnership", form, str, "/", "Look at it")
    return render(request, "directory/form.html", {"step": step, "form": form})
