"""What lies between the steps of the journey: which referral a thing belongs to, how long it took.

Formats differ in the identifiers they carry: the census nests an assessment in its referral, a
list for inspectors names neither. Days they all carry. So a step belongs to the latest earlier
step of the same child, by days alone, and every format gives the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ibis

from goldenthread.tables import code_list

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey

# Months, and as many days where days are chosen.
_DAYS = {3: 91, 6: 182, 12: 365, 24: 730}

DURATIONS = (
    "3 months or less",
    "More than 3 months to 6 months",
    "More than 6 months to less than 1 year",
    "1 year to less than 2 years",
    "2 years or more",
)
NOT_KNOWN = "Not known"

# Contacts that ask for something and bring no concern about a child.
REQUESTS = ("INFORMATION", "EDUCATION PLAN")


class Steps:
    """The shared steps of expressions over one journey; ``Journey.steps`` has it."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey

    def last_on_or_before(self, rows: Any, day: str, others: Any, other_day: str, name: str) -> Any:
        """The rows with ``name``: the child's last day in ``others`` up to and with their own.

        Null where there is none. A row stays one row however many others there are.
        """
        days = _days(others, other_day)
        following = ibis.range_window(
            group_by=[days.its_area, days.its_person],
            order_by=days.its_day,
            following=(ibis.interval(days=1), None),
        )
        days = days.mutate(until=days.its_day.min().over(following))
        near = (rows[day] >= days.its_day) & (days.until.isnull() | (rows[day] < days.until))
        return _joined(rows, days, near, name)

    def first_on_or_after(self, rows: Any, day: str, others: Any, other_day: str, name: str) -> Any:
        """The rows with ``name``: the child's first day in ``others`` from their own on."""
        days = _days(others, other_day)
        earlier = ibis.range_window(
            group_by=[days.its_area, days.its_person],
            order_by=days.its_day,
            preceding=(None, ibis.interval(days=1)),
        )
        days = days.mutate(after=days.its_day.max().over(earlier))
        near = (rows[day] <= days.its_day) & (days.after.isnull() | (rows[day] > days.after))
        return _joined(rows, days, near, name)

    @staticmethod
    def with_next(rows: Any, day: str, name: str) -> Any:
        """The rows with ``name``: the child's next later day among the rows themselves."""
        later = ibis.range_window(
            group_by=[rows.area, rows.person_id],
            order_by=rows[day],
            following=(ibis.interval(days=1), None),
        )
        return rows.mutate(**{name: rows[day].min().over(later)})

    def followed_by(self, rows: Any, day: str, others: Any, other_day: str, name: str) -> Any:
        """The rows with ``name``: the first day in ``others`` from their own on and before the
        child's next row; null where nothing followed.
        """
        found = self.first_on_or_after(self.with_next(rows, day, "next_row"), day, others,
                                       other_day, "found")  # fmt: skip
        own = found.next_row.isnull() | (found.found < found.next_row)
        return found.mutate(**{name: own.ifelse(found.found, ibis.null("date"))}).drop(
            "next_row", "found"
        )

    def months_on(self, day: Any, months: int) -> Any:
        """The day that many months on, by the calendar or in days, as ``months_lasting`` says."""
        if self._journey.choice("months_lasting") == "days":
            return day + ibis.interval(days=_DAYS[months])
        return day + ibis.interval(months=months)

    def duration(self, first: Any, last: Any) -> Any:
        """How long it lasted, in the bands that are published."""
        up_to_3, up_to_6, to_1_year, to_2_years, longer = DURATIONS
        return ibis.cases(
            (last < first, NOT_KNOWN),
            (last <= self.months_on(first, 3), up_to_3),
            (last <= self.months_on(first, 6), up_to_6),
            (last < self.months_on(first, 12), to_1_year),
            (last < self.months_on(first, 24), to_2_years),
            else_=longer,
        )

    @staticmethod
    def working_day_bands(days: Any, limits: Sequence[int]) -> Any:
        """Working days in bands, each up to and with its limit."""
        bands, first = [(days.isnull(), NOT_KNOWN)], 0
        for limit in limits:
            label = f"{first} to {limit} working days" if limit else "Same day"
            bands.append((days <= limit, label))
            first = limit + 1
        return ibis.cases(*bands, else_=f"{first} working days or more")

    def re_referred(self, referrals: Any) -> Any:
        """The referrals with ``again``, 1 for one within 12 months of an earlier one, and 0."""
        one_child = self._journey.of_one_child(referrals, "referral_date", "referral_id")
        before = referrals.referral_date.lag().over(one_child)
        if self._journey.choice("same_day_referral") == "no":
            # The latest referral of an earlier day: those of the same day are left out.
            before = self._journey.last_before(referrals, "referral_date")
        soon = self._journey.within_12_months(before, referrals.referral_date)
        return referrals.mutate(again=(before.notnull() & soon).ifelse(1, 0))

    def assessment_days(self, assessments: Any) -> Any:
        """The assessments with ``working_days``, from where ``assessment_timed_from`` says."""
        begun = assessments.mutate(begun=assessments.start_date)
        if self._journey.choice("assessment_timed_from") == "referral":
            referrals = self._journey.table("cin_episodes")
            begun = self.last_on_or_before(
                assessments, "start_date", referrals, "referral_date", "begun"
            )
        return self._journey.working_days(begun, "begun", "authorisation_date")

    def factors_of_episodes(self) -> Any:
        """The factors found at assessments completed, each once for an assessment: ``factor``,
        ``authorisation_date`` and ``episode``, which names the episode of need.
        """
        on = ["area", "person_id", "start_date"]
        assessments = self._journey.table("cin_assessments")
        done = assessments.filter(assessments.authorisation_date.notnull())
        done = done.select(*on, "authorisation_date").distinct()
        factors = self._journey.table("assessment_factors").select(*on, "factor").distinct()
        if self._journey.choice("no_factor_found") == "left_out":
            factors = factors.filter(factors.factor != "21")
        found = done.join(factors, on).select(*on, "authorisation_date", "factor")
        referrals = self._journey.table("cin_episodes")
        found = self.last_on_or_before(found, "start_date", referrals, "referral_date", "referred")
        day = ibis.coalesce(found.referred, found.start_date).cast("string")
        return found.mutate(episode=found.person_id + " " + day)

    def not_in_need(self, episodes: Any) -> Any:
        """Whether an episode closed because its assessment found no child in need."""
        both = self._journey.choice("not_in_need_closure") == "RC8_or_RC9"
        # ASSESSED stands where a list tells only that it was one of the two.
        codes = ("RC8", "RC9", "ASSESSED") if both else ("RC8",)
        return episodes.closure_reason.isin(codes).fill_null(False)

    def in_need(self) -> Any:
        """Referrals that opened an episode of need: not those closed with no further action."""
        episodes = self._journey.table("cin_episodes")
        return episodes.filter(~episodes.no_further_action.fill_null(False))

    def disabled_children(self) -> Any:
        """The children with a disability recorded, each once: ``disabled``, which is 1."""
        kinds = self._journey.table("disability")
        named = kinds.filter(kinds.disability != "NONE").select("area", "person_id")
        person = self._journey.table("person")
        told = person.filter(person.disabled.fill_null(False)).select("area", "person_id")
        return named.union(told, distinct=True).mutate(disabled=1)

    def concerns(self) -> Any:
        """Contacts about a concern: neither another agency’s request for information nor one for
        an education, health and care plan, by their type or, where it is not told, their issue.
        """
        contacts = self._journey.table("contacts")
        labels = code_list("contact_type").labels()
        asked = contacts.contact_type.isin(REQUESTS)
        named = contacts.issue.isin([labels[code] for code in REQUESTS])
        request = contacts.contact_type.isnull().ifelse(named, asked).fill_null(False)
        return contacts.filter(~request)

    def contacts_with_referral(self, contacts: Any) -> Any:
        """The contacts with ``became``, 1 for one that became a referral, and 0; and
        ``referral_day`` of the referral that followed soon, where one did.

        What the front door recorded holds; where it recorded nothing, a referral of the child soon
        after does, as ``referral_after_contact`` says.
        """
        joined = self.first_on_or_after(
            contacts, "contact_date", self._journey.table("cin_episodes"), "referral_date", "found"
        )
        soon = (joined.found <= joined.contact_date + self.after_contact()).fill_null(False)
        return joined.mutate(
            became=joined.became_referral.fill_null(soon).ifelse(1, 0),
            referral_day=soon.ifelse(joined.found, ibis.null("date")),
        ).drop("found")

    def after_contact(self) -> Any:
        """How long after a contact its referral may be."""
        return span(self._journey.choice("referral_after_contact"))

    def re_contact(self) -> Any:
        """How long after a contact that led to nothing another is a re-contact."""
        return span(self._journey.choice("re_contact_within"))

    def referrals_with_plan(self) -> Any:
        """The referrals with ``plan_day``, when a child protection plan of the council’s own began
        before the child’s next referral; null where none did.
        """
        return self.followed_by(
            self._journey.table("cin_episodes"),
            "referral_date",
            self._journey.protection.own_plans(),
            "start_date",
            "plan_day",
        )

    def taken(self, rows: Any, first: str, last: str) -> Any:
        """The rows that have both days, as the amounts of a median: the working days between."""
        timed = self._journey.working_days(rows, first, last)
        timed = timed.filter(timed.working_days.notnull())
        rows = timed.select("area", "person_id", day=last, numerator="working_days", denominator=1)
        return self._journey.with_child(rows)


def span(written: str) -> Any:
    """A length of time as parameters write it: ``3_months`` or ``91_days``."""
    number, unit = written.split("_")
    return ibis.interval(**{f"{unit.removesuffix('s')}s": int(number)})


def _days(others: Any, day: str) -> Any:
    """The days of each child in a table, each once."""
    known = others.filter(others[day].notnull())
    return known.select(its_area="area", its_person="person_id", its_day=day).distinct()


def _joined(rows: Any, days: Any, near: Any, name: str) -> Any:
    same = [rows.area == days.its_area, rows.person_id == days.its_person]
    joined = rows.left_join(days, [*same, near])
    return joined.select(*rows.columns, **{name: joined.its_day})
