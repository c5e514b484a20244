"""The ways a block of figures can be shown, one file each.

Every file has one function, ``prepare(plan, desk)``, which gathers the figures the block will
print, before disclosure, and says how the block is composed once they are released.
"""

from collections.abc import Callable
from importlib import import_module

from goldenthread.report.blocks.prepared import Prepared
from goldenthread.report.contents import BlockPlan
from goldenthread.report.desk import Desk


def prepare(plan: BlockPlan, desk: Desk) -> Prepared:
    """Prepare a block by the way it is shown."""
    module = import_module(f"goldenthread.report.blocks.{plan.show}")
    preparing: Callable[[BlockPlan, Desk], Prepared] = module.prepare
    return preparing(plan, desk)


__all__ = ["Prepared", "prepare"]
