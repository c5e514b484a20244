"""From stays in care to episodes: each stretch under one legal status in one placement.

A stay is a list of days on which something changes: its start, legal statuses, moves, days away
and the return, the placement for adoption. Between two of them lies an episode.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from goldenthread.synthetic.building import Builder
from goldenthread.synthetic.courses import Columns
from goldenthread.synthetic.days import NEVER, number
from goldenthread.synthetic.draws import Draws
from goldenthread.synthetic.families import Children
from goldenthread.synthetic.postcodes import postcodes
from goldenthread.synthetic.rates import value

_MOST_MOVES = 24
# Semi-independent living became supported accommodation with the return of 2025.
_SUPPORTED_FROM = number(date(2024, 4, 1))
_EARLY_DAYS = 120
# Hospitals and the like have postcodes of their own.
_ELSEWHERE = 70_000
PLACED_PART, ORDER_PART = 0.62, 0.45


@dataclass(frozen=True)
class Stays:
    """Stays in care, one place each: ``of`` says which referral each came from."""

    of: np.ndarray
    child: np.ndarray
    born: np.ndarray
    begins: np.ndarray
    ends: np.ndarray
    kind: np.ndarray
    reason: np.ndarray
    need: np.ndarray
    asylum: np.ndarray
    family: np.ndarray

    @property
    def breaks(self) -> np.ndarray:
        """Which are short breaks, and no stay in care as the statistics count them."""
        return np.asarray(self.kind == "breaks", dtype=bool)

    def __len__(self) -> int:
        return len(self.of)


def stays_reaching(children: Children, referrals: Columns, first: int) -> Stays:
    """The stays that end on a day or later."""
    of = np.flatnonzero((referrals["care"] < NEVER) & (referrals["care_to"] >= first))
    child = referrals["child"][of]
    need = referrals["need"][of]
    return Stays(
        of=of,
        child=child,
        born=children.born[child],
        begins=referrals["care"][of],
        ends=referrals["care_to"][of],
        kind=referrals["care_kind"][of],
        reason=referrals["care_end"][of],
        need=np.where(need == "N0", "N1", need),
        asylum=children.asylum[child],
        family=children.family[child],
    )


@dataclass(frozen=True)
class _Changes:
    """Days on which something changes: of which stay, and what."""

    stay: np.ndarray
    day: np.ndarray
    what: np.ndarray


_START, _LEGAL, _MOVE, _SAME_CARER, _AWAY, _BACK, _ADOPTION = range(7)


def episodes(draws: Draws, build: Builder, stays: Stays) -> dict[str, pa.Table]:
    """Episodes of being looked after, and the legal statuses they show."""
    statuses, status_days = _statuses(draws, stays)
    changes = _changes(draws, stays, status_days)
    stay, day, flags = _by_day(changes)
    new = flags[:, _START] | flags[:, _MOVE] | flags[:, _SAME_CARER] | flags[:, _ADOPTION]
    starts = np.searchsorted(stay, np.arange(len(stays) + 1))
    # The placement of each episode: how many there had been of the stay, and whether away from it.
    spell = np.cumsum(new) - 1
    turn = np.where(flags[:, _AWAY], 1, np.where(new | flags[:, _BACK], 0, -1))
    away = _carried(turn) == 1
    legal = np.cumsum(flags[:, _LEGAL]) - np.cumsum(flags[:, _LEGAL])[starts[:-1]][stay]
    status = statuses[stay, legal]
    last = np.ones(len(stay), dtype=bool)
    last[:-1] = stay[1:] != stay[:-1]
    ends = np.where(last, stays.ends[stay], np.concatenate((day[1:], [NEVER])))
    end_reason = np.where(last, stays.reason[stay], "X1")
    moved = new | flags[:, _AWAY] | flags[:, _BACK]
    same_carer = flags[:, _SAME_CARER]
    start_reason = np.select(
        [flags[:, _START], flags[:, _LEGAL] & same_carer, same_carer,
         flags[:, _LEGAL] & moved, moved],
        ["S", "U", "T", "B", "P"], "L",
    )  # fmt: skip
    next_moved = np.concatenate((moved[1:], [False])) & ~last
    reason = np.where(next_moved, draws.codes("care.move_reason", len(stay)), "")
    to_adopters = np.concatenate((flags[1:, _ADOPTION], [False])) & ~last
    reason = np.where(to_adopters, "CARPL", reason)
    home = _placements(draws, stays, stay, day, ends, new, spell, same_carer, status, flags)
    away_type = np.where(draws.happens(0.5, len(stay)), "T1", "T4")
    table = build.table(
        "cla_episodes",
        {
            "episode_id": build.identifiers(np.arange(len(stay)), "L"),
            "person_id": build.person(stays.child[stay]),
            "start_date": day,
            "start_reason": start_reason,
            "legal_status": status,
            "primary_need": stays.need[stay],
            "placement_type": np.where(away, away_type[spell], home["type"][spell]),
            "placement_provider": np.where(away, "PR3", home["provider"][spell]),
            "placement_change_reason": reason,
            "placement_urn": np.where(away, "", home["urn"][spell]),
            "in_area": home["inside"][spell],
            "distance": home["distance"][spell],
            "home_postcode": postcodes(stays.family[stay], "home"),
            "placement_postcode": postcodes(
                np.where(away, home["place"][spell] + _ELSEWHERE, home["place"][spell]), "placement"
            ),
            "end_date": ends,
            "end_reason": end_reason,
            "entered_care_date": stays.begins[stay],
        },
    )
    return {"cla_episodes": table, "legal_status": _legal(build, stays, stay, day, flags, status)}


def _statuses(draws: Draws, stays: Stays) -> tuple[np.ndarray, np.ndarray]:
    """Up to three legal statuses of each stay, and the days the second and third begin."""
    count = len(stays)
    length = stays.ends - stays.begins
    brief = stays.kind == "brief"
    first = np.where(brief, draws.codes("care.legal_at_start.brief", count),
                     draws.codes("care.legal_at_start.longer", count))  # fmt: skip
    first = np.where(stays.asylum, "V2", np.where(stays.breaks, "V4", first))
    protection = np.isin(first, ("L1", "L2"))
    into_court = (first == "V2") & ~brief & ~stays.asylum & draws.happens(0.55, count)
    second = np.where(protection, np.where(brief, "V2", "C1"), np.where(into_court, "C1", ""))
    soon = np.where(first == "L1", 1 + draws.uniform(count) * 2, 4 + draws.uniform(count) * 4)
    later = np.minimum(draws.amounts("care.legal_changes_after", count), length * 0.3)
    change = np.where(protection, soon, np.maximum(later, 1)).astype(np.int32)
    second_day = np.where(second != "", stays.begins + change, NEVER)
    in_court = (first == "C1") | (second == "C1")
    wait = 120 + draws.uniform(count) * 150
    third_day = np.maximum(stays.begins, np.where(second_day < NEVER, second_day, 0)) + wait
    adoption = stays.kind == "adoption"
    third_day = np.where(adoption, stays.begins + length * ORDER_PART, third_day)
    third = np.where(adoption, "E1", np.where(in_court & ~brief, "C2", ""))
    third_day = np.where(third != "", third_day, NEVER).astype(np.int32)
    # A change that would come after the stay, or too late for the next, does not come.
    second_day = np.where(second_day < np.minimum(stays.ends - 1, third_day - 1), second_day, NEVER)
    third_day = np.where(third_day < stays.ends - 1, third_day, NEVER)
    after_second = np.where(second_day < NEVER, second, third)
    statuses = np.stack([first, after_second, third], axis=1)
    return statuses, np.stack([second_day, third_day], axis=1).astype(np.int32)


def _changes(draws: Draws, stays: Stays, status_days: np.ndarray) -> _Changes:
    """Every day of change: starts, legal statuses, moves, days away, adoption."""
    count = len(stays)
    length = stays.ends - stays.begins
    adoption = np.flatnonzero(stays.kind == "adoption")
    placed = (stays.begins + length * PLACED_PART).astype(np.int32)
    until = np.where(stays.kind == "adoption", placed, stays.ends) - 21
    own = draws.gamma(value("care.moves_a_year"), value("care.moves_shape"), count)
    own = np.where(stays.breaks, 0.0, own)
    gaps = draws.gamma(1.0, 1.0, count * _MOST_MOVES).reshape(count, -1)
    gaps = gaps * (365.25 / np.maximum(own, 1e-3))[:, None]
    moments = stays.begins[:, None] + np.cumsum(np.maximum(_sooner(gaps), 16), axis=1)
    stay, place = np.nonzero(moments < until[:, None])
    day = moments[stay, place].astype(np.int32)
    same = draws.happens("care.move_same_carer", len(day))
    away = draws.happens("care.temporary", len(day)) & ~same
    back = day[away] + 2 + (draws.uniform(int(away.sum())) * 10).astype(np.int32)
    what = np.where(away, _AWAY, np.where(same, _SAME_CARER, _MOVE))
    carer = draws.happens("adoption.carer", len(adoption))
    legal_stay, legal_place = np.nonzero(status_days < NEVER)
    parts = [
        (np.arange(count), stays.begins, np.full(count, _START)),
        (stay, day, what),
        (stay[away], back, np.full(len(back), _BACK)),
        (adoption, placed[adoption], np.full(len(adoption), _ADOPTION)),
        (adoption[carer], placed[adoption[carer]], np.full(int(carer.sum()), _SAME_CARER)),
        (legal_stay, status_days[legal_stay, legal_place], np.full(len(legal_stay), _LEGAL)),
    ]
    return _Changes(*(np.concatenate([part[at] for part in parts]) for at in range(3)))


def _sooner(gaps: np.ndarray) -> np.ndarray:
    """Waits between moves, with those of a stay's first months drawn together."""
    times = value("care.moves_early")
    waited = np.cumsum(gaps, axis=1)
    early = _EARLY_DAYS * times
    warped = np.where(waited < early, waited / times, waited - early + _EARLY_DAYS)
    return np.diff(warped, axis=1, prepend=0)


