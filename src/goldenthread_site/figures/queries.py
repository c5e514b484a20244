"""Everything that is read in this room, narrowed to what the person asking may see."""

from datetime import datetime

from django.db.models import F, QuerySet

from goldenthread.nouns import Period
from goldenthread.report.desk import Desk
from goldenthread_site.directory.models import Agency, Membership, Partnership, on
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import shelves
from goldenthread_site.figures.models import Deposit, Question
from goldenthread_site.figures.permissions import READERS, can_answer, sees_true_counts


def readable(standing: Standing) -> Partnership | None:
    """The partnership whose figures this person may read, the one being looked at; or none."""
    return standing.partnership if standing.holds(*READERS) else None


def years(standing: Standing) -> list[Period]:
    """The years there are figures of, the last first."""
    partnership = readable(standing)
    return shelves.years_known(partnership) if partnership and partnership.areas else []


def changed(standing: Standing) -> datetime | None:
    """When the figures last changed."""
    newest = Deposit.objects.filter(partnership=readable(standing)).order_by("-pk")
    return newest.values_list("at", flat=True).first()


def desk(standing: Standing, year: Period, *, as_released: bool = False) -> Desk | None:
    """The figures of a year, ready to be asked about: as they are known for whoever is entitled to
    true counts, for everyone else (and for whoever asks for that) as they may leave."""
    partnership = readable(standing)
    if partnership is None or not partnership.areas:
        return None
    inside = sees_true_counts(standing) and not as_released
    return shelves.desk_of(partnership, year, inside=inside)


def questions(standing: Standing, indicator: str = "") -> QuerySet[Question]:
    """Every question of the partnership, the open ones first, with its answers."""
    partnership = readable(standing)
    if partnership is None:
        return Question.objects.none()
    found = Question.objects.filter(partnership=partnership)
    if indicator:
        found = found.filter(indicator=indicator)
    return (
        found.select_related("asked_of", "asked_by")
        .prefetch_related("answers")
        .order_by(F("closed_at").asc(nulls_first=True), "asked_at")
    )


def waiting_for(standing: Standing) -> list[Question]:
    """Open questions that this person's agencies, or they as analyst, are to answer."""
    return [
        each
        for each in questions(standing).filter(closed_at__isnull=True, answers__isnull=True)
        if can_answer(standing, each)
    ]


def agencies(standing: Standing) -> QuerySet[Agency]:
    """The agencies that take part in the partnership today: those who can be asked."""
    today = Membership.objects.filter(on(standing.today), partnership=readable(standing))
    return Agency.objects.filter(pk__in=today.values("agency"))
