"""Saying that something is not known, and what would make it known."""

from collections.abc import Iterable

from goldenthread.indicators import Basis, catalogue


def none_known(names: Iterable[str]) -> str:
    """One sentence for indicators that have no figure for the year."""
    titles = [catalogue()[name].title for name in names]
    return f"No figure for this year is held here for: {'; '.join(titles)}."


def would_be_known_by(name: str) -> str:
    """Where an indicator's figures would come from."""
    indicator = catalogue()[name]
    if indicator.basis is Basis.LOCAL:
        return f"It would come from a local return: {indicator.source}"
    return f"It would come from published statistics: {indicator.source}"
