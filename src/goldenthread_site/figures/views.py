"""The pages of figures and questions. What they show is prepared in ``presenters``."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.indicators import Theme
from goldenthread.nouns.register import area
from goldenthread_site.accounts.opening import open_to
from goldenthread_site.design.fields import errors_of
from goldenthread_site.directory.standing import Standing, standing_of
from goldenthread_site.figures import actions, presenters, queries
from goldenthread_site.figures.agreed import queries as agreed
from goldenthread_site.figures.agreed.permissions import can_set
from goldenthread_site.figures.asking import chosen, kept, known, year_of
from goldenthread_site.figures.commentary import queries as commentary
from goldenthread_site.figures.commentary.permissions import voices
from goldenthread_site.figures.forms import Answering, Asking, Closing
from goldenthread_site.figures.permissions import (
    ANSWERERS,
    ASKERS,
    READERS,
    can_ask,
    check_answer,
    check_close,
    check_open,
)
from goldenthread_site.trail.acting import acting


@open_to(*READERS)
def scorecard(request: HttpRequest) -> HttpResponse:
    """Every indicator of a year by theme, to be narrowed by year, theme and words."""
    standing = standing_of(request)
    queries.look_at(standing, request.GET.get("area", ""))
    years = queries.years(standing)
    year = chosen(request, years) or queries.last_year(standing)
    theme, words = request.GET.get("theme", ""), request.GET.get("words", "").strip()
    card = queries.scorecard(standing, year) if year else None
    asked = queries.asked(standing, year) if year else []
    own = standing.partnership.areas if standing.partnership else []
    context = {
        "years": [each.code for each in years],
        "year": year.code if year else "",
        **councils(standing),
        "themes": [(each.name.lower(), each.value) for each in Theme],
        "theme": theme,
        "words": words,
        "kept": kept(request),
        "region": card.region if card else "",
        "latest": queries.latest_with_others(standing, card),
        "later": [each.code for each in years if year and each.end > year.end]
        if not request.GET.get("year")
        else [],
        "sections": presenters.sections(card, asked, own, theme, words) if card else [],
    }
    part = "figures/lines.html" if request.headers.get("HX-Request") else "figures/scorecard.html"
    return render(request, part, context)


def councils(standing: Standing) -> dict[str, object]:
    """Which council is looked at, and which may be, where the partnership has several."""
    every = queries.areas(standing)
    looked_at = queries.area_of(standing)
    return {
        "area": looked_at,
        "council": area(looked_at).name if len(every) > 1 else "",
        "councils": [(code, area(code).name) for code in every] if len(every) > 1 else [],
    }


@open_to(*READERS)
def indicator(request: HttpRequest, indicator: str) -> HttpResponse:
    """One indicator: what it counts, how it went, where each figure came from, what was asked."""
    standing = standing_of(request)
    one = known(indicator)
    queries.look_at(standing, request.GET.get("area", ""))
    years = queries.years(standing)
    year = chosen(request, years) or queries.last_year_of(standing, one.name)
    page = queries.indicator_page(standing, one.name, year) if year else None
    context = {
        "one": one,
        "years": [each.code for each in years],
        "year": year.code if year else "",
        "kept": kept(request),
        **councils(standing),
        "page": page,
        "grids": presenters.sent_of(standing, one.name, year) if year else [],
        "ways": presenters.ways_back(page.ways, standing) if page else [],
        "questions": presenters.asked(queries.questions(standing, one.name), standing),
        "can_ask": can_ask(standing),
        "commentary": commentary.commentary(standing, one.name, year.code) if year else [],
        "can_say": bool(voices(standing)),
        "can_set": can_set(standing),
        **presenters.targets(agreed.targets(standing, one.name, year.code if year else ""), one),
    }
    return render(request, "figures/indicator.html", context)


@open_to(*READERS)
def questions(request: HttpRequest) -> HttpResponse:
    """Every question of the partnership, the open ones first."""
    standing = standing_of(request)
    asked = presenters.asked(queries.questions(standing), standing)
    return render(request, "figures/questions.html", {"questions": asked})


@open_to(*ASKERS)
def ask(request: HttpRequest, indicator: str) -> HttpResponse:
    """Ask about an indicator."""
    standing = standing_of(request)
    one = known(indicator)
    form = Asking(request.POST or None, agencies=queries.agencies(standing))
    year = year_of(request)
    if request.method == "POST" and form.is_valid():
        actions.ask(
            by=acting(request),
            standing=standing,
            indicator=one.name,
            year=year,
            text=form.cleaned_data["text"],
            asked_of=form.cleaned_data["asked_of"],
        )
        messages.success(request, "Your question has been asked.")
        query = urlencode({"year": year} if year else {})
        return redirect(f"{reverse('indicator', args=[one.name])}?{query}#questions")
    context = {"one": one, "year": year, "form": form, "errors": errors_of(form)}
    return render(request, "figures/ask.html", context)


@open_to(*ANSWERERS)
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Answer a question."""
    standing = standing_of(request)
    question = get_object_or_404(queries.questions(standing), pk=number)
    check_answer(standing, question)
    check_open(question)
    form = Answering(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.answer(
            by=acting(request),
            standing=standing,
            question=question,
            text=form.cleaned_data["text"],
        )
        messages.success(request, "Your answer has been sent.")
        return redirect("questions")
    context = {"question": question, "form": form, "errors": errors_of(form), "doing": "Answer"}
    return render(request, "figures/reply.html", context)


@open_to(*READERS)
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Close a question, saying what came of it."""
    standing = standing_of(request)
    question = get_object_or_404(queries.questions(standing), pk=number)
    check_close(standing, question)
    check_open(question)
    form = Closing(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.close(
            by=acting(request),
            standing=standing,
            question=question,
            because=form.cleaned_data["because"],
        )
        messages.success(request, "The question is closed.")
        return redirect("questions")
    context = {"question": question, "form": form, "errors": errors_of(form), "doing": "Close"}
    return render(request, "figures/reply.html", context)
