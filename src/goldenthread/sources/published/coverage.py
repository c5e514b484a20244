"""Says which years and councils a file should hold and does not: a file cut short still reads."""

from collections.abc import Iterable
from datetime import date

import numpy as np

from goldenthread.nouns import AreaKind, Fault, Severity, register
from goldenthread.sources.published.dataset import Dataset
from goldenthread.sources.published.forms import build_period
from goldenthread.sources.published.places import AreaIndex
from goldenthread.sources.published.sheets import Sheet


def coverage(dataset: Dataset, sheet: Sheet, index: AreaIndex) -> list[Fault]:
    """A warning for each year the file's name promises and lacks, or that lacks areas.

    Every council is expected that existed on 31 March of a year and on the day the figures are
    about. A return made jointly by two councils counts for both.
    """
    name = sheet.raw.name
    faults = []
    there = {int(year) for year in np.unique(sheet.years)}
    first = dataset.first_year_in(name)
    if first is not None:
        missing = [year for year in range(first, max(there) + 1) if year not in there]
        if missing:
            years = ", ".join(map(str, missing))
            faults.append(_short(name, f"it has no rows of {years}, which its name promises"))
    if dataset.geography:
        return faults
    form = dataset.entries[0].period
    for year in sorted(there):
        found = {index.all[area].code for area in np.unique(sheet.areas[sheet.years == year])}
        for code in list(found):
            found |= set(register.area(code).members)
        if "National" in dataset.only_levels and register.ENGLAND not in found:
            faults.append(_short(name, f"{year} has no row of England"))
        if "Local authority" not in dataset.only_levels:
            continue
        expected = _councils(date(year, 3, 31)) & _councils(build_period(form, year).end)
        if lost := expected - found:
            faults.append(
                _short(
                    name,
                    f"{year} lacks {len(lost)} of {len(expected)} councils ({_some(lost)})",
                )
            )
    return faults


def _councils(on: date) -> set[str]:
    return {each.code for each in register.councils(on) if each.kind is AreaKind.COUNCIL}


def _some(codes: Iterable[str]) -> str:
    names = sorted(register.area(code).name for code in codes)
    return ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")


def _short(file: str, what: str) -> Fault:
    message = f"{what}; it may be cut short: download it again"
    return Fault("not-complete", message, file, severity=Severity.WARNING)
