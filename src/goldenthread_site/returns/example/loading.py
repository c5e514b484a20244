"""Asks the example’s agencies, and answers for some of them, by the very actions people use.

Every number is made up. Dates hang on the day of the trial, so that something is always due.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction

from goldenthread.nouns import Period
from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Partnership, RoleHeld
from goldenthread_site.directory.standing import Standing
from goldenthread_site.returns import actions, checks
from goldenthread_site.returns.models import DataRequest, Return
from goldenthread_site.returns.rules import following
from goldenthread_site.trail.acting import Acting

POLICE = {
    "notices": "412",
    "notices_domestic_abuse": "171",
    "notices_missing": "64",
    "notices_exploitation": "23",
    "domestic_abuse_incidents": "388",
    "powers_of_protection": "11",
    "exploitation_panel": "not known",
}
POLICE_EARLIER = POLICE | {
    "notices": "436",
    "notices_domestic_abuse": "190",
    "domestic_abuse_incidents": "402",
    "powers_of_protection": "nil",
    "exploitation_panel": "17",
}


def quarter_before(today: date, back: int = 1) -> Period:
    """The quarter that ended last, or one before that."""
    day = today
    for _ in range(back):
        month = (day.month - 1) // 3 * 3 + 1
        day = date(day.year, month, 1) - timedelta(days=1)
    year = day.year + 1 if day.month >= 4 else day.year
    return Period.quarters(year, ((day.month - 4) % 12) // 3 + 1)


@transaction.atomic
def load_returns(today: date) -> None:
    """Some of each: due, late, drafted, received, queried, accepted. Once only."""
    luton = Partnership.objects.filter(slug="luton").first()
    if luton is None or DataRequest.objects.exists():
        return
    _Example(luton, today).load()


class _Example:
    """The people of the example, each acting as themselves."""

    def __init__(self, luton: Partnership, today: date) -> None:
        self.luton, self.today = luton, today
        self.unit = self._someone(Role.BUSINESS_UNIT)
        self.analyst = self._someone(Role.ANALYST)

    def _someone(self, role: Role) -> tuple[Acting, Standing]:
        held = RoleHeld.objects.filter(partnership=self.luton, role=role).order_by("pk").first()
        if held is None:
            raise ValueError(f"the example has nobody who is {role.told.title}")
        return self._as(held.person)

    def _as(self, person: Person) -> tuple[Acting, Standing]:
        return Acting(person=person), Standing(person, self.today, chosen=self.luton.slug)

    def _of(self, short_name: str, role: Role) -> tuple[Acting, Standing]:
        """Someone of an agency; an account that cannot sign in is made where there is none."""
        agency = Agency.objects.get(short_name=short_name, ended=None)
        held = RoleHeld.objects.filter(partnership=self.luton, agency=agency, role=role).first()
        if held is None:
            slug = f"{short_name.lower().replace(' ', '.')}.{role.value.replace('_', '.')}"
            person = Person.objects.create_user(
                f"{slug}@luton.example", name=f"{role.told.title}, {short_name} (example)"
            )
            held = RoleHeld.objects.create(
                person=person,
                partnership=self.luton,
                agency=agency,
                role=role,
                since=date(2024, 4, 1),
            )
        return self._as(held.person)

    def _ask(
        self,
        short_name: str,
        template: str,
        period: Period,
        days: int,
        follows: DataRequest | None = None,
    ) -> DataRequest:
        by, standing = self.unit
        return checks.ask(
            by=by,
            standing=standing,
            agency=Agency.objects.get(short_name=short_name, ended=None),
            template=template,
            period=period.code,
            footprint=self.luton.areas[0],
            due=self.today + timedelta(days=days),
            follows=follows,
        )

    def _send(
        self,
        asked: DataRequest,
        typed: Mapping[str, str],
        note: str = "",
        *,
        footprint: str = "",
        signed: bool = True,
    ) -> Return:
        name = asked.agency.short_name
        by, standing = self._of(name, Role.AGENCY_CONTRIBUTOR)
        sent = actions.begin(by=by, standing=standing, asked=asked)
        actions.save(by=by, standing=standing, sent=sent, typed=typed)
        if note or footprint:
            actions.declare(
                by=by,
                standing=standing,
                sent=sent,
                footprint=footprint or asked.footprint,
                period=asked.period_code,
                quality="caution" if note else "good",
                note=note,
            )
        sent = actions.submit(by=by, standing=standing, sent=sent)
        if signed:
            by, standing = self._of(name, Role.AGENCY_LEAD)
            post = actions.posts_of(standing, asked)[0]
            sent = actions.sign(by=by, standing=standing, sent=sent, post=post)
        return sent

    def load(self) -> None:
        """One of each state."""
        now, earlier = quarter_before(self.today), quarter_before(self.today, 2)
        by, standing = self.analyst
        first = self._ask("Police", "police", earlier, -75)
        sent = self._send(
            first, POLICE_EARLIER, "A fall since the spring is partly from recording."
        )
        checks.accept(by=by, standing=standing, sent=sent)

        # Due soon, and nothing begun: the contributor’s next work.
        self._ask("Police", "police", now, 9, follows=first)
        # Late, and half typed.
        marac = self._ask("Police", "marac", now, -12)
        own, self_standing = self._of("Police", Role.AGENCY_CONTRIBUTOR)
        draft = actions.begin(by=own, standing=self_standing, asked=marac)
        actions.save(
            by=own,
            standing=self_standing,
            sent=draft,
            typed={"cases": "58", "cases_police": "61", "children": "about 90"},
        )
        # Received, and to be signed by the lead.
        encompass = self._ask("Police", "operation_encompass", now, -3)
        self._send(encompass, {"in_time": "87.4"}, signed=False)
        # Signed by a trust that counts everyone it serves.
        hospital = self._ask("Hospitals", "hospital", now, -5)
        numbers = {
            "self_harm": "96",
            "self_harm_10_14": "41",
            "self_harm_15_17": "52",
            "assault": "37",
            "non_accidental_under_2": "refused",
        }
        self._send(
            hospital,
            numbers,
            "Everyone treated, wherever they live: the system cannot tell them apart.",
            footprint="agency",
        )
        # Queried.
        waiting = self._ask("Mental health", "mental_health", now, -8)
        queried = self._send(waiting, {"waiting_time": "94"})
        checks.query(
            by=by,
            standing=standing,
            sent=queried,
            line="waiting_time",
            text="It was 61 days the quarter before. Is this the same way of counting?",
        )
        # Late with nothing at all, and not due yet.
        self._ask("Community health", "community_health", now, -20)
        for name in ("Council", "ICB", "Fire", "Youth justice"):
            template = {"Fire": "fire", "Youth justice": "youth_justice"}.get(name, "gcp2")
            self._ask(name, template, now, 30)
        self._ask("Council", "childrens_social_care", now, 16)
        self._ask("Education", "education", Period.academic_year(now.end.year), 45)
        self._ask("Police", "gcp2", following(now), 110)
