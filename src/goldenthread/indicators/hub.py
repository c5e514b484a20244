"""What indicators of the multi-agency safeguarding hub share: when an answer or decision is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from goldenthread.indicators.steps import span

if TYPE_CHECKING:
    from goldenthread.indicators.journey import Journey


class Hub:
    """The shared steps of the hub over one journey; ``Journey.hub`` has it."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey

    def due(self, began: Any, rating: Any) -> Any:
        """When what began must be done, by its rating; what is not rated has the longest."""
        red, amber, green = (
            began + span(self._journey.choice(f"{name}_decided_within"))
            for name in ("red", "amber", "green")
        )
        return rating.cases(("RED", red), ("AMBER", amber), else_=green)

    def requests(self) -> Any:
        """What agencies were asked, with ``answered``, 1 for an answer in time, and 0."""
        on = ["area", "person_id", "episode_id"]
        rows = self._journey.table("mash_agency_requests")
        if self._journey.choice("agency_answers_within") == "24_hours":
            due = rows.asked_at + span("24_hours")
        else:
            episodes = self._journey.table("mash_episodes")
            # The most urgent, where an episode stands twice: red is before amber, and so on.
            urgency = episodes.rating.cases(("RED", 1), ("AMBER", 2), else_=3)
            rated = episodes.group_by(on).aggregate(urgency=urgency.min())
            joined = rows.left_join(rated, on)
            rows = joined.select(*rows.columns, "urgency")
            rating = rows.urgency.cases((1, "RED"), (2, "AMBER"), else_="GREEN")
            due = self.due(rows.asked_at, rating)
        answered = (rows.answered_at <= due).fill_null(False)
        return rows.mutate(answered=answered.ifelse(1, 0), day=rows.asked_at.date())
