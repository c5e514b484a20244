"""What exports of returns hold: the list as the page shows it, an accepted version’s rows."""

from django.utils import timezone

from goldenthread_site.design.pages import day
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.exports import documents
from goldenthread_site.figures.exports.files import Content
from goldenthread_site.returns import presenters
from goldenthread_site.returns.figuring import figures_of
from goldenthread_site.returns.models import Return
from goldenthread_site.returns.rules import Progress

_LIST = ("Return", "Agency", "Period", "About", "Due", "State", "What to do")
_ROWS = (
    *("Line", "Answer", "State", "Unit", "Indicator", "Breakdown", "Area", "Period"),
    *("Place in the file", "To be said with it"),
)


def listed(standing: Standing, state: str) -> Content:
    """The requests this person may know of: of one state, or those that are open."""
    every = presenters.rows_of(standing)
    rows = [
        (
            each.request.asked.title,
            each.request.agency.name,
            each.request.period.words,
            each.request.area.name,
            day(each.request.due),
            each.progress.value,
            each.step,
        )
        for each in every
        if (each.progress.value == state if state else each.progress is not Progress.ACCEPTED)
    ]
    title = f"Returns: {state}" if state else "Returns that are open"
    name = standing.partnership.name if standing.partnership else ""
    about = "what this person may know of"
    frame = documents.Frame(name, about, "", standing.today, inside=False)
    return Content(documents.of_words(title, frame, _LIST, rows), rows=[_LIST, *rows])


def accepted(standing: Standing, sent: Return) -> Content:
    """Every line of a version as it was accepted, with what has to be said of its numbers."""
    asked = sent.request
    said = " ".join(presenters.notes_of(sent))
    told = {each.line.key: each for each in presenters.lines_of(sent)}
    figures = dict(
        zip((c.line for c in sent.cells.all() if c.state), figures_of(sent), strict=True)
    )
    wide, narrow = [], []
    for key, each in told.items():
        figure = figures.get(key)
        words = (
            each.text,
            each.line.unit.words,
            *((figure.indicator, figure.breakdown.words) if figure else ("", "")),
            sent.area.name,
            sent.period.words,
            each.place,
            said,
        )
        known = figure is not None and figure.known
        wide.append((each.line.words, figure.value if figure and known else "", *words))
        narrow.append((each.line.words, figure if figure and known else each.text, words))
    title = f"{asked}, version {sent.version}"
    when = timezone.localdate(sent.accepted_at) if sent.accepted_at else standing.today
    frame = documents.Frame(
        asked.partnership.name, sent.area.name, asked.period.words, when, inside=True
    )
    made = documents.of_figures(title, frame, title, _ROWS, narrow)
    return Content(made, rows=[_ROWS, *wide])
