"""Made-up children's histories for any number of areas: the tables of the catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
import pyarrow as pa

from goldenthread.nouns import GoldenThreadError
from goldenthread.synthetic import front_door, protection, social_work
from goldenthread.synthetic.building import Builder
from goldenthread.synthetic.care_records import care_records
from goldenthread.synthetic.cases import cases
from goldenthread.synthetic.days import NEVER, number
from goldenthread.synthetic.draws import Draws
from goldenthread.synthetic.families import Children, asylum_seekers, families
from goldenthread.synthetic.front_door import Span
from goldenthread.synthetic.homes import homes
from goldenthread.synthetic.known import touching
from goldenthread.synthetic.people import people
from goldenthread.synthetic.rates import value
from goldenthread.tables import catalogue

# Everything is told from so many years before the first; before them only what lasts long.
_FULL_YEARS_BEFORE, _LONG_YEARS_BEFORE = 4, 14

FIRST_YEAR, LAST_YEAR = 2014, 2027


def histories(
    areas: Mapping[str, float] | Sequence[str], years: range | Sequence[int], seed: int
) -> dict[str, pa.Table]:
    """Made-up children's records of some areas: every table of the catalogue, by name.

    ``areas`` are codes of councils, each as large as Luton, or with its size as a multiple of
    Luton's. ``years`` are reporting years by the year they end in (2024 is 2023-24), without gaps.
    The tables hold what touches the years and is known on the last day: a plan that began before
    and one that is open at the end are there, what was over before is not. Same arguments, same
    tables; an area's do not depend on the other areas. Raises GoldenThreadError for years outside
    the bank holidays known.
    """
    made = [tables for _, tables in by_area(areas, years, seed)]
    return {
        name: pa.concat_tables([tables[name] for tables in made]) if made else each.empty()
        for name, each in catalogue().items()
    }


def by_area(
    areas: Mapping[str, float] | Sequence[str], years: range | Sequence[int], seed: int
) -> Iterator[tuple[str, dict[str, pa.Table]]]:
    """The same, one area after another, so that memory holds one area only."""
    first, last = _ends(years)
    weights = areas if isinstance(areas, Mapping) else dict.fromkeys(areas, 1.0)
    for area, weight in weights.items():
        yield area, _area(area, weight, Span(number(first), number(last)), seed)


def _ends(years: range | Sequence[int]) -> tuple[date, date]:
    ordered = sorted(years)
    if not ordered or ordered != list(range(ordered[0], ordered[-1] + 1)):
        raise GoldenThreadError("Give at least one year, and years that follow one another.")
    if ordered[0] < FIRST_YEAR or ordered[-1] > LAST_YEAR:
        raise GoldenThreadError(
            f"Histories can be made for the years ending {FIRST_YEAR} to {LAST_YEAR}: "
            f"bank holidays are not known for others."
        )
    return date(ordered[0] - 1, 4, 1), date(ordered[-1], 3, 31)


def _area(area: str, weight: float, asked: Span, seed: int) -> dict[str, pa.Table]:
    """One area's tables. Each stage has a stream of chance of its own and moves no other."""

    def stream(at: int) -> Draws:
        return Draws(seed, at, *area.encode())

    full = Span(asked.first - _FULL_YEARS_BEFORE * 365, asked.last)
    children, referrals = _referrals(stream(1), weight, full)
    # The return of children looked after has no code for a sex not known before 2025.
    cared = referrals["child"][referrals["care"] < NEVER]
    children.sex[cared] = np.where(children.sex[cared] == "U", "F", children.sex[cared])
    contact, others = front_door.contacts(stream(2), children, referrals, weight, full)
    children = Children.together(children, others)
    hub = front_door.hub(stream(3), contact)
    helped = front_door.early_help(stream(4), contact, hub)
    build = Builder(area)
    made = _front_door(stream(5), build, contact, hub, helped)
    made["cin_episodes"] = social_work.episodes(build, referrals)
    made |= social_work.assessments(stream(6), build, children, referrals)
    made |= social_work.plans_in_need(stream(7), build, referrals)
    made |= protection.enquiries(stream(8), build, referrals)
    made |= protection.plans(stream(9), build, referrals)
    made["gcp2_assessments"] = protection.neglect_assessments(
        stream(10), build, referrals, made["cp_plans"], helped
    )
    made |= care_records(stream(11), build, children, referrals, asked, weight)
    made |= people(stream(12), build, children, referrals, asked.last)
    made["address"] = homes(stream(13), build, children, referrals, contact, full)
    every = {name: made.get(name, each.empty()) for name, each in catalogue().items()}
    return touching(every, asked.first, asked.last)


