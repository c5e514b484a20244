"""The page on which commentary is written: a new version each time."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from goldenthread_site.accounts.opening import open_to
from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.design.fields import errors_of
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.figures.asking import known, year_of
from goldenthread_site.figures.commentary import actions, queries
from goldenthread_site.figures.commentary.forms import Saying
from goldenthread_site.figures.commentary.permissions import WRITERS, voices
from goldenthread_site.trail.acting import acting


@open_to(*WRITERS)
def say(request: HttpRequest, indicator: str) -> HttpResponse:
    """Write what lies behind an indicator’s year."""
    standing = standing_of(request)
    one, year = known(indicator), year_of(request)
    mine = voices(standing)
    if not mine:
        raise NotAllowedError("Commentary is written by the analyst, and by agencies.")
    wanted = request.GET.get("voice", "")
    voice = next((each for each in mine if each and str(each.pk) == wanted), mine[0])
    last = queries.last_said(standing, one.name, year, voice)
    initial = {"voice": str(voice.pk) if voice else "analyst"}
    if last:
        initial |= {"text": last.text, "shared_with": last.shared_with}
    form = Saying(request.POST or None, voices=mine, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.say(
                by=acting(request),
                standing=standing,
                indicator=one.name,
                year=year,
                agency=given["voice"],
                text=given["text"],
                shared_with=given["shared_with"],
            )
        except NotAllowedError:
            raise
        except RefusedError as refused:
            form.add_error("text", str(refused))
        else:
            messages.success(request, "Your commentary is kept.")
            query = urlencode({"year": year})
            return redirect(f"{reverse('indicator', args=[one.name])}?{query}#commentary")
    given = {"one": one, "year": year, "form": form, "errors": errors_of(form), "last": last}
    return render(request, "figures/say.html", given)
