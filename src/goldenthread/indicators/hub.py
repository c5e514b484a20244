"""What indicators of the multi-agency safeguarding hub share: what was done in the time set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from goldenthread.indicators import joins
from goldenthread.indicators.steps import span

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey

_HOUR = 3600
# A working day: eight hours from nine.
_BEGINS, _LASTS = 9 * _HOUR, 8 * _HOUR
_RATED = (("RED", "red"), ("AMBER", "amber"))
_OTHERWISE = "green"


class Hub:
    """The shared steps of the hub over one journey; ``Journey.hub`` has it."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey

    def timed(self, rows: Any, began: str, ended: str, rating: str = "", within: str = "") -> Any:
        """The rows with ``in_time``: whether what began at one moment was done in time by another.

        How long it may take is ``within``, or else what is set for the code in ``rating``; what is
        not rated has the longest. Null where it was not done. By working hours, rows are left out
        that began or ended in a year whose bank holidays nobody knows.
        """
        if self._journey.choice("hub_hours") == "round_the_clock":
            due = rows[began] + self._allowed(rows, rating, within, span)
            return rows.mutate(in_time=rows[ended] <= due)
        timed = self._worked(self._worked(rows, began, "its_begin"), ended, "its_end")
        timed = timed.filter(
            timed.its_begin.notnull() & (timed.its_end.notnull() | timed[ended].isnull())
        )
        taken = timed.its_end - timed.its_begin
        timed = timed.mutate(in_time=taken <= self._allowed(timed, rating, within, _worked_seconds))
        return timed.drop("its_begin", "its_end")

    def _allowed(self, rows: Any, rating: str, within: str, length: Any) -> Any:
        """How long each row may take, in what ``length`` makes of a choice."""
        if within:
            return length(within)
        rated = [
            (code, length(self._journey.choice(f"{name}_decided_within"))) for code, name in _RATED
        ]
        longest = length(self._journey.choice(f"{_OTHERWISE}_decided_within"))
        return rows[rating].cases(*rated, else_=longest)

    def _worked(self, rows: Any, moment: str, name: str) -> Any:
        """The rows with the seconds of working time, since the calendar began, at a moment."""
        days = self._journey.calendar.select(
            its_day="calendar_day", its_number="number", its_working="working"
        )
        joined = joins.left(rows.mutate(its_day=rows[moment].date()), days, ["its_day"])
        at = joined[moment]
        clock = at.hour() * _HOUR + at.minute() * 60 + at.second()
        today = (clock - _BEGINS).clip(lower=0, upper=_LASTS)
        before = joined.its_number - joined.its_working
        joined = joined.mutate(**{name: before * _LASTS + joined.its_working * today})
        return joined.drop("its_day", "its_number", "its_working")

    def requests(self) -> Any:
        """What agencies were asked, with ``answered``, 1 for an answer in time, and 0."""
        on = ["area", "person_id", "episode_id"]
        rows = self._journey.table("mash_agency_requests")
        if self._journey.choice("agency_answers_within") == "24_hours":
            rows = self.timed(rows, "asked_at", "answered_at", within="24_hours")
        else:
            episodes = self._journey.table("mash_episodes")
            # The most urgent, where an episode stands twice: red is before amber, and so on.
            urgency = episodes.rating.cases(("RED", 1), ("AMBER", 2), else_=3)
            rated = episodes.group_by(on).aggregate(urgency=urgency.min())
            joined = rows.left_join(rated, on)
            rows = joined.select(*rows.columns, "urgency")
            rows = rows.mutate(rating=rows.urgency.cases((1, "RED"), (2, "AMBER"), else_="GREEN"))
            rows = self.timed(rows, "asked_at", "answered_at", "rating")
        in_time = rows.in_time.fill_null(False)
        return rows.mutate(answered=in_time.ifelse(1, 0), day=rows.asked_at.date())


def _worked_seconds(written: str) -> int:
    """A choice of hours in seconds of working time: of whole days, each is a working day."""
    hours = int(written.removesuffix("_hours"))
    days, rest = divmod(hours, 24)
    return days * _LASTS + rest * _HOUR
