"""What indicators of child protection share: conferences, and plans with what came before.

Conferences are joined to their enquiries, reviews and visits to their plans, by days (see
``steps``), so that a census, a list for inspectors and a dataset give the same answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ibis

from goldenthread.indicators.joins import left
from goldenthread.indicators.steps import span

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey

HISTORY = ("First plan", "Second plan", "Third plan or later")


class Protection:
    """The shared steps of child protection over one journey; ``Journey.protection`` has it."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey

    def conferences(self) -> Any:
        """Every initial conference: ``conference_date``, ``transfer_in``, ``became_plan`` and
        ``enquiry_date``, the day the section 47 enquiry it follows began.

        A conference is told in a row of its own, or only on its enquiry. The enquiry is the one
        that is named, else the latest that began by the day of the conference.
        """
        on = ["area", "person_id", "conference_date"]
        held = self._journey.table("initial_cp_conference").select(
            *on, "s47_start_date", "transfer_in", "became_plan"
        )
        enquiries = self._journey.table("s47_enquiry")
        told = enquiries.filter(enquiries.conference_date.notnull())
        told = told.group_by(on).aggregate(told_start=told.start_date.max())
        alone = told.anti_join(held, on).mutate(
            s47_start_date=ibis.null("date"),
            transfer_in=ibis.null("boolean"),
            became_plan=ibis.null("boolean"),
        )
        named = left(held, told, on)
        every = self._journey.steps.last_on_or_before(
            named.union(alone.select(*named.columns)),
            "conference_date",
            enquiries,
            "start_date",
            "latest_start",
        )
        enquiry = ibis.coalesce(every.s47_start_date, every.told_start, every.latest_start)
        return every.mutate(enquiry_date=enquiry).drop(
            "s47_start_date", "told_start", "latest_start"
        )

    def enquiries_with_conference(self) -> Any:
        """The enquiries with ``led``, 1 for one that a conference followed, and 0."""
        enquiries = self._journey.table("s47_enquiry")
        held = self.conferences()
        followed = held.filter(held.conference_date >= held.enquiry_date)
        first = followed.group_by("area", "person_id", start_date=followed.enquiry_date).aggregate(
            first_conference=followed.conference_date.min()
        )
        joined = left(enquiries, first, ["area", "person_id", "start_date"])
        linked = self._in_time(joined.start_date, joined.first_conference)
        told = self._in_time(joined.start_date, joined.conference_date)
        return joined.mutate(led=(linked | told).ifelse(1, 0))

    def _in_time(self, began: Any, held: Any) -> Any:
        """Whether a conference is known to follow an enquiry soon enough."""
        in_time = held >= began
        if self._journey.choice("conference_after_enquiry") == "60_days":
            in_time &= held <= began + ibis.interval(days=60)
        return in_time.fill_null(False)

    def with_plan(self, conferences: Any) -> Any:
        """The conferences with ``led``, 1 for one that decided on a plan, and 0.

        Where no outcome is recorded, a plan that began soon after tells.
        """
        joined = self._journey.steps.first_on_or_after(
            conferences, "conference_date", self.own_plans(), "start_date", "plan_day"
        )
        within = span(self._journey.choice("plan_after_conference"))
        soon = joined.plan_day <= joined.conference_date + within
        led = joined.became_plan.fill_null(soon.fill_null(False))
        return joined.mutate(led=led.ifelse(1, 0)).drop("plan_day")

    def own_plans(self) -> Any:
        """Child protection plans that are the council’s own and no other’s, kept for a time."""
        plans = self._journey.table("cp_plans")
        return plans.filter(~plans.other_area.fill_null(False))

    def plans_with_history(self) -> Any:
        """The council’s own plans with ``plans_before``, how many there were, and ``history``."""
        plans = self.own_plans()
        earlier = ibis.range_window(
            group_by=[plans.area, plans.person_id],
            order_by=plans.start_date,
            preceding=(None, ibis.interval(days=1)),
        )
        before = plans.previous_plans.fill_null(0)
        if self._journey.choice("previous_plans") == "either":
            known = plans.start_date.count().over(earlier)
            before = (known > before).ifelse(known, before)
        plans = plans.mutate(plans_before=before)
        first, second, later = HISTORY
        return plans.mutate(
            history=ibis.cases(
                (plans.plans_before == 0, first), (plans.plans_before == 1, second), else_=later
            )
        )

    def plans_after_plans(self) -> Any:
        """The council’s own plans with ``since``: the day an earlier plan of the child ended, or
        began, as ``second_plan_counts_from`` says; the latest, null where there was none.
        """
        plans = self.own_plans()
        earlier = plans.select(
            its_area="area", its_person="person_id", its_start="start_date", its_end="end_date"
        )
        pairs = plans.join(
            earlier,
            [
                plans.area == earlier.its_area,
                plans.person_id == earlier.its_person,
                plans.start_date > earlier.its_start,
            ],
        )
        counted = pairs.its_start
        if self._journey.choice("second_plan_counts_from") == "end":
            pairs = pairs.filter(pairs.its_end <= pairs.start_date)
            counted = pairs.its_end
        on = ["area", "person_id", "start_date"]
        return left(plans, pairs.group_by(on).aggregate(since=counted.max()), on)

    def soon_again(self, plans: Any) -> Any:
        """Whether a plan of ``plans_after_plans`` began within two years of the earlier one."""
        two_years = ibis.interval(years=2)
        if self._journey.choice("within_2_years") == "730_days":
            two_years = ibis.interval(days=730)
        return (plans.since + two_years >= plans.start_date).fill_null(False)

    def plans_with_reviews(self) -> Any:
        """The council’s own plans open on each last day and old enough for a first review, with
        ``day`` and ``in_time``, 1 where every review due by then was held in time, and 0.

        ``reviews_looked_at`` says whether to look back a year or to the start of the plan. What
        was held before is not asked about: the first review of the year may then be six months
        into it, unless it is the plan’s first and due earlier.
        """
        first_within = span(self._journey.choice("first_review_within"))
        later_within = span(self._journey.choice("later_reviews_within"))
        plans = self._journey.open_on_each_end(self.own_plans())
        plans = plans.filter(plans.start_date + first_within <= plans.day)
        counted_from = plans.start_date
        if self._journey.choice("first_review_counts_from") == "conference":
            counted_from = plans.conference_date.fill_null(plans.start_date)
        since = plans.day - ibis.interval(months=12)
        if self._journey.choice("reviews_looked_at") == "whole_plan":
            since = plans.start_date - ibis.interval(days=1)
        plans = plans.mutate(first_due=counted_from + first_within, since=since)
        on = ["area", "person_id", "start_date", "day"]
        asked = plans.select(*on, "since").distinct()
        joined = asked.join(self._reviews(later_within), on[:3])
        joined = joined.filter(joined.review_date <= joined.day)
        looked_at = joined.review_date > joined.since
        told = joined.group_by(on).aggregate(
            first=joined.review_date.min(where=looked_at),
            last=joined.review_date.max(where=looked_at),
            late=joined.late.max(where=looked_at & (joined.before > joined.since)),
            earlier=joined.review_date.min(where=~looked_at),
        )
        plans = left(plans, told, on)
        is_first = plans.earlier.isnull() & (plans.first_due > plans.since)
        due = is_first.ifelse(plans.first_due, plans.since + later_within)
        kept = (plans["first"] <= due) & (plans.late.fill_null(0) == 0)
        in_time = kept & (plans["last"] + later_within >= plans.day)
        return plans.mutate(in_time=in_time.fill_null(False).ifelse(1, 0))

    def _reviews(self, within: Any) -> Any:
        """Reviews of plans, each day once: ``before`` is the day of the one before, and ``late``
        is 1 for one too long after it.
        """
        reviews = self._journey.table("cp_reviews")
        reviews = reviews.filter(reviews.review_date >= reviews.plan_start_date)
        reviews = reviews.select(
            "area", "person_id", "review_date", start_date="plan_start_date"
        ).distinct()
        one_plan = ibis.window(
            group_by=[reviews.area, reviews.person_id, reviews.start_date],
            order_by=reviews.review_date,
        )
        reviews = reviews.mutate(before=reviews.review_date.lag().over(one_plan))
        late = (reviews.before + within < reviews.review_date).fill_null(False)
        return reviews.mutate(late=late.ifelse(1, 0))

    def plans_with_visits(self, limit: int) -> Any:
        """The council’s own plans open on each last day, with ``day`` and ``visited``, 1 where the
        last visit under the plan was at most so many working days before, and 0.

        A format may tell every visit, or only the last on the plan itself.
        """
        journey = self._journey
        visits = journey.table("cp_visits")
        only_seen = journey.choice("plan_visit") == "seen"
        if only_seen:
            visits = visits.filter(visits.seen.fill_null(False))
        plans = journey.open_on_each_end(self.own_plans())
        plans = journey.steps.last_on_or_before(plans, "day", visits, "visit_date", "visit_day")
        told = plans.visit_day >= plans.start_date
        on_plan = plans.last_visit_date.between(plans.start_date, plans.day)
        if only_seen:
            on_plan = ibis.literal(False)
        plans = plans.mutate(
            visit_day=told.ifelse(plans.visit_day, ibis.null("date")),
            last_visit_date=on_plan.ifelse(plans.last_visit_date, ibis.null("date")),
        )
        plans = journey.working_days(plans, "visit_day", "day", "since_visit")
        plans = journey.working_days(plans, "last_visit_date", "day", "since_last")
        if journey.choice("plan_without_visit") == "left_out":
            plans = journey.working_days(plans, "start_date", "day", "plan_age")
            visited_ever = plans.visit_day.notnull() | plans.last_visit_date.notnull()
            plans = plans.filter(visited_ever | (plans.plan_age > limit))
        soon = (plans.since_visit <= limit).fill_null(False)
        visited = soon | (plans.since_last <= limit).fill_null(False)
        return plans.mutate(visited=visited.ifelse(1, 0))
