"""What indicators of children looked after and of care leavers share besides their placements.

Of health the national return asks once a year, on 31 March, what a list for inspectors tells by
last dates and a dataset by every check. One rule holds for all: what the yearly return says of a
child on the day holds; where it says nothing of that child and thing, what happened in the twelve
months that end on the day does. Nothing told is not done.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ibis

from goldenthread.indicators.joins import left

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey

_CHILD = ["area", "person_id"]
_ON_A_DAY = [*_CHILD, "day"]

# A week after care begins the first visit is due.
_FIRST_VISIT = 7
_SIX_WEEKS = 42
_ASSESSMENT_DUE = 20

# Who has left care and is owed help; the national return, which has nobody else, does not say.
_LEFT_CARE = ("RELEVANT", "FORMER RELEVANT")
_HELPED = (*_LEFT_CARE, "QUALIFYING")
# Out of the measures: died, or back home for six months or longer.
_LEFT_OUT = ("DIED", "RHOM", "LEFT OUT")


class Care:
    """The shared steps over one journey; ``Journey.care`` has it."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey

    def with_years(self, rows: Any, day: str = "day") -> Any:
        """The rows with ``years``, the child’s age in whole years; null where it is not known."""
        person = self._journey.table("person").select(*_CHILD, "birth_date")
        joined = left(rows, person, _CHILD)
        years = self._journey.years_between(joined.birth_date, joined[day])
        return joined.mutate(years=years).drop("birth_date")

    def for_a_year(self, youngest: int = 0, oldest: int | None = None) -> Any:
        """Children looked after on each last day for the twelve months that end with it, of an
        age where one is asked for: then children of whom it is not known are left out."""
        rows = self._journey.in_care.looked_after_for("year_start")
        if not youngest and oldest is None:
            return rows
        rows = self.with_years(rows)
        rows = rows.filter(rows.years >= youngest)
        return rows if oldest is None else rows.filter(rows.years <= oldest)

    def yearly(self, rows: Any, *columns: str) -> Any:
        """The rows with columns of the yearly return about their day; null where it is silent."""
        told = self._journey.table("cla_yearly_outcomes")
        numbers = {name: told[name].cast("int32").max() for name in columns}
        told = told.group_by(*_CHILD, day=told.year_end).aggregate(**numbers)
        return left(rows, told, _ON_A_DAY)

    def times_in_year(self, rows: Any, events: Any, day: str, name: str) -> Any:
        """The rows with ``name``: on how many days something happened in the year to their day."""
        days = rows.select(*_ON_A_DAY, "year_start").distinct()
        events = events.select(its_area="area", its_person="person_id", its_day=day)
        found = days.join(
            events,
            [
                days.area == events.its_area,
                days.person_id == events.its_person,
                events.its_day.between(days.year_start, days.day),
            ],
        )
        counted = found.group_by(_ON_A_DAY).aggregate(**{name: found.its_day.nunique()})
        rows = left(rows, counted, _ON_A_DAY)
        return rows.mutate(**{name: rows[name].fill_null(0)})

    def checked(self, rows: Any, told: str, kinds: Sequence[str], last: str = "") -> Any:
        """The rows with ``done``, 1 where the yearly return says so or a check was made, and 0.

        ``told`` is the return’s column, ``kinds`` the checks that count, ``last`` the column with
        the last day of a list. Where two are asked for under five, a last day tells of one.
        """
        checks = self._journey.table("cla_health")
        checks = checks.filter(checks.check_type.isin(kinds))
        rows = self.times_in_year(rows, checks, "check_date", "times")
        due = ibis.literal(1)
        if told == "health_assessment" and self._journey.choice("health_assessments_due") != "one":
            rows = self.with_years(rows)
            due = (rows.years < 5).fill_null(False).ifelse(2, 1)
        made = rows.times >= due
        if last:
            made |= rows[last].between(rows.year_start, rows.day).fill_null(False) & (due == 1)
        return self.told_or(rows, told, made)

    def told_or(self, rows: Any, told: str, otherwise: Any) -> Any:
        """The rows with ``done``: as the yearly return says, else as ``otherwise`` does."""
        rows = rows.mutate(otherwise=otherwise.ifelse(1, 0))
        rows = self.yearly(rows, told)
        return rows.mutate(done=rows[told].fill_null(rows.otherwise))

    def immunised(self) -> Any:
        """Those looked after for a year, with ``done`` where immunisations were up to date.

        Of the statuses recorded one by one the last by the day holds, however old.
        """
        rows = self.for_a_year()
        statuses = self._journey.table("cla_immunisations")
        rows = self._journey.steps.last_on_or_before(
            rows, "day", statuses, "status_date", "status_date"
        )
        said = statuses.up_to_date.cast("int32").max()
        told = statuses.group_by(*_CHILD, "status_date").aggregate(said=said)
        rows = left(rows, told, [*_CHILD, "status_date"])
        return self.told_or(rows, "immunisations", (rows.said == 1).fill_null(False))

    def scored(self) -> Any:
        """Those of 5 to 16 looked after for a year, with ``score``: that of the yearly return, or
        of the last questionnaire of the year; null where none was received.

        A reason in the return why there is none holds against a questionnaire.
        """
        rows = self.for_a_year(5, 16)
        scores = self._journey.table("sdq_scores")
        scores = scores.filter(scores.score.notnull())
        rows = self._journey.steps.last_on_or_before(
            rows, "day", scores, "completed_date", "completed"
        )
        on_day = scores.group_by(*_CHILD, completed=scores.completed_date).aggregate(
            latest=scores.score.max()
        )
        rows = left(rows, on_day, [*_CHILD, "completed"])
        latest = (rows.completed >= rows.year_start).ifelse(rows.latest, ibis.null("int32"))
        returned = self._journey.table("cla_yearly_outcomes")
        returned = returned.group_by(*_CHILD, day=returned.year_end).aggregate(
            returned=returned.sdq_score.max(), excused=returned.sdq_reason.max()
        )
        rows = left(rows.mutate(latest=latest), returned, _ON_A_DAY)
        otherwise = rows.excused.isnull().ifelse(rows.latest, ibis.null("int32"))
        return rows.mutate(score=rows.returned.fill_null(otherwise))

    def visited(self) -> Any:
        """Children looked after on each last day to whom a visit was due, with ``visited``, 1
        where the last was soon enough before, and 0. The first is due within a week."""
        journey = self._journey
        rows = journey.in_care.on_last_days
        rows = journey.steps.last_on_or_before(
            rows, "day", journey.table("cla_visits"), "visit_date", "visit_day"
        )
        listed = rows.last_visit_date.between(rows.care_start, rows.day).fill_null(False)
        told = (rows.visit_day >= rows.care_start).fill_null(False)
        rows = rows.mutate(
            visit_day=told.ifelse(rows.visit_day, ibis.null("date")),
            last_visit_date=listed.ifelse(rows.last_visit_date, ibis.null("date")),
        )
        never = rows.visit_day.isnull() & rows.last_visit_date.isnull()
        too_soon = rows.day <= rows.care_start + ibis.interval(days=_FIRST_VISIT)
        rows = rows.filter(~(never & too_soon))
        in_time = self._soon(rows, rows.visit_day) | self._soon(rows, rows.last_visit_date)
        return rows.mutate(visited=in_time.ifelse(1, 0))

    def _soon(self, rows: Any, visit: Any) -> Any:
        soon = visit + ibis.interval(days=_SIX_WEEKS) >= rows.day
        if self._journey.choice("looked_after_visit_within") == "6_weeks_then_3_months":
            later = rows.day >= rows.care_start + ibis.interval(years=1)
            soon |= later & (visit + ibis.interval(months=3) >= rows.day)
        return soon.fill_null(False)

    def first_assessed(self) -> Any:
        """Periods of care in which an initial health assessment was due, with ``in_time``.

        It is the first health assessment from the start of care on that is not said to be a later
        one.
        """
        journey = self._journey
        checks = journey.table("cla_health")
        checks = checks.filter(checks.check_type.isin(("IHA", "HEALTH")))
        rows = journey.steps.first_on_or_after(
            journey.in_care.periods, "care_start", checks, "check_date", "check_day"
        )
        rows = journey.working_days(rows, "care_start", "check_day", "waited")
        if journey.choice("left_before_assessment") == "left_out":
            rows = journey.working_days(rows, "care_start", "care_end", "stayed")
            rows = rows.filter(~(rows.stayed < _ASSESSMENT_DUE).fill_null(False))
        in_time = (rows.waited <= _ASSESSMENT_DUE).fill_null(False)
        return rows.mutate(in_time=in_time.ifelse(1, 0))

    def with_workers(self, rows: Any) -> Any:
        """The rows with ``workers``: how many social workers the child had in the twelve months
        up to the day while looked after. A role that is not told counts."""
        told = self._journey.table("involvements")
        social = told.role.lower().contains("social worker").fill_null(True)
        told = told.filter(social).select(
            its_area="area",
            its_person="person_id",
            worker="worker_id",
            its_start="start_date",
            its_end="end_date",
        )
        from_day = (rows.care_start > rows.year_start).ifelse(rows.care_start, rows.year_start)
        days = rows.select(*_ON_A_DAY, from_day=from_day)
        found = days.join(
            told,
            [
                days.area == told.its_area,
                days.person_id == told.its_person,
                told.its_start <= days.day,
                told.its_end.isnull() | (told.its_end > days.from_day),
            ],
        )
        counted = found.group_by(_ON_A_DAY).aggregate(workers=found.worker.nunique())
        rows = left(rows, counted, _ON_A_DAY)
        return rows.mutate(workers=rows.workers.fill_null(0))

    def missing(self) -> Any:
        """Times that children were missing, absences too where those count."""
        rows = self._journey.table("missing")
        if self._journey.choice("missing_or_absent") == "both":
            return rows
        return rows.filter((rows.missing_type != "A").fill_null(True))

    def ever_missing(self) -> Any:
        """Each child looked after at any time in a period: ``period``, its last ``day``, and
        ``missed``, 1 for one who was missing in it while looked after, and 0."""
        stays = self._journey.in_care.periods.join(self._journey.periods, [])
        stays = stays.filter(
            (stays.care_start <= stays.day)
            & (stays.care_end.isnull() | (stays.care_end > stays.start))
        )
        times = self.missing().select(
            its_area="area", its_person="person_id", its_start="start_date", its_end="end_date"
        )
        key = [*_CHILD, "period"]
        found = stays.join(
            times,
            [
                stays.area == times.its_area,
                stays.person_id == times.its_person,
                times.its_start <= stays.day,
                times.its_end.isnull() | (times.its_end >= stays.start),
                times.its_start >= stays.care_start,
                stays.care_end.isnull() | (times.its_start < stays.care_end),
            ],
        )
        found = found.select(*key).distinct().mutate(missed=1)
        rows = left(stays.select(*key, "day").distinct(), found, key)
        return rows.mutate(missed=rows.missed.fill_null(0))

    def leavers(self) -> Any:
        """Care leavers of 17 to 21 as first reported at each age, with ``years`` and ``day``.

        The national return reports each on the birthday. Left out are those who died or went back
        home, whom no duty is owed to yet or any more, and whose birth is not known.
        """
        rows = self._journey.table("care_leavers")
        rows = rows.filter(rows.eligibility.isnull() | rows.eligibility.isin(_LEFT_CARE))
        rows = self.with_years(rows, "reported_on")
        rows = rows.filter(rows.years.between(17, 21))
        first = rows.reported_on.min().over(group_by=[rows.area, rows.person_id, rows.years])
        rows = rows.mutate(first=first)
        rows = rows.filter(rows.reported_on == rows["first"])
        rows = rows.filter(~rows.in_touch.isin(_LEFT_OUT).fill_null(False))
        return rows.rename(day="reported_on")

    def leavers_by(self, told: Any, numerator: Any) -> Any:
        """Rows of ``leavers`` as a share: by age band, sex and ethnicity."""
        rows = told.select(
            *_ON_A_DAY, "years", numerator=numerator.fill_null(False).ifelse(1, 0), denominator=1
        )
        rows = self._journey.with_child(rows)
        return rows.mutate(age=(rows.years <= 18).ifelse("17-18", "19-21")).drop("years")

    def leavers_open(self) -> Any:
        """Care leavers being helped on each last day, by the last report of the council before,
        with ``band``, their ages.

        Only a report that says what each is owed is of a day; the national return is of birthdays.
        """
        rows = self._journey.table("care_leavers")
        rows = rows.filter(rows.eligibility.notnull())
        rows = rows.join(self._journey.ends, rows.reported_on <= self._journey.ends.day)
        last = rows.reported_on.max().over(group_by=[rows.area, rows.day])
        rows = rows.mutate(last=last)
        rows = rows.filter(rows.reported_on == rows["last"])
        gone = (rows.in_touch == "DIED").fill_null(False)
        rows = self.with_years(rows.filter(rows.eligibility.isin(_HELPED) & ~gone))
        band = ibis.cases(
            (rows.years < 17, "Under 17"),
            (rows.years <= 18, "17-18"),
            (rows.years <= 21, "19-21"),
            (rows.years > 21, "22 and over"),
        )
        return rows.mutate(band=band)
