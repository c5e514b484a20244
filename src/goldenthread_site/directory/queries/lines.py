"""Lines of agencies that followed one another: who acts today for one that has ended.

Other rooms ask here and keep what they know under the agency it was known of: a report of 2021
keeps the old name, while an open request goes to ``current_agency`` of the day.
"""

from collections import defaultdict
from datetime import date

from goldenthread_site.directory.models import Agency, Succession


def current_agencies(agency: Agency, on: date) -> tuple[Agency, ...]:
    """Who acts on a day for an agency: itself, its successor, or several where it was split."""
    after = _after(on)
    found: dict[int, Agency] = {}
    waiting, seen = [agency], set()
    while waiting:
        each = waiting.pop(0)
        if each.pk in seen:
            continue
        seen.add(each.pk)
        if followed := after.get(each.pk):
            waiting += followed
        else:
            found[each.pk] = each
    return tuple(found.values())


def current_agency(agency: Agency, on: date) -> Agency:
    """The one that acts on a day for an agency.

    Where it was split into several no program can tell which: it is the agency itself, until a
    person says whose each thing is now.
    """
    found = current_agencies(agency, on)
    return found[0] if len(found) == 1 else agency


def line_of(agency: Agency) -> tuple[Agency, ...]:
    """Everything the agency came from, itself, and everything that came of it, oldest first.

    This is whose trends are one trend. Agencies that later joined the same successor from
    elsewhere are in the line of the successor, not in that of each other.
    """
    links = list(Succession.objects.select_related("predecessor", "successor").order_by("on", "pk"))
    earlier = _follow(agency, [(each.successor_id, each.predecessor) for each in links])
    later = _follow(agency, [(each.predecessor_id, each.successor) for each in links])
    return (*reversed(earlier), agency, *later)


def successions_of(agency: Agency) -> tuple[list[Succession], list[Succession]]:
    """How it came to be, and what became of it."""
    known = Succession.objects.select_related("predecessor", "successor").order_by("on", "pk")
    return list(known.filter(successor=agency)), list(known.filter(predecessor=agency))


def _after(day: date) -> dict[int, list[Agency]]:
    found: dict[int, list[Agency]] = defaultdict(list)
    for each in Succession.objects.filter(on__lte=day).select_related("successor").order_by("pk"):
        found[each.predecessor_id].append(each.successor)
    return found


def _follow(agency: Agency, steps: list[tuple[int, Agency]]) -> list[Agency]:
    found: dict[int, Agency] = {}
    waiting = [agency.pk]
    while waiting:
        at = waiting.pop(0)
        for number, other in steps:
            if number == at and other.pk not in found and other.pk != agency.pk:
                found[other.pk] = other
                waiting.append(other.pk)
    return list(found.values())
