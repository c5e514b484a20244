"""How the database keeps back tokens: one's own, and for those who keep them this partnership's."""

from goldenthread_site.api.permissions import KEEPERS
from goldenthread_site.barrier.rules import held, of_partnership, of_person
from goldenthread_site.barrier.tables import Protected, Told

TABLES: dict[str, Told] = {
    "api_token": Protected(reads=of_person() | (of_partnership() & held(*KEEPERS))),
}
