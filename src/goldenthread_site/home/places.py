"""Where each role's work is, one link each, with what stands there now.

A page that a role may not open is never offered: the address says who may open it, and a test
follows every link as every role.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory import queries
from goldenthread_site.directory.people import queries as people
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures import queries as figures
from goldenthread_site.home.setting_up.presenters import left_to_do
from goldenthread_site.returns import queries as returns


@dataclass(frozen=True, slots=True)
class Place:
    """One card: a link and a sentence about what is behind it."""

    title: str
    text: str
    href: str


Maker = Callable[[Standing], Iterator[Place]]


def counted(number: int, one: str, many: str = "", *, then: str = "") -> str:
    """ "1 group", "3 groups and their terms"; "None yet." where there is nothing."""
    if not number:
        return "None yet."
    return f"{number} {one if number == 1 else many or one + 's'}{then}"


# Whose own work is not what the figures say: their places come first.
OWN_FIRST = frozenset(
    {Role.COUNCIL_ANALYST, Role.CASE_REVIEW_MEMBER, Role.LEGAL_ADVISER, Role.TRAINER}
)


def places(standing: Standing) -> list[Place]:
    """Every place of every role held here, each once, in order of the roles."""
    found: dict[str, Place] = {}
    for role in Role:
        if standing.holds(role):
            for maker in PLACES[role]:
                for place in maker(standing):
                    found.setdefault(place.title, place)
    return list(found.values())


def _set_up(standing: Standing) -> Iterator[Place]:
    if left := left_to_do(standing):
        text = counted(len(left), "step", then=f" to do. Next: {left[0].title.lower()}.")
        yield Place("Set up the partnership", text, reverse("set-up"))
    else:
        text = "Its name and councils, agencies, groups, people and first requests."
        yield Place("The partnership itself", text, reverse("set-up"))


def _ask(standing: Standing) -> Iterator[Place]:
    agencies = returns.agencies_to_ask(standing).count()
    told = " can be asked, each for a period and a day."
    text = counted(agencies, "agency", "agencies", then=told)
    yield Place("Ask for a return", text, reverse("ask_for_return"))


def _people(standing: Standing) -> Iterator[Place]:
    here = people.roles(standing).values("person").distinct().count()
    invited = people.invitations(standing).count()
    waiting = f"; {counted(invited, 'invitation')} not taken up" if invited else ""
    verb = "holds" if here == 1 else "hold"
    text = f"{counted(here, 'person', 'people')} {verb} a role{waiting}."
    yield Place("People and what they may do", text, reverse("people"))
    text = "Give a role, for a time, to whoever has an account or by an invitation."
    yield Place("Let someone in", text, reverse("let_in"))


def _own_people(standing: Standing) -> Iterator[Place]:
    text = "See who acts for your agency here, and let in who fills in its returns."
    yield Place("People of your agency", text, reverse("people"))


def _returns(standing: Standing) -> Iterator[Place]:
    number = returns.requests(standing).count()
    text = counted(number, "return", then=" asked for: what is due, late, received and queried.")
    yield Place("Returns", text, reverse("returns"))


def _came(standing: Standing) -> Iterator[Place]:
    text = "Line by line and agency by agency; what is missing says why it is."
    yield Place("What came", text, reverse("returns_came"))


def _figures(standing: Standing) -> Iterator[Place]:
    years = figures.years(standing)
    text = f"The scorecard by theme and year, up to {years[0]}." if years else "None are kept yet."
    yield Place("Figures", text, reverse("figures"))


def _measuring(standing: Standing) -> Iterator[Place]:
    text = "What to run beside the case system, and what is counted from which records."
    yield Place("Measure from children’s records", text, reverse("measuring"))


def _questions(standing: Standing) -> Iterator[Place]:
    asked = figures.questions(standing)
    number = asked.filter(closed_at__isnull=True).count()
    text = counted(number, "question", then=" open.") if number else "None is open."
    yield Place("Questions about figures", text, reverse("questions"))


def _trail(standing: Standing) -> Iterator[Place]:
    text = "Who did what, when and why; it can be exported and proved whole."
    yield Place("The trail", text, reverse("trail"))


def _directory(standing: Standing) -> Iterator[Place]:
    members = queries.members_on(standing, standing.today)
    text = counted(len(members), "agency", "agencies", then=", with what became of earlier ones.")
    yield Place("Agencies", text, reverse("agencies"))
    groups = [each for each in queries.groups(standing) if each.ended is None]
    text = counted(len(groups), "group", then=", with terms and posts.")
    yield Place("Groups", text, reverse("groups"))


def _schools(standing: Standing) -> Iterator[Place]:
    number = queries.schools(standing).filter(ended__isnull=True).count()
    told = ", by name and URN."
    text = counted(number, "school or setting", "schools and settings", then=told)
    yield Place("Schools and settings", text, reverse("schools"))


def _shared(standing: Standing) -> Iterator[Place]:
    """Each group that is held together, by its name: the whole of a neighbour’s work here."""
    for each in queries.groups(standing):
        if each.ended is None:
            yield Place(each.name, each.terms or "Its terms.", reverse("group", args=[each.pk]))
    members = queries.members_on(standing, standing.today)
    text = counted(len(members), "agency works", "agencies work", then=" in both areas.")
    yield Place("Agencies you share", text, reverse("agencies"))


def _interests(standing: Standing) -> Iterator[Place]:
    text = "Say before you take part in a matter that you have an interest in it."
    yield Place("Declare an interest", text, reverse("conflict_declare"))


# Reviews, courses and audits are not kept in the site: nobody is led to a page that is not there.
PLACES: dict[Role, tuple[Maker, ...]] = {
    Role.BUSINESS_UNIT: (_set_up, _ask, _people, _returns, _came, _directory, _schools, _trail),
    Role.ANALYST: (_came, _figures, _questions, _ask, _measuring),
    Role.COUNCIL_ANALYST: (_measuring, _figures, _questions, _directory),
    Role.LEAD_PARTNER: (_figures, _questions, _returns, _directory),
    Role.DELEGATED_PARTNER: (_figures, _questions, _returns, _directory),
    Role.SCRUTINEER: (_figures, _questions, _returns, _came, _trail, _directory),
    Role.AGENCY_LEAD: (_returns, _own_people, _figures, _questions),
    Role.AGENCY_CONTRIBUTOR: (_returns, _came, _figures, _questions),
    Role.DESIGNATED_HEALTH: (_figures, _questions, _directory),
    Role.CASE_REVIEW_MEMBER: (_interests, _figures, _directory),
    Role.REVIEW_AUTHOR: (_interests, _directory),
    Role.LEGAL_ADVISER: (_interests, _figures, _questions, _directory),
    Role.TRAINER: (_schools, _directory, _figures),
    Role.COUNCILLOR: (_figures, _questions, _directory),
    Role.INSPECTOR: (_figures, _questions, _returns, _came, _trail, _directory),
    Role.NEIGHBOUR: (_shared,),
    Role.READER: (_figures, _questions, _directory),
    Role.ADMINISTRATOR: (_people,),
}
