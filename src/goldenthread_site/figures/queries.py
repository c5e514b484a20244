"""Everything that is read in this room, narrowed to what the person asking may see."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, QuerySet

from goldenthread.comparisons import report_year
from goldenthread.nouns import Period
from goldenthread.report.desk import Desk
from goldenthread_site.directory.models import Agency, Membership, Partnership, on
from goldenthread_site.directory.people.matters import without_conflicts
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import shelves
from goldenthread_site.figures.models import Deposit, Question
from goldenthread_site.figures.permissions import READERS, can_answer, sees_true_counts
from goldenthread_site.figures.prepared import keeping
from goldenthread_site.figures.prepared.shapes import IndicatorPage, Scorecard
from goldenthread_site.figures.prepared.state import state_of
from goldenthread_site.figures.sending import Asked, sender

YEARS_LOOKED_AT = 4


def readable(standing: Standing) -> Partnership | None:
    """The partnership whose figures this person may read, the one being looked at; or none."""
    return standing.partnership if standing.holds(*READERS) else None


def years(standing: Standing) -> list[Period]:
    """The years there are figures of, or figures were asked about, the last first."""
    known: list[Period] | None = standing.__dict__.get("figures_years")
    if known is None:
        partnership, found = readable(standing), set[Period]()
        if partnership and partnership.areas:
            known_here = shelves.years_known(partnership, _state(standing))
            found = {*known_here, *sender().years(standing)}
        known = sorted(found, key=lambda each: each.end, reverse=True)
        standing.__dict__["figures_years"] = known
    return known


def changed(standing: Standing) -> datetime | None:
    """When the figures last changed."""
    newest = Deposit.objects.filter(partnership=readable(standing)).order_by("-pk")
    return newest.values_list("at", flat=True).first()


def areas(standing: Standing) -> list[str]:
    """The codes of the councils whose figures this person may look at."""
    partnership = readable(standing)
    return list(partnership.areas) if partnership else []


def look_at(standing: Standing, code: str) -> None:
    """Choose which council’s figures are looked at from here on, for this request."""
    if code in areas(standing):
        standing.__dict__["figures_area"] = code


def area_of(standing: Standing) -> str:
    """The council looked at: the one that was chosen, or the first."""
    chosen: str = standing.__dict__.get("figures_area", "")
    return chosen or next(iter(areas(standing)), "")


def desk(standing: Standing, year: Period, *, as_released: bool = False) -> Desk | None:
    """The figures of a year, ready to be asked about: as they are known for whoever is entitled to
    true counts, for everyone else (and for whoever asks for that) as they may leave."""
    partnership = readable(standing)
    if partnership is None or not partnership.areas:
        return None
    return shelves.desk_of(
        partnership,
        year,
        inside=sees_true_counts(standing) and not as_released,
        without=kept_from(standing),
        code=area_of(standing),
    )


def scorecard(standing: Standing, year: Period, *, as_released: bool = False) -> Scorecard | None:
    """The year’s scorecard, made ready before or now; with true counts for those entitled, but
    where they ask for less."""
    partnership = readable(standing)
    if partnership is None or not partnership.areas:
        return None
    return keeping.scorecard_of(
        partnership,
        year,
        inside=sees_true_counts(standing) and not as_released,
        state=_state(standing),
        without=kept_from(standing),
        code=area_of(standing),
    )


def indicator_page(standing: Standing, name: str, year: Period) -> IndicatorPage | None:
    """An indicator’s page for a year, in the same way."""
    partnership = readable(standing)
    if partnership is None or not partnership.areas:
        return None
    return keeping.indicator_of(
        partnership,
        name,
        year,
        inside=sees_true_counts(standing),
        state=_state(standing),
        without=kept_from(standing),
        code=area_of(standing),
    )


def kept_from(standing: Standing) -> frozenset[int]:
    """The returns whose figures this person sees nowhere, by number: those of an agency in which
    they declared an interest. Asked once for a standing, and only of whoever declared one."""
    known: frozenset[int] | None = standing.__dict__.get("figures_kept_from")
    if known is None:
        known = sender().shut(standing) if standing.matters_shut else shelves.NOTHING
        standing.__dict__["figures_kept_from"] = known
    return known


def _state(standing: Standing) -> str:
    """The state of the figures, asked once for a standing: one page is of one state."""
    known: str | None = standing.__dict__.get("figures_state")
    if known is None:
        known = state_of(standing.partnership) if standing.partnership else ""
        standing.__dict__["figures_state"] = known
    return known


def latest_compared(standing: Standing) -> Scorecard | None:
    """The scorecard of the latest year in which anything stands out; the latest year may hold
    local figures only, which are compared with nobody."""
    found = (scorecard(standing, year) for year in years(standing)[:YEARS_LOOKED_AT])
    return next((each for each in found if each and each.outliers), None)


def latest_with_others(standing: Standing, card: Scorecard | None) -> str:
    """The last year with figures that can be compared, where this card has none; else nothing."""
    if card is None or card.compared:
        return ""
    found = (scorecard(standing, year) for year in years(standing)[:YEARS_LOOKED_AT])
    return next((each.year for each in found if each and each.compared), "")


def last_year(standing: Standing) -> Period | None:
    """The last year, of the latest few, that there are figures of: the latest may hold what
    agencies sent and nothing else. The latest year where there is none."""
    every = years(standing)
    found = ((each, scorecard(standing, each)) for each in every[:YEARS_LOOKED_AT])
    known = next((year for year, card in found if card and card.groups), None)
    return known or (every[0] if every else None)


def last_year_of(standing: Standing, name: str) -> Period | None:
    """The last year, of the latest few, for which an indicator has a figure or was asked for; the
    latest year where there is none."""
    every = years(standing)
    latest = every[:YEARS_LOOKED_AT]
    known = next((each for each in latest if _told_in(standing, name, each)), None)
    later = latest[: latest.index(known)] if known else latest
    waited_for = {
        report_year(each.period)
        for each in asked(standing, *later)
        if any(name == line[0] for line in each.lines)
    }
    return next((each for each in later if each in waited_for), known or next(iter(every), None))


def _told_in(standing: Standing, name: str, year: Period) -> bool:
    card = scorecard(standing, year)
    return card is not None and (
        name in card.lines() or any(name == each.indicator for each in card.returned)
    )


def asked(standing: Standing, *years: Period) -> list[Asked]:
    """What agencies were asked about some years, for whoever reads the figures."""
    return sender().asked(standing, years) if years and readable(standing) else []


def questions(standing: Standing, indicator: str = "") -> QuerySet[Question]:
    """Every question of the partnership, the open ones first, with its answers."""
    partnership = readable(standing)
    if partnership is None:
        return Question.objects.none()
    found = Question.objects.filter(partnership=partnership)
    shut = {"kind": "directory.agency", "through": "asked_of_id"}
    found = without_conflicts(found, standing, **shut)
    if indicator:
        found = found.filter(indicator=indicator)
    return (
        found.select_related("asked_of", "asked_by", "partnership")
        .prefetch_related("answers")
        .order_by(F("closed_at").asc(nulls_first=True), "asked_at")
    )


def still_open(standing: Standing) -> list[Question]:
    """Questions that are not closed yet, with what was answered so far."""
    return list(questions(standing).filter(closed_at__isnull=True))


def waiting_for(standing: Standing, found: Iterable[Question]) -> list[Question]:
    """Those of some open questions that this person's agencies, or they as analyst, are to answer;
    what somebody answered waits for whoever asked."""
    return [each for each in found if not each.answers.all() and can_answer(standing, each)]


def agencies(standing: Standing) -> QuerySet[Agency]:
    """The agencies that take part in the partnership today: those whom this person can ask."""
    today = Membership.objects.filter(on(standing.today), partnership=readable(standing))
    found = Agency.objects.filter(pk__in=today.values("agency"))
    return without_conflicts(found, standing)
