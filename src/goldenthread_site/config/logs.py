"""What is written to the log of an exception: where it came from, and nothing that it quotes.

The message of an exception often holds the very value that something failed on, a cell of a return
or a name; the place in the program is enough to mend it.
"""

import logging
import traceback
from types import TracebackType


class WithoutValues(logging.Formatter):
    """Stacks as Python writes them, with the kind of each exception and without its message."""

    def formatException(  # noqa: N802  (the library’s own name)
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Each exception of the chain, the first that was raised first."""
        chain: list[BaseException] = []
        raised = ei[1]
        while raised is not None and raised not in chain:
            chain.append(raised)
            raised = raised.__cause__ or (
                None if raised.__suppress_context__ else raised.__context__
            )
        lines: list[str] = []
        for each in reversed(chain):
            lines += [line.rstrip() for line in traceback.format_tb(each.__traceback__)]
            lines.append(f"{type(each).__module__}.{type(each).__qualname__}")
        return "\n".join(lines)
