"""The pages that are asked for, one line each. A page of the site without a line fails a test.

``{name}`` in an address or in what is sent stands for something of the agency asked about: see
``world.py`` for the names there are. Add a line to ``sending.py`` or ``keeping.py``, then look at
what ``make sees WRITE=1`` says of it.
"""

from tests.seeing import keeping, sending
from tests.seeing.line import Line


def lines() -> tuple[Line, ...]:
    """Every one, in the order of the page."""
    return (
        *sending.work(),
        *sending.set_up(),
        *sending.returns(),
        *sending.figures(),
        *keeping.directory(),
        *keeping.people(),
        *keeping.trail(),
        *keeping.programs(),
    )
