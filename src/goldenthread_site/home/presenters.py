"""What needs a person's attention, gathered from every room below."""

from typing import Any

from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import presenters, queries
from goldenthread_site.returns import presenters as returns

YEARS_LOOKED_AT = 3  # the latest year may hold local figures only, which are compared with nobody


def work(standing: Standing) -> dict[str, Any]:
    """What stands out in the latest year that can be compared, and what waits for this person."""
    return {
        "year": "",
        "stands_out": [],
        "returns": returns.waiting(standing),
        "waiting": presenters.asked(queries.waiting_for(standing), standing),
        **_stands_out(standing),
    }


def _stands_out(standing: Standing) -> dict[str, Any]:
    for year in queries.years(standing)[:YEARS_LOOKED_AT]:
        desk = queries.desk(standing, year)
        if desk and (found := presenters.attention(desk)):
            return {"year": year.code, "stands_out": found}
    return {}
