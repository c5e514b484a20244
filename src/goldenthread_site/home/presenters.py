"""What a person finds on their first page, gathered from every room below."""

from typing import Any

from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import presenters, queries
from goldenthread_site.home.attention import gathered, matters, shortened, without_questions
from goldenthread_site.home.places import OWN_FIRST, places
from goldenthread_site.home.setting_up.presenters import left_to_do


def work(standing: Standing) -> dict[str, Any]:
    """What waits for this person, and what needs attention."""
    asked = gathered(standing)
    year, found = matters(standing, asked)
    waiting = presenters.asked(queries.waiting_for(standing, asked.questions), standing)
    return {
        "year": year,
        "returns": [each for each in asked.rows if each.step],
        "waiting": waiting,
        # What waits for this very person stands above, and is not told twice.
        "matters": shortened(without_questions(found, {each.number for each in waiting})),
        "places": places(standing),
        "places_first": standing.roles <= OWN_FIRST,
        "left_to_do": left_to_do(standing),
        "how_many": sum(len(each.items) for each in found),
    }
