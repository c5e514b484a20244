"""What the review of records may erase of the directory: former safeguarding leads of schools."""

from collections.abc import Sequence
from datetime import date

from goldenthread_site.directory.models import SettingLead
from goldenthread_site.trail.records.keepers import Item, keeps


def _due(partnership: int, before: date) -> list[Item]:
    found = SettingLead.objects.filter(setting__partnership=partnership, until__lt=before)
    return [
        Item(number, (("directory.setting", str(setting)),))
        for number, setting in found.order_by("pk").values_list("pk", "setting_id")
    ]


def _erase(items: Sequence[Item]) -> int:
    return SettingLead.objects.filter(pk__in=[each.number for each in items]).delete()[0]


keeps("schools.leads", _due, _erase)
