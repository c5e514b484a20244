"""What else programs read: partnerships, definitions, questions, and how far returns have come."""

from django.http import HttpRequest, HttpResponse

from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns.register import area
from goldenthread_site.accounts.opening import open_to
from goldenthread_site.api.v1 import shapes
from goldenthread_site.api.v1.answering import answered, counts_of, only, standing_behind
from goldenthread_site.figures import presenters
from goldenthread_site.figures import queries as figures
from goldenthread_site.figures.permissions import READERS
from goldenthread_site.returns import permissions as returning
from goldenthread_site.returns import presenters as returned


@open_to(*READERS)
def partnerships(request: HttpRequest) -> HttpResponse:
    """The partnership this token reads, its areas, and the years there are figures of."""
    standing = standing_behind(request)
    only(request)
    one = standing.partnership

    def make() -> shapes.Partnerships:
        if one is None:
            return shapes.Partnerships(items=[])
        made = shapes.Partnership(
            slug=one.slug,
            name=one.name,
            areas=[shapes.Area(code=each, name=area(each).name) for each in one.areas],
            years=[each.code for each in figures.years(standing)],
            counts=counts_of(standing),
        )
        return shapes.Partnerships(items=[made])

    return answered(request, make)


@open_to(*READERS)
def indicators(request: HttpRequest) -> HttpResponse:
    """What every indicator counts, out of what, over what time, and its limits."""
    only(request)

    def make() -> shapes.Indicators:
        return shapes.Indicators(items=[_definition(each) for each in catalogue().values()])

    return answered(request, make)


def _definition(one: Indicator) -> shapes.Indicator:
    return shapes.Indicator(
        name=one.name,
        title=one.title,
        theme=one.theme.value,
        units=[each.value for each in one.units],
        compared_by=one.compared_by.value,
        better_is=one.polarity.value,
        better_is_because=one.polarity_reason,
        counted=one.numerator,
        out_of=one.denominator,
        over_what_time=one.window,
        limits=one.limits,
        source=one.source,
        checked=one.checked,
    )


@open_to(*READERS)
def questions(request: HttpRequest) -> HttpResponse:
    """Every question asked about an indicator, with its answers, the open ones first."""
    standing = standing_behind(request)
    only(request)

    def make() -> shapes.Questions:
        found = presenters.asked(figures.questions(standing), standing)
        return shapes.Questions(items=[_question(each) for each in found])

    return answered(request, make)


def _question(each: presenters.Asked) -> shapes.Question:
    return shapes.Question(
        number=each.number,
        indicator=each.indicator,
        year=each.year,
        text=each.text,
        asked_by=each.who,
        asked_of=each.of,
        asked_at=each.at,
        standing=each.status.told,
        answers=[
            shapes.Answer(text=answer.text, by=answer.by_as, at=answer.at)
            for answer in each.answers
        ],
        closed_because=each.closed_because,
    )


@open_to(*returning.READERS)
def returns(request: HttpRequest) -> HttpResponse:
    """What agencies were asked for and how far it has come, never what they sent."""
    standing = standing_behind(request)
    only(request)

    def make() -> shapes.Returns:
        return shapes.Returns(items=[_return(each) for each in returned.rows_of(standing)])

    return answered(request, make)


def _return(row: returned.Row) -> shapes.Return:
    asked = row.request
    newest = returned.standing_version(asked.readable)  # type: ignore[attr-defined]
    return shapes.Return(
        request=asked.pk,
        template=asked.template,
        title=asked.asked.title,
        agency=asked.agency.name,
        period=asked.period_code,
        area_code=asked.area.code,
        due=asked.due,
        standing=row.progress.value,
        version=newest.version if newest else None,
        submitted_at=newest.submitted_at if newest else None,
        accepted_at=newest.accepted_at if newest else None,
    )
