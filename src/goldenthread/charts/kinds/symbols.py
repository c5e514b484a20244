"""The letters that stand where a value is withheld or not known, and what they mean."""

from collections.abc import Iterable, Sequence

from goldenthread.charts import lettering, palette
from goldenthread.charts.lettering import LINE, SMALL
from goldenthread.charts.panel import Panel
from goldenthread.charts.runs import Place
from goldenthread.charts.sheet import Rule, Sheet
from goldenthread.disclosure import Released
from goldenthread.nouns import Symbol


def symbol_notes(shown: Iterable[Released]) -> list[str]:
    """One note naming every symbol that stands in the picture, or none."""
    used = {released.symbol for released in shown if released.symbol is not None}
    meanings = [f"{symbol.value} = {symbol.meaning}" for symbol in Symbol if symbol in used]
    return ["; ".join(meanings) + "."] if meanings else []


def write_symbols(sheet: Sheet, panel: Panel, found: Sequence[Place], y: float) -> float:
    """The letter of each missing value under its label; the foot of them.

    Where the letters of one symbol would touch, one stands for all, on a line as long as the gap;
    where those of two would, the second stands lower.
    """
    reach: list[float] = []
    for run in _symbol_runs(found):
        letter = str(run[0].released.symbol)
        half = lettering.width(letter, SMALL, bold=True) / 2 + 3
        first, last = panel.x(run[0].index), panel.x(run[-1].index)
        apart = panel.step >= 2 * half
        stands = [panel.x(place.index) for place in run] if apart else [(first + last) / 2]
        left, right = min(first, stands[0] - half), max(last, stands[-1] + half)
        lane = next((lane for lane, end in enumerate(reach) if end <= left), len(reach))
        reach[lane : lane + 1] = [right]
        top = y + lane * SMALL * LINE
        for x in stands:
            sheet.write([letter], x, top, anchor="center", size=SMALL, bold=True, fill=palette.GREY)
        if not apart:
            middle = top + 0.52 * SMALL
            for start, end in ((first, stands[0] - half), (stands[0] + half, last)):
                if end > start:
                    sheet.over.append(Rule(start, middle, end, middle, palette.GREY))
    return y + len(reach) * SMALL * LINE


def _symbol_runs(found: Sequence[Place]) -> list[list[Place]]:
    missing: list[list[Place]] = []
    for place in found:
        symbol = place.released.symbol
        if symbol is None:
            continue
        last = missing[-1][-1] if missing else None
        if last and last.released.symbol is symbol and last.index == place.index - 1:
            missing[-1].append(place)
        else:
            missing.append([place])
    return missing
