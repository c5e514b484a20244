"""What indicators of children looked after share: periods of care, and placements within them.

An episode, as the national return has it, is a stretch under one legal status in one placement, and
none names its period of care or its placement. Both are made from the days and the reasons here, so
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
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
# Reasons why an episode began: in the same placement, and in another with the same carer.
_SAME_PLACEMENT, _SAME_CARER = "L", ("T", "U")
_ADOPTED_BY_CARER = ("A3", "A5")
FOR_ADOPTION = ("A3", "A4", "A5", "A6", "ADOPTION")
_PLACE = ("placement_type", "placement_provider", "placement_urn", "placement_postcode")

# Later than any day: what has no end yet.
_NEVER = "9000-01-01"
_CHILD = ["area", "person_id"]


class Placements:
    """The shared steps of care over one journey; ``Journey.placements`` has it."""

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
        in_order = ibis.window(group_by=[rows.area, rows.person_id], order_by=rows.start_date)
        ended = rows.end_date.fill_null(rows.start_date.lead().over(in_order))
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
                *_PLACE,
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
        rows = rows.mutate(last=rows.start_date.lead().over(_in_order(rows)).isnull())
        made = rows.group_by([*_CHILD, "stay"]).aggregate(
            care_start=rows.began.max(),
            until=rows.until.max(),
            need=rows.began.notnull().ifelse(rows.primary_need, ibis.null("string")).max(),
            reason=rows.last.ifelse(rows.end_reason, ibis.null("string")).max(),
        )
        in_order = ibis.window(group_by=[made.area, made.person_id], order_by=made.stay)
        following = made.care_start.lead().over(in_order)
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
            its_next=episodes.start_date.lead().over(_in_order(episodes)),
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

    @cached_property
    def _settled(self) -> Any:
        """The episodes without temporary ones, with ``new_place`` and ``new_carer``, for one that
        begins a placement or time with a carer.

        After days away the placement is the same if kind, provider, number and postcode are; so
        is it where a format gives no reason. Adoption by the carer is no move.
        """
        rows = self.episodes
        rows = rows.mutate(away=rows.placement_type.isin(TEMPORARY).fill_null(False))
        rows = rows.mutate(times_away=_running(rows, rows.away))
        rows = rows.filter(~rows.away)
        rows = rows.mutate(
            times_before=rows.times_away.lag().over(_in_order(rows)),
            **{f"last_{name}": rows[name].lag().over(_in_order(rows)) for name in _PLACE},
        )
        same_place = ibis.literal(True)
        for name in _PLACE:
            same_place &= rows[name].identical_to(rows[f"last_{name}"])
        back = (rows.times_away != rows.times_before).fill_null(False)
        reason = rows.start_reason
        legal_only = (reason == _SAME_PLACEMENT).fill_null(False) & ~back
        with_carer = reason.isin(_SAME_CARER).fill_null(False)
        by_carer = rows.placement_type.isin(_ADOPTED_BY_CARER).fill_null(False)
        stayed = by_carer | legal_only | ((back | reason.isnull()) & same_place)
        first = rows.times_before.isnull()
        rows = rows.mutate(new_place=first | ~stayed, new_carer=first | ~(stayed | with_carer))
        told = ("stay", "start_date", "until", "new_place", "new_carer")
        return self._journey.kept(rows.select(*_CHILD, *told))

    @cached_property
    def spells(self) -> Any:
        """Placements: ``stay``, ``spell``, ``spell_start`` and ``spell_until``."""
        with_carer = self._journey.choice("same_carer_moves") == "counted"
        return self._spells("new_place" if with_carer else "new_carer")

    def _spells(self, begins: str) -> Any:
        rows = self._settled
        rows = rows.mutate(spell=_running(rows, rows[begins]))
        return rows.group_by([*_CHILD, "stay", "spell"]).aggregate(
            spell_start=rows.start_date.min(), spell_until=rows.until.max()
        )

    def with_placements(self, rows: Any, window: str) -> Any:
        """The rows with ``placements``: how many the child had from the start of a window to the
        day, in earlier periods of care too.

        A list for inspectors counts those of twelve months itself and tells only the latest: its
        count holds where an episode of the window has no reason why it began, or no kind.
        """
        spells = self._among(rows, self.spells, "spell_start", "spell_until", window)
        key = [*_CHILD, "day"]
        counted = spells.group_by(key).aggregate(own=spells.count())
        rows = left(rows, counted, key)
        if window != "year_start":
            return rows.mutate(placements=rows.own.fill_null(0)).drop("own")
        episodes = self.episodes
        partly = episodes.start_reason.isnull() | episodes.placement_type.isnull()
        partly = self._among(rows, episodes.filter(partly), "start_date", "until", window)
        rows = left(rows, partly.select(*key).distinct().mutate(partly=1), key)
        listed = rows.partly.notnull() & rows.placements_in_year.notnull()
        placements = listed.ifelse(rows.placements_in_year, rows.own.fill_null(0))
        return rows.mutate(placements=placements).drop("own", "partly")

    @staticmethod
    def _among(rows: Any, others: Any, start: str, until: str, window: str) -> Any:
        """For each row and day, whatever of the child lay in the window: it lasted into it."""
        days = rows.select(*_CHILD, "day", begins=window)
        others = others.select(
            its_area="area", its_person="person_id", its_start=start, its_until=until
        )
        found = days.join(
            others,
            [
                days.area == others.its_area,
                days.person_id == others.its_person,
                others.its_start <= days.day,
                others.its_until > days.begins,
            ],
        )
        return found.select(*_CHILD, "day")

    def with_carer(self, rows: Any) -> Any:
        """The rows with ``carer_start``, since when the child has lived with the same carer.

        Null for a child who has only been in temporary placements.
        """
        carers = self._spells("new_carer")
        in_order = ibis.window(
            group_by=[carers.area, carers.person_id, carers.stay], order_by=carers.spell
        )
        carers = carers.select(
            its_area="area",
            its_person="person_id",
            its_stay="stay",
            its_start="spell_start",
            its_next=carers.spell_start.lead().over(in_order),
            its_last=carers.spell_start.lag().over(in_order),
        )
        same = [
            rows.area == carers.its_area,
            rows.person_id == carers.its_person,
            rows.stay == carers.its_stay,
            rows.day >= carers.its_start,
            carers.its_next.isnull() | (rows.day < carers.its_next),
        ]
        joined = rows.left_join(carers, same)
        since = joined.its_start
        if self._journey.choice("adoption_and_same_carer") == "with_placement_before":
            adopting = joined.placement_type.isin(FOR_ADOPTION).fill_null(False)
            since = adopting.ifelse(joined.its_last.fill_null(since), since)
        return joined.select(*rows.columns, carer_start=since)

    def far_away(self, rows: Any, *, outside: bool) -> Any:
        """The rows with ``far``, 1 for 20 miles or more from home, and 0; with ``outside`` for more
        than 20 and out of the council’s area.

        Where that is not known of a child, the row is left out, or counts as not far, as chosen.
        """
        far = rows.distance >= 20
        if outside:
            far = (rows.distance > 20) & ~rows.in_area
        if self._journey.choice("distance_not_known") == "left_out":
            rows = rows.filter(rows.distance.notnull() & far.notnull())
        return rows.mutate(far=far.fill_null(False).ifelse(1, 0))


def _counted(rows: Any, day: str, **breakdown: Any) -> Any:
    return rows.select(
        "area", "person_id", "period", day=day, numerator=1, denominator=1, **breakdown
    )


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


def _earlier(rows: Any, *order: str) -> Any:
    """The window over a child's rows before each."""
    return ibis.rows_window(
        group_by=[rows.area, rows.person_id],
        order_by=[rows[name] for name in order],
        preceding=(None, 1),
    )


def _in_order(rows: Any) -> Any:
    """The window over the episodes of a period of care."""
    return ibis.window(
        group_by=[rows.area, rows.person_id, rows.stay], order_by=[rows.start_date, rows.until]
    )


def _running(rows: Any, begins: Any) -> Any:
    """How many have begun up to and with each episode of a period of care."""
    window = ibis.cumulative_window(
        group_by=[rows.area, rows.person_id, rows.stay], order_by=[rows.start_date, rows.until]
    )
    return begins.ifelse(1, 0).sum().over(window)