def _by_day(changes: _Changes) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each stay's days of change in order, once each, with flags of what changes."""
    key = changes.stay.astype(np.int64) * 2**31 + changes.day
    unique, at = np.unique(key, return_inverse=True)
    flags = np.zeros((len(unique), 7), dtype=bool)
    flags[at, changes.what] = True
    return unique // 2**31, (unique % 2**31).astype(np.int32), flags


def _carried(turn: np.ndarray) -> np.ndarray:
    """Each row's state, where -1 means that it is the row's before."""
    known = np.where(turn >= 0, np.arange(len(turn)), 0)
    return np.asarray(turn[np.maximum.accumulate(known)] if len(turn) else turn)


def _placements(
    draws: Draws,
    stays: Stays,
    stay: np.ndarray,
    day: np.ndarray,
    ends: np.ndarray,
    new: np.ndarray,
    spell: np.ndarray,
    same_carer: np.ndarray,
    status: np.ndarray,
    flags: np.ndarray,
) -> Columns:
    """What each placement is: its kind, provider, carer and place, by the order they began in."""
    at = np.flatnonzero(new)
    count = len(at)
    of, begins = stay[at], day[at]
    finishes = np.zeros(count, dtype=np.int64)
    np.maximum.at(finishes, spell, ends)
    age = (begins - stays.born[of]) / 365.25
    usual = draws.codes("care.placement", count)
    alone = draws.codes("care.asylum_placement", count)
    kind = np.where(stays.asylum[of], alone, usual)
    kind = np.where((kind == "H5") & (age < 16), "U6", kind)
    kind = np.where((kind == "K2") & (age < 8), "U6", kind)
    kind = np.where((kind == "R3") & (age > 1.5), "U3", kind)
    kind = np.where((kind == "P1") & ~np.isin(status[at], ("C1", "C2")), "U3", kind)
    kind = np.where(status[at] == "J1", "K2", kind)
    adopted = flags[at, _ADOPTION]
    by_carer = adopted & same_carer[at]
    kind = np.where(adopted, np.where(by_carer, "A5", "A6"), kind)
    kind = np.where((kind == "H5") & (finishes >= _SUPPORTED_FROM), "K3", kind)
    provider = draws.codes("care.provider", count)
    provider = np.where(np.isin(kind, ("U1", "U2", "U3", "A5", "A6")), "PR1", provider)
    provider = np.where(kind == "P1", "PR0", provider)
    # The same carer keeps the number. Numbers that begin so are far from any given out.
    own = ~same_carer[at]
    carer = np.maximum.accumulate(np.where(own, np.arange(count), 0)) if count else at
    registered = np.isin(kind, ("K2", "U4", "U5", "U6"))
    urn = np.where(
        registered, np.char.add("SC9", np.char.zfill((carer % 100_000).astype(str), 5)), ""
    )
    inside = draws.happens("care.in_area", count)
    inside = np.where(kind == "P1", True, inside)
    within = draws.amounts("care.distance_in", count)
    beyond = draws.amounts("care.distance_out", count)
    miles = np.where(inside, within, beyond) + np.round(draws.uniform(count), 1) * 0.9
    return {
        "type": kind.astype(object),
        "provider": provider.astype(object),
        "urn": urn.astype(object),
        "inside": inside,
        "distance": np.round(miles, 1),
        "place": carer,
    }


def _legal(
    build: Builder,
    stays: Stays,
    stay: np.ndarray,
    day: np.ndarray,
    flags: np.ndarray,
    status: np.ndarray,
) -> pa.Table:
    """The legal statuses, each from the day it begins to the next or the end of the stay."""
    at = np.flatnonzero(flags[:, _START] | flags[:, _LEGAL])
    of, begins = stay[at], day[at]
    same = np.zeros(len(at), dtype=bool)
    same[:-1] = of[1:] == of[:-1]
    ends = np.where(same, np.concatenate((begins[1:], [0])), stays.ends[of])
    return build.table(
        "legal_status",
        {
            "person_id": build.person(stays.child[of]),
            "legal_status": status[at],
            "start_date": begins,
            "end_date": ends,
        },
    )
