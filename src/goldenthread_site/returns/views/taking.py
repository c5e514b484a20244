"""The pages by which returns are taken away: the list, and the rows of a version accepted."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from goldenthread_site.accounts.opening import open_to
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.figures.exports.contents import asked as fields_of
from goldenthread_site.figures.exports.files import Form
from goldenthread_site.figures.exports.taking import Offer, take
from goldenthread_site.returns import exporting, permissions, queries
from goldenthread_site.returns.rules import Status

READERS = tuple(sorted(permissions.READERS))
_FORMS = (Form.CSV, Form.XLSX)


@open_to(*READERS)
def listed(request: HttpRequest) -> HttpResponse:
    """Take away the list of returns as the page shows it."""
    standing = standing_of(request)
    if standing.partnership is None:
        raise RefusedError("Choose a partnership first.")
    kept = fields_of(request, "state")
    offer = Offer(
        title=f"Returns: {kept['state'] or 'everything open'}",
        back=f"{reverse('returns')}?{urlencode(kept)}",
        stem=f"returns-{standing.partnership.slug}-{kept['state'] or 'open'}",
        about=standing.partnership,
        partnership=standing.partnership.pk,
        make=lambda _: exporting.listed(standing, kept["state"]),
        forms=_FORMS,
        kept=tuple(kept.items()),
    )
    return take(request, offer)


@open_to(*READERS)
def version(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away the rows of a version that was accepted: true counts, so that why is asked."""
    standing = standing_of(request)
    sent = queries.version_or_404(standing, pk)
    if Status(sent.status) is not Status.ACCEPTED:
        raise RefusedError("Only an accepted version can be taken away: this one may still change.")
    asked = sent.request
    offer = Offer(
        title=f"{asked}, version {sent.version}",
        back=reverse("return", args=[sent.pk]),
        stem=f"{asked.template}-{asked.agency.short_name}-{asked.period_code}-v{sent.version}",
        about=sent,
        partnership=asked.partnership_id,
        make=lambda _: exporting.accepted(standing, sent),
        forms=_FORMS,
        always_inside=True,
    )
    return take(request, offer)
