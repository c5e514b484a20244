"""Children looked after, the second way: who is, who came and went, placements, distance."""

from collections.abc import Iterator

from goldenthread.nouns import Period
from goldenthread.tables import code_list
from tests.second_way import (
    NOT_KNOWN,
    Records,
    Thing,
    months_later,
    second_way,
    within,
)
from tests.second_way.care import (
    age,
    began_with_carer,
    cared_for,
    first_day,
    for_so_long,
    in_year,
    looked_after,
    placements,
    stays,
)
from tests.second_way.children_in_need import NEEDS

PLACES = code_list("placement_type").groups()
ENDS = {code: group for code, group in code_list("episode_end_reason").groups().items()
        if code != "X1"}  # fmt: skip


@second_way("looked_after_children", "count")
def on_the_day(records: Records, period: Period) -> Iterator[Thing]:
    for child, stay in looked_after(records, period.end):
        told = stay.episode(period.end)
        about = {
            "need": NEEDS.get(told["primary_need"], NOT_KNOWN),
            "kind": PLACES.get(told["placement_type"], NOT_KNOWN),
            **records.about(child, period.end),
        }
        yield Thing(child, 1, about)


@second_way("looked_after_started", "count")
def started(records: Records, period: Period) -> Iterator[Thing]:
    for child in cared_for(records):
        in_period = [stay for stay in stays(records, child) if within(stay.start, period)]
        if in_period:
            first = in_period[0]
            need = NEEDS.get(first.episodes[0][0]["primary_need"], NOT_KNOWN)
            yield Thing(child, 1, {"need": need, **records.about(child, first.start)})


@second_way("looked_after_ceased", "count")
def ceased(records: Records, period: Period) -> Iterator[Thing]:
    for child in cared_for(records):
        in_period = [stay for stay in stays(records, child) if within(stay.end, period)]
        if in_period:
            last = in_period[-1]
            reason = ENDS.get(last.episodes[-1][0]["end_reason"], NOT_KNOWN)
            about = records.about(child, last.end or period.end)
            yield Thing(child, 1, {"reason": reason, **about})


def with_so_many(records: Records, period: Period, months: int, least: int) -> Iterator[Thing]:
    among = looked_after if months == 12 else lambda r, day: for_so_long(r, day, months)
    for child, _ in among(records, period.end):
        many = placements(records, child, period.end, months) >= least
        yield Thing(child, many, records.about(child, period.end))


@second_way("looked_after_three_or_more_placements", "share")
def three_placements(records: Records, period: Period) -> Iterator[Thing]:
    return with_so_many(records, period, 12, 3)


@second_way("looked_after_three_or_more_placement_moves", "share")
def three_moves(records: Records, period: Period) -> Iterator[Thing]:
    return with_so_many(records, period, 12, 4)


@second_way("looked_after_three_or_more_placements_in_2_years", "share")
def three_in_two_years(records: Records, period: Period) -> Iterator[Thing]:
    return with_so_many(records, period, 24, 3)


@second_way("looked_after_same_carer_2_years", "share")
def same_carer(records: Records, period: Period) -> Iterator[Thing]:
    for child, stay in for_so_long(records, period.end, 30):
        years = age(records, child, period.end)
        if years is not None and years < 16:
            since = began_with_carer(records, stay, period.end)
            settled = since is not None and since <= first_day(records, period.end, 24)
            yield Thing(child, settled, records.about(child, period.end))


def distances(records: Records, period: Period, outside: bool) -> Iterator[Thing]:
    for child, stay in looked_after(records, period.end):
        told = stay.episode(period.end)
        miles, inside = told["distance"], told["in_area"]
        far: bool | None = None
        if miles is not None and not outside:
            far = miles >= 20
        elif miles is not None:
            far = None if miles > 20 and inside is None else miles > 20 and not inside
        if miles is None or far is None:
            if records.choices["distance_not_known"] == "left_out":
                continue
            far = False
        yield Thing(child, far, records.about(child, period.end))


@second_way("looked_after_placed_20_miles_or_more", "share")
def twenty_or_more(records: Records, period: Period) -> Iterator[Thing]:
    return distances(records, period, outside=False)


@second_way("looked_after_placed_over_20_miles", "share")
def over_twenty(records: Records, period: Period) -> Iterator[Thing]:
    return distances(records, period, outside=True)


@second_way("looked_after_statutory_visits_in_time", "share")
def visits(records: Records, period: Period) -> Iterator[Thing]:
    for child, stay in looked_after(records, period.end):
        days = [row["visit_date"] for row in records.of("cla_visits", child)]
        days.append(stay.episode(period.end)["last_visit_date"])
        days = [day for day in days if day is not None and stay.start <= day <= period.end]
        if not days and (period.end - stay.start).days <= 7:
            continue
        in_time = bool(days) and (period.end - max(days)).days <= 42
        if records.choices["looked_after_visit_within"] == "6_weeks_then_3_months" and days:
            settled = period.end >= months_later(stay.start, 12)
            in_time |= settled and period.end <= months_later(max(days), 3)
        yield Thing(child, in_time, records.about(child, period.end))


@second_way("looked_after_missing", "share")
def ever_missing(records: Records, period: Period) -> Iterator[Thing]:
    both = records.choices["missing_or_absent"] == "both"
    for child in cared_for(records):
        held = [
            stay
            for stay in stays(records, child)
            if stay.start <= period.end and (stay.end is None or stay.end > period.start)
        ]
        if not held:
            continue
        missed = False
        for row in records.of("missing", child):
            kind, away, back = row["missing_type"], row["start_date"], row["end_date"]
            in_period = away <= period.end and (back is None or back >= period.start)
            while_in_care = any(
                stay.start <= away and (stay.end is None or away < stay.end) for stay in held
            )
            missed |= (both or kind != "A") and in_period and while_in_care
        yield Thing(child, missed, records.about(child, period.end))


@second_way("looked_after_three_or_more_social_workers", "share")
def social_workers(records: Records, period: Period) -> Iterator[Thing]:
    for child, stay in looked_after(records, period.end):
        since = max(stay.start, first_day(records, period.end, 12))
        workers = {
            row["worker_id"]
            for row in records.of("involvements", child)
            if (row["role"] is None or "social worker" in row["role"].lower())
            and row["start_date"] <= period.end
            and (row["end_date"] is None or row["end_date"] > since)
        }
        yield Thing(child, len(workers) >= 3, records.about(child, period.end))


def year_of_care(
    records: Records, period: Period, youngest: int = -1, oldest: int = 200
) -> Iterator[str]:
    """Those looked after for a year on the last day, of an age where one is asked for."""
    for child, _ in for_so_long(records, period.end, 12):
        years = age(records, child, period.end)
        if (youngest, oldest) == (-1, 200) or (years is not None and youngest <= years <= oldest):
            yield child


def checks(records: Records, child: str, period: Period, kinds: set[str]) -> set[object]:
    """The days of the year on which a child was checked."""
    rows = in_year(records, child, period, "cla_health", "check_date")
    return {row["check_date"] for row in rows if row["check_type"] in kinds}


def last_told(records: Records, child: str, period: Period, column: str) -> bool:
    """Whether the last day told of the child's episode lies in the year."""
    stay = next(each for each in stays(records, child) if each.on(period.end))
    day = stay.episode(period.end)[column]
    return day is not None and first_day(records, period.end, 12) <= day <= period.end
