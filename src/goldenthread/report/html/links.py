"""Prints words, and a released value as a link to its thread from where it is printed first."""

import re

from markupsafe import Markup, escape

from goldenthread.disclosure import Released
from goldenthread.report.printed_values import must_be_released
from goldenthread.wording import Bound, Words
from goldenthread.wording.numbers import printed

_YEAR = re.compile(r"\b\d{4}[-–/]\d{2}\b")


class FigureLinks:
    """Makes the links of one page. The first link to a thread is the place the thread leads to."""

    def __init__(self) -> None:
        self._met: set[str] = set()

    def words(self, words: Words) -> Markup:
        """A run of words with each bound number as a link."""
        return Markup("").join(
            self.value(part.released, part.printed) if isinstance(part, Bound) else steady(part)
            for part in words
        )

    def value(self, value: Released, text: str | None = None) -> Markup:
        """The link for one value, printed as ``text`` or as its unit is printed.

        Raises TypeError for anything but a released value.
        """
        released = must_be_released(value)
        first = "" if released.id in self._met else Markup(' id="printed-{}"').format(released.id)
        self._met.add(released.id)
        return Markup('<a class="figure" href="#thread-{}"{}>{}</a>').format(
            released.id, first, shown(released, printed(released) if text is None else text)
        )


def steady(text: str) -> Markup:
    """The text, escaped, in which a year such as 2023-24 is never broken over two lines."""
    return Markup(_YEAR.sub(r'<span class="together">\g<0></span>', str(escape(text))))  # noqa: S704


def shown(released: Released, text: str) -> Markup:
    """The text, explained where it is a symbol."""
    symbol = released.symbol
    if symbol is None or text != symbol.value:
        return escape(text)
    return Markup('<abbr title="{}">{}</abbr>').format(symbol.meaning, text)
