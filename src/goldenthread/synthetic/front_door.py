"""The front door: contacts, the hub's episodes with the agencies asked, and early help."""

from dataclasses import dataclass

import numpy as np

from goldenthread.synthetic.courses import Columns
from goldenthread.synthetic.days import (
    NEVER,
    after_working,
    is_working,
    next_working,
)
from goldenthread.synthetic.draws import Draws
from goldenthread.synthetic.families import Children, families
from goldenthread.synthetic.rates import rates, value, weights


@dataclass(frozen=True, slots=True)
class Span:
    """The days told in full, from the first to the last."""

    first: int
    last: int

    @property
    def years(self) -> float:
        """How many years it is long."""
        return (self.last - self.first + 1) / 365.25


def contacts(
    draws: Draws, children: Children, referrals: Columns, weight: float, span: Span
) -> tuple[Columns, Children]:
    """Every contact about a child, those that became referrals first; and the further children."""
    before = _for_referrals(draws, referrals)
    total = value("contacts.a_year") * weight
    others = total - _referrals_a_year(referrals, span)
    known = _about_known(draws, children, referrals, others * value("contacts.about_known"), span)
    new, further = _about_others(
        draws, len(children), others * (1 - value("contacts.about_known")), span
    )
    names = before.keys()
    made = {name: np.concatenate([before[name], known[name], new[name]]) for name in names}
    inside = (made["day"] >= span.first) & (made["day"] <= span.last)
    return {name: column[inside] for name, column in made.items()}, further


def _referrals_a_year(referrals: Columns, span: Span) -> float:
    inside = (referrals["day"] >= span.first) & (referrals["day"] <= span.last)
    return float(inside.sum()) / span.years


def _for_referrals(draws: Draws, referrals: Columns) -> Columns:
    """The contact that each referral begins with: some days before, from the same source.

    Of some nobody noted that a referral came of it.
    """
    count = len(referrals["day"])
    noted = draws.happens("contacts.for_referral", count)
    back = draws.amounts("contacts.before_referral", count)
    day = referrals["day"]
    earlier = next_working((day - back).astype(np.int32))
    return {
        "child": referrals["child"],
        "day": np.minimum(earlier, day),
        "referral": np.where(noted, np.arange(count), -1),
        "type": np.full(count, "CONCERN", dtype=object),
        "source": referrals["source"],
        "issue": draws.codes("contacts.issue", count),
    }


def _others(draws: Draws, child: np.ndarray, day: np.ndarray, group: np.ndarray) -> Columns:
    """Contacts that became no referral; brothers and sisters of one share what it was about."""
    groups = int(group.max(initial=-1)) + 1
    kind = draws.codes("contacts.type", groups)
    issue = draws.codes("contacts.issue", groups)
    source = np.where(
        issue == "Domestic violence",
        draws.codes("contacts.source_domestic", groups),
        draws.codes("contacts.source_other", groups),
    )
    asked = kind == "INFORMATION"
    source = np.where(asked, draws.codes("contacts.source_information", groups), source)
    plan = kind == "EDUCATION PLAN"
    source = np.where(plan, "2B", source)
    issue = np.where(asked, "Information request from another agency", issue)
    issue = np.where(plan, "Education", issue)
    return {
        "child": child,
        "day": day,
        "referral": np.full(len(child), -1),
        "type": kind[group],
        "source": source[group],
        "issue": issue[group],
    }


def _about_known(
    draws: Draws, children: Children, referrals: Columns, a_year: float, span: Span
) -> Columns:
    """About children with a referral: before it, while it is worked on, and after."""
    inside = np.flatnonzero((referrals["day"] >= span.first) & (referrals["day"] <= span.last))
    number = int(a_year * span.years) if len(inside) else 0
    of = inside[np.sort((draws.uniform(number) * len(inside)).astype(np.int64))]
    around = np.round(draws.gamma(1.0, 0.9, number) * 200).astype(np.int32)
    around = np.where(draws.happens(0.5, number), -around, around)
    day = _to_busy_day(draws, np.clip(referrals["day"][of] + around, span.first, span.last))
    child = referrals["child"][of]
    right_age = (day - children.born[child] > -120) & (day - children.born[child] < 6570)
    child, day = child[right_age], day[right_age]
    return _others(draws, child, day, np.arange(len(child)))


