"""Everything that writes in this room: keeping figures, asking, answering, closing."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from goldenthread.figures.rows import row_of
from goldenthread.nouns import Figure, NeighbourSet
from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.directory.models import Agency, Partnership
from goldenthread_site.directory.people.matters import check_no_interest
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import permissions
from goldenthread_site.figures.models import Answer, Deposit, KeptFigure, KeptNeighbours, Question
from goldenthread_site.figures.prepared.tasks import prepare_soon
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record

_AT_A_TIME = 500


@transaction.atomic
def keep_figures(
    *,
    by: Acting,
    partnership: Partnership,
    figures: Iterable[Figure],
    because: str,
    return_number: int | None = None,
    neighbour_sets: Iterable[NeighbourSet] = (),
) -> Deposit:
    """Keep figures beside whatever is known already: nothing is overwritten.

    ``because`` says where they come from, "Police front door return, January 2024, accepted".
    All are kept or none.
    """
    deposit = Deposit.objects.create(
        partnership=partnership, because=because, return_number=return_number
    )
    made = KeptFigure.objects.bulk_create(
        (KeptFigure(deposit=deposit, **row_of(figure)) for figure in figures),
        batch_size=_AT_A_TIME,
    )
    KeptNeighbours.objects.bulk_create(
        KeptNeighbours(
            deposit=deposit,
            name=each.name,
            year=each.year,
            area_code=each.area,
            members=each.members,
            close=each.close,
        )
        for each in neighbour_sets
    )
    record(
        by=by,
        action="figures kept",
        about=deposit,
        partnership=partnership.pk,
        why=because,
        detail={"figures": len(made)},
    )
    prepare_soon(partnership)
    return deposit


@transaction.atomic
def ask(
    *,
    by: Acting,
    standing: Standing,
    indicator: str,
    year: str,
    text: str,
    asked_of: Agency | None,
) -> Question:
    """Ask something about an indicator, of an agency or of the analyst."""
    permissions.check_ask(standing)
    if asked_of is not None:
        check_no_interest(asked_of, standing)
    if by.person is None or standing.partnership is None:
        raise NotAllowedError("Only a person with a role in a partnership asks.")
    question = Question.objects.create(
        partnership=standing.partnership,
        indicator=indicator,
        year=year,
        text=text,
        asked_by=by.person,
        asked_as=standing.told_as,
        asked_of=asked_of,
    )
    _recorded(by, "question asked", question)
    return question


@transaction.atomic
def answer(*, by: Acting, standing: Standing, question: Question, text: str) -> Answer:
    """Answer a question that is not closed."""
    question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    permissions.check_answer(standing, question)
    permissions.check_open(question)
    if by.person is None:
        raise NotAllowedError("Only a person answers.")
    given = Answer.objects.create(
        question=question, text=text, by=by.person, by_as=standing.told_as
    )
    _recorded(by, "question answered", question)
    return given


@transaction.atomic
def close(*, by: Acting, standing: Standing, question: Question, because: str) -> None:
    """Close a question, saying what came of it."""
    question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    permissions.check_close(standing, question)
    if question.closed_at:
        return
    question.closed_at = timezone.now()
    question.closed_because = because
    question.save(update_fields=["closed_at", "closed_because"])
    _recorded(by, "question closed", question)


def _recorded(by: Acting, action: str, question: Question) -> None:
    record(
        by=by,
        action=action,
        about=question,
        partnership=question.partnership_id,
        detail={"indicator": question.indicator, "year": question.year},
    )