def _referrals(draws: Draws, weight: float, full: Span) -> tuple[Children, dict[str, np.ndarray]]:
    """The children who are referred, and all their referrals."""
    long_first = full.first - (_LONG_YEARS_BEFORE - _FULL_YEARS_BEFORE) * 365
    a_year = value("families.a_year") * weight
    before = draws.days(
        a_year * value("families.events_for_each"), long_first, full.first - 1, "referrals"
    )
    during = draws.days(a_year, full.first, full.last, "referrals")
    alone = draws.days(value("families.asylum_a_year") * weight, long_first, full.last, "referrals")
    children = Children.together(
        families(draws, np.concatenate([before, during])), asylum_seekers(draws, alone)
    )
    first_seen = np.concatenate([before, during, alone]).astype(np.int32)
    only_long = np.zeros(len(first_seen), dtype=bool)
    only_long[: len(before)] = True
    return children, cases(draws, children, first_seen, only_long, full.last)


def _front_door(
    draws: Draws,
    build: Builder,
    contact: dict[str, np.ndarray],
    hub: dict[str, np.ndarray],
    helped: dict[str, np.ndarray],
) -> dict[str, pa.Table]:
    """Contacts, hub episodes, agencies asked and early help as tables."""
    referred = contact["referral"] >= 0
    helped_on = np.zeros(len(referred), dtype=bool)
    helped_on[helped["contact"]] = True
    contacts = build.table(
        "contacts",
        {
            "contact_id": build.identifiers(np.arange(len(referred)), "K"),
            "person_id": build.person(contact["child"]),
            "contact_date": contact["day"],
            "contact_type": contact["type"],
            "source": social_work.source_of_its_year(contact["source"], contact["day"]),
            "issue": contact["issue"],
            "became_referral": referred,
            "no_further_action": ~referred & ~helped_on & (contact["type"] == "CONCERN"),
        },
    )
    episodes = build.table(
        "mash_episodes",
        {
            "episode_id": build.identifiers(np.arange(len(hub["contact"])), "M"),
            "person_id": build.person(hub["child"]),
            "contact_id": build.identifiers(hub["contact"], "K"),
            "started_at": hub["started"],
            "decided_at": hub["decided"],
            "rating": hub["rating"],
            "outcome": hub["outcome"],
        },
    )
    asked = front_door.agencies_asked(draws, hub)
    requests = build.table(
        "mash_agency_requests",
        {
            "episode_id": build.identifiers(asked["episode"], "M"),
            "person_id": build.person(hub["child"][asked["episode"]]),
            "agency": asked["agency"],
            "asked_at": asked["asked"],
            "answered_at": asked["answered"],
        },
    )
    early = build.table(
        "early_help_episodes",
        {
            "episode_id": build.identifiers(np.arange(len(helped["child"])), "E"),
            "person_id": build.person(helped["child"]),
            "start_date": helped["from"],
            "end_date": helped["to"],
            "reason": helped["issue"],
            "end_reason": helped["end_reason"],
            "organisation": helped["organisation"],
        },
    )
    return {
        "contacts": contacts,
        "mash_episodes": episodes,
        "mash_agency_requests": requests,
        "early_help_episodes": early,
    }
