"""What the exports of figures and questions hold, from what this person may see."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from goldenthread.indicators import catalogue
from goldenthread.nouns import Period
from goldenthread.nouns.register import area
from goldenthread.report.desk import Desk
from goldenthread_site.design.pages import day
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import presenters, queries
from goldenthread_site.figures.exports import documents, sent
from goldenthread_site.figures.exports.files import Content, Form

_QUESTIONS = (
    *("Indicator", "Year", "Asked on", "Asked by", "Asked of"),
    *("Question", "Standing", "Answers", "What came of it"),
)


def asked(request: HttpRequest, *names: str) -> dict[str, str]:
    """The fields that say which part of a page is meant, from the address or the form sent."""
    given = request.POST if request.method == "POST" else request.GET
    return {name: given.get(name, "").strip()[:200] for name in names}


def year_of(standing: Standing, code: str) -> Period | None:
    """The year asked for; otherwise the last one there are figures of, as the page has it."""
    years = queries.years(standing)
    return next((each for each in years if each.code == code), None) or queries.last_year(standing)


def frame_of(standing: Standing, year: str, *, inside: bool) -> documents.Frame:
    """What a document says of itself: whose it is, and the day the figures last changed."""
    partnership = standing.partnership
    if partnership is None:
        raise Http404("You hold no role in a partnership.")
    changed = queries.changed(standing)
    looked_at = [queries.area_of(standing)] if year else partnership.areas
    areas = ", ".join(area(each).called for each in looked_at if each)
    as_of = timezone.localdate(changed) if changed else standing.today
    return documents.Frame(partnership.name, areas, year, as_of, inside)


def scorecard(standing: Standing, year: Period, inside: bool, theme: str, words: str) -> Content:
    """The scorecard, with true counts or as it may leave."""
    desk, frame = _desk(standing, year, inside)
    card = queries.scorecard(standing, year, as_released=not inside)
    own = standing.partnership.areas if standing.partnership else []
    asked_of = queries.asked(standing, year)
    sections = presenters.sections(card, asked_of, own, theme, words) if card else []
    came = [(each.title, each.grids) for each in sections]
    made = documents.of_scorecard(desk, frame, theme, words, sent.sent_tables(came))
    return Content(made, beside={Form.SENT: [sent.SENT, *sent.sent_rows(came)]})


def indicator(standing: Standing, name: str, year: Period, inside: bool) -> Content:
    """An indicator's page, with true counts or as it may leave."""
    desk, frame = _desk(standing, year, inside)
    came = [
        (
            catalogue()[name].theme.value,
            presenters.sent_of(standing, name, year, as_released=not inside),
        )
    ]
    said = sent.said_rows(standing, name, year.code, inside=inside)
    beside = [*sent.sent_tables(came), *sent.said_table(said)]
    return Content(
        documents.of_indicator(name, desk, frame, beside),
        beside={
            Form.SENT: [sent.SENT, *sent.sent_rows(came)],
            Form.SAID: [sent.SAID, *said],
        },
    )


def _desk(standing: Standing, year: Period, inside: bool) -> tuple[Desk, documents.Frame]:
    desk = queries.desk(standing, year, as_released=not inside)
    if desk is None:
        raise Http404("There are no figures to take away.")
    return desk, frame_of(standing, year.code, inside=inside)


def questions(standing: Standing) -> Content:
    """Every question this person may read, with its answers."""
    rows = [
        (
            each.title,
            each.year,
            day(each.at),
            each.who,
            each.of,
            each.text,
            each.status.told,
            " | ".join(
                f"{answer.by_as}, {day(answer.at)}: {answer.text}" for answer in each.answers
            ),
            each.closed_because,
        )
        for each in presenters.asked(queries.questions(standing), standing)
    ]
    frame = frame_of(standing, "", inside=False)
    made = documents.of_words("Questions and answers", frame, _QUESTIONS, rows)
    return Content(made, rows=[_QUESTIONS, *rows])
