"""A few questions in the example, one at each stage, so that nobody's list of them is empty."""

from django.db import transaction
from django.utils import timezone

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, RoleHeld
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import actions
from goldenthread_site.figures.models import Question
from goldenthread_site.trail.acting import Acting


@transaction.atomic
def load_questions() -> None:
    """Once only: open ones (one from an earlier year), one answered, one closed."""
    if Question.objects.exists():
        return
    _ask(
        Role.SCRUTINEER,
        "gcp2_assessments",
        "2022-23",
        "How many families had this assessment, and did it change what was done for them?",
        "Council",
    )
    _ask(
        Role.DELEGATED_PARTNER,
        "children_in_need_at_31_march",
        "2023-24",
        "Does the fall follow the new threshold guidance, or are fewer children coming to us?",
        None,
    )
    answered = _ask(
        Role.LEAD_PARTNER,
        "police_notices",
        "2023-24",
        "Do stations record a notice alike?",
        "Police",
    )
    by, standing = _someone(Role.AGENCY_LEAD)
    text = "Since July, yes. Before it two stations wrote one notice for each child."
    actions.answer(by=by, standing=standing, question=answered, text=text)
    closed = _ask(
        Role.DESIGNATED_HEALTH,
        "initial_health_assessment_in_time",
        "2022-23",
        "Which part of the wait is for the consent, and which for the clinic?",
        "ICB",
    )
    by, standing = _someone(Role.DELEGATED_PARTNER)
    text = "Two thirds of it was for the consent. It is now asked for on the first day."
    actions.answer(by=by, standing=standing, question=closed, text=text)
    by, standing = _someone(Role.DESIGNATED_HEALTH)
    actions.close(by=by, standing=standing, question=closed, because="Looked at again in a year.")


def _someone(role: Role) -> tuple[Acting, Standing]:
    held = RoleHeld.objects.filter(partnership__slug="luton", role=role).order_by("pk")[0]
    standing = Standing(held.person, timezone.localdate(), chosen="luton")
    return Acting(person=held.person), standing


def _ask(role: Role, indicator: str, year: str, text: str, short_name: str | None) -> Question:
    by, standing = _someone(role)
    asked_of = Agency.objects.get(short_name=short_name, ended=None) if short_name else None
    return actions.ask(
        by=by, standing=standing, indicator=indicator, year=year, text=text, asked_of=asked_of
    )
