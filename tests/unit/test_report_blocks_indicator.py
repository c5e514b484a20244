"""Blocks of an indicator: a picture beside others only where there are others."""

import pytest

from goldenthread.disclosure import release
from goldenthread.nouns import NeighbourSet, Unit
from goldenthread.nouns.register import find_area
from goldenthread.report.blocks import prepare
from goldenthread.report.contents import BlockPlan
from goldenthread.report.document import ChartBlock
from goldenthread.wording.sentences import Writer
from tests.factories import LUTON, a_figure, a_thread
from tests.factories.desks import a_desk

MEMBERS = ("330", "352")


def pictures(figures):
    """The pictures of section 47 enquiries in Luton in 2023-24, by name."""
    sets = (NeighbourSet("Made-up neighbours", 2021, "821", MEMBERS),)
    desk = a_desk(figures, neighbour_sets=sets)
    plan = BlockPlan(
        id="b", show="indicator", indicators=("section_47_enquiries",), chart=("neighbours",)
    )
    prepared = prepare(plan, desk)
    made = prepared.compose(Writer(release(prepared.figures)))
    return [each.id for each in made if isinstance(each, ChartBlock)]


def rate(value, area):
    thread = a_thread(locator=area.code)
    return a_figure(value, unit=Unit.RATE_PER_10000, area=area, thread=thread)


@pytest.mark.parametrize(
    ("others", "shown"), [((), []), (MEMBERS, ["b-section-47-enquiries-neighbours"])]
)
def test_an_area_of_whose_neighbours_nothing_is_known_stands_beside_nobody(others, shown):
    beside = [rate(150.5, find_area(each)) for each in others]
    assert pictures([rate(207.9, LUTON), *beside]) == shown
