"""Which stage of the journey a row belongs to: the one it says it does, or the one then in force.

Stages are dated and differ by area. They are written into the expression, so that every engine
gives the same answer and nothing is joined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ibis

from goldenthread.tables import code_list

if TYPE_CHECKING:
    from goldenthread.nouns.stages import Stages


class InForce:
    """The stages of areas over one journey; ``Journey.in_force`` has it."""

    def __init__(self, stages: Stages) -> None:
        self._stages = stages

    def stage(self, part: str, rows: Any, day: Any, recorded: Any = None) -> Any:
        """The local name of the stage that each row is of, a column of texts.

        ``day`` is the day it is counted on. What ``recorded``, a column of codes, says of a row
        holds; where it says nothing, so does the stage in force in the row's area on the day.
        """
        *dated, always = self._stages.of(part)
        cases = []
        for each in dated:
            here = rows.area.isin(each.areas) if each.areas else ibis.literal(True)
            cases.append((here & (day >= each.since) if each.since else here, each.name))
        name = ibis.cases(*cases, else_=always.name) if cases else ibis.literal(always.name)
        if recorded is None:
            return name
        return recorded.cases(*code_list("journey_stage").labels().items(), else_=name)
