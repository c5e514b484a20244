"""Who should read which rows, said once more in plain Python, by the words of the issue.

Nothing here comes from the rules that make the policies: the two are held against each other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import RoleHeld
from goldenthread_site.directory.standing import Standing

R = Role
OF_AN_AGENCY = {R.AGENCY_LEAD, R.AGENCY_CONTRIBUTOR, R.LEAD_PARTNER, R.DELEGATED_PARTNER}
FILLING_IN = {R.AGENCY_LEAD, R.AGENCY_CONTRIBUTOR}
ALL_THAT_IS_SENT = {R.BUSINESS_UNIT, R.ANALYST, R.SCRUTINEER, R.INSPECTOR}
OF_THE_TRAIL = {R.BUSINESS_UNIT, R.SCRUTINEER, R.INSPECTOR}


@dataclass(frozen=True)
class Who:
    """One role in one partnership, for one agency where it is held for one.

    ``shut`` are the agencies in which they declared an interest that still holds.
    """

    person: int
    here: int
    role: Role
    agency: int | None
    shut: frozenset[int]


def who(standing: Standing) -> Who:
    """Of someone who holds one role in all."""
    (held,) = standing.held
    if standing.partnership is None or standing.person is None:
        raise ValueError("someone who holds a role")
    interests = [each for each in standing.person.conflicts.all() if each.until is None]
    shut = frozenset(int(each.matter_id) for each in interests)
    return Who(standing.person.pk, standing.partnership.pk, Role(held.role), held.agency_id, shut)


def _request(row: Any, asker: Who) -> bool:
    return _here(row, asker) and row.agency_id not in asker.shut


def _return(row: Any, asker: Who) -> bool:
    if not _request(row.request, asker):
        return False
    own = row.request.agency_id == asker.agency
    if row.status == "draft":
        return asker.role is R.SCRUTINEER or (own and asker.role in FILLING_IN)
    return asker.role in ALL_THAT_IS_SENT or (own and asker.role in OF_AN_AGENCY)


def _upload(row: Any, asker: Who) -> bool:
    near = [each.sent for each in row.readings.all()] + list(row.returns.all())
    return row.by_id == asker.person or any(_return(each, asker) for each in near)


def _commentary(row: Any, asker: Who) -> bool:
    return _here(row, asker) and row.agency_id not in asker.shut


def _question(row: Any, asker: Who) -> bool:
    return _here(row, asker) and row.asked_of_id not in asker.shut


def _said(row: Any, asker: Who) -> bool:
    about = row.commentary
    if not _commentary(about, asker):
        return False
    if about.agency_id is None:
        own = asker.role in {R.ANALYST, R.BUSINESS_UNIT}
    else:
        own = about.agency_id == asker.agency and asker.role in OF_AN_AGENCY
    return own or row.shared_with != "writers" or asker.role is R.SCRUTINEER


def _conflict(row: Any, asker: Who) -> bool:
    if row.person_id == asker.person:
        return True
    colleague = RoleHeld.objects.filter(person=row.person_id, partnership=asker.here).exists()
    return colleague and asker.role in {R.BUSINESS_UNIT, R.ADMINISTRATOR}


def _link(row: Any, asker: Who) -> bool:
    return row.partnership == asker.here and asker.role in OF_THE_TRAIL


def _here(row: Any, asker: Who) -> bool:
    return bool(row.partnership_id == asker.here)


def _record(row: Any, asker: Who) -> bool:
    return row.partnership == asker.here and asker.role is R.BUSINESS_UNIT


READS: dict[str, Callable[[Any, Who], bool]] = {
    "accounts_kepttyping": lambda row, asker: row.person_id == asker.person,
    "api_token": lambda row, asker: (
        row.person_id == asker.person
        or (_here(row, asker) and asker.role in {R.BUSINESS_UNIT, R.ADMINISTRATOR})
    ),
    "directory_conflict": _conflict,
    "directory_group": lambda row, asker: (
        _here(row, asker) or row.shared_with.filter(pk=asker.here).exists()
    ),
    "directory_holding": lambda row, asker: (
        row.post.agency_id is not None or READS["directory_group"](row.post.group, asker)
    ),
    "directory_invitation": lambda row, asker: (
        _here(row, asker) and asker.role in {R.BUSINESS_UNIT, R.ADMINISTRATOR, R.AGENCY_LEAD}
    ),
    "directory_post": lambda row, asker: (
        row.agency_id is not None or READS["directory_group"](row.group, asker)
    ),
    "directory_roleheld": lambda row, asker: row.person_id == asker.person or _here(row, asker),
    "directory_setting": _here,
    "directory_settinglead": lambda row, asker: _here(row.setting, asker),
    "figures_answer": lambda row, asker: _question(row.question, asker),
    "figures_commentary": _commentary,
    "figures_deposit": _here,
    "figures_keptfigure": lambda row, asker: _here(row.deposit, asker),
    "figures_keptneighbours": lambda row, asker: _here(row.deposit, asker),
    "figures_letout": _here,
    "figures_prepared": _here,
    "figures_question": _question,
    "figures_said": _said,
    "figures_seriesbreak": _here,
    "figures_target": _here,
    "returns_cell": lambda row, asker: _return(row.sent, asker),
    "returns_datarequest": _request,
    "returns_query": lambda row, asker: _return(row.sent, asker),
    "returns_reading": lambda row, asker: _return(row.sent, asker),
    "returns_reminder": lambda row, asker: _request(row.request, asker),
    "returns_return": _return,
    "returns_upload": _upload,
    "trail_content": lambda row, asker: _link(row.link, asker),
    "trail_hold": _record,
    "trail_link": _link,
    "trail_recordrequest": _record,
    "trail_review": _record,
}


def model_of(table: str) -> type[models.Model]:
    """The model whose rows a table holds."""
    (found,) = (each for each in apps.get_models() if each._meta.db_table == table)
    return found
