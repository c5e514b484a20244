"""A return from being asked for to being accepted: what is kept, what gives way, what is told."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from goldenthread.nouns import AreaKind, PeriodKind, Quality, Symbol
from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Holding, Post, Succession
from goldenthread_site.figures.models import KeptFigure
from goldenthread_site.returns import actions, checks, permissions, queries
from goldenthread_site.returns.figuring import figures_of
from goldenthread_site.returns.models import DataRequest, Return
from goldenthread_site.returns.rules import Status
from goldenthread_site.trail.models import Content, Link
from tests.factories.returns import ANSWERS, Someone, a_person, a_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return a_town()


def told():
    return list(Link.objects.order_by("number").values_list("action", flat=True))


def test_the_whole_way_of_a_return(town):
    asked = town.ask()
    sent = town.accepted(asked)
    assert sent.status == Status.ACCEPTED
    assert sent.signed_as == "Head of safeguarding"
    assert told() == [
        "return asked for",
        "return submitted",
        "return signed",
        "figures kept",
        "return accepted",
    ]
    kept = {(each.indicator, each.breakdown): each for each in KeptFigure.objects.all()}
    assert len(kept) == 7
    assert kept["police_notices", ""].value == Decimal(412)
    assert kept["police_notices", "reason=Exploitation"].value == 0
    assert kept["police_powers_of_protection", ""].value is None


def test_its_figures_say_whose_what_when_and_where_from(town):
    sent = town.accepted(town.ask())
    figures = {str(each.key): each for each in figures_of(sent)}
    whole = figures["police_notices|count|821|2026-27 Q2"]
    assert whole.thread.source == "local.police_return"
    assert whole.thread.locator == (
        f"return {sent.pk}, version 1, line “Notices about children sent to the front door”"
    )
    unknown = figures["police_powers_of_protection|count|821|2026-27 Q2"]
    refused = figures["exploitation_panel_children|count|821|2026-27 Q2"]
    assert unknown.symbol is refused.symbol is Symbol.NOT_AVAILABLE
    assert unknown.quality_note == "not known to Bedfordshire Police"
    assert refused.quality_note == "refused by Bedfordshire Police"


def test_what_counts_everyone_or_another_year_never_enters_the_partnerships_series(town):
    asked = town.ask()
    draft = town.draft(asked)
    actions.declare(
        **town.contributor.both,
        sent=draft,
        footprint="agency",
        period="2025-26 academic",
        quality="caution",
        note="The fall is partly from recording.",
    )
    sent = actions.submit(**town.contributor.both, sent=draft)
    figures = list(figures_of(sent))
    assert {each.area.kind for each in figures} == {AreaKind.FOOTPRINT}
    assert {each.area.code for each in figures} == {f"agency-{town.police.pk}"}
    assert {each.period.kind for each in figures} == {PeriodKind.ACADEMIC_YEAR}
    assert {each.quality for each in figures} == {Quality.CAUTION}
    assert all("partly from recording" in each.quality_note for each in figures)


def test_a_draft_is_kept_as_typed_and_stays_off_the_trail(town):
    draft = town.draft(town.ask(), {"notices": " about 90 ", "powers_of_protection": "=1"})
    kept = {each.line: each.typed for each in draft.cells.all()}
    assert kept == {"notices": " about 90 ", "powers_of_protection": "=1"}
    assert told() == ["return asked for"]
    actions.save(**town.contributor.both, sent=draft, typed={"notices": "91"})
    kept = {each.line: each.typed for each in draft.cells.all()}
    assert kept == {"notices": "91", "powers_of_protection": "=1"}


def test_nothing_with_a_fault_is_submitted(town):
    draft = town.draft(town.ask(), ANSWERS | {"notices": "many"})
    with pytest.raises(RefusedError, match="Mend the faults"):
        actions.submit(**town.contributor.both, sent=draft)
    draft.refresh_from_db()
    assert draft.status == Status.DRAFT
    assert set(draft.cells.values_list("state", flat=True)) == {""}


def test_a_caution_without_its_reason_is_not_submitted(town):
    draft = town.draft(town.ask())
    Return.objects.filter(pk=draft.pk).update(quality="caution")
    with pytest.raises(RefusedError, match="note"):
        actions.submit(**town.contributor.both, sent=draft)


def test_only_what_is_signed_is_accepted(town):
    sent = town.submitted(town.ask())
    with pytest.raises(RefusedError, match="not signed"):
        checks.accept(**town.analyst.both, sent=sent)
    assert not KeptFigure.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Return.objects.filter(pk=sent.pk).update(status=Status.ACCEPTED)


def test_if_the_figures_cannot_be_kept_the_return_is_not_accepted(town, monkeypatch):
    sent = town.signed(town.ask())

    def broken(**given):
        raise OSError("the disk is full")

    monkeypatch.setattr(checks, "keep_figures", broken)
    with pytest.raises(OSError, match="full"):
        checks.accept(**town.analyst.both, sent=sent)
    sent.refresh_from_db()
    assert sent.status == Status.SUBMITTED
    assert "return accepted" not in told()


def test_a_question_is_answered_and_the_return_goes_on(town):
    sent = town.signed(town.ask())
    first = checks.query(**town.analyst.both, sent=sent, line="notices", text="Why so few?")
    second = checks.query(**town.analyst.both, sent=sent, line="", text="All forces?")
    assert actions.answer(**town.lead.both, query=first, text="Quiet.").status == Status.QUERIED
    with pytest.raises(RefusedError):
        checks.accept(**town.analyst.both, sent=sent)
    with pytest.raises(RefusedError, match="answered already"):
        actions.answer(**town.lead.both, query=first, text="Again.")
    after = actions.answer(**town.contributor.both, query=second, text="Yes.")
    assert after.status == Status.SUBMITTED
    assert checks.accept(**town.analyst.both, sent=after).status == Status.ACCEPTED


def test_what_was_asked_and_answered_stays_out_of_the_trail(town):
    sent = town.signed(town.ask())
    checks.query(**town.analyst.both, sent=sent, line="", text="A secret thing?")
    assert "secret" not in str(list(Content.objects.values()))


def test_a_newer_version_replaces_an_older_one_once_it_is_accepted(town):
    asked = town.ask()
    first = town.accepted(asked)
    second = town.signed(asked, {"notices": "420"})
    first.refresh_from_db()
    assert (first.status, second.version) == (Status.ACCEPTED, 2)
    checks.accept(**town.analyst.both, sent=second)
    first.refresh_from_db()
    assert first.status == Status.SUPERSEDED
    values = KeptFigure.objects.filter(indicator="police_notices", breakdown="")
    assert sorted(values.values_list("value", flat=True)) == [412, 420]
    assert {each.typed for each in first.cells.filter(line="notices")} == {"412"}


def test_a_newer_version_replaces_an_unaccepted_one_at_once(town):
    asked = town.ask()
    first = town.submitted(asked)
    town.submitted(asked, {"notices": "420"})
    first.refresh_from_db()
    assert first.status == Status.SUPERSEDED
    with pytest.raises(RefusedError, match="superseded"):
        actions.sign(**town.lead.both, sent=first, post="Head")


def test_beginning_twice_opens_the_same_draft(town):
    asked = town.ask()
    assert town.draft(asked) == actions.begin(**town.lead.both, asked=asked)


def test_the_lead_takes_back_what_is_not_signed(town):
    sent = town.submitted(town.ask())
    back = actions.take_back(**town.lead.both, sent=sent, why="Two forces are missing.")
    assert back.status == Status.DRAFT
    assert {each.typed for each in back.cells.filter(line="notices")} == {"412"}
    signed = town.signed(back.request)
    with pytest.raises(RefusedError, match="new version"):
        actions.take_back(**town.lead.both, sent=signed, why="No.")


def test_two_who_save_at_once_from_an_old_page_cannot_change_what_was_submitted(town):
    asked = town.ask()
    old_page = town.draft(asked)
    actions.submit(**town.contributor.both, sent=old_page)
    with pytest.raises(RefusedError, match="submitted"):
        actions.save(**town.contributor.both, sent=old_page, typed={"notices": "1"})


def test_the_lead_signs_as_the_holder_of_a_post(town):
    asked = town.ask()
    assert actions.posts_of(town.lead.standing, asked) == ["Safeguarding lead, Bedfordshire Police"]
    post = Post.objects.create(title="Detective Superintendent", agency=town.police)
    Holding.objects.create(post=post, person=town.lead.person, since=date(2026, 1, 1))
    assert actions.posts_of(town.lead.standing, asked) == ["Detective Superintendent"]


def test_the_same_is_not_asked_twice(town):
    town.ask()
    with pytest.raises(RefusedError, match="already"):
        town.ask()


def test_the_calendar_rolls_forward_once(town):
    asked = town.ask()
    town.ask("gcp2", repeats=False)
    town.ask("marac", period="2026-27 Q3")
    due = queries.to_roll_forward(town.analyst.standing)
    assert due == [asked]
    (made,) = checks.roll_forward(**town.analyst.both, requests=due)
    assert (made.period_code, made.footprint, made.follows) == ("2026-27 Q3", "821", asked)
    assert made.due == date(2027, 1, 20)
    assert queries.to_roll_forward(town.analyst.standing) == []
    assert checks.roll_forward(**town.analyst.both, requests=due) == []


def test_only_those_of_the_partnership_ask(town):
    with pytest.raises(NotAllowedError):
        checks.ask(
            **town.lead.both,
            agency=town.fire,
            template="fire",
            period="2026-27 Q2",
            footprint="821",
            due=date(2026, 12, 1),
        )
    assert not DataRequest.objects.exists()


def test_a_successor_takes_over_what_its_predecessor_was_asked(town):
    asked = town.ask()
    new = Agency.objects.create(name="New Police", short_name="New", sector="police")
    lead = Someone(a_person(town.luton, Role.AGENCY_LEAD, new))
    assert not permissions.can_fill_in(lead.standing, asked)
    Succession.objects.create(
        predecessor=town.police, successor=new, on=date(2026, 10, 1), how="replaced"
    )
    assert permissions.can_fill_in(lead.standing, asked)
    assert list(queries.requests(lead.standing)) == [asked]
