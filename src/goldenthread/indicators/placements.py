"""Placements of children looked after, made from their episodes: how many, with whom, how far away.

Episodes name no placement. Consecutive ones are of the same where the reason says that only the
legal status changed, where the carer stays, or where days away lay between.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import ibis

from goldenthread.indicators.in_care import PLACE, in_order
from goldenthread.indicators.joins import left

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey

TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
# Reasons why an episode began: in the same placement, and in another with the same carer.
_SAME_PLACEMENT, _SAME_CARER = "L", ("T", "U")
_ADOPTED_BY_CARER = ("A3", "A5")
FOR_ADOPTION = ("A3", "A4", "A5", "A6", "ADOPTION")

_CHILD = ["area", "person_id"]


class Placements:
    """The placements over one journey; ``Journey.placements`` has them."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey

    @cached_property
    def _settled(self) -> Any:
        """The episodes without temporary ones, with ``new_place`` and ``new_carer``, for one that
        begins a placement or time with a carer.

        After days away the placement is the same if kind, provider, number and postcode are; so
        is it where a format gives no reason. Adoption by the carer is no move.
        """
        rows = self._journey.in_care.episodes
        rows = rows.mutate(away=rows.placement_type.isin(TEMPORARY).fill_null(False))
        rows = rows.mutate(times_away=_running(rows, rows.away))
        rows = rows.filter(~rows.away)
        rows = rows.mutate(
            times_before=rows.times_away.lag().over(in_order(rows)),
            **{f"last_{name}": rows[name].lag().over(in_order(rows)) for name in PLACE},
        )
        same_place = ibis.literal(True)
        for name in PLACE:
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
        episodes = self._journey.in_care.episodes
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
        one_stay = ibis.window(
            group_by=[carers.area, carers.person_id, carers.stay], order_by=carers.spell
        )
        carers = carers.select(
            its_area="area",
            its_person="person_id",
            its_stay="stay",
            its_start="spell_start",
            its_next=carers.spell_start.lead().over(one_stay),
            its_last=carers.spell_start.lag().over(one_stay),
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


def _running(rows: Any, begins: Any) -> Any:
    """How many have begun up to and with each episode of a period of care."""
    window = ibis.cumulative_window(
        group_by=[rows.area, rows.person_id, rows.stay], order_by=[rows.start_date, rows.until]
    )
    return begins.ifelse(1, 0).sum().over(window)
