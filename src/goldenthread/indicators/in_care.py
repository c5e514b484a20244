"""Periods of care: when children came to be looked after, when they left, who is on a day.

An episode, as the national return has it, is a stretch under one legal status in one placement, and
none names the period of care it belongs to. That is made from the days and the reasons here, so
that a return, a list for inspectors and a dataset give the same answer. Short breaks are left out,
as the national statistics leave them out.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import ibis

from goldenthread.indicators.joins import left

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey

SHORT_BREAKS = ("V3", "V4")

# Where a placement is: the same in all of it is the same placement.
PLACE = ("placement_type", "placement_provider", "placement_urn", "placement_postcode")

# Later than any day: what has no end yet.
_NEVER = "9000-01-01"
_CHILD = ["area", "person_id"]

# What is told of the episode a child is in on a day.
_TOLD_ON_THE_DAY = (
    "primary_need",
    "placement_type",
    "in_area",
    "distance",
    "placements_in_year",
    "last_visit_date",
    "last_health_assessment_date",
    "last_dental_check_date",
)


class InCare:
    """The periods of care over one journey; ``Journey.in_care`` has them."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey

    @cached_property
    def episodes(self) -> Any:
        """The episodes with ``until`` (their end, or a day that never comes), ``stay``, which
        period of care of the child they belong to, and ``began`` on the first of each.

        An episode without an end ended when the next began; one that ends before it begins ended
        on that day. A new period of care begins where the reason is that the child began to be
        looked after, or where a day lies between the end of all before and the start. Where the
        first episode known is not the first, the day that the format tells is when care began.
        """
        rows = self._journey.table("cla_episodes")
        rows = rows.filter(~rows.legal_status.isin(SHORT_BREAKS).fill_null(False))
        one_child = ibis.window(group_by=[rows.area, rows.person_id], order_by=rows.start_date)
        ended = rows.end_date.fill_null(rows.start_date.lead().over(one_child))
        ended = ended.fill_null(ibis.date(_NEVER))
        rows = rows.mutate(until=(ended < rows.start_date).ifelse(rows.start_date, ended))
        before = rows.until.max().over(_earlier(rows, "start_date", "until"))
        rows = rows.mutate(before=before)
        starts = (rows.start_reason == "S").fill_null(False)
        apart = rows.start_date > rows.before + ibis.interval(days=1)
        rows = rows.mutate(fresh=rows.before.isnull() | starts | apart.fill_null(False))
        told = rows.entered_care_date < rows.start_date
        told &= rows.before.isnull() | (rows.entered_care_date > rows.before)
        entered = (told.fill_null(False) & ~starts).ifelse(rows.entered_care_date, rows.start_date)
        so_far = ibis.cumulative_window(
            group_by=[rows.area, rows.person_id], order_by=[rows.start_date, rows.until]
        )
        rows = rows.mutate(
            stay=rows.fresh.ifelse(1, 0).sum().over(so_far),
            began=rows.fresh.ifelse(entered, ibis.null("date")),
        )
        return self._journey.kept(
            rows.select(
                *_CHILD,
                "stay",
                "began",
                "start_date",
                "until",
                "start_reason",
                "end_reason",
                *PLACE,
                *_TOLD_ON_THE_DAY[:1],
                *_TOLD_ON_THE_DAY[2:],
            )
        )

    @cached_property
    def periods(self) -> Any:
        """Periods of care: ``stay``, ``care_start`` and ``care_end``, which is null while it runs;
        ``need`` at the start and the ``reason`` of the end.

        One ends at the latest when the child’s next begins.
        """
        rows = self.episodes
        rows = rows.mutate(last=rows.start_date.lead().over(in_order(rows)).isnull())
        made = rows.group_by([*_CHILD, "stay"]).aggregate(
            care_start=rows.began.max(),
            until=rows.until.max(),
            need=rows.began.notnull().ifelse(rows.primary_need, ibis.null("string")).max(),
            reason=rows.last.ifelse(rows.end_reason, ibis.null("string")).max(),
        )
        one_child = ibis.window(group_by=[made.area, made.person_id], order_by=made.stay)
        following = made.care_start.lead().over(one_child)
        until = (following < made.until).fill_null(False).ifelse(following, made.until)
        made = made.mutate(care_end=until.nullif(ibis.date(_NEVER))).drop("until")
        return self._journey.kept(made)

    def first_started(self) -> Any:
        """Children who came into care in each period: ``period``, the ``day``, ``need``."""
        rows = self._in_periods("care_start", "min")
        need = self._journey.labelled(rows.need, "primary_need")
        return _counted(rows, "care_start", need=need)

    def last_ceased(self) -> Any:
        """Children who left care in each period: ``period``, the ``day``, ``reason``."""
        rows = self._in_periods("care_end", "max")
        reason = self._journey.labelled(rows.reason.nullif("X1"), "episode_end_reason")
        return _counted(rows, "care_end", reason=reason)

    def _in_periods(self, day: str, which: str) -> Any:
        """The first (min) or last (max) period of care of each child with a day in each period."""
        rows = self.periods
        periods = self._journey.periods.select("period", first="start", last="day")
        rows = rows.join(periods, [rows[day] >= periods["first"], rows[day] <= periods["last"]])
        one_child = ibis.window(group_by=[rows.area, rows.person_id, rows.period])
        chosen = rows.stay.min() if which == "min" else rows.stay.max()
        rows = rows.mutate(chosen=chosen.over(one_child))
        return rows.filter(rows.stay == rows.chosen)

    @cached_property
    def on_last_days(self) -> Any:
        """Each child looked after on each last day of a period, once: ``day``, the columns of
        ``periods``, and of the episode on the day what ``_TOLD_ON_THE_DAY`` names.

        Who leaves on the day is not looked after at its end.
        """
        periods, days = self.periods, self._journey.ends
        rows = periods.join(days, periods.care_start <= days.day)
        rows = rows.filter(rows.care_end.isnull() | (rows.care_end > rows.day))
        episodes = self.episodes
        told = episodes.select(
            its_area="area",
            its_person="person_id",
            its_stay="stay",
            its_start="start_date",
            its_next=episodes.start_date.lead().over(in_order(episodes)),
            **{name: name for name in _TOLD_ON_THE_DAY},
        )
        same = [
            rows.area == told.its_area,
            rows.person_id == told.its_person,
            rows.stay == told.its_stay,
            rows.day >= told.its_start,
            told.its_next.isnull() | (rows.day < told.its_next),
        ]
        joined = rows.left_join(told, same)
        kept = ("stay", "care_start", "day")
        return self._journey.kept(joined.select(*_CHILD, *kept, *_TOLD_ON_THE_DAY))

    @property
    def with_windows(self) -> Any:
        """``on_last_days`` with the windows that end on each, as ``Journey.windows`` has them."""
        return left(self.on_last_days, self._journey.windows, ["day"])

    def looked_after_for(self, window: str) -> Any:
        """Those looked after on each last day for all of a window of ``Journey.windows``."""
        rows = self.with_windows
        return rows.filter(rows.care_start <= rows[window])


def _counted(rows: Any, day: str, **breakdown: Any) -> Any:
    return rows.select(
        "area", "person_id", "period", day=day, numerator=1, denominator=1, **breakdown
    )


def _earlier(rows: Any, *order: str) -> Any:
    """The window over a child's rows before each."""
    return ibis.rows_window(
        group_by=[rows.area, rows.person_id],
        order_by=[rows[name] for name in order],
        preceding=(None, 1),
    )


def in_order(rows: Any) -> Any:
    """The window over the episodes of a period of care."""
    return ibis.window(
        group_by=[rows.area, rows.person_id, rows.stay], order_by=[rows.start_date, rows.until]
    )
