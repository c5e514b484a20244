"""Sums and places in words, for reasons and for contradictions."""

from fractions import Fraction

from goldenthread.disclosure.attack.system import Origin, left_over_of
from goldenthread.disclosure.publication.model import BETWEEN_MEASURES, Cell, Item, Sum


def said(origin: Origin) -> str:
    """A sum, or a printed number with its place."""
    return f"the sum {sum_in_words(origin)}" if isinstance(origin, Sum) else item_in_words(origin)


def item_in_words(item: Item) -> str:
    """A printed number: where, of what, and what is printed."""
    shown = f"{item.value:f}" if item.value is not None else str(item.symbol or "c")
    share = "" if item.base is None else f" over {item.base}"
    return f"{item.place} ({item.cell}{share}: {shown})"


def sum_in_words(each: Sum) -> str:
    """A sum with what its members have in common said once."""
    whole, parts, common = labels(each)
    words = f"{whole} {relation(each)} {' + '.join(parts)}"
    return f"{words} ({common})" if common else words


def relation(each: Sum) -> str:
    """The sign between a whole and its parts."""
    return "=" if each.complete else ">="


def is_remainder(each: Sum) -> bool:
    """Whether a sum says that a base is those a percentage counts and those it leaves over."""
    return len(each.parts) == 2 and left_over_of(each.whole, each.parts[0]) == each.parts[1]


def labels(each: Sum) -> tuple[str, tuple[str, ...], str]:
    """What to call a sum's whole, its parts, and the place they share."""
    if is_remainder(each):
        return str(each.whole), (str(each.parts[0]), "the rest"), ""
    members = (each.whole, *each.parts)
    axis = _axis(members)
    if axis is None:
        return str(each.whole), tuple(map(str, each.parts)), ""
    if axis == BETWEEN_MEASURES:
        common = [category for _, category in each.whole.at]
        names = [cell.measure for cell in members]
    else:
        rest = [category for name, category in each.whole.at if name != axis]
        common = [each.whole.measure, *rest]
        names = [dict(cell.at)[axis] for cell in members]
    return names[0], tuple(names[1:]), ", ".join(common)


def _axis(members: tuple[Cell, ...]) -> str | None:
    """The one dimension on which a sum's members differ, None where there is no such one."""
    first = members[0]
    if all(cell.at == first.at for cell in members):
        return BETWEEN_MEASURES
    axes = set()
    for cell in members[1:]:
        here, there = dict(first.at), dict(cell.at)
        if cell.measure != first.measure or here.keys() != there.keys():
            return None
        axes |= {name for name in here if here[name] != there[name]}
    return axes.pop() if len(axes) == 1 else None


def number(value: Fraction) -> str:
    """A count as it is printed; others (whole-time posts) as a decimal."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"