def _about_others(
    draws: Draws, first_child: int, a_year: float, span: Span
) -> tuple[Columns, Children]:
    """About children who are never referred: some families once, some again."""
    again = value("contacts.again")
    mean = float(np.dot(np.diff(np.concatenate(([0], weights("families.children")[1]))),
                        [1, 2, 3, 4, 5]))  # fmt: skip
    first_seen = draws.days(a_year * (1 - again) / mean, span.first, span.last, "contacts")
    further = families(draws, first_seen)
    offsets = np.searchsorted(further.family, np.arange(len(first_seen) + 1))
    family, day = np.arange(len(first_seen)), first_seen
    rows: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    groups = 0
    while len(family):
        sizes = offsets[family + 1] - offsets[family]
        group = np.repeat(np.arange(len(family)), sizes)
        within = np.arange(len(group)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        child = offsets[family][group] + within
        right_age = day[group] - further.born[child] < 6570
        rows.append((child[right_age], day[group][right_age], group[right_age] + groups))
        groups += len(family)
        later = day + draws.waits("contacts.again_after", len(family), 0.8)
        comes = draws.happens("contacts.again", len(family)) & (later <= span.last)
        family, day = family[comes], _to_busy_day(draws, later[comes])
    child, day, group = (np.concatenate([row[at] for row in rows]) for at in range(3))
    return _others(draws, child + first_child, day, group), further


def _to_busy_day(draws: Draws, day: np.ndarray) -> np.ndarray:
    """Few contacts come at weekends: the others move to the next working day."""
    stays = is_working(day) | draws.happens("contacts.at_weekends", len(day))
    return np.where(stays, day, next_working(day)).astype(np.int32)


def hub(draws: Draws, contact: Columns) -> Columns:
    """The hub's episodes: the contact of each, when it began and decided, rating and outcome."""
    referred = contact["referral"] >= 0
    share = np.where(
        referred,
        value("hub.for_referral"),
        np.where(contact["type"] == "CONCERN", value("hub.for_other"), 0.0),
    )
    of = np.flatnonzero(draws.happens(share, len(referred)))
    count = len(of)
    # Work begins on the contact's day, or on the next working day, between nine and four.
    day = next_working(contact["day"][of]).astype(np.int64)
    started = day * 86400 + 9 * 3600 + (draws.uniform(count) * 7 * 3600).astype(np.int64)
    rating = draws.codes("hub.rating", count)
    hours = np.array([value("hub.hours")[each] for each in rating], dtype=float)
    part = np.where(draws.happens("hub.in_time", count), 0.1 + 0.88 * draws.uniform(count),
                    1.05 + 1.5 * draws.uniform(count))  # fmt: skip
    decided = started + (hours * 3600 * part).astype(np.int64)
    outcome = np.where(referred[of], "CSC", draws.codes("hub.other_outcome", count))
    return {
        "contact": of,
        "child": contact["child"][of],
        "started": started,
        "decided": decided,
        "hours": hours,
        "rating": rating,
        "outcome": outcome,
    }


def agencies_asked(draws: Draws, episode: Columns) -> Columns:
    """The agencies asked in each hub episode, and when they answered."""
    count = len(episode["started"])
    parts = []
    for name, chance in rates()["hub.agencies"].content.items():
        of = np.flatnonzero(draws.happens(chance / 100, count))
        asked = episode["started"][of] + (draws.uniform(len(of)) * 1200).astype(np.int64)
        wait = (draws.gamma(0.4, 1.4, len(of)) * episode["hours"][of] * 3600).astype(np.int64)
        answered = np.where(draws.happens("hub.answered", len(of)), asked + 300 + wait, -1)
        agency = np.full(len(of), name, dtype=object)
        parts.append((of, agency, asked, answered))
    of, agency, asked, answered = (np.concatenate([p[at] for p in parts]) for at in range(4))
    order = np.argsort(of, kind="stable")
    columns = {"episode": of, "agency": agency, "asked": asked, "answered": answered}
    return {name: column[order] for name, column in columns.items()}


def early_help(draws: Draws, contact: Columns, episode: Columns) -> Columns:
    """Early help: after the hub's decision, or passed on by the front door alone."""
    passed = np.zeros(len(contact["day"]), dtype=bool)
    passed[episode["contact"][episode["outcome"] == "CAF"]] = True
    concern = (contact["type"] == "CONCERN") & (contact["referral"] < 0)
    passed |= concern & draws.happens("contacts.early_help", len(passed))
    of = np.flatnonzero(passed)
    count = len(of)
    day = next_working(contact["day"][of])
    begins = after_working(day, draws.amounts("assessments.begin", count) + 2)
    ends = next_working(begins + draws.amounts("early_help.days", count))
    # One child has one episode at a time: what would begin within another is part of it.
    order = np.lexsort((begins, contact["child"][of]))
    child = contact["child"][of][order]
    begins, ends = begins[order], ends[order]
    same = np.concatenate(([False], child[1:] == child[:-1]))
    previous = np.where(same, np.concatenate(([0], ends[:-1])), -NEVER)
    keep = begins > previous
    return {
        "child": child[keep],
        "from": begins[keep],
        "to": ends[keep],
        "issue": contact["issue"][of][order][keep],
        "contact": of[order][keep],
        "organisation": draws.codes("early_help.organisation", int(keep.sum())),
        "end_reason": draws.codes("early_help.end_reason", int(keep.sum())),
    }
