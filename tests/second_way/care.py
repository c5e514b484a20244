"""Periods of care and placements, the second way: walked through, child by child."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from goldenthread.nouns import Period
from tests.second_way import Records, Row, age_on, months_later

DAY = timedelta(days=1)
WHERE = ("placement_type", "placement_provider", "placement_urn", "placement_postcode")


@dataclass
class Stay:
    """One period of care: its days, and its episodes in order with the end each is taken for."""

    start: date
    end: date | None
    episodes: list[tuple[Row, date | None]]

    def on(self, day: date) -> bool:
        """Whether the child is looked after at the end of a day."""
        return self.start <= day and (self.end is None or self.end > day)

    def episode(self, day: date) -> Row:
        """The episode of a day; one of nothing where care began before the first that is known."""
        told: Row = dict.fromkeys(self.episodes[0][0])
        for row, _ in self.episodes:
            if row["start_date"] <= day:
                told = row
        return told


def later(one: date | None, other: date | None) -> date | None:
    """The later of two ends, of which None never comes."""
    return None if one is None or other is None else max(one, other)


def stays(records: Records, child: str) -> list[Stay]:
    """A child's periods of care, the earliest first."""
    rows = [r for r in records.of("cla_episodes", child) if r["legal_status"] not in ("V3", "V4")]
    rows.sort(key=lambda row: row["start_date"])
    made: list[Stay] = []
    so_far: date | None = None
    for at, row in enumerate(rows):
        end = row["end_date"]
        if end is None and at + 1 < len(rows):
            end = rows[at + 1]["start_date"]
        if end is not None:
            end = max(end, row["start_date"])
        begun_again = row["start_reason"] == "S"
        between = bool(at and so_far is not None and row["start_date"] - so_far > DAY)
        if not at or begun_again or between:
            start, entered = row["start_date"], row["entered_care_date"]
            apart = not at or (so_far is not None and entered is not None and entered > so_far)
            if entered is not None and entered < start and apart and not begun_again:
                start = entered
            if made and (made[-1].end is None or made[-1].end > start):
                made[-1].end = start
            made.append(Stay(start, end, []))
        elif at:
            made[-1].end = later(made[-1].end, end)
        made[-1].episodes.append((row, end))
        so_far = end if not at else later(so_far, end)
    return made


def cared_for(records: Records) -> list[str]:
    """Every child who has an episode."""
    return sorted({row["person_id"] for row in records.table("cla_episodes")})


def looked_after(records: Records, day: date) -> Iterator[tuple[str, Stay]]:
    """The children looked after on a day, each with the period of care."""
    for child in cared_for(records):
        for stay in stays(records, child):
            if stay.on(day):
                yield child, stay


def first_day(records: Records, day: date, months: int) -> date:
    """The first of so many months that end with a day."""
    if records.choices["months_up_to_the_day"] == "days":
        return day - timedelta(days={12: 364, 24: 729, 30: 912}[months])
    return months_later(day + DAY, -months)


def for_so_long(records: Records, day: date, months: int) -> Iterator[tuple[str, Stay]]:
    """Those looked after on a day who were so for all of the months up to it."""
    for child, stay in looked_after(records, day):
        if stay.start <= first_day(records, day, months):
            yield child, stay


def age(records: Records, child: str, day: date) -> int | None:
    """Whole years on a day; negative before birth, None where it is not known."""
    born = records.child(child)["birth_date"]
    if born is None:
        return None
    return age_on(born, day) if day >= born else -1


@dataclass
class Spell:
    """One placement: its first day, and when it ended."""

    start: date
    end: date | None


def spells(stay: Stay, moves_with_carer: bool) -> list[Spell]:
    """The placements of a period of care; with carers who moved as new ones, or not."""
    made: list[Spell] = []
    before: Row | None = None
    away = False
    for row, end in stay.episodes:
        if str(row["placement_type"]) in ("T0", "T1", "T2", "T3", "T4"):
            away = True
            continue
        if before is None or _moved(before, row, away, moves_with_carer):
            made.append(Spell(row["start_date"], end))
        else:
            made[-1].end = later(made[-1].end, end)
        before, away = row, False
    return made


def _moved(before: Row, row: Row, away: bool, moves_with_carer: bool) -> bool:
    why = row["start_reason"]
    if row["placement_type"] in ("A3", "A5"):  # adopted by those the child lives with
        return False
    if why in ("T", "U") and not moves_with_carer:
        return False
    if why == "L" and not away:
        return False
    if away or why is None:
        return any(row[name] != before[name] for name in WHERE)
    return True


def placements(records: Records, child: str, day: date, months: int) -> int:
    """How many placements a child had in the months up to a day."""
    begins = first_day(records, day, months)
    counted = records.choices["same_carer_moves"] == "counted"
    number, partly = 0, False
    for stay in stays(records, child):
        for spell in spells(stay, counted):
            number += spell.start <= day and (spell.end is None or spell.end > begins)
        for row, end in stay.episodes:
            if row["start_date"] <= day and (end is None or end > begins):
                partly |= row["start_reason"] is None or row["placement_type"] is None
    told = next(s for s in stays(records, child) if s.on(day)).episode(day)["placements_in_year"]
    return told if months == 12 and partly and told is not None else number


def began_with_carer(records: Records, stay: Stay, day: date) -> date | None:
    """Since when the child has lived with the carer of a day."""
    held = [spell for spell in spells(stay, False) if spell.start <= day]
    if not held:
        return None
    placed = str(stay.episode(day)["placement_type"])
    with_before = records.choices["adoption_and_same_carer"] == "with_placement_before"
    if with_before and placed in ("A3", "A4", "A5", "A6", "ADOPTION") and len(held) > 1:
        return held[-2].start
    return held[-1].start


def outcome(records: Records, child: str, day: date, column: str) -> Any:
    """What the yearly return says of a child on a day; None where it says nothing."""
    for row in records.of("cla_yearly_outcomes", child):
        if row["year_end"] == day:
            return row[column]
    return None


def in_year(records: Records, child: str, period: Period, name: str, day: str) -> list[Row]:
    """The child's rows of a table with a day in the year that ends with the period."""
    begins = first_day(records, period.end, 12)
    return [
        row
        for row in records.of(name, child)
        if row[day] is not None and begins <= row[day] <= period.end
    ]
