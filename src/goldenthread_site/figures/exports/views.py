"""The pages by which figures and questions are taken away. What is taken is what the page shows."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.indicators import catalogue
from goldenthread_site.accounts.opening import open_to
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.figures import queries
from goldenthread_site.figures.exports import contents
from goldenthread_site.figures.exports.files import Form
from goldenthread_site.figures.exports.taking import Offer, take
from goldenthread_site.figures.permissions import READERS, sees_true_counts


@open_to(*READERS)
def scorecard(request: HttpRequest) -> HttpResponse:
    """Take away the scorecard as the page narrowed it."""
    standing = standing_of(request)
    partnership = queries.readable(standing)
    kept = contents.asked(request, "year", "theme", "words", "area")
    queries.look_at(standing, kept["area"])
    year = contents.year_of(standing, kept["year"])
    if partnership is None or year is None:
        raise Http404("There are no figures to take away.")
    offer = Offer(
        title=f"Scorecard, {year.code}",
        back=f"{reverse('figures')}?{urlencode(kept)}",
        stem=f"scorecard-{partnership.slug}-{year.code}",
        about=partnership,
        partnership=partnership.pk,
        make=lambda inside: contents.scorecard(
            standing, year, inside, kept["theme"], kept["words"]
        ),
        forms=(Form.CSV, Form.META, Form.SENT, Form.XLSX),
        true_counts=sees_true_counts(standing),
        kept=tuple(kept.items()),
    )
    return take(request, offer)


@open_to(*READERS)
def indicator(request: HttpRequest, indicator: str) -> HttpResponse:
    """Take away what an indicator's page shows of a year."""
    standing = standing_of(request)
    partnership = queries.readable(standing)
    kept = contents.asked(request, "year", "area")
    queries.look_at(standing, kept["area"])
    year = contents.year_of(standing, kept["year"])
    if indicator not in catalogue() or partnership is None or year is None:
        raise Http404("There is nothing of it to take away.")
    title = catalogue()[indicator].title
    offer = Offer(
        title=f"{title}, {year.code}",
        back=f"{reverse('indicator', args=[indicator])}?{urlencode(kept)}",
        stem=f"{indicator.replace('_', '-')}-{partnership.slug}-{year.code}",
        about=partnership,
        partnership=partnership.pk,
        make=lambda inside: contents.indicator(standing, indicator, year, inside),
        forms=(Form.CSV, Form.META, Form.SENT, Form.SAID, Form.XLSX),
        true_counts=sees_true_counts(standing),
        kept=tuple(kept.items()),
    )
    return take(request, offer)


@open_to(*READERS)
def questions(request: HttpRequest) -> HttpResponse:
    """Take away the questions with their answers."""
    standing = standing_of(request)
    partnership = queries.readable(standing)
    if partnership is None:
        raise Http404("There are no questions to take away.")
    offer = Offer(
        title="Questions and answers",
        back=reverse("questions"),
        stem=f"questions-{partnership.slug}",
        about=partnership,
        partnership=partnership.pk,
        make=lambda _: contents.questions(standing),
        forms=(Form.CSV, Form.XLSX),
    )
    return take(request, offer)
